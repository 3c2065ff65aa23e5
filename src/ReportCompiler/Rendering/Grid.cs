using System.Collections.Immutable;
using System.Globalization;
using ReportCompiler.Forms;

namespace ReportCompiler.Rendering;

/// <summary>A table as it is printed, every cell at its place.</summary>
public static class Grid
{
    /// <summary>The cells from top to bottom and left to right.</summary>
    public static ImmutableArray<GridCell> Of(Table table)
    {
        var layout = TableLayout.Of(table, 0);
        var cells = ImmutableArray.CreateBuilder<GridCell>();
        var taken = new HashSet<(int Row, int Column)>();
        var row = 0;
        foreach (var line in layout.Head.Concat(layout.Body))
        {
            var column = 0;
            foreach (var printed in line)
            {
                // A cell of a line above may reach down to here.
                while (taken.Contains((row, column))) column++;
                var (rows, columns) = (Span(printed, "rowspan"), Span(printed, "colspan"));
                cells.Add(new GridCell(row, column, rows, columns, printed.Text, printed.Cell));
                for (var r = 0; r < rows; r++)
                    for (var c = 0; c < columns; c++) taken.Add((row + r, column + c));
                column += columns;
            }
            row++;
        }
        return cells.DrainToImmutable();
    }

    /// <summary>The layout keeps spans as the attributes that print them; 1 if there is none.</summary>
    private static int Span(PrintedCell printed, string attribute)
    {
        var start = printed.Attributes.IndexOf($" {attribute}=\"", StringComparison.Ordinal);
        if (start < 0) return 1;
        var value = printed.Attributes.AsSpan(start + attribute.Length + 3);
        return int.Parse(value[..value.IndexOf('"')], CultureInfo.InvariantCulture);
    }
}
