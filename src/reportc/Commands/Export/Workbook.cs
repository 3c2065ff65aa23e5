using System.Globalization;
using System.Text;
using Reportc.Projects;
using ReportCompiler.Aggregation;
using ReportCompiler.Forms;
using ReportCompiler.Rendering;

namespace Reportc.Commands.Export;

/// <summary>
/// A workbook: the totals laid out like the form, a sheet for each table and year, and all figures of the units on a sheet of their
/// own. Its few parts are written here; a library for them would be larger than the rest of the program.
/// </summary>
internal static class Workbook
{
    /// <summary>How every part begins.</summary>
    public const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /// <summary>The namespace of a sheet.</summary>
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const int LongestName = 31;
    private const string DataName = "数据";

    /// <summary>The file.</summary>
    public static byte[] Of(ExportedYears years)
    {
        var sheets = new List<(string Name, Sheet Sheet)>();
        foreach (var district in years.Districts)
            foreach (var table in district.Edition.Tables)
                sheets.Add((NameOf(sheets.Count, district.Year, table), OfTable(district, table, years.Project.IsInDoubt(district))));
        sheets.Add((DataName, Data(years.Figures, years.Project.InJson)));
        return StoredZip.Of(Parts(sheets));
    }

    private static Sheet OfTable(District district, Table table, bool isInDoubt)
    {
        var sheet = new Sheet();
        if (isInDoubt) sheet.Head(SingleProject.DoubtOf(district.Year).Chinese);
        foreach (var cell in Grid.Of(table))
        {
            if (cell.Figure is { } figure) sheet.Write(cell.Row, cell.Column, district.Totals.Value(figure), Sheet.Style.Figure);
            else sheet.Write(cell.Row, cell.Column, cell.Text, Sheet.Style.Heading);
            sheet.Merge(cell, cell.Figure is null ? Sheet.Style.Heading : Sheet.Style.Figure);
        }
        return sheet;
    }

    private static Sheet Data(IEnumerable<ExportedFigure> figures, Func<string, string> path)
    {
        var sheet = new Sheet();
        for (var c = 0; c < FigureTable.Columns.Length; c++) sheet.Write(0, c, FigureTable.Columns[c], Sheet.Style.Heading);
        var row = 0;
        foreach (var figure in figures)
        {
            var fields = FigureTable.Fields(figure, path);
            row++;
            for (var c = 0; c < fields.Length; c++)
            {
                if (FigureTable.Columns[c] is "year" or "value" or "line" && fields[c] is { } number)
                    sheet.Write(row, c, decimal.Parse(number, CultureInfo.InvariantCulture));
                else if (fields[c] is { Length: > 0 } text) sheet.Write(row, c, text);
            }
        }
        return sheet;
    }

    private static IEnumerable<(string Name, string Text)> Parts(List<(string Name, Sheet Sheet)> sheets)
    {
        var numbers = Enumerable.Range(1, sheets.Count).ToList();
        yield return ("[Content_Types].xml", Part("Types", "http://schemas.openxmlformats.org/package/2006/content-types",
            "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + Override("workbook", "sheet.main") + Override("styles", "styles")
            + string.Concat(numbers.Select(n => Override($"worksheets/sheet{n}", "worksheet")))));
        yield return ("_rels/.rels", Part("Relationships", Relations, Relation("rId1", "officeDocument", "xl/workbook.xml")));
        yield return ("xl/_rels/workbook.xml.rels", Part("Relationships", Relations,
            string.Concat(numbers.Select(n => Relation($"rId{n}", "worksheet", $"worksheets/sheet{n}.xml")))
                + Relation($"rId{sheets.Count + 1}", "styles", "styles.xml")));
        yield return ("xl/styles.xml", Part("styleSheet", Main, Styles));
        yield return ("xl/workbook.xml", Part("workbook", Main,
            "<sheets>" + string.Concat(
                sheets.Select((s, i) =>
                $"<sheet name=\"{Sheet.Escape(s.Name)}\" sheetId=\"{i + 1}\" xmlns:r=\"{Office}\" r:id=\"rId{i + 1}\"/>")) + "</sheets>"));
        for (var i = 0; i < sheets.Count; i++) yield return ($"xl/worksheets/sheet{i + 1}.xml", sheets[i].Sheet.ToString());
    }

    // In the order of Sheet.Style.
    private const string Styles = "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"宋体\"/></font>"
        + "<font><b/><sz val=\"11\"/><name val=\"宋体\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
        + "<border><left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/><bottom style=\"thin\"/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyFont=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
        + "<alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/></xf>"
        + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyBorder=\"1\"/></cellXfs>";

    private static string Part(string element, string space, string content) =>
        $"{Declaration}<{element} xmlns=\"{space}\">{content}</{element}>";

    private static string Override(string part, string type) =>
        $"<Override PartName=\"/xl/{part}.xml\" ContentType=\"{ContentType}{type}+xml\"/>";

    private static string Relation(string id, string type, string target) =>
        $"<Relationship Id=\"{id}\" Type=\"{Office}/{type}\" Target=\"{target}\"/>";

    /// <summary>A spreadsheet cuts no name but refuses a long one, and a name twice.</summary>
    private static string NameOf(int number, int year, Table table)
    {
        var name = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{year} {table.Key}").ToString();
        return name.Length <= LongestName ? name : string.Create(CultureInfo.InvariantCulture, $"{name[..(LongestName - 5)]}~{number}");
    }
}
