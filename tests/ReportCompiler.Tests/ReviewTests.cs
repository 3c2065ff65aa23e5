using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>The review page: whole in itself, and every figure on it leads to where it comes from.</summary>
public sealed class ReviewTests
{
    private const string Name = "review.html";

    private static readonly string[] Severities = ["error", "warning", "hint"];

    public static TheoryData<string> Projects => ["samples/shuimogou", "samples/history", "samples/minimal",
        "tests/ReportCompiler.Tests/Cases/InvalidReview/input", "tests/ReportCompiler.Tests/Cases/InvalidRoster/input",
        "tests/ReportCompiler.Tests/Cases/InvalidStatedTotal/input", "tests/ReportCompiler.Tests/Cases/ThirdEdition/input",
        "tests/ReportCompiler.Tests/Cases/Escaping/input"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void It_stands_alone_and_nothing_on_it_leads_nowhere(string project)
    {
        foreach (var (_, page) in Pages(project)) AssertWhole(page);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void It_counts_and_lists_every_finding(string project)
    {
        foreach (var (compilation, page) in Pages(project))
        {
            var counts = page.QuerySelectorAll("header dd").Select(d => d.TextContent).ToList();
            var expected = new[] { Severity.Error, Severity.Warning, Severity.Info }
                .Select(s => compilation.Diagnostics.Count(d => d.Severity == s)).ToList();
            Assert.Equal(expected.ConvertAll(n => n.ToString(CultureInfo.InvariantCulture)), counts.Skip(2).Take(3));
            Assert.Equal($"检查 {compilation.Tally.Equations} 条，{compilation.Tally.Broken} 条不成立", counts[^1]);
            foreach (var (selector, item) in new[] { (".overview .list", "a[href^='#f']"), (".findings", "p") })
            {
                Assert.Equal(expected, Severities.Select(s => page.QuerySelectorAll($"{selector} > li.{s}").Length));
                var listed = page.QuerySelectorAll($"{selector} > li").Select(l => l.QuerySelector(item)!.TextContent).ToList();
                Assert.All(compilation.Diagnostics,
                    d => Assert.Contains(listed, l => l.Contains(d.Message.Chinese, StringComparison.Ordinal)));
            }
        }
    }

    [Fact]
    public void A_marked_cell_leads_to_its_finding_and_back()
    {
        var (compilation, page) = Pages("tests/ReportCompiler.Tests/Cases/InvalidReview/input").Single(p => p.Compilation.Year == 2022);

        foreach (var finding in compilation.Diagnostics.Where(d => d.Cell is not null))
        {
            var item = page.QuerySelectorAll(".findings > li")
                .Single(l => l.QuerySelector("p")!.TextContent.Contains(finding.Message.Chinese, StringComparison.Ordinal));
            var cell = page.GetElementById(item.QuerySelector("a.cell")!.GetAttribute("href")![1..])!;
            Assert.Equal("TD", cell.NodeName);
            Assert.Contains($"#{item.Id}", cell.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
            // Not by colour alone: the class for the eye, a character and the number for everybody.
            Assert.Contains(cell.ClassName, Severities);
            Assert.Matches("[错警示改][0-9]+", cell.TextContent);
            if (finding.Location is { } at) Assert.Contains($"{at.File}:{at.Span.Line}", item.TextContent, StringComparison.Ordinal);
        }
        var repair = compilation.Repairs[0].Localisation.Repairs[0].Edits[0];
        Assert.Contains(page.QuerySelectorAll(".remedy"),
            r => r.TextContent.Contains($"由 {Figure.Format(repair.From)} 改为 {Figure.Format(repair.To)}", StringComparison.Ordinal));
    }

    [Fact]
    public void Left_out_none_zero_and_derived_are_told_apart()
    {
        var (_, page) = Pages("tests/ReportCompiler.Tests/Cases/InvalidReview/input").Single(p => p.Compilation.Year == 2022);
        var finance = page.QuerySelectorAll("section.unit").Single(s => s.QuerySelector("h2")!.TextContent == "县财政局");
        var health = page.QuerySelectorAll("section.unit").Single(s => s.QuerySelector("h2")!.TextContent == "县<卫健>局");

        Assert.Equal("<small>无</small>", Cell(finance, "规章", 0).InnerHtml);
        Assert.Equal("无", Cell(finance, "行政强制", 0).InnerHtml);
        Assert.StartsWith("<mark>待填</mark><sub>4</sub>", Cell(finance, "行政处罚", 0).InnerHtml, StringComparison.Ordinal);
        Assert.Equal("0", Cell(health, "行政处罚", 0).InnerHtml);
        Assert.Equal("", Cell(finance, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 0).InnerHtml);
        Assert.Equal("<i title=\"自然人 2 + 商业企业 1\">3</i>", Cell(finance, "（一）予以公开", 6).InnerHtml);
        // A table that says 无 as a whole is a line, and a unit without a file has none.
        Assert.Contains("收到和处理政府信息公开申请情况：无", health.QuerySelector(".nothing")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelectorAll("section.unit").Single(s => s.QuerySelector("h2")!.TextContent == "县审计局")
            .QuerySelector("table"));
    }

    [Fact]
    public void Last_years_figure_stands_below_where_it_was_another_and_a_jump_is_marked()
    {
        using var folder = new Copy("samples/minimal");
        folder.AddYear(2021, 2022, text => text.Replace("行政许可: 26", "行政许可: 2600", StringComparison.Ordinal));
        var page = folder.Pages().Single(p => p.Compilation.Year == 2022).Page;

        var total = Cell(page.GetElementById("total")!, "行政许可", 0).QuerySelector("sub")!;

        Assert.Equal("jump", total.ClassName);
        Assert.All(page.QuerySelectorAll("td sub"), s => Assert.NotEqual(s.TextContent, s.ParentElement!.FirstChild!.TextContent));
    }

    /// <summary>Also where units contradict themselves: the shares are what was added.</summary>
    [Fact]
    public void Every_total_opens_into_shares_that_add_up_to_it() => TraceTests.Projects.Sample(sample =>
    {
        var edition = Editions.OfForm.For(sample.Year)!;
        var data = sample.Units.Select((figures, i) => new Source($"data/{sample.Year}/{i}.yaml",
            Encoding.UTF8.GetBytes(TraceTests.Write(edition, sample.Year, i, figures)))).ToImmutableArray();
        var compiler = new Compiler(InMemory.Project("机关: 甲县\n指标: [{键: 甲, 名称: 甲数, 计量: 条}]\n"), y => y == sample.Year
            ? new YearSources(y, data, null)
            : null, Templates.BuiltIn);
        var page = Parse(compiler.Compile(sample.Year, ReportFormats.Named("review"), draft: true));
        AssertWhole(page);

        var cells = page.QuerySelectorAll("[id]").ToDictionary(e => e.Id!, StringComparer.Ordinal);
        var opened = page.QuerySelectorAll("#total td > details").ToList();
        var totals = compiler.DistrictOf(sample.Year)!.Totals;
        Assert.Equal(edition.Cells.Select(totals.Value).Where(v => v != 0).Order(), opened.Select(d => Number(d.QuerySelector("summary")!))
            .Order());
        foreach (var details in opened)
        {
            var shares = details.QuerySelectorAll("li").ToList();
            Assert.Equal(Number(details.QuerySelector("summary")!), shares.Sum(s => Number(s.QuerySelector("b")!)));
            Assert.All(shares, s => Assert.Matches(@"[0-9]+\.yaml:[0-9]+$", s.QuerySelector("small")!.TextContent));
            // The link leads to that unit's cell, and the figure there is the share, unless the unit states another.
            Assert.All(shares, s =>
            {
                var target = cells[s.QuerySelector("a")!.GetAttribute("href")![1..]];
                var own = target.LocalName == "td" ? Number(target) : 0;
                Assert.True(s.TextContent.Contains("自报", StringComparison.Ordinal) || target.LocalName != "td"
                    || own == Number(s.QuerySelector("b")!));
            });
        }
    }, iter: 10);

    [Fact]
    public void A_faulty_template_of_the_project_s_own_stops_a_build_and_is_shown_on_a_draft()
    {
        using var folder = new Copy("samples/minimal");
        folder.Write("templates/review.html", "{{ 年份 }}");

        Assert.Empty(folder.Compile(draft: false).Single().Outputs);
        var draft = folder.Compile(draft: true).Single();

        Assert.Contains("年份", Parse(draft).QuerySelector(".list li.error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("templates/review.html", draft.Diagnostics.Single(d => d.Severity == Severity.Error).Location!.File);
    }

    [Fact]
    public void A_template_of_the_project_s_own_replaces_a_part()
    {
        using var folder = new Copy("samples/minimal");
        folder.Write("templates/review.css", "td { color: green; }\n");

        Assert.Contains("<style>\ntd { color: green; }\n</style>",
            Encoding.UTF8.GetString(folder.Compile(draft: false).Single().Outputs.Single().Bytes), StringComparison.Ordinal);
    }

    private static void AssertWhole(IDocument page)
    {
        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, object, [onclick], [src]"));
        Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        var known = ids.ToHashSet(StringComparer.Ordinal);
        foreach (var link in page.QuerySelectorAll("a"))
            Assert.True(link.GetAttribute("href") is ['#', .. var id] && known.Contains(id), link.OuterHtml);
        foreach (var labelled in page.QuerySelectorAll("[aria-labelledby]"))
            Assert.Contains(labelled.GetAttribute("aria-labelledby")!, known);
        foreach (var table in page.QuerySelectorAll("table"))
        {
            var heads = table.QuerySelectorAll("th[id]").Select(h => h.Id!).ToHashSet(StringComparer.Ordinal);
            foreach (var cell in table.QuerySelectorAll("[headers]"))
                Assert.Superset(cell.GetAttribute("headers")!.Split(' ').ToHashSet(StringComparer.Ordinal), heads);
        }
        // Every figure is headed: by ids, or by a row and columns with a scope.
        Assert.All(page.QuerySelectorAll("table"),
            t => Assert.True(t.QuerySelector("td:not([headers])") is null || t.QuerySelector("th[scope]") is not null));
    }

    private static IElement Cell(IElement section, string row, int column) =>
        section.QuerySelectorAll("tr").Single(r => r.QuerySelectorAll("th").Any(h => h.TextContent == row)).QuerySelectorAll("td")[column];

    /// <summary>The figure itself, without marks and last year's.</summary>
    private static decimal Number(IElement element)
    {
        var text = element.ChildNodes.First(n => n.TextContent.Trim().Length > 0).TextContent;
        return decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : 0;
    }

    private static IDocument Parse(Compilation compilation) => new HtmlParser().ParseDocument(compilation.Text(Name));

    private static List<(Compilation Compilation, IDocument Page)> Pages(string project) =>
        [.. new ProjectFolder(Path.Combine(Repository.Root, project)).CompileAll(ReportFormats.Named("review"), draft: true)
            .Select(c => (c, Parse(c)))];

    /// <summary>A sample to spoil.</summary>
    private sealed class Copy : IDisposable
    {
        private readonly string _root = Path.Combine(Path.GetTempPath(), "review-" + Guid.NewGuid().ToString("N"));

        public Copy(string sample)
        {
            var from = Path.Combine(Repository.Root, sample);
            foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories)
                .Where(f => !Path.GetRelativePath(from, f).StartsWith("out", StringComparison.Ordinal)))
                Write(Path.GetRelativePath(from, file), File.ReadAllText(file));
        }

        public void Write(string path, string text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_root, path))!);
            File.WriteAllText(Path.Combine(_root, path), text);
        }

        public void AddYear(int from, int to, Func<string, string> change)
        {
            foreach (var file in Directory.GetFiles(Path.Combine(_root, "data", $"{from}")))
                Write($"data/{to}/{Path.GetFileName(file)}",
                    change(File.ReadAllText(file).Replace($"年度: {from}", $"年度: {to}", StringComparison.Ordinal)));
        }

        public IEnumerable<Compilation> Compile(bool draft) => new ProjectFolder(_root).CompileAll(ReportFormats.Named("review"), draft);

        public List<(Compilation Compilation, IDocument Page)> Pages() => [.. Compile(draft: true).Select(c => (c, Parse(c)))];

        public void Dispose() => Directory.Delete(_root, recursive: true);
    }
}
