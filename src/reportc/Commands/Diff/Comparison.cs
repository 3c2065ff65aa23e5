using System.Collections.Immutable;
using System.Globalization;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Rules;

namespace Reportc.Commands.Diff;

/// <summary>What <c>diff</c> shows: the figures of two years that are not the same, the district's first.</summary>
/// <param name="Units">The units; null if they are not asked for.</param>
internal sealed record Comparison(District Before, District After, ImmutableArray<Change> Totals, ImmutableArray<LineChange>? Units)
{
    /// <summary>Those of the two years whose figures are in doubt.</summary>
    public ImmutableArray<District> InDoubt { get; init; } = [];

    /// <summary>Compares two years.</summary>
    public static Comparison Of(Project project, District before, District after, bool units) =>
        new(before, after, Difference.OfTotals(project, before, after), units ? Difference.OfUnits(project, before, after) : null);

    /// <summary>The figures to show: those that changed, and those that one year alone has, if there is anything in them.</summary>
    public static IEnumerable<Change> Shown(IEnumerable<Change> changes) => changes.Where(c => (c.Before ?? 0) != (c.After ?? 0));

    /// <summary>How many jump.</summary>
    public int Jumps => Totals.Count(c => c.IsJump) + (Units?.Sum(u => u.Changes.Count(c => c.IsJump)) ?? 0);

    /// <summary>The cells of either form that the other does not have.</summary>
    public int OfOneEdition => Totals.Count(c => c.Before is null || c.After is null);

    /// <summary>The counts at the end.</summary>
    public Text Summary()
    {
        var (changed, same, single) = (Totals.Count(c => c is { Before: { } a, After: { } b } && a != b),
            Totals.Count(c => c.Before == c.After), OfOneEdition);
        return new($"{changed} 格有变化，{same} 格不变{(single > 0 ? $"，{single} 格只在一个版本中有" : "")}；{Jumps} 处跳变",
            $"{changed} cells changed, {same} did not{(single > 0 ? $", {single} are in one edition only" : "")}; jumps: {Jumps}");
    }

    /// <summary>How a figure is written.</summary>
    public static string Value(decimal? value) => value is { } figure ? Figure.Format(figure) : "-";

    /// <summary>How much it changed, with its sign; empty if one year has no such cell.</summary>
    public static string Delta(Change change) =>
        change is { Before: { } before, After: { } after } ? (after > before ? "+" : "") + Figure.Format(after - before) : "";

    /// <summary>How much that is of what it was, to a tenth of a percent; empty where nothing was.</summary>
    public static Text Percent(Change change)
    {
        const int Most = 100;
        if (change is not { Before: { } before and not 0, After: { } after }) return Text.Same("");
        var delta = after - before;
        // Beyond that it says nothing in percent, and a quotient may be more than a figure can be.
        if (Math.Abs(delta) / Most > Math.Abs(before)) return new($"{Most} 倍以上", $"over {Most} times");
        var percent = Math.Round(delta / Math.Abs(before) * 100, 1, MidpointRounding.AwayFromZero);
        return Text.Same((percent > 0 ? "+" : "") + percent.ToString("0.0", CultureInfo.InvariantCulture));
    }

    /// <summary>What is to be said of a change.</summary>
    public Text Remark(Change change, bool hasBefore = true, bool hasAfter = true)
    {
        List<Text> remarks = [];
        if (change.IsJump) remarks.Add(new("跳变", "jump"));
        if (change.Joined is { } joined)
        {
            if (joined.Before.Length > 1 && hasBefore) remarks.Add(OfSum(Before.Edition.Key, joined.Before.Length));
            if (joined.Now.Length > 1 && hasAfter) remarks.Add(OfSum(After.Edition.Key, joined.Now.Length));
        }
        // An indicator is of no edition: it may have no figure of several units together.
        else if (change.Before is null && hasBefore && After.Edition.Find(change.Path) is not null) remarks.Add(Lacking(Before));
        else if (change.After is null && hasAfter && Before.Edition.Find(change.Path) is not null) remarks.Add(Lacking(After));
        return new(string.Join('，', remarks.Select(r => r.Chinese)), string.Join(", ", remarks.Select(r => r.English)));
    }

    private static Text OfSum(string edition, int cells) =>
        new($"{edition} 版是 {cells} 格之和", $"the sum of {cells} cells in edition {edition}");

    private static Text Lacking(District district) => new($"{district.Edition.Key} 版没有这一格", $"not in edition {district.Edition.Key}");

    /// <summary>The name of a line of units.</summary>
    public static Text Name(LineChange line)
    {
        if (line.Before.SequenceEqual(line.After, StringComparer.Ordinal)) return Text.Same(line.After[0]);
        if (line.Before.IsEmpty) return new($"{List(line.After)}（前一年度没有）", $"{List(line.After)} (new)");
        if (line.After.IsEmpty) return new($"{List(line.Before)}（后一年度没有）", $"{List(line.Before)} (gone)");
        return Text.Same($"{List(line.Before)} → {List(line.After)}");
    }

    private static string List(IEnumerable<string> units) => string.Join('、', units);
}
