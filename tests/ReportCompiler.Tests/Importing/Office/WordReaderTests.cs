using ReportCompiler.Importing.Documents;
using ReportCompiler.Importing.Office;
using Xunit;
using static ReportCompiler.Tests.Importing.Office.OfficeMaker;

namespace ReportCompiler.Tests.Importing.Office;

/// <summary>What a Word document shows is read, and nothing else.</summary>
public sealed class WordReaderTests
{
    [Fact]
    public void Joined_cells_are_one_and_the_others_keep_their_columns() => Reads(
        Tbl(Tc("甲", """<w:gridSpan w:val="2"/>""") + Tc("乙", """<w:vMerge w:val="restart"/>"""),
            Tc("1") + Tc("2") + Tc("不显示", "<w:vMerge/>"),
            Tc("3", """<w:hMerge w:val="restart"/>""") + Tc("4", "<w:hMerge/>") + Tc("5", """<w:vMerge w:val="continue"/>""")),
        "甲[1x2]|乙[3x1]", "1|2", "3[1x2]");

    [Fact]
    public void A_cell_that_continues_none_stands_for_itself() => Reads(
        Tbl(Tc("1") + Tc("2"), Tc("3", "<w:vMerge/>") + Tc("4"), Tc("5", """<w:gridSpan w:val="2"/><w:vMerge/>""")),
        "1[2x1]|2", "4", "5[1x2]");

    [Fact]
    public void Runs_are_joined_however_they_are_split() => Reads(
        $"<w:p>{R("1")}<w:proofErr w:type=\"spellStart\"/><w:bookmarkStart w:id=\"1\" w:name=\"_a\"/>{R("3")}<w:hyperlink>{R("6")}"
        + $"</w:hyperlink><w:smartTag>{R("1")}</w:smartTag>{R("2", "<w:b/>")}</w:p>",
        "13612");

    /// <summary>A link of either kind, within the document or out of it, and a picture that floats: no text is made of them.</summary>
    [Fact]
    public void Pictures_and_where_links_lead_stand_beside_the_text()
    {
        const string Picture = "<w:r><w:drawing><wp:anchor><pic:pic/></wp:anchor></w:drawing></w:r>";
        var body = $"<w:p>{R("见")}<w:hyperlink r:id=\"rId9\">{R("附件")}</w:hyperlink><w:hyperlink w:anchor=\"a\">{R("上文")}"
            + $"</w:hyperlink></w:p><w:p>{Field("HYPERLINK &quot;http://b/&quot;")}{R("乙")}{End}{Field("PAGE")}{R("1")}{End}</w:p>"
            + $"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{Picture}</w:p>{P("丙")}{P("丁")}";
        var parts = OfficeMaker.Parts(OfficeMaker.Docx(body)).Select(p => p.Name != "word/_rels/document.xml.rels" ? p
            : (p.Name, p.Text.Replace("</Relationships>", "<Relationship Id=\"rId9\" Type=\"x/hyperlink\" Target=\"http://a/?b=1\" "
                + "TargetMode=\"External\"/></Relationships>", StringComparison.Ordinal)));

        var lines = OfficeFile.Read(OfficeMaker.Zip([.. parts])).Blocks.Cast<Paragraph>();

        Assert.Equal(["见附件上文 链接 http://a/?b=1", "乙1 链接 http://b/", "丙 图片", "丁 "],
            lines.Select(l => $"{l.Line} {string.Join(' ', l.Beside.Select(b => b.Chinese))}"));
    }

    [Fact]
    public void Changes_are_read_as_if_they_were_accepted() => Reads(
        $"<w:p>{R("收到")}<w:del><w:r><w:delText>3</w:delText><w:t>4</w:t></w:r></w:del><w:ins>{R("5")}</w:ins>{R("件")}"
        + $"<w:moveFrom>{R("甲")}</w:moveFrom><w:moveTo>{R("乙")}</w:moveTo></w:p>"
        + Tbl($"<w:trPr><w:del/></w:trPr>{Tc("9")}", $"<w:trPr><w:ins/></w:trPr>{Tc("8")}", Tc("7") + Tc("6", "<w:cellDel/>") + Tc("5")),
        "收到5件乙", "8", "7|5");

