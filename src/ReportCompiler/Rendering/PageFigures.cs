using System.Globalization;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Grids;
using ReportCompiler.Input;

namespace ReportCompiler.Rendering;

/// <summary>
/// Reads the statutory tables back from a page and holds them to the totals: what is published is what was checked, whatever template
/// made the page, and whatever tables the narrative adds to it.
/// </summary>
/// <param name="findings">Takes every cell that differs, and every table that is not there.</param>
/// <param name="report">What the page was made of.</param>
/// <param name="format">What made it.</param>
internal sealed class PageFigures(Findings findings, Report report, ReportFormat format)
{
    /// <summary>How many cells of a page are told one by one; a table that is wrong as a whole need not fill the screen.</summary>
    private const int MostTold = 10;

    private readonly Figures _totals = report.Year.District.Totals;
    private readonly Location? _at = At(report.Templates, format.File);

    /// <summary>The project's own template that prints the tables; null if it has none.</summary>
    private static Location? At(Templates templates, string file)
    {
        var table = file.Replace("report", "table", StringComparison.Ordinal);
        return templates.OwnSource(file, table, file + ".xml", table + ".xml") is { } own ? Location.AtStart(own) : null;
    }

    /// <summary>Checks a page.</summary>
    public static void Check(Report report, ReportFormat format, OutputFile page)
    {
        var edition = report.Year.District.Edition;
        var check = new PageFigures(report.Findings, report, format);
        var sought = new SoughtTables(edition) { Known = format.Known, IsRight = check.IsRight };
        var grids = format.Tables!(page.Bytes, sought);
        var matches = grids.Select(g => edition.Tables.Select(t => GridMatch.Of(t, g)).ToArray()).ToArray();
        var isRight = true;
        for (var i = 0; i < edition.Tables.Length; i++)
            isRight &= check.Check(edition.Tables[i], [.. matches.SelectMany(m => m[i])], sought.Seen);
        if (!isRight) return;
        for (var i = 0; i < grids.Count; i++)
            if (KnownTable.Of(grids[i], matches[i].SelectMany(m => m)) is { } known) format.Known.Add(edition, known);
    }

    private bool Check(Table table, List<MatchedCell> found, bool[] seen)
    {
        foreach (var match in found) seen[match.Cell.Index] = true;
        var missing = table.Leaves.SelectMany(r => r.Cells).Where(c => !seen[c.Index]).ToList();
        if (missing.Count > 0)
            Add(Errors.Templates.PageTable(_at, format.File, table.Caption, missing[0].Name, missing.Count), missing[0], null);
        var wrong = found.Where(m => !IsRight(m.Cell, m.There.Text)).ToList();
        foreach (var (cell, there) in wrong.Take(MostTold))
        {
            var total = Figure.Format(_totals.Value(cell));
            Add(Errors.Templates.PageFigure(_at, format.File, cell.Name, total, there.Text, wrong.Count), cell, there.Text);
        }
        return wrong.Count == 0 && missing.Count == 0;
    }

    private void Add(Diagnostic finding, Cell cell, string? actual) => findings.Add(finding with
    {
        Unit = report.Year.Project.Authority,
        Year = report.Year.District.Year,
        OfDistrict = true,
        Cell = cell.Path,
        Expected = Figure.Format(_totals.Value(cell)),
        Actual = actual,
    });

    private bool IsRight(Cell cell, ReadOnlySpan<char> there)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var total = _totals.Value(cell);
        var style = report.Year.Project.Style;
        if (there.IsEmpty) return total == 0 && style.BlankZeros;
        total = style.Rounded(total, cell.Kind);
        // Most figures are counts, and written as such.
        if (there is [>= '0' and <= '9' and var digit]) return total == digit - '0';
        return decimal.TryParse(there, Plain, CultureInfo.InvariantCulture, out var printed) && printed == total;
    }
}
