using System.Collections.Immutable;
using ReportCompiler.Forms;
using ReportCompiler.Projects;
using Xunit;

namespace ReportCompiler.Tests.Fuzzing;

/// <summary>
/// What the plain reader reads itself, entry by entry, and as the tree of YAML does; and what it leaves to the tree, which finds
/// something in it or reads it otherwise.
/// </summary>
public sealed class PlainEntryTests
{
    private static readonly ImmutableArray<Indicator> Own =
    [
        new(0, "条数", "发布信息条数", "条", Summary.Sum, ValueKind.Count),
        new(1, "满意度", "满意度", "%", Summary.None, ValueKind.Amount),
    ];

    [Theory]
    [InlineData("年度: 2021")]
    [InlineData("年度: \"2021\"")]
    [InlineData("年度: '2021'   # 年")]
    [InlineData("单位: \"甲（乙）局\"")]
    [InlineData("单位: 甲 局  # 名")]
    [InlineData("单位: '甲：乙'")]
    [InlineData("单位: \"1甲 # 乙\"")]
    [InlineData("单位: 9号院")]
    [InlineData("单位: 甲 #乙")]
    [InlineData("报送日期: 2022-01-01")]
    [InlineData("填报人: 张三")]
    [InlineData("审核人: \"李四\"")]
    [InlineData("电话: 010-1234 转 5")]
    [InlineData("填报人: 张三\n审核人: 张三\n电话: 张三")]
    [InlineData("主动公开: {}")]
    [InlineData("主动公开: \"无\"")]
    [InlineData("主动公开: {行政许可: 12}")]
    [InlineData("主动公开: {行政许可: 12, 规章: 无 , 行政处罚: \"0\"}  # 完")]
    [InlineData("主动公开: { 行政许可: 12 }")]
    [InlineData("主动公开: {行政事业性收费: 10.590000}")]
    [InlineData("主动公开: {行政事业性收费: 0}")]
    [InlineData("主动公开: {行政事业性收费: 0.000001}")]
    [InlineData("主动公开: {行政事业性收费: 123456789012.345678}")]
    [InlineData("主动公开: {行政事业性收费: 999999999999999999}")]
    [InlineData("主动公开: {行政许可: 999999999999999999}")]
    [InlineData("主动公开: {行政许可: 4294967296}")]
    [InlineData("主动公开:\n  行政事业性收费: 9\n  行政强制: 8\n  行政处罚: 7\n  行政许可: 6\n  行政规范性文件: 无\n  规章: 无")]
    [InlineData("依申请公开:\n  本年新收: {自然人: 1, 商业企业: 2, 科研机构: 3, 社会公益组织: 4, 法律服务机构: 5, 其他: 6, 总计: 21}")]
    [InlineData("依申请公开:\n  本年新收: {总计: 21, 自然人: 21}\n  上年结转: {自然人: 1}")]
    [InlineData("依申请公开:\n  本年新收:\n    自然人: 1\n    总计: 1  # 一\n\n  # 二\n  上年结转: 无")]
    [InlineData("依申请公开: {本年新收: {自然人: 1}, 办理结果: {无法提供: 无, 其他处理: {其他: {总计: 3}}}}")]
    [InlineData("依申请公开:\n  办理结果:\n       不予公开: 无\n       总计: {总计: 4}\n  结转下年度: 无")]
    [InlineData("依申请公开:\n  一、本年新收政府信息公开申请数量: {自然人: 1}\n  四、结转下年度继续办理: 无")]
    [InlineData("复议诉讼:\n    复议后起诉: {结果维持: 1, 总计: 1}\n    行政复议: 无")]
    [InlineData("说明:\n  主动公开.行政许可: 机构改革，移交乙局\n  依申请公开.本年新收.自然人: \"已核：无误\"")]
    [InlineData("指标: 无")]
    [InlineData("指标: {}")]
    [InlineData("指标: {条数: 3, 满意度: 98.5}")]
    [InlineData("指标:\n  满意度: 98.5\n  发布信息条数: 无")]
    public void An_entry_is_read(string entry) => Assert.True(IsPlain(File(entry), Own));

