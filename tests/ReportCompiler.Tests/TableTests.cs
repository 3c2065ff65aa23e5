using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>The HTML tables are the printed form, cell for cell: every span expanded into the grid it covers.</summary>
public sealed class TableTests
{
    private const string Note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

    private static readonly string[] Results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];

    [Fact]
    public void Proactive_disclosure_of_2021_is_as_printed()
    {
        var grid = Grid(Table(2021, 0));
        Assert.Equal(
        [
            "第二十条第（一）项|第二十条第（一）项|第二十条第（一）项|第二十条第（一）项",
            "信息内容|本年制发件数|本年废止件数|现行有效件数",
            "规章|1|2|3",
            "行政规范性文件|4|5|6",
            "第二十条第（五）项|第二十条第（五）项|第二十条第（五）项|第二十条第（五）项",
            "信息内容|本年处理决定数量|本年处理决定数量|本年处理决定数量",
            "行政许可|7|7|7",
            "第二十条第（六）项|第二十条第（六）项|第二十条第（六）项|第二十条第（六）项",
            "信息内容|本年处理决定数量|本年处理决定数量|本年处理决定数量",
            "行政处罚|8|8|8",
            "行政强制|9|9|9",
            "第二十条第（八）项|第二十条第（八）项|第二十条第（八）项|第二十条第（八）项",
            "信息内容|本年收费金额（单位：万元）|本年收费金额（单位：万元）|本年收费金额（单位：万元）",
            "行政事业性收费|10|10|10",
        ], Lines(grid));
        Assert.Equal((4, 1), Spans(grid[0][0]));
        Assert.Equal((3, 1), Spans(grid[5][1]));
    }

    [Fact]
    public void Proactive_disclosure_of_2019_is_as_printed()
    {
        var grid = Grid(Table(2019, 0));
        Assert.Equal(
        [
            "第二十条第（一）项|第二十条第（一）项|第二十条第（一）项|第二十条第（一）项",
            "信息内容|本年新制作数量|本年新公开数量|对外公开总数量",
            "规章|1|2|3",
            "规范性文件|4|5|6",
            "第二十条第（五）项|第二十条第（五）项|第二十条第（五）项|第二十条第（五）项",
            "信息内容|上一年项目数量|本年增/减|处理决定数量",
            "行政许可|7|8|9",
            "其他对外管理服务事项|10|11|12",
            "第二十条第（六）项|第二十条第（六）项|第二十条第（六）项|第二十条第（六）项",
            "信息内容|上一年项目数量|本年增/减|处理决定数量",
            "行政处罚|13|14|15",
            "行政强制|16|17|18",
            "第二十条第（八）项|第二十条第（八）项|第二十条第（八）项|第二十条第（八）项",
            "信息内容|上一年项目数量|本年增/减|本年增/减",
            "行政事业性收费|19|20|20",
            "第二十条第（九）项|第二十条第（九）项|第二十条第（九）项|第二十条第（九）项",
            "信息内容|采购项目数量|采购总金额|采购总金额",
            "政府集中采购|21|22|22",
        ], Lines(grid));
    }

    [Theory]
    [InlineData(2021, 11, 25, 22)]
    [InlineData(2019, 23, 23, 20)]
    public void Requests_are_as_printed(int year, int first, int rows, int outcomes)
    {
        var table = Table(year, 1);
        var grid = Grid(table);
        Assert.Equal(3 + rows, grid.Count);
        Assert.All(grid, line => Assert.Equal(10, line.Count));

        // Three heading rows: the note in its corner, the applicants in three levels.
        Assert.Equal(3, table.QuerySelectorAll("thead tr").Length);
        Assert.Equal((3, 3), Spans(grid[0][0]));
        Assert.Equal($"{Note}|{Note}|{Note}|申请人情况|申请人情况|申请人情况|申请人情况|申请人情况|申请人情况|申请人情况", Line(grid[0]));
        Assert.Equal($"{Note}|{Note}|{Note}|自然人|法人或其他组织|法人或其他组织|法人或其他组织|法人或其他组织|法人或其他组织|总计",
            Line(grid[1]));
        Assert.Equal($"{Note}|{Note}|{Note}|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计", Line(grid[2]));
        Assert.Equal([(7, 1), (1, 2), (5, 1), (1, 2)], new[] { grid[0][3], grid[1][3], grid[1][4], grid[1][9] }.Select(Spans));

        var labels = grid.Skip(3).Select(line => Line(line.Take(3))).ToList();
        Assert.Equal(Labels(year), labels);
        var figures = grid.Skip(3).SelectMany(line => line.Skip(3)).ToList();
        Assert.Equal(rows * 7, figures.Count);
        Assert.Equal(Enumerable.Range(first, rows * 7).Select(n => $"{n}"), figures.Select(f => f.TextContent));
        Assert.All(figures, f => Assert.Equal(((1, 1), "TD"), (Spans(f), f.TagName)));

        var group = grid[5][0];
        Assert.Equal(("三、本年度办理结果", (1, outcomes)), (group.TextContent, Spans(group)));
        Assert.Equal((3, 1), Spans(grid[3][0]));
        Assert.Equal([(1, 8), (1, 3), (1, 5), year == 2021 ? (1, 3) : (2, 1)],
            new[] { "（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理" }
                .Select(l => Spans(grid.SelectMany(g => g).First(c => c.TextContent == l))));
    }

    [Theory]
    [InlineData(2021, 11 + (25 * 7))]
    [InlineData(2019, 23 + (23 * 7))]
    public void Reconsideration_and_litigation_are_one_line(int year, int first)
    {
        var grid = Grid(Table(year, 2));
        Assert.Equal(4, grid.Count);
        Assert.Equal(string.Join('|', Enumerable.Repeat("行政复议", 5).Concat(Enumerable.Repeat("行政诉讼", 10))), Line(grid[0]));
        Assert.Equal(string.Join('|', Results.Concat(Enumerable.Repeat("未经复议直接起诉", 5)).Concat(Enumerable.Repeat("复议后起诉", 5))),
            Line(grid[1]));
        Assert.Equal(string.Join('|', Results.Concat(Results).Concat(Results)), Line(grid[2]));
        Assert.Equal(string.Join('|', Enumerable.Range(first, 15)), Line(grid[3]));
        Assert.Equal([(5, 1), (10, 1)], new[] { grid[0][0], grid[0][5] }.Select(Spans));
        Assert.All(grid[1].Take(5), c => Assert.Equal((1, 2), Spans(c)));
    }

    [Fact]
    public void The_list_of_2014_has_a_line_for_every_row_and_group()
    {
        var table = Table(2014, 0);
        var lines = Lines(Grid(table)).ToList();
        Assert.Equal(1 + 58 + 7, lines.Count);
        Assert.Equal(
        [
            "统计指标|单位|统计数", "一、主动公开情况|——|", "　（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）|条|1",
            "　其中：主动公开规范性文件数|条|2", "　制发规范性文件总数|件|3",
            "　（二）通过不同渠道和方式公开政府信息的情况|——|", "　　1.政府公报公开政府信息数|条|4",
        ], lines.Take(7));
        // A group's own value stands in its own line.
        Assert.Contains("　　1.参加或举办新闻发布会总次数|次|10", lines);
        Assert.Contains("　　　其中：主要负责同志参加新闻发布会次数|次|11", lines);
        Assert.Contains("四、行政复议数量|件|40", lines);
        Assert.All(table.QuerySelectorAll("tbody td"),
            cell => Assert.All(cell.GetAttribute("headers")!.Split(' '), h => Assert.NotNull(table.QuerySelector($"th#{h}"))));
    }

    [Theory]
    [InlineData(2021)]
    [InlineData(2019)]
    public void Every_figure_names_its_headings(int year)
    {
        var document = Report(year);
        var ids = document.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        foreach (var table in document.QuerySelectorAll("table").Take(3))
        {
            Assert.NotEmpty(table.QuerySelector("caption")!.TextContent);
            Assert.All(table.QuerySelectorAll("td:not(.corner, .note)"), cell =>
            {
                var headers = cell.GetAttribute("headers")!.Split(' ');
                Assert.True(headers.Length >= 2);
                Assert.Equal(headers.Length, headers.Distinct().Count());
                Assert.All(headers, h => Assert.NotNull(table.QuerySelector($"th#{h}")));
            });
            Assert.All(table.QuerySelectorAll("th[headers]"),
                head => Assert.All(head.GetAttribute("headers")!.Split(' '), h => Assert.NotNull(table.QuerySelector($"th#{h}"))));
            Assert.All(table.QuerySelectorAll("th"), head => Assert.True(head.HasAttribute("scope")));
            // What stands over the row labels heads nothing.
            Assert.All(table.QuerySelectorAll(".corner, .note"), corner => Assert.Equal("td", corner.LocalName));
        }
        // 办理结果, （三）不予公开, 1.属于国家秘密 and 申请人情况, 法人或其他组织, 商业企业.
        var secret = Grid(document.QuerySelectorAll("table")[1])[7][4];
        Assert.Equal(["三、本年度办理结果", "（三）不予公开", "1.属于国家秘密", "申请人情况", "法人或其他组织", "商业企业"],
            secret.GetAttribute("headers")!.Split(' ').Select(h => document.GetElementById(h)!.TextContent));
    }

    private static IEnumerable<string> Labels(int year)
    {
        yield return "一、本年新收政府信息公开申请数量|一、本年新收政府信息公开申请数量|一、本年新收政府信息公开申请数量";
        yield return "二、上年结转政府信息公开申请数量|二、上年结转政府信息公开申请数量|二、上年结转政府信息公开申请数量";
        string[] groups =
        [
            "（一）予以公开", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
            "（三）不予公开|1.属于国家秘密|2.其他法律行政法规禁止公开|3.危及“三安全一稳定”|4.保护第三方合法权益|5.属于三类内部事务信息|"
                + "6.属于四类过程性信息|7.属于行政执法案卷|8.属于行政查询事项",
            "（四）无法提供|1.本机关不掌握相关政府信息|2.没有现成信息需要另行制作|3.补正后申请内容仍不明确",
            "（五）不予处理|1.信访举报投诉类申请|2.重复申请|3.要求提供公开出版物|4.无正当理由大量反复申请|"
                + "5.要求行政机关确认或重新出具已获取信息",
            year == 2021 ? "（六）其他处理|1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请|"
                + "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请|3.其他" : "（六）其他处理",
            "（七）总计",
        ];
        foreach (var group in groups.Select(g => g.Split('|')))
            foreach (var row in group.Length == 1 ? group : group[1..])
                yield return $"三、本年度办理结果|{group[0]}|{row}";
        yield return "四、结转下年度继续办理|四、结转下年度继续办理|四、结转下年度继续办理";
    }

    /// <summary>A report whose cells hold 1, 2, 3 … in the order of the form: a figure in a wrong place is seen.</summary>
    private static IDocument Report(int year)
    {
        var edition = Forms.Editions.OfForm.For(year)!;
        var project = InMemory.Project("机关: 甲局\n");
        var figures = edition.Cells.Select((c, i) => new Input.Figure(Input.FigureState.Number, i + 1, new(1, 1, 1, 2))).ToArray();
        var district = InMemory.District(project, year, new Input.Figures(edition, figures, []));
        var checkedYear = new Rendering.CheckedYear(project, district, null);
        var formats = ReportFormats.Named("html");
        var (outputs, _) = Rendering.Renderer.Render(new Diagnostics.Findings(), Rendering.Templates.BuiltIn, checkedYear, null, formats);
        return new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(Assert.Single(outputs).Bytes));
    }

    private static IElement Table(int year, int index) => Report(year).QuerySelectorAll("table")[index];

    /// <summary>Every place of the table with the cell that covers it; two cells on one place, or none, is a fault.</summary>
    private static List<List<IElement>> Grid(IElement table)
    {
        var places = new Dictionary<(int Row, int Column), IElement>();
        var rows = table.QuerySelectorAll("tr");
        for (var row = 0; row < rows.Length; row++)
        {
            var column = 0;
            foreach (var cell in rows[row].Children)
            {
                while (places.ContainsKey((row, column))) column++;
                var (width, height) = Spans(cell);
                for (var r = 0; r < height; r++)
                    for (var c = 0; c < width; c++)
                        Assert.True(places.TryAdd((row + r, column + c), cell), $"two cells at {row + r}, {column + c}");
            }
        }
        var columns = places.Keys.Max(p => p.Column) + 1;
        Assert.Equal(rows.Length * columns, places.Count);
        return [.. Enumerable.Range(0, rows.Length).Select(r => Enumerable.Range(0, columns).Select(c => places[(r, c)]).ToList())];
    }

    private static (int Columns, int Rows) Spans(IElement cell) =>
        (int.Parse(cell.GetAttribute("colspan") ?? "1", null), int.Parse(cell.GetAttribute("rowspan") ?? "1", null));

    private static string Line(IEnumerable<IElement> cells) => string.Join('|', cells.Select(c => c.TextContent));

    private static IEnumerable<string> Lines(List<List<IElement>> grid) => grid.Select(Line);
}
