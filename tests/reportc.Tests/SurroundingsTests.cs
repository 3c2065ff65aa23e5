using Xunit;

namespace Reportc.Tests;

/// <summary>Language, colours, help and what the user mistypes.</summary>
public sealed class SurroundingsTests
{
    [Theory]
    [InlineData(null, null, null, null, false)]
    [InlineData("C", null, "en_US.UTF-8", null, false)]
    [InlineData("POSIX", null, null, null, false)]
    [InlineData(null, null, "C.UTF-8", null, false)]
    [InlineData("en_US.UTF-8", null, "zh_CN.UTF-8", null, true)]
    [InlineData(null, "en", null, null, true)]
    [InlineData("", "", "en_GB", null, true)]
    [InlineData("zh_CN.UTF-8", "en_US", null, null, false)]
    [InlineData(null, null, null, "en-US", true)]
    [InlineData(null, null, null, "zh-CN", false)]
    [InlineData(null, null, "eno", null, false)]
    public void The_language_follows_the_surroundings(string? all, string? messages, string? lang, string? windows, bool english)
    {
        using var bench = new Workbench();
        string? Variable(string name) => name switch { "LC_ALL" => all, "LC_MESSAGES" => messages, "LANG" => lang, _ => null };
        var run = bench.RunWith(h => h with { UserLocale = windows, Variable = Variable }, "check");

        Assert.StartsWith(english ? "error[RC9001]: " : "错误[RC9001]：", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--lang", "en")]
    [InlineData("--lang=en")]
    public void Lang_goes_before_the_surroundings(params string[] lang)
    {
        using var bench = new Workbench();

        Assert.StartsWith("error[", bench.RunWith(h => h with { Variable = n => n == "LANG" ? "zh_CN" : null }, ["check", .. lang]).Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, true, true)]
    [InlineData("C", true, true)]
    [InlineData("C.UTF-8", true, true)]
    [InlineData("C.UTF-8", false, false)]
    [InlineData("zh_CN.UTF-8", true, false)]
    [InlineData("de_DE.UTF-8", true, false)]
    [InlineData("en_US.UTF-8", true, false)]
    [InlineData("C", true, false, "-q")]
    [InlineData("C", true, false, "--lang", "zh")]
    [InlineData("C", true, false, "--lang=en")]
    public void At_a_terminal_without_a_language_a_reader_of_English_is_not_lost(
        string? lang, bool terminal, bool told, params string[] options)
    {
        using var bench = Workbench.WithProject();

        foreach (var args in (string[][])[["check"], ["build", "2031"], ["--help"]])
        {
            var run = bench.RunWith(
                h => h with { ErrorIsTerminal = terminal, Variable = n => n == "LANG" ? lang : null }, [.. args, .. options]);

            Assert.Equal(told, run.Error.EndsWith("English: --lang en, or LANG=en_US.UTF-8; 只用中文：--lang zh，或 LANG=zh_CN.UTF-8\n",
                StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("没有选项“--darft”", "是不是“--draft”？", "build", "--darft")]
    [InlineData("没有选项“--formt”", "是不是“--format”？", "build", "--formt=md")]
    [InlineData("没有命令“chek”", "是不是“check”？", "chek")]
    [InlineData("--format 不能是“jsn”", "是不是“json”？可以写：text、json、sarif、github、html、note、note-docx",
        "check", "--format", "jsn")]
    public void A_slip_is_answered_with_the_nearest_word(string message, string help, params string[] args)
    {
        using var bench = new Workbench();

        Assert.Equal($"错误[RC9001]：{message}\n = 改法：{help}\n\n", bench.Run(args).Error);
    }

    [Theory]
    [InlineData("auto", true, null, true)]
    [InlineData("auto", false, null, false)]
    [InlineData("auto", true, "1", false)]
    [InlineData("auto", true, "", true)]
    [InlineData("always", false, "1", true)]
    [InlineData("never", true, null, false)]
    public void Colours_are_for_terminals(string color, bool terminal, string? noColor, bool coloured)
    {
        using var bench = Workbench.WithProject(Workbench.Broken);

        var run = bench.RunWith(h => h with { OutIsTerminal = terminal, Width = 80, Variable = n => n == "NO_COLOR" ? noColor : null },
            "check", "--color", color);

        Assert.Equal(coloured, run.Out.Contains('\e', StringComparison.Ordinal));
    }

    [Fact]
    public void Help_is_on_standard_output_in_either_language_with_examples()
    {
        using var bench = new Workbench();

        foreach (var command in (string[])["build", "check"])
        {
            var chinese = bench.Run(command, "--help");
            var english = bench.Run(command, "-h", "--lang", "en");
            Assert.Equal((0, 0, "", ""), (chinese.Status, english.Status, chinese.Error, english.Error));
            Assert.Contains("\n用法：\n  reportc " + command, chinese.Out, StringComparison.Ordinal);
            Assert.Contains("\n例子：\n  reportc " + command, chinese.Out, StringComparison.Ordinal);
            Assert.Contains("\nExamples:\n  reportc " + command, english.Out, StringComparison.Ordinal);
            Assert.DoesNotContain("选项", english.Out, StringComparison.Ordinal);
        }
        Assert.Contains("  check  ", bench.Run("--help").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Version_is_told_with_the_commit_and_the_editions()
    {
        using var bench = new Workbench();

        Assert.Matches(
            @"^reportc \d+\.\d+\.\d+(-[0-9a-z.-]+)? \(([0-9a-f]{9}(-changed)?, )?editions 2014 2019 2021\)\n$",
            bench.Run("--version").Out);
        Assert.Equal(bench.Run("--version"), bench.Run("--version", "--lang", "zh"));
    }

    [Fact]
    public void Check_writes_its_findings_to_standard_output()
    {
        using var bench = Workbench.WithProject(Workbench.Broken);

        var run = bench.Run("check");

        Assert.Empty(run.Error);
        Assert.Contains("错误[RC2003]", run.Out, StringComparison.Ordinal);
        Assert.Matches("1 个单位，检查 [0-9]+ 条勾稽关系，1 条不成立；1 个错误，0 个警告[^\n]*\n$", run.Out);
        Assert.Empty(bench.Files("out"));
    }
}
