using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Reportc.Tests.Schemas;
using ReportCompiler.Forms;
using Xunit;

namespace Reportc.Tests;

/// <summary><c>schema</c>.</summary>
public sealed class SchemaTests
{
    private const string Indicators = "机关: 某县人民政府\n单位: [甲局]\n指标:\n  - {键: 条数, 名称: 信息, 计量: 条}\n";

    [Fact]
    public void Without_a_word_it_is_the_data_file_of_the_newest_year()
    {
        using var bench = Workbench.WithProject().AddYear(2020).Write("reportc.yaml", Indicators);

        var run = bench.Run("schema");

        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.EndsWith("}\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', run.Out);
        Assert.DoesNotContain("\\u", run.Out, StringComparison.Ordinal);
        Assert.Equal(["条数"], Keys(run, "指标"));
        Assert.Contains("2021 版", Title(run), StringComparison.Ordinal);
        Assert.Contains("2019 版", Title(bench.Run("schema", "2020")), StringComparison.Ordinal);
        Assert.Equal(run, bench.Run("schema", "2021"));
        Assert.Equal(run, bench.Run("schema", "2033", "--lang", "en"));
    }

    [Fact]
    [Trait("tool", "ajv")]
    public void Ajv_takes_every_schema_in_its_strict_mode()
    {
        const string Script = """
            const fs = require('fs'), Ajv = require('ajv/dist/2020').default;
            for (const file of process.argv.slice(1)) {
                const told = [], tell = message => told.push(message);
                const ajv = new Ajv({ strict: true, logger: { log: tell, warn: tell, error: tell } });
                const isRight = ajv.compile(JSON.parse(fs.readFileSync(file)));
                console.log(file, isRight({ 单位: '甲局' }), told.join(' '));
            }
            """;
        using var bench = Workbench.WithProject().AddYear(2020).Write("reportc.yaml", Indicators);
        Assert.SkipUnless(Node(bench, "require('ajv/dist/2020')").Status == 0, "node with ajv is not installed");
        var files = new List<string>();
        foreach (var of in (string[])["2014", "2019", "2021", "reportc.yaml"])
        {
            Assert.Equal(0, bench.Run("schema", of, "-o", $"{of}.json").Status);
            files.Add($"{of}.json");
        }

        var (status, told) = Node(bench, Script, [.. files]);

        Assert.Equal((0, string.Concat(files.Select(f => $"{f} false \n"))), (status, told));
    }

    /// <summary>An editor shows what is said of a value of its kind, and that alone: the limit, the words, the keys.</summary>
    [Theory]
    [InlineData("-3", "minimum 0")]
    [InlineData("1.5", "type integer, null")]
    [InlineData("true", "type integer, null")]
    [InlineData("[1]", "type integer, null")]
    [InlineData("\"十二\"", "pattern ^((0|[1-9][0-9]{0,17})|无|待填|待核)$")]
    [InlineData("\"12件\"", "pattern ^((0|[1-9][0-9]{0,17})|无|待填|待核)$")]
    [InlineData("{\"甲\": 1}", "additionalProperties False")]
    [InlineData("12", null)]
    [InlineData("\"12\"", null)]
    [InlineData("\"无\"", null)]
    [InlineData("\"待填\"", null)]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    public void Of_a_wrong_figure_only_what_fits_its_kind_is_told(string value, string? told)
    {
        using var bench = new Workbench();
        using var data = JsonDocument.Parse(
            $$"""{"单位": "甲局", "年度": 2021, "主动公开": {"行政许可": {{value}}}, "依申请公开": "无", "复议诉讼": "无"}""");

        var faults = Schema.Faults(Json(bench.Run("schema", "2021")), data.RootElement);

        if (told is null) Assert.Empty(faults);
        else Assert.StartsWith($"$.主动公开.行政许可: {told}, found ", OneLine(Assert.Single(faults)), StringComparison.Ordinal);

        static string OneLine(string fault) =>
            Regex.Replace(fault, @"\[\s*""integer"",\s*""null""\s*\]", "integer, null", RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    private static (int Status, string Printed) Node(Workbench bench, string script, params string[] words)
    {
        var start = new ProcessStartInfo("node", ["-e", script, .. words])
        {
            UseShellExecute = false,
            WorkingDirectory = bench.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var printed = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, printed + error.GetAwaiter().GetResult());
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, "");
        }
    }

    [Fact]
    public void Outside_a_project_it_is_the_newest_edition_with_any_indicator()
    {
        using var bench = new Workbench();

        var run = bench.Run("schema");

        Assert.Equal(0, run.Status);
        Assert.Contains("2021 版", Title(run), StringComparison.Ordinal);
        Assert.False(Json(run).GetProperty("properties").GetProperty("指标").GetProperty("else")
            .TryGetProperty("properties", out _));
        Assert.Contains("2014 版", Title(bench.Run("schema", "2016")), StringComparison.Ordinal);
        Assert.Equal("机关", Json(bench.Run("schema", "reportc.yaml")).GetProperty("required")[0].GetString());
    }

    [Theory]
    [InlineData("2019", "[2019,2020,\"2019\",\"2020\"]")]
    [InlineData("2014", "[2014,2015,2016,2017,2018,\"2014\",\"2015\",\"2016\",\"2017\",\"2018\"]")]
    public void An_edition_has_its_years(string edition, string years)
    {
        using var bench = new Workbench();

        Assert.Equal(years, Compact(Json(bench.Run("schema", edition)).GetProperty("properties").GetProperty("年度").GetProperty("enum")));
    }

    [Fact]
    public void Another_edition_for_a_year_moves_the_year()
    {
        using var bench = Workbench.WithProject().Write("reportc.yaml", "机关: 某县人民政府\n格式: {2020: \"2021\", 2022: \"2019\"}\n");

        var later = Json(bench.Run("schema", "2020")).GetProperty("properties").GetProperty("年度");
        var earlier = Json(bench.Run("schema", "2022")).GetProperty("properties").GetProperty("年度");

        Assert.Equal("[2019,2022,\"2019\",\"2022\"]", Compact(earlier.GetProperty("enum")));
        foreach (var (year, fits) in new[] { (2019, false), (2020, true), (2021, true), (2022, false), (2023, true) })
            foreach (var written in new[] { $"{year}", $"\"{year}\"" })
                // In quotes only a year that is said to be another edition's is refused: a text has no smallest value.
                Assert.Equal(fits
                    || (year == 2019 && written[0] == '"'), Schema.Faults(later, JsonDocument.Parse(written).RootElement).Count == 0);
    }

    [Fact]
    public void An_edition_of_the_project_has_a_schema_like_any_other()
    {
        using var bench = Workbench.WithProject()
            .Write("editions/试行.yaml", """
                版本: 试行
                自: 2030
                依据: 县政府办〔2030〕1号
                标题: 季报
                表:
                  - 键: 热线
                    英文: hotline
                    题: 热线办理情况
                    计量: 件
                    列: [{键: 电话, 英文: phone}, {键: 网络, 英文: web}, {键: 合计, 英文: both}]
                    行:
                      - {键: 受理, 名称: 一、受理, 英文: received}
                      - {键: 办结, 名称: 二、办结, 英文: closed, 自有值: 是,
                         行: [{键: 不满意, 名称: 不满意（含“基本满意”）, 英文: dissatisfied}]}
                规则:
                  - {规则: both, 代码: X1, 名称: 合计等于两个渠道之和, 表: 热线, 每: 行, 式: 合计 = 电话 + 网络, 得出: 合计}
                """);

        var schema = Json(bench.Run("schema", "2031"));

        Assert.Equal(bench.Run("schema", "试行"), bench.Run("schema", "2030"));
        Assert.Empty(Schema.FaultsOfSchema(schema));
        Assert.Empty(Schema.Faults(schema, JsonDocument.Parse("""
            {"单位": "甲局", "年度": 2031, "热线": {"受理": {"电话": 3}, "办结": {"总计": {"电话": 1}, "不满意(含基本满意)": "无"}}}
            """).RootElement));
        Assert.NotEmpty(Schema.Faults(schema, JsonDocument.Parse(
            """{"单位": "甲局", "年度": 2031, "热线": {"受理": {"电话": 3}, "办结": {"总计": {"电报": 1}}}}""").RootElement));
        Assert.Contains("合计等于两个渠道之和：合计 = 电话 + 网络", bench.Run("schema", "2030").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_tells_its_label_place_unit_rules_and_meaning()
    {
        using var bench = new Workbench();
        var definitions = Json(bench.Run("schema")).GetProperty("$defs").EnumerateObject().Select(d => d.Value).ToList();

        Assert.Equal("收到和处理政府信息公开申请情况\n"
                + "本年新收加上年结转等于办理结果总计加结转下年度：本年新收 + 上年结转 = 办理结果.总计 + 结转下年度\n"
                + "上年结转等于上年报告的结转下年度：上年结转 = 上年.结转下年度\nEnglish: carried over from last year",
            Description("二、上年结转政府信息公开申请数量"));
        Assert.Equal("主动公开政府信息情况 › 第二十条第（八）项\n"
            + "本年收费金额（单位：万元），计量：万元；数字，最多六位小数；没有写 0 或 无\nEnglish: administrative fees",
            Description("行政事业性收费"));
        Assert.Contains("可以不写，由程序计算；写了就核对", Description("（七）总计"), StringComparison.Ordinal);
        Assert.Contains("政府信息公开行政复议、行政诉讼情况 › 行政诉讼", Description("复议后起诉"), StringComparison.Ordinal);

        string Description(string title) =>
            definitions.Single(d => d.TryGetProperty("title", out var t) && t.GetString() == title).GetProperty("description").GetString()!;
    }

    [Fact]
    public void The_rules_of_reportc_yaml_are_those_that_may_be_changed()
    {
        using var bench = Workbench.WithProject()
            .Write("rules/a.yaml", "规则:\n"
                + "  - {规则: natural-persons, 代码: L001, 名称: 自然人多于企业, 级别: 警告, 表: 依申请公开, 每: 行, 式: 商业企业 <= "
                + "自然人}\n");

        var rules = Keys(bench.Run("schema", "reportc.yaml"), "规则");

        Assert.Contains("in-force", rules);
        Assert.Contains("jump", rules);
        Assert.Contains("natural-persons", rules);
        Assert.DoesNotContain("balance", rules);
        Assert.DoesNotContain("natural-persons", Keys(new Workbench().Run("schema", "reportc.yaml"), "规则"));
    }

    [Fact]
    public void A_file_or_a_folder_may_be_named()
    {
        using var bench = Workbench.WithProject();

        Assert.Equal(".reportc/2021.schema.json\n", bench.Run("schema", "-o", ".reportc/").Out);
        Assert.Equal(".reportc/reportc.schema.json\n", bench.Run("schema", "reportc.yaml", "-o", ".reportc").Out);
        Assert.Equal("a.json\n", bench.Run("schema", "2019", "-o", "a.json").Out);

        Assert.Equal(bench.Run("schema", "-o", "-").Out, bench.Read(".reportc/2021.schema.json"));
        Assert.Equal("{"u8.ToArray(), File.ReadAllBytes(bench.Full("a.json"))[..1]);
    }

    [Fact]
    public void The_door_names_the_files_its_modelines_lead_to()
    {
        var edition = Editions.OfForm.For(2021)!;

        Assert.Equal(".reportc/2021.schema.json", ReportCompiler.Schemas.Schema.DataFile(edition));
        Assert.Equal("# yaml-language-server: $schema=../../.reportc/2021.schema.json",
            ReportCompiler.Schemas.Schema.DataModeline(edition));
        Assert.Equal("# yaml-language-server: $schema=.reportc/reportc.schema.json", ReportCompiler.Schemas.Schema.ProjectModeline);
    }

    [Theory]
    [InlineData("“2O21”不是年度，也不是格式版本", "是不是“2021”？", "2O21")]
    [InlineData("2010 年没有格式", "格式版本：2021、2019、2014；项目文件写 reportc.yaml", "2010")]
    [InlineData("“report.yaml”不是年度，也不是格式版本", "是不是“reportc.yaml”？", "report.yaml")]
    [InlineData("“2020”", "", "2021", "2020")]
    [InlineData("没有文件夹 nowhere", "检查 -p 后面的路径", "-p", "nowhere")]
    [InlineData("选项“-o”后面是空的", "变量", "-o", "")]
    [InlineData("没有选项“--of”", "", "--of", "project")]
    public void Wrong_words_are_refused(string answer, string help, params string[] words)
    {
        using var bench = new Workbench();

        var (chinese, english) = (bench.Run(["schema", .. words]), bench.Run(["schema", "--lang", "en", .. words]));

        Assert.Equal((2, 2, "", ""), (chinese.Status, english.Status, chinese.Out, english.Out));
        Assert.Contains(answer, chinese.Error, StringComparison.Ordinal);
        Assert.Contains(help, chinese.Error, StringComparison.Ordinal);
        Assert.StartsWith("error[RC9001]: ", english.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_faulty_project_has_no_data_file_but_its_own_schema()
    {
        using var bench = Workbench.WithProject().Write("reportc.yaml", "机关: 某县\n机构: 3\n");

        var data = bench.Run("schema");
        var project = bench.Run("schema", "reportc.yaml");

        Assert.Equal((2, ""), (data.Status, data.Out));
        Assert.Contains("reportc.yaml:2:1", data.Error, StringComparison.Ordinal);
        Assert.Equal(0, project.Status);
        Assert.Contains("项目有误", project.Error, StringComparison.Ordinal);
        Assert.NotEmpty(Keys(project, "规则"));
    }

    [Theory]
    [InlineData("zh", "例子：", "reportc schema reportc.yaml")]
    [InlineData("en", "Examples:", "[YEAR|EDITION|reportc.yaml]")]
    public void The_help_has_examples(string language, string head, string line)
    {
        using var bench = new Workbench();

        var help = bench.Run("schema", "--help", "--lang", language);

        Assert.Equal((0, ""), (help.Status, help.Error));
        Assert.Contains(head, help.Out, StringComparison.Ordinal);
        Assert.Contains(line, help.Out, StringComparison.Ordinal);
        // A command without options of its own has help too.
        Assert.DoesNotContain("\nOptions:\n", help.Out, StringComparison.Ordinal);
        Assert.Equal(0, bench.Run("explain", "--help").Status);
    }

    private static string Title(Run run) => Json(run).GetProperty("title").GetString()!;

    private static List<string> Keys(Run run, string property) =>
    [
        .. MapOf(Json(run).GetProperty("properties").GetProperty(property)).GetProperty("properties").EnumerateObject()
            .Select(p => p.Name),
    ];

    private static JsonElement MapOf(JsonElement schema) => schema.TryGetProperty("else", out var map) ? map : schema;

    private static string Compact(JsonElement json)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) json.WriteTo(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static JsonElement Json(Run run)
    {
        Assert.Equal((0, run.Error), (run.Status, run.Error));
        using var document = JsonDocument.Parse(run.Out);
        return document.RootElement.Clone();
    }
}