    [Theory]
    [InlineData("单位:")]
    [InlineData("单位:甲局")]
    [InlineData("单位: 待填")]
    [InlineData("单位: 待核")]
    [InlineData("单位: null")]
    [InlineData("单位: 甲：乙")]
    [InlineData("单位: 甲: 乙")]
    [InlineData("单位: 甲#乙")]
    [InlineData("单位: #甲")]
    [InlineData("单位: 甲# 乙")]
    [InlineData("单位: \"\"")]
    [InlineData("单位: \" 甲\"")]
    [InlineData("单位: \"甲 \"")]
    [InlineData("单位: \"甲")]
    [InlineData("单位: \"甲\" 乙")]
    [InlineData("单位: \"甲\\t乙\"")]
    [InlineData("单位: -甲")]
    [InlineData("单位: [甲]")]
    [InlineData("单位: 甲　乙")]
    [InlineData("单位: 甲\u00A0乙")]
    [InlineData("单位: 甲\u200B乙")]
    [InlineData("单位: 𬭎县")]
    [InlineData("单位: 甲\t乙")]
    [InlineData("单位: 甲\n单位: 乙")]
    [InlineData("年度: 2021\n年度: 2021")]
    [InlineData("年度: 2020")]
    [InlineData("年度: 2021.0")]
    [InlineData("年度: 无")]
    [InlineData("年度: 2021年")]
    [InlineData("年度: \"2021")]
    [InlineData("年度: 2021\"")]
    [InlineData("年度: \"2021'")]
    [InlineData("报送日期: 2021-12-31")]
    [InlineData("报送日期: 2022.1.5")]
    [InlineData("报送日期: 2022-01-05\n报送日期: 2022-01-05")]
    [InlineData("填报人:")]
    [InlineData("填报人: 张三\n填报人: 李四")]
    [InlineData("主动公开: {行政许可: 1}\n主动公开: {行政许可: 1}")]
    [InlineData("主动公开: 1")]
    [InlineData("主动公开: {行政许可: -1}")]
    [InlineData("主动公开: {行政许可: +1}")]
    [InlineData("主动公开: {行政许可: 01}")]
    [InlineData("主动公开: {行政许可: 00}")]
    [InlineData("主动公开: {行政许可: 1.5}")]
    [InlineData("主动公开: {行政许可: 1 2}")]
    [InlineData("主动公开: {行政许可: 1e3}")]
    [InlineData("主动公开: {行政许可: 12件}")]
    [InlineData("主动公开: {行政许可: 无件}")]
    [InlineData("主动公开: {行政许可: 1000000000000000000}")]
    [InlineData("主动公开: {行政许可: {数量: 1}}")]
    [InlineData("主动公开: {行政许可: 待填}")]
    [InlineData("主动公开: {行政许可: 12#甲}")]
    [InlineData("主动公开: {行政许可: 12} 甲")]
    [InlineData("主动公开: {行政许可:12}")]
    [InlineData("主动公开: {行政许可: 12")]
    [InlineData("主动公开: {行政许可: 12}}")]
    [InlineData("主动公开: {行政许可: 12,}")]
    [InlineData("主动公开: {行政许可: 12,, 行政处罚: 1}")]
    [InlineData("主动公开: {行政许可: 12 行政处罚: 1}")]
    [InlineData("主动公开: {行政许可: 12, 行政许可: 12}")]
    [InlineData("主动公开: {行政许可: 12, 行政许课: 12}")]
    [InlineData("主动公开: {行政事业性收费: .5}")]
    [InlineData("主动公开: {行政事业性收费: 1.}")]
    [InlineData("主动公开: {行政事业性收费: 01.5}")]
    [InlineData("主动公开: {行政事业性收费: 0.1234567}")]
    [InlineData("主动公开: {行政事业性收费: 1.2.3}")]
    [InlineData("主动公开: {行政事业性收费: 9999999999999.999999}")]
    [InlineData("主动公开: {行政事业性收费: 999999999999999999.5}")]
    [InlineData("主动公开:")]
    [InlineData("主动公开:\n  规章: {本年制发件数: 1}\n  规范性文件: {}")]
    [InlineData("主动公开:\n行政许可: 12")]
    [InlineData("主动公开:\n  行政许可: 12\n   行政处罚: 1")]
    [InlineData("主动公开:\n  行政许可: 12\n 行政处罚: 1")]
    [InlineData("主动公开:\n\t行政许可: 12")]
    [InlineData("主动公开:\n  行政许可:\n  行政处罚: 1")]
    [InlineData("主动公开:\n  行政许可: 12\n  行政许可: 12")]
    [InlineData("依申请公开: {本年新收: 3}")]
    [InlineData("依申请公开: {本年新收: {自然人: 1, 自然人: 1}}")]
    [InlineData("依申请公开: {本年新收: {自然人: 1}, 本年新收: {自然人: 1}}")]
    [InlineData("依申请公开: {一、本年新收政府信息公开申请数量: {自然人: 1}}")]
    [InlineData("依申请公开:\n  本年新收:\n  自然人: 1")]
    [InlineData("依申请公开:\n  本年新收:\n    自然人: 1\n    自然人: 1")]
    [InlineData("依申请公开:\n  本年新收: {自然人: 1}\n  一、本年新收政府信息公开申请数量: {自然人: 1}")]
    [InlineData("依申请公开:\n  本年新收: 无 无")]
    [InlineData("说明: 无异常")]
    [InlineData("说明:\n主动公开.行政许可: 甲")]
    [InlineData("说明:\n  主动公开.行政许课: 甲")]
    [InlineData("说明:\n  主动公开.行政许可: 甲\n  主动公开.行政许可: 乙")]
    [InlineData("说明:\n  主动公开.行政许可: 甲\n   主动公开.行政处罚: 乙")]
    [InlineData("说明:\n  主动公开.行政许可:")]
    [InlineData("指标: {条数: 1.5}")]
    [InlineData("指标: {条数: 3, 发布信息条数: 3}")]
    [InlineData("指标: {另数: 3}")]
    [InlineData("指标: {条数: 3}\n指标: {满意度: 3}")]
    [InlineData("备注: 无")]
    public void An_entry_is_left_to_the_tree(string entry) => Assert.False(IsPlain(File(entry), Own));

