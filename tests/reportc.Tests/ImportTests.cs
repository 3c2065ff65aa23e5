using System.Text.Json;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Sources;
using Xunit;

namespace Reportc.Tests;

/// <summary><c>import</c>: what it writes, what it leaves, what it says.</summary>
public sealed class ImportTests
{
    private const string Table2 = """
        <table><tr><td colspan=4>第二十条第（一）项</td></tr>
        <tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
        <tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr>
        <tr><td>行政规范性文件</td><td>1</td><td>0</td><td>１２</td></tr></table>
        """;

    private const string Table4 = """
        <table><tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr>
        <tr><td rowspan=2>结果维持</td><td rowspan=2>结果纠正</td>
        <td rowspan=2>其他结果</td><td rowspan=2>尚未审结</td><td rowspan=2>总计</td>
        <td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr>
        <tr><td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>
        <td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td></tr>
        <tr><td>1</td><td></td><td></td><td></td><td>1</td><td></td><td></td><td></td><td></td><td></td>
        <td></td><td></td><td></td><td></td><td></td></tr></table>
        """;

    private static string Page(string received = "2", string unit = "某县人民政府", int year = 2021) => $"""
        <html><head><meta charset="utf-8"><title>{unit}{year}年政府信息公开工作年度报告_门户网站</title></head><body>
        <div class="nav"><ul><li><a href="/">首页</a></li></ul></div>
        <div class="text"><h1>{unit}{year}年政府信息公开工作年度报告</h1>
        <p>现公布 * 本机关 * 报告 {year}。</p>
        <p><b>一、总体情况</b></p><p>工作<b>平稳</b>。</p><ul><li>甲</li><li>乙</li></ul>
        <p><b>二、主动公开政府信息情况</b></p>{Table2}
        <p><b>三、收到和处理政府信息公开申请情况</b></p>
        <table><tr><td rowspan=3 colspan=3></td><td colspan=7>申请人情况</td></tr>
        <tr><td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td><td rowspan=2>总计</td></tr>
        <tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>
        <tr><td colspan=3>一、本年新收政府信息公开申请数量</td>
        <td>{received}</td><td>/</td><td>-</td><td></td><td></td><td></td><td>2</td></tr>
        </table>
        <p><b>四、政府信息公开行政复议、行政诉讼情况</b></p>{Table4}
        <p><b>五、存在的主要问题及改进情况</b></p><p>公开还不够及时。</p>
        <p><b>六、其他需要报告的事项</b></p><p>无。</p><p>{unit}</p><p>{year + 1}年1月20日</p></div>
        <div class="foot"><p>主办：某县</p></div></body></html>
        """;

