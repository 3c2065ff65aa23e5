using System.Globalization;
using System.Net;
using System.Text;
using ReportCompiler.Forms;

namespace ReportCompiler.Tests.Importing;

/// <summary>
/// A report as an office would publish it, made of an edition's labels: every figure is another, so that one in the wrong cell is seen.
/// </summary>
internal sealed class PublishedPage
{
    public const string Unit = "某市样例局";

    public const int Year = 2021;

    private PublishedPage(Edition edition, Func<Cell, string> figure)
    {
        Edition = edition;
        foreach (var table in edition.Tables)
        {
            if (table.IsAcross) Tables.Add(Across(table, figure));
            else if (table.Bands.Length > 1) Tables.Add(Bands(table, figure));
            else Tables.Add(Down(table, figure));
        }
    }

    public Edition Edition { get; }

    public List<PublishedTable> Tables { get; } = [];

    /// <summary>The report with a figure of its own in each cell.</summary>
    public static PublishedPage Of(Edition edition) => new(edition, c => Figure(c));

    /// <summary>The report with figures that a test chooses.</summary>
    public static PublishedPage Of(Edition edition, Func<Cell, string> figure) => new(edition, figure);

    /// <summary>The figure of a cell.</summary>
    public static string Figure(Cell cell) => (cell.Index + 1001).ToString(CultureInfo.InvariantCulture);

    /// <summary>The page.</summary>
    public string ToHtml(string? between = null)
    {
        var html = new StringBuilder();
        html.Append("<html><head><meta charset=\"utf-8\"><title>年报</title></head><body>\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Unit}{Year}年政府信息公开工作年度报告</h1>\n<p>现公布本机关报告。</p>\n");
        foreach (var section in Edition.Sections)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p><b>{section.Ordinal}、{section.Heading}</b></p>\n");
            var at = 0;
            foreach (var table in Tables.Where(t => t.Table.Key == section.Table))
                html.Append(at++ == 0 ? "" : between).Append(table.ToHtml()).Append('\n');
            if (section.Table is null) html.Append("<p>平稳有序。</p>\n");
        }
        return html.Append("<p>某市样例局</p><p>2022年1月20日</p></body></html>\n").ToString();
    }

    private static PublishedTable Down(Table table, Func<Cell, string> figure)
    {
        var band = table.Bands[0];
        var (labels, heads) = (band.Rows.Max(Depth), band.Columns.Max(Depth));
        var made = new PublishedTable(table);
        for (var i = 0; i < heads; i++) made.Rows.Add([]);
        made.Rows[0].Add(new PublishedCell(table.Note ?? band.Stub ?? "项目") { Rows = heads, Columns = labels });
        foreach (var column in band.Columns) Head(made, column, 0, heads);
        foreach (var row in band.Rows) Rows(made, row, labels, [], figure);
        return made;
    }

    private static void Head(PublishedTable made, Column column, int level, int heads)
    {
        made.Rows[level].Add(new PublishedCell(column.Label)
        {
            Columns = column.Leaves.Count(),
            Rows = column.Children.IsEmpty ? heads - level : 1,
        });
        foreach (var child in column.Children) Head(made, child, level + 1, heads);
    }

    private static void Rows(PublishedTable made, Row row, int columns, List<PublishedCell> before, Func<Cell, string> figure)
    {
        var isList = made.Table.Arrangement == Arrangement.List;
        if (row.IsGroup && !isList)
        {
            var group = new PublishedCell(row.Label) { Rows = row.Leaves.Count() };
            List<PublishedCell> first = [.. before, group];
            foreach (var child in row.Children)
            {
                Rows(made, child, columns - 1, first, figure);
                first = [];
            }
            return;
        }
        var cells = (row.IsGroup ? row.OwnValue?.Cells : row.IsOwnValue ? null : row.Cells) ?? [];
        if (!row.IsOwnValue)
        {
            List<PublishedCell> line = [.. before, new PublishedCell(row.Label) { Columns = columns }];
            line.AddRange(cells.IsEmpty ? [new PublishedCell("")] : cells.Select(c => new PublishedCell(figure(c)) { Cell = c }));
            made.Rows.Add(line);
        }
        foreach (var child in row.Children.Where(c => !c.IsOwnValue)) Rows(made, child, columns, [], figure);
    }

    private static PublishedTable Bands(Table table, Func<Cell, string> figure)
    {
        var made = new PublishedTable(table);
        var width = 1 + table.Bands.Max(b => b.Leaves.Length);
        foreach (var band in table.Bands)
        {
            made.Rows.Add([new PublishedCell(band.Title!) { Columns = width }]);
            made.Rows.Add([new PublishedCell(band.Stub!), .. band.Leaves.Select(
                (c, i) => new PublishedCell(c.Label) { Columns = Wide(i) })]);
            foreach (var row in band.Rows)
                made.Rows.Add([new PublishedCell(row.Label), .. row.Cells.Select(
                    (c, i) => new PublishedCell(figure(c)) { Columns = Wide(i), Cell = c })]);

            int Wide(int i) => i == band.Leaves.Length - 1 ? width - 1 - i : 1;
        }
        return made;
    }

    private static PublishedTable Across(Table table, Func<Cell, string> figure)
    {
        var made = new PublishedTable(table);
        var band = table.Bands[0];
        var depth = band.Rows.Max(Depth);
        for (var i = 0; i < depth + 2; i++) made.Rows.Add([]);
        foreach (var row in band.Rows) Top(row, 0);
        foreach (var row in band.Rows.SelectMany(r => r.Leaves))
        {
            made.Rows[depth].AddRange(row.Cells.Select(c => new PublishedCell(c.Column.Label)));
            made.Rows[depth + 1].AddRange(row.Cells.Select(c => new PublishedCell(figure(c)) { Cell = c }));
        }
        return made;

        void Top(Row row, int level)
        {
            var cell = new PublishedCell(row.Label) { Columns = row.AllCells.Count(), Rows = row.IsGroup ? 1 : depth - level };
            made.Rows[level].Add(cell);
            foreach (var child in row.Children) Top(child, level + 1);
        }
    }

    private static int Depth(Row row) => row.Children.IsEmpty ? 1 : 1 + row.Children.Max(Depth);

    private static int Depth(Column column) => column.Children.IsEmpty ? 1 : 1 + column.Children.Max(Depth);
}

/// <summary>A table of a published report.</summary>
internal sealed class PublishedTable(Table table)
{
    public Table Table { get; } = table;

    public List<List<PublishedCell>> Rows { get; } = [];

    public string ToHtml()
    {
        var html = new StringBuilder("<table border=\"1\">\n");
        foreach (var row in Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row)
            {
                html.Append("<td");
                if (cell.Columns > 1) html.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.Columns}\"");
                if (cell.Rows > 1) html.Append(CultureInfo.InvariantCulture, $" rowspan={cell.Rows}");
                html.Append('>').Append(cell.Html ?? WebUtility.HtmlEncode(cell.Text)).Append("</td>");
            }
            html.Append("</tr>\n");
        }
        return html.Append("</table>").ToString();
    }
}

/// <summary>A cell of a published report.</summary>
internal sealed record PublishedCell(string Text)
{
    public int Columns { get; set; } = 1;

    public int Rows { get; set; } = 1;

    public string Text { get; set; } = Text;

    /// <summary>Markup in place of the text.</summary>
    public string? Html { get; set; }

    /// <summary>The cell of the form; null for a label.</summary>
    public Cell? Cell { get; init; }
}
