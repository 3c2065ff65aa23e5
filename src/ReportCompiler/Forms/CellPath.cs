namespace ReportCompiler.Forms;

/// <summary>Finds cells by a path as people write it: keys or labels; numbering, spaces, quotes and width ignored.</summary>
public static class CellPath
{
    // The dots of Chinese keyboards are dots too.
    private static readonly char[] Dots = ['.', '．', '。', '·', '・'];

    /// <summary>The cell of a path; null if the form has none.</summary>
    public static Cell? Find(Form form, string path) =>
        form.Find(path) ?? Readings(form, path).Select(r => r.Cell).FirstOrDefault(c => c is not null);

    /// <summary>The cells of a path that names one, or a group and a column; null if it names neither.</summary>
    public static PathCells? FindAll(Form form, string path)
    {
        if (Find(form, path) is { } cell) return new PathCells(cell.Path, cell.Gloss, [cell]);
        // 其他处理.其他 is a row before it is a column.
        return FindStep(form, path) is null ? Readings(form, path).Select(r => r.Rows).FirstOrDefault(r => r is not null) : null;
    }

    /// <summary>The path by keys of a table, group or row that is no cell; null if the form has none.</summary>
    public static string? FindStep(Form form, string path) =>
        Readings(form, path).Where(r => r.Column is null && r.Cell is null).Select(r => r.Row?.Path ?? r.Table.Key).FirstOrDefault();

    /// <summary>One way to read a path. A label may hold a dot ("1.属于国家秘密"): each step takes as many parts as make a name.</summary>
    private sealed record PathReading(Table Table, Row? Row, Column? Column, string Gloss)
    {
        public Cell? Cell => Row is not { IsGroup: false } row ? null
            : Column is null ? (row.Cells.Length == 1 ? row.Cells[0] : null) : row.Cells.FirstOrDefault(c => c.Column == Column);

        public PathCells? Rows
        {
            get
            {
                if (Row is not { IsGroup: true } || Column is null || Table.BandOf(Row.Leaves.First()).IsSingle) return null;
                var cells = Row.Details.SelectMany(r => r.Cells).Where(c => c.Column == Column);
                return new PathCells($"{Row.Path}.{Column.Key}", Gloss, [.. cells]);
            }
        }
    }

    private static IEnumerable<PathReading> Readings(Form form, string path)
    {
        var parts = path.Split(Dots);
        for (var end = 1; end <= parts.Length; end++)
            if (form.FindTable(Name(parts, 0, end)) is { } table)
                foreach (var reading in Below(table, null, table.Gloss, parts, end)) yield return reading;
    }

    private static IEnumerable<PathReading> Below(Table table, Row? row, string gloss, string[] parts, int start)
    {
        if (start == parts.Length)
        {
            yield return new PathReading(table, row, null, gloss);
            yield break;
        }
        for (var end = start + 1; end <= parts.Length; end++)
        {
            var name = Name(parts, start, end);
            if ((row is null ? table.Find(name) : row.Find(name)) is not { } below) continue;
            foreach (var reading in Below(table, below, $"{gloss}, {below.Gloss}", parts, end)) yield return reading;
        }
        if (row is not null && table.BandOf(row.Leaves.First()).FindColumn(Name(parts, start, parts.Length)) is { } column)
            yield return new PathReading(table, row, column, $"{gloss}, {column.Gloss}");
    }

    private static string Name(string[] parts, int start, int end) => string.Join('.', parts[start..end]);
}
