using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler.Rendering;

/// <summary>A unit's or a year's figures: its tables, its indicators and whatever it is named by.</summary>
internal sealed class FiguresView(
    Figures figures, Form form, IReadOnlyList<Indicator> indicators, params (string Name, object Value)[] more) : ReadOnlyView
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
