using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>An edition is used only if each of its totals is the sum of all that stands beside it.</summary>
public sealed class EditionTotalsTests
{
    private const string Columns = "列: [{键: 甲, 英文: a}, {键: 乙, 英文: b}, {键: 合计, 英文: total}]";
    private const string OneRow = "行: [{键: 收到, 英文: received}]";
    private const string Listed = """
        排列: 清单
            值: {名称: 统计数, 英文: figure}
            行:
              - 键: 申请
                英文: requests
                行:
                  - {键: 收到, 英文: received, 自有值: 是, 行: [{键: 当面, 英文: in person}, {键: 信函, 英文: letters}]}
                  - 键: 答复
                    英文: replies
                    自有值: 是
                    行:
                      - {键: 公开, 英文: disclosed}
                      - {键: 不公开, 英文: refused, 自有值: 是, 行: [{键: 秘密, 英文: secret}, {键: 隐私, 英文: privacy}]}
              - {键: 会议, 英文: meetings, 自有值: 是, 行: [{键: 其中线上, 英文: of which online}]}
        """;

    private const string Subtotals = """
        列:
              - {名称: 法人, 英文: legal persons, 列: [{键: 企业, 英文: a}, {键: 社团, 英文: b}, {键: 小计, 英文: c}]}
              - {键: 个人, 英文: d}
              - {键: 合计, 英文: total}
        """;

    private const string Flat =
        "列: [{键: 甲, 英文: a}, {键: 乙, 英文: b}, {键: 小计一, 英文: c}, " +
        "{键: 丙, 英文: d}, {键: 小计二, 英文: e}, {键: 合计, 英文: total}]";

    private const string Groups = """
        列: [{键: 数, 英文: n}]
            行:
              - {键: 收到, 英文: received}
              - 键: 结果
                英文: outcomes
                行:
                  - {键: 公开, 英文: disclosed}
                  - {键: 不公开, 英文: refused, 行: [{键: 秘密, 英文: secret}, {键: 隐私, 英文: privacy}]}
                  - {键: 合计, 英文: total}
              - {键: 结转, 英文: carried on}
        """;

    private const string TwoBands = """
        栏:
              - {值: {名称: 决定数, 英文: decisions}, 行: [{键: 许可, 英文: licences}]}
              - {值: {名称: 处理数, 英文: cases}, 行: [{键: 处罚, 英文: penalties}, {键: 强制, 英文: measures}, {键: 合计, 英文: total}]}
        """;

    /// <summary>A table, the formulas that compute totals, and what is left out by name; none if the edition is right.</summary>
    public static TheoryData<string, string[], string?> Shapes => new()
    {
        // Totals of rows.
        { $"{Columns}\n    {OneRow}", ["行 合计 = 甲 + 乙"], null },
        { $"{Columns}\n    {OneRow}", ["行 合计 = 甲"], "乙" },
        { $"{Columns.Replace("{键: 乙, 英文: b}", "{键: 乙, 英文: b, 不计入: 是}")}\n    {OneRow}", ["行 合计 = 甲"], null },
        { $"{Columns.Replace("{键: 乙, 英文: b}", "{键: 乙, 英文: b, 不计入: 否}")}\n    {OneRow}", ["行 合计 = 甲"], "乙" },
        // Of two levels, the subtotal below its heading, added itself or by its parts.
        { $"{Subtotals}\n    {OneRow}", ["行 小计 = 企业 + 社团", "行 合计 = 小计 + 个人"], null },
        { $"{Subtotals}\n    {OneRow}", ["行 合计 = 个人 + 企业 + 社团", "行 小计 = 社团 + 企业"], null },
        { $"{Subtotals}\n    {OneRow}", ["行 小计 = 企业", "行 合计 = 小计 + 个人"], "社团" },
        { $"{Subtotals}\n    {OneRow}", ["行 小计 = 企业 + 社团", "行 合计 = 小计"], "个人" },
        { $"{Subtotals}\n    {OneRow}", ["行 小计 = 企业 + 社团"], "个人" },
        { $"{Subtotals}\n    {OneRow}", ["行 小计 = 企业 + 社团", "行 合计 = 个人 + 企业"], "社团" },
        // Side by side: the parts of one subtotal stand beside the other, and the total holds all.
        { $"{Flat}\n    {OneRow}", ["行 小计一 = 甲 + 乙", "行 小计二 = 丙", "行 合计 = 小计一 + 小计二"], null },
        { $"{Flat}\n    {OneRow}", ["行 小计一 = 甲", "行 小计二 = 丙", "行 合计 = 小计一 + 小计二"], "乙" },
        { $"{Flat}\n    {OneRow}", ["行 小计一 = 甲 + 乙", "行 小计二 = 丙", "行 合计 = 小计二"], "甲" },
        // Totals of columns: rows and groups of rows.
        { Groups, ["列 结果.合计 = 结果.公开 + 结果.不公开"], null },
        { Groups, ["列 结果.合计 = 结果.公开 + 结果.不公开.秘密 + 结果.不公开.隐私"], null },
        { Groups, ["列 结果.合计 = 结果.公开"], "结果.不公开" },
        { Groups, ["列 结果.合计 = 结果.公开 + 结果.不公开.秘密"], "结果.不公开.隐私" },
        { Groups, ["列 结果.合计 = 收到 + 结果.公开 + 结果.不公开"], "结转" },
        { Groups.Replace("英文: refused", "英文: refused, 不计入: 是"), ["列 结果.合计 = 结果.公开"], null },
        { Groups.Replace("英文: outcomes", "英文: outcomes\n        不计入: 是"), ["列 结果.合计 = 结果.公开"], "结果.不公开" },
        // Single cells by their paths; bands; of another table nothing stands beside.
        { $"{Columns}\n    {OneRow}", ["收到.合计 = 收到.甲 + 收到.乙"], null },
        { $"{Columns}\n    {OneRow}", ["收到.合计 = 收到.乙"], "甲" },
        { TwoBands, ["合计 = 处罚 + 强制"], null },
        { TwoBands, ["合计 = 处罚"], "强制" },
        { TwoBands, ["合计 = 许可 + 处罚 + 强制"], null },
        { TwoBands, ["合计 = 许可 + 处罚"], "强制" },
        // A list of indicators: a group's own value is computed only if a rule says so.
        { Listed, ["申请.收到.总计 = 申请.收到.当面 + 申请.收到.信函"], null },
        { Listed, ["申请.答复.总计 = 申请.答复.公开 + 申请.答复.不公开.总计", "申请.答复.不公开.总计 = 申请.答复.不公开"], null },
        { Listed, ["申请.收到.总计 = 申请.收到.当面"], "申请.收到.信函" },
        { Listed, ["申请.答复.总计 = 申请.答复.公开", "申请.答复.不公开.总计 = 申请.答复.不公开"], "申请.答复.不公开" },
        { Listed, ["申请.答复.总计 = 申请.答复.公开 + 申请.答复.不公开"], "申请.答复.不公开.总计" },
    };

