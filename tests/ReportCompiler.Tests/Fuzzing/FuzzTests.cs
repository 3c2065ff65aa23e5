using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Fixes;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests.Fuzzing;

/// <summary>
/// Thousands of files with a few changes each, the same in every run: no exception, no hang, and what is read of a data file is what a
/// second reader reads. A case that fails is named by its number: <c>new Mutator(number)</c> makes it again.
/// </summary>
public sealed class FuzzTests
{
    private const string Project = """
        机关: 某县人民政府
        简称: 某县
        联系方式: {单位: 办公室, 地址: 某路1号, 邮编: "830000", 电话: "1234567"}
        发布日期: {2021: 2022-03-18}
        单位:
          - 甲局
          - {名称: 乙局, 自: 2019, 前身: [丙局]}
          - {名称: 丙局, 至: 2018}
        指标:
          - {键: 条数, 名称: 发布信息, 计量: 条, 汇总: 求和}
        版式: {零值: 填零}
        规则: {in-force: 关}
        期限: {单位: 01-20, 汇总: 02-20}

        """;

    private const string Data = """
        单位: 甲局
        年度: 2021
        报送日期: 2022-01-12
        主动公开:
          规章: {本年制发件数: 0, 本年废止件数: 0, 现行有效件数: 0}
          行政规范性文件: {本年制发件数: 2, 本年废止件数: 1, 现行有效件数: 9}
          行政许可: 1234
          行政处罚: 30
          行政强制: 0
          行政事业性收费: 10.59  # 万元
        依申请公开:
          本年新收: {自然人: 2, 商业企业: 1, 总计: 3}
          上年结转: 无
          办理结果:
            予以公开: {自然人: 1, 商业企业: 1}
            无法提供:
              本机关不掌握相关政府信息: {自然人: 1}
            总计: {自然人: 2, 商业企业: 1, 总计: 3}
          结转下年度: 无
        复议诉讼:
          行政复议: {结果维持: 1, 总计: 1}
        指标: {条数: 12}
        说明:
          主动公开.行政许可: 机构改革

        """;

    private const string Rules = """
        规则:
          - {规则: fee, 代码: BD01, 名称: 没有申请就没有收费, 英文: no fee, 级别: 警告, 式: 主动公开.行政强制 <= 主动公开.行政处罚}
          - 规则: sum
            代码: BD02
            名称: 合计
            英文: sum
            表: 依申请公开
            每: 列
            式: 本年新收 + 上年结转 = 办理结果.总计 + 结转下年度

        """;

    private const string Narrative = """
        某县{{ 年度 }}年度报告。

        ## 一、总体情况

        本年新收政府信息公开申请 {{ 依申请公开.本年新收.总计 }} 件，占 50%，比上年增长 3 件。**一是加强领导。**未收到行政复议。

        {{ if 上年 }}上年 {{ 上年.主动公开.行政许可 }} 件{{ end }}

        ## 五、存在的主要问题及改进情况

        - 公开还不够[及时](https://www.gov.cn)。

        ## 六、其他需要报告的事项

        本年度未收取信息处理费。

        """;

    [Fact]
    public void Data_files_are_read_as_a_second_reader_reads_them()
    {
        var (compared, edition) = (0, Editions.OfForm.For(2021)!);
        // Names that only the compiler matches, such as labels and names in other width, are not the second reader's.
        var names = edition.Cells.SelectMany(c => Beginnings(c.Path)).ToHashSet(StringComparer.Ordinal);
        var figures = Data[..Data.IndexOf("指标:", StringComparison.Ordinal)];
        Each(8000, mutator =>
        {
            var bytes = mutator.BytesOf(mutator.Of(figures));
            var (filing, findings) = InMemory.Read(bytes, 2021);
            if (filing is null || findings.HasErrors || PlainReading.Of(Encoding.UTF8.GetString(bytes)) is not { } plain) return;
            if (!plain.Keys.All(names.Contains)) return;
            compared++;
            AssertSame(edition, filing, plain);
        });
        Assert.True(compared > 400, $"only {compared} files were compared");
    }

