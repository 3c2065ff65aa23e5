using ReportCompiler.Grids;

namespace ReportCompiler.Importing.Matching;

/// <summary>A table of a document, looked at by the labels of an edition.</summary>
/// <param name="grid">Its cells; null if some lie over each other.</param>
/// <param name="money">The unit of money that a line above it states; null if none does.</param>
/// <param name="labels">The labels.</param>
internal sealed class GridOfPaper(TableGrid? grid, string? money, FormLabels labels)
{
    private List<GridReading>? _parts;

    /// <summary>Its cells; null if some lie over each other.</summary>
    public TableGrid? Grid => grid;

    /// <summary>Whether it has headings of the form.</summary>
    public bool HasHeadings => grid is not null && Parts(grid).Exists(p => p.HasHeadings);

    /// <summary>What it says of the cells of the edition; null if it has no cells that could be read.</summary>
    public GridClaims? Read() => grid is null ? null : GridReading.Read(Parts(grid), money);

    /// <summary>Puts a table below it; one with fewer columns, whose outer label was not repeated, at the right.</summary>
    public void Append(GridOfPaper next)
    {
        if (grid is not { } above || next.Grid is not { } below) return;
        _parts = null;
        var (top, left) = (above.Rows, above.Columns - below.Columns);
        for (var row = 0; row < below.Rows; row++)
        {
            above.Begin(top + row);
            for (var column = 0; column < below.Columns; column++)
                if (below[row, column] is { } cell && cell.Row == row && cell.Column == column)
                    above.Place(cell with { Row = top + row, Column = left + column });
        }
    }

    private List<GridReading> Parts(TableGrid cells) => _parts ??= GridReading.PartsOf(labels, cells);
}
