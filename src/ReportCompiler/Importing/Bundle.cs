using ReportCompiler.Forms;
using ReportCompiler.Importing.Documents;
using ReportCompiler.Importing.Matching;
using ReportCompiler.Importing.Prose;

namespace ReportCompiler.Importing;

/// <summary>
/// A workbook that holds the reports of several, as <c>export</c> and offices that collect forms in one file make it: every sheet with a
/// title of its own begins one, and sheets without a title go on with it.
/// </summary>
internal static class Bundle
{
    private static readonly string[] Units = ["单位", "Unit"];

    /// <summary>As many columns a list of units may have before that of their names.</summary>
    private const int MostBefore = 3;

    /// <summary>The reports with the sheets they begin on, in their order; none if the workbook is of one.</summary>
    /// <param name="paper">The workbook.</param>
    /// <param name="editions">The editions that its reports may be of.</param>
    public static IReadOnlyList<(string Sheet, Paper Report)> Of(Paper paper, IReadOnlyList<Edition> editions)
    {
        if (paper.Form is not null) return [];
        var reports = new List<(DocumentTitle Title, string Sheet, List<Block> Blocks)>();
        var lists = paper.Lists.ToList();
        var units = Units.Concat(editions.Select(e => e.Wording["单位"])).Select(u => LabelText.Of(u).Name)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var sheet in paper.Sheets)
        {
            var title = sheet.Blocks.OfType<Paragraph>().Select(p => DocumentTitle.Of(p.Line, editions)).FirstOrDefault(t => t is not null);
            var at = title is null ? reports.Count - 1 : reports.FindIndex(r => r.Title == title);
            if (title is null && (at < 0 || IsList(sheet, units))) lists.Add(sheet.Name);
            else if (at >= 0) reports[at].Blocks.AddRange(sheet.Blocks);
            else reports.Add((title!, sheet.Name, [.. sheet.Blocks]));
        }
        if (reports.Count < 2) return [];
        return [.. reports.Select((r, i) => (r.Sheet, new Paper(r.Blocks) { Lists = i == 0 ? lists : [] }))];
    }

    /// <summary>Whether a sheet lists units, a row or more each: no form has a column of their names.</summary>
    private static bool IsList(PaperSheet sheet, HashSet<string> units) => sheet.Blocks.OfType<PaperTable>().Any(
        t => t.Rows.Take(MostBefore).Any(r => r.Cells.Count > MostBefore && r.Cells.Take(MostBefore)
            .Any(c => units.Contains(LabelText.Of(c.Text).Name))));
}
