using System.Collections.Immutable;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Schemas;
using ReportCompiler.Sources;

namespace ReportCompiler.Drafting;

/// <summary>The files of a new project that builds at once.</summary>
/// <remarks>
/// What builds has figures, and figures may be published. All 无 would pass for a year in which nothing happened, and figures of
/// the authority itself for its own. So there are two units that nobody has, on a roster that must be replaced (then their files
/// are errors), and a narrative whose first words, in the report too, are that the figures are made up.
/// </remarks>
public static class Starter
{
    private static readonly string[] Units = ["示例一局", "示例二局"];

    /// <summary>The files of a project without data.</summary>
    /// <param name="authority">The authority.</param>
    /// <param name="year">The year of the example.</param>
    /// <param name="edition">The form of that year.</param>
    public static ImmutableArray<StarterFile> WithExample(string authority, int year, Edition edition) =>
    [
        new(ProjectLayout.ProjectFile, ProjectFile(authority, year, $$"""
            单位:                          # 名册：哪些单位报送。换成真实的单位；只有本机关自己填报的，整段删去
              - {{Units[0]}}
              - {{Units[1]}}
            # - {名称: 新设的局, 自: {{year}}, 前身: [撤销的局]}
            # - {名称: 撤销的局, 至: {{year - 1}}}
            """)),
        Ignored,
        new($"{ProjectLayout.DataOf(year)}/{Units[0]}.yaml", Data(edition, year, Units[0], new Example(edition).Fill)),
        new($"{ProjectLayout.DataOf(year)}/{Units[1]}.yaml", Data(edition, year, Units[1], Example.Nothing)),
        new(ProjectLayout.NarrativeOf(year), Narrative(edition, year)),
    ];

    /// <summary>What a version control need not keep: the reports, made again at any time, and files kept as they were.</summary>
    private static readonly StarterFile Ignored =
        new(Path: ".gitignore", Text: $"""
            # reportc build 写出的报告，随时可以重新生成
            {ProjectLayout.Out}/
            # reportc check --fix 改了编码，原来的文件留作
            *.orig

            """.ReplaceLineEndings("\n"));

    /// <summary>The files of a project whose data lies there already: nothing is added to real figures.</summary>
    public static ImmutableArray<StarterFile> WithoutExample(string authority, int year) =>
    [
        new(ProjectLayout.ProjectFile, ProjectFile(authority, year, $$"""
            # 单位:                        # 名册：哪些单位报送；不写名册，data 里的文件都汇总，但不知道谁没有报
            #   - 某某局
            #   - {名称: 新设的局, 自: {{year}}, 前身: [撤销的局]}
            #   - {名称: 撤销的局, 至: {{year - 1}}}
            """)),
        Ignored,
    ];

    private static string ProjectFile(string authority, int year, string roster) => $$"""
        {{Schema.ProjectModeline}}
        # 项目文件：谁的报告，哪些单位报送。必须写的只有“机关”。
        机关: {{FigureWriter.Name(authority)}}    # 报告的署名单位，写全称
        # 简称: 某某区                 # 用于标题：某某区{{year}}年政府信息公开工作年度报告；不写就用全称
        # 联系方式:                    # 印在正文之前；地址、邮编、电话必须公布，写好后删去行首的 #
        #   单位: 某某区人民政府办公室
        #   地址: 某某路1号
        #   邮编: "830017"             # 邮编和电话加引号
        #   电话: "0991-1234567"
        # 发布日期: {{{year}}: {{year + 1}}-03-20}    # 印在署名之下
        {{roster}}
        # 指标:                        # 法定表格以外、本机关自己要统计的数
        #   - {键: 发布信息条数, 名称: 发布各类政府信息, 计量: 条, 汇总: 求和}
        # 下级: [districts/*]          # 下级机关自己的项目文件夹，各自汇总后并入
        # 期限: {单位: 01-20, 汇总: 02-20}    # 次年的日期；不写就是法定的 01-31 和 03-31

        """.ReplaceLineEndings("\n");

    private static string Data(Edition edition, int year, string unit, Func<Row, DraftedRow> fill)
    {
        var lines = new CommentedLines();
        lines.Add(Schema.DataModeline(edition));
        lines.Remark("", "示例文件：单位和数字都是虚构的，真实的数据填好后删去。");
        lines.Remark("", "没有的写 无；一行有几列的，为 0 的列可以不写；总计由程序计算。");
        lines.Break();
        lines.Add($"{FileKeys.Unit}: {unit}", "与 reportc.yaml 名册上的名称一致");
        lines.Add($"{FileKeys.Year}: {year}", "与所在文件夹一致");
        new DataFile(edition, lines, fill).AddTables();
        return lines.ToString();
    }

    private static string Narrative(Edition edition, int year)
    {
        var file = ProjectLayout.NarrativeOf(year);
        var figures = string.Join('、', edition.KeyFigures.Select(f => $"{f.Label} {{{{ {f.Cell.Path} }}}}"));
        var sections = edition.Sections.Where(s => s.Table is null)
            .Select((s, i) => $"## {edition.HeadingOf(s)}\n\n{Text(s, isFirst: i == 0)}\n");
        return $$$"""
            {{ # 正文用 Markdown 写。双花括号里写表格中的名称，生成报告时换成汇总数。表格由程序放入，这里不必写。 }}
            **示例，不得发布：本报告中的单位和数字都是虚构的。**（数据换成真实的、正文写好以后，在 {{{file}}} 中删去这一段。）


            """.ReplaceLineEndings("\n") + string.Join('\n', sections);

        string Text(Section section, bool isFirst)
        {
            if (edition.Phrasing?.Fee is { } fee && fee.Section == section.Ordinal) return $"本年度未收取{fee.Words[0]}。";
            return isFirst ? $"（在这里写本年度工作情况。）主要数据：{figures}。" : "（在这里写。）";
        }
    }
}
