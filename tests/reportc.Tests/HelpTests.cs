using System.CommandLine;
using System.Text.RegularExpressions;
using Reportc.Commands;
using ReportCompiler.Diagnostics;
using Xunit;

namespace Reportc.Tests;

/// <summary>Every command can be understood from its help, in either language.</summary>
public sealed partial class HelpTests
{
    public static TheoryData<string> Commands => [.. Root(Language.Chinese).Subcommands.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_is_described_with_its_words_and_options_in_both_languages(string name)
    {
        var (chinese, english) = (Verb(Language.Chinese, name), Verb(Language.English, name));

        Check(name, chinese.Description, english.Description);
        foreach (var (c, e) in chinese.Options.Zip(english.Options)) Check(c.Name, c.Description, e.Description);
        foreach (var (c, e) in chinese.Arguments.Zip(english.Arguments))
            Assert.False(string.IsNullOrWhiteSpace(c.Description) || string.IsNullOrWhiteSpace(e.Description), name);
        Assert.All(chinese.Options.Where(o => o.Arity.MaximumNumberOfValues > 0),
            o => Assert.False(string.IsNullOrEmpty(o.HelpName), $"{name} {o.Name}: the help does not say what its value is"));
    }

    [Fact]
    public void Common_options_are_described_in_both_languages()
    {
        foreach (var (c, e) in new CommonOptions(Language.Chinese).All.Zip(new CommonOptions(Language.English).All))
            Check(c.Name, c.Description, e.Description);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Examples_are_there_and_can_be_run(string name)
    {
        var verb = Verb(Language.Chinese, name);
        var common = new CommonOptions(Language.Chinese);
        var root = CommandLine.Root(Language.Chinese, common);

        Assert.InRange(verb.Examples.Count, 2, 12);
        foreach (var (line, meaning) in verb.Examples)
        {
            var words = line[line.IndexOf("reportc ", StringComparison.Ordinal)..].Split(['|', '>', ')'])[0]
                .Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(["reportc", name], words[..2]);
            Assert.Null(Usage.Fault(root.Parse(words[1..], new ParserConfiguration { ResponseFileTokenReplacer = null }),
                common.All)?.Message);
            Check(line, meaning.Chinese, meaning.English);
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_with_a_word_is_help_with_an_option(string name)
    {
        using var bench = new Workbench();

        Assert.Equal(bench.Run(name, "--help"), bench.Run("help", name));
    }

    [Fact]
    public void Without_a_command_the_help_is_shown_and_it_is_2()
    {
        using var bench = new Workbench();
        var help = bench.Run("--help");

        Assert.Equal(new Run(2, "", help.Out), bench.Run());
        Assert.Equal(help, bench.Run("help"));
        Assert.DoesNotContain("\n  complete ", help.Out, StringComparison.Ordinal);
        foreach (var command in Root(Language.Chinese).Subcommands)
            Assert.Contains($"\n  {command.Name} ", help.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("没有命令“biuld”", "是不是“build”？", "biuld")]
    [InlineData("没有命令“biuld”", "是不是“build”？", "help", "biuld")]
    [InlineData("“20201”不是年度", "写四位数字，例如 2021；连续几年写 2019..2025", "build", "20201")]
    [InlineData("一次只能查一个命令，多写了“check”", null, "help", "build", "check")]
    [InlineData("没有选项“--fromat”", "是不是“--format”？", "doctor", "--fromat", "json")]
    [InlineData("没有选项“-x”", "用 --help 查看可用的选项", "build", "-x")]
    [InlineData("doctor 不带参数，多写了“2021”", "用 --help 查看可用的选项", "doctor", "2021")]
    public void What_is_mistyped_is_answered_in_a_line_or_two(string message, string? help, params string[] args)
    {
        using var bench = Workbench.WithProject();

        Assert.Equal(new Run(2, "", $"错误[RC9001]：{message}\n{(help is null ? "" : $" = 改法：{help}\n")}\n"), bench.Run(args));
    }

    private static void Check(string what, string? chinese, string? english)
    {
        Assert.True(chinese is not null && Han().IsMatch(chinese), $"{what}: no Chinese in '{chinese}'");
        Assert.True(english is not null && Latin().IsMatch(english) && english != chinese, $"{what}: no English in '{english}'");
    }

    private static Verb Verb(Language language, string name) => (Verb)Root(language).Subcommands.Single(c => c.Name == name);

    private static Command Root(Language language) => CommandLine.Root(language, new CommonOptions(language));

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    [GeneratedRegex("[a-z]{2}")]
    private static partial Regex Latin();
}
