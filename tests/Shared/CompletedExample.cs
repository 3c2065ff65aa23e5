using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ReportCompiler.Explaining;
using ReportCompiler.Sources;

namespace Tests.Shared;

/// <summary>The examples of <c>explain</c> show what they are about; here is the rest of their files.</summary>
internal static partial class CompletedExample
{
    private const string Sections = "## 一、总体情况\n\n工作平稳。\n\n## 五、存在的主要问题及改进情况\n\n"
        + "个别信息更新不及时，将加强督促。\n\n## 六、其他需要报告的事项\n\n本年度未收取信息处理费。\n";

    private const string SectionsOf2014 =
        "## 一、概述\n\n工作平稳。\n\n## 二、主动公开政府信息情况\n\n见附表。\n\n## 三、依申请公开政府信息情况\n\n见附表。\n\n"
        + "## 四、行政复议、行政诉讼情况\n\n见附表。\n\n## 五、收费情况\n\n见附表。\n\n"
        + "## 六、存在的主要问题及改进情况\n\n个别信息更新不及时，将加强督促。\n";

    private static readonly string[] Tables = ["主动公开", "依申请公开", "复议诉讼"];

    /// <summary>Whether it is a file, not a command line or what the screen shows.</summary>
    public static bool IsFile(ExampleFile file) => file.Name.Contains('.', StringComparison.Ordinal);

    /// <summary>A narrative that lacks nothing.</summary>
    public static string Narrative(int year) => year < 2019 ? SectionsOf2014 : Sections;

    /// <summary>A file of an example as it lies in a project.</summary>
    public static Source Of(ExampleFile file)
    {
        var match = Remark().Match(file.Name);
        var path = match.Success ? file.Name[..match.Index] : file.Name;
        var text = path.Split('/') switch
        {
            ["data", var year, _] => Data(file.Content, int.Parse(year, CultureInfo.InvariantCulture)),
            ["narrative", _] => CompleteNarrative(file.Content),
            ["reportc.yaml"] => Project(file.Content),
            _ => file.Content,
        };
        if (!match.Success) return new Source(path, Encoding.UTF8.GetBytes(text));
        if (match.Groups["size"].Success)
            text = string.Concat(Enumerable.Repeat(text,
                (int.Parse(match.Groups["size"].ValueSpan, CultureInfo.InvariantCulture) << 20) / text.Length));
        var encoding = match.Groups["encoding"].Success
            ? CodePagesEncodingProvider.Instance.GetEncoding(match.Groups["encoding"].Value)!
            : Encoding.UTF8;
        return new Source(path, encoding.GetBytes(text));
    }

    /// <summary>A data file that shows one table gets its head and the other tables; a whole or an empty file stays as it is.</summary>
    public static string Data(string text, int year) => !Tables.Any(t => text.StartsWith(t, StringComparison.Ordinal)) ? text
        : $"单位: 区公安分局\n年度: {year}\n{text}"
            + string.Concat(Tables.Where(t => !text.Contains(t + ":", StringComparison.Ordinal)).Select(t => t + ": 无\n"));

    /// <summary>Prose alone belongs to section 一; the sections that are not shown are there.</summary>
    private static string CompleteNarrative(string text)
    {
        var shown = text.StartsWith("## ", StringComparison.Ordinal) ? text : $"## 一、总体情况\n\n{text}";
        var others = Sections.Split("## ", StringSplitOptions.RemoveEmptyEntries)
            .Where(s => !shown.Contains("## " + s[..2], StringComparison.Ordinal)).Select(s => "## " + s);
        return $"{shown}\n{string.Join('\n', others)}";
    }

    /// <summary>A project file with its contact line.</summary>
    public static string Project(string text) =>
        text.Contains("联系方式", StringComparison.Ordinal)
            ? text : text + "联系方式: {单位: 区政府办公室, 地址: 南湖北路一号, 邮编: \"830017\", 电话: \"4684320\"}\n";

    [GeneratedRegex("（((?<size>[0-9]+) MB|(?<encoding>[A-Z0-9]+))）$")]
    private static partial Regex Remark();
}
