using System.Globalization;
using System.Text;
using System.Text.Json;
using Reportc.Shell;
using Reportc.Tests.Schemas;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;
using Xunit;

namespace Reportc.Tests;

/// <summary><c>init</c>.</summary>
public sealed class InitTests
{
    private static Host In2022(Host host) => host with { Today = static () => new DateOnly(2022, 1, 10) };

    [Fact]
    public void A_new_project_builds_at_once()
    {
        using var bench = new Workbench();

        var run = bench.RunWith(In2022, "init", "年报", "--name", "某某区人民政府");

        Assert.Equal(0, run.Status);
        Assert.Equal(["年报/.gitignore", "年报/.reportc/2021.schema.json", "年报/.reportc/reportc.schema.json",
            "年报/data/2021/示例一局.yaml",
            "年报/data/2021/示例二局.yaml", "年报/narrative/2021.md", "年报/reportc.yaml"], bench.Files("年报"));
        Assert.Equal("# yaml-language-server: $schema=.reportc/reportc.schema.json", bench.Read("年报/reportc.yaml").Split('\n')[0]);
        Assert.All(bench.Files("年报"), f => Assert.Contains(f + "\n", run.Out, StringComparison.Ordinal));
        var build = bench.Run("build", "-p", "年报");
        Assert.Equal(0, build.Status);
        Assert.Contains("0 个错误，1 个警告", build.Error, StringComparison.Ordinal);
        Assert.Contains("联系方式", build.Error, StringComparison.Ordinal);
        var report = bench.Read("年报/out/2021/report.md");
        Assert.StartsWith("# 某某区人民政府2021年政府信息公开工作年度报告\n\n**示例，不得发布", report, StringComparison.Ordinal);
        // Where the real units are put on the roster the example's files are errors.
        bench.Write("年报/reportc.yaml", bench.Read("年报/reportc.yaml").Replace("示例一局", "区教育局", StringComparison.Ordinal));
        Assert.Contains("名册中没有“示例一局”", bench.Run("build", "-p", "年报").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2014")]
    [InlineData("2019")]
    [InlineData("2020")]
    [InlineData("2021")]
    [InlineData("2030")]
    public void The_example_is_right_on_every_edition(string year)
    {
        using var bench = new Workbench();

        Assert.Equal(0, bench.Run("init", "a", "--year", year).Status);

        var check = bench.Run("check", "-p", "a");
        Assert.Equal(0, check.Status);
        Assert.EndsWith("，0 条不成立；0 个错误，1 个警告\n", check.Out, StringComparison.Ordinal);
        // Filled in or not, the files fit the schema that their first line names.
        var run = bench.Run("new", (int.Parse(year, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture), "-p", "a");
        Assert.Equal((0, 2), (run.Status, run.Out.Split('\n').Count(l => l.StartsWith("a/data/", StringComparison.Ordinal))));
        Assert.All(bench.Files("a").Where(f => f.EndsWith(".yaml", StringComparison.Ordinal)), f => Assert.Empty(Misfits(bench, f)));
    }

    private static IEnumerable<string> Misfits(Workbench bench, string file)
    {
        var document = YamlReader.Read(new Findings(), new Source(file, Encoding.UTF8.GetBytes(bench.Read(file))))!;
        var modeline = bench.Read(file).Split('\n')[0].Split("$schema=")[1];
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Join(Path.GetDirectoryName(bench.Full(file)), modeline)));
        return [.. Schema.Faults(schema.RootElement, YamlJson.Of(document.Root)).Select(f => f.ToString())];
    }

    [Fact]
    public void The_working_folder_gives_the_name()
    {
        using var bench = new Workbench();
        Directory.CreateDirectory(bench.Full("甲 \"区\" #1"));

        var run = bench.RunWith(h => In2022(h) with { Folder = bench.Full("甲 \"区\" #1") }, "init");

        Assert.Equal(0, run.Status);
        Assert.Contains("机关: \"甲 \\\"区\\\" #1\"", bench.Read("甲 \"区\" #1/reportc.yaml"), StringComparison.Ordinal);
        Assert.Equal(0, bench.Run("build", "-p", "甲 \"区\" #1").Status);
        Assert.Contains("1. 看看报告的样子：reportc build\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("reportc build -p \"b c\"\n", bench.RunWith(In2022, "init", "b c").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_overwritten()
    {
        using var bench = new Workbench().Write(".gitignore", "mine\n").Write("narrative/2021.md", "mine\n").Write("note.txt", "mine\n");

        var run = bench.RunWith(In2022, "init");

        Assert.Equal(0, run.Status);
        Assert.Equal(["mine\n", "mine\n", "mine\n"], [bench.Read(".gitignore"), bench.Read("narrative/2021.md"), bench.Read("note.txt")]);
        Assert.Contains("已有，没有改动：.gitignore\n已有，没有改动：narrative/2021.md\n", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(".gitignore", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Examples_are_not_added_to_real_figures()
    {
        using var bench = new Workbench().Write("data/2021/甲.yaml", Workbench.Sound);

        var run = bench.RunWith(In2022, "init", "--name", "甲局");

        Assert.Equal(0, run.Status);
        Assert.Equal([".gitignore", ".reportc/2021.schema.json", ".reportc/reportc.schema.json", "data/2021/甲.yaml", "reportc.yaml"],
            bench.Files());
        Assert.Contains("已有数据，没有写示例", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, bench.Run("build").Status);
    }

    [Fact]
    public void A_project_is_left_alone()
    {
        using var bench = Workbench.WithProject();
        var before = bench.Files();

        var run = bench.RunWith(In2022, "init");

        Assert.Equal((2, ""), (run.Status, run.Out));
        Assert.Contains("这里已经是项目：有 reportc.yaml", run.Error, StringComparison.Ordinal);
        Assert.Contains("要 VS Code 的设置，加 --vscode", run.Error, StringComparison.Ordinal);
        var named = bench.RunWith(In2022, "init", "--vscode", "--name", "乙县");
        Assert.Equal((2, ""), (named.Status, named.Out));
        Assert.Contains("机关的名称写在 reportc.yaml 中", named.Error, StringComparison.Ordinal);
        Assert.Equal(before, bench.Files());
        Assert.Contains("this is a project already", bench.RunWith(In2022, "init", "--lang", "en").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_that_is_there_gets_what_an_editor_needs()
    {
        using var bench = Workbench.WithProject();
        var (before, project) = (bench.Files(), bench.Read("reportc.yaml"));

        var run = bench.RunWith(h => In2022(h) with { Today = static () => new DateOnly(2026, 1, 5) }, "init", "--vscode");

        string[] written = [".vscode/settings.json", ".vscode/extensions.json", ".vscode/reportc.code-snippets",
            ".reportc/reportc.schema.json", ".reportc/2021.schema.json"];
        Assert.Equal((string.Join('\n', written) + "\n", "", 0), (run.Out, run.Error, run.Status));
        Assert.Equal(before.Concat(written).Order(StringComparer.Ordinal), bench.Files().Order(StringComparer.Ordinal));
        Assert.Equal(project, bench.Read("reportc.yaml"));
        Assert.Contains("\"data/2021/*.yaml\"", bench.Read(".vscode/settings.json"), StringComparison.Ordinal);
        Assert.Equal(bench.Run("schema", "reportc.yaml").Out, bench.Read(".reportc/reportc.schema.json"));
        Assert.Equal(bench.Run("schema", "2021").Out, bench.Read(".reportc/2021.schema.json"));
    }

    [Fact]
    public void Of_the_editors_files_only_the_missing_ones_are_written()
    {
        using var bench = Workbench.WithProject().Write(".vscode/settings.json", "mine\n").Write(".reportc/2021.schema.json", "mine\n");

        var run = bench.RunWith(In2022, "init", ".", "--vscode", "--lang", "en");

        Assert.Equal(("""
            .vscode/extensions.json
            .vscode/reportc.code-snippets
            .reportc/reportc.schema.json

            """.ReplaceLineEndings("\n"), """
            there already, left as it is: .vscode/settings.json
            there already, left as it is: .reportc/2021.schema.json

            """.ReplaceLineEndings("\n"), 0), (run.Out, run.Error, run.Status));
        Assert.Equal(["mine\n", "mine\n"], [bench.Read(".vscode/settings.json"), bench.Read(".reportc/2021.schema.json")]);
        Assert.Equal(("", 0), (bench.RunWith(In2022, "init", "--vscode").Out, bench.RunWith(In2022, "init", "--vscode").Status));
    }

    [Fact]
    public void A_faulty_project_gets_no_editor_files_but_its_error()
    {
        using var bench = Workbench.WithProject().Write("reportc.yaml", "机关关: 甲县\n");

        var run = bench.RunWith(In2022, "init", "--vscode");

        Assert.Equal((2, ""), (run.Status, run.Out));
        Assert.Contains("reportc.yaml:1:1", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Files(), f => f.StartsWith(".vscode", StringComparison.Ordinal));
    }

    [Fact]
    public void A_project_inside_another_is_no_part_of_it_yet()
    {
        using var bench = Workbench.WithProject();

        var run = bench.RunWith(h => In2022(h) with { Folder = bench.Full("data") }, "init", "乙县", "--lang", "en");

        Assert.Equal(0, run.Status);
        Assert.Contains($"note: {Session.Slashed(bench.Root)} is a project too", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_of_the_editor_are_JSON_and_the_snippets_are_the_form()
    {
        using var bench = new Workbench();

        Assert.Equal(0, bench.RunWith(In2022, "init", "--vscode", "--name", "甲县").Status);

        using var settings = JsonDocument.Parse(bench.Read(".vscode/settings.json"));
        Assert.Equal("utf8", settings.RootElement.GetProperty("files.encoding").GetString());
        Assert.Equal(["reportc.yaml", "data/2021/*.yaml"], settings.RootElement.GetProperty("yaml.schemas").EnumerateObject()
            .Select(p => p.Value.GetString()));
        using var extensions = JsonDocument.Parse(bench.Read(".vscode/extensions.json"));
        Assert.Equal("redhat.vscode-yaml", extensions.RootElement.GetProperty("recommendations")[0].GetString());
        using var snippets = JsonDocument.Parse(bench.Read(".vscode/reportc.code-snippets"));
        Assert.Equal(["单位数据文件（2021 版）", "主动公开（2021 版）", "依申请公开（2021 版）", "复议诉讼（2021 版）"],
            snippets.RootElement.EnumerateObject()
            .Select(p => p.Name));
        // What the editor inserts, with nothing typed at the stops but 无, is a right file.
        var body = string.Join('\n', snippets.RootElement.GetProperty("单位数据文件（2021 版）").GetProperty("body").EnumerateArray()
            .Select(l => l.GetString()));
        var inserted = System.Text.RegularExpressions.Regex.Replace(body, @"\$\{\d+:待填\}", "无")
            .Replace("\\}", "}", StringComparison.Ordinal) + "\n";
        Assert.DoesNotContain('$', inserted);
        bench.Write("a.yaml", inserted);
        var check = bench.Run("check", "a.yaml");
        Assert.True(check.Status == 0, check.Out);
    }

    [Theory]
    [InlineData("只能写一个文件夹，多写了“b”", "a", "b")]
    [InlineData("“去年”不是年度", "--year", "去年")]
    [InlineData("没有适用于 2013 年的格式", "--year", "2013")]
    [InlineData("没有机关的名称", "--name", " ")]
    [InlineData("没有机关的名称", "--name", "甲\n乙")]
    [InlineData("选项“--name”后面缺少值", "--name")]
    [InlineData("没有选项“--vscodium”", "--vscodium")]
    [InlineData("有一个参数是空的", "")]
    public void Wrong_words_are_refused(string answer, params string[] words)
    {
        using var bench = new Workbench();

        var run = bench.RunWith(In2022, ["init", .. words]);

        Assert.Equal((2, ""), (run.Status, run.Out));
        Assert.Contains(answer, run.Error, StringComparison.Ordinal);
        Assert.Empty(bench.Files());
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_a_failure()
    {
        using var bench = new Workbench().Write("年报", "");

        var run = bench.RunWith(In2022, "init", "年报", "--name", "甲县");

        Assert.Equal(3, run.Status);
        Assert.Contains("年报：这是文件，不是文件夹\n = 改法：把它改名或移走", run.Error, StringComparison.Ordinal);
    }
}
