using System.Text;
using System.Text.RegularExpressions;
using ReportCompiler.Diagnostics;
using ReportCompiler.Fixes;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests.Clerks;

/// <summary>What is told of a clerk's slips, and what is mended: never a figure.</summary>
public sealed partial class SlipTests
{
    private static readonly Edition Form = Editions.OfForm.For(2021)!;

    /// <summary>The slips by their names.</summary>
    public static TheoryData<string> Names => [.. SlipTable.All.Select(s => s.ToString())];

    /// <summary>All of them, also those that are told or mended in part.</summary>
    public static TheoryData<string> AllNames => [.. Everything.Select(s => s.ToString())];

    private static IEnumerable<SlipCase> Everything => SlipTable.All.Concat(SlipTable.InPart);

    [Fact]
    public void TheRightFileIsRight() => Assert.DoesNotContain(Findings(SlipTable.Right), f => f.Severity > Severity.Info);

    [Theory]
    [MemberData(nameof(Names))]
    public void OneSlipIsOneFindingThatSaysWhatToWrite(string name)
    {
        var slip = SlipTable.All.Single(s => s.ToString() == name);
        var findings = Findings(slip.Text);
        if (slip.Says is null)
        {
            Assert.Empty(findings);
            return;
        }
        Assert.Equal(slip.Findings, findings.Count);
        Assert.All(findings, f => Assert.Contains(slip.Says, f.Help!.Chinese, StringComparison.Ordinal));
        Assert.All(findings, f => Assert.NotNull(f.Location));
        // What is quoted may be Chinese; what is said around it is English.
        Assert.All(findings, f => Assert.DoesNotMatch("[，。；：、（）]", Quoted().Replace(f.Message.English + f.Help!.English, "")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void WhatIsMendedSaysTheSameAndStaysAsItIs(string name)
    {
        var slip = SlipTable.All.Single(s => s.ToString() == name);
        var file = Fixer.Data(Source(slip.Text));
        Assert.Equal(Findings(slip.Text).Any(f => !f.Edits.IsEmpty), file.IsChanged);
        if (!file.IsChanged) return;
        Assert.False(Fixer.Data(file.After).IsChanged);
        Assert.Empty(Findings(Text(file.After)));
        var (right, mended) = (Figures(Source(SlipTable.Right)), Figures(file.After));
        foreach (var cell in Form.Cells)
            if (mended[cell].Value != right[cell].Value)
                Assert.Contains(ReportCompiler.Input.Figure.Format(mended[cell].Value), Half(slip.Text), StringComparison.Ordinal);
    }

    /// <summary>Where each slip is told, with what words, and what its lines become: all of them in one file.</summary>
    [Theory]
    [MemberData(nameof(AllNames))]
    [Trait(ExpectedFiles.Trait, ExpectedFiles.Kept)]
    public void ASlipIsToldAndMendedAsExpected(string name)
    {
        var file = Path.Combine(Repository.Root, "tests", "ReportCompiler.Tests", "Clerks", "Slips.txt");
        var blocks = File.ReadAllText(file).Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .ToDictionary(static b => b.Split('\n')[0], static b => b.TrimEnd('\n'), StringComparer.Ordinal);
        blocks[name] = $"{name}\n{Told(Everything.Single(s => s.ToString() == name).Text)}".TrimEnd('\n');
        var known = Everything.Select(s => blocks.GetValueOrDefault(s.ToString())).OfType<string>();
        ExpectedFiles.IsEqual(file, string.Join("\n\n", known) + "\n");
    }

    private static string Told(string text)
    {
        var findings = Findings(text).Select(f => $"{f.Location!.Span.Line}:{f.Location.Span.Column}-{f.Location.Span.EndColumn} "
            + $"{f.Rule.Name}: {f.Message.Chinese}；{f.Help!.Chinese}\n");
        string[] before = text.Split('\n'), after = Text(Fixer.Data(Source(text)).After).Split('\n');
        var same = before.Zip(after).TakeWhile(static l => l.First == l.Second).Count();
        var alike = before[same..].Reverse().Zip(after[same..].Reverse()).TakeWhile(static l => l.First == l.Second).Count();
        var lines = before[same..^alike].Select(static l => "- " + l).Concat(after[same..^alike].Select(static l => "+ " + l));
        return string.Concat(findings) + string.Join('\n', lines.Select(Shown));
    }

    private static string Shown(string line) => line.Replace('\t', '→').Replace("\r", "␍", StringComparison.Ordinal).TrimEnd(' ');

    [Fact]
    public void SlipsAreManyAndOfEveryKind() => Assert.InRange(SlipTable.All.Count, 150, 250);

    /// <summary>The table as Word and Excel put it on the clipboard: merged cells at their first line, headings and all.</summary>
    private const string Pasted = """
        （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）			申请人情况						
        			自然人	法人或其他组织					总计
        				商业企业	科研机构	社会公益组织	法律服务机构	其他	
        一、本年新收政府信息公开申请数量			3	1	0	0	0	0	4
        二、上年结转政府信息公开申请数量			0	0	0	0	0	0	0
        三、本年度办理结果	（一）予以公开		1	1	0	0	0	0	2
        	（二）部分公开（区分处理的，只计这一情形，不计其他情形）		0	0	0	0	0	0	0
        	（三）不予公开	1.属于国家秘密	1	0	0	0	0	0	1
        		2.其他法律行政法规禁止公开	0	0	0	0	0	0	0
        	（四）无法提供	1.本机关不掌握相关政府信息	1						1
        	（七）总计		3	1	0	0	0	0	4
        四、结转下年度继续办理			0	0	0	0	0	0	0
        """;

    [Fact]
    public void AWholeTablePastedIsOneFindingAndIsMended()
    {
        foreach (var head in (string[])["依申请公开:\n", ""])
        {
            var at = SlipTable.Right.IndexOf("依申请公开:\n", StringComparison.Ordinal);
            var end = SlipTable.Right.IndexOf("复议诉讼:\n", StringComparison.Ordinal);
            var text = SlipTable.Right[..at] + head + Pasted + "\n" + SlipTable.Right[end..];
            var finding = Assert.Single(Findings(text));
            Assert.Contains("粘贴", finding.Message.Chinese, StringComparison.Ordinal);
            var file = Fixer.Data(Source(text));
            Assert.Empty(Findings(Text(file.After)));
            Assert.False(Fixer.Data(file.After).IsChanged);
            var (right, mended) = (Figures(Source(SlipTable.Right)), Figures(file.After));
            foreach (var cell in Form.Cells) Assert.Equal(right[cell].Value, mended[cell].Value);
        }
    }

    [Fact]
    public void RowsSideBySideAreMendedByTheirNumber()
    {
        var at = SlipTable.Right.IndexOf("复议诉讼:\n", StringComparison.Ordinal);
        var text = SlipTable.Right[..at] + "复议诉讼:\n行政复议\t\t\t\t\t行政诉讼\n1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n";
        Assert.Single(Findings(text));
        var file = Fixer.Data(Source(text));
        Assert.Empty(Findings(Text(file.After)));
        Assert.Equal(1, Figures(file.After)[Form.Find("复议诉讼.行政复议.结果维持")!].Value);
    }

    [Theory]
    [InlineData("本年新收\t3\t1\t0\t4", "7 列")]
    [InlineData("本年新收\t3\t\t0\t0\t0\t0\t4", "")]
    [InlineData("本年新收\t3\t约1\t0\t0\t0\t0\t4", "这一行有 7 格，表有 7 列，但有的格不是数字")]
    [InlineData("本年新收: 1 234 0 0 0 0 1", "")]
    [InlineData("本年新收: [3, 1, 0, 0, 0, 0, 5]", "")]
    public void WhatDoesNotFitIsLeftUntouched(string row, string says)
    {
        var text = SlipTable.Right.Replace("本年新收: {自然人: 3, 商业企业: 1, 总计: 4}", row, StringComparison.Ordinal);
        var finding = Assert.Single(Findings(text));
        Assert.Contains(says, finding.Message.Chinese, StringComparison.Ordinal);
        Assert.False(Fixer.Data(Source(text)).IsChanged);
    }

    [Fact]
    public void IndentationIsNotMendedWhereAnUnknownNameMayBeMeant()
    {
        var text = SlipTable.Right
            .Replace("    不予公开:\n      属于国家秘密", "    不给公开:\n    属于国家秘密", StringComparison.Ordinal);
        Assert.False(Fixer.Data(Source(text)).IsChanged);
    }

    [Fact]
    public void TwoLinesOutAreBlamedAndNotTheNext()
    {
        var text = SlipTable.Right.Replace("  行政处罚: 30\n  行政强制: 0", " 行政处罚: 30\n    行政强制: 0", StringComparison.Ordinal);
        Assert.Contains("第 8、9 行", Assert.Single(Findings(text)).Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void WideSpacesInAMarginAreNoTab() =>
        Assert.NotEmpty(Findings("单位: 县教育局\n年度: 2021\n主动公开:\n         行政许可: 3\n　　　　　行\n"));

    [Theory]
    [InlineData("  - 名称: 甲局\n    自：2019\n", 4)]
    [InlineData("  - 名称: 甲局\n    自:2019\n", 4)]
    [InlineData("  -   名称: 甲局\n      自：2019\n", 4)]
    [InlineData("  - - 甲局\n  - 名称: 乙局\n    前身：[丙局]\n", 5)]
    [InlineData("  - 名称: |\n      甲：局\n    自：2019\n", 5)]
    public void TheLinesOfAnItemAreLinesOfTheirOwn(string item, int line)
    {
        var findings = new Findings();

        ReportCompiler.Syntax.YamlReader.Read(findings, new SourceText("reportc.yaml", "机关: 甲县\n单位:\n" + item));

        var finding = Assert.Single(findings.All);
        Assert.Equal((Catalogue.Typing, line), (finding.Rule, finding.Location!.Span.Line));
    }

    [Fact]
    public void ALineFurtherInThanTheKeyOfAnItemGoesOnWithItsText()
    {
        var findings = new Findings();

        ReportCompiler.Syntax.YamlReader.Read(findings, new SourceText("reportc.yaml", "单位:\n  - 名称: 甲\n     乙：局\n"));

        Assert.Empty(findings.All);
    }

    private static List<Diagnostic> Findings(string text) =>
        [.. Compiler.CheckFile(Source(text)).Diagnostics.Where(d => d.Severity > Severity.Info)];

    private static Figures Figures(Source source) => FilingReader.Read(new Findings(), source, Form, null, 2021)!.Figures;

    private static Source Source(string text) => new("公安.yaml", Encoding.UTF8.GetBytes(text));

    private static string Text(Source source) => Encoding.UTF8.GetString(source.Bytes);

    private static string Half(string text) =>
        string.Concat(text.Select(Syntax.Names.HalfWidth)).Replace(",", "", StringComparison.Ordinal);

    [GeneratedRegex("“[^”]*”|\\([^)]*\\)")]
    private static partial Regex Quoted();
}
