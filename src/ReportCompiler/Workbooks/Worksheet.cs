
namespace ReportCompiler.Workbooks;

/// <summary>A sheet that is filled and then written.</summary>
/// <param name="name">Its name.</param>
public sealed class Worksheet(string name)
{
    /// <summary>How many rows spreadsheets know; those below are lost, or the file is called damaged.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>What its tab says.</summary>
    public string Name { get; } = name;

    /// <summary>Whether no menu shows it: only a program can.</summary>
    public bool IsVeryHidden { get; init; }

    /// <summary>Whether only open cells can be changed. There is no password: it keeps from slips, not from people.</summary>
    public bool IsProtected { get; init; }

    /// <summary>How it is printed.</summary>
    public PageLayout Page { get; set; } = new(IsLandscape: false, IsOnePage: false);

    /// <summary>How many rows and columns stay where they are when the rest is moved.</summary>
    public (int Rows, int Columns) Frozen { get; set; }

    /// <summary>The rows that can be filtered, with their head; null for none.</summary>
    public Area? Filtered { get; set; }

    /// <summary>Rows below all that are filled, each from left to right: made while they are written, and never all in memory.</summary>
    public IEnumerable<IEnumerable<SheetCell>> Following { get; init; } = [];

    /// <summary>The colour of its tab as RRGGBB; null for none.</summary>
    public string? TabColour { get; init; }

    internal SortedDictionary<(int Row, int Column), (CellValue Value, CellStyle Style)> Cells { get; } = [];

    internal SortedDictionary<int, (double? Height, bool IsHidden)> Rows { get; } = [];

    internal SortedDictionary<int, (double Width, bool IsHidden)> Columns { get; } = [];

    internal List<Area> Merged { get; } = [];

    internal List<Condition> Conditions { get; } = [];

    internal List<Validation> Validations { get; } = [];

    /// <summary>Puts something into a cell.</summary>
    public void Set(Place at, CellValue value, CellStyle style) => Cells[(at.Row, at.Column)] = (value, style);

    /// <summary>Puts a text into a cell.</summary>
    public void Set(Place at, string text, CellStyle style) => Set(at, CellValue.Of(text), style);

    /// <summary>Makes one cell of several and puts something into it; each keeps its lines.</summary>
    public void Set(Area area, CellValue value, CellStyle style)
    {
        for (var row = area.From.Row; row <= area.To.Row; row++)
            for (var column = area.From.Column; column <= area.To.Column; column++)
                Set(new Place(row, column), CellValue.Nothing, style);
        Set(area.From, value, style);
        if (area is not { Rows: 1, Columns: 1 }) Merged.Add(area);
    }

    /// <summary>How high a row is, in points.</summary>
    public void Height(int row, double points) => Rows[row] = (points, Rows.GetValueOrDefault(row).IsHidden);

    /// <summary>How wide a column is, in digits.</summary>
    public void Width(int column, double digits) => Columns[column] = (digits, Columns.GetValueOrDefault(column).IsHidden);

    /// <summary>Hides a row.</summary>
    public void HideRow(int row) => Rows[row] = (Rows.GetValueOrDefault(row).Height, true);

    /// <summary>Hides a column.</summary>
    public void HideColumn(int column) => Columns[column] = (8, true);

    /// <summary>Colours cells as long as a formula holds; of several the first wins.</summary>
    public void Add(Condition condition) => Conditions.Add(condition);

    /// <summary>Limits what may be written.</summary>
    public void Add(Validation validation) => Validations.Add(validation);

    /// <summary>How a formula of any sheet names a cell of this one.</summary>
    public string Reference(Place at) => $"{QuotedName}!{at.Fixed}";

    /// <summary>How a formula of any sheet names an area of this one.</summary>
    public string Reference(Area area) => $"{QuotedName}!{area.Fixed}";

    internal string QuotedName => $"'{Name.Replace("'", "''", StringComparison.Ordinal)}'";
}
