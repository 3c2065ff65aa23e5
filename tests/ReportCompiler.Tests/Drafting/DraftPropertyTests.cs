using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests.Drafting;

/// <summary>What holds of a drafted file, whatever the year before.</summary>
public sealed partial class DraftPropertyTests
{
    private const string Project = "机关: 甲县\n单位: [甲局]\n指标:\n  - {键: 条数, 名称: 发布条数, 计量: 条, 汇总: 求和}\n";

    [Fact]
    public void A_draft_carries_over_and_lacks_nothing_but_what_is_to_be_filled_in() => PropertyTests.Filings.Sample(last =>
    {
        var text = Draft(last);
        var (filing, _) = InMemory.Read(text, last.Year + 1);
        foreach (var column in filing!.Figures.Edition.Find("依申请公开.上年结转.自然人")!.Row.Cells)
            Assert.Equal((column.Path, last.Expected(last.Edition.Find($"依申请公开.结转下年度.{column.Column.Key}")!)),
                (column.Path, filing.Figures.Value(column)));
        foreach (var items in filing.Figures.Edition.Cells.Where(c => c.Column.Key == "上一年项目数量"))
        {
            var row = last.Edition.Find(items.Path)!.Row;
            var expected = last.Values[row.Cells[0].Index] + last.Values[row.Cells[1].Index];
            // Fewer than none is no figure of the cell: it is left to fill in.
            if (expected > 0) Assert.Equal((items.Path, expected), (items.Path, filing.Figures.Value(items)));
            else Assert.NotEqual(FigureState.Number, filing.Figures.Stated(items).State);
        }
        var found = Compile(last, text).Diagnostics.Where(d => d.Unit == "甲局").ToList();
        Assert.NotEmpty(found);
        // A figure that is carried over may well be many times last year's.
        Assert.All(found, d => Assert.True(d.Rule.Name is "unfilled" || d is { Rule.Name: "jump", Cell: { } cell }
            && filing.Figures.Stated(filing.Figures.Edition.Find(cell)!).IsExplicit));
    }, iter: 200);

    [Fact]
    public void A_draft_filled_with_right_figures_is_right() =>
        Gen.Select(PropertyTests.Filings, Gen.Int[0, 20].Array[400]).Sample((last, random) =>
    {
        var edition = Editions.OfForm.For(last.Year + 1)!;
        var text = Fill(Draft(last), edition, Figures(edition, last, random));
        Assert.DoesNotContain("待填", string.Concat(text.Split('\n').Where(l => !l.StartsWith('#'))), StringComparison.Ordinal);
        Assert.Empty(Compile(last, text).Diagnostics.Where(d => d.Severity == Severity.Error || d.Rule.Name is "unstated"
            || d is { Rule.Name: "previous-items", Expected: not ['-', ..] }).Select(d => d.Message.Chinese));
    }, iter: 200);

    [Fact]
    public void A_draft_filled_with_nothing_at_once_is_right_where_nothing_was_pending() => PropertyTests.Filings.Sample(last =>
    {
        var none = last with { Values = [.. last.Values.Select(_ => 0m)] };
        var text = Draft(none).Replace("待填", "无", StringComparison.Ordinal);
        Assert.DoesNotContain(Compile(none, text).Diagnostics, d => d.Unit == "甲局");
    }, iter: 20);

    private static string Draft(PropertyTests.Valid last)
    {
        var findings = new Findings();
        var draft = Assert.Single(Compiler(last, null).Draft(findings, last.Year + 1, []));
        Assert.True(findings.IsEmpty, findings.IsEmpty ? "" : findings.All[0].Message.English);
        return draft.Text!;
    }

    private static Compilation Compile(PropertyTests.Valid last, string text) =>
        Compiler(last, text).Compile(last.Year + 1, [], draft: false);

    private static Compiler Compiler(PropertyTests.Valid last, string? text) => new(InMemory.Project(Project), year =>
        year == last.Year
            ? Sources(year, last.Text)
            : text is not null && year == last.Year + 1
            ? Sources(year, text)
            : null, Templates.BuiltIn);

    private static YearSources Sources(int year, string text) =>
        new(year, [new Source($"data/{year}/甲.yaml", Encoding.UTF8.GetBytes(text))], null);

    /// <summary>Figures that keep the rules beside what was carried over.</summary>
    private static Dictionary<Cell, decimal> Figures(Edition edition, PropertyTests.Valid last, int[] random)
    {
        var figures = edition.Cells.Where(c => !c.IsTotal).ToDictionary(c => c, c => (decimal)random[c.Index]);
        foreach (var items in figures.Keys.Where(c => c.Column.Key == "上一年项目数量" && last.Edition == edition).ToList())
            figures[items] = Math.Max(0, last.Values[items.Row.Cells[0].Index] + last.Values[items.Row.Cells[1].Index]);
        foreach (var received in edition.Find("依申请公开.本年新收.自然人")!.Row.Cells.Where(c => !c.IsTotal))
        {
            var key = received.Column.Key;
            var carried = last.Expected(last.Edition.Find($"依申请公开.结转下年度.{key}")!);
            var handled = figures.Where(f => f.Key.Path.StartsWith("依申请公开.办理结果.", StringComparison.Ordinal)
                && f.Key.Column == received.Column).Sum(f => f.Value);
            var left = edition.Find($"依申请公开.结转下年度.{key}")!;
            figures[left] += Math.Max(0, carried - handled - figures[left]);
            figures[received] = handled + figures[left] - carried;
        }
        return figures;
    }

    /// <summary>Puts a figure in the place of every 待填, as a clerk does: a whole row, or a column of one.</summary>
    private static string Fill(string text, Edition edition, Dictionary<Cell, decimal> figures)
    {
        var lines = text.Split('\n');
        var path = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (Line().Match(lines[i]) is not { Success: true } line) continue;
            var depth = line.Groups["indent"].Length / 2;
            path = [.. path.Take(depth), line.Groups["key"].Value];
            var value = line.Groups["value"].Value;
            var row = string.Join('.', path);
            if (value.StartsWith("待填", StringComparison.Ordinal))
                value = (path[0] == "指标" ? "5" : Row(edition.Cells.First(c => c.Row.Path == row).Row)) + value[2..];
            else value = Column()
                .Replace(value, m => $"{m.Groups["key"].Value}: {Figure.Format(figures[edition.Find($"{row}.{m.Groups["key"].Value}")!])}");
            lines[i] = $"{line.Groups["indent"].Value}{line.Groups["key"].Value}:{line.Groups["space"].Value}{value}";
        }
        return string.Join('\n', lines);

        string Row(Row row) => FigureWriter.Row(row, c => c.IsTotal ? null : Figure.Format(figures[c]));
    }

    [GeneratedRegex(@"^(?<indent> *)(?<key>\w+):(?<space> *)(?<value>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();

    [GeneratedRegex(@"(?<key>\w+): 待填", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Column();
}
