using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Reportc.Tests;

/// <summary><c>status</c>.</summary>
public sealed class StatusTests
{
    private static Workbench Bench(string more = "") => new Workbench()
        .Write("reportc.yaml", "机关: 某县人民政府\n单位: [甲局, 乙局, 丙局, 丁局, {名称: 戊局, 自: 2022}]\n" + more)
        .Write("data/2021/甲.yaml", Workbench.Sound.Replace("年度: 2021", "年度: 2021\n报送日期: 2022-01-12", StringComparison.Ordinal))
        .Write("data/2021/乙.yaml",
            Workbench.Broken.Replace("单位: 甲局\n年度: 2021", "单位: 乙局\n年度: 2021\n报送日期: 2022-02-03", StringComparison.Ordinal))
        .Write("data/2021/丙.yaml", Workbench.Sound.Replace("甲局", "丙局", StringComparison.Ordinal))
        .Write("data/2021/己.yaml", Workbench.Sound.Replace("甲局", "己局", StringComparison.Ordinal))
        .Write("data/2021/坏.yaml", "a: [\n");

    [Fact]
    public void Everyone_is_listed()
    {
        using var bench = Bench();

        var run = bench.Run("status", "--as-of", "2022-02-10");

        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Equal("""
            2021 年报送情况，截至 2022-02-10；各单位期限 2022-01-31，公布期限 2022-03-31

            单位            状态              报送日期    文件
            甲局            已报              2022-01-12  data/2021/甲.yaml
            乙局            有错误，1 个      2022-02-03  data/2021/乙.yaml
            丙局            已报              -           data/2021/丙.yaml
            丁局            未报，逾期        -           -
            （读不出单位）  读不出，1 个错误  -           data/2021/坏.yaml
            己局            多出，1 个错误    -           data/2021/己.yaml

            应报 4 个单位：已报 2，有错误 1，填报中 0，未填 0，未报 1；逾期 1；另有 2 个多出或读不出的文件；共 4 个错误，1 个警告
            报告没有写发布日期

            """, run.Out);
    }

    [Fact]
    public void An_authority_listed_among_others_has_filed_with_its_own_file()
    {
        using var bench = new Workbench().Write("reportc.yaml", "机关: 某县人民政府\n单位: [甲局, 某县人民政府]\n")
            .Write("data/2021/甲.yaml", Workbench.Sound);

        Assert.Matches("\n某县人民政府 +未报 +- +-\n", bench.Run("status", "--as-of", "2022-01-10").Out);
        bench.Write("data/2021/本机关.yaml", Workbench.Sound.Replace("甲局", "某县人民政府", StringComparison.Ordinal));
        var status = bench.Run("status", "--as-of", "2022-01-10").Out;
        Assert.Matches("\n某县人民政府 +已报 +- +data/2021/本机关.yaml\n", status);
        Assert.Contains("应报 2 个单位：已报 2，有错误 0，填报中 0，未填 0，未报 0；", status, StringComparison.Ordinal);
        Assert.Equal(0, bench.Run("check").Status);
    }

