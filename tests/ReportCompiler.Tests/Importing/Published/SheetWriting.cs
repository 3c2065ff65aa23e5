using System.Globalization;
using System.Text;

namespace ReportCompiler.Tests.Importing.Published;

/// <summary>Writes the sheets of an Excel file: a table on each, or all on one.</summary>
internal sealed class SheetWriting
{
    private readonly Look _look;
    private readonly Random _random;
    private readonly StringBuilder _rows = new();
    private readonly StringBuilder _merges = new();
    private int _row;

    private SheetWriting(Look look, Random random) => (_look, _random, _row) = (look, random, look.Top);

    private string Xml => (_look.IsNoisy ? $"<cols><col min=\"3\" max=\"3\" {_look.HiddenColumn}/></cols>" : "")
        + $"<sheetData>{_rows}</sheetData><mergeCells>{_merges}</mergeCells>";

    /// <summary>The file.</summary>
    public static byte[] Xlsx(PublishedReport report, Look look, Random random)
    {
        var sheets = new List<SheetWriting> { new(look, random) };
        if (look.HasCover)
        {
            sheets[0].Line(report.Parts[0].Line);
            sheets[0].Line("二〇二二年一月");
            sheets.Add(new SheetWriting(look, random));
        }
        var hasTable = false;
        foreach (var part in report.Parts)
        {
            if (part.Table is null && part.Line.Length > 2 && part.Line[1] == '、' && hasTable && !look.IsOneSheet)
            {
                sheets.Add(new SheetWriting(look, random));
                hasTable = false;
            }
            if (part.Table is null) sheets[^1].Line(part.Line);
            else sheets[^1].Table(part.Table);
            hasTable |= part.Table is not null;
        }
        var hidden = ("旧", "hidden", sheets[0].Xml.Replace("<v>", "<v>7", StringComparison.Ordinal));
        return Office.OfficeMaker.Xlsx(look.ExcelStrings, look.ExcelStyles,
            [.. sheets.Select((s, i) => ($"表{i + 1}", "visible", s.Xml)), .. look.IsNoisy ? new[] { hidden } : []]);
    }

    private void Line(string text) => Add("", Inline(0, text));

    private void Table(PublishedTable table)
    {
        var places = table.Places();
        var lines = new List<int>();
        for (var row = 0; row < places.Rows; row++)
        {
            lines.Add(_row);
            var cells = new StringBuilder();
            for (var column = 0; column < places.Columns; column++)
            {
                if (!places.Begins(row, column)) continue;
                var cell = places[row, column]!;
                var value = _look.Excel(cell, _random) ?? (cell.IsFigure && decimal.TryParse(
                    cell.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
                    && !cell.Text.StartsWith('0') ? $"<v>{cell.Text}</v>" : null);
                cells.Append(value is null ? Inline(column, cell.Text)
                    : value.StartsWith("<c", StringComparison.Ordinal)
                        ? $"<c r=\"{Name(column)}{_row}\"{value[2..]}" : $"<c r=\"{Name(column)}{_row}\">{value}</c>");
            }
            if (_look.IsNoisy) cells.Append(CultureInfo.InvariantCulture, $"<c r=\"C{_row}\"><v>9</v></c>");
            Add("", cells.ToString());
            if (!_look.IsNoisy || _random.Next(4) > 0) continue;
            var noise = Enumerable.Range(0, places.Columns).Select(c => $"<c r=\"{Name(c)}{_row}\"><v>8</v></c>");
            Add($" {_look.HiddenRow}", string.Concat(noise));
        }
        for (var row = 0; row < places.Rows; row++)
            for (var column = 0; column < places.Columns; column++)
                if (places.Begins(row, column) && places[row, column] is { } cell && cell.Rows * cell.Columns > 1)
                    Join($"{Name(column)}{lines[row]}",
                        $"{Name(column + cell.Columns - 1)}{lines[Math.Min(places.Rows, row + cell.Rows) - 1]}");
    }

    private void Join(string first, string last) =>
        _merges.Append(CultureInfo.InvariantCulture, $"<mergeCell ref=\"{first}:{last}\"/>");

    private void Add(string how, string cells)
    {
        _rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{_row}\"{how}>{cells}</row>");
        _row++;
    }

    private string Inline(int column, string text) =>
        $"<c r=\"{Name(column)}{_row}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Office.OfficeMaker.Xml(text)}</t></is></c>";

    /// <summary>The letters of a column; the hidden one is left out.</summary>
    private string Name(int column)
    {
        var number = _look.Left + column + (_look.IsNoisy && _look.Left + column > 1 ? 1 : 0);
        return number < 26 ? $"{(char)('A' + number)}" : $"A{(char)('A' + number - 26)}";
    }
}