    /// <summary>Outside a project nobody knows the authority's own figures: whatever is one is accepted.</summary>
    [Theory]
    [InlineData("指标: {甲: 1, 乙: 2.5, 丙: 无}", true)]
    [InlineData("指标: { 甲: 1 , 乙: 2 }", true)]
    [InlineData("指标: {甲: 1, 甲: 2}", false)]
    [InlineData("指标: {甲: -1}", false)]
    [InlineData("指标: {甲:1}", false)]
    [InlineData("指标: {甲: 1", false)]
    [InlineData("指标: {甲: 1}}", false)]
    [InlineData("指标: {甲 1}", false)]
    [InlineData("指标: {1甲: 1}", false)]
    [InlineData("指标: {甲、乙: 1}", false)]
    [InlineData("指标: {（甲）: 1}", true)]
    [InlineData("指标: {-甲: 1}", false)]
    [InlineData("指标: {.甲: 1}", false)]
    [InlineData("指标: {甲 乙: 1}", false)]
    [InlineData("指标: {甲: 1}\n指标: {乙: 1}", false)]
    [InlineData("指标: 甲", false)]
    [InlineData("指标:", false)]
    public void Figures_of_an_unknown_authority_are_any(string entry, bool isPlain) => Assert.Equal(isPlain, IsPlain(File(entry), null));

