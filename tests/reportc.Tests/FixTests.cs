using System.Text;
using Reportc.Files;
using Xunit;

namespace Reportc.Tests;

/// <summary><c>check --fix</c>, <c>--fix-totals</c> and <c>--diff</c>: what is written, what is told, what is left alone.</summary>
public sealed class FixTests
{
    /// <summary>Slips in three lines; the remark and the line ends are the clerk's own.</summary>
    private static readonly string Slipped = Workbench.Sound
        .Replace("主动公开: 无", "主动公开：{行政许可: １２件}  # 备注：不动", StringComparison.Ordinal)
        .Replace("{自然人: 3}", "｛自然人：3｝", StringComparison.Ordinal);

    private static readonly string Mended = Workbench.Sound.Replace("主动公开: 无", "主动公开: {行政许可: 12}  # 备注：不动",
        StringComparison.Ordinal);

    [Fact]
    public void A_file_is_mended_in_its_places_and_then_checked()
    {
        using var bench = Workbench.WithProject(Slipped);

        var run = bench.Run("check", "--fix");

        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Equal(Mended, bench.Read("data/2021/甲.yaml"));
        Assert.StartsWith("""
            已改正 data/2021/甲.yaml：全角冒号 2 处，数字后的单位 1 处，全角括号 2 处
              第 3 行：“主动公开：{行政许可: １２件}  # 备注：不动”改为“主动公开: {行政许可: 12}  # 备注：不动”
              第 5 行：“本年新收: ｛自然人：3｝”改为“本年新收: {自然人: 3}”


            """.ReplaceLineEndings("\n"), run.Out, StringComparison.Ordinal);
        Assert.EndsWith("0 个错误，0 个警告，2 个提示（-v 列出）；已改正 5 处，写入 1 个文件\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_told_in_English_too()
    {
        using var bench = Workbench.WithProject(Slipped);

        Assert.StartsWith(
            "mended data/2021/甲.yaml: full-width colon: 2, unit behind a figure: 1, full-width bracket: 2\n  line 3: “主动公开：",
            bench.Run("check", "--fix", "--lang", "en").Out, StringComparison.Ordinal);
        Assert.EndsWith("; nothing to mend\n", bench.Run("check", "--fix", "--lang", "en").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_run_changes_nothing_and_keeps_the_time()
    {
        using var bench = Workbench.WithProject(Slipped);
        bench.Run("check", "--fix");
        File.SetLastWriteTimeUtc(bench.Full("data/2021/甲.yaml"), DateTime.UnixEpoch);

        var run = bench.Run("check", "--fix");

        Assert.EndsWith("；没有可以自动改正的\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("已改正", run.Out, StringComparison.Ordinal);
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(bench.Full("data/2021/甲.yaml")));
    }

    [Fact]
    public void What_takes_a_decision_stays_a_finding()
    {
        var data = Slipped.Replace("复议诉讼: 无", "复议诉讼: {行政复议: {结果维持: 十二, 结果纠正: /, 其他结果: 014, 尚未审结: -}}",
            StringComparison.Ordinal);
        using var bench = Workbench.WithProject(data);

        var run = bench.Run("check", "--fix");

        Assert.Equal(1, run.Status);
        Assert.Equal(4, run.Out.Split("错误[RC1020]").Length - 1);
        Assert.Contains("{结果维持: 十二, 结果纠正: /, 其他结果: 014, 尚未审结: -}", bench.Read("data/2021/甲.yaml"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data/2021/甲.yaml")]
    [InlineData("2021")]
    [InlineData("--all")]
    public void Files_years_and_everything_are_mended(string what)
    {
        using var bench = Workbench.WithProject(Slipped);

        Assert.Equal(0, bench.Run("check", "--fix", what).Status);
        Assert.Equal(Mended, bench.Read("data/2021/甲.yaml"));
    }

    [Fact]
    public void A_file_outside_any_project_is_mended_under_its_name_with_spaces()
    {
        using var bench = new Workbench().Write("年报 数据/甲 局 (1).yaml", Slipped);

        var run = bench.Run("check", "--fix", "年报 数据/甲 局 (1).yaml");

        Assert.Equal(0, run.Status);
        Assert.StartsWith("已改正 年报 数据/甲 局 (1).yaml：", run.Out, StringComparison.Ordinal);
        Assert.Equal(Mended, bench.Read("年报 数据/甲 局 (1).yaml"));
        Assert.Single(bench.Files());
    }

    [Fact]
    public void Line_ends_and_the_end_of_the_file_stay_as_they_are()
    {
        using var bench = new Workbench().Write("a.yaml", Mix(Slipped));

        bench.Run("check", "--fix", "a.yaml");

        Assert.Equal(Mix(Mended), bench.Read("a.yaml"));

        // Windows' line ends, one of Unix' between them, none at the end.
        static string Mix(string text) => text.TrimEnd('\n').Replace("\n", "\r\n", StringComparison.Ordinal)
            .Replace("年度: 2021\r\n", "年度: 2021\n", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GB18030", "GB18030 编码 1 处")]
    [InlineData("utf-16", "UTF-16 编码 1 处")]
    [InlineData("utf-8", "字节顺序标记（BOM）1 处")]
    public void A_foreign_encoding_becomes_utf_8(string encoding, string told)
    {
        using var bench = new Workbench();
        var foreign = (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding));
        File.WriteAllBytes(bench.Full("a.yaml"), [.. foreign.GetPreamble(), .. foreign.GetBytes(Workbench.Sound)]);

        var run = bench.Run("check", "--fix", "a.yaml");

        Assert.Equal(0, run.Status);
        Assert.Contains(told, run.Out, StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.GetBytes(Workbench.Sound), File.ReadAllBytes(bench.Full("a.yaml")));
    }

    [Theory]
    [InlineData("GB18030", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-8", false)]
    public void A_file_in_a_foreign_encoding_is_kept_as_it_was_and_no_command_reads_that(string encoding, bool isKept)
    {
        using var bench = Workbench.WithProject();
        var foreign = (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding));
        byte[] bytes = [.. foreign.GetPreamble(), .. foreign.GetBytes(Workbench.Sound)];
        File.WriteAllBytes(bench.Full("data/2021/甲.yaml"), bytes);

        var run = bench.Run("check", "--fix", "--lang", "en");
        var again = bench.Run("check", "--fix", "--lang", "en");

        Assert.Equal((0, 0), (run.Status, again.Status));
        Assert.Equal(isKept, File.Exists(bench.Full("data/2021/甲.yaml.orig")));
        Assert.Equal(isKept, run.Out.Contains("\n  the file as it was is kept as data/2021/甲.yaml.orig, which no command reads; "
            + "delete it when all is right\n", StringComparison.Ordinal));
        if (isKept) Assert.Equal(bytes, File.ReadAllBytes(bench.Full("data/2021/甲.yaml.orig")));
        Assert.DoesNotContain("mended", again.Out, StringComparison.Ordinal);
        foreach (var command in (string[])["build", "status", "doctor", "import"])
        {
            var read = command == "import" ? bench.Run("import", "data/2021", "-o", "imported") : bench.Run(command);
            Assert.DoesNotContain(".orig", read.Out + read.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Where_the_file_as_it_was_cannot_be_kept_nothing_is_written()
    {
        using var bench = new Workbench();
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Workbench.Sound);
        File.WriteAllBytes(bench.Full("a.yaml"), bytes);
        Directory.CreateDirectory(bench.Full("a.yaml.orig/x"));

        var run = bench.Run("check", "--fix", "a.yaml");

        Assert.Equal(3, run.Status);
        Assert.Contains("a.yaml.orig", run.Out + run.Error, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(bench.Full("a.yaml")));
    }

    [Fact]
    public void Among_files_named_by_a_shell_the_one_that_is_kept_is_passed_over_and_told()
    {
        using var bench = Workbench.WithProject();
        bench.Write("data/2021/甲.yaml.orig", "x");

        var run = bench.Run("check", "data/2021/甲.yaml", "data/2021/甲.yaml.orig");

        Assert.Equal((0, "data/2021/甲.yaml.orig 是改正前的原文件，没有核对\n"), (run.Status, run.Error));
    }

    [Fact]
    public void A_damaged_file_is_not_turned_into_garbage_for_good()
    {
        using var bench = new Workbench();
        var bytes = Encoding.UTF8.GetBytes(Workbench.Sound);
        File.WriteAllBytes(bench.Full("a.yaml"), [.. bytes.AsSpan(0, 5), .. bytes.AsSpan(6)]);

        var run = bench.Run("check", "--fix", "a.yaml");

        Assert.Equal(1, run.Status);
        Assert.Contains("错误[RC1001]：文件不是文本", run.Out, StringComparison.Ordinal);
        Assert.Equal(bytes.Length - 1, File.ReadAllBytes(bench.Full("a.yaml")).Length);
    }

    [Fact]
    public void The_files_of_the_project_are_mended_first_and_what_is_nested_too()
    {
        using var bench = Workbench.WithProject(Slipped).AddProject(Slipped, "districts/乙区");
        bench.Write("reportc.yaml",
            bench.Read("reportc.yaml").Replace("机关: ", "机关：", StringComparison.Ordinal) + "下级：[districts/*]\n");
        bench.Write("districts/乙区/reportc.yaml",
            bench.Read("districts/乙区/reportc.yaml").Replace("某县", "乙区", StringComparison.Ordinal));

        var run = bench.Run("check", "--fix");

        Assert.Equal(0, run.Status);
        Assert.StartsWith("机关: 某县人民政府\n", bench.Read("reportc.yaml"), StringComparison.Ordinal);
        Assert.Equal(Mended, bench.Read("districts/乙区/data/2021/甲.yaml"));
        Assert.EndsWith("写入 3 个文件\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Named_files_alone_are_written()
    {
        using var bench = Workbench.WithProject(Slipped).Write("narrative/2021.md", "\uFEFF## 一、总体情况\n");
        bench.Write("reportc.yaml", bench.Read("reportc.yaml").Replace("机关: ", "机关：", StringComparison.Ordinal));

        var run = bench.Run("check", "--fix", "data/2021/甲.yaml");

        Assert.Equal(2, run.Status);
        Assert.Equal(Mended, bench.Read("data/2021/甲.yaml"));
        Assert.StartsWith("机关：", bench.Read("reportc.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_narrative_only_the_encoding_is_touched()
    {
        using var bench = Workbench.WithProject();
        var text = bench.Read("narrative/2021.md") + "全角：１２，｛｝\t\n";
        File.WriteAllBytes(bench.Full("narrative/2021.md"), CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text));

        bench.Run("check", "--fix");

        Assert.Equal(text, bench.Read("narrative/2021.md"));
    }

    [Fact]
    public void The_difference_is_a_patch_and_nothing_is_written()
    {
        using var bench = Workbench.WithProject(Slipped);

        var run = bench.Run("check", "--diff");

        Assert.Equal(1, run.Status);
        Assert.Equal("""
            --- data/2021/甲.yaml
            +++ data/2021/甲.yaml
            @@ -1,8 +1,8 @@
             单位: 甲局
             年度: 2021
            -主动公开：{行政许可: １２件}  # 备注：不动
            +主动公开: {行政许可: 12}  # 备注：不动
             依申请公开:
            -  本年新收: ｛自然人：3｝
            +  本年新收: {自然人: 3}
               上年结转: 无
               办理结果:
                 予以公开: {自然人: 2}

            """.ReplaceLineEndings("\n"), run.Out);
        Assert.Equal("3 个错误，其中 3 处可以自动改正（加 --fix 写入）\n", run.Error);
        Assert.Equal(Slipped, bench.Read("data/2021/甲.yaml"));
        Assert.Equal(run, bench.Run("check", "--fix", "--diff"));
    }

    [Fact]
    public void Without_anything_to_mend_the_difference_is_empty_and_the_status_that_of_the_check()
    {
        using var sound = Workbench.WithProject();
        using var broken = Workbench.WithProject(Workbench.Broken);

        Assert.Equal(new Run(0, "", "0 个错误，其中 0 处可以自动改正（加 --fix 写入）\n"), sound.Run("check", "--diff"));
        Assert.Equal((1, ""), (broken.Run("check", "--diff").Status, broken.Run("check", "--diff").Out));
    }

    [Fact]
    public void Another_encoding_is_told_beside_the_difference()
    {
        using var bench = new Workbench();
        File.WriteAllBytes(bench.Full("a.yaml"), CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Workbench.Sound));

        var run = bench.Run("check", "--diff", "a.yaml");

        Assert.Equal((1, ""), (run.Status, run.Out));
        Assert.StartsWith("a.yaml：GB18030 编码，将改为 UTF-8，原来的文件留作 a.yaml.orig\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_mended_onto_standard_output()
    {
        using var bench = new Workbench();

        var run = bench.RunWith(h => h with { In = Workbench.Input(Slipped.Replace("\n", "\r\n", StringComparison.Ordinal)) }, "check",
            "--fix", "-");
        var broken = bench.RunWith(h => h with { In = Workbench.Input(Workbench.Broken) }, "check", "--fix", "-");
        var diff = bench.RunWith(h => h with { In = Workbench.Input(Slipped) }, "check", "--diff", "-");

        Assert.Equal((0, Mended.Replace("\n", "\r\n", StringComparison.Ordinal)), (run.Status, run.Out));
        Assert.Equal((1, Workbench.Broken), (broken.Status, broken.Out));
        Assert.Contains("错误[RC2003]", broken.Error, StringComparison.Ordinal);
        Assert.StartsWith("--- -\n+++ -\n@@ -1,8 +1,8 @@\n", diff.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--diff 与 --format json 只能写一样", "--diff", "--format", "json")]
    [InlineData("改正标准输入时，- 要单独写", "--fix", "-", "a.yaml")]
    [InlineData("改正后的文件写到标准输出，不能同时写 --format sarif", "--fix", "--format", "sarif", "-")]
    public void What_cannot_be_had_together_is_2(string message, params string[] args)
    {
        using var bench = Workbench.WithProject(Slipped).Write("a.yaml", Slipped);

        var run = bench.Run(["check", .. args]);

        Assert.Equal(2, run.Status);
        Assert.Contains(message, run.Out + run.Error, StringComparison.Ordinal);
        Assert.Equal(Slipped, bench.Read("a.yaml"));
    }

    [Fact]
    public void With_json_standard_output_is_json_alone()
    {
        using var bench = Workbench.WithProject(Slipped);

        var run = bench.Run("check", "--fix", "--format", "json");

        Assert.StartsWith("{\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("\"errors\": 0", run.Out, StringComparison.Ordinal);
        Assert.StartsWith("已改正 data/2021/甲.yaml：", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_fix_one_line_says_what_it_would_do()
    {
        using var bench = Workbench.WithProject(Slipped);

        Assert.EndsWith("\n其中 3 处可以自动改正：加 --fix 改正，加 --diff 先看怎样改\n", bench.Run("check").Out, StringComparison.Ordinal);
        Assert.EndsWith("\n3 of these can be mended by --fix; --diff shows how\n", bench.Run("check", "--lang", "en").Out,
            StringComparison.Ordinal);
        Assert.DoesNotContain("--fix", bench.Run("check", "-q").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_total_its_details_contradict_is_made_anew_where_that_is_asked_for()
    {
        var wrong = Workbench.Sound.Replace("总计: {自然人: 2}", "总计: {自然人: 2, 总计: \"7\"}", StringComparison.Ordinal);
        using var bench = Workbench.WithProject(wrong);

        Assert.Equal(1, bench.Run("check", "--fix").Status);
        Assert.Equal(wrong, bench.Read("data/2021/甲.yaml"));
        var run = bench.Run("check", "--fix-totals");

        Assert.Equal(0, run.Status);
        Assert.StartsWith("已改正 data/2021/甲.yaml：总计 1 处\n  data/2021/甲.yaml:9：依申请公开.办理结果.总计.总计 7 → 2\n\n", run.Out,
            StringComparison.Ordinal);
        Assert.Equal(wrong.Replace("\"7\"", "\"2\"", StringComparison.Ordinal), bench.Read("data/2021/甲.yaml"));
    }

    [Fact]
    public void Where_a_detail_may_be_wrong_instead_that_is_said()
    {
        var data = "单位: 甲局\n年度: 2021\n主动公开: 无\n依申请公开: 无\n复议诉讼:\n  行政复议: {结果维持: 3, 结果纠正: 1, 总计: 5}\n";
        using var bench = Workbench.WithProject(data);

        var run = bench.Run("check", "--fix-totals");

        Assert.Equal(0, run.Status);
        Assert.Contains("复议诉讼.行政复议.总计 5 → 4\n  请对照台账：也可能是分项写错，例如“复议诉讼.行政复议.", run.Out,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("总计: {总计: 5}", "a total without details")]
    [InlineData("总计: {自然人: 十, 总计: 5}", "an unreadable detail")]
    [InlineData("总计: {自然人: 3}", "the balance is broken, but every total is its details'")]
    public void A_total_without_sound_details_stands(string total, string why)
    {
        var data = Workbench.Sound.Replace("予以公开: {自然人: 2}", total.Contains('3') ? "予以公开: {自然人: 3}" : "予以公开: {}",
            StringComparison.Ordinal)
            .Replace("总计: {自然人: 2}", total, StringComparison.Ordinal);
        using var bench = Workbench.WithProject(data);

        Assert.Equal(1, bench.Run("check", "--fix-totals").Status);
        Assert.True(data == bench.Read("data/2021/甲.yaml"), why);
    }

    [Fact]
    public void The_totals_an_authority_states_of_its_units_are_not_made_anew()
    {
        var own = "单位: 某县人民政府\n年度: 2021\n主动公开: 无\n依申请公开: 无\n复议诉讼:\n  行政复议: {结果维持: 3, 总计: 5}\n";
        using var bench = Workbench.WithProject().Write("data/2021/本级.yaml", own);

        bench.Run("check", "--fix-totals");

        Assert.Equal(own, bench.Read("data/2021/本级.yaml"));
    }

    [Fact]
    public void A_file_another_program_holds_is_left_and_the_others_are_mended()
    {
        using var bench = Workbench.WithProject(Slipped)
            .Write("data/2021/丙.yaml", Slipped.Replace("甲局", "丙局", StringComparison.Ordinal));
        bench.Write("reportc.yaml", bench.Read("reportc.yaml").Replace("[甲局]", "[甲局, 丙局]", StringComparison.Ordinal));
        using var wps = new FileStream(bench.Full("data/2021/丙.yaml"), FileMode.Open, FileAccess.Read, FileShare.Read);

        var run = bench.Run("check", "--fix");

        Assert.Equal(3, run.Status);
        Assert.Equal(Mended, bench.Read("data/2021/甲.yaml"));
        Assert.StartsWith("错误[RC9002]：无法写入 ", run.Error, StringComparison.Ordinal);
        Assert.Contains("丙.yaml：另一个程序正打开着它\n = 改法：在 WPS、Word 或浏览器中关闭它后再试\n", run.Error,
            StringComparison.Ordinal);
        Assert.Contains("[RC1003]", run.Out, StringComparison.Ordinal);
        Assert.Equal(4, bench.Files().Count);
    }

    [Fact]
    public void A_file_changed_meanwhile_is_not_overwritten()
    {
        using var bench = new Workbench().Write("a.yaml", "new");

        var failure = Assert.Single(DiskWriter.Replace([(bench.Full("a.yaml"), "old"u8.ToArray(), [1])]))!;

        Assert.Contains("刚才有别的程序改了它", failure.Diagnostic.Message.Chinese, StringComparison.Ordinal);
        Assert.Equal("new", bench.Read("a.yaml"));
    }

    [Fact]
    public void Behind_a_link_the_file_is_mended_and_the_link_stays()
    {
        using var bench = Workbench.WithProject().Write("共享/甲.yaml", Slipped);
        File.Delete(bench.Full("data/2021/甲.yaml"));
        File.CreateSymbolicLink(bench.Full("data/2021/甲.yaml"), "../../共享/甲.yaml");

        Assert.Equal(0, bench.Run("check", "--fix").Status);

        Assert.Equal("../../共享/甲.yaml", new FileInfo(bench.Full("data/2021/甲.yaml")).LinkTarget);
        Assert.Equal(Mended, bench.Read("共享/甲.yaml"));
    }

    [Fact]
    public void The_permissions_stay()
    {
        using var bench = new Workbench().Write("a.yaml", Slipped);
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("there they are the folder's");
            return;
        }
        File.SetUnixFileMode(bench.Full("a.yaml"), UnixFileMode.UserRead | UnixFileMode.UserWrite);

        bench.Run("check", "--fix", "a.yaml");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(bench.Full("a.yaml")));
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_once()
    {
        using var bench = new Workbench();

        var run = bench.Run("check", "--fix", "没有.yaml");

        Assert.Equal(3, run.Status);
        Assert.Equal(2, run.Error.Split("RC9002").Length);
    }

    [Fact]
    public void A_year_that_is_not_there_is_2_and_nothing_is_written()
    {
        using var bench = Workbench.WithProject(Slipped);

        Assert.Equal(2, bench.Run("check", "--fix", "2031").Status);
        Assert.Equal(Slipped, bench.Read("data/2021/甲.yaml"));
    }

    [Fact]
    public void A_file_of_another_ending_is_named()
    {
        using var bench = Workbench.WithProject().Write("data/2021/乙.yaml.txt", Slipped).Write("data/2021/~$乙.docx", "")
            .Write("data/2021/.说明.txt", "").Write("data/2021/desktop.ini", "");

        var run = bench.Run("check");

        Assert.Equal(0, run.Status);
        Assert.Contains("警告[RC1007]：没有读这个文件：“.txt”不是数据文件的后缀\n --> data/2021/乙.yaml.txt:1:1\n", run.Out,
            StringComparison.Ordinal);
        Assert.Contains("0 个错误，1 个警告", run.Out, StringComparison.Ordinal);
    }
}
