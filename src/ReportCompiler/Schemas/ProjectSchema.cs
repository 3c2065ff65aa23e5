using System.Collections.Immutable;
using System.Globalization;
using ReportCompiler.Diagnostics;
using ReportCompiler.Projects;
using ReportCompiler.Sources;

namespace ReportCompiler.Schemas;

/// <summary>The schema of reportc.yaml: what its reader takes, field by field. A field left empty is a field left out.</summary>
/// <param name="json">Takes it.</param>
/// <param name="editions">The names of the editions, newest first.</param>
/// <param name="rules">The rules whose severity may be changed.</param>
internal sealed class ProjectSchema(SchemaWriter json, ImmutableArray<string> editions, ImmutableArray<Rule> rules)
{
    /// <summary>A step of a path below the project's folder.</summary>
    private const string Step = @"(?!\.{1,2}(/|$))[^/\\]+";

    private const string Year = "^[0-9]{4}$";

    private const string Span = @"^[0-9]{4}(\.\.([0-9]{4})?)?$";

    /// <summary>Writes its keywords.</summary>
    public void Write()
    {
        json.Says(ProjectLayout.ProjectFile, "一个机关的年度报告项目：机关、名册、自己的指标");
        WriteObject(required: "机关", mayBeEmpty: false,
            ("机关", () => Field("编制报告的机关", "署名，也是标题里的名称（没有写 简称 时）", WriteText, "某县人民政府")),
            ("简称", () => Field("标题里的名称", "不写就用 机关", WriteOptionalText, "某县")),
            ("联系方式", WriteContact),
            ("发布日期", () => Field("发布日期", "署名旁的日期，按报告年度写：2021: 2022-03-18", () => WriteYears(() =>
            {
                json.Type("string");
                json.Text("pattern", $"^{DatePattern.Day}$");
            }))),
            ("单位", () => Field("名册", "谁要报送。不写名册，交来的文件都算，也不查缺报", () => WriteList(WriteUnit))),
            ("下级", () => Field("下级项目", "下级项目的文件夹，* 代表名称里任意一段；它们的汇总数像一个单位那样计入", () => WriteList(() =>
            {
                json.Type("string");
                json.Text("pattern", $"^{Step}(/{Step})*$");
            }), "districts/*")),
            ("共享", () => Field("共享的文件夹", "项目以外的文件夹，项目里的链接可以指向它们；相对路径从项目文件夹算起",
                () => WriteList(() =>
                {
                    json.Type("string");
                    json.Text("pattern", @"\S");
                }), "../shared-templates")),
            (Indicator.Group, () => Field("自己的指标", "法定表格以外，本机关自己统计的数", () => WriteList(WriteIndicator))),
            ("版式", () => Field("版式", "报告的样子", () => WriteObject(null, true,
                ("零值", () => WriteChoice("值为 0 的格", "填零：印 0（默认）；留空：不印", "填零", "留空")),
                ("小数", () => Field("金额的小数", "报告里的金额四舍五入到几位；不写就按原数", () =>
                    json.List("enum", [0, 1, 2, 3, 4, 5, 6], ["0", "1", "2", "3", "4", "5", "6", null])))))),
            ("输出", () => Field("输出", "build 生成哪些文件；不写：md、html、totals、review", () => WriteList(() =>
                json.List("enum", [], [.. Outputs.All])), "docx")),
            ("格式", () => Field("另用格式", "某一年度不用当年的格式，另用一版：2020: \"2021\"；连续几年写 2019..2020，一直下去写 2027..",
                () => WriteYears(() => json.List("enum", editions.Select(Whole).OfType<decimal>(), [.. editions]), Span))),
            ("规则", WriteSeverities),
            ("期限", () => Field("期限", "次年的日期，月-日；默认 单位 01-31、汇总 03-31（条例第四十九条）", () => WriteObject(null, true,
                ("单位", () => Field("单位报送的期限", "月-日", WriteMonthDay, "01-20")),
                ("汇总", () => Field("发布的期限", "月-日", WriteMonthDay, "02-20"))))));
    }

