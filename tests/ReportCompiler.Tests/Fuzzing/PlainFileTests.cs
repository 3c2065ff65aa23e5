using System.Collections.Immutable;
using System.Text;
using CsCheck;
using ReportCompiler.Forms;
using ReportCompiler.Projects;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests.Fuzzing;

/// <summary>
/// There is one truth about a data file: what the plain reader accepts the tree of YAML reads without a finding, and as the same in
/// every figure and place. What it does not accept it says nothing about.
/// </summary>
public sealed class PlainFileTests
{
    private const int Mutants = 100_000;

    private static readonly ImmutableArray<Indicator> Own =
    [
        new(0, "条数", "发布信息条数", "条", Summary.Sum, ValueKind.Count),
        new(1, "留言回复数", "留言", "件", Summary.Sum, ValueKind.Count),
        new(2, "满意度", "满意度", "%", Summary.None, ValueKind.Amount),
    ];

    private const string Remarked = """
        # 一行说明：全角，“引号”，1 : 2 { a: b }

        单位: "甲（乙）局"   # 与名册一致
        年度: '2021'

        报送日期: "2022-01-12"
        主动公开:   # 第二十条
            # 缩进不同的说明
          规章: 无
         # 又一行
          行政规范性文件: { 本年制发件数: 2 ,本年废止件数: "1",  现行有效件数: 无 }   # 计量：件
          行政许可: '1234'
          行政处罚: 无 #
          行政强制: 0
          行政事业性收费: 10.590000
        复议诉讼: {行政复议: 无, 未经复议直接起诉: 无, 复议后起诉: {}}
        依申请公开:
             本年新收:
               自然人: 2
               商业企业: "1"   # 一家

               总计: 3
             上年结转: {}
             办理结果:
              予以公开: {自然人: 1, 商业企业: 1}
              不予公开: "无"
              无法提供:
                本机关不掌握相关政府信息: {自然人: 1}
              总计: {自然人: 2, 商业企业: 1, 总计: 3}
             结转下年度: 无
        指标:
          条数: 999999999999999999
        说明:
          主动公开.行政许可: 机构改革，移交“乙局”  # 见函
          依申请公开.本年新收.自然人: "已核：无误"
        """;

    [Fact]
    public void Files_as_clerks_write_them_are_plain()
    {
        var others = Files().Where(f => f.Path.StartsWith("samples/", StringComparison.Ordinal)).Where(f => !IsPlain(f, Own)).ToList();
        Assert.True(others.Count == 0, $"not plain: {string.Join(", ", others.Select(f => f.Path))}");
        foreach (var text in (string[])[Remarked, Remarked.ReplaceLineEndings("\r\n"), "\uFEFF" + Remarked, Remarked + "\n\n  \n# 完"])
            Assert.True(IsPlain(new Source("data/2021/a.yaml", Encoding.UTF8.GetBytes(text)), Own));
    }

    [Fact]
    public void Generated_files_are_plain_and_read_as_the_tree_reads_them() => PropertyTests.Filings.Sample(valid =>
    {
        // Labels stand in quotes there: such a file is not plain.
        var keyed = valid with { Styles = [.. valid.Styles.Select(s => (byte)(s % 4 == 3 ? s - 1 : s))] };
        Assert.True(IsPlain(new Source($"data/{valid.Year}/a.yaml", Encoding.UTF8.GetBytes(keyed.Text)), []));
        IsPlain(new Source($"data/{valid.Year}/a.yaml", Encoding.UTF8.GetBytes(valid.Text)), []);
    }, iter: 500);

    [Fact]
    public void Mutants_are_refused_or_read_as_the_tree_reads_them()
    {
        var texts = Files().Where(f => IsPlain(f, Own)).Select(f => (f.Path, Text: Encoding.UTF8.GetString(f.Bytes))).ToList();
        for (var i = 0; i < 40; i++) texts.Add(("data/2021/a.yaml", i % 2 == 0 ? Remarked : Remarked.ReplaceLineEndings("\r\n")));
        var (accepted, changed) = (0, 0);
        for (var number = 0; number < Mutants; number++)
        {
            var mutator = new Mutator(number);
            var (path, text) = texts[mutator.Next(texts.Count)];
            var mutant = number % 4 == 0 ? mutator.Of(text) : mutator.Near(text);
            if (!IsPlain(new Source(path, mutator.BytesOf(mutant)), number % 3 == 0 ? null : Own, $"mutant {number} of")) continue;
            accepted++;
            if (mutant != text) changed++;
        }
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{Mutants} mutants of {texts.Count} files: {accepted} are plain, {changed} of these are not the file itself");
        Assert.InRange(changed, Mutants / 20, Mutants);
    }

    /// <summary>The data files of the samples and of all cases.</summary>
    private static IEnumerable<Source> Files() =>
        from folder in (string[])["samples", "tests/ReportCompiler.Tests/Cases", "tests/reportc.Tests/Cases"]
        let root = Path.Combine(Repository.Root, folder)
        where Directory.Exists(root)
        from file in Directory.EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        let path = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
        // A form of a project's own is not that of the year.
        where !Directory.Exists(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "editions"))
        where path.Contains("/data/", StringComparison.Ordinal) && YearOf(path) is { } year && Editions.OfForm.For(year) is not null
        select new Source(path, File.ReadAllBytes(file));

    private static int? YearOf(string path) => path.Split('/') is [.., var year, _] ? ProjectLayout.Year(year) : null;

    private static bool IsPlain(Source source, ImmutableArray<Indicator>? indicators, string? which = null) =>
        BothReaders.Accept(source, indicators, YearOf(source.Path)!.Value, which);
}
