using System.Collections.Immutable;
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

    /// <summary>The same, and what is told of it: one finding alone, and what to write.</summary>
    public static TheoryData<string, string, string, string> Words => new()
    {
        { "          - {键: 予以公开,", "          - {键：予以公开, 名称: （一）予以公开, 英文: disclosed}",
            "a full-width colon “：” stands after the name", "write a half-width colon and a space “: ”" },
        { "    计量: 件\n    排列: 横", "    计量: 件\n    排列：横",
            "a full-width colon “：” stands after the name", "write a half-width colon" },
        { "    排列: 横", "    排列:横", "there is no space after the colon", "put a space after the colon" },
        { "          - {键: 予以公开,", "          - {键: 予以公开，名称: （一）予以公开, 英文: disclosed}",
            "“，” stands between two entries", "write a half-width comma" },
        { "自: 2021\n", "", "“自” is missing", "add “自: …”" },
        { "自: 2021", "自: 2027",
            "the edition is called “2021”, a year, and begins in 2027", "write “自: 2021”; if it does begin in 2027" },
        { "  - {序: 六,", "  - {序: 一, 标题: 其他需要报告的事项, 英文: other matters}",
            "the section on line 9 is “一” too", "a number of its own" },
        { "    每: 列\n    式: 办理结果.总计", "    每: 栏\n    式: 办理结果.总计", "“每” cannot be “栏”", "write one of 行, 列" },
        { "    式: 本年新收 + 上年结转", "    式: 本年新收 + 上年结转 == 办理结果.总计 + 结转下年度",
            "“本年新收 + 上年结转 == 办理结果.总计 + 结转下年度” is no equation: a name belongs at character 14", "write “a + b = c”" },
        { "    式: 本年新收 + 上年结转", "    式: 本年新收 上年结转 = 办理结果.总计 + 结转下年度",
            "“本年新收 上年结转 = 办理结果.总计 + 结转下年度” is no equation: a + or -", "write “a + b = c”" },
        { "    式: 本年新收 + 上年结转", "    式: 本年新收 + 上年结转",
            "“本年新收 + 上年结转” is no equation: it has no =", "write “a + b = c”" },
        { "    - {词: [无法提供, 信息", "    - {词: [无法提供], 行: [依申请公开.无法提供], 列: 总计}",
            "the form has no “依申请公开.无法提供”", "did you mean “依申请公开.办理结果.无法提供”?" },
        { "    - {词: [无法提供, 信息", "    - {词: [不予公开], 行: [依申请公开.办理结果.无法提供], 列: 总计}",
            "“不予公开” stands on line 311 already", "name both rows under “行” of one entry" },
        { "    - {词: [无法提供, 信息", "    - {词: [(无法|不能)提供, 不(予|能)公开], 行: [依申请公开.办理结果.无法提供], 列: 总计}",
            "“不予公开” stands on line 311 already", "name both rows under “行” of one entry" },
        { "    - {词: [无法提供, 信息",
            "    - {词: [(一|二|三|四|五)(一|二|三|四|五)(一|二|三|四|五)(一|二|三|四|五)(一|二)], 行: [依申请公开.办理结果.无法提供]}",
            "“(一|二|三|四|五)(一|二|三|四|五)(一|二|三|四|五)(一|二|三|四|五)(一|二)” stands for more than 1024",
            "write it as several words" },
        { "  - {格式: \"2019\",", "  - {格式: \"2019\", 本年: 依申请公开.办理结果.其它处理, 上年: 依申请公开.办理结果.其他处理}",
            "the form has no “依申请公开.办理结果.其它处理”", "did you mean “依申请公开.办理结果.其他处理”?" },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void One_slip_is_one_finding_that_says_what_to_write(string line, string written, string message, string help)
    {
        var told = Told(line, written, out _);

        var finding = Assert.Single(told);
        Assert.StartsWith(message, finding.Message.English, StringComparison.Ordinal);
        Assert.Contains(help, finding.Help!.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_former_edition_that_is_not_there_is_told_at_its_name()
    {
        var text = Newest.Replace("版本: \"2021\"\n自: 2021", "版本: \"2027\"\n自: 2027", StringComparison.Ordinal)
            .Replace("- {格式: \"2019\"", "- {格式: \"2009\"", StringComparison.Ordinal);
        var findings = new Findings();

        Assert.Null(Editions.With(findings, [new Source("editions/2027.yaml", Encoding.UTF8.GetBytes(text))]));

        var finding = Assert.Single(findings.All);
        Assert.Equal("\"2009\"", finding.Location!.Source.Slice(finding.Location.Span));
    }

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_slip_is_told_at_its_line(string line, string written, int below)
    {
        var told = Told(line, written, out var expected);

        Assert.True(told[0].Location!.Span.Line == expected + below,
            $"{expected + below}: "
            + string.Join(" | ", told.Select(f => $"{f.Location!.Span.Line}: {f.Message.English} -> {f.Help?.English}")));
    }

    /// <summary>What is told of an edition that cannot be used for a line that is written otherwise, and the number of that line.</summary>
    private static ImmutableArray<Diagnostic> Told(string line, string written, out int number)
    {
        var start = Newest.IndexOf(line, StringComparison.Ordinal);
        Assert.True(start >= 0, line);
        var end = line.Contains('\n', StringComparison.Ordinal) || (line.EndsWith(':') && Newest[start + line.Length] == '\n')
            ? start + line.Length : Newest.IndexOf('\n', start);
        number = Newest[..start].Count(c => c == '\n') + 1;
        var findings = new Findings();

        var text = Newest[..start] + written + Newest[end..];

        Assert.Null(EditionReader.Read(findings, new Source("editions/2027.yaml", Encoding.UTF8.GetBytes(text))));

        return findings.Sorted();
    }
}
