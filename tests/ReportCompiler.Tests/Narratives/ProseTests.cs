using Xunit;

namespace ReportCompiler.Tests.Narratives;

/// <summary>
/// The prose reader on sentences that were written before it: none that is right, or of something else, is an alarm, and of the slips
/// nineteen in twenty are seen.
/// </summary>
public sealed class ProseTests(ITestOutputHelper output)
{
    private const string Now = """
        主动公开:
          规章: {本年制发件数: 2, 本年废止件数: 1, 现行有效件数: 30}
          行政规范性文件: {本年制发件数: 12, 本年废止件数: 5, 现行有效件数: 86}
          行政许可: 3405
          行政处罚: 618
          行政强制: 27
          行政事业性收费: 160.66
        依申请公开:
          本年新收: {自然人: 71, 商业企业: 15, 社会公益组织: 1, 法律服务机构: 6, 其他: 2}
          上年结转: {自然人: 8}
          办理结果:
            予以公开: {自然人: 30, 商业企业: 8, 社会公益组织: 1, 法律服务机构: 2}
            部分公开: {自然人: 7, 商业企业: 2}
            不予公开:
              属于国家秘密: {自然人: 1}
              危及三安全一稳定: {自然人: 2}
              属于三类内部事务信息: {自然人: 2, 商业企业: 1}
            无法提供:
              本机关不掌握相关政府信息: {自然人: 17, 商业企业: 2, 法律服务机构: 4}
              没有现成信息需要另行制作: {自然人: 3}
              补正后申请内容仍不明确: {自然人: 1}
            不予处理:
              信访举报投诉类申请: {自然人: 4}
              重复申请: {自然人: 2}
            其他处理:
              逾期不补正: {自然人: 4, 其他: 1}
              其他: {自然人: 2, 商业企业: 1, 其他: 1}
          结转下年度: {自然人: 4, 商业企业: 1}
        复议诉讼:
          行政复议: {结果维持: 6, 结果纠正: 2, 其他结果: 1, 尚未审结: 3}
          未经复议直接起诉: {结果维持: 3, 结果纠正: 1, 尚未审结: 2}
          复议后起诉: {结果维持: 2, 其他结果: 1, 尚未审结: 1}
        """;

    private const string Before = """
        主动公开:
          规章: {本年制发件数: 1, 本年废止件数: 0, 现行有效件数: 29}
          行政规范性文件: {本年制发件数: 6, 本年废止件数: 2, 现行有效件数: 79}
          行政许可: 2724
          行政处罚: 687
          行政强制: 27
          行政事业性收费: 150.5
        依申请公开:
          本年新收: {自然人: 70, 商业企业: 10}
          上年结转: {自然人: 3}
          办理结果: {予以公开: {自然人: 65, 商业企业: 10}}
          结转下年度: {自然人: 8}
        复议诉讼:
          行政复议: {结果维持: 20, 结果纠正: 4}
          未经复议直接起诉: {结果维持: 3}
          复议后起诉: 无
        """;

    [Theory]
    [InlineData("2021.txt")]
    [InlineData("2021-second.txt")]
    [InlineData("2021-third.txt")]
    public void Right_sentences_are_no_alarm_and_slips_are_seen(string name)
    {
        var path = Path.Combine(Repository.Root, "tests/ReportCompiler.Tests/Narratives/Prose", name);
        var outcome = new SentenceSet(2023, Now, Before).Check(File.ReadAllText(path));
        foreach (var alarm in outcome.FalseAlarms) output.WriteLine($"alarm: {alarm}");
        foreach (var missed in outcome.Missed) output.WriteLine($"missed: {missed.Wrong} in {missed.Text}");
        var all = outcome.Seen.Length + outcome.Missed.Length;
        output.WriteLine($"{outcome.Seen.Length} of {all} slips seen, {outcome.FalseAlarms.Length} false alarms");
        Assert.Empty(outcome.FalseAlarms);
        Assert.True(outcome.Seen.Length * 20 >= all * 19, $"{outcome.Seen.Length} of {all}");
    }
}
