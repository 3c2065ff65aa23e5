using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Reportc.Projects;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;
using Xunit;
using Schemes = ReportCompiler.Schemas.Schema;

namespace Reportc.Tests.Schemas;

/// <summary>The schemas say what the readers say: on every file of the samples and the cases, and slip by slip.</summary>
public sealed class FittingTests
{
    private static readonly string Root = FindRoot();

    /// <summary>Every project of the samples and the cases.</summary>
    public static TheoryData<string> Projects =>
        [.. Directory.GetFiles(Path.Join(Root, "samples"), ProjectLayout.ProjectFile, SearchOption.AllDirectories)
        .Concat(Directory.GetFiles(Path.Join(Root, "tests/ReportCompiler.Tests/Cases"), ProjectLayout.ProjectFile,
            SearchOption.AllDirectories))
        .Select(f => Path.GetRelativePath(Root, Path.GetDirectoryName(f)!).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>What is wrong in a data file and right in its schema, and why no schema can see it.</summary>
    private static readonly Dictionary<string, string> Unseen = new(StringComparer.Ordinal)
    {
        ["InvalidKeys/input/data/2021/02-key-and-label.yaml"] = "one row by its key and by its label: two names to a schema",
        ["InvalidTypicalMistakes/input/data/2021/10-last-year-s-year.yaml"] = "another year of the same edition",
        ["InvalidNumbers/input/data/2021/amounts-1.yaml"] = "0.1234567: binary fractions have no places to count",
        ["InvalidNumbers/input/data/2021/amounts-2.yaml"] = "10. is the number 10",
        ["InvalidNumbers/input/data/2021/amounts-3.yaml"] = ".5 is the number 0.5",
        ["InvalidNumbers/input/data/2021/amounts-8.yaml"] = "1e3 is the number 1000",
        ["InvalidNames/input/data/2021/01-escape.yaml"] = "a character that cannot be seen: a schema has no list of them",
        ["InvalidNames/input/data/2021/02-zero-width.yaml"] = "a character that cannot be seen: a schema has no list of them",
        ["InvalidNames/input/data/2021/03-joiner.yaml"] = "a character that cannot be seen: a schema has no list of them",
        ["InvalidNames/input/data/2021/07-note.yaml"] = "a character that cannot be seen: a schema has no list of them",
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_file_of_a_project_is_judged_alike(string folder)
    {
        var project = Judge(Path.Join(Root, folder));
        if (project is null) return;
        foreach (var year in Directory.GetDirectories(Path.Join(Root, folder, "data"))
            .Select(d => int.Parse(Path.GetFileName(d), CultureInfo.InvariantCulture)))
        {
            if (project.EditionFor(year) is not { } edition) continue;
            var schema = Json(Schemes.OfData(edition, project));
            Assert.Empty(Schema.FaultsOfSchema(schema));
            foreach (var file in Directory.GetFiles(Path.Join(Root, folder, "data", $"{year}")))
                Judge(file, year, edition, project, schema);
            var totals = Path.Join(Root, folder, "../expected/out", $"{year}/totals.yaml");
            if (File.Exists(totals)) Judge(totals, year, edition, project, schema);
        }
    }

    /// <summary>Judges reportc.yaml; the project where its reader takes it.</summary>
    private static Project? Judge(string folder)
    {
        var findings = new Findings();
        var project = new ProjectFolder(folder).Read(findings);
        var schema = Json(project is null ? Schemes.OfProject(Editions.OfForm) : Schemes.OfProject(project));
        Assert.Empty(Schema.FaultsOfSchema(schema));
        var ofYaml = new Findings();
        if (YamlReader.Read(ofYaml,
            new Source(ProjectLayout.ProjectFile,
                File.ReadAllBytes(Path.Join(folder, ProjectLayout.ProjectFile)))) is not { } document || ofYaml.HasErrors)
            return null;
        // Editions and rules have faults of their own.
        var isOfFile = findings.All.Any(f => f is { Severity: Severity.Error, Location.Source.Path: ProjectLayout.ProjectFile });
        if (!isOfFile && project is null) return null;
        Assert.Equal(isOfFile, Schema.Faults(schema, YamlJson.Of(document.Root)).Count > 0);
        return project;
    }

    private static void Judge(string path, int year, Edition edition, Project project, JsonElement schema)
    {
        var findings = new Findings();
        var source = new Source(Path.GetFileName(path), File.ReadAllBytes(path));
        var name = Path.GetRelativePath(Path.Join(Root, "tests/ReportCompiler.Tests/Cases"), path).Replace('\\', '/');
        // What YAML itself does not take no schema ever sees, nor twice the same key.
        if (YamlReader.Read(findings, source) is not { } document || findings.HasErrors) return;
        _ = FilingReader.Read(findings, source, edition, project.Indicators, year);
        // 待填 may be written: the check says that it is still to be filled in. No schema looks for what is not seen in a text.
        var errors = findings.All.Where(f => f.Severity == Severity.Error && f.Rule != Catalogue.Unfilled && f.Rule != Catalogue.Unseen)
            .ToList();
        var faults = Schema.Faults(schema, YamlJson.Of(document.Root));
        if (faults.Count > 0) Assert.True(findings.HasErrors, $"{name}: {string.Join('\n', faults)}");
        else Assert.True(errors.Count == 0 || Unseen.ContainsKey(name), $"{name}: {(errors.Count > 0 ? errors[0].Message.English : "")}");
    }

    [Theory]
    [InlineData("行政许可: 12", true, true)]
    [InlineData("行政许可: \"12\"", true, true)]
    [InlineData("行政许可: 无", true, true)]
    [InlineData("行政许可: 999999999999999999", true, true)]
    [InlineData("行政事业性收费: 10.59", true, true)]
    [InlineData("行政事业性收费: \"0.123456\"", true, true)]
    [InlineData("规章: {}", true, true)]
    [InlineData("规章: {本年制发件数: 无, 现行有效件数: 3}", true, true)]
    // Still to be filled in: the check says so, the editor does not mark every cell of a new file.
    [InlineData("行政许可: 待填", false, true)]
    [InlineData("行政许可: ", false, true)]
    [InlineData("规章: 待填", false, true)]
    [InlineData("行政许可: 12件", false, false)]
    [InlineData("行政许可: -3", false, false)]
    [InlineData("行政许可: \"+3\"", false, false)]
    [InlineData("行政许可: 12.5", false, false)]
    [InlineData("行政许可: .5", false, false)]
    [InlineData("行政许可: \"014\"", false, false)]
    [InlineData("行政许可: \"12.0\"", false, false)]
    [InlineData("行政许可: 1_000", false, false)]
    [InlineData("行政许可: \"1,000\"", false, false)]
    [InlineData("行政许可: 1:30", false, false)]
    [InlineData("行政许可: yes", false, false)]
    [InlineData("行政许可: true", false, false)]
    [InlineData("行政许可: １２", false, false)]
    [InlineData("行政许可: 十二", false, false)]
    [InlineData("行政许可: /", false, false)]
    [InlineData("行政许可: --", false, false)]
    [InlineData("行政许可: .inf", false, false)]
    [InlineData("行政许可: 12345678901234567890", false, false)]
    [InlineData("行政许可: [1]", false, false)]
    [InlineData("行政许可: {}", true, true)]
    [InlineData("行政许可: {本年处理决定数量: 3}", true, false)]
    [InlineData("行政事业性收费: -1.5", false, false)]
    [InlineData("行政事业性收费: 10.59万元", false, false)]
    [InlineData("行政事业性收费: \"0.1234567\"", false, false)]
    [InlineData("规章: 3", false, false)]
    [InlineData("规章: [1]", false, false)]
    [InlineData("规章: {本年制发数: 3}", false, false)]
    [InlineData("行政许司: 3", false, false)]
    // What an editor's reading of YAML makes a plain number of, or loses: only the check sees these.
    [InlineData("行政许可: 014", false, true)]
    [InlineData("行政许可: 0x1F", false, true)]
    [InlineData("行政许可: 1e3", false, true)]
    [InlineData("行政许可: 12.0", false, true)]
    [InlineData("行政许可: 12.", false, true)]
    [InlineData("行政许可: +3", false, true)]
    [InlineData("行政事业性收费: .5", false, true)]
    [InlineData("行政事业性收费: 10.", false, true)]
    [InlineData("行政事业性收费: 0.1234567", false, true)]
    // The same row twice, by two names.
    [InlineData("规章: 无, 规 章: 无", false, true)]
    public void A_line_of_a_table(string line, bool isRight, bool fits) =>
        AssertData($"单位: 甲局\n年度: 2021\n主动公开: {{{line}}}\n依申请公开: 无\n复议诉讼: 无\n", isRight, fits);

    [Theory]
    [InlineData("单位: 甲局\n年度: \"2021\"", true, true)]
    [InlineData("单位: 甲局\n年度: 2021\n报送日期: 2022-01-12", true, true)]
    [InlineData("单位: 甲局\n年度: 2021\n指标: {条数: 3}", true, true)]
    [InlineData("单位: 甲局\n年度: 2021\n指标: {信息条数: 3}", true, true)]
    [InlineData("单位: 甲局\n年度: 2021\n指标: 无", true, true)]
    [InlineData("单位: 甲局\n年度: 2021\n说明: {主动公开.行政许可: 划转, 指标.条数: 3}", true, true)]
    [InlineData("单位: 甲局\n年度: 2021\n说明:", true, true)]
    [InlineData("单位: 甲局\n年度: 2021\n报送日期: 待填", false, true)]
    [InlineData("年度: 2021", false, false)]
    [InlineData("单位: 甲局", false, false)]
    [InlineData("单位:\n年度: 2021", false, false)]
    [InlineData("单位: [甲局]\n年度: 2021", false, false)]
    [InlineData("单位: 甲局\n年度: 2020", false, false)]
    [InlineData("单位: 甲局\n年度: 待填", false, false)]
    [InlineData("单位: 甲局\n年度: 2021年", false, false)]
    [InlineData("单位: 甲局\n年度: [2021]", false, false)]
    [InlineData("单位: 甲局\n年度: 2021\n报送日期: 2022年1月12日", false, false)]
    [InlineData("单位: 甲局\n年度: 2021\n报送日期: 2022-02-30", false, false)]
    [InlineData("单位: 甲局\n年度: 2021\n报送日期: 2022-1-12", false, false)]
    [InlineData("单位: 甲局\n年度: 2021\n备注: 无", false, false)]
    [InlineData("单位: 甲局\n年度: 2021\n指标: {条: 3}", false, false)]
    [InlineData("单位: 甲局\n年度: 2021\n指标: {条数: 3.5}", false, false)]
    [InlineData("单位: 甲局\n年度: 2021\n指标: 3", false, false)]
    [InlineData("单位: 甲局\n年度: 2021\n说明: {主动公开.行政许司: 划转}", false, false)]
    [InlineData("单位: 甲局\n年度: 2021\n说明: {主动公开.行政许可: [划转]}", false, false)]
    [InlineData("单位: 甲局\n年度: 2021\n说明: 见附件", false, false)]
    // A year of the edition that is another folder's; 29 February of a common year.
    [InlineData("单位: 甲局\n年度: 2022", false, true)]
    [InlineData("单位: 甲局\n年度: 2021\n报送日期: 2022-02-29", false, true)]
    public void The_head_and_the_foot_of_a_data_file(string lines, bool isRight, bool fits) =>
        AssertData($"{lines}\n主动公开: 无\n依申请公开: 无\n复议诉讼: 无\n", isRight, fits);

    [Theory]
    [InlineData("主动公开: 无\n依申请公开: {}\n政府信息公开行政复议、行政诉讼情况: 无", true, true)]
    [InlineData("主动公开: 无\n（三） 收到和处理政府信息公开申请情况: 无\n复议诉讼: 无", true, true)]
    [InlineData("主动公开: 无\n依申请公开: 待填\n复议诉讼:", false, true)]
    [InlineData("主动公开: 无\n依申请公开: 无", false, false)]
    [InlineData("主动公开: 无\n依申请公开: 0\n复议诉讼: 无", false, false)]
    [InlineData("主动公开: 无\n依申请公开: []\n复议诉讼: 无", false, false)]
    [InlineData("主动公开: 无\n依申请公开: {办理结果: {总计: 3}}\n复议诉讼: 无", false, false)]
    public void The_tables_of_a_data_file(string lines, bool isRight, bool fits) =>
        AssertData($"单位: 甲局\n年度: 2021\n{lines}\n", isRight, fits);

    [Theory]
    [InlineData("本年增减: -3", true, true)]
    [InlineData("本年增减: +3", true, true)]
    [InlineData("本年增减: \"+3\"", true, true)]
    [InlineData("本年增/减: 0", true, true)]
    [InlineData("本年增／减: 0", true, true)]
    [InlineData("本年增减: 增3", false, false)]
    [InlineData("本年增减: －5", false, false)]
    [InlineData("本年增减: 3.5", false, false)]
    [InlineData("本年增减: \"+\"", false, false)]
    [InlineData("处理决定数量: -7", false, false)]
    [InlineData("本年增减: +03", false, true)]
    public void A_change_of_2019(string column, bool isRight, bool fits) =>
        AssertData($"单位: 甲局\n年度: 2019\n主动公开: {{行政许可: {{{column}}}}}\n依申请公开: 无\n复议诉讼: 无\n", isRight, fits, 2019);

    [Theory]
    [InlineData("简称: 甲县\n联系方式: {地址: 一路, 邮编: 830017, 电话: \"4684320\", 网址: }", true, true)]
    [InlineData("发布日期: {2021: 2022-03-18, \"2022\": 2023-03-18}", true, true)]
    [InlineData("单位: [甲局, {名称: 乙局, 自: 2019, 前身: [丙局]}, {名称: 丙局, 至: \"2018\"}]", true, true)]
    [InlineData("单位:", true, true)]
    [InlineData("指标: [{键: 条数, 名称: 发布信息, 计量: 条, 汇总: 最大, 小数: 允许}]", true, true)]
    [InlineData("版式: {零值: 留空}\n格式: {2020: \"2021\", 2022: 2019}", true, true)]
    [InlineData("规则: {in-force: 关, jump: 错误, unstated: 提示, copied: }", true, true)]
    [InlineData("期限: {单位: 01-20, 汇总: 02-29}", true, true)]
    [InlineData("机构: 甲县", false, false)]
    [InlineData("简称: [甲县]", false, false)]
    [InlineData("联系方式: {电话号码: \"1\"}", false, false)]
    [InlineData("联系方式: 一路", false, false)]
    [InlineData("联系方式: {地址: {路: 1}}", false, false)]
    [InlineData("发布日期: {2021: 2022年3月18日}", false, false)]
    [InlineData("发布日期: {2021: 2022-02-30}", false, false)]
    [InlineData("发布日期: {今年: 2022-03-18}", false, false)]
    [InlineData("发布日期: {2021: }", false, false)]
    [InlineData("发布日期: 2022-03-18", false, false)]
    [InlineData("单位: 甲局", false, false)]
    [InlineData("单位: [甲局, ]\n下级: [~]", false, false)]
    [InlineData("单位: [[甲局]]", false, false)]
    [InlineData("单位: [{自: 2019}]", false, false)]
    [InlineData("单位: [{名称: 甲局, 自: 2019年}]", false, false)]
    [InlineData("单位: [{名称: 甲局, 始: 2019}]", false, false)]
    [InlineData("单位: [{名称: 甲局, 前身: 乙局}]", false, false)]
    [InlineData("下级: districts/*", false, false)]
    [InlineData("下级: [../other]", false, false)]
    [InlineData("下级: ['a\\b']", false, false)]
    [InlineData("下级: [/a]", false, false)]
    [InlineData("指标: [{键: 1月}]", false, false)]
    [InlineData("指标: [{名称: 没有键}]", false, false)]
    [InlineData("指标: [{键: 条数, 汇总: 合计}]", false, false)]
    [InlineData("指标: [{键: 条数, 小数: 是}]", false, false)]
    [InlineData("指标: {条数: 求和}", false, false)]
    [InlineData("版式: {零值: 空白}", false, false)]
    [InlineData("版式: {表格: 横}", false, false)]
    [InlineData("格式: {2020: \"2020\"}", false, false)]
    [InlineData("规则: {in-force: 关闭}", false, false)]
    [InlineData("规则: {balance: 警告}", false, false)]
    [InlineData("规则: {in-fource: 关}", false, false)]
    [InlineData("期限: {单位: 1月20日}", false, false)]
    [InlineData("期限: {汇总: 02-30}", false, false)]
    // What holds between two places of the file.
    [InlineData("单位: [甲局, 甲局]", false, true)]
    [InlineData("单位: [{名称: 甲局, 自: 2020, 至: 2018}]", false, true)]
    [InlineData("单位: [{名称: 甲局, 前身: [乙局]}]", false, true)]
    [InlineData("指标: [{键: 条数}, {键: 条数}]", false, true)]
    public void A_field_of_the_project(string lines, bool isRight, bool fits)
    {
        var source = Source($"机关: 甲县人民政府\n{lines}\n");
        var findings = new Findings();

        Assert.Equal(isRight, ProjectReader.Read(findings, new ProjectSources(source)) is not null);
        Assert.Equal(fits, Schema.Faults(Json(Schemes.OfProject(Editions.OfForm)), Tree(source)).Count == 0);
    }

    /// <summary>Every row and column of every edition under every name by which it is found.</summary>
    [Fact]
    public void A_name_fits_where_it_is_found()
    {
        foreach (var edition in Editions.OfForm.Keys.Select(k => Editions.OfForm.Find(k)!))
        {
            var schema = Json(Schemes.OfData(edition, Editions.OfForm));
            foreach (var table in edition.Tables)
            {
                var place = Definition(schema, schema.GetProperty("properties").GetProperty(table.Key));
                AssertNames(table.KeyedRows.Select(r => (r.Key!, r.Label)), place, name => table.Find(name)?.Key);
                foreach (var row in table.KeyedRows) AssertBelow(schema, row, place);
            }
        }
    }

    private static void AssertBelow(JsonElement schema, Row row, JsonElement place)
    {
        place = Definition(schema, place.GetProperty("properties").GetProperty(row.Key!));
        if (row.IsGroup) AssertNames(row.KeyedRows.Select(r => (r.Key!, r.Label)), place, name => row.Find(name)?.Key);
        foreach (var below in row.KeyedRows) AssertBelow(schema, below, place);
        if (!row.HasColumns) return;
        var band = row.Cells[0].Table.BandOf(row);
        AssertNames(band.Leaves.Select(c => (c.Key!, c.Label)), place, name => band.FindColumn(name)?.Key);
    }

    private static void AssertNames(IEnumerable<(string Key, string Label)> things, JsonElement place, Func<string, string?> find)
    {
        foreach (var (key, label) in things)
            foreach (var name in new[] { key, label }.SelectMany(Variants))
            {
                var means = place.GetProperty("patternProperties").EnumerateObject()
                    .Where(p => Regex.IsMatch(name, p.Name, RegexOptions.None, TimeSpan.FromSeconds(1)))
                    .Select(p => p.Value.GetProperty("$ref").GetString())
                    .Concat(place.GetProperty("properties").TryGetProperty(name, out var own) ? [own.GetProperty("$ref").GetString()] : [])
                        .Distinct().ToList();
                Assert.True(find(name) is { } found
                    ? means.Count > 0 && means.Contains(place.GetProperty("properties").GetProperty(found).GetProperty("$ref").GetString())
                    : means.Count == 0, $"{name} ({key}): {string.Join(' ', means)}");
            }
    }

    private static IEnumerable<string> Variants(string name) =>
    [
        name, .. Names.Fold($"二、{name}") == Names.Fold(name)
            ? [$"（二）{name}", $"3. {name}", $"四、{name}", $"( 1 ) {name}"]
            : Array.Empty<string>(), $" {name} ", string.Join(' ', name.ToCharArray()), string.Join('　', name.ToCharArray()),
        string.Concat(name.Where(c => c is not ('“' or '”' or '《' or '》'))), name.Replace('“', '「')
            .Replace('”', '」'), name.Replace("“", "\"", StringComparison.Ordinal).Replace("”", "\"", StringComparison.Ordinal),
        name.Replace('（', '(').Replace('）', ')')
            .Replace('，', ','), name.Replace('.', '．'), string.Concat(name.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c)),
        name + "x", name[1..] + name[..1], $"（{name}）",
    ];

    private static JsonElement Definition(JsonElement schema, JsonElement reference)
    {
        while (reference.TryGetProperty("$ref", out var target))
            reference = schema.GetProperty("$defs").GetProperty(target.GetString()!["#/$defs/".Length..]);
        // What a map may hold is said where it is none of the words.
        return reference.TryGetProperty("else", out var map) ? map : reference;
    }

    private static void AssertData(string text, bool isRight, bool fits, int year = 2021)
    {
        var project = ProjectReader.Read(new Findings(),
            new ProjectSources(Source("机关: 甲县人民政府\n指标: [{键: 条数, 名称: 信息条数}]\n")))!;
        var source = Source(text);
        var findings = new Findings();
        _ = FilingReader.Read(findings, source, project.EditionFor(year)!, project.Indicators, year);

        Assert.Equal(isRight, !findings.HasErrors);
        Assert.Equal(fits, Schema.Faults(Json(Schemes.OfData(project.EditionFor(year)!, project)), Tree(source)).Count == 0);
    }

    private static Source Source(string text) => new("a.yaml", Encoding.UTF8.GetBytes(text));

    private static JsonElement Tree(Source source) => YamlJson.Of(YamlReader.Read(new Findings(), source)!.Root);

    private static JsonElement Json(byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        return document.RootElement.Clone();
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ReportCompiler.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }
}
