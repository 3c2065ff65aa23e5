using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Sources;
using ReportCompiler.Workbooks;
using Xunit;

namespace Reportc.Tests;

/// <summary>
/// The ways from outside to a report that is built: a year's forms as offices save them, ten years of pages as they lie about.
/// </summary>
public sealed partial class WaysInTests
{
    /// <summary>Pages of one authority as ten webmasters would have published them.</summary>
    private static readonly Func<string, string>[] Shapes =
    [
        html => html,
        html => Section().Replace(html, "")
            .Replace("<th", "<td", StringComparison.Ordinal).Replace("</th>", "</td>", StringComparison.Ordinal)
            .Replace("<h2>", "<p><b>", StringComparison.Ordinal).Replace("</h2>", "</b></p>", StringComparison.Ordinal),
        html => Figure().Replace(html, m => m.Groups["figure"].Value == "0" ? m.Groups["tag"].Value + "<" : m.Value),
        html => Figure().Replace(html, m => m.Groups["figure"].Value == "0" ? m.Groups["tag"].Value + "/<" : m.Value),
        html => Figure().Replace(html, m => m.Groups["tag"].Value
            + string.Concat(m.Groups["figure"].Value.Select(c => char.IsAsciiDigit(c) ? (char)(c + ('０' - '0')) : c)) + "<"),
        html => Cell().Replace(html,
            "${tag}<p class=\"MsoNormal\" align=\"center\"><span style=\"font-size:9pt\">${text}</span></p></td>"),
        html => html.Replace("<main>", "<div class=\"nav\"><ul><li><a href=\"/\">首页</a></li><li><a href=\"/zwgk\">政务公开</a></li></ul>"
                + "</div><table class=\"layout\"><tr><td>", StringComparison.Ordinal)
            .Replace("</main>", "</td></tr></table><div class=\"foot\">主办：市政府办公室　备案号：00000001</div>",
                StringComparison.Ordinal),
        html => html.Replace(">自然人<", "> 自&nbsp;然<br>人 <", StringComparison.Ordinal)
            .Replace(">总计<", ">总 计<", StringComparison.Ordinal)
            .Replace(">商业企业<", ">商业<br/>企业<", StringComparison.Ordinal),
        html => html.Replace("（", "(", StringComparison.Ordinal).Replace("）", ")", StringComparison.Ordinal),
        html => Tag().Replace(html.Replace("\n", "", StringComparison.Ordinal), m => m.Value.ToUpperInvariant()),
    ];

    /// <summary>
    /// Ten years of an authority's pages, each in another shape, one in the encoding of old: every figure of them comes back, the
    /// years are in order, typed figures become expressions, the reports are the same; a page read again does not undo that.
    /// </summary>
    [Fact]
    public void Ten_years_of_pages_in_ten_shapes_become_a_project()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var bench = new Workbench().Copy("samples/city", "city").Write("past/reportc.yaml", "机关: 示例市人民政府\n简称: 示例市\n");
        bench.Run("build", "--all", "-p", "city", "--format", "html,totals", "-o", "web", "-q");
        foreach (var (i, shape) in Shapes.Index())
        {
            // Of the years before the sample's first there is that one again.
            var (year, from) = (2014 + i, Math.Max(2017, 2014 + i));
            var page = bench.Read($"web/{from}/report.html");
            var old = page.Replace($"{from + 1}年", $"{year + 1}年", StringComparison.Ordinal)
                .Replace($"{from}年", $"{year}年", StringComparison.Ordinal);
            Directory.CreateDirectory(bench.Full("pages"));
            var charset = i == 1 ? "gb2312" : "utf-8";
            File.WriteAllText(bench.Full($"pages/{year}.html"), shape(old.Replace("utf-8", charset, StringComparison.Ordinal)),
                i == 1 ? Encoding.GetEncoding("GB18030") : new UTF8Encoding(false));
        }

        var imported = bench.Run("import", "pages", "-p", "past", "--write-edition");

        Assert.True(imported.Status == 0, imported.Error);
        Assert.Contains("0 格待核", imported.Error, StringComparison.Ordinal);
        for (var year = 2014; year < 2014 + Shapes.Length; year++)
        {
            var edition = Editions.OfForm.For(year)!;
            var there = Read(bench, $"web/{Math.Max(2017, year)}/totals.yaml", edition, Math.Max(2017, year));
            var here = Read(bench, $"past/data/{year}/示例市人民政府.yaml", edition, year);
            Assert.All(edition.Cells, c => Assert.Equal((year, c.Path, there[c].Value), (year, c.Path, here[c].Value)));
        }
        Assert.Equal(0, bench.Run("check", "--all", "-p", "past").Status);
        var before = Built("before");
        Assert.Equal(Shapes.Length * 2, before.Count);

        Assert.Equal(0, bench.Run("bind", "--all", "-p", "past").Status);