    [Theory]
    [InlineData("2022-01-31", "", "zh", "未报  ")]
    [InlineData("2022-01-31", "期限: {单位: 01-20}\n", "en", "missing, late  ")]
    [InlineData("2022-04-01", "", "zh", "报告没有写发布日期，逾期\n")]
    [InlineData("2022-04-01", "发布日期: {2021: 2022-03-18}\n", "zh", "报告于 2022-03-18 公布\n")]
    [InlineData("2022-03-01", "发布日期: {2021: 2022-04-18}\n", "en", "was published on 2022-04-18, late\n")]
    public void Lateness_is_judged_by_the_date_of_the_run(string today, string project, string language, string expected)
    {
        using var bench = Bench(project);

        var day = DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var run = bench.RunWith(h => h with { Today = () => day }, "status", "2021", "--lang", language);

        Assert.Contains(expected, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_are_told_the_same()
    {
        using var bench = Bench();

        using var json = JsonDocument.Parse(bench.Run("status", "--format", "json", "--as-of", "2022-02-10").Out);

        var root = json.RootElement;
        Assert.Equal(["version", "year", "asOf", "deadlines", "published", "reportLate", "units", "forms", "summary"],
            root.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["filed", "failing", "filed", "missing", "unreadable", "unexpected"], root.GetProperty("units").EnumerateArray()
            .Select(u => u.GetProperty("state").GetString()));
        Assert.Equal(["unit", "state", "submitted", "file", "errors", "warnings", "open", "late"],
            root.GetProperty("units")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(JsonValueKind.Null, root.GetProperty("units")[3].GetProperty("file").ValueKind);
        Assert.Equal((2, 1, 1, 1), (Count("filed"), Count("failing"), Count("missing"), Count("late")));

        int Count(string name) => root.GetProperty("summary").GetProperty(name).GetInt32();
    }

    private static Workbench Grades() => new Workbench()
        .Write("reportc.yaml", "机关: 某县人民政府\n单位: [甲局, 乙局, 丙局, 丁局, 戊局]\n")
        .Write("data/2020/甲.yaml", Workbench.Sound.Replace("年度: 2021", "年度: 2020", StringComparison.Ordinal))
        .Write("data/2021/丁.yaml", Workbench.Sound.Replace("甲局", "丁局", StringComparison.Ordinal)
            .Replace("年度: 2021", "年度: 2021\n填报人: 张三\n审核人: 李四\n电话: 0991-4684320", StringComparison.Ordinal))
        .Write("data/2021/丙.yaml", Workbench.Broken.Replace("甲局", "丙局", StringComparison.Ordinal));

    /// <summary>The form as <c>new</c> writes it, what the year before gives filled in, is nothing that a unit has filed.</summary>
    [Fact]
    public void A_file_nobody_has_touched_is_not_filed()
    {
        using var bench = Grades();
        bench.Run("new", "2021", "甲局", "乙局");

        var states = bench.Run("status", "2021", "--as-of", "2022-01-10").Out;
        Assert.Matches("\n甲局 +未填 ", states);
        Assert.Matches("\n乙局 +未填 ", states);
        Assert.Matches("\n丙局 +有错误，1 个 ", states);
        Assert.Matches("\n丁局 +已报 ", states);
        Assert.Matches("\n戊局 +未报 ", states);

        // One figure is a beginning.
        var draft = bench.Read("data/2021/甲.yaml");
        Assert.Contains("上年结转: {自然人: 1}", draft, StringComparison.Ordinal);
        bench.Write("data/2021/甲.yaml", draft.Replace("行政许可: 待填", "行政许可: 7", StringComparison.Ordinal));
        Assert.Matches("\n甲局 +填报中，[0-9]+ 处未填 ", bench.Run("status", "2021", "--as-of", "2022-01-10").Out);
    }

    [Fact]
    public void A_file_with_something_to_fill_in_or_to_settle_is_partial_before_it_is_wrong()
    {
        using var bench = Grades();
        bench.Write("data/2021/甲.yaml", Workbench.Sound.Replace("复议诉讼: 无", "复议诉讼: 待填", StringComparison.Ordinal))
            .Write("data/2021/乙.yaml", Workbench.Broken.Replace("甲局", "乙局", StringComparison.Ordinal)
                .Replace("复议诉讼: 无", "复议诉讼:\n  行政复议:\n    结果维持: 待核 # 表四第 4 行第 1 列写着“约5”",
                    StringComparison.Ordinal));

        var run = bench.Run("status", "2021", "--as-of", "2022-02-10");
        Assert.Matches("\n甲局 +填报中，1 处未填，逾期 ", run.Out);
        Assert.Matches("\n乙局 +填报中，1 处未填，逾期 ", run.Out);
        Assert.Contains("待核：表四第 4 行第 1 列写着“约5”", bench.Run("check", "2021").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_answers_for_a_file_is_told_on_request_alone()
    {
        using var bench = Grades();

        Assert.Matches("\n丁局 +已报 +- +张三 +李四 +0991-4684320 +data/2021/丁.yaml\n", bench.Run("status", "2021", "-v").Out);
        Assert.DoesNotContain("张三", bench.Run("status", "2021").Out, StringComparison.Ordinal);
        Assert.DoesNotContain("张三", bench.Run("status", "2021", "--format", "json").Out, StringComparison.Ordinal);
        Assert.Contains("张三", bench.Run("status", "2021", "--format", "json", "-v").Out, StringComparison.Ordinal);

        bench.Run("build", "2021", "--draft");
        var outputs = Directory.GetFiles(bench.Full("out/2021")).Where(f => File.ReadAllText(f).Contains("张三", StringComparison.Ordinal));
        Assert.Equal(["review.html"], outputs.Select(Path.GetFileName));
    }

    [Fact]
    public void Few_lines_do_for_a_chat_group()
    {
        using var bench = Grades();
        bench.Run("new", "2021", "甲局");
        bench.Write("data/2021/戊局.xlsx", "PK\u0003\u0004").Write("data/2021/丁局（盖章）.docx", "PK").Write("data/2021/乙局.et", "");

        var run = bench.Run("status", "2021", "--format", "brief", "--as-of", "2022-02-10");

        Assert.Equal("""
            2021 年政府信息公开年报数据：应报 5 个单位，已报 1 个（截至 2022-02-10，期限 2022-01-31）
            未报（2 个，已逾期）：乙局（表格已到）、戊局（表格已到）
            未填（1 个，已逾期）：甲局
            有错误（1 个）：丙局
            表格已到、还没有导入（1 份）：乙局.et
            表格没能读（2 份）：丁局（盖章）.docx、戊局.xlsx

            """, run.Out);
        var text = bench.Run("status", "2021").Out;
        Assert.Contains("data/2021/戊局.xlsx：文件不完整或已损坏，里面的数没有计入；重新下载，", text, StringComparison.Ordinal);
        Assert.Contains("data/2021/乙局.et：先用 WPS 或 Office 另存为 .xlsx，再导入\n", text, StringComparison.Ordinal);
        Assert.Contains("reportc import data/2021/戊局.xlsx", bench.Run("check", "2021").Out, StringComparison.Ordinal);
    }

    /// <summary>A form as <c>new</c> writes it, with the number of licences filled in as Excel would.</summary>
    private static void Fill(Workbench bench, string form, int licences, string? to = null)
    {
        if (to is not null) File.Copy(bench.Full(form), bench.Full(to));
        using var zip = ZipFile.Open(bench.Full(to ?? form), ZipArchiveMode.Update);
        var part = zip.GetEntry("xl/worksheets/sheet2.xml")!;
        string sheet;
        using (var reader = new StreamReader(part.Open())) sheet = reader.ReadToEnd();
        var filled = Regex.Replace(sheet, "<c r=\"C12\" s=\"(?<s>[0-9]+)\"(/>|><v>[0-9]+</v></c>)",
            $"<c r=\"C12\" s=\"${{s}}\"><v>{licences}</v></c>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
        Assert.NotEqual(sheet, filled);
        part.Delete();
        using var writer = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet2.xml").Open());
        writer.Write(filled);
    }

    [Fact]
    public void Forms_are_looked_into_before_they_are_told()
    {
        using var bench = Grades();
        bench.Run("new", "2021", "甲局", "乙局", "丁局", "戊局", "--format", "xlsx");
        Assert.True(File.Exists(bench.Full("data/2021/戊局.xlsx")));
        var before = bench.Files().ToDictionary(f => f, f => File.ReadAllBytes(bench.Full(f)), StringComparer.Ordinal);

        // Those that nobody has filled in are waited for, what the year before gives filled in or not.
        var blank = bench.Run("status", "2021", "--as-of", "2022-01-10").Out;
        Assert.DoesNotContain(".xlsx", blank, StringComparison.Ordinal);
        Assert.Matches("\n戊局 +未报 +- +-\n", blank);

        // One that came back, one as the data file has it, one corrected, and one of another year.
        Fill(bench, "data/2021/戊局.xlsx", 7);
        Fill(bench, "data/2021/丁局.xlsx", 0);
        Assert.DoesNotContain("丁局.xlsx", bench.Run("status", "2021").Out, StringComparison.Ordinal);
        Fill(bench, "data/2021/丁局.xlsx", 9);
        bench.Run("new", "2020", "丙局", "--format", "xlsx");
        File.Move(bench.Full("data/2020/丙局.xlsx"), bench.Full("data/2021/丙局.xlsx"));

        var text = bench.Run("status", "2021", "--as-of", "2022-02-10").Out;
        Assert.Matches("\n戊局 +未报，表格已到，逾期 +- +-\n", text);
        Assert.EndsWith("还没有导入的表格：\n  data/2021/戊局.xlsx：运行 reportc import data/2021/戊局.xlsx\n"
            + "与数据文件不同的表格：\n  data/2021/丁局.xlsx：与 data/2021/丁.yaml 有 1 格不同；如果是单位更正的，"
            + "运行 reportc import --force data/2021/丁局.xlsx，数据文件就换成表格上的数\n"
            + "年度不对的表格：\n  data/2021/丙局.xlsx：是 2020 年的表；请单位重报，或移到 data/2020/\n", text, StringComparison.Ordinal);
        var brief = bench.Run("status", "2021", "--as-of", "2022-02-10", "--format", "brief", "--lang", "en").Out;
        Assert.Contains("missing (3, late): 甲局, 乙局, 戊局 (form arrived)\n", brief, StringComparison.Ordinal);
        Assert.EndsWith("forms not imported yet (1): 戊局.xlsx\nforms that differ from the data files (1): 丁局.xlsx\n"
            + "forms of another year (1): 丙局.xlsx\n", brief, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(bench.Run("status", "2021", "--format", "json").Out);
        Assert.Equal(["丁局 differing data/2021/丁.yaml 1 ", "丙局 ofOtherYear  0 2020", "戊局 new  0 "],
            json.RootElement.GetProperty("forms").EnumerateArray()
                .Select(f => string.Join(' ', ((string[])["unit", "state", "dataFile", "cells", "year"]).Select(n => f.GetProperty(n)))));
        // Nothing was written.
        Assert.All(before.Keys.Where(f => !f.EndsWith(".xlsx", StringComparison.Ordinal)),
            f => Assert.Equal(before[f], File.ReadAllBytes(bench.Full(f))));
        Assert.False(File.Exists(bench.Full("data/2021/戊局.yaml")));

        // What is told to be done is all that is to be done.
        bench.Run("import", "data/2021/戊局.xlsx");
        bench.Run("import", "--force", "data/2021/丁局.xlsx");
        File.Delete(bench.Full("data/2021/丙局.xlsx"));
        Assert.DoesNotContain(".xlsx", bench.Run("status", "2021").Out, StringComparison.Ordinal);
    }

    /// <summary>Silence means that a file was looked at and says what the data file says.</summary>
    [Fact]
    public void What_could_not_be_read_is_not_passed_over()
    {
        using var bench = Grades();
        bench.Run("new", "2021", "丁局", "--format", "xlsx");
        Fill(bench, "data/2021/丁局.xlsx", 0);
        bench.Run("new", "2021", "丙局", "--format", "xlsx");
        Fill(bench, "data/2021/丙局.xlsx", 0);
        Assert.DoesNotContain("丁局.xlsx", bench.Run("status", "2021").Out, StringComparison.Ordinal);

        var whole = File.ReadAllBytes(bench.Full("data/2021/丁局.xlsx"));
        File.WriteAllBytes(bench.Full("data/2021/丁局.xlsx"), whole[..(whole.Length / 2)]);
        bench.Write("data/2021/丁局-旧表.et", "").Write("data/2021/丁局来函.html", "<html><p>我局的报表见附件。</p></html>")
            .Write("data/2021/戊局.doc", "");
        using (new FileStream(bench.Full("data/2021/丙局.xlsx"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.EndsWith("""
                还没有导入的表格：
                  data/2021/戊局.doc：先用 WPS 或 Office 另存为 .docx，再导入
                没能读的表格：
                  data/2021/丁局-旧表.et：这种文件读不了，没有与 data/2021/丁.yaml 核对；用 WPS 或 Office 另存为 .xlsx
                  data/2021/丁局.xlsx：文件不完整或已损坏，没有与 data/2021/丁.yaml 核对；重新下载，或用 WPS、Word、Excel 打开后另存一份
                  data/2021/丁局来函.html：文件里没有法定的统计表，没有与 data/2021/丁.yaml 核对；是报表就请单位重报，不是就移出 data 文件夹
                  data/2021/丙局.xlsx：另一个程序正打开着它，没有与 data/2021/丙.yaml 核对；在 WPS、Word 或浏览器中关闭它后再试

                """, bench.Run("status", "2021").Out, StringComparison.Ordinal);
            var english = bench.Run("status", "2021", "--lang", "en").Out;
            Assert.EndsWith("forms that were not imported:\n  data/2021/戊局.doc: save it as .docx first, then import it\n"
                + "forms that could not be read:\n"
                + "  data/2021/丁局-旧表.et: files of this kind are not read; it was not compared with data/2021/丁.yaml; "
                + "save it as .xlsx\n"
                + "  data/2021/丁局.xlsx: the file is damaged or not whole; it was not compared with data/2021/丁.yaml; "
                + "download it again, or open it in its program and save a copy\n"
                + "  data/2021/丁局来函.html: there is no statutory table in the file; it was not compared with data/2021/丁.yaml; "
                + "ask the unit for its form again, or move the file out of the data folder\n"
                + "  data/2021/丙局.xlsx: another program has it open; it was not compared with data/2021/丙.yaml; "
                + "close it there and try again\n", english, StringComparison.Ordinal);
            Assert.Matches("\n戊局 +missing, form arrived", english);
            using var json = JsonDocument.Parse(bench.Run("status", "2021", "--format", "json").Out);
            Assert.Equal(["丁局 unread data/2021/丁.yaml .xlsx", "丁局 unread data/2021/丁.yaml ", "丁局 unread data/2021/丁.yaml ",
                "丙局 unread data/2021/丙.yaml ", "戊局 new  .docx"],
                json.RootElement.GetProperty("forms").EnumerateArray()
                    .Select(f => string.Join(' ', ((string[])["unit", "state", "dataFile", "saveAs"]).Select(n => f.GetProperty(n)))));
        }

        // What is told to be done is all that is to be done.
        File.WriteAllBytes(bench.Full("data/2021/丁局.xlsx"), whole);
        File.WriteAllBytes(bench.Full("data/2021/丁局-旧表.xlsx"), whole);
        foreach (var file in (string[])["丁局来函.html", "戊局.doc", "丙局.xlsx"]) File.Delete(bench.Full($"data/2021/{file}"));
        Assert.DoesNotContain("data/2021/丁局", bench.Run("status", "2021").Out, StringComparison.Ordinal);
    }

    /// <summary>Of a file that the import cannot read check knows the name alone: it is settled by what was saved of it.</summary>
    [Fact]
    public void An_et_beside_a_data_file_is_told_until_it_is_saved_as_what_is_read()
    {
        using var bench = Grades();
        bench.Write("data/2021/丁.et", "");
        string[] told = ["data/2021/丁.et"];

        Assert.Equal(told, NotRead("check", "2021"));
        Assert.Contains("data/2021/丁.et", bench.Run("doctor").Out, StringComparison.Ordinal);
        Assert.Contains("data/2021/丁.et：这种文件读不了", bench.Run("status", "2021").Out, StringComparison.Ordinal);
        bench.Run("new", "2021", "丁局", "--format", "xlsx");
        File.Move(bench.Full("data/2021/丁局.xlsx"), bench.Full("data/2021/丁.xlsx"));
        // The blank form that was sent out is not what came back.
        Assert.Contains("data/2021/丁.et：这种文件读不了", bench.Run("status", "2021").Out, StringComparison.Ordinal);
        Fill(bench, "data/2021/丁.xlsx", 0);
        Assert.Empty(NotRead("check", "2021"));
        Assert.DoesNotContain("data/2021/丁.et", bench.Run("doctor").Out, StringComparison.Ordinal);
        Assert.DoesNotContain("丁.et", bench.Run("status", "2021").Out, StringComparison.Ordinal);

        List<string?> NotRead(params string[] words)
        {
            using var json = JsonDocument.Parse(bench.Run([.. words, "--format", "json"]).Out);
            return [.. json.RootElement.GetProperty("diagnostics").EnumerateArray()
                .Where(d => d.GetProperty("rule").GetString() == "not-read")
                .Select(d => d.GetProperty("location").GetProperty("file").GetString())];
        }
    }

    [Fact]
    public void A_form_that_came_back_as_et_is_told_beside_the_blank_one()
    {
        using var bench = Grades();
        bench.Run("new", "2021", "乙局", "--format", "xlsx");
        bench.Write("data/2021/乙局.et", "");

        var text = bench.Run("status", "2021").Out;
        Assert.Matches("\n乙局 +未报，表格已到 ", text);
        Assert.EndsWith(
            "还没有导入的表格：\n  data/2021/乙局.et：先用 WPS 或 Office 另存为 .xlsx，再导入\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_forms_are_imported_by_one_command()
    {
        using var bench = Grades();
        bench.Run("new", "2021", "甲局", "乙局", "--format", "xlsx");
        Fill(bench, "data/2021/甲局.xlsx", 1);
        Fill(bench, "data/2021/乙局.xlsx", 2);

        Assert.EndsWith("forms that were not imported:\n  data/2021/乙局.xlsx\n  data/2021/甲局.xlsx\n"
            + "  run reportc import data/2021/乙局.xlsx data/2021/甲局.xlsx\n", bench.Run("status", "2021", "--lang", "en").Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_roster_those_who_filed_are_listed()
    {
        using var bench = Bench().Write("reportc.yaml", "机关: 某县人民政府\n");

        var run = bench.Run("status", "--as-of", "2022-02-10", "--lang", "en");

        Assert.Equal(0, run.Status);
        Assert.Contains("4 due: 3 filed, 1 failing, 0 partial, 0 untouched, 0 missing; 0 late; 1 files not expected or not readable",
            run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--as-of 后面不是日期", "--as-of", "gestern")]
    [InlineData("只能写一个年度", "2020", "2021")]
    [InlineData("没有 1999 年的数据", "1999")]
    [InlineData("--format 不能是“xml”", "--format", "xml")]
    public void Wrong_words_are_refused(string answer, params string[] words)
    {
        using var bench = Bench();

        var run = bench.Run(["status", .. words]);

        Assert.Equal((2, ""), (run.Status, run.Out));
        Assert.Contains(answer, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_is_JSON_too()
    {
        using var bench = Bench();

        var run = bench.Run("status", "1999", "--format", "json");

        Assert.Equal((2, ""), (run.Status, run.Error));
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal("RC9001", json.RootElement.GetProperty("diagnostics")[0].GetProperty("code").GetString());
    }
}
