using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests.FormMakers;

/// <summary>The slips of whoever makes next year's form of this year's: each is told at its own line, whatever comes of it below.</summary>
public sealed class EditionSlipTests
{
    private static readonly string Newest = File.ReadAllText(Path.Combine(Repository.Root, "src/ReportCompiler/Forms/Editions/2021.yaml"));

    /// <summary>A line of the edition of 2021 by its beginning, what is written for it, and how far below it the fault is told.</summary>
    public static TheoryData<string, string, int> Slips => new()
    {
        // Indentation.
        { "      - {键: 本年新收,", "       - {键: 本年新收, 名称: 一、本年新收政府信息公开申请数量, 英文: received this year}", 0 },
        { "      - {键: 上年结转,", "        - {键: 上年结转, 名称: 二、上年结转申请数量, 英文: carried over from last year}", 0 },
        { "      - {键: 上年结转,", "     - {键: 上年结转, 名称: 二、上年结转政府信息公开申请数量, 英文: carried over from last year}", 0 },
        { "        名称: 三、本年度办理结果", "       名称: 三、本年度办理结果", 0 },
        { "        名称: 三、本年度办理结果", "         名称: 三、本年度办理结果", 0 },
        { "        名称: 三、本年度办理结果", "          名称: 三、本年度办理结果", 0 },
        { "    计量: 件\n    列:\n      - 名称: 申请人情况", "    计量: 件\n   列:\n      - 名称: 申请人情况", 1 },
        { "    计量: 件\n    列:\n      - 名称: 申请人情况", "    计量: 件\n      列:\n      - 名称: 申请人情况", 1 },
        { "    级别: 错误\n    表: 复议诉讼", "    级别: 错误\n     表: 复议诉讼", 1 },
        { "    级别: 错误\n    表: 复议诉讼", "    级别: 错误\n   表: 复议诉讼", 1 },
        { "    级别: 错误\n    表: 复议诉讼", "    级别: 错误\n\t表: 复议诉讼", 1 },
        { "  - 规则: remedy-total", " - 规则: remedy-total", 0 },
        { "  - 规则: remedy-total", "   - 规则: remedy-total", 0 },
        { "  - {序: 六,", " - {序: 六, 标题: 其他需要报告的事项, 英文: other matters}", 0 },
        // Signs.
        { "          - {键: 自然人,", "          - {键: 自然人, 英文: natural persons", 0 },
        { "          - {键: 自然人,", "          - 键: 自然人, 英文: natural persons}", 0 },
        { "          - {键: 自然人,", "          - {键: 自然人 英文: natural persons}", 0 },
        { "          - {键: 自然人,", "          - {键：自然人，英文: natural persons}", 0 },
        { "          - {键: 自然人,", "          {键: 自然人, 英文: natural persons}", 0 },
        { "          - {键: 自然人,", "          -{键: 自然人, 英文: natural persons}", 0 },
        { "标题: \"", "标题: \"{简称}{年度}年政府信息公开工作年度报告", 0 },
        { "标题: \"", "标题: {简称}{年度}年政府信息公开工作年度报告", 0 },
        { "附表:", "附表", 0 },
        { "    题: 政府信息公开行政复议、行政诉讼情况", "    题 政府信息公开行政复议、行政诉讼情况", 0 },
        // Names and values.
        { "          - {键: 自然人,", "          - {键: 自然 人, 英文: natural persons}", 0 },
        { "          - {键: 自然人,", "          - {键: 总计, 英文: all}\n          - {键: 自然人, 英文: natural persons}", 4 + 6 },
        { "          - {键: 自然人,", "          - {键: 自然人, 名字: 公民, 英文: natural persons}", 0 },
        { "          - {键: 自然人,", "          - {键: 自然人}", 0 },
        { "    排列: 横", "    排列: 横排", 0 },
        { "自: 2021", "自: 二〇二一", 0 },
        { "依据: ", "依剧: 国办公开办函〔2021〕30号", 0 },
        { "    每: 行\n    式: 总计 = 自然人", "    每: 行行\n    式: 总计 = 自然人", 0 },
        { "    式: 本年新收 + 上年结转", "    式: 本年新收 + 上年结转 = 办理结果.总计 + 结转下年", 0 },
        { "    式: 本年新收 + 上年结转", "    式: 本年新收 + 上年结转 办理结果.总计 + 结转下年度", 0 },
        { "    核对: 办理结果.总计", "    核对: 办理结果", 0 },
        { "  - {序: 六,", "  - {序: 六, 标题: 其他需要报告的事项, 英文: other matters, 表: 其他}", 0 },
        { "  - {单元格: 主动公开.行政许可,", "  - {单元格: 主动公开.许可, 题: 行政许可}", 0 },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_slip_is_told_at_its_line(string line, string written, int below)
    {
        var start = Newest.IndexOf(line, StringComparison.Ordinal);
        Assert.True(start >= 0, line);
        var end = line.Contains('\n', StringComparison.Ordinal) || line.EndsWith(':') && Newest[start + line.Length] == '\n'
            ? start + line.Length : Newest.IndexOf('\n', start);
        var text = Newest[..start] + written + Newest[end..];
        var expected = Newest[..start].Count(c => c == '\n') + 1 + below;

        var findings = new Findings();
        var edition = EditionReader.Read(findings, new Source("editions/2027.yaml", Encoding.UTF8.GetBytes(text)));

        Assert.Null(edition);
        var told = findings.Sorted();
        Assert.True(told[0].Location!.Span.Line == expected,
            $"{expected}: " + string.Join(" | ", told.Select(f => $"{f.Location!.Span.Line}: {f.Message.English} -> {f.Help?.English}")));
    }
}