        Assert.Equal(before, Built("after"));
        var bound = bench.Files("past/narrative").ConvertAll(bench.Read);
        Assert.Contains(bound, n => n.Contains("{{ 年度 }}", StringComparison.Ordinal));
        var again = bench.Run("import", "pages", "-p", "past");
        Assert.Equal(1, again.Status);
        Assert.Contains("narrative/2021.md 已有，内容不同，没有改动", again.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(".yaml 已有", again.Error, StringComparison.Ordinal);
        Assert.Equal(bound, bench.Files("past/narrative").ConvertAll(bench.Read));

        List<string> Built(string folder)
        {
            Assert.Equal(0, bench.Run("build", "--all", "-p", "past", "--format", "md,html", "-o", folder).Status);
            return [.. bench.Files(folder).Where(f => f.Contains("/report.", StringComparison.Ordinal)).Select(bench.Read)];
        }
    }

    /// <summary>
    /// The forms of a year, filled in with what the units filed, saved with all texts shared and the sheets in another order: the
    /// figures are those, and the year is built. The same form again changes nothing; a corrected one is shown, then taken.
    /// </summary>
    [Theory]
    [InlineData("shuimogou", 2022, "区教育局")]
    [InlineData("shuimogou", 2020, "区教育局")]
    [InlineData("history", 2018, "县教育局")]
    public void Forms_filled_with_what_was_filed_come_back_the_same(string sample, int year, string unit)
    {
        using var bench = new Workbench().Copy($"samples/{sample}", "");
        var edition = Editions.OfForm.For(year)!;
        var filed = bench.Files($"data/{year}").ToDictionary(f => FilingReader.UnitOf(SourceOf(bench, f))!,
            f => Read(bench, f, edition, year), StringComparer.Ordinal);
        Directory.Delete(bench.Full($"data/{year}"), recursive: true);
        Assert.Equal(0, bench.Run("new", $"{year}", "--format", "xlsx", "-o", "表格").Status);
        foreach (var (name, figures) in filed) Fill($"表格/{name}.xlsx", figures, _ => null);

        var run = bench.Run("import", "表格");

        Assert.Equal(0, run.Status);
        Assert.Equal(filed.Count, bench.Files($"data/{year}").Count);
        foreach (var (name, figures) in filed)
        {
            var again = Read(bench, $"data/{year}/{name}.yaml", edition, year);
            Assert.All(edition.Cells, c => Assert.Equal((name, c.Path, figures.Value(c)), (name, c.Path, again.Value(c))));
        }
        Assert.Equal(0, bench.Run("build", $"{year}", "--format", "html,docx").Status);

        var unchanged = bench.Run("import", "表格");
        Assert.Equal((0, ""), (unchanged.Status, unchanged.Out));

        var cell = edition.Cells.First(c => !c.IsTotal && c.Kind == ValueKind.Count);
        Fill($"表格/{unit}.xlsx", filed[unit], c => c == cell ? "4321" : null);
        var kept = bench.Run("import", "表格");
        Assert.Equal((1, ""), (kept.Status, kept.Out));
        Assert.Contains($"{cell.Path}: {Figure(filed[unit], cell)} → 4321", kept.Error, StringComparison.Ordinal);
        var taken = bench.Run("import", "表格", "--force");
        Assert.Equal((0, $"data/{year}/{unit}.yaml\n"), (taken.Status, taken.Out));
        Assert.Equal(4321, Read(bench, $"data/{year}/{unit}.yaml", edition, year).Value(cell));

        void Fill(string file, Figures figures, Func<Cell, string?> other)
        {
            using var form = new FilledForm(File.ReadAllBytes(bench.Full(file)));
            foreach (var c in edition.Cells.Where(c => form.Kinds[c.Path] is FormIndex.Input or FormIndex.Given))
                form.Type(c.Path, other(c) ?? Figure(figures, c));
            foreach (var path in form.Kinds.Keys.Where(k => k.StartsWith("指标.", StringComparison.Ordinal))) form.Type(path, "无");
            File.WriteAllBytes(bench.Full(file), form.SavedMoved());
        }
    }

    private static string Figure(Figures figures, Cell cell) => figures.Value(cell).ToString(CultureInfo.InvariantCulture);

    private static Source SourceOf(Workbench bench, string file) => new(file, File.ReadAllBytes(bench.Full(file)));

    private static Figures Read(Workbench bench, string file, Edition edition, int year)
    {
        var findings = new Findings();
        var filing = FilingReader.Read(findings, SourceOf(bench, file), edition, null, year);
        Assert.DoesNotContain(findings.All, f => f.Severity == Severity.Error);
        return filing!.Figures;
    }

    [GeneratedRegex("</?t(head|body)[^>]*>|</?section>|<caption>[^<]*</caption>",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Section();

    [GeneratedRegex(@"(?<tag><td[^>]*>)(?<figure>-?\d+(\.\d+)?)<", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Figure();

    [GeneratedRegex(@"(?<tag><td[^>]*>)(?<text>[^<]*)</td>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Cell();

    [GeneratedRegex("</?[a-z0-9]+(?=[ >])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}
