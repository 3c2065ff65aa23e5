using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Manuscripts;
using ReportCompiler.Projects;
using ReportCompiler.Sources;

namespace ReportCompiler.Narratives.Checks;

/// <summary>The prose of one report, with the figures it is held to.</summary>
internal sealed record CheckedProse(
    Project Project, District District, District? Last, Rendered Rendered, SourceText Source, IReadOnlyList<Sentence> Sentences)
{
    /// <summary>The figures a claim is about; null if there are none.</summary>
    public Figures? FiguresOf(Claim claim) => claim.LastYear ? Last?.Totals : District.Totals;

    /// <summary>Where a stretch of a sentence was typed; null if an expression made any of it.</summary>
    public Location? Typed(Sentence sentence, int start, int end) => Typed(sentence.At[start], sentence.At[end - 1] + 1);

    /// <summary>Where a stretch of the rendered text was typed; null if an expression made any of it.</summary>
    public Location? Typed(int from, int to)
    {
        var origin = Rendered.Origin(from);
        if (origin < 0) return null;
        for (var i = from + 1; i < to; i++)
            if (Rendered.Origin(i) != origin + i - from) return null;
        return new Location(Source, Source.SpanAt(origin, to - from));
    }

    /// <summary>The sum of a reading; null if a cell cannot be read or last year's edition lacks it.</summary>
    public static decimal? Sum(Figures figures, IEnumerable<Cell> cells)
    {
        var sum = 0m;
        foreach (var cell in cells)
        {
            if (figures.Edition.Find(cell.Path) is not { } there || !figures[there].IsUsable) return null;
            sum += figures.Value(there);
        }
        return sum;
    }

    /// <summary>Whether a ratio is the share stated, rounded or cut off at the decimals it is given with.</summary>
    public static bool IsPercent(decimal ratio, Quantity stated)
    {
        var over = ratio * 100 - stated.Value;
        return over >= -stated.Slack && over < 2 * stated.Slack;
    }

    /// <summary>Whether a figure is what a reading gives; null if they cannot be compared.</summary>
    public static bool? Fits(Quantity quantity, IReadOnlyList<Cell> cells, decimal sum)
    {
        var isAmount = cells[0].Kind == ValueKind.Amount;
        if (isAmount != quantity.IsMoney) return null;
        var (value, slack) = isAmount ? quantity.In(cells[0].Unit) ?? (decimal.MinValue, 0m) : (quantity.Value, quantity.Slack);
        return value == decimal.MinValue ? null : Math.Abs(value - sum) <= slack;
    }
}
