using System.Collections.Immutable;
using ReportCompiler.Forms;
using ReportCompiler.Workbooks;

namespace ReportCompiler.Rendering.Sheets;

/// <summary>
/// All tables of an edition on one sheet, as printed, on one page of A4: each as wide as the page. The sheet's columns are as narrow as
/// the borders of all tables ask for, and what is wider spans several.
/// </summary>
public sealed class FormPage
{
    private static readonly CellStyle Title = new() { Font = "黑体", Size = 16, Alignment = Alignment.Centre };
    private static readonly CellStyle Doubt = new() { IsBold = true, Colour = "9C0006", Ground = "FFC7CE", Alignment = Alignment.Centre };
    private static readonly CellStyle Caption = new() { Font = "黑体", Size = 13, Alignment = Alignment.Centre };
    private static readonly CellStyle Figure = new() { IsLined = true, Alignment = Alignment.Centre };

    private readonly Edition _edition;
    private readonly ImmutableArray<SheetTable> _tables;
    private readonly ImmutableArray<double> _borders;
    private readonly double _width;

    private FormPage(Edition edition)
    {
        _edition = edition;
        _tables = [.. edition.Tables.Select(SheetTable.Of)];
        _width = _tables.Max(t => t.Width);
        _borders = [.. _tables.SelectMany(Borders).Distinct().Order()];
    }

    /// <summary>The page of an edition.</summary>
    public static FormPage Of(Edition edition) => new(edition);

    /// <summary>Writes a sheet.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="title">The title over all tables.</param>
    /// <param name="doubt">What is said of figures that may change; null for nothing.</param>
    /// <param name="value">The figure of a cell.</param>
    public Worksheet Write(string name, string title, string? doubt, Func<Cell, CellValue> value)
    {
        var sheet = new Worksheet(name) { Page = new PageLayout(IsLandscape: false, IsOnePage: true) };
        var row = 0;
        Line(title, Title, 34);
        if (doubt is not null) Line(doubt, Doubt, 22);
        foreach (var table in _tables)
        {
            Line(Heading(table.Table), Caption, 28);
            var columns = Borders(table).Select(b => _borders.BinarySearch(b)).ToList();
            table.Write(sheet, new Place(row, 0), cell => (value(cell), Figure), columnOf: c => columns[c]);
            row += table.Rows;
        }
        for (var c = 0; c < _borders.Length - 1; c++) sheet.Width(c, _borders[c + 1] - _borders[c]);
        return sheet;

        void Line(string text, CellStyle style, double points)
        {
            sheet.Set(new Area(new Place(row, 0), 1, _borders.Length - 1), CellValue.Of(text), style);
            sheet.Height(row++, points);
        }
    }

    private string Heading(Table table) => _edition.HeadingOf(table);

    /// <summary>Where a table's columns begin, and where the last ends: rounded, so that what is nearly the same is the same.</summary>
    private IEnumerable<double> Borders(SheetTable table)
    {
        var at = 0d;
        yield return 0;
        foreach (var width in table.Widths) yield return Math.Round((at += width) * _width / table.Width);
    }
}
