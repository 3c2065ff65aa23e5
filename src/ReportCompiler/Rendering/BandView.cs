using ReportCompiler.Forms;

namespace ReportCompiler.Rendering;

/// <summary>A band of a table as lines of a plain table.</summary>
internal static class BandView
{
    /// <summary>What heads the labels of a band that the form gives no heading.</summary>
    public const string Stub = "项目";

    /// <summary>The lines. A group's own has no figures; an ideographic space a level keeps the tree readable.</summary>
    public static List<BandLine> Lines(Band band, bool isList)
    {
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
            var cells = isList && row.OwnValue is { } own ? own.Cells : row.Cells;
            var label = new string('\u3000', level) + (row.IsOwnValue ? Row.OwnValueKey : row.Label);
            lines.Add(new BandLine(label, isList ? ListUnit.Of(row) : null, cells));
            foreach (var child in row.Children)
                if (!isList || !child.IsOwnValue) Add(child, level + 1);
        }
    }
}