    [Fact]
    public void A_paragraph_whose_end_is_deleted_goes_on_in_the_next() => Reads(
        $"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{R("上半")}</w:p>{P("下半")}"
        + Tbl(Tc($"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{R("1")}</w:p>{P("2")}"))
        // A run that says nothing of itself is no more deleted than others.
        + Tbl(Tc($"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>1</w:t></w:r></w:p>{P("3")}")),
        "上半下半", "12", "13");

    [Fact]
    public void Hidden_text_and_rows_are_not_read() => Reads(
        $"<w:p>{R("见")}{R("藏", "<w:vanish/>")}{R("也见", """<w:vanish w:val="0"/>""")}</w:p>"
        + Tbl($"<w:trPr><w:hidden/></w:trPr>{Tc("9")}", Tc("8")),
        "见也见", "8");

    [Fact]
    public void Hidden_text_of_a_style_is_not_read() => Reads(
        $"<w:p>{R("见")}{R("藏", """<w:rStyle w:val="a"/>""")}</w:p>", [("styles", """
            <w:style w:type="character" w:styleId="a"><w:basedOn w:val="b"/></w:style>
            <w:style w:type="character" w:styleId="b"><w:basedOn w:val="a"/><w:rPr><w:vanish/></w:rPr></w:style>
            """)], "见");

    [Fact]
    public void Of_a_field_the_result_is_read() => Reads(
        $"<w:p>{Field("PAGE")}{R("12")}{End}<w:fldSimple w:instr=\"SUM(ABOVE)\">{R("7")}</w:fldSimple></w:p>"
        + $"<w:p>{Field("IF ")}{R("8")}{End}{R("件")}</w:p>",
        "127", "8件");

    [Fact]
    public void A_sum_without_a_result_is_marked() => Reads(
        Tbl(Tc($"<w:p>{Char("begin")}<w:r><w:instrText> =SUM(LEFT)</w:instrText></w:r>{End}</w:p>")), "?");

    [Fact]
    public void A_field_that_does_not_end_hides_no_other_cell() => Reads(Tbl(Tc($"<w:p>{Char("begin")}</w:p>") + Tc("3")), "|3");

    [Fact]
    public void Prompts_and_tables_of_contents_are_not_read() => Reads(
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr>"
        + $"<w:sdtContent>{P("一、总体情况 1")}</w:sdtContent></w:sdt>"
        + Tbl(Tc($"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{P("单击此处")}</w:sdtContent></w:sdt>")
              + $"<w:sdt><w:sdtContent>{Tc("3")}</w:sdtContent></w:sdt>"),
        "|3");

    [Fact]
    public void Headings_are_known_by_style_and_outline() => Reads(
        P("甲", """<w:pPr><w:pStyle w:val="2"/></w:pPr>""") + P("乙", """<w:pPr><w:outlineLvl w:val="1"/></w:pPr>""")
        + P("丙", """<w:pPr><w:pStyle w:val="t"/></w:pPr>""") + P("丁"),
        [("styles", """
            <w:style w:type="paragraph" w:styleId="1"><w:name w:val="Heading 1"/></w:style>
            <w:style w:type="paragraph" w:styleId="2"><w:name w:val="样式"/><w:basedOn w:val="1"/></w:style>
            <w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>
            """)], "# 甲", "## 乙", "丁");

    [Fact]
    public void Numbers_that_Word_makes_are_read_as_they_are_printed() => Reads(
        P("总体情况", Item(1, 0)) + P("组织领导", Item(1, 1)) + P("队伍", Item(1, 1)) + P("主动公开", Item(1, 0)) + P("其一", Item(1, 1))
        + P("点", Item(2, 0)) + Tbl(Tc(P("3", Item(3, 0)))),
        [("numbering", """
            <w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
            <w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
            </w:abstractNum><w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl>
            </w:abstractNum><w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:start w:val="12"/><w:numFmt w:val="decimal"/>
            <w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>
            """)], "一、总体情况", "（一）组织领导", "（二）队伍", "二、主动公开", "（一）其一", "• 点", "12. 3");

    [Theory]
    [InlineData("""<w:vertAlign w:val="superscript"/>""", "12¹")]
    [InlineData("<w:strike/>", "121?")]
    [InlineData("<w:dstrike/>", "121?")]
    public void A_digit_that_is_raised_or_struck_out_is_no_digit(string look, string shown) =>
        Reads(Tbl(Tc($"<w:p>{R("12")}{R("1", look)}</w:p>")), shown);

    [Fact]
    public void A_note_stands_below_its_paragraph_and_its_sign_is_no_digit() => Reads(
        $"<w:p>{R("收到")}<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
        + Tbl(Tc($"<w:p>{R("12")}<w:r><w:footnoteReference w:id=\"3\"/></w:r></w:p>")),
        [("footnotes", $"<w:footnote w:id=\"2\">{P("含转办")}</w:footnote><w:footnote w:id=\"3\">{P("含上年")}</w:footnote>")],
        "收到¹", "¹ 含转办", "12²/² 含上年");

    [Fact]
    public void Of_two_versions_one_is_read_and_text_boxes_stand_beside() => Reads(
        $"<w:p>{R("上")}<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><w:txbxContent>{P("框")}</w:txbxContent></wp:anchor>"
        + $"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{P("框")}</w:txbxContent></v:textbox></w:pict>"
        + $"</mc:Fallback></mc:AlternateContent></w:r>{R("下")}</w:p>",
        "上下", "框");

    [Fact]
    public void What_is_seen_in_a_blank_cell_and_is_no_text_is_marked() => Reads(
        Tbl(Tc("<w:p><w:r><w:drawing><wp:inline><pic:pic/></wp:inline></w:drawing></w:r></w:p>")
            + Tc("<w:p><w:r><w:drawing><wp:anchor><pic:pic/></wp:anchor></w:drawing></w:r></w:p>")
            + Tc("<w:p><w:r><w:object><v:shape><v:imagedata/></v:shape></w:object></w:r></w:p>")
            + Tc("<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r></w:p>")),
        "?||?|?");

    [Fact]
    public void A_text_box_over_a_blank_cell_may_hold_its_figure() => Reads(
        Tbl(Tc($"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{P("5")}</w:txbxContent></v:textbox></w:pict></w:r></w:p>")), "5?");

    [Fact]
    public void Signs_between_words_are_read() => Reads(
        $"<w:p>{R("1")}<w:r><w:noBreakHyphen/><w:t>2</w:t><w:tab/><w:softHyphen/><w:t>3</w:t><w:br/><w:t>4</w:t></w:r>"
        + $"<w:r><w:ruby><w:rt>{R("gōng")}</w:rt><w:rubyBase>{R("公")}</w:rubyBase></w:ruby></w:r>"
        + "<m:oMath><m:r><m:t>5</m:t></m:r></m:oMath></w:p>",
        "1-2\t3\n4公5");

    [Fact]
    public void A_table_in_a_cell_is_its_text() => Reads(Tbl(Tc("甲") + Tc(Tbl(Tc("1") + Tc("2")) + P(""))), "甲|1/2");

    [Fact]
    public void Columns_that_a_row_leaves_out_at_its_start_count() => Assert.Equal([1, 2],
        ((PaperTable)OfficeFile.Read(Docx(Tbl($"<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{Tc("1")}{Tc("2")}"))).Blocks[0])
        .Rows[0].Cells.Select(c => c.Column));

    private static string Item(int list, int level) =>
        $"<w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>";

    private static string Char(string kind) => $"<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>";

    private static string End => Char("end");

    private static string Field(string instruction) =>
        $"{Char("begin")}<w:r><w:instrText>{instruction}</w:instrText><w:t>9</w:t></w:r>{Char("separate")}";

    private static void Reads(string body, params string[] lines) => Reads(body, [], lines);

    private static void Reads(string body, (string Kind, string Xml)[] parts, params string[] lines) =>
        Assert.Equal(lines, Lines(Docx(body, parts)));
}
