using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests.Narratives;

/// <summary>The prose checks rule by rule: what breaks each, what holds, and where the finding points.</summary>
public sealed class NarrativeCheckTests
{
    [Fact]
    public void ARightReportHasNoFinding() => Assert.Empty(ProseProject.Check(ProseProject.Report("全年新收政府信息公开申请12件。")));

    [Fact]
    public void AFigureHasItsCellBothNumbersAndItsPlace()
    {
        var found = Assert.Single(ProseProject.Check(ProseProject.Report("𬭎城街道之外，全区新收政府信息公开申请 13 件。")));
        Assert.Equal(("RC4001", "narrative-figure", Severity.Error), (found.Rule.Code, found.Rule.Name, found.Severity));
        Assert.Equal(("依申请公开.本年新收.总计", "12", "13"), (found.Cell, found.Expected, found.Actual));
        Assert.Equal(("清河区人民政府", 2021, true), (found.Unit, found.Year, found.OfDistrict));
        // 𬭎 is two UTF-16 units and one code point.
        Assert.Equal(new Span(5, 21, 5, 23), found.Location!.Span);
        Assert.Contains("12", found.Message.Chinese, StringComparison.Ordinal);
        Assert.Contains("13", found.Message.English, StringComparison.Ordinal);
        Assert.Contains("{{ 依申请公开.本年新收.总计 }}", found.Help!.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("全年收到政府信息公开申请13件。", Severity.Warning)]
    [InlineData("全年新收政府信息公开申请13件。", Severity.Error)]
    [InlineData("全年作出行政许可决定13件。", Severity.Error)]
    public void OnlyARowsOwnNameMakesAnError(string sentence, Severity severity) =>
        Assert.Equal(severity, Assert.Single(ProseProject.CheckSentence(sentence)).Severity);

    [Fact]
    public void ASumNamesItsCells()
    {
        var found = Assert.Single(ProseProject.CheckSentence("因政府信息公开引发行政诉讼5件。"));
        Assert.Equal((null, "3", "5"), (found.Cell, found.Expected, found.Actual));
        Assert.Equal(["复议诉讼.未经复议直接起诉.总计", "复议诉讼.复议后起诉.总计"], found.Related.Select(r => r.Cell));
    }

    [Theory]
    [InlineData("全年新收政府信息公开申请{{ 依申请公开.本年新收.总计 + 1 }}件。")]
    [InlineData("{{ 数 = 13 }}全年新收政府信息公开申请{{ 数 }}件。")]
    [InlineData("{{ if 依申请公开.本年新收.总计 == 0 }}全年未收到政府信息公开申请。"
        + "{{ else }}全年收到政府信息公开申请{{ 依申请公开.本年新收.总计 }}件。{{ end }}")]
    public void WhatAnExpressionPrintsIsNotChecked(string sentence) => Assert.Empty(ProseProject.CheckSentence(sentence));

    [Fact]
    public void AfterExpressionsTheTypedFigureIsStillFound()
    {
        var found = Assert.Single(ProseProject.CheckSentence(
            "{{ 年度 }}年，{{ 简称 }}新收政府信息公开申请{{ 依申请公开.本年新收.总计 }}件，"
                + "办结政府信息公开申请{{ 依申请公开.办理结果.总计.总计 }}件，\n结转下年度5件。"));
        Assert.Equal(new Span(6, 6, 6, 7), found.Location!.Span);
        Assert.Equal("依申请公开.结转下年度.总计", found.Cell);
    }

    [Fact]
    public void ALoopReportsItsLineOnce()
    {
        var found = Assert.Single(ProseProject.CheckSentence("{{ for 个 in 1..3 }}\n- 全区新收政府信息公开申请13件。\n{{ end }}"));
        Assert.Equal(6, found.Location!.Span.Line);
    }

    [Fact]
    public void CarriageReturnsDoNotShiftTheColumn() =>
        Assert.Equal(new Span(5, 14, 5, 16), Assert.Single(ProseProject.Check(ProseProject.Report("全区新收政府信息公开申请 13 件。")
            .Replace("\n", "\r\n", StringComparison.Ordinal))).Location!.Span);

    [Fact]
    public void TablesCodeAndCommentsAreNoProse() =>
        Assert.Empty(ProseProject.CheckSentence(
            "| 项目 | 数 |\n| :-- | --: |\n| 新收政府信息公开申请13件 | 13 |\n\n```\n新收政府信息公开申请13件。\n```\n\n"
                + "<!-- 新收政府信息公开申请13件。 -->"));

    [Fact]
    public void ADenialNamesEveryCellThatIsNotZero()
    {
        var found = ProseProject.CheckSentence("全年未发生因政府信息公开引发的行政复议和行政诉讼。");
        Assert.Equal(["复议诉讼.复议后起诉.总计", "复议诉讼.未经复议直接起诉.总计", "复议诉讼.行政复议.总计"],
            found.Select(d => d.Cell!).Order(StringComparer.Ordinal));
        Assert.All(found, d => Assert.Equal(("RC4002", Severity.Error, "0"), (d.Rule.Code, d.Severity, d.Actual)));
        Assert.Equal(new Span(5, 3, 5, 25), found[0].Location!.Span);
    }

    [Fact]
    public void LastYearsFiguresAreHeldToLastYear()
    {
        var found = Assert.Single(ProseProject.CheckSentence("2020年全区收到政府信息公开申请11件，2021年收到12件。"));
        Assert.Equal((Severity.Warning, null, "10", "11"), (found.Severity, found.Cell, found.Expected, found.Actual));
        Assert.Empty(ProseProject.CheckSentence("2020年全区收到政府信息公开申请11件，2021年收到12件。", withLast: false));
    }

    [Fact]
    public void AShareSaysWhatItShouldBe()
    {
        var found = Assert.Single(ProseProject.CheckSentence("全年发布信息805条，其中政策文件258条，占33.9%。"));
        Assert.Equal(("RC4003", Severity.Warning, "32.0", "33.9"), (found.Rule.Code, found.Severity, found.Expected, found.Actual));
        Assert.Equal(new Span(5, 24, 5, 28), found.Location!.Span);
    }

    [Fact]
    public void TheEditionOf2019IsHeldToItsOwnTables()
    {
        Assert.Empty(ProseProject.Check(ProseProject.Report(
            "全年新制作规范性文件5件，新公开5件。作出行政许可决定30000件、行政处罚决定280件。实施政府集中采购项目7个，"
                + "采购总金额160.5964万元。新收政府信息公开申请10件。", "无"), 2020));
        Assert.Equal(["主动公开.规范性文件.本年新制作数量", "主动公开.政府集中采购.采购总金额", "依申请公开.本年新收.总计"],
            ProseProject.Check(ProseProject.Report(
            "全年新制作规范性文件6件，新公开5件。作出行政许可决定30000件。实施政府集中采购项目7个，采购总金额165万元。"
                + "新收政府信息公开申请11件。", "无"), 2020).Select(d => d.Cell));
    }

    [Theory]
    [InlineData("本年度未收取信息处理费。", 0)]
    [InlineData("本年度收取信息处理费360元。", 0)]
    [InlineData("本年度收取信息处理费105.95万元。", 0)]
    [InlineData("无。", 1)]
    [InlineData("本年度收取信息处理费1060000元。", 1)]
    [InlineData("本年度收取信息处理费360万元。", 1)]
    public void TheProcessingFee(string six, int findings) =>
        Assert.Equal(findings, ProseProject.Check(ProseProject.Report("", six)).Count(d => d.Rule.Name == "processing-fee"));

    [Theory]
    [InlineData("2021年未收取信息处理费。", 0)]
    [InlineData("2020年未收取信息处理费。", 1)]
    [InlineData("我区2020年未收取信息处理费。", 1)]
    [InlineData("2022年没有其他需要报告的事项，未收取信息处理费。", 1)]
    [InlineData("与2020年相同，未收取信息处理费。", 0)]
    [InlineData("2020年收取信息处理费200元。2021年未收取信息处理费。", 0)]
    [InlineData("2020年申请的信息处理费已缴清。", 0)]
    [InlineData("自2020年起未收取信息处理费。", 0)]
    [InlineData("按照2020年印发的办法，未收取信息处理费。", 0)]
    public void TheYearOfTheProcessingFee(string six, int findings) =>
        Assert.Equal(findings, ProseProject.Check(ProseProject.Report("", six)).Count(d => d.Rule.Name == "narrative-year"));

    [Theory]
    [InlineData(ProseProject.Contact, "", 0)]
    [InlineData("", "", 1)]
    [InlineData("联系方式: {地址: 温泉路1号, 电话: \"4684320\"}\n", "", 1)]
    [InlineData("", "如有疑问，请与区政府办公室联系（地址：温泉路1号；邮政编码：830017；联系电话：4684320）。\n\n", 0)]
    [InlineData("", "如有疑问，请与区政府办公室联系（电话：4684320）。\n\n", 1)]
    // A line of the preamble's own keeps the template from printing the project's.
    [InlineData(ProseProject.Contact, "联系电话：4684320。\n\n", 1)]
    public void TheContactLine(string contact, string preamble, int findings) =>
        Assert.Equal(findings, ProseProject.Check(preamble + ProseProject.Report(""), contact: contact)
            .Count(d => d.Rule.Name == "contact"));

    [Theory]
    [InlineData("## 一、总体情况\n\n略。\n\n## 五、存在的主要问题及改进情况\n\n略。\n\n## 六、其他需要报告的事项\n\n信息处理费：无。\n",
        "")]
    [InlineData("## 一、总体情况\n\n略。\n\n## 五、存在的主要问题及改进情况\n\n无\n\n## 六、其他需要报告的事项\n\n信息处理费：无。\n",
        "5:1")]
    [InlineData("## 一、总体情况\n\n## 五、存在的主要问题及改进情况\n\n略。\n\n## 六、其他需要报告的事项\n\n信息处理费：无。\n", "1:1")]
    [InlineData("## 一、总体情况\n\n略。\n\n## 五、存在的主要问题及改进情况\n\n略。\n", "8:1")]
    [InlineData("本报告由五个部分组成。\n\n## 一、总体情况\n\n略。\n\n## 五、存在的主要问题及改进情况\n\n略。\n\n"
        + "## 六、其他需要报告的事项\n\n信息处理费：无。\n", "1:5")]
    [InlineData("本报告由总体情况等六个部分组成。\n\n## 一、总体情况\n\n略。\n\n## 五、存在的主要问题及改进情况\n\n略。\n\n"
        + "## 六、其他需要报告的事项\n\n信息处理费：无。\n", "")]
    public void TheSections(string narrative, string places) =>
        Assert.Equal(places, string.Join(' ', ProseProject.Check(narrative).Where(d => d.Rule.Name == "narrative-section")
            .Select(d => $"{d.Location!.Span.Line}:{d.Location.Span.Column}")));

    [Fact]
    public void TheSeedReport()
    {
        var text =
            System.IO.File.ReadAllText(Path.Combine(Repository.Root, "tests", "ReportCompiler.Tests", "Narratives", "shuimogou-2021.md"));
        var data = System.IO.File.ReadAllText(Path.Combine(Repository.Root, "tests", "ReportCompiler.Tests", "Cases", "RealShuimogou",
            "input", "data", "2021", "unit.yaml"));
        var found =
            ProseProject.Check(text, withLast: false,
                data: data.Replace(data.Split('\n')[0], "单位: 清河区人民政府", StringComparison.Ordinal));
        var none = Assert.Single(found, d => d.Rule.Name == "narrative-none");
        Assert.Equal(("复议诉讼.复议后起诉.总计", "7", "0"), (none.Cell, none.Expected, none.Actual));
        var year = Assert.Single(found, d => d.Rule.Name == "narrative-year");
        Assert.Equal(("2021", "2020"), (year.Expected, year.Actual));
        // The rest: section two is numbered 2, section six is silent on the processing fee.
        Assert.Equal(["narrative-section", "processing-fee"], found.Where(d => d != none && d != year && d.Severity != Severity.Info)
            .Select(d => d.Rule.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    // A word of the form's may be a denial as well: then it is one.
    [InlineData("不存在因政府信息公开被申请行政复议的情况。", true)]
    [InlineData("没有因政府信息公开引发行政复议。", true)]
    // An ordinary word that goes on from a figure is no row where none stands before it.
    [InlineData("全区没有公开涉密信息。", false)]
    [InlineData("没有公开。", false)]
    [InlineData("答复中第三方权益、内部事务均为零。", false)]
    public void ADenialIsOfARowOfTheForm(string sentence, bool isTold) =>
        Assert.Equal(isTold, ProseProject.CheckSentence(sentence).Any(d => d.Rule.Name == "narrative-none"));

    [Theory]
    [InlineData("shuimogou")]
    [InlineData("minimal")]
    public void TheSamplesHaveNoFinding(string sample) =>
        Assert.Empty(new ProjectFolder(Path.Combine(Repository.Root, "samples", sample)).CompileAll([])
            .SelectMany(c => c.Diagnostics).Where(d => d.Rule.Code.StartsWith("RC4", StringComparison.Ordinal))
                .Select(d => d.Message.Chinese));

    [Fact]
    public void AFaultyPartOfAnEditionIsReportedByLine()
    {
        var edition = System.IO.File.ReadAllText(Path.Combine(Repository.Root, "src", "ReportCompiler", "Forms", "Editions", "2021.yaml"))
            .Replace("行: [主动公开.行政强制]}", "行: [主动公开.行政强治]}", StringComparison.Ordinal)
                .Replace("列: [结果维持]}", "列: [结果维护]}", StringComparison.Ordinal);
        var lines = edition.Split('\n').ToList();
        var findings = new Findings();
        Assert.Null(EditionReader.Read(findings, new Source("editions/x.yaml", Encoding.UTF8.GetBytes(edition))));
        Assert.Equal([lines.FindIndex(l => l.Contains("强治", StringComparison.Ordinal)) + 1,
            lines.FindIndex(l => l.Contains("维护", StringComparison.Ordinal)) + 1], findings.Sorted().Select(d => d.Location!.Span.Line));
    }

    [Fact]
    public void AnEditionWithoutTheWordsHoldsNoProse()
    {
        var edition = System.IO.File.ReadAllText(Path.Combine(Repository.Root, "src", "ReportCompiler", "Forms", "Editions", "2021.yaml"));
        var findings = new Findings();
        var read = EditionReader.Read(findings,
            new Source("editions/x.yaml", Encoding.UTF8.GetBytes(edition[..edition.IndexOf("\n行文:", StringComparison.Ordinal)])));
        Assert.NotNull(read);
        Assert.Null(read.Phrasing);
    }
}
