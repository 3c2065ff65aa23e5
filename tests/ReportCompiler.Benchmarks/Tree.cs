using System.Globalization;
using System.Text;

namespace ReportCompiler.Benchmarks;

/// <summary>
/// A tree of invented projects to measure the command line with: a city and its districts, or one district alone. The same numbers
/// give the same tree; nothing in it is a finding.
/// </summary>
/// <param name="root">The folder written into.</param>
/// <param name="units">How many units a district has.</param>
/// <param name="years">How many years, from 2021 on.</param>
internal sealed class Tree(string root, int units, int years)
{
    private const int FirstYear = 2021;
    private const string Contact = "联系方式: {地址: 示例路1号, 邮编: \"100000\", 电话: \"010-12345678\"}\n";

    private const string Narrative = """
        ## 一、总体情况

        {{ 年度 }}年，{{ 简称 }}制发行政规范性文件{{ 主动公开.行政规范性文件.本年制发件数 }}件，作出行政许可决定{{ 主动公开.行政许可 }}件。
        新收政府信息公开申请{{ 依申请公开.本年新收.总计 }}件，办结{{ 依申请公开.办理结果.总计.总计 }}件。

        ## 五、存在的主要问题及改进情况

        个别栏目更新不够及时，下一步明确责任单位和更新时限。

        ## 六、其他需要报告的事项

        本年度未收取信息处理费。

        """;

    private readonly Random _random = new(20210101);

    /// <summary>Writes a district, or a city of several.</summary>
    public void Write(int districts)
    {
        if (districts > 1)
        {
            Write("reportc.yaml", $"机关: 示例市人民政府\n{Contact}下级: [districts/*]\n");
            Narratives("");
        }
        for (var i = 0; i < districts; i++) District(districts > 1 ? $"districts/{i:000}" : "", $"第{i:000}区人民政府");
    }

    private void District(string folder, string name)
    {
        var names = Enumerable.Range(1, units).Select(i => string.Create(CultureInfo.InvariantCulture, $"第{i:00}局")).ToList();
        Write($"{folder}/reportc.yaml", $"机关: {name}\n{Contact}单位: [{string.Join(", ", names)}]\n");
        Narratives(folder);
        foreach (var unit in names) Unit($"{folder}/data", unit);
    }

    private void Narratives(string folder)
    {
        for (var year = FirstYear; year < FirstYear + years; year++) Write($"{folder}/narrative/{year}.md", Narrative);
    }

    /// <summary>A unit's files; what one carries over and has in force the next takes up.</summary>
    private void Unit(string folder, string unit)
    {
        var (carried, inForce) = (0, _random.Next(10));
        for (var year = FirstYear; year < FirstYear + years; year++)
        {
            var (issued, received, firms) = (_random.Next(3), _random.Next(3, 12), _random.Next(3));
            var pending = _random.Next(3);
            var open = _random.Next(received + carried - pending + 1);
            Write($"{folder}/{year}/{unit}.yaml", $$"""
                单位: {{unit}}
                年度: {{year}}
                主动公开:
                  规章: 无
                  行政规范性文件: {本年制发件数: {{issued}}, 本年废止件数: 0, 现行有效件数: {{inForce + issued}}}
                  行政许可: {{_random.Next(400, 1200)}}
                  行政处罚: {{_random.Next(20, 80)}}
                  行政强制: {{_random.Next(4)}}
                  行政事业性收费: {{_random.Next(100, 400)}}.{{_random.Next(1, 99):00}}
                依申请公开:
                  本年新收: {自然人: {{received}}, 商业企业: {{firms}}, 总计: {{received + firms}}}
                  上年结转: {自然人: {{carried}}, 总计: {{carried}}}
                  办理结果:
                    予以公开: {自然人: {{open}}, 商业企业: {{firms}}, 总计: {{open + firms}}}
                    部分公开: 无
                    不予公开: 无
                    无法提供:
                      本机关不掌握相关政府信息: {自然人: {{received + carried - pending - open}}}
                      没有现成信息需要另行制作: 无
                      补正后申请内容仍不明确: 无
                    不予处理: 无
                    其他处理: 无
                    总计: {自然人: {{received + carried - pending}}, 商业企业: {{firms}}, 总计: {{received + carried - pending + firms}}}
                  结转下年度: {自然人: {{pending}}, 总计: {{pending}}}
                复议诉讼:
                  行政复议: {结果维持: {{_random.Next(2)}}}
                  未经复议直接起诉: 无
                  复议后起诉: 无

                """);
            (carried, inForce) = (pending, inForce + issued);
        }
    }

    private void Write(string path, string text)
    {
        var full = Path.Join(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text.ReplaceLineEndings("\n"), new UTF8Encoding(false));
    }
}
