using ReportCompiler.Diagnostics;
using ReportCompiler.Importing.Documents;
using ReportCompiler.Importing.Office;
using ReportCompiler.Workbooks;
using Xunit;
using static ReportCompiler.Tests.Importing.Office.OfficeMaker;

namespace ReportCompiler.Tests.Importing.Office;

/// <summary>A form of the program's own is read by what it knows of itself, wherever its cells have gone.</summary>
public sealed class FormReaderTests
{
    private const string Shown = """
        <cols><col min="1" max="1" hidden="1"/></cols><sheetData>
        <row r="1" hidden="1"><c r="A1" t="inlineStr"><is><t>键</t></is></c><c r="C1" t="inlineStr"><is><t>自然人</t></is></c>
        <c r="D1" t="inlineStr"><is><t>总计</t></is></c></row>
        <row r="5"><c r="A5" t="inlineStr"><is><t>依申请公开.本年新收</t></is></c><c r="B5" t="inlineStr"><is><t>随便什么</t></is></c>
        <c r="C5"><v>3</v></c><c r="D5"><f>SUM(C5:C5)</f><v>3</v></c></row>
        <row r="6"><c r="A6" t="inlineStr"><is><t>依申请公开.上年结转</t></is></c>
        <c r="D6"><f>SUM(C6:C6)</f></c></row>
        <row r="9"><c r="C9" t="inlineStr"><is><t>是</t></is></c><c r="D9" t="inlineStr"><is><t>张三</t></is></c></row></sheetData>
        """;

    [Fact]
    public void The_very_hidden_sheet_says_what_is_where()
    {
        var form = Form(Xlsx([], null, ("'表'三", "visible", Shown), (FormIndex.Sheet, "veryHidden", Index(
            ("reportc", "<v>1</v>", ""), ("单位", "区教育局", ""), ("年度", "<v>2025</v>", ""), ("格式", "2021", ""),
            ("填报人", "<f>'''表''三'!$D$9</f><v>李四</v>", ""), ("全表为无.复议诉讼", "<f>'''表''三'!$C$9</f>", ""),
            ("依申请公开.本年新收.自然人", "<f>'''表''三'!$C$5</f><v>7</v>", "输入"),
            ("依申请公开.本年新收.总计", "<f>'''表''三'!$D$5</f>", "合计"),
            ("依申请公开.上年结转.自然人", "<f>'''表''三'!$C$6</f><v>0</v>", "已填"),
            ("依申请公开.结转下年度.自然人", "<f>#REF!</f>", "输入")))));
        Assert.Equal(("区教育局", 2025, "2021"), (form.Unit, form.Year ?? 0, form.Edition));
        Assert.Equal(["依申请公开.上年结转.自然人=", "依申请公开.本年新收.自然人=3", "依申请公开.结转下年度.自然人=?"], Cells(form));
        Assert.Equal("工作表“'表'三”的 C5 格", form.Cells["依申请公开.本年新收.自然人"].Where?.Chinese);
        Assert.Equal(["填报人=张三", "复议诉讼=无"], form.Fields.Select(f => $"{f.Key}={f.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Without_it_the_hidden_keys_do() => Assert.Equal(
        ["依申请公开.上年结转.自然人=", "依申请公开.本年新收.自然人=3"], Cells(Form(Xlsx([], null, ("表三", "visible", Shown)))));

    /// <summary>Every form that <c>new</c> writes, filled in: by what it knows of itself, and by its keys alone.</summary>
    [Theory]
    [InlineData("samples/shuimogou", 2023)]
    [InlineData("samples/history", 2014)]
    [InlineData("samples/history", 2019)]
    [InlineData("samples/history", 2021)]
    public void A_form_of_new_is_read_cell_by_cell(string project, int year)
    {
        var folder = new ProjectFolder(Path.Combine([Repository.Root, .. project.Split('/')]));
        var draft = folder.DraftForms(new Findings(), year, y => y < year)[0];
        using var filled = new FilledForm(draft.Bytes!);
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, kind) in filled.Kinds.Where(k => k.Value == FormIndex.Input).OrderBy(k => k.Key, StringComparer.Ordinal))
            if (typed.Count < 40) filled.Type(path, typed[path] = $"{1000 + typed.Count}");
        var table = filled.Kinds.Keys.First(k => k.StartsWith(FormIndex.NothingPrefix, StringComparison.Ordinal));
        var file = filled.Type("填报人", "张三").Type(table, FormIndex.Yes).Saved();
        var form = Form(file);

        Assert.Equal((draft.Unit, year), (form.Unit, form.Year ?? 0));
        var inputs = filled.Kinds.Where(k => k.Value is FormIndex.Input or FormIndex.Given).Select(k => k.Key);
        Assert.Equal(inputs.Order(StringComparer.Ordinal), form.Cells.Keys.Order(StringComparer.Ordinal));
        Assert.All(form.Cells, c => Assert.Equal(filled[c.Key], c.Value.Text));
        Assert.All(typed, t => Assert.Equal(t.Value, form.Cells[t.Key].Text));
        Assert.Equal("张三", form.Fields["填报人"]);
        // Whether a table is 无 that has figures, nobody knows.
        var key = table[FormIndex.NothingPrefix.Length..];
        var hasFigures = form.Cells.Any(c => c.Key.StartsWith(key, StringComparison.Ordinal) && c.Value.Text is not ("" or "0"));
        Assert.Equal(hasFigures ? null : "无", form.Fields.GetValueOrDefault(key));

        var sheets = Assert.Single(Parts(file), p => p.Name == "xl/workbook.xml").Text;
        var byKeys = Form(Zip([.. Parts(file).Where(p => p.Name != "xl/workbook.xml"),
            ("xl/workbook.xml", sheets.Replace(FormIndex.Sheet, "别的", StringComparison.Ordinal))]));
        Assert.Null(byKeys.Year);
        Assert.Equal(Cells(form), Cells(byKeys));
    }

    [Fact]
    public void Another_workbook_is_no_form() => Assert.Null(OfficeFile.Read(Xlsx("<sheetData/>")).Form);

    private static FormFacts Form(byte[] file) => Assert.IsType<FormFacts>(OfficeFile.Read(file).Form);

    private static IEnumerable<string> Cells(FormFacts form) =>
        form.Cells.Select(c => $"{c.Key}={c.Value.Text}{(c.Value.Doubt is null ? "" : "?")}").Order(StringComparer.Ordinal);

    private static string Index(params (string Key, string Value, string Kind)[] lines) => $"<sheetData>{string.Concat(lines.Select(l =>
        $"<row>{Cell(l.Key)}{(l.Value.StartsWith('<') ? $"<c>{l.Value}</c>" : Cell(l.Value))}{Cell(l.Kind)}</row>"))}</sheetData>";

    private static string Cell(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";
}
