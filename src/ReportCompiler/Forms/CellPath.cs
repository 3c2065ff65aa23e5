namespace ReportCompiler.Forms;

/// <summary>Finds a cell by a path as people write it: keys or labels, numbering, spaces, quotes and width ignored.</summary>
public static class CellPath
{
    /// <summary>The cell of a path; null where the form has none.</summary>
    public static Cell? Find(Form form, string path) => form.Find(path) ?? Tables(form, path.Split('.', '．'));

    // A label may hold a dot ("1.属于国家秘密"): each step takes as many parts as make a name.
    private static Cell? Tables(Form form, string[] parts)
    {
        for (var end = 1; end < parts.Length; end++)
            if (form.FindTable(Name(parts, 0, end)) is { } table && Rows(table.Find, table, parts, end) is { } cell) return cell;
        return null;
    }

    private static Cell? Rows(Func<string, Row?> find, Table table, string[] parts, int start)
    {
        for (var end = start + 1; end <= parts.Length; end++)
        {
            if (find(Name(parts, start, end)) is not { } row) continue;
            if ((row.IsGroup ? Rows(row.Find, table, parts, end) : Columns(table.BandOf(row), row, parts, end)) is { } cell) return cell;
        }
        return null;
    }

    private static Cell? Columns(Band band, Row row, string[] parts, int start)
    {
        if (start == parts.Length) return row.Cells.Length == 1 ? row.Cells[0] : null;
        return band.FindColumn(Name(parts, start, parts.Length)) is { } column ? row.Cells.FirstOrDefault(c => c.Column == column) : null;
    }

    private static string Name(string[] parts, int start, int end) => string.Join('.', parts[start..end]);
}
