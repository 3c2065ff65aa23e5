using System.Collections.Immutable;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler.Rendering;

/// <summary>
/// The figures below a step of a cell path: <c>依申请公开.本年新收.总计</c> is three steps. All figures are exact decimals. Where the
/// figures are of another edition than the report's (last year's), a cell that edition lacks is null, and one that is joined with
/// others of it is their sum.
/// </summary>
internal sealed class FigureView(Figures figures, Form form, string path) : ReadOnlyView
{
    /// <inheritdoc/>
    public override IEnumerable<string> GetMembers() => figures.Edition.StepsBelow(path).Union(form.StepsBelow(path), StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override bool TryGet(string name, out object? value)
    {
        var below = $"{path}.{name}";
        // 其他处理.其他 is a column of 2019 and a row of 2021: what the report's own form goes on below is a step.
        if (form.IsStep(below)) value = new FigureView(figures, form, below);
        else if (Joined(below) is { IsDefault: false } joined) value = joined.Sum(figures.Value);
        else if (figures.Edition.IsStep(below)) value = new FigureView(figures, form, below);
        else if (figures.Edition.Find(below) is { } cell) value = figures.Value(cell);
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

/// <summary>The authority's own figures by key; null for one that is not stated.</summary>
internal sealed class IndicatorView(IReadOnlyList<Indicator> indicators, Figures figures) : ReadOnlyView
{
    /// <inheritdoc/>
    public override IEnumerable<string> GetMembers() => indicators.Select(i => i.Key);

    /// <inheritdoc/>
    protected override bool TryGet(string name, out object? value)
    {
        value = null;
        foreach (var indicator in indicators)
        {
            if (indicator.Key != name) continue;
            var figure = figures.Indicators[indicator.Index];
            value = figure.IsStated || indicator.Summary == Summary.Sum ? figure.Value : null;
            return true;
        }
        return false;
    }
}

/// <summary>A unit's or a year's figures: its tables, its indicators and whatever it is named by.</summary>
internal sealed class FiguresView(Figures figures, Form form, IReadOnlyList<Indicator> indicators, params (string Name, object Value)[] more) : ReadOnlyView
{
    /// <inheritdoc/>
    public override IEnumerable<string> GetMembers() =>
        more.Select(m => m.Name).Concat(form.Tables.Select(t => t.Key)).Append(Indicator.Group);

    /// <inheritdoc/>
    protected override bool TryGet(string name, out object? value)
    {
        value = null;
        foreach (var (key, given) in more)
            if (key == name) value = given;
        if (value is not null) return true;
        if (name == Indicator.Group) value = new IndicatorView(indicators, figures);
        else if (figures.Edition.IsStep(name) || form.IsStep(name)) value = new FigureView(figures, form, name);
        return value is not null;
    }
}
