using ReportCompiler.Diagnostics;
using ReportCompiler.Importing.Documents;

namespace ReportCompiler.Importing.Office;

/// <summary>A sheet of a workbook as it is in the file: what is hidden is there too, and known to be.</summary>
/// <param name="name">Its name.</param>
/// <param name="visibility">Whether it is shown.</param>
internal sealed class Sheet(string name, SheetVisibility visibility)
{
    private readonly HashSet<int> _hiddenRows = [];
    private readonly HashSet<int> _shownRows = [];
    private readonly List<(int First, int Last)> _hiddenColumns = [];
    private bool[]? _hides;

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Whether it is shown.</summary>
    public SheetVisibility Visibility { get; } = visibility;

    /// <summary>Whether it holds more than any form: a list, of which nothing is kept.</summary>
    public bool IsLong { get; private set; }

    /// <summary>Lets go what was read of a sheet that is too long for a form.</summary>
    public void Drop()
    {
        IsLong = true;
        Cells.Clear();
        HiddenBlanks.Clear();
    }

    /// <summary>The cells that hold something, by row and column from 0.</summary>
    public Dictionary<(int Row, int Column), SheetCell> Cells { get; } = [];

    /// <summary>The cells of hidden rows that are there and hold nothing: of a form's row of keys they are keys too.</summary>
    public HashSet<(int Row, int Column)> HiddenBlanks { get; } = [];

    /// <summary>The cells that are one.</summary>
    public List<Merge> Merges { get; } = [];

    /// <summary>How many pictures lie over it.</summary>
    public int Pictures { get; set; }

    /// <summary>Whether every row that is not named is hidden.</summary>
    public bool HidesOtherRows { get; set; }

    /// <summary>Notes whether a row is hidden.</summary>
    public void Row(int row, bool isHidden) => (isHidden ? _hiddenRows : _shownRows).Add(row);

    /// <summary>Notes that columns are hidden.</summary>
    public void Hide(int first, int last)
    {
        _hiddenColumns.Add((Math.Clamp(first, 0, WorkbookReader.Columns), Math.Clamp(last, -1, WorkbookReader.Columns - 1)));
        _hides = null;
    }

    /// <summary>The place of a cell in the words of Excel.</summary>
    public Text Where(int row, int column) => Places.CellOf(Name, Address(row, column));

    /// <summary>A cell as Excel names it.</summary>
    public static string Address(int row, int column)
    {
        var letters = "";
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1) letters = (char)('A' + (rest % 26)) + letters;
        return $"{letters}{row + 1}";
    }

    /// <summary>Whether a row is shown.</summary>
    public bool ShowsRow(int row) => !_hiddenRows.Contains(row) && (!HidesOtherRows || _shownRows.Contains(row));

    /// <summary>Whether a column is shown.</summary>
    public bool ShowsColumn(int column) =>
        column >= WorkbookReader.Columns || !(_hides ??= Hidden())[column];

    /// <summary>By columns, whether it is hidden: at each of them begin so many spans more than end.</summary>
    private bool[] Hidden()
    {
        var turns = new int[WorkbookReader.Columns + 1];
        foreach (var (first, last) in _hiddenColumns.Where(c => c.First <= c.Last))
        {
            turns[first]++;
            turns[last + 1]--;
        }
        var (hides, open) = (new bool[WorkbookReader.Columns], 0);
        for (var column = 0; column < hides.Length; column++) hides[column] = (open += turns[column]) > 0;
        return hides;
    }
}

/// <summary>Whether a sheet is shown; one that is hidden for good can be shown by a program alone.</summary>
internal enum SheetVisibility
{
    Shown,
    Hidden,
    VeryHidden,
}

/// <summary>A cell of a sheet.</summary>
/// <param name="Text">What it shows, a number in full.</param>
internal sealed record SheetCell(string Text)
{
    /// <summary>The formula that made it, empty if it is not read; null if none did.</summary>
    public string? Formula { get; init; }

    /// <summary>Why it is no plain figure, whatever its text looks like; null if nothing says so.</summary>
    public Text? Doubt { get; init; }
}

/// <summary>Cells that are shown as one, with what the first of them holds.</summary>
internal sealed record Merge(int Row, int Column, int LastRow, int LastColumn);
