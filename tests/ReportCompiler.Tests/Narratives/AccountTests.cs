using ReportCompiler.Narratives;
using Xunit;

namespace ReportCompiler.Tests.Narratives;

/// <summary>What is known of every figure of the prose: every one is of one kind, and none is passed over in silence.</summary>
public sealed class AccountTests
{
    private const int None = 0;

    /// <summary>A sentence and how many of its figures are computed, verified, contradicted, of another scope, unread.</summary>
    [Theory]
    [InlineData("全年工作有序开展。", None, None, None, None, None)]
    [InlineData("本年新收政府信息公开申请{{ 依申请公开.本年新收.总计 }}件，上年结转2件。", 1, 1, None, None, None)]
    [InlineData("本年新收政府信息公开申请13件，上年结转2件。", None, 1, 1, None, None)]
    [InlineData("全年发布信息357条，召开会议三次、培训120人次。", None, None, None, 3, None)]
    [InlineData("区教育局收到政府信息公开申请5件。", None, None, None, 1, None)]
    [InlineData("上半年收到政府信息公开申请5件。", None, None, None, 1, None)]
    [InlineData("收到转交协调的政府信息公开申请3件。", None, None, None, None, 1)]
    [InlineData("收到政府信息公开申请约12件。", None, None, None, None, 1)]
    [InlineData("收到政府信息公开申请10余件。", None, None, None, None, 1)]
    [InlineData("本年新收政府信息公开申请12件，同比增长20%。", None, 2, None, None, None)]
    [InlineData("本年新收政府信息公开申请12件，同比增长25%。", None, 1, 1, None, None)]
    [InlineData("收到政府信息公开申请12件，其中自然人9件，占75%。", None, 3, None, None, None)]
    [InlineData("收到政府信息公开申请12件，其中自然人9件，占57%。", None, 2, 1, None, None)]
    // A share is of the table's figures, where those beside it are not: 9 of 12.
    [InlineData("收到政府信息公开申请12件，其中自然人8件，占75%。", None, 2, 1, None, None)]
    [InlineData("收到政府信息公开申请12件，其中自然人8件，占66.7%。", None, 1, 2, None, None)]
    [InlineData("收到政府信息公开申请15件，其中自然人9件，占75%。", None, 2, 1, None, None)]
    [InlineData("收到政府信息公开申请15件，其中自然人9件，占60%。", None, 1, 2, None, None)]
    [InlineData("收到政府信息公开申请15件。其中，自然人9件，占60%。", None, 1, 2, None, None)]
    [InlineData("收到政府信息公开申请12件。自然人申请占总数的75%，商业企业占25%。", None, 3, None, None, None)]
    [InlineData("收到政府信息公开申请12件。自然人申请占总数的57%，商业企业占52%。", None, 1, 2, None, None)]
    [InlineData("收到政府信息公开申请12件，网络申请占57%。", None, 1, None, None, 1)]
    [InlineData("收到政府信息公开申请12件。在网上提出的7件申请中，自然人占57%。", None, 1, None, None, 2)]
    // What stands alone in brackets is of the words before them.
    [InlineData("本年新收政府信息公开申请12件，以自然人为主（9件），其次为商业企业（3件）。", None, 3, None, None, None)]
    [InlineData("本年新收政府信息公开申请12件，以自然人为主（8件），其次是商业企业（4件）和法律服务机构（1件）。", None, 1, 3, None, None)]
    [InlineData("本年新收政府信息公开申请12件，以自然人为主（9件），占75%。", None, 3, None, None, None)]
    [InlineData("本年新收政府信息公开申请12件，其中行政处罚（5件）、行政许可（3件）。", None, 1, None, None, 2)]
    [InlineData("申请内容主要为行政处罚（5件），其次为行政许可（3件）。", None, None, None, 1, 1)]
    // How much of all was answered; in time, or of what was due, the tables do not say.
    [InlineData("收到政府信息公开申请12件，办结13件，办结率92.9%。", None, 3, None, None, None)]
    [InlineData("收到政府信息公开申请12件，办结13件，办结率达到96.0%。", None, 2, 1, None, None)]
    [InlineData("收到政府信息公开申请12件，办结13件，办结率100%。", None, 2, None, 1, None)]
    [InlineData("收到政府信息公开申请12件，办结13件，按时办结率96%。", None, 2, None, 1, None)]
    [InlineData("政务服务大厅办结率99.2%。", None, None, None, 1, None)]
    [InlineData("收到政府信息公开申请12件，办结13件，办理信访件30件，办结率97%。", None, 2, None, 2, None)]
    [InlineData("政府信息公开申请按时办结率100%。", None, None, None, 1, None)]
    [InlineData("收到政府信息公开申请12件，按时答复率101%。", None, 1, 1, None, None)]
    // By which way they came in the form does not ask.
    [InlineData("收到政府信息公开申请12件，其中网络申请7件，信函申请5件。", None, 1, None, 2, None)]
    [InlineData("收到政府信息公开申请12件，其中7件为网上申请，5件来自信函。", None, 1, None, 2, None)]
    [InlineData("收到政府信息公开申请12件，其中网络申请涉及征收的7件。", None, 1, None, None, 1)]
    [InlineData("本年新收政府信息公开申请12件，数量为历年最高，较2020年的10件增长20%。", None, 3, None, None, None)]
    [InlineData("本年新收政府信息公开申请12件，数量为历年最高，较2020年的11件增长21%。", None, 1, 2, None, None)]
    // All there is, told apart from what the year brought.
    [InlineData("对外公布的行政规范性文件共9件，本年制发3件，本年废止1件。", None, 3, None, None, None)]
    [InlineData("对外公布的规范性文件共8件，本年制发4件。", None, None, 2, None, None)]
    [InlineData("全年对外公布的规范性文件共4件。", None, None, None, None, 1)]
    [InlineData("作出行政许可决定20811件，行政处罚决定301件，行政强制措施0件。", None, 3, None, None, None)]
    [InlineData("作出行政许可决定20811件，行政处罚决定301件，行政强制措施2件。", None, 2, 1, None, None)]
    [InlineData("作出行政许可决定20811件，行政强制措施2件，行政强制执行3件。", None, 1, None, 2, None)]
    [InlineData("采取行政强制措施2件。", None, None, None, None, 1)]
    [InlineData("2020年规范性文件7件，本年制发3件。", None, None, None, None, 2)]
    // Another matter, of which what names its own behind it is none.
    [InlineData("微博、微信分别公开30条、40条，收到政府信息公开申请13件。", None, None, 1, 2, None)]
    [InlineData("受理举报投诉15件，收到政府信息公开申请13件。", None, None, 1, 1, None)]
    [InlineData("全年落实专项经费28万元，收到政府信息公开申请13件。", None, None, 1, 1, None)]
    [InlineData("受理举报投诉15件，自然人8件。", None, None, None, 1, 1)]
    // Dates, ordinals, articles, documents and telephones are no figures of the prose.
    [InlineData("根据《条例》第五十条和乌政发〔2021〕12号文，2021年12月31日前公布，电话4684320。", None, None, None, None, None)]
    [InlineData("第3次会议研究第2条意见。", None, None, None, None, None)]
    // What an expression prints counts once a print.
    [InlineData("{{ for 次 in [1, 2, 3] }}行政许可{{ 主动公开.行政许可 }}件。{{ end }}", 3, None, None, None, None)]
    // Made of both, it is neither.
    [InlineData("本年新收政府信息公开申请1{{ 依申请公开.上年结转.总计 }}件。", None, None, None, None, 1)]
    public void EveryFigureIsOfOneKind(string sentence, int computed, int verified, int contradicted, int outside, int unread) =>
        Assert.Equal(new ProseTally(computed, verified, contradicted, outside, unread),
            ProseProject.Compile(ProseProject.Report(sentence)).Prose);

