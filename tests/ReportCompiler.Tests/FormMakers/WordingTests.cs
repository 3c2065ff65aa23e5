using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests.FormMakers;

/// <summary>用语: the words of the pages that an edition says otherwise.</summary>
public sealed class WordingTests
{
    [Theory]
    [InlineData("联系: 有疑问请问{机关}（{联系方式}）", "nothing is filled in for “{机关}”, it would be printed as it stands")]
    [InlineData("联系: 有疑问请问{单位}", "“联系” has no {联系方式}, which would then not be printed")]
    [InlineData("章题: 第{序}部分", "“章题” has no {标题}, which would then not be printed")]
    [InlineData("日期: \"{年}-{月:0}-{日:00}\"", "nothing is filled in for “{月:0}”, it would be printed as it stands")]
    [InlineData("草稿: 草\"稿", "“草稿” cannot hold any of \" \\ <")]
    [InlineData("和计: 总数", "there is no field “和计” here")]
    [InlineData("合计: [总数]", "“合计” must be a text")]
    public void A_word_that_could_not_be_printed_as_meant_is_refused(string line, string message)
    {
        var (edition, findings) = Read($"用语:\n  {line}\n");

        Assert.Null(edition);
        Assert.Contains(findings, f => f.Location!.Span.Line == 6 && f.Message.English.StartsWith(message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_title_is_filled_in_or_refused()
    {
        var (edition, findings) = Read("", title: "{简称}{年份}年报");

        Assert.Null(edition);
        Assert.Contains(findings, f => f.Location!.Span.Line == 4 && f.Help!.English.Contains("{年度}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{年度}–{次年:00}", 2026, "2026–27")]
    [InlineData("{年度}/{次年}", 1999, "1999/2000")]
    [InlineData("{年度}–{次年:00}", 1999, "1999–00")]
    public void A_year_need_not_be_the_calendars(string pattern, int year, string written) =>
        Assert.Equal(written, Read($"用语: {{年度: \"{pattern}\"}}\n").Edition!.Wording.Year(year));

    [Fact]
    public void What_is_filled_in_is_not_looked_at_again() =>
        Assert.Equal("{单位}、甲", Wording.Fill("{前身}、{单位}", ("单位", "甲"), ("前身", "{单位}")));

    private static (Edition? Edition, IReadOnlyList<Diagnostic> Findings) Read(string words, string title = "年报")
    {
        var findings = new Findings();
        var text = $"版本: 试行-1\n自: 2030\n依据: 无\n标题: \"{title}\"\n{words}"
            + "表:\n  - {键: 表, 英文: table, 题: 表, 列: [{键: 数, 英文: n}], 行: [{键: 甲, 英文: a}]}\n";
        return (EditionReader.Read(findings, new Source("editions/a.yaml", Encoding.UTF8.GetBytes(text))), findings.All);
    }
}
