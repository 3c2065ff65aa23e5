using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Fixes;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>What is read has limits, and each says which it is; how fast the work grows is measured by the benchmark “hostile”.</summary>
public sealed class LimitTests
{
    private const string Head = "单位: 甲\n年度: 2021\n依申请公开: 无\n复议诉讼: 无\n主动公开: ";

    /// <summary>A fault that is repeated, and how many findings each makes.</summary>
    public static TheoryData<string, int> Faults => new()
    {
        { "{未知#: 1}", 1 },
        { "{“行政许可#: 1}", 1 },
        { "{b#：1，c: 2}", 2 },
        { "{a#: &x 1}", 2 },
        { "{a#: *x}", 2 },
        { "{a#: !!int 1}", 2 },
        { "\u200B{a#: 1}", 2 },
        { "\t{a#: 1}", 2 },
        { "{行政许可: 1, 行政许可: #}", 1 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Beyond_two_hundred_findings_of_a_file_the_rest_is_counted(string fault, int each)
    {
        const int Times = 1000;
        var faults = Enumerable.Range(0, Times).Select(i => $"x{i}: {fault.Replace("#", $"{i}", StringComparison.Ordinal)}");
        var entries = string.Join(", ", faults);
        var found = InMemory.Read($"{Head}{{{entries}}}\n", 2021).Findings.All;
        Assert.Equal(Findings.MostOfAFile + 1, found.Count);
        Assert.Equal(Catalogue.MoreFindings, found[^1].Rule);
        Assert.Equal(Severity.Error, found[^1].Severity);
        Assert.InRange(found.Sum(f => f.StandsFor), Times, Times * (each + 2));
        Assert.Contains($"{found[^1].StandsFor} 处问题，超过限度 200", found[^1].Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void What_can_be_fixed_is_fixed_however_much_it_is()
    {
        var text = Head + string.Concat(Enumerable.Repeat("\u200B", 5000)) + "{行政许可: 1}\n";
        var after = Fixer.Data(new Source("a.yaml", Encoding.UTF8.GetBytes(text))).After;
        Assert.Equal(Head + "{行政许可: 1}\n", Encoding.UTF8.GetString(after.Bytes));
    }

    [Theory]
    [InlineData("", "[", 100_000, "", "嵌套超过 32 层")]
    [InlineData("", "{a: ", 100_000, "", "嵌套超过 32 层")]
    [InlineData("\n  ", "- ", 100_000, "", "嵌套超过 32 层")]
    [InlineData("[", "a, ", 250_000, "]", "文件里的项目超过 200000 个")]
    [InlineData("", "甲", 1_500_000, "", "超过限度 4194304 字节")]
    public void A_limit_is_named(string before, string part, int count, string after, string expected)
    {
        var text = Head + before + string.Concat(Enumerable.Repeat(part, count)) + after + "\n";
        Assert.Contains(InMemory.Read(text, 2021).Findings.All, f => f.Message.Chinese.Contains(expected, StringComparison.Ordinal));
    }
}
