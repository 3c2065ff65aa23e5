using ReportCompiler.Diagnostics;
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
        Years.UnionWith(other.Years);
    }

    /// <summary>All in one line.</summary>
    public Text Summary() => new(
        $"{Units} 个单位，检查 {Tally.Equations} 条勾稽关系，{Tally.Broken} 条不成立；{Errors} 个错误，{Warnings} 个警告",
        $"{Of(Units, "unit")}, {Of(Tally.Equations, "equation")} checked, {Tally.Broken} broken; "
            + $"{Of(Errors, "error")}, {Of(Warnings, "warning")}");

    private static string Of(int number, string thing) => $"{number} {thing}{(number == 1 ? "" : "s")}";
}