    private void WriteContact() => Field("联系方式", "印在报告开头；邮编、电话加引号", () => WriteObject(null, true,
        ("单位", () => Field("单位", "承办的单位", WriteOptionalText)),
        ("地址", () => Field("地址", "", WriteOptionalText)),
        ("邮编", () => Field("邮编", "加引号，例如 \"830017\"", WriteOptionalText)),
        ("电话", () => Field("电话", "加引号，例如 \"4684320\"", WriteOptionalText)),
        ("网址", () => Field("网址", "", WriteOptionalText))));

    private void WriteUnit() => json.Schemas("anyOf", [.. Texts, () => WriteObject("名称", false,
        ("名称", () => Field("单位名称", "与数据文件的 单位 一致", WriteText)),
        ("自", () => Field("首个报送年度", "不写：一直有", WriteNumber)),
        ("至", () => Field("最后报送年度", "不写：没有撤销", WriteNumber)),
        ("前身", () => Field("前身", "由哪些单位改名、合并、分立而来；它们也要列在名册里", () => WriteList(WriteText))))]);

    private void WriteIndicator() => WriteObject("键", false,
        ("键", () => Field("键", "数据文件和模板里的名称：字母（汉字）、数字、下划线，不以数字开头", () =>
        {
            json.Type("string");
            json.Text("pattern", @"^[\p{L}_][\p{L}\p{Nd}_]*$");
        }, "发布信息条数")),
        ("名称", () => Field("名称", "报告里印的名称；不写就用 键", WriteOptionalText)),
        ("计量", () => Field("计量", "单位，例如 条、万元；以“元”结尾的可以有小数", WriteOptionalText, "条")),
        ("汇总", () => WriteChoice("汇总", "求和（默认）、取最大的一个，或不汇总", "求和", "最大", "不汇总")),
        ("小数", () => WriteChoice("小数", "是否可以有小数；不写时只有以“元”计量的可以", "允许", "不允许")));

    private void WriteSeverities() => Field("规则的轻重", "只能改本来不是错误的规则", () => WriteObject(null, true,
        [.. rules.Select<Rule, (string, Action)>(r => (r.Name, () => WriteSeverity(r)))]));

    private void WriteSeverity(Rule rule) => WriteChoice(
        rule.Title.Chinese,
        $"{rule.Code}；默认：{rule.Severity.Name().Chinese}\nEnglish: {rule.Title.English}",
        [.. SeverityWords.Choices.Select(c => c.Word)]);

    private void Field(string title, string description, Action keywords, string? example = null)
    {
        json.Says(title, description);
        keywords();
        if (example is not null) json.List("examples", example);
    }

    private void WriteText() => json.Schemas("anyOf", Texts);

    /// <summary>What an editor reads where a text is meant; the text stands first: of two that fail it is the one that is told.</summary>
    private IEnumerable<Action> Texts =>
    [
        () =>
        {
            json.Type("string");
            json.Number("minLength", 1);
        },
        () => json.Type("number"),
        () => json.Type("boolean"),
    ];

    private void WriteOptionalText() => json.AnyOf("string", "number", "boolean", "null");

    private void WriteNumber()
    {
        json.OfText("^[0-9]{0,9}$", () =>
        {
            json.Type("integer", "null");
            json.Number("minimum", 0);
            json.Number("maximum", 999_999_999);
        });
    }

    private void WriteMonthDay()
    {
        json.Type("string", "null");
        json.Text("pattern", $"^({DatePattern.MonthDay})?$");
    }

    private void WriteChoice(string title, string description, params ReadOnlySpan<string?> words)
    {
        json.Says(title, description);
        json.List("enum", [.. words, null]);
    }

    private void WriteList(Action item)
    {
        json.Type("array", "null");
        json.Object("items", item);
    }

    private void WriteYears(Action value, string years = Year)
    {
        json.Type("object", "null");
        json.Object("patternProperties", () => json.Object(years, value));
        json.NothingElse();
    }

    private void WriteObject(string? required, bool mayBeEmpty, params ReadOnlySpan<(string Name, Action Write)> properties)
    {
        if (mayBeEmpty) json.Type("object", "null");
        else json.Type("object");
        if (required is not null) json.List("required", required);
        var all = properties.ToArray();
        json.Object("properties", () =>
        {
            foreach (var (name, write) in all) json.Object(name, write);
        });
        json.NothingElse();
    }

    /// <summary>The number an editor reads where the name of an edition stands without quotes; null if it stays a text.</summary>
    private static decimal? Whole(string edition) =>
        int.TryParse(edition, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