    [Theory]
    [InlineData("本年增减: -3", true)]
    [InlineData("本年增减: +3", true)]
    [InlineData("本年增减: 0", true)]
    [InlineData("本年增减: +0", true)]
    [InlineData("本年增减: -0", false)]
    [InlineData("本年增减: +-3", false)]
    [InlineData("本年增减: -", false)]
    [InlineData("本年增减: -03", false)]
    [InlineData("上一年项目数量: -3", false)]
    public void A_sign_stands_before_a_difference(string column, bool isPlain)
    {
        var text = InMemory.Empty("甲局", 2019).Replace("主动公开: 无", $"主动公开: {{行政许可: {{{column}}}}}", StringComparison.Ordinal);
        Assert.Equal(isPlain, IsPlain(text, Own, 2019));
    }

    [Theory]
    [InlineData("\uFEFF", "", true)]
    [InlineData("# 甲\n\n  \n", "", true)]
    [InlineData("", "\n\n  \n# 完", true)]
    [InlineData("", "# 完\n", true)]
    [InlineData("", "  # 完\n", true)]
    [InlineData("", "# \u200B\n", false)]
    [InlineData("---\n", "", false)]
    [InlineData("{", "}", false)]
    [InlineData("", "...\n", false)]
    [InlineData("", "- 甲\n", false)]
    [InlineData("", "  甲: 乙\n", false)]
    public void What_stands_around_it_is_a_remark(string before, string after, bool isPlain)
    {
        var text = before + InMemory.Empty("甲局", 2021) + after;
        Assert.Equal(isPlain, IsPlain(text, Own));
        Assert.Equal(isPlain, IsPlain(text.ReplaceLineEndings("\r\n"), Own));
        Assert.Equal(isPlain, IsPlain(text.TrimEnd('\n'), Own));
    }

    [Theory]
    [InlineData("单位")]
    [InlineData("年度")]
    [InlineData("主动公开")]
    [InlineData("依申请公开")]
    [InlineData("复议诉讼")]
    public void Nothing_that_every_file_has_is_missing(string key)
    {
        var lines = InMemory.Empty("甲局", 2021).Split('\n').Where(l => !l.StartsWith($"{key}:", StringComparison.Ordinal));
        Assert.False(IsPlain(string.Join('\n', lines), Own));
        Assert.False(IsPlain("", Own));
    }

    [Fact]
    public void A_plain_file_is_of_256_KiB_at_most()
    {
        var text = InMemory.Empty("甲局", 2021);
        var room = (256 << 10) - System.Text.Encoding.UTF8.GetByteCount(text) - 1;
        Assert.True(IsPlain($"#{new string('x', room - 1)}\n{text}", Own));
        Assert.False(IsPlain($"#{new string('x', room)}\n{text}", Own));
    }

    /// <summary>The empty file of a unit with these entries, in the place of those that it has.</summary>
    private static string File(string entry)
    {
        var key = entry[..(entry.IndexOf(':', StringComparison.Ordinal) + 1)];
        var lines = InMemory.Empty("甲局", 2021).Split('\n').Where(l => !l.StartsWith(key, StringComparison.Ordinal));
        return $"{string.Join('\n', lines)}{entry}\n";
    }

    /// <summary>Whether a file is plain, on a form that is made anew: what is kept of a form is made again too.</summary>
    private static bool IsPlain(string text, ImmutableArray<Indicator>? indicators, int year = 2021)
    {
        var edition = EditionImage.Read(() => BuiltInEditions.Image(year), "editions/form.yaml");
        ImmutableArray<Indicator>? own = indicators is { } some ? [.. some] : null;
        return BothReaders.Accept(InMemory.Source($"data/{year}/a.yaml", text), edition, own, year);
    }
}
