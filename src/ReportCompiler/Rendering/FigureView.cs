using System.Collections.Immutable;
using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Rendering;

/// <summary>
/// The figures below a step of a cell path: <c>依申请公开.本年新收.总计</c> is three steps. All figures are exact decimals. Where the
/// figures are of another edition than the report's (last year's), a cell that edition lacks is null, and one that is joined with
/// others of it is their sum.
/// </summary>
internal sealed class FigureView(Figures figures, Form form, string path) : ReadOnlyView
{
    /// <inheritdoc/>
    public override IEnumerable<string> GetMembers() =>
        figures.Edition.StepsBelow(path).Union(form.StepsBelow(path), StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override bool TryGet(string name, out object? value)
    {
        var below = $"{path}.{name}";
        // 其他处理.其他 is a column of 2019 and a row of 2021: what the report's own form goes on below is a step.
        if (form.IsStep(below)) value = new FigureView(figures, form, below);
        else if (Joined(below) is { IsDefault: false } joined) value = Amount.Of(joined.Sum(figures.Value), joined[0].Kind);
        else if (figures.Edition.IsStep(below)) value = new FigureView(figures, form, below);
        else if (figures.Edition.Find(below) is { } cell) value = Amount.Of(figures.Value(cell), cell.Kind);
        else
        {
            value = null;
            return form.Find(below) is not null;
        }
        return true;
    }

    /// <summary>The cells of last year's edition that this year's joins under the path.</summary>
    private ImmutableArray<Cell> Joined(string below) =>
        figures.Edition != form && form is Edition edition ? Lineage.Of(edition, figures.Edition).Before(below) : default;
}
