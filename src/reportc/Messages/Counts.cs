using ReportCompiler.Diagnostics;
using ReportCompiler.Narratives;
using ReportCompiler.Rules;

namespace Reportc.Messages;

/// <summary>What was looked at and what was found, over any number of years and projects.</summary>
internal sealed class Counts
{
    public int Errors { get; private set; }

    public int Warnings { get; private set; }

    public int Infos { get; private set; }

    /// <summary>How many findings could be mended without a decision.</summary>
    public int Fixable { get; private set; }

    public int Files { get; private set; }

    public int Units { get; private set; }

    public Tally Tally { get; private set; }

    /// <summary>The figures of the narratives, by what is known of each.</summary>
    public ProseTally Prose { get; private set; }

    public SortedSet<int> Years { get; } = [];

    /// <summary>Counts a finding.</summary>
    public void Add(Diagnostic diagnostic)
    {
        if (!diagnostic.Edits.IsEmpty) Fixable++;
        switch (diagnostic.Severity)
        {
            case Severity.Error:
                Errors++;
                break;
            case Severity.Warning:
                Warnings++;
                break;
            default:
                Infos++;
                break;
        }
    }

    /// <summary>Counts what was looked at.</summary>
    public void Add(int year, int files, int units, Tally tally)
    {
        Years.Add(year);
        Files += files;
        Units += units;
        Tally += tally;
    }

    /// <summary>Counts the figures of a narrative.</summary>
    public void Add(ProseTally prose) => Prose += prose;

    /// <summary>Adds the counts of another project.</summary>
    public void Add(Counts other)
    {
        Errors += other.Errors;
        Warnings += other.Warnings;
        Infos += other.Infos;
        Fixable += other.Fixable;
        Files += other.Files;
        Units += other.Units;
        Tally += other.Tally;
        Prose += other.Prose;
        Years.UnionWith(other.Years);
    }

    /// <summary>All in one line.</summary>
    public Text Summary() => new(
        $"{Units} 个单位，检查 {Tally.Equations} 条勾稽关系，{Tally.Broken} 条不成立；{Errors} 个错误，{Warnings} 个警告",
        $"{Of(Units, "unit")}, {Of(Tally.Equations, "equation")} checked, {Tally.Broken} broken; "
            + $"{Of(Errors, "error")}, {Of(Warnings, "warning")}");

    /// <summary>What is known of the figures of the prose, in one line; null if there is none.</summary>
    public Text? ProseSummary() => Prose.Figures == 0 ? null : new(
        $"正文 {Prose.Figures} 个数：计算 {Prose.Computed}，核对相符 {Prose.Verified}，不符 {Prose.Contradicted}，"
            + $"另有范围 {Prose.Outside}，未读懂 {Prose.Unread}",
        $"{Of(Prose.Figures, "figure")} in the prose: {Prose.Computed} computed, {Prose.Verified} verified, "
            + $"{Prose.Contradicted} contradicted, {Prose.Outside} of another scope, {Prose.Unread} not understood");

    private static string Of(int number, string thing) => $"{number} {thing}{(number == 1 ? "" : "s")}";
}
