using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Drafting;
using ReportCompiler.Forms;
using ReportCompiler.Tests.Office;
using ReportCompiler.Workbooks;
using Xunit;

namespace ReportCompiler.Tests.Drafting;

/// <summary>The forms of <c>new --format xlsx</c>, as Excel, WPS and LibreOffice take them.</summary>
public sealed class CollectionFormTests
{
    private const int MostBytes = 60_000;

    /// <summary>Every edition, with and without a year before; indicators; figures of two editions.</summary>
    public static TheoryData<string, int> Forms => new()
    {
        { "samples/shuimogou", 2023 }, { "samples/shuimogou", 2021 }, { "samples/history", 2014 }, { "samples/history", 2019 },
        { "samples/history", 2020 }, { "samples/history", 2021 }, { "tests/ReportCompiler.Tests/DraftCases/Reorganised/input", 2022 },
    };

    private static List<DraftedForm> Drafts(string project, int year) => [.. new ProjectFolder(
        Path.Combine([Repository.Root, .. project.Split('/')])).DraftForms(new Findings(), year, y => y < year)];

    private static byte[] Form(string project, int year, string? unit = null) =>
        Drafts(project, year).First(f => unit is null || f.Unit == unit).Bytes!;

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_is_valid_small_and_the_same_each_time(string project, int year)
    {
        var forms = Drafts(project, year);
        var again = Drafts(project, year);

        Assert.NotEmpty(forms);
        Assert.Equal(forms.Select(f => Convert.ToBase64String(f.Bytes!)), again.Select(f => Convert.ToBase64String(f.Bytes!)));
        Assert.All(forms, f => Assert.InRange(f.Bytes!.Length, 1, MostBytes));
        foreach (var bytes in forms.Take(3).Select(f => f.Bytes!))
        {
            using var form = new FilledForm(bytes);
            var faults = new OpenXmlValidator().Validate(form.File, TestContext.Current.CancellationToken);
            Assert.Empty(faults.Select(f => $"{f.Part?.Uri} {f.Path?.XPath}: {f.Description}"));
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_cell_of_the_form_is_there_open_if_it_is_counted_and_locked_if_it_is_a_total(string project, int year)
    {
        using var form = new FilledForm(Form(project, year));

        var edition = Editions.OfForm.Find(form.Values[FormIndex.EditionKey])!;
        Assert.Equal(year.ToString(CultureInfo.InvariantCulture), form.Values[FormIndex.YearKey]);
        foreach (var cell in edition.Cells)
        {
            Assert.Equal(cell.IsTotal, form.Kinds[cell.Path] == FormIndex.Total);
            Assert.Equal(!cell.IsTotal, form.IsOpen(cell.Path));
            Assert.Equal(cell.IsTotal, form.Formula(cell.Path) is not null);
        }
        foreach (var table in edition.Tables)
        {
            Assert.True(form.IsOpen(FormIndex.NothingPrefix + table.Key));
            var texts = form.Texts(table.Key).ToHashSet(StringComparer.Ordinal);
            Assert.All(table.Leaves.Where(r => !r.IsOwnValue), row => Assert.Contains(row.Label, texts, new LabelComparer()));
            Assert.NotNull(form.Part(table.Key).GetFirstChild<SheetProtection>());
            Assert.Equal(9u, form.Part(table.Key).GetFirstChild<PageSetup>()!.PaperSize!.Value);
            Assert.Equal((1u, 1u), (form.Part(table.Key).GetFirstChild<PageSetup>()!.FitToWidth!.Value,
                form.Part(table.Key).GetFirstChild<PageSetup>()!.FitToHeight!.Value));
        }
        Assert.All(["填报人", "审核人", "电话"], key => Assert.True(form.IsOpen(key)));
    }

    /// <summary>A list indents its labels.</summary>
    private sealed class LabelComparer : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => x?.Trim('\u3000') == y?.Trim('\u3000');

        public int GetHashCode(string obj) => 0;
    }

    /// <summary>The hidden rows and columns say the same as the very hidden sheet.</summary>
    [Theory]
    [MemberData(nameof(Forms))]
    public void Keys_beside_the_tables_name_every_cell_too(string project, int year)
    {
        using var form = new FilledForm(Form(project, year));
        var edition = Editions.OfForm.Find(form.Values[FormIndex.EditionKey])!;

        foreach (var table in edition.Tables)
        {
            var found = new HashSet<string>(StringComparer.Ordinal);
            Dictionary<string, string> columns = [];
            foreach (var row in form.Part(table.Key).GetFirstChild<SheetData>()!.Elements<DocumentFormat.OpenXml.Spreadsheet.Row>())
            {
                var cells = row.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().ToDictionary(
                    c => c.CellReference!.Value!.TrimEnd([.. "0123456789"]), form.TextOf);
                if (!cells.TryGetValue("A", out var key) || key.Length == 0) continue;
                if (key == FormIndex.KeyRow)
                {
                    Assert.True(row.Hidden!.Value);
                    columns = cells.Where(c => c.Key != "A").ToDictionary();
                }
                else
                    foreach (var (column, name) in columns)
                        if (cells.ContainsKey(column)) found.Add(name.Length == 0 ? key : $"{key}.{name}");
            }
            Assert.Superset(edition.Cells.Where(c => c.Table == table).Select(c => c.Path).ToHashSet(StringComparer.Ordinal), found);
            var first = form.Part(table.Key).GetFirstChild<Columns>()!.Elements<DocumentFormat.OpenXml.Spreadsheet.Column>().First();
            Assert.True(first.Hidden!.Value);
        }
    }

    [Fact]
    public void What_the_year_before_gives_is_filled_in_and_explained()
    {
        using var form = new FilledForm(Form("samples/history", 2020, "县住房城乡建设局"));

        Assert.Equal("已填", form.Kinds["依申请公开.上年结转.自然人"]);
        Assert.NotEqual("", form["依申请公开.上年结转.自然人"]);
        Assert.Contains(form.Texts("依申请公开"), t => t.Contains("取自 2019 年的“结转下年度”", StringComparison.Ordinal));
        Assert.Equal("", form["依申请公开.本年新收.自然人"]);
    }

    /// <summary>The formulas, computed by an office: totals, what is left, and the equation that does not hold.</summary>
    [Fact]
    [Trait("tool", "libreoffice")]
    public void Totals_add_up_and_an_equation_that_does_not_hold_is_named()
    {
        using var form = new FilledForm(Form("samples/shuimogou", 2023));
        form.Type("依申请公开.本年新收.自然人", "5").Type("依申请公开.本年新收.商业企业", "2")
            .Type("依申请公开.办理结果.予以公开.自然人", "3").Type("依申请公开.办理结果.不予公开.属于国家秘密.自然人", "1")
            .Type("依申请公开.办理结果.其他处理.其他.商业企业", "2").Type("全表为无.复议诉讼", "是").Type("主动公开.行政许可", "无");

        using var computed = new FilledForm(LibreOffice.Convert(form.Saved(), ".xlsx", "xlsx:Calc MS Excel 2007 XML"));

        Assert.Equal("7", computed["依申请公开.本年新收.总计"]);
        Assert.Equal("4", computed["依申请公开.办理结果.总计.自然人"]);
        Assert.Equal("6", computed["依申请公开.办理结果.总计.总计"]);
        Assert.Equal("5", computed["依申请公开.本年新收.自然人"]);
        var remark = Assert.Single(computed.Texts("依申请公开"), t => t.Contains("【不平】", StringComparison.Ordinal));
        Assert.Contains("本年新收 + 上年结转 = 办理结果.总计 + 结转下年度：自然人 总计", remark, StringComparison.Ordinal);
        var cover = computed.Texts("填报说明").ToList();
        Assert.Contains("全表为无", cover);
        Assert.Contains("还有 133 格没有填", cover);
        Assert.Contains("有不平的，见该表右侧", cover);
    }

    /// <summary>What a cell takes: of counts whole ones, of amounts any, of changes also negative ones; everywhere 无.</summary>
    [Theory]
    [InlineData("samples/shuimogou", 2023, "主动公开.行政许可", "无 0 3", "-3 2.5 十二 ３ /")]
    [InlineData("samples/shuimogou", 2023, "主动公开.行政事业性收费", "无 0 3 2.5", "-3 十二 /")]
    [InlineData("samples/history", 2020, "主动公开.行政许可.本年增减", "无 0 3 -3", "2.5 十二 /")]
    [InlineData("samples/history", 2020, "主动公开.行政许可.上一年项目数量", "无 0 3", "-3 2.5 /")]
    [Trait("tool", "libreoffice")]
    public void A_cell_takes_a_figure_of_its_kind_or_none(string project, int year, string path, string taken, string refused)
    {
        using var form = new FilledForm(Form(project, year, project == "samples/history" ? "县住房城乡建设局" : null));
        var (sheet, cell) = form.PlaceOf(path);
        var limit = Assert.Single(form.Part(sheet).Descendants<DataValidation>(), v => v.SequenceOfReferences!.Items
            .Any(r => r.Value!.Split(':')[0] == cell));
        Assert.Equal((DataValidationValues.Custom, true), (limit.Type!.Value, limit.ShowErrorMessage!.Value));
        Assert.Single(limit.SequenceOfReferences!.Items);
        string[] tried = [.. taken.Split(' '), .. refused.Split(' ')];
        foreach (var value in tried) form.Append(sheet, value, limit.Formula1!.Text, cell);

        using var computed = new FilledForm(LibreOffice.Convert(form.Saved(), ".xlsx", "xlsx:Calc MS Excel 2007 XML"));

        Assert.Equal(tried.Select(v => taken.Split(' ').Contains(v, StringComparer.Ordinal) ? "1" : "0"),
            computed.LastOfRows(sheet, tried.Length));
    }

    [Theory]
    [InlineData("samples/shuimogou", 2023)]
    [InlineData("samples/history", 2020)]
    [Trait("tool", "libreoffice")]
    public void Every_sheet_is_printed_on_one_page(string project, int year)
    {
        var bytes = Form(project, year);
        using var form = new FilledForm(bytes);

        var pdf = System.Text.Encoding.Latin1.GetString(LibreOffice.Convert(bytes, ".xlsx", "pdf"));

        var pages = pdf.Split("/Type/Page").Skip(1).Count(rest => !rest.StartsWith('s'));
        Assert.Equal(form.Sheets.Count(), pages);
    }

    [Theory]
    [InlineData("samples/shuimogou", 2023)]
    [InlineData("samples/history", 2014)]
    [InlineData("samples/history", 2020)]
    [Trait("tool", "libreoffice")]
    public void What_is_cached_is_what_an_office_computes(string project, int year)
    {
        var bytes = Form(project, year);
        using var form = new FilledForm(bytes);

        using var computed = new FilledForm(LibreOffice.Convert(bytes, ".xlsx", "xlsx:Calc MS Excel 2007 XML"));

        Assert.All(form.Kinds.Keys, path => Assert.Equal(form[path], computed[path]));
        foreach (var sheet in form.Sheets) Assert.Equal(form.Texts(sheet), computed.Texts(sheet));
    }
}
