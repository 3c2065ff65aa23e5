using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Projects;

namespace ReportCompiler.Drafting;

/// <summary>Writes every row of an edition in its order, each with its label and unit as printed; totals are computed.</summary>
/// <param name="edition">The form.</param>
/// <param name="lines">Written into.</param>
/// <param name="fill">What stands in a row with cells.</param>
internal sealed class DataFile(Edition edition, CommentedLines lines, Func<Row, DraftedRow> fill)
{
    /// <summary>All tables, a line left empty before each.</summary>
    public void AddTables()
    {
        foreach (var table in edition.Tables)
        {
            lines.Break();
            lines.Remark("", Heading(table));
            Add(table);
        }
    }

    /// <summary>One table.</summary>
    public void Add(Table table)
    {
        lines.Add($"{table.Key}:");
        foreach (var band in table.Bands)
        {
            if (OfBand(band) is { } remark) lines.Remark("  ", remark);
            foreach (var row in band.Rows) Add(row, "  ");
        }
    }

    /// <summary>A table's heading in the report.</summary>
    public string Heading(Table table) => edition.HeadingOf(table);

    /// <summary>The authority's own figures, after a line left empty; nothing if there are none.</summary>
    public static void AddIndicators(
        Edition edition, CommentedLines lines, IReadOnlyCollection<Indicator> indicators, string value)
    {
        if (indicators.Count == 0) return;
        lines.Break();
        lines.Remark("", new Text("本机关自定的指标", "The authority's own figures").In(edition.Language));
        lines.Add($"{Indicator.Group}:");
        foreach (var indicator in indicators)
        {
            var remark = indicator.Label == indicator.Key ? indicator.Unit : Labelled(edition, indicator.Label, indicator.Unit);
            lines.Add($"  {indicator.Key}: {value}", remark);
        }
    }

    /// <summary>How the rows of a band are written, so that it can be copied.</summary>
    private string? OfBand(Band band)
    {
        if (band.IsSingle) return band.Title is null ? null : band.Title + Say("：", ": ") + band.Leaves[0].Label;
        var row = band.Rows.SelectMany(r => r.Leaves).FirstOrDefault(r => r.Cells.Any(c => !c.IsTotal));
        if (row is null) return band.Title;
        var cells = row.Cells.Where(c => !c.IsTotal).ToList();
        var form = Say("每行写成", "each row as") + $" {{{string.Join(", ", cells.Select(c => $"{c.Column.Key}: 0"))}}}";
        var signed = cells.Find(c => c.Kind == ValueKind.SignedCount)?.Column.Key;
        return $"{(band.Title is null ? "" : band.Title + Say("：", ": "))}{form}"
            + (signed is null ? "" : Say($"；{signed}：增加写 3，减少写 -3", $"; {signed}: 3 for three more, -3 for three fewer"));
    }

    private void Add(Row row, string indent)
    {
        if (row.Key is null) lines.Remark(indent, row.Label);
        else if (row.IsGroup) lines.Add($"{indent}{row.Key}:", row.Label == row.Key ? null : row.Label);
        foreach (var below in row.Children) Add(below, row.Key is null ? indent : indent + "  ");
        if (row.IsGroup) return;
        if (row.Cells.All(c => c.IsTotal))
            lines.Remark(indent,
                (row.IsOwnValue ? row.Key : row.Label) + Say("由程序计算，不必写", " is computed and need not be written"));
        else
        {
            var (value, remark) = fill(row);
            lines.Add($"{indent}{row.Key}: {value}", remark is null ? Describe(row) : $"{Describe(row)}{Say("；", "; ")}{remark}");
        }
    }

    private string Describe(Row row)
    {
        var units = row.Cells.Where(c => !c.IsTotal).GroupBy(c => c.Unit, StringComparer.Ordinal).ToList();
        var each = units.Select(u => string.Join(Say("、", ", "), u.Select(c => c.Column.Key)) + Say("：", ": ") + u.Key);
        var unit = units.Count == 1 ? units[0].Key : string.Join(Say("；", "; "), each);
        return row.IsOwnValue || row.Label == row.Key ? unit : Labelled(edition, row.Label, unit);
    }

    private static string Labelled(Edition edition, string label, string unit) =>
        unit.Length == 0 ? label : new Text($"{label}（{unit}）", $"{label} ({unit})").In(edition.Language);

    private string Say(string chinese, string english) => new Text(chinese, english).In(edition.Language);
}