    [Fact]
    public void WithoutLastYearWhatIsComparedWithItIsOfAnotherScope() =>
        Assert.Equal(new ProseTally(0, 1, 0, 2, 0), ProseProject.Compile(
            ProseProject.Report("本年新收政府信息公开申请12件，同比增长20%；上年新收政府信息公开申请10件。"), withLast: false).Prose);

    [Fact]
    public void ASentenceTooLongToBeReadIsNotPassedOver()
    {
        var sentence = string.Concat(Enumerable.Repeat("开展政务公开工作，", 300)) + "本年新收政府信息公开申请12件。";
        Assert.Equal(new ProseTally(0, 0, 0, 0, 1), ProseProject.Compile(ProseProject.Report(sentence)).Prose);
    }

    [Theory]
    [InlineData("共收到申请  件。", true)]
    [InlineData("共主动公开__条，其中文件 3 件。", true)]
    [InlineData("××局转来申请。", true)]
    // Emphasis, and a counting word that is another word's, leave nothing open.
    [InlineData("**2021年度重点**和**年度计划**均已完成。", false)]
    [InlineData("公开 条目清单，收到 __件__。", false)]
    public void APlaceLeftOpenIsTold(string sentence, bool isOpen) =>
        Assert.Equal(isOpen, ProseProject.CheckSentence(sentence)
            .Any(d => d.Message.Chinese.EndsWith("还空着没有填", StringComparison.Ordinal)));

    [Fact]
    public void WhatIsUnreadIsListedOnce()
    {
        var found = ProseProject.CheckSentence("收到转交协调的政府信息公开申请3件。转交协调的政府信息公开申请4件。");
        var unread = Assert.Single(found, d => d.Rule.Name == "narrative-unread");
        Assert.Contains("“收到转交协调的政府信息公开申请3件”（第 5 行）、“转交协调的政府信息公开申请4件”（第 5 行）",
            unread.Message.Chinese, StringComparison.Ordinal);
    }
}
