using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Tests.Shared;

/// <summary>A form that <c>new</c> wrote, filled in and read as Excel does, by the places its very hidden sheet gives.</summary>
internal sealed class FilledForm : IDisposable
{
    /// <summary>The sheet that only a program shows; an office program saves it as a hidden one.</summary>
    private const string Index = "_reportc";

    private readonly MemoryStream _bytes = new();
    private readonly SpreadsheetDocument _file;
    private readonly Dictionary<string, (string Sheet, string Cell)> _places = new(StringComparer.Ordinal);

    public FilledForm(byte[] form)
    {
        _bytes.Write(form);
        _file = SpreadsheetDocument.Open(_bytes, isEditable: true);
        foreach (var row in Rows(Index))
        {
            var cells = row.Elements<Cell>().ToList();
            if (cells[1].CellFormula?.Text is not { } reference) Values[Text(cells[0])] = Text(cells[1]);
            else if (reference.Split('!') is [var sheet, var cell])
            {
                _places[Text(cells[0])] = (sheet.Trim('\''), cell.Replace("$", "", StringComparison.Ordinal));
                Kinds[Text(cells[0])] = cells.Count > 2 ? Text(cells[2]) : "";
            }
        }
    }

    /// <summary>The unit, the year, the edition and the version.</summary>
    public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>What kind of cell every path is.</summary>
    public Dictionary<string, string> Kinds { get; } = new(StringComparer.Ordinal);

    /// <summary>The sheets that are seen.</summary>
    public IEnumerable<string> Sheets => _file.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>()
        .Where(s => s.State is null).Select(s => s.Name!.Value!);

    /// <summary>What stands in the cell of a path.</summary>
    public string this[string path] => Text(At(_places[path].Sheet, _places[path].Cell)!);

    /// <summary>The formula of the cell of a path; null for none.</summary>
    public string? Formula(string path) => At(_places[path].Sheet, _places[path].Cell)!.CellFormula?.Text;

    /// <summary>All texts of a sheet.</summary>
    public IEnumerable<string> Texts(string sheet) => Rows(sheet).SelectMany(r => r.Elements<Cell>()).Select(Text).Where(t => t.Length > 0);

    /// <summary>Whether the cell of a path may be changed.</summary>
    public bool IsOpen(string path)
    {
        var style = At(_places[path].Sheet, _places[path].Cell)!.StyleIndex?.Value ?? 0;
        var formats = _file.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!;
        return formats.Elements<CellFormat>().ElementAt((int)style).Protection?.Locked?.Value == false;
    }

    /// <summary>The part of a sheet.</summary>
    public DocumentFormat.OpenXml.Spreadsheet.Worksheet Part(string sheet)
    {
        var id = _file.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().First(s => s.Name == sheet).Id!.Value!;
        return ((WorksheetPart)_file.WorkbookPart.GetPartById(id)).Worksheet!;
    }

    /// <summary>The package.</summary>
    public SpreadsheetDocument File => _file;

    /// <summary>Types into the cell of a path: a number where it is one.</summary>
    public FilledForm Type(string path, string value)
    {
        var cell = At(_places[path].Sheet, _places[path].Cell)!;
        var isNumber = decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _);
        cell.DataType = isNumber ? CellValues.Number : CellValues.InlineString;
        cell.CellValue = isNumber ? new(value) : null;
        cell.InlineString = isNumber ? null : new InlineString(new Text(value));
        return this;
    }

    /// <summary>Where the cell of a path stands.</summary>
    public (string Sheet, string Cell) PlaceOf(string path) => _places[path];

    /// <summary>The file as it was saved.</summary>
    public byte[] Saved()
    {
        _file.Save();
        return _bytes.ToArray();
    }

    /// <summary>
    /// The file as an office program saves it whose user has moved things: every text is a shared one, the sheets stand the other way
    /// round, the very hidden one is a hidden one.
    /// </summary>
    public byte[] SavedMoved()
    {
        var book = _file.WorkbookPart!;
        var texts = (book.SharedStringTablePart ?? book.AddNewPart<SharedStringTablePart>()).SharedStringTable ??= new();
        var sheets = book.Workbook!.Sheets!;
        foreach (var cell in sheets.Elements<Sheet>().SelectMany(s => Rows(s.Name!)).SelectMany(r => r.Elements<Cell>()))
            if (cell.InlineString is { } inline)
            {
                texts.AppendChild(new SharedStringItem(new Text(inline.InnerText)));
                cell.InlineString = null;
                cell.DataType = CellValues.SharedString;
                cell.CellValue = new((texts.Elements<SharedStringItem>().Count() - 1).ToString(CultureInfo.InvariantCulture));
            }
        texts.Count = texts.UniqueCount = null;
        foreach (var sheet in sheets.Elements<Sheet>().Reverse().ToList())
        {
            if (sheet.State is not null) sheet.State = SheetStateValues.Hidden;
            sheet.Remove();
            sheets.AppendChild(sheet);
        }
        book.Workbook.GetFirstChild<DefinedNames>()?.Remove();
        return Saved();
    }

    /// <summary>Writes a value into a row of its own below a sheet, and a formula that is about it instead of the cell it names.</summary>
    public void Append(string sheet, string value, string formula, string about)
    {
        var rows = Part(sheet).GetFirstChild<SheetData>()!;
        var row = rows.Elements<Row>().Max(r => r.RowIndex!.Value) + 1;
        var isNumber = decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _);
        var first = isNumber ? new Cell { CellValue = new(value) }
            : new Cell { DataType = CellValues.InlineString, InlineString = new(new Text(value)) };
        first.CellReference = $"A{row}";
        var second = new Cell { CellReference = $"B{row}", CellFormula = new(formula.Replace(about, $"A{row}", StringComparison.Ordinal)) };
        rows.AppendChild(new Row(first, second) { RowIndex = row });
    }

    /// <summary>The last cells of the last rows of a sheet.</summary>
    public IEnumerable<string> LastOfRows(string sheet, int count) =>
        Rows(sheet).TakeLast(count).Select(r => Text(r.Elements<Cell>().Last()));

    public void Dispose()
    {
        _file.Dispose();
        _bytes.Dispose();
    }

    private IEnumerable<Row> Rows(string sheet) => Part(sheet).GetFirstChild<SheetData>()!.Elements<Row>();

    private Cell? At(string sheet, string cell) =>
        Rows(sheet).SelectMany(r => r.Elements<Cell>()).FirstOrDefault(c => c.CellReference == cell);

    /// <summary>What stands in a cell.</summary>
    public string TextOf(Cell cell) => Text(cell);

    private string Text(Cell cell)
    {
        if (cell.InlineString is { } inline) return inline.InnerText;
        var value = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value != CellValues.SharedString) return value;
        var texts = _file.WorkbookPart!.SharedStringTablePart!.SharedStringTable!;
        return texts.ElementAt(int.Parse(value, CultureInfo.InvariantCulture)).InnerText;
    }
}