    [Fact]
    public void Data_files_are_fixed_checked_and_printed() => Each(1200, mutator =>
    {
        var source = new Source("data/2021/a.yaml", mutator.BytesOf(mutator.Of(Data)));
        var once = Fixer.Data(source, totals: true).After;
        Assert.False(Fixer.Data(once).IsChanged);
        Compile(Project, source, Narrative);
    });

    [Fact]
    public void Projects_are_read_or_refused() => Each(1500, mutator => Compile(mutator.Of(Project), Sound, Narrative));

    [Fact]
    public void Rules_are_read_or_refused() => Each(800, mutator => Compile(Project, Sound, null, rules: mutator.Of(Rules)));

    [Fact]
    public void Editions_are_read_or_refused()
    {
        var form = File.ReadAllText(Path.Combine(Repository.Root, "src/ReportCompiler/Forms/Editions/2021.yaml"));
        Each(250, mutator => Compile(Project, Sound, null, edition: mutator.Of(form)));
    }

    [Fact]
    public void Narratives_are_printed_or_refused() => Each(1500, mutator => Compile(Project, Sound, mutator.Of(Narrative)));

    private static readonly Source Sound = new("data/2021/a.yaml", Encoding.UTF8.GetBytes(Data));

    private static void Each(int cases, Action<Mutator> work)
    {
        for (var number = 0; number < cases; number++)
        {
            var mutator = new Mutator(number);
            var run = Task.Run(() => work(mutator), TestContext.Current.CancellationToken);
            try
            {
                // Far beyond what a case takes on a busy machine: a hang.
                if (!run.Wait(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken)) Assert.Fail($"case {number} hangs");
            }
            catch (AggregateException failure)
            {
                Assert.Fail($"case {number}: {failure.InnerException}");
            }
        }
    }

    private static void Compile(string project, Source data, string? narrative, string? rules = null, string? edition = null)
    {
        var findings = new Findings();
        var sources = new ProjectSources(new Source("reportc.yaml", Encoding.UTF8.GetBytes(project)),
            edition is null ? [] : [new Source("editions/2021.yaml", Encoding.UTF8.GetBytes(edition))],
            rules is null ? [] : [new Source("rules/a.yaml", Encoding.UTF8.GetBytes(rules))]);
        if (ProjectReader.Read(findings, sources) is not { } read)
        {
            Assert.True(findings.HasErrors);
            return;
        }
        var prose = narrative is null ? null : new Source("narrative/2021.md", Encoding.UTF8.GetBytes(narrative));
        var compiler = new Compiler(read, y => y == 2021 ? new YearSources(y, [data], prose) : null, Templates.BuiltIn);
        var compilation = compiler.Compile(2021, ReportFormats.All, draft: true);
        Assert.DoesNotContain(compilation.Diagnostics, d => d.Rule == Catalogue.Internal);
    }

    private static IEnumerable<string> Beginnings(string path)
    {
        for (var end = path.IndexOf('.'); end >= 0; end = path.IndexOf('.', end + 1)) yield return path[..end];
        yield return path;
    }

    private static void AssertSame(Edition edition, Filing filing, IReadOnlyDictionary<string, decimal?> plain)
    {
        foreach (var cell in edition.Cells)
        {
            var stated = filing.Figures.Stated(cell);
            var isPlain = plain.TryGetValue(cell.Path, out var figure);
            if (isPlain && figure is { } value) Assert.Equal((FigureState.Number, value), (stated.State, stated.Value));
            else if (isPlain) Assert.Equal(FigureState.None, stated.State);
            // 无 may be said of the row, the group or the table; a number never.
            else if (stated.State == FigureState.Number) Assert.Fail($"{cell.Path} is {stated.Value}, the second reader has none");
        }
    }
}
