using ReportCompiler.Workbooks;

namespace ReportCompiler.Drafting;

/// <summary>The very hidden sheet of a form: see <see cref="FormIndex"/>.</summary>
internal sealed class FormIndexSheet
{
    private static readonly CellStyle Style = new() { Wraps = false };

    private int _row;

    public FormIndexSheet(string unit, int year, string edition)
    {
        Add(FormIndex.VersionKey, CellValue.Of(FormIndex.Version), null);
        Add(FormIndex.UnitKey, CellValue.Of(unit), null);
        Add(FormIndex.YearKey, CellValue.Of(year), null);
        Add(FormIndex.EditionKey, CellValue.Of(edition), null);
    }

    /// <summary>The sheet.</summary>
    public Worksheet Sheet { get; } = new(FormIndex.Sheet) { IsVeryHidden = true, IsProtected = true };

    /// <summary>Adds where something stands.</summary>
    public void Add(string key, string reference, string? kind) => Add(key, CellValue.Computed(reference, 0), kind);

    private void Add(string key, CellValue value, string? kind)
    {
        Sheet.Set(new Place(_row, 0), key, Style);
        Sheet.Set(new Place(_row, 1), value, Style);
        if (kind is not null) Sheet.Set(new Place(_row, 2), kind, Style);
        _row++;
    }
}
