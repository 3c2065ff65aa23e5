using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Syntax;

namespace ReportCompiler.Input;

/// <summary>
/// Finds where a cell that a file does not state would be written: at its row, or at the nearest group or table above it that is
/// there. The file is read again for it, for only a cell that is to be changed is ever looked for.
/// </summary>
internal static class Whereabouts
{
    /// <summary>The key of the row, group or table; null if the file has not even the table.</summary>
    public static Location? Of(Filing filing, Cell cell)
    {
        if (YamlReader.Read(new Findings(), filing.Source)?.Root is not Mapping root) return null;
        var table = cell.Table;
        if (Find(root, key => filing.Figures.Edition.FindTable(key) == table) is not { } found) return null;
        var (at, steps, find) = (found, table.KeyedRows, (Func<string, Row?>)table.Find);
        while (at.Value is Mapping map && steps.FirstOrDefault(r => r.AllCells.Contains(cell)) is { } row
            && Find(map, key => find(key) == row) is { } next)
            (at, steps, find) = (next, row.KeyedRows, row.Find);
        return new Location(filing.Source, at.Key.Span);
    }

    private static Entry? Find(Mapping map, Func<string, bool> isMeant)
    {
        foreach (var entry in map.Entries)
            if (isMeant(entry.Key.Value)) return entry;
        return null;
    }
}