    /// <summary>Not found is not blank: the rows that a document lacks are told, and stand so in the file.</summary>
    [Fact]
    public void What_a_document_lacks_is_told()
    {
        using var bench = Workbench.WithProject().Write("page.html", Page(year: 2022));

        var run = bench.Run("import", "page.html");

        Assert.Equal(0, run.Status);
        Assert.Contains("没有读到，作没有写：主动公开.行政许可、主动公开.行政处罚、", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("复议诉讼.", run.Error, StringComparison.Ordinal);
        var data = bench.Read("data/2022/某县人民政府.yaml");
        Assert.Matches("\n  行政许可: {} +# 没有读到这一行\n", data);
        Assert.Contains("  行政复议: {结果维持: 1, 总计: 1}\n", data, StringComparison.Ordinal);
        Assert.Contains("not found, taken as not stated: 主动公开.行政许可", bench.Run("import", "page.html", "--lang", "en").Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_becomes_a_data_file_and_a_narrative()
    {
        using var bench = Workbench.WithProject().Write("page.html", Page(year: 2022));

        var run = bench.Run("import", "page.html", "--lang", "zh");

        Assert.Equal((0, "data/2022/某县人民政府.yaml\nnarrative/2022.md\n"), (run.Status, run.Out));
        var data = File.ReadAllText(bench.Full("data/2022/某县人民政府.yaml"));
        Assert.Contains("  行政规范性文件: {本年制发件数: 1, 本年废止件数: 0, 现行有效件数: 12}\n", data, StringComparison.Ordinal);
        Assert.Contains("本年新收: {自然人: 2, 总计: 2}", data, StringComparison.Ordinal);
        Assert.Contains("  行政复议: {结果维持: 1, 总计: 1}\n", data, StringComparison.Ordinal);
        Assert.Equal("""
            现公布 \* 本机关 \* 报告 2022。

            ## 一、总体情况

            工作**平稳**。

            - 甲
            - 乙

            ## 五、存在的主要问题及改进情况

            公开还不够及时。

            ## 六、其他需要报告的事项

            无。

            """, File.ReadAllText(bench.Full("narrative/2022.md")));
    }

    [Fact]
    public void A_second_import_changes_nothing_and_what_was_settled_counts_as_equal()
    {
        using var bench = Workbench.WithProject().Write("page.html", Page("2（含上年1）"));

        var first = bench.Run("import", "page.html", "--no-narrative");
        var path = bench.Full("data/2021/某县人民政府.yaml");
        var written = File.ReadAllText(path);
        Assert.Equal(1, first.Status);
        Assert.Contains("      自然人: 待核", written.Replace("    自然人", "      自然人", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.Contains("# 表三第 4 行第 4 列写着“2（含上年1）”", written, StringComparison.Ordinal);

        File.WriteAllText(path, written.Replace("自然人: 待核", "自然人: 2", StringComparison.Ordinal));
        var again = bench.Run("import", "page.html", "--no-narrative");

        Assert.Equal("", again.Out);
        Assert.DoesNotContain("RC6005", again.Error, StringComparison.Ordinal);
        Assert.Contains("自然人: 2", File.ReadAllText(path), StringComparison.Ordinal);
    }

    /// <summary>The folder holds all forms that were sent out; a data file of 待填 for each would stand in the way of what comes.</summary>
    [Fact]
    public void Of_a_folder_the_forms_that_nobody_has_filled_in_are_passed_over()
    {
        using var bench = Workbench.WithProject().AddYear(2022);
        bench.Write("reportc.yaml", "机关: 某县人民政府\n单位: [甲局, 乙局, 丙局]\n");
        File.Delete(bench.Full("data/2022/甲.yaml"));
        bench.Run("new", "2022", "--format", "xlsx");
        using (var form = new FilledForm(File.ReadAllBytes(bench.Full("data/2022/乙局.xlsx"))))
            File.WriteAllBytes(bench.Full("data/2022/乙局.xlsx"), form.Type("主动公开.行政许可", "7").Saved());

        var run = bench.Run("import", "data/2022");

        Assert.Equal((0, "data/2022/乙局.yaml\n"), (run.Status, run.Out));
        Assert.Contains("有 2 份表格还没有填，没有导入：data/2022/丙局.xlsx、data/2022/甲局.xlsx\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("forms not filled in yet, and not imported: 2: data/2022/丙局.xlsx, ",
            bench.Run("import", "data/2022", "--lang", "en").Error, StringComparison.Ordinal);
        Assert.Equal(["data/2022/丙局.xlsx", "data/2022/乙局.xlsx", "data/2022/乙局.yaml", "data/2022/甲局.xlsx"],
            bench.Files("data/2022"));
        // One that is named is wanted.
        Assert.Equal("data/2022/丙局.yaml\n", bench.Run("import", "data/2022/丙局.xlsx").Out);
    }

    /// <summary>A form that says of a whole table that there is nothing is held to the data file by that, cell by cell.</summary>
    [Fact]
    public void A_table_that_a_form_says_is_nothing_replaces_figures_and_is_no_difference_beside_itself()
    {
        using var bench = Workbench.WithProject();
        bench.Run("new", "2022", "甲局", "--format", "xlsx");
        var blank = File.ReadAllBytes(bench.Full("data/2022/甲局.xlsx"));
        Save(f => f.Type("复议诉讼.行政复议.结果维持", "3"));
        Assert.Equal(0, bench.Run("import", "data/2022/甲局.xlsx").Status);

        Save(f => f.Type("全表为无.复议诉讼", "是"));
        Assert.Contains("复议诉讼.行政复议.结果维持: 3 → 无", bench.Run("import", "data/2022/甲局.xlsx").Error, StringComparison.Ordinal);
        Assert.Equal(0, bench.Run("import", "data/2022/甲局.xlsx", "--force").Status);
        Assert.Contains("复议诉讼: 无\n", bench.Read("data/2022/甲局.yaml"), StringComparison.Ordinal);

        // With one figure changed by hand that figure alone is another.
        var data = bench.Read("data/2022/甲局.yaml");
        bench.Write("data/2022/甲局.yaml", data.Replace("行政许可: 7", "行政许可: 8", StringComparison.Ordinal));
        Assert.Contains("data/2022/甲局.yaml 已有，内容不同，没有改动：主动公开.行政许可: 8 → 7\n",
            bench.Run("import", "data/2022/甲局.xlsx").Error, StringComparison.Ordinal);

        void Save(Action<FilledForm> change)
        {
            using var form = new FilledForm(blank);
            foreach (var path in form.Kinds.Where(k => k.Value == "输入" && !k.Key.StartsWith("复议诉讼", StringComparison.Ordinal))
                .Select(k => k.Key)) form.Type(path, "0");
            change(form.Type("主动公开.行政许可", "7"));
            File.WriteAllBytes(bench.Full("data/2022/甲局.xlsx"), form.Saved());
        }
    }

    [Fact]
    public void Of_two_data_files_of_a_unit_none_is_replaced()
    {
        using var bench = Workbench.WithProject();
        bench.Run("build", "--format", "html");
        bench.Write("data/2021/甲（2）.yaml", Workbench.Broken).Write("data/2021/乙.yaml", "单位: 乙局\n");
        var before = bench.Files().ToDictionary(f => f, bench.Read, StringComparer.Ordinal);

        var run = bench.Run("import", "out/2021/report.html", "--unit", "甲局", "--force");

        Assert.Equal(1, run.Status);
        Assert.Contains("错误[RC6005]：“甲局”有 2 个数据文件，不知道换哪一个，都没有改动：data/2021/甲.yaml、data/2021/甲（2）.yaml\n",
            run.Error, StringComparison.Ordinal);
        Assert.Contains("留下一个，其余的删去或移出 data 文件夹，再导入", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, bench.Files().ToDictionary(f => f, bench.Read, StringComparer.Ordinal));
        Assert.Contains("“甲局” has 2 data files, and which one to replace is not known; all are kept: data/2021/甲.yaml, ",
            bench.Run("import", "out/2021/report.html", "--unit", "甲局", "--lang", "en").Error, StringComparison.Ordinal);

        // What is told to be done is all that is to be done.
        File.Delete(bench.Full("data/2021/甲（2）.yaml"));
        run = bench.Run("import", "out/2021/report.html", "--unit", "甲局", "--force");
        Assert.DoesNotContain("个数据文件", run.Error, StringComparison.Ordinal);
        Assert.NotEqual(before["data/2021/甲.yaml"], bench.Read("data/2021/甲.yaml"));
    }

    [Fact]
    public void A_file_that_differs_is_kept_unless_force_is_given()
    {
        using var bench = Workbench.WithProject().Write("page.html", Page());
        bench.Run("import", "page.html", "--no-narrative");
        var path = bench.Full("data/2021/某县人民政府.yaml");
        File.WriteAllText(path, File.ReadAllText(path).Replace("自然人: 2", "自然人: 3", StringComparison.Ordinal));

        var kept = bench.Run("import", "page.html", "--no-narrative");

        Assert.Equal((1, ""), (kept.Status, kept.Out));
        Assert.Contains("依申请公开.本年新收.自然人: 3 → 2", kept.Error, StringComparison.Ordinal);
        Assert.Equal(0, bench.Run("import", "page.html", "--no-narrative", "--force").Status);
        Assert.Contains("自然人: 2", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_report_is_that_files_finding_and_the_others_go_on()
    {
        using var bench = Workbench.WithProject().Write("in/a.html", "<html><body><ul><li><a href=x>2021年年报</a></li></ul></body></html>")
            .Write("in/b.csv", "a,b\n").Write("in/c/page.html", Page(year: 2022)).Write("list.pdf", "%PDF-1.7");

        var run = bench.Run("import", "in", "list.pdf", "--format", "json");

        Assert.Equal(1, run.Status);
        var json = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal(1, json.GetProperty("version").GetInt32());
        var files = json.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(["in/a.html", "in/b.csv", "in/c/page.html", "list.pdf"], files.Select(f => f.GetProperty("file").GetString()));
        Assert.Equal(["data/2022/某县人民政府.yaml", "narrative/2022.md"],
            files[2].GetProperty("written").EnumerateArray().Select(w => w.GetString()));
        Assert.Equal(("2021", 2022, 0), (files[2].GetProperty("edition").GetString(), files[2].GetProperty("year").GetInt32(),
            files[2].GetProperty("open").GetInt32()));
        Assert.Equal(["RC6002", "RC6002", "RC6003", "RC6001"],
            json.GetProperty("diagnostics").EnumerateArray().Select(d => d.GetProperty("code").GetString()));
    }

    [Fact]
    public void Unit_and_year_may_be_given_and_a_difference_is_said()
    {
        using var bench = new Workbench().Write("page.html", Page());

        var run = bench.Run("import", "page.html", "--unit", "甲局", "--year", "2023", "-o", "out");

        Assert.Equal((0, "out/2023/甲局.yaml\n"), (run.Status, run.Out));
        Assert.Equal(2, run.Error.Split("RC6004").Length - 1);
    }

    [Fact]
    public void Outside_a_project_a_place_must_be_named()
    {
        using var bench = new Workbench().Write("page.html", Page());

        Assert.Equal(2, bench.Run("import", "page.html").Status);
        Assert.Contains("单位: 某县人民政府\n年度: 2021\n", bench.Run("import", "page.html", "-o", "-").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edition_that_is_not_the_years_is_said_and_may_be_written_down()
    {
        var old = Page(year: 2022).Replace(Table2, """
            <table><tr><td>信息内容</td><td>本年新制作数量</td><td>本年新公开数量</td><td>对外公开总数量</td></tr>
            <tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr><tr><td>规范性文件</td><td>4</td><td>5</td><td>6</td></tr></table>
            """, StringComparison.Ordinal);
        using var bench = Workbench.WithProject().Write("page.html", old);

        Assert.Contains("2022: \"2019\"", bench.Run("import", "page.html", "--lang", "zh").Error, StringComparison.Ordinal);
        bench.Run("import", "page.html", "--write-edition");

        Assert.EndsWith("格式:\n  2022: \"2019\"\n", File.ReadAllText(bench.Full("reportc.yaml")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shuimogou")]
    [InlineData("history")]
    [InlineData("city")]
    public void Every_report_of_a_sample_imported_again_has_the_same_totals(string sample)
    {
        using var bench = new Workbench().Copy($"samples/{sample}", sample);
        bench.Run("build", "--all", "-p", sample, "--format", "html,docx,totals", "-q");
        var pages = bench.Files(sample).Where(f => f.Contains("/report.", StringComparison.Ordinal)).ToList();
        Assert.Equal(pages.Count, 2 * pages.Count(p => p.EndsWith(".docx", StringComparison.Ordinal)));
        Assert.NotEmpty(pages);

        Assert.All(pages, page =>
        {
            Assert.Equal(0, bench.Run("import", page, "-o", "read").Status);
            var read = Assert.Single(bench.Files("read"));
            var year = int.Parse(read.AsSpan("read/".Length, 4), System.Globalization.CultureInfo.InvariantCulture);
            var (edition, totals) = (Editions.OfForm.For(year)!, $"{Path.GetDirectoryName(page)}/totals.yaml");
            var (there, here) = (Read(bench, totals, edition, year), Read(bench, read, edition, year));
            Assert.All(edition.Cells, c => Assert.Equal((c.Path, there[c].Value), (c.Path, here[c].Value)));
            Directory.Delete(bench.Full("read"), recursive: true);
        });
    }

    [Theory]
    [InlineData("shuimogou", "")]
    [InlineData("history", "")]
    [InlineData("city", "")]
    [InlineData("city", "districts/示南区")]
    public void The_exported_workbook_of_all_years_comes_back_sheet_by_sheet(string sample, string project)
    {
        using var bench = new Workbench().Copy($"samples/{sample}", sample);
        var folder = Path.Join(sample, project);
        bench.Run("build", "--all", "-p", folder, "--format", "totals", "-o", "out", "-q");
        bench.Run("export", "--all", "-p", folder, "--format", "xlsx", "-o", "book.xlsx", "-q");
        var authority = File.ReadLines(bench.Full($"{folder}/reportc.yaml"))
            .First(l => l.StartsWith("机关: ", StringComparison.Ordinal))["机关: ".Length..].Split('#')[0].Trim();

        var run = bench.Run("import", "book.xlsx", "-o", "read");

        Assert.Equal(0, run.Status);
        Assert.Contains("“数据”", run.Error, StringComparison.Ordinal);
        var years = Directory.GetDirectories(bench.Full(Path.Join(folder, "data"))).Select(d => Path.GetFileName(d)!).ToList();
        Assert.NotEmpty(years);
        Assert.All(years, name =>
        {
            var year = int.Parse(name, System.Globalization.CultureInfo.InvariantCulture);
            var edition = Editions.OfForm.For(year)!;
            var depth = bench.Files("out").Min(f => f.Count(c => c == '/'));
            var totals = bench.Files("out").Single(f => f.EndsWith($"/{name}/totals.yaml", StringComparison.Ordinal)
                && f.Count(c => c == '/') == depth);
            Same(totals, $"read/{name}/{authority}.yaml");
            foreach (var file in bench.Files(Path.Join(folder, "data", name)))
                if (FilingReader.UnitOf(SourceOf(bench, file)) is { } unit && unit != authority) Same(file, $"read/{name}/{unit}.yaml");

            void Same(string original, string again)
            {
                var (there, here) = (Read(bench, original, edition, year), Read(bench, again, edition, year));
                Assert.All(edition.Cells, c => Assert.Equal((c.Path, there[c].Value), (c.Path, here[c].Value)));
            }
        });
    }

    private const string Indicators = """
        指标:
          - {键: 发布条数, 名称: 发布各类政府信息, 计量: 条, 汇总: 求和}
          - {键: 培训次数, 名称: 举办培训, 计量: 次, 汇总: 求和}
          - {键: 经费, 名称: 工作经费, 计量: 万元, 汇总: 求和}

        """;

    /// <summary>Beside their names, in the row of the total below them, in whatever table of the document they stand.</summary>
    [Theory]
    [InlineData("<tr><th>单位</th><th>发布各类政府信息（条）</th><th>举办培训</th></tr><tr><td>甲局</td><td>30</td><td>1</td></tr>"
        + "<tr><td>乙局</td><td>4</td><td>1</td></tr><tr><td>合 计</td><td>34</td><td>2</td></tr>", "34", "2")]
    [InlineData("<tr><td>指标</td><td>计量</td><td>本年</td></tr><tr><td>1.发布各类政府信息</td><td>条</td><td>１，０34</td></tr>"
        + "<tr><td>2.举办培训</td><td>次</td><td>无</td></tr>", "1034", "无")]
    [InlineData("<tr><td>发布各类政府信息</td><td>约300</td></tr><tr><td>举办培训</td><td>/</td></tr>", "待核", "{}")]
    [InlineData("<tr><th>发布各类政府信息</th><th>举办培训</th></tr><tr><td>30</td><td>1</td></tr>", "30", "1")]
    [InlineData("<tr><td>发布各类政府信息</td><td>7</td></tr></table><table><tr><td>发布各类政府信息</td><td>8</td></tr>", "待核", null)]
    [InlineData("<tr><th>单位</th><th>发布各类政府信息</th></tr><tr><td>甲局</td><td>30</td></tr>"
        + "<tr><td>乙局</td><td>4</td></tr>", null, null)]
    [InlineData("<tr><th></th><th>上年</th><th>本年</th></tr><tr><td>发布各类政府信息</td><td>30</td><td>4</td></tr>", null, null)]
    public void The_indicators_of_the_project_are_read_too(string rows, string? published, string? trained)
    {
        using var bench = Workbench.WithProject();
        File.AppendAllText(bench.Full("reportc.yaml"), Indicators);
        bench.Write("page.html", Page(year: 2022).Replace("<div class=\"foot\">", $"<table>{rows}</table><div class=\"foot\">",
            StringComparison.Ordinal));

        var run = bench.Run("import", "page.html", "--lang", "zh");

        var data = bench.Read("data/2022/某县人民政府.yaml");
        Assert.Equal((published, trained), (Of("发布条数"), Of("培训次数")));
        Assert.Equal(published == "待核" ? 1 : 0, run.Status);
        if (published is null) Assert.Contains("发布各类政府信息", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("经费", data, StringComparison.Ordinal);
        Assert.Equal("", bench.Run("import", "page.html").Out);
        if (published != "34") return;
        bench.Write("data/2022/某县人民政府.yaml", data.Replace("发布条数: 34", "发布条数: 33", StringComparison.Ordinal));
        Assert.Contains("指标.发布条数: 33 → 34", bench.Run("import", "page.html").Error, StringComparison.Ordinal);

        string? Of(string key) => data.Split('\n').FirstOrDefault(l => l.StartsWith($"  {key}: ", StringComparison.Ordinal))
            ?.Split('#')[0].Trim()[(key.Length + 2)..];
    }

    [Fact]
    public void The_indicators_of_a_form_come_back_and_are_held_to_the_data_file()
    {
        using var bench = Workbench.WithProject();
        File.AppendAllText(bench.Full("reportc.yaml"), Indicators);
        bench.Run("new", "2022", "甲局", "--format", "xlsx");
        var path = bench.Files().Single(f => f.EndsWith(".xlsx", StringComparison.Ordinal));
        using (var form = new FilledForm(File.ReadAllBytes(bench.Full(path))))
        {
            form.Type("指标.发布条数", "12").Type("指标.经费", "3.25");
            File.WriteAllBytes(bench.Full("甲局.xlsx"), form.Saved());
        }

        Assert.Contains("data/2022/甲局.yaml", bench.Run("import", "甲局.xlsx").Out, StringComparison.Ordinal);

        var data = bench.Read("data/2022/甲局.yaml");
        Assert.Contains("指标:\n  发布条数: 12\n  培训次数: 待填\n  经费: 3.25\n", data, StringComparison.Ordinal);
        Assert.DoesNotContain("指标", bench.Run("import", "甲局.xlsx", "--lang", "zh").Error, StringComparison.Ordinal);
        // Outside the project, which says what they are, they are taken as the form has them.
        bench.Run("import", "甲局.xlsx", "-o", "-");
        Assert.Contains("  经费: 3.25\n", bench.Run("import", "甲局.xlsx", "-o", "-").Out, StringComparison.Ordinal);
        // A project that has another indicator is told what of the form it does not know.
        bench.Write("reportc.yaml", bench.Read("reportc.yaml").Replace("键: 经费", "键: 费用", StringComparison.Ordinal));
        Assert.Contains("经费 3.25", bench.Run("import", "甲局.xlsx", "--force").Error, StringComparison.Ordinal);
    }

    /// <summary>What a narrative cannot take is told with its section.</summary>
    [Fact]
    public void Pictures_and_links_are_told()
    {
        using var bench = Workbench.WithProject().Write("page.html", Page(year: 2022)
            .Replace("平稳</b>。</p>", "平稳</b>，<a href=\"http://example.com/a?b=1\">见附件</a>，<a href=\"#x\">下</a>"
                + "<a href='http://example.com'>example.com</a>。</p><p><img src=\"/files/table3.webp?v=2\"></p>", StringComparison.Ordinal)
            .Replace("<p>公开还不够及时。</p>", "<table><tr><td><p>公开还不够及时。<svg></svg></p><table><tr><td>1</td><td>2</td></tr>"
                + "</table></td></tr></table>", StringComparison.Ordinal));

        var run = bench.Run("import", "page.html", "--lang", "zh");

        Assert.Contains("“一、总体情况”一节没有用：“见附件”的链接 http://example.com/a?b=1\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("“一、总体情况”一节没有用：图片 table3.webp\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("“五、存在的主要问题及改进情况”一节没有用：图片\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(3, run.Error.Split('\n').Count(l => l.Contains("没有用", StringComparison.Ordinal)));
        using var json = JsonDocument.Parse(bench.Run("import", "page.html", "--format", "json").Out);
        var left = json.RootElement.GetProperty("files")[0].GetProperty("left").EnumerateArray().ToList();
        Assert.Contains(left, l => (l.GetProperty("kind").GetString(), l.GetProperty("text").GetString()) == ("text", "图片 table3.webp"));
    }

    [Fact]
    public void Of_the_reports_of_a_workbook_those_asked_for_are_taken()
    {
        using var bench = new Workbench().Copy("samples/history", "history");
        bench.Run("export", "2019", "2020", "-p", "history", "--format", "xlsx", "-o", "book.xlsx", "-q");

        Assert.Equal(0, bench.Run("import", "book.xlsx", "-o", "read", "--unit", "县教育局").Status);
        Assert.Equal(["read/2019/县教育局.yaml", "read/2020/县教育局.yaml"], bench.Files("read"));
        Assert.Equal(0, bench.Run("import", "book.xlsx", "-o", "one", "--unit", "县教育局", "--year", "2020").Status);
        Assert.Equal(["one/2020/县教育局.yaml"], bench.Files("one"));
        var none = bench.Run("import", "book.xlsx", "-o", "none", "--unit", "县教");
        Assert.Equal(1, none.Status);
        Assert.StartsWith("错误[RC6001]：文件里有 14 份报告，没有“县教”：", none.Error, StringComparison.Ordinal);
    }

    /// <summary>The way of the past: reports as they lie on the web become data and prose, are checked, bound and printed again.</summary>
    [Theory]
    [InlineData("shuimogou")]
    [InlineData("city")]
    public void Reports_of_many_years_are_imported_checked_bound_and_built_again(string sample)
    {
        using var bench = new Workbench().Copy($"samples/{sample}", sample);
        bench.Run("build", "--all", "-p", sample, "--format", "html,totals", "-o", "web", "-q");
        // What lies on the web are the authority's own pages.
        foreach (var other in bench.Files("web"))
            if (other.Count(c => c == '/') > 2 || !other.EndsWith("/report.html", StringComparison.Ordinal)) File.Delete(bench.Full(other));
        var years = Directory.GetDirectories(bench.Full("web")).Select(d => Path.GetFileName(d)!).Where(n => n.Length == 4).ToList();
        var project = File.ReadLines(bench.Full($"{sample}/reportc.yaml"))
            .Where(l => l.StartsWith("机关: ", StringComparison.Ordinal) || l.StartsWith("简称: ", StringComparison.Ordinal));
        bench.Write("past/reportc.yaml", string.Concat(project.Select(l => l + "\n")));

        var imported = bench.Run("import", "web", "-p", "past", "--write-edition");

        Assert.Equal(0, imported.Status);
        Assert.DoesNotContain("错误", imported.Error, StringComparison.Ordinal);
        Assert.All(years, y => Assert.True(bench.Has($"past/narrative/{y}.md"), y));
        Assert.Equal(0, bench.Run("check", "--all", "-p", "past").Status);
        var before = Built("before");
        Assert.Equal(years.Count * 2, before.Count);

        Assert.Equal(0, bench.Run("bind", "--all", "-p", "past").Status);

        Assert.Contains(years, y => bench.Read($"past/narrative/{y}.md").Contains("{{", StringComparison.Ordinal));
        Assert.Equal(before, Built("after"));
        // What was bound is not undone: the page is read once more, and the narrative that differs is kept.
        var bound = years.ConvertAll(y => bench.Read($"past/narrative/{y}.md"));
        var again = bench.Run("import", "web", "-p", "past");
        Assert.Equal(1, again.Status);
        Assert.Contains("RC6005", again.Error, StringComparison.Ordinal);
        Assert.Equal(bound, years.ConvertAll(y => bench.Read($"past/narrative/{y}.md")));

        List<string> Built(string folder)
        {
            Assert.Equal(0, bench.Run("build", "--all", "-p", "past", "--format", "md,html", "-o", folder).Status);
            return [.. bench.Files(folder).Where(f => f.Contains("/report.", StringComparison.Ordinal)).Select(bench.Read)];
        }
    }

    private static Source SourceOf(Workbench bench, string file) => new(file, File.ReadAllBytes(bench.Full(file)));

    private static Figures Read(Workbench bench, string file, Edition edition, int year)
    {
        var findings = new Findings();
        var filing = FilingReader.Read(findings, new Source(file, File.ReadAllBytes(bench.Full(file))), edition, null, year);
        Assert.DoesNotContain(findings.All, f => f.Severity == Severity.Error);
        return filing!.Figures;
    }

    [Fact]
    public void Text_without_lines_of_tables_is_read_by_its_labels_and_a_broken_figure_is_open()
    {
        using var bench = new Workbench().Write("report.txt", string.Concat(
            Line((20, "某县2021年政府信息公开工作年度报告")),
            Line((4, "三、收到和处理政府信息公开申请情况")),
            Line((50, "申请人情况")),
            Line((50, "自然人"), (58, "商业企"), (66, "科研机"), (74, "社会公"), (82, "法律服"), (90, "其他"), (96, "总计")),
            Line((59, "业"), (68, "构"), (74, "益组织"), (82, "务机构")),
            Line((8, "一、本年新收政府信息公开申请数量"), (52, "2"), (60, "1"), (97, "3")),
            Line((30, "- 2 -")),
            Line((1, "三、本年"), (14, "（一）予以公开"), (52, "1361")),
            Line((1, "度办理结"), (53, "2")),
            Line((4, "果"), (12, "（二）部分公开（区分处理的，只")),
            Line((12, "计这一情形，不计其他情形）")),
            Line((14, "（七）总计"), (52, "3"), (97, "3"))));

        var data = bench.Run("import", "report.txt", "-o", "-").Out;

        Assert.Contains("本年新收: {自然人: 2, 商业企业: 1, 总计: 3}", data, StringComparison.Ordinal);
        Assert.Contains("    总计: {自然人: 3, 总计: 3}", data, StringComparison.Ordinal);
        Assert.DoesNotContain("1361}", data, StringComparison.Ordinal);
        Assert.Contains("自然人: 待核", data, StringComparison.Ordinal);
    }

    /// <summary>
    /// A heading that two bands of a table have is that of the band whose rows stand below it: as many figures as it has columns are one
    /// for each, though they stand beside them. What stands below no heading at all is not passed over.
    /// </summary>
    [Fact]
    public void Figures_beside_their_headings_are_read_or_open()
    {
        using var bench = new Workbench().Write("report.txt", string.Concat(
            Line((20, "某县2019年政府信息公开工作年度报告")),
            Line((4, "二、主动公开政府信息情况")),
            Line((30, "第二十条第（五）项")),
            Line((20, "信息内容"), (36, "上一年项目数量"), (62, "本年增/减"), (76, "处理决定数量")),
            Line((13, "行政许可"), (40, "73"), (66, "-2"), (80, "274")),
            Line((13, "其他对外管理服务事项"), (40, "5"), (97, "6")),
            Line((30, "第二十条第（八）项")),
            Line((20, "信息内容"), (36, "上一年项目数量"), (62, "本年增/减")),
            Line((13, "行政事业性收费"), (54, "1"), (82, "+3"))));

        var data = bench.Run("import", "report.txt", "-o", "-").Out;

        Assert.Contains("  行政许可: {上一年项目数量: 73, 本年增减: -2, 处理决定数量: 274}\n", data, StringComparison.Ordinal);
        Assert.Contains("  行政事业性收费: {上一年项目数量: 1, 本年增减: 3}\n", data, StringComparison.Ordinal);
        Assert.Matches("  其他对外管理服务事项:\n    上一年项目数量: 5\n    处理决定数量: 待核 +# .*“6”，排版对不齐", data);
    }

    /// <summary>Words at their columns, a Chinese character two wide.</summary>
    private static string Line(params (int Column, string Text)[] words)
    {
        var line = "";
        foreach (var (column, text) in words) line += new string(' ', column - line.Sum(c => c < '\u1100' ? 1 : 2)) + text;
        return line + "\n";
    }
}
