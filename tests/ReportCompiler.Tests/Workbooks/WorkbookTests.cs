using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ReportCompiler.Workbooks;
using Xunit;

namespace ReportCompiler.Tests.Workbooks;

/// <summary>Workbooks as spreadsheets read them.</summary>
public sealed class WorkbookTests
{
    private static readonly CellStyle Open = new() { IsOpen = true, IsLined = true, Ground = "FFF8DC" };

    private static Worksheet Everything()
    {
        var sheet = new Worksheet("甲 & 'B'")
        {
            IsProtected = true,
            TabColour = "C00000",
            Page = new PageLayout(IsLandscape: true, IsOnePage: true)
            {
                Area = new Area(new Place(0, 1), 4, 3),
                Heads = (1, 1),
                Footer = "第 &P 页",
            },
            Frozen = (2, 1),
            Filtered = new Area(new Place(1, 1), 3, 3),
        };
        sheet.Set(
            new Area(new Place(0, 1), 1, 3), CellValue.Of(" 题 <&>\u0001\n𬭎 "),
            new CellStyle { IsBold = true, Alignment = Alignment.Centre });
        sheet.Set(new Place(2, 1), CellValue.Of(0.5m), Open);
        sheet.Set(new Place(2, 2), CellValue.Of(12), Open with { Colour = "0000FF" });
        sheet.Set(new Place(2, 3), CellValue.Computed("SUM(B3:C3)", 12.5m), CellStyle.Plain);
        sheet.Set(new Place(3, 3), CellValue.Computed("IF(D3>9,\"多\",\"\")", "多"), CellStyle.Plain with { IsText = true });
        sheet.Width(1, 20.5);
        sheet.Height(2, 33);
        sheet.HideRow(3);
        sheet.HideColumn(0);
        sheet.Add(new Condition([new Area(new Place(2, 1), 1, 2)], "B3<>C3", "FFC7CE", "9C0006"));
        sheet.Add(new Validation(ValidationKind.Formula, [new Area(new Place(2, 1), 1, 1)])
        {
            Formula = "B3<>\"<\"",
            Refusal = ("不是整数", "填整数"),
        });
        sheet.Add(new Validation(ValidationKind.Any, [new Area(new Place(2, 2), 1, 1)]) { Hint = ("提示", "取自上年") });
        sheet.Add(new Validation(ValidationKind.List, [new Area(new Place(3, 1), 1, 1)]) { Choices = ["是", "否"] });
        return sheet;
    }

    private static byte[] Bytes() =>
        new Workbook([Everything(), new Worksheet("_隐") { IsVeryHidden = true }]) { IsProtected = true }.ToBytes();

    [Fact]
    public void Every_part_is_valid()
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(Bytes()), isEditable: false);

        var faults = new OpenXmlValidator().Validate(file, TestContext.Current.CancellationToken);
        Assert.Empty(faults.Select(f => $"{f.Part?.Uri} {f.Path?.XPath}: {f.Description}"));
        Assert.Equal(" 题 <&>\uFFFD\n𬭎 ", file.WorkbookPart!.SharedStringTablePart!.SharedStringTable!.InnerText);
    }

    [Fact]
    public void The_same_sheets_give_the_same_bytes_and_the_parts_are_deflated()
    {
        Assert.Equal(Bytes(), Bytes());
        using var zip = new ZipArchive(new MemoryStream(Bytes()));
        Assert.All(zip.Entries, e => Assert.True(e.CompressedLength < e.Length, e.FullName));
    }

    [Fact]
    public void Rows_that_are_made_while_they_are_written_stand_below_the_others()
    {
        Assert.Equal(new Workbook([Filled(rows: 3)]).ToBytes(), new Workbook([Filled(rows: 1)]).ToBytes());

        // A head, and two rows below it that are either set or made.
        static Worksheet Filled(int rows)
        {
            var sheet = new Worksheet("数") { Following = Enumerable.Range(rows, 3 - rows).Select(Row) };
            for (var row = 0; row < rows; row++)
                foreach (var cell in Row(row)) sheet.Set(new Place(row, cell.Column), cell.Value, cell.Style);
            return sheet;
        }

        static IEnumerable<SheetCell> Row(int row) =>
            [new(0, CellValue.Of($"第 {row} 行"), CellStyle.Plain), new(2, CellValue.Of(row), Open)];
    }

    [Theory]
    [InlineData(0, "A1")]
    [InlineData(25, "Z1")]
    [InlineData(26, "AA1")]
    [InlineData(701, "ZZ1")]
    [InlineData(702, "AAA1")]
    public void Columns_have_letters(int column, string expected) => Assert.Equal(expected, new Place(0, column).ToString());

    [Fact]
    public void A_name_of_a_sheet_is_short_and_given_once()
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);

        Assert.Equal("a_b", Workbook.SheetName("a/b", taken));
        Assert.Equal("A_B~2", Workbook.SheetName("A:B", taken));
        Assert.Equal(new string('长', 31), Workbook.SheetName(new string('长', 40), taken));
        Assert.Equal(new string('长', 29) + "~2", Workbook.SheetName(new string('长', 40), taken));
    }

    [Fact]
    public void A_number_that_a_spreadsheet_would_round_is_a_text()
    {
        Assert.Equal((null, 999_999_999_999_999m), (CellValue.Of(999_999_999_999_999).Text, CellValue.Of(999_999_999_999_999).Number));
        Assert.Equal(("1000000000000000", null), (CellValue.Of(1_000_000_000_000_000).Text, CellValue.Of(1_000_000_000_000_000).Number));
    }
}
