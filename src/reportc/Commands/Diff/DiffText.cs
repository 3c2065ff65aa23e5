using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Rules;

namespace Reportc.Commands.Diff;

/// <summary>What changed between two years, for people.</summary>
internal sealed class DiffText(Comparison comparison, Language language, int width = 0)
{
    /// <summary>The district's table, then those of the units that changed.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text, comparison.After.Authority, comparison.Totals, hasBefore: true, hasAfter: true);
        foreach (var line in comparison.Units ?? [])
            Append(text, Comparison.Name(line).In(language), line.Changes, !line.Before.IsEmpty, !line.After.IsEmpty);
        return text.Append(Wrapped.Broken(comparison.Summary().In(language), width)).Append('\n').ToString();
    }

    private void Append(StringBuilder text, string name, ImmutableArray<Change> changes, bool hasBefore, bool hasAfter)
    {
        var shown = Comparison.Shown(changes).ToList();
        if (shown.Count == 0) return;
        var table = new TextTable(1, 2, 3);
        table.Add(DisplayWidth.Clean(name), Year(comparison.Before.Year), Year(comparison.After.Year));
        foreach (var change in shown)
            table.Add("  " + change.Path, Comparison.Value(change.Before), Comparison.Value(change.After), Comparison.Delta(change),
                comparison.Remark(change, hasBefore, hasAfter).In(language));
        table.AppendTo(text, width: width);
        text.Append('\n');
    }

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
