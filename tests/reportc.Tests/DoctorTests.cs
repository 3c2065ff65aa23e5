using System.Text;
using System.Text.Json;
using Reportc.Commands.Doctor;
using Reportc.Shell;
using Xunit;

namespace Reportc.Tests;

/// <summary>Every kind of thing the doctor finds, in both languages.</summary>
public sealed class DoctorTests
{
    static DoctorTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void A_sound_project_is_fine()
    {
        using var bench = Workbench.WithProject();

        var run = Examine(bench);

        Assert.Equal(0, run.Status);
        Assert.Empty(run.Error);
        Assert.EndsWith("\n没有发现问题\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("\n  ✓ 正常  2021 年  格式 2021（自带）；1 个数据文件，有正文；0 个错误，0 个警告\n", run.Out,
            StringComparison.Ordinal);
        Assert.Contains("\n  ✓ 正常  读取  3 个文件：UTF-8 3；行尾 LF 3\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("\n  · 信息  2021 年  out/2021/：report.md、report.html、totals.yaml、review.html\n", run.Out,
            StringComparison.Ordinal);
        Assert.EndsWith("\nnothing is wrong\n", Examine(bench, "--lang", "en").Out, StringComparison.Ordinal);
        Assert.Equal("没有发现问题\n", Examine(bench, "-q").Out);
    }

