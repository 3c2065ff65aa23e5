using ReportCompiler.Forms;

namespace ReportCompiler.Tests.Importing.Published;

/// <summary>
/// A report as an office would publish it, made of an edition's labels, before it is written in any format. No two of its figures but
/// zeros are the same, so that one in the wrong cell is seen.
/// </summary>
internal sealed class PublishedReport
{
    public const string Unit = "某市样例局";

    private PublishedReport(Edition edition, Func<Cell, string> made)
    {
        Edition = edition;
        foreach (var cell in edition.Cells) Truth[cell] = made(cell);
        Func<Cell, string> figure = c => Truth[c];
        Parts.Add(new PublishedPart($"{Unit}{Year}年政府信息公开工作年度报告"));
        Parts.Add(new PublishedPart("现公布本机关报告。"));
        foreach (var section in edition.Sections)
        {
            Parts.Add(new PublishedPart($"{section.Ordinal}、{section.Heading}"));
            if (edition.Tables.FirstOrDefault(t => t.Key == section.Table) is not { } table) Parts.Add(new PublishedPart("平稳有序。"));
            else if (table.IsAcross) Add(Across(table, figure));
            else if (table.Bands.Length > 1) Add(Bands(table, figure));
            else Add(Down(table, figure));
        }
        Parts.Add(new PublishedPart(Unit));
        Parts.Add(new PublishedPart($"{Year + 1}年1月20日"));

        void Add(PublishedTable table) => Parts.Add(new PublishedPart(table));
    }

    public Edition Edition { get; }

    public int Year => Edition.From;

    /// <summary>Its lines and tables, from top to bottom.</summary>
    public List<PublishedPart> Parts { get; } = [];

    public List<PublishedTable> Tables => [.. Parts.Select(p => p.Table).OfType<PublishedTable>()];

    /// <summary>What stands in every cell before anything was spoiled.</summary>
    public Dictionary<Cell, string> Truth { get; } = [];

    /// <summary>The report with a figure of its own in each cell.</summary>
    public static PublishedReport Of(Edition edition) => new(edition, c => $"{c.Index + 1001}");

    /// <summary>The report with figures that a test chooses.</summary>
    public static PublishedReport Of(Edition edition, Func<Cell, string> figure) => new(edition, figure);

    /// <summary>The report as real ones are: zeros are many, figures short and long, amounts have decimals, changes a sign.</summary>
    public static PublishedReport Of(Edition edition, Random random) => new(edition, cell =>
    {
        if (random.Next(3) == 0) return "0";
        var figure = random.Next(2) == 0 ? $"{cell.Index + 1}" : $"{cell.Index + 1001 + (random.Next(12) * 1000)}";
        return cell.Kind == ValueKind.Amount ? $"{figure}.{random.Next(1, 10)}"
            : cell.Kind == ValueKind.SignedCount && random.Next(2) == 0 ? $"-{figure}" : figure;
    });

    /// <summary>Puts other tables, or lines, in the place of one.</summary>
    public void Replace(PublishedTable table, params IEnumerable<PublishedPart> parts)
    {
        var at = Parts.FindIndex(p => p.Table == table);
        Parts.RemoveAt(at);
        Parts.InsertRange(at, parts);
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
