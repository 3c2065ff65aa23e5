using ReportCompiler.Forms;

namespace ReportCompiler.Tests.Importing.Published;

/// <summary>A line or a table of a published report.</summary>
internal sealed record PublishedPart(string Line, PublishedTable? Table)
{
    public PublishedPart(string line) : this(line, null)
    {
    }

    public PublishedPart(PublishedTable table) : this("", table)
    {
    }
}

/// <summary>A table of a published report.</summary>
internal sealed class PublishedTable(Table table)
{
    public Table Table { get; } = table;

    /// <summary>Its rows, each with the cells that begin in it.</summary>
    public List<List<PublishedCell>> Rows { get; } = [];

    /// <summary>Where its cells stand: each on the first place that is free.</summary>
    public PublishedGrid Places() => new(this);

    /// <summary>The first row with a figure.</summary>
    public int FirstFigures => Rows.FindIndex(r => r.Exists(c => c.Cell is not null));

    /// <summary>A table of some of its rows.</summary>
    public PublishedTable Of(IEnumerable<List<PublishedCell>> rows)
    {
        var made = new PublishedTable(Table);
        made.Rows.AddRange(rows);
        return made;
    }
}

/// <summary>A cell of a published report.</summary>
/// <param name="Text">What stands in it; a line break is <c>\n</c>.</param>
internal sealed record PublishedCell(string Text)
{
    public int Columns { get; set; } = 1;

    public int Rows { get; set; } = 1;

    public string Text { get; set; } = Text;

    /// <summary>The cell of the form; null for a label.</summary>
    public Cell? Cell { get; init; }

    public bool IsFigure => Cell is not null;
}

/// <summary>The places of a table.</summary>
internal sealed class PublishedGrid
{
    private readonly Dictionary<(int Row, int Column), PublishedCell> _cells = [];
    private readonly Dictionary<PublishedCell, (int Row, int Column)> _first = new(ReferenceEqualityComparer.Instance);

    public PublishedGrid(PublishedTable table)
    {
        Rows = table.Rows.Count;
        for (var row = 0; row < Rows; row++)
        {
            var column = 0;
            foreach (var cell in table.Rows[row])
            {
                while (_cells.ContainsKey((row, column))) column++;
                _first[cell] = (row, column);
                for (var r = row; r < Math.Min(Rows, row + cell.Rows); r++)
                    for (var c = column; c < column + cell.Columns; c++) _cells.TryAdd((r, c), cell);
                Columns = Math.Max(Columns, column + cell.Columns);
            }
        }
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>The cell over a place; null where there is none.</summary>
    public PublishedCell? this[int row, int column] => _cells.GetValueOrDefault((row, column));

    /// <summary>Whether a cell begins at a place.</summary>
    public bool Begins(int row, int column) => this[row, column] is { } cell && _first[cell] == (row, column);

    /// <summary>Where a cell begins.</summary>
    public (int Row, int Column) First(PublishedCell cell) => _first[cell];

    /// <summary>The rows with a cell in each place, none over more than one.</summary>
    /// <param name="repeats">Whether what stood over several places stands in each, not in the first alone.</param>
    public List<List<PublishedCell>> Apart(bool repeats) =>
    [
        .. Enumerable.Range(0, Rows).Select(r => Enumerable.Range(0, Columns).Select(c =>
            this[r, c] is { } cell && (Begins(r, c) || (repeats && !cell.IsFigure)) ? cell with { Rows = 1, Columns = 1 }
                : new PublishedCell("")).ToList()),
    ];

    /// <summary>The rows as columns and the columns as rows.</summary>
    public List<List<PublishedCell>> Turned() =>
    [
        .. Enumerable.Range(0, Columns).Select(c => Enumerable.Range(0, Rows).Where(r => Begins(r, c))
            .Select(r => this[r, c]! with { Rows = this[r, c]!.Columns, Columns = this[r, c]!.Rows }).ToList()),
    ];
}