    [Theory, MemberData(nameof(Shapes))]
    public void A_total_is_the_sum_of_all_beside_it(string table, string[] formulas, string? missing)
    {
        var findings = new Findings();
        var edition = EditionReader.Read(findings, Edition(table, formulas));
        if (missing is null) Assert.Empty(findings.All.Select(f => f.Message.Chinese));
        else
        {
            Assert.Null(edition);
            Assert.All(findings.All, f => Assert.Equal(Catalogue.Edition, f.Rule));
            var finding = findings.All.First(f => f.Message.Chinese.Contains($"没有计入旁边的“{missing}”", StringComparison.Ordinal));
            var (formula, part) = (finding.Location!, Assert.Single(finding.Related).Location!);
            Assert.StartsWith("  - {规则: r", formula.Source.Line(formula.Span.Line), StringComparison.Ordinal);
            Assert.Contains(missing[(missing.LastIndexOf('.') + 1)..]
                .Replace("总计", "自有值", StringComparison.Ordinal), part.Source.Line(part.Span.Line), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("2014"), InlineData("2019"), InlineData("2021")]
    public void A_built_in_edition_without_one_part_of_one_total_is_refused(string key)
    {
        var file = Path.Combine(Repository.Root, "src", "ReportCompiler", "Forms", "Editions", $"{key}.yaml");
        var lines = File.ReadAllLines(file);
        var tried = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].Contains(" 式: ", StringComparison.Ordinal) || !lines[i + 1].Contains(" 得出: ", StringComparison.Ordinal))
                continue;
            var sides = lines[i].Split(" = ");
            var parts = sides[1].Split(" + ");
            for (var p = 0; p < parts.Length; p++, tried++)
            {
                string[] changed = [.. lines];
                changed[i] = $"{sides[0]} = {string.Join(" + ", parts.Where((_, at) => at != p))}";
                var findings = new Findings();
                Assert.Null(EditionReader.Read(findings,
                    new Source("editions/x.yaml", Encoding.UTF8.GetBytes(string.Join('\n', changed)))));
                Assert.All(findings.All, f => Assert.Equal((i + 1, Catalogue.Edition), (f.Location!.Span.Line, f.Rule)));
            }
        }
        Assert.InRange(tried, 10, 60);
    }

    [Theory]
    [InlineData(500, 1, null)]
    [InlineData(501, 1, "501 条规则")]
    [InlineData(2, 5000, "25000 格")]
    public void An_edition_of_totals_made_of_totals_is_read_up_to_a_limit(int totals, int rows, string? said)
    {
        var numbers = Enumerable.Range(1, totals).ToList();
        var columns = string.Join(", ", numbers.Select(i => $"{{键: 甲{i}, 英文: a}}, {{键: 计{i}, 英文: t}}"));
        var lines = string.Join(", ", Enumerable.Range(0, rows).Select(i => $"{{键: 行{i}, 英文: r}}"));
        var formulas = numbers.Select(i => $"行 计{i} = {(i == 1 ? "甲0" : $"计{i - 1}")} + 甲{i}");
        var findings = new Findings();
        EditionReader.Read(findings, Edition($"列: [{{键: 甲0, 英文: a}}, {columns}]\n    行: [{lines}]", formulas));
        if (said is null) Assert.Empty(findings.All);
        else Assert.Contains(said, Assert.Single(findings.All).Message.Chinese, StringComparison.Ordinal);
    }

    /// <summary>An edition of one table.</summary>
    internal static Source Edition(string table, IEnumerable<string> formulas) => new("editions/x.yaml", Encoding.UTF8.GetBytes($$"""
        版本: 试行
        自: 2030
        依据: 无
        标题: 无
        表:
          - 键: 表
            英文: table
            题: 表
            {{table}}
        规则:
        {{string.Join('\n', formulas.Select(Rule))}}
        """));

    private static string Rule(string formula, int number)
    {
        var each = formula[1] == ' ' ? $"每: {formula[0]}, " : "";
        var text = each.Length > 0 ? formula[2..] : formula;
        return $"  - {{规则: r{number}, 代码: X{number}, 名称: r{number}, 表: 表, {each}式: {text}, 得出: {text.Split(' ')[0]}}}";
    }
}
