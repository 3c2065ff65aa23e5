using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler.Rendering;

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
            value = figure.IsStated || indicator.Summary == Summary.Sum ? Amount.Of(figure.Value, indicator.Kind) : null;
            return true;
        }
        return false;
    }
}
