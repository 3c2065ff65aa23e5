using ReportCompiler.Forms;

namespace ReportCompiler.Rendering;

/// <summary>A band of a table as lines of a plain table.</summary>
internal static class BandView
{
    /// <summary>The lines. A group's own has no figures; an ideographic space a level keeps the tree readable.</summary>
    public static List<BandLine> Lines(Table table, Band band)
    {
        var isList = table.Arrangement == Arrangement.List;
        var lines = new List<BandLine>();
        foreach (var row in band.Rows) Add(row, 0);
        return lines;

        void Add(Row row, int level)
        {
            if (row.Key is null)
            {
                foreach (var child in row.Children) Add(child, level);
                return;
            }
            var isOwn = row.PrintsOwnValue(table);
            var cells = isOwn ? row.OwnValue!.Cells : row.Cells;
            var label = new string('\u3000', level) + (row.IsOwnValue ? table.Wording["总计"] : row.Label);
            lines.Add(new BandLine(label, isList ? ListUnit.Of(row) : null, cells));
            foreach (var child in row.Children)
                if (!isOwn || !child.IsOwnValue) Add(child, level + 1);
        }
    }
}
