using ReportCompiler.Importing.Documents;
using ReportCompiler.Importing.Office;
using Xunit;
using static ReportCompiler.Tests.Importing.Office.OfficeMaker;

namespace ReportCompiler.Tests.Importing.Office;

/// <summary>What a workbook shows is read, numbers in full, and nothing else.</summary>
public sealed class WorkbookReaderTests
{
    [Theory]
    [InlineData("3", "3")]
    [InlineData("25.1", "25.1")]
    [InlineData("1E2", "100")]
    [InlineData("1.5E-2", "0.015")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("25.100000000000001", "25.1")]
    [InlineData("7730.2799999999997", "7730.28")]
    [InlineData("12.0", "12")]
    [InlineData("-18", "-18")]
    [InlineData("1E+300", "1E+300")]
    [InlineData("999999999999999999", "999999999999999999")]
    public void A_number_is_read_as_it_was_typed(string stored, string read) =>
        Reads($"""<row r="1"><c r="A1"><v>{stored}</v></c><c r="B1"><v>1</v></c></row>""", $"{read}|1");

    [Theory]
    [InlineData("0_ ", "3", "3")]
    [InlineData("#,##0.00", "3.5", "3.5")]
    [InlineData("#,##0;[Red]-#,##0", "-3", "-3")]
    [InlineData("0.00_);(0.00)", "-3", "-3")]
    [InlineData("0;-0;;@", "0", "")]
    [InlineData("0\"件\"", "3", "3件")]
    [InlineData("0\"元\"", "251000", "251000元")]
    [InlineData("General\"人\"", "3", "3人")]
    [InlineData("\"约\"0", "3", "约3")]
    [InlineData("0%", "0.5", "50%")]
    [InlineData("0.0,", "3500", "3500?")]
    [InlineData("0!.0,", "35000", "35000?")]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", "44638", "2022-03-18")]
    [InlineData("[>9]0", "3", "3?")]
    [InlineData(";;;", "3", "")]
    public void A_format_that_makes_another_figure_of_a_number_is_said(string format, string stored, string read) =>
        Assert.Equal(read, NumberFormat.Show(stored, format) is var cell && cell.Doubt is null ? cell.Text : $"{cell.Text}?");

    /// <summary>A picture over a sheet may be a table that was scanned.</summary>
    [Fact]
    public void Pictures_of_a_sheet_are_counted()
    {
        var parts = OfficeMaker.Parts(OfficeMaker.Xlsx($"<sheetData>{OfficeMaker.Row(1, "甲", "1")}</sheetData><drawing r:id=\"rId1\"/>"));
        var book = OfficeMaker.Zip(
        [
            .. parts, ("xl/worksheets/_rels/sheet1.xml.rels", OfficeMaker.Relations(("drawing", "../drawings/drawing1.xml"))),
            ("xl/drawings/drawing1.xml", "<wsDr/>"),
            ("xl/drawings/_rels/drawing1.xml.rels", OfficeMaker.Relations(("image", "../media/1.png"), ("image", "../media/2.png"))),
        ]);

        Assert.Equal(["图片：工作表“一”上 2 张"], OfficeFile.Read(book).Blocks.OfType<Paragraph>().SelectMany(p => p.Beside)
            .Select(b => b.Chinese));
    }

    [Fact]
    public void Formats_and_fonts_are_those_of_the_cell() => Assert.Equal(["3|50%|2022-03-18|7?|4件"], Lines(Xlsx([], """
            <numFmts><numFmt numFmtId="170" formatCode="0&quot;件&quot;"/></numFmts>
            <fonts><font/><font><strike/></font></fonts>
            <cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="9" fontId="0"/><xf numFmtId="14" fontId="0"/>
            <xf numFmtId="0" fontId="1"/><xf numFmtId="170" fontId="0"/></cellXfs>
            """, ("一", "visible", Data("""
                <row r="1"><c r="A1" s="0"><v>3</v></c><c r="B1" s="1"><v>0.5</v></c><c r="C1" s="2"><v>44638</v></c>
                <c r="D1" s="3"><v>7</v></c><c r="E1" s="4"><v>4</v></c></row>
                """)))));