    [Fact]
    public void Surroundings_are_told()
    {
        using var bench = new Workbench();

        Assert.StartsWith(
            $"环境\n  · 信息  版本        reportc {Machine.ProgramVersion}，.NET 10\n  · 信息  系统        Windows 11 (win-x64)\n"
            + "  · 信息  语言        中文，系统没有指定；可用 --lang 改变\n"
            + "  · 信息  输出        UTF-8，管道或文件；代码页（程序 / 控制台）936 / 65001\n"
            + $"  · 信息  当前文件夹  {bench.Root.Replace('\\', '/')}\n",
                Examine(bench).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("中文，由 LANG（zh_CN.UTF-8）决定；可用 --lang 改变", "LANG", "zh_CN.UTF-8")]
    [InlineData("English, for LC_ALL is en_GB; --lang changes it", "LC_ALL", "en_GB")]
    [InlineData("English, as --lang en says", "LANG", "zh_CN", "--lang", "en")]
    public void The_language_says_why(string expected, string variable, string value, params string[] args)
    {
        using var bench = new Workbench();

        Assert.Contains(expected,
            bench.RunWith(h => h with { Machine = Here, Variable = n => n == variable ? value : null }, ["doctor", .. args]).Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_a_project_it_says_what_would_make_one()
    {
        using var bench = new Workbench();

        var run = Examine(bench);

        Assert.Equal(0, run.Status);
        Assert.Contains("这里不是项目", run.Out, StringComparison.Ordinal);
        Assert.Contains("reportc init", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reportc.yml")]
    [InlineData("reportc.yaml.txt")]
    [InlineData("report.yaml")]
    public void A_misnamed_project_file_is_found(string name)
    {
        using var bench = new Workbench().Write(name, "机关: 某县\n");

        Assert.Equal(("misnamed-project", "problem", name), Only(bench, 1));
    }

    [Fact]
    public void No_such_folder_is_2()
    {
        using var bench = new Workbench();

        var run = Examine(bench, "-p", "nowhere");

        Assert.Equal(2, run.Status);
        Assert.Contains("✗ 问题  停止  没有文件夹 nowhere", run.Out, StringComparison.Ordinal);
        Assert.Contains("reportc " + Machine.ProgramVersion, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_faulty_project_is_2_and_the_rest_is_looked_at()
    {
        using var bench = Workbench.WithProject().Write("reportc.yaml", "机构: 某县\n").Write("data/2021/a.xlsx", "");

        var run = Examine(bench);

        Assert.Equal(2, run.Status);
        Assert.Contains("✗ 问题  reportc.yaml:1", run.Out, StringComparison.Ordinal);
        Assert.Contains("✗ 问题  data/2021/a.xlsx", run.Out, StringComparison.Ordinal);
        Assert.Contains("· 信息  2021 年  1 个数据文件，有正文\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("out/ 可以写入", run.Out, StringComparison.Ordinal);
    }

    /// <summary>Files beside a sound project: the kind of remark, its mark, the status, and what is said in both languages.</summary>
    [Theory]
    [InlineData("misspelt-folder", "problem", "date/x.yaml", "date/", "如果就是 data/，改为这个名称", "rename it data/ if that is meant")]
    [InlineData("misspelt-folder", "problem", "narative/2021.md", "narative/", "如果就是 narrative/，改为这个名称",
        "rename it narrative/ if that is meant")]
    [InlineData("misspelt-folder", "problem", "模板/report.md", "模板/", "如果就是 templates/，改为这个名称",
        "rename it templates/ if that is meant")]
    [InlineData("misplaced", "problem", "乙.yaml", "乙.yaml", "移到 data/2021/", "move it to data/2021/")]
    [InlineData("misplaced", "problem", "data/乙.yaml", "data/乙.yaml", "移到 data/<年度>/，例如 data/2021/",
        "move it to data/<year>/, such as data/2021/")]
    [InlineData("no-year", "problem", "data/２０２０年/甲.yaml", "data/２０２０年/", "改名为 data/2020/", "rename it data/2020/")]
    [InlineData("no-year", "problem", "data/old/甲.yaml", "data/old/", "改为年度，例如 data/2021/；不是数据就移出 data/",
        "name it by the year, such as data/2021/, or move it out of data/")]
    [InlineData("not-read", "problem", "data/2021/乙.yaml.txt", "data/2021/乙.yaml.txt", "改名为 乙.yaml；", "rename it 乙.yaml; ")]
    [InlineData("not-read", "problem", "data/2021/乙.docx", "data/2021/乙.docx",
        "运行 reportc import data/2021/乙.docx", "run reportc import data/2021/乙.docx")]
    [InlineData("not-read", "problem", "data/2021/乙.xlsx", "data/2021/乙.xlsx",
        "运行 reportc import data/2021/乙.xlsx", "run reportc import data/2021/乙.xlsx")]
    [InlineData("not-read", "problem", "data/2021/乙", "data/2021/乙", "把结尾改为 .yaml", "let its name end in .yaml")]
    [InlineData("not-read", "problem", "data/2021/乙.json", "data/2021/乙.json", "不需要就移出这个文件夹", "or move it elsewhere")]
    [InlineData("not-read", "problem", "data/2021/sub/乙.yaml", "data/2021/sub/", "需要的文件移到 data/2021/",
        "move files that are needed to data/2021/")]
    [InlineData("not-read", "attention", "narrative/pictures/a.png", "narrative/pictures/", "需要的文件移到 narrative/",
        "move files that are needed to narrative/")]
    [InlineData("not-read", "problem", "narrative/2021年.md", "narrative/2021年.md", "改名为 2021.md；", "rename it 2021.md; ")]
    [InlineData("not-read", "problem", "narrative/2021.md.txt", "narrative/2021.md.txt", "改名为 2021.md；", "rename it 2021.md; ")]
    [InlineData("not-read", "problem", "rules/本地.txt", "rules/本地.txt", "把结尾改为 .yaml", "let its name end in .yaml")]
    [InlineData("no-data", "attention", "narrative/2018.md", "narrative/2018.md", null, null)]
    [InlineData("lock", "attention", "data/2021/~$甲.docx", "data/2021/~$甲.docx", "保存并关闭它", "save and close it")]
    [InlineData("template-unused", "problem", "templates/reprot.md", "templates/reprot.md", "是不是 report.md？",
        "did you mean report.md?")]
    [InlineData("template-unused", "attention", "templates/qqqqqqqqqqqq", "templates/qqqqqqqqqqqq", "自带模板：", "built-in templates: ")]
    public void What_is_passed_over_is_found(string kind, string mark, string file, string told, string? help, string? english)
    {
        using var bench = Workbench.WithProject().Write(file, Workbench.Sound);

        Assert.Equal((kind, mark, told), Only(bench, mark == "problem" ? 1 : 0));
        if (help is not null) Assert.Contains(help, Examine(bench).Out, StringComparison.Ordinal);
        if (english is not null) Assert.Contains(english, Examine(bench, "--lang", "en").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data/2021/README.md")]
    [InlineData("data/2021/说明.txt")]
    [InlineData("docs/x.md")]
    [InlineData(".git/config")]
    [InlineData("data/.keep")]
    [InlineData("data/2021/.hidden")]
    [InlineData("site.yaml")]
    public void What_is_nobodys_business_is_left_alone(string file)
    {
        using var bench = Workbench.WithProject().Write(file, "x: 1\n");

        Assert.EndsWith("\n没有发现问题\n", Examine(bench).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data/2021/甲.YAML")]
    [InlineData("data/2021/甲.yml")]
    public void Endings_that_are_read_are_no_fault(string file)
    {
        using var bench = Workbench.WithProject().Write(file, Workbench.Sound);
        File.Delete(bench.Full("data/2021/甲.yaml"));

        Assert.EndsWith("\n没有发现问题\n", Examine(bench).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("甲(1).yaml")]
    [InlineData("甲 （2）.yaml")]
    [InlineData("甲 - 副本.yaml")]
    [InlineData("甲 - Copy.yaml")]
    [InlineData("甲 (conflicted copy).yaml")]
    public void A_copy_is_a_second_file_of_its_unit(string name)
    {
        using var bench = Workbench.WithProject().Write("data/2021/" + name, Workbench.Sound);

        var found = Remarks(bench, 1);

        Assert.Contains(("copy", "attention", "data/2021/" + name), found);
        Assert.Contains(found, r => r.Kind == "unit-twice" && r.Mark == "problem");
        Assert.Contains("都是“甲局”2021 年的数据", Examine(bench).Out, StringComparison.Ordinal);
        Assert.Contains("it is “甲局” of 2021", Examine(bench, "--lang", "en").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_in_brackets_is_no_copy()
    {
        using var bench = Workbench.WithProject().Write("data/2021/甲(2021).yaml", Workbench.Sound);
        File.Delete(bench.Full("data/2021/甲.yaml"));

        Assert.EndsWith("\n没有发现问题\n", Examine(bench).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A.yaml", "a.yaml")]
    [InlineData("甲1.yaml", "甲１.yaml")]
    [InlineData("lǘ.yaml", "lu\u0308\u0301.yaml")]
    [InlineData("é.yaml", "e\u0301.yaml")]
    public void Names_that_another_system_takes_for_one_are_found(string one, string other)
    {
        Assert.Single(FileNames.Alike([one, other, "乙.yaml"]));
        Assert.Empty(FileNames.Alike([one, "乙.yaml"]));
        Assert.Empty(FileNames.Alike(["resume.yaml", "résumé.yaml"]));
    }

    [Fact]
    public void Alike_names_are_told()
    {
        using var bench = Workbench.WithProject().Write("data/2021/甲１.yaml", Workbench.Sound)
            .Write("data/2021/甲1.yaml", Workbench.Sound);

        Assert.Contains(("alike", "attention", "data/2021/甲1.yaml"), Remarks(bench, 1));
    }

    [Fact]
    public void Encodings_and_line_ends_are_told_file_by_file()
    {
        using var bench = Workbench.WithProject().AddYear(2022);
        var data = File.ReadAllText(bench.Full("data/2021/甲.yaml"));
        File.WriteAllBytes(bench.Full("data/2021/甲.yaml"), Encoding.GetEncoding("GB18030").GetBytes(data));
        File.WriteAllText(bench.Full("data/2022/甲.yaml"), File.ReadAllText(bench.Full("data/2022/甲.yaml"))
            .ReplaceLineEndings("\r\n"), new UTF8Encoding(true));
        File.WriteAllText(bench.Full("narrative/2021.md"), File.ReadAllText(bench.Full("narrative/2021.md")) + "\r\n尾。\n");
        File.WriteAllText(bench.Full("narrative/2022.md"), "## 一、总体情况\n", Encoding.Unicode);

        using var json = JsonDocument.Parse(Examine(bench, "--format", "json").Out);

        Assert.Equal(
            ["reportc.yaml UTF-8 LF", "data/2021/甲.yaml GB18030 LF", "data/2022/甲.yaml UTF-8 BOM CRLF", "narrative/2021.md UTF-8 mixed",
                "narrative/2022.md UTF-16 LF"],
            json.RootElement.GetProperty("files").EnumerateArray()
                .Select(f => $"{f.GetProperty("file")} {f.GetProperty("encoding")} {f.GetProperty("lineEnds")}"));
        var found = Remarks(bench, 1);
        Assert.Contains(("encoding", "problem", "data/2021/甲.yaml"), found);
        Assert.Contains(("encoding", "problem", "narrative/2022.md"), found);
        Assert.Contains(("line-ends", "attention", "narrative/2021.md"), found);
        Assert.Contains("data/2021/甲.yaml  GB18030    LF\n", Examine(bench, "-v").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Editions_say_where_they_are_from()
    {
        using var bench = Workbench.WithProject().AddYear(2019, Workbench.Sound)
            .Write("reportc.yaml", "机关: 某县人民政府\n单位: [甲局]\n格式: {2019: \"2021\"}\n规则: {in-force: 关}\n");

        var run = Examine(bench);

        Assert.Contains("2019 年  格式 2021（自带，由“格式”指定）", run.Out, StringComparison.Ordinal);
        Assert.Contains("规则  in-force 在 reportc.yaml 中改为“关”", run.Out, StringComparison.Ordinal);
        Assert.Contains("edition 2021 (built in, set by 格式)", Examine(bench, "--lang", "en").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Own_editions_rules_and_templates_are_told()
    {
        var edition = File.ReadAllText(Path.Combine(Repository.Root, "src/ReportCompiler/Forms/Editions/2021.yaml"));
        using var bench = Workbench.WithProject().Write("editions/2021.yaml", edition)
            .Write("rules/本地.yaml", "规则:\n  - {规则: natural-persons, 代码: L001, 名称: 自然人申请不少于商业企业申请, "
                + "英文: natural persons send more, 级别: 警告, 表: 依申请公开, 每: 行, 式: 商业企业 <= 自然人, 核对: 商业企业, 依据: "
                + "口径, 补救: 核对, 补救英文: check}\n")
            .Write("templates/contact", "{{ include 'own' }}").Write("templates/own", "x");

        var run = Examine(bench);

        Assert.Contains("格式 2021（项目自有）", run.Out, StringComparison.Ordinal);
        Assert.Contains("✓ 正常  本地规则  natural-persons\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("✓ 正常  templates/contact  替换自带的\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("✓ 正常  templates/own      由 contact 引用\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Nested_projects_are_told()
    {
        using var bench = new Workbench().AddProject(folder: "districts/a").AddProject(folder: "districts/b")
            .Write("reportc.yaml", "机关: 某市人民政府\n单位: []\n下级: [districts/*]\n").Write("districts/b/reportc.yaml", "机构: 乙\n");

        var run = Examine(bench);

        Assert.Contains("✓ 正常  下级  districts/a，年度：2021\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("✗ 问题  下级  districts/b 的 reportc.yaml 有误\n          改法：运行 reportc doctor -p districts/b\n", run.Out,
            StringComparison.Ordinal);
        Assert.Equal(1, run.Status);
    }

    [Fact]
    public void A_folder_of_projects_is_looked_at_one_by_one()
    {
        using var bench = new Workbench().AddProject(folder: "all/a").AddProject(Workbench.Broken, "all/b");

        var run = Examine(bench, "-p", "all");

        Assert.Equal(1, run.Status);
        Assert.Contains("项目（a）\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("项目（b）\n", run.Out, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Examine(bench, "-p", "all", "--format", "json").Out);
        Assert.Contains("b/data/2021/甲.yaml", json.RootElement.GetProperty("files").EnumerateArray()
            .Select(f => f.GetProperty("file").GetString()));
    }

    [Fact]
    public void Errors_in_the_data_are_a_problem_with_the_command_that_shows_them()
    {
        using var bench = Workbench.WithProject(Workbench.Broken);

        Assert.Equal(("year", "problem", "data/2021"), Only(bench, 1));
        Assert.Contains("改法：运行 reportc check 2021 查看\n", Examine(bench).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void No_data_is_a_problem()
    {
        using var bench = new Workbench().Write("reportc.yaml", "机关: 某县人民政府\n");

        Assert.Equal(("no-data", "problem", "data"), Only(bench, 1));
    }

    [Theory]
    [InlineData("out")]
    [InlineData("out/2021")]
    public void An_output_folder_that_cannot_be_written_is_3(string file)
    {
        using var bench = Workbench.WithProject().Write(file, "");

        var run = Examine(bench);

        Assert.Equal(3, run.Status);
        Assert.Contains("✗ 问题  读写", run.Out, StringComparison.Ordinal);
        Assert.Contains("是文件，不是文件夹", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void It_leaves_no_trace()
    {
        using var bench = Workbench.WithProject();
        var files = bench.Files();
        var time = Directory.GetLastWriteTimeUtc(bench.Root);

        Examine(bench);
        Assert.Equal(files, bench.Files());
        Assert.Equal(time, Directory.GetLastWriteTimeUtc(bench.Root));

        bench.Run("build");
        time = Directory.GetLastWriteTimeUtc(bench.Full("out/2021"));
        Examine(bench);
        Assert.Equal(time, Directory.GetLastWriteTimeUtc(bench.Full("out/2021")));
        Assert.False(Directory.Exists(bench.Full("elsewhere")));
        Assert.Equal(0, Examine(bench, "-o", "elsewhere/deep").Status);
        Assert.False(Directory.Exists(bench.Full("elsewhere")));
    }

    [Fact]
    public void Json_says_the_same_for_programs()
    {
        using var bench = Workbench.WithProject();

        using var json = JsonDocument.Parse(Examine(bench, "--format", "json").Out);
        var root = json.RootElement;

        Assert.Equal(["version", "status", "diagnostics", "topics", "files", "summary"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["program", "project", "years", "names", "encodings", "templates", "output"], root.GetProperty("topics")
            .EnumerateArray().Select(t => t.GetProperty("topic").GetString()));
        Assert.Equal(0, root.GetProperty("summary").GetProperty("problem").GetInt32());
        Assert.All(root.GetProperty("topics").EnumerateArray().SelectMany(t => t.GetProperty("remarks").EnumerateArray()),
            r => Assert.Equal(["kind", "mark", "title", "message", "help", "file"], r.EnumerateObject().Select(p => p.Name)));
    }

    private static Machine Here() => new(".NET 10", "Windows 11", "win-x64", "936 / 65001");

    private static Run Examine(Workbench bench, params string[] args) => bench.RunWith(h => h with { Machine = Here }, ["doctor", .. args]);

    /// <summary>The one remark that is worth a look.</summary>
    private static (string Kind, string Mark, string? File) Only(Workbench bench, int status) => Assert.Single(Remarks(bench, status));

    private static List<(string Kind, string Mark, string? File)> Remarks(Workbench bench, int status)
    {
        var run = Examine(bench, "--format", "json");
        Assert.Equal((status, ""), (run.Status, run.Error));
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(status, json.RootElement.GetProperty("status").GetInt32());
        return [.. json.RootElement.GetProperty("topics").EnumerateArray().SelectMany(t => t.GetProperty("remarks").EnumerateArray())
            .Where(r => r.GetProperty("mark").GetString() is "attention" or "problem")
            .Select(r => (r.GetProperty("kind").GetString()!, r.GetProperty("mark").GetString()!, r.GetProperty("file").GetString()))];
    }
}
