using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ReportCompiler.Workbooks;

/// <summary>Writes a sheet's part, whose elements stand in the order of the standard.</summary>
internal sealed class SheetXml(Worksheet sheet, StyleSheet styles, SharedTexts texts)
{
    private const int Piece = 1 << 14;

    private readonly StringBuilder _xml = new();

    /// <summary>The part's content, in pieces of some rows.</summary>
    /// <param name="isShown">Whether it is the sheet that is seen first.</param>
    public IEnumerable<string> Write(bool isShown)
    {
        var tab = sheet.TabColour is { } colour ? $"<tabColor rgb=\"FF{colour}\"/>" : "";
        _xml.Append("<sheetPr>").Append(tab).Append("<pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        View(isShown);
        _xml.Append("<sheetFormatPr defaultRowHeight=\"15\"/>");
        Columns();
        _xml.Append("<sheetData>");
        foreach (var row in Rows())
        {
            Row(row.Number, row.Cells);
            if (_xml.Length >= Piece) yield return Taken();
        }
        _xml.Append("</sheetData>");
        if (sheet.IsProtected)
            _xml.Append("<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatColumns=\"0\" formatRows=\"0\"/>");
        if (sheet.Filtered is { } filtered) _xml.Append("<autoFilter ref=\"").Append(filtered).Append("\"/>");
        if (sheet.Merged.Count > 0)
            _xml.Append(CultureInfo.InvariantCulture, $"<mergeCells count=\"{sheet.Merged.Count}\">")
                .AppendJoin("", sheet.Merged.Select(m => $"<mergeCell ref=\"{m}\"/>")).Append("</mergeCells>");
        Conditions();
        Validations();
        Page();
        yield return Taken();
    }

    private string Taken()
    {
        var piece = _xml.ToString();
        _xml.Clear();
        return piece;
    }

    private void View(bool isShown)
    {
        _xml.Append("<sheetViews><sheetView showGridLines=\"0\"").Append(isShown ? " tabSelected=\"1\"" : "")
            .Append(" workbookViewId=\"0\">");
        if (sheet.Frozen is { } frozen && frozen != default)
        {
            var split = (frozen.Columns > 0 ? $" xSplit=\"{Number(frozen.Columns)}\"" : "")
                + (frozen.Rows > 0 ? $" ySplit=\"{Number(frozen.Rows)}\"" : "");
            var pane = frozen.Rows == 0 ? "topRight" : frozen.Columns == 0 ? "bottomLeft" : "bottomRight";
            _xml.Append($"<pane{split} topLeftCell=\"{new Place(frozen.Rows, frozen.Columns)}\" activePane=\"{pane}\" state=\"frozen\"/>");
            _xml.Append($"<selection pane=\"{pane}\"/>");
        }
        _xml.Append("</sheetView></sheetViews>");
    }

    private void Columns()
    {
        if (sheet.Columns.Count == 0) return;
        _xml.Append("<cols>");
        foreach (var (column, (width, isHidden)) in sheet.Columns)
            _xml.Append(CultureInfo.InvariantCulture, $"<col min=\"{column + 1}\" max=\"{column + 1}\" width=\"{Points(width)}\"")
                .Append(isHidden ? " hidden=\"1\"" : "").Append(" customWidth=\"1\"/>");
        _xml.Append("</cols>");
    }

    private IEnumerable<(int Number, IEnumerable<SheetCell> Cells)> Rows()
    {
        var cells = sheet.Cells.GroupBy(c => c.Key.Row, c => new SheetCell(c.Key.Column, c.Value.Value, c.Value.Style))
            .ToDictionary(g => g.Key);
        var next = 0;
        foreach (var row in cells.Keys.Union(sheet.Rows.Keys).Order())
        {
            yield return (row, cells.TryGetValue(row, out var own) ? own : []);
            next = row + 1;
        }
        foreach (var row in sheet.Following) yield return (next++, row);
    }

    private void Row(int row, IEnumerable<SheetCell> cells)
    {
        _xml.Append("<row r=\"").Append(Number(row + 1)).Append('"');
        if (sheet.Rows.TryGetValue(row, out var format))
        {
            if (format.Height is { } height) _xml.Append($" ht=\"{Points(height)}\" customHeight=\"1\"");
            if (format.IsHidden) _xml.Append(" hidden=\"1\"");
        }
        _xml.Append('>');
        foreach (var (column, value, style) in cells) Cell(new Place(row, column), value, style);
        _xml.Append("</row>");
    }

    private void Cell(Place at, CellValue value, CellStyle style)
    {
        _xml.Append("<c r=\"").Append(at).Append('"');
        if (styles.Of(style) is > 0 and var number) _xml.Append(" s=\"").Append(Number(number)).Append('"');
        switch (value)
        {
            case { Formula: { } formula, Number: { } result }:
                _xml.Append("><f>").Append(XmlText.Escape(formula)).Append("</f><v>").Append(CellValue.Digits(result)).Append("</v></c>");
                break;
            case { Formula: { } formula }:
                _xml.Append(" t=\"str\"><f>").Append(XmlText.Escape(formula)).Append("</f><v>").Append(XmlText.Escape(value.Text ?? ""))
                    .Append("</v></c>");
                break;
            case { Number: { } plain }:
                _xml.Append("><v>").Append(CellValue.Digits(plain)).Append("</v></c>");
                break;
            case { Text: { Length: > 0 } text }:
                _xml.Append(" t=\"s\"><v>").Append(Number(texts.Of(text))).Append("</v></c>");
                break;
            default:
                _xml.Append("/>");
                break;
        }
    }

    private void Conditions()
    {
        foreach (var (index, condition) in sheet.Conditions.Index())
            _xml.Append($"<conditionalFormatting sqref=\"{Areas(condition.Areas)}\"><cfRule type=\"expression\"")
                .Append($" dxfId=\"{Number(styles.Of(condition))}\" priority=\"{Number(index + 1)}\" stopIfTrue=\"1\"><formula>")
                .Append(XmlText.Escape(condition.Formula)).Append("</formula></cfRule></conditionalFormatting>");
    }

    private void Validations()
    {
        if (sheet.Validations.Count == 0) return;
        _xml.Append("<dataValidations count=\"").Append(Number(sheet.Validations.Count)).Append("\">");
        foreach (var validation in sheet.Validations)
        {
            _xml.Append("<dataValidation").Append(validation.Kind switch
            {
                ValidationKind.Formula => " type=\"custom\"",
                ValidationKind.List => " type=\"list\"",
                _ => "",
            }).Append(" allowBlank=\"1\"");
            if (validation.Hint is not null) _xml.Append(" showInputMessage=\"1\"");
            if (validation.Refusal is not null) _xml.Append(" showErrorMessage=\"1\"");
            Message("error", validation.Refusal);
            Message("prompt", validation.Hint);
            _xml.Append(" sqref=\"").Append(Areas(validation.Areas)).Append("\">");
            if (validation.Kind == ValidationKind.List) Formula($"\"{string.Join(',', validation.Choices)}\"");
            else if (validation.Formula is { } formula) Formula(formula);
            _xml.Append("</dataValidation>");
        }
        _xml.Append("</dataValidations>");

        void Formula(string formula) => _xml.Append($"<formula1>{XmlText.Escape(formula)}</formula1>");
    }

    private void Message(string name, (string Title, string Text)? message)
    {
        if (message is not var (title, text)) return;
        _xml.Append($" {name}Title=\"{XmlText.Escape(title)}\" {name}=\"{XmlText.Escape(text)}\"");
    }

    private void Page()
    {
        var page = sheet.Page;
        var (orientation, pages) = (page.IsLandscape ? "landscape" : "portrait", Number(page.IsOnePage ? 1 : 0));
        _xml.Append("<printOptions horizontalCentered=\"1\"/>")
            .Append("<pageMargins left=\"0.6\" right=\"0.6\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>")
            .Append("<pageSetup paperSize=\"9\" orientation=\"").Append(orientation)
            .Append("\" fitToWidth=\"1\" fitToHeight=\"").Append(pages).Append("\"/>");
        if (page.Footer is { } footer)
            _xml.Append("<headerFooter><oddFooter>").Append(XmlText.Escape(footer)).Append("</oddFooter></headerFooter>");
    }

    private static string Areas(ImmutableArray<Area> areas) => string.Join(' ', areas);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Points(double points) => points.ToString("0.##", CultureInfo.InvariantCulture);
}