    [Fact]
    public void Texts_are_shared_or_in_the_cell_and_in_pieces() => Assert.Equal(["本年新收|12¹|34?|规/章||8"], Lines(Xlsx(
        [
            "<r><t>本年</t></r><r><t>新收</t></r><rPh sb=\"0\" eb=\"2\"><t>benian</t></rPh>",
            "<r><t>12</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r>",
            "<r><t>3</t></r><r><rPr><strike/></rPr><t>4</t></r>", "<t>规_x000A_章</t>",
        ], null, ("一", "visible", Data("""
            <row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c>
            <c t="inlineStr"><is><t> </t></is></c><c><v>8</v></c></row>
            """)))));

    [Fact]
    public void Of_a_formula_the_last_result_is_read_and_without_one_itself() => Reads("""
        <row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>5</v></c><c r="B1"><f>1+1</f></c><c r="C1"><f>X</f><v></v></c>
        <c r="D1" t="str"><f>IF(A1,"","")</f><v></v></c><c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="F1" t="b"><v>1</v></c></row>
        """, "5|=1+1?|=X?||#DIV/0!|TRUE");

    [Fact]
    public void Hidden_rows_columns_and_sheets_are_not_read() => Assert.Equal(["1|3", "7|9", "11|12"], Lines(Xlsx([], null,
        ("一", "visible", """<cols><col min="2" max="2" hidden="1"/><col min="4" max="5" width="0"/></cols>"""
            + Data(Row(1, "1", "2", "3", "4") + Hidden(2, "hidden", "4", "5", "6") + Row(3, "7", "8", "9") + Hidden(4, "ht", "10"))),
        ("二", "hidden", Data(Row(1, "12"))), ("三", "veryHidden", Data(Row(1, "13"))),
        ("四", "visible", """<sheetFormatPr zeroHeight="1"/>""" + Data(Row(2, "11", "12"))))));

    [Fact]
    public void Joined_cells_are_one_with_what_the_first_of_them_holds() => Assert.Equal(["甲[2x2]|1", "2", "3|4|5"], Lines(Xlsx(
        Data(Row(1, "甲", "不见", "1") + Row(2, "不见", "不见", "2") + Row(3, "3", "4", "5")) + Merged("A1:B2"))));

    [Fact]
    public void A_joined_cell_whose_first_row_or_column_is_hidden_is_seen() => Assert.Equal(["甲[2x1]|5", "8"], Lines(Xlsx(
        """<cols><col min="1" max="1" hidden="1"/></cols>"""
        + Data(Hidden(1, "hidden", "甲", "", "2") + Row(2, "", "", "5") + Row(3, "", "", "8"))
        + Merged("A1:B3"))));

    [Fact]
    public void A_stray_cell_far_away_makes_no_table() =>
        Assert.Equal(2 + 20, Lines(Xlsx(Data(Row(1, "1", "2") + "<row r=\"1048576\"><c r=\"A1048576\"><v>3</v></c></row>"))).Length);

    [Fact]
    public void Lines_that_are_no_part_of_a_table_are_paragraphs_too() => Assert.Equal(
        [
            "某局2021年报告", "一、总体情况", "全年平稳。", "二、主动公开",
            "某局2021年报告|", "填报单位：某局|单位：件", "一、总体情况|", "全年平稳。|", "二、主动公开|", "甲|1", "乙|", "填报人：张三|",
        ],
        Lines(Xlsx(Data(Row(1, "某局2021年报告") + Row(2, "填报单位：某局", "单位：件") + Row(3, "一、总体情况") + Row(4, "全年平稳。")
            + Row(5, "二、主动公开") + Row(6, "甲", "1") + Row(7, "乙") + Row(8, "填报人：张三")))));

    [Fact]
    public void An_old_workbook_is_read_like_a_new_one()
    {
        var folder = Path.Combine(Repository.Root, "tests", "ReportCompiler.Tests", "Importing", "Office");
        // Whether a formula of a blank result was ever worked out, an old workbook does not say.
        Assert.Equal(Of("xlsx"), Of("xls").Select(l => l.Replace("=?", "", StringComparison.Ordinal)));

        string[] Of(string kind) => Lines(File.ReadAllBytes(Path.Combine(folder, $"workbook.{kind}")));
    }

    private static string Hidden(int row, string how, params string[] texts) =>
        Row(row, texts).Replace("<row ", how == "ht" ? "<row ht=\"0\" " : "<row hidden=\"1\" ", StringComparison.Ordinal);

    private static string Data(string rows) => $"<sheetData>{rows}</sheetData>";

    private static string Merged(string range) => $"<mergeCells><mergeCell ref=\"{range}\"/></mergeCells>";

    private static void Reads(string rows, params string[] lines) => Assert.Equal(lines, Lines(Xlsx(Data(rows))));
}
