using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsCheck;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Rules;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>What holds of every data file, right or wrong.</summary>
public sealed class PropertyTests
{
    private const int Iterations = 200;
    private const string Table = "依申请公开";

    private static readonly Gen<int> Years = Gen.OneOf(2019, 2021, 2025);

    /// <summary>A right data file: the figures of all details, and how it is written.</summary>
    internal static readonly Gen<Valid> Filings = Years.SelectMany(year =>
    {
        var cells = Editions.OfForm.For(year)!.Cells.Length;
        return Gen.Select(Gen.Int[0, 30].Array[cells], Gen.Byte.Array[cells],
            (values, styles) => new Valid(year, Balance(year, values), styles));
    });

    [Fact]
    public void A_right_file_has_no_fault_and_its_totals_add_up() => Filings.Sample(valid =>
    {
        var (filing, findings) = InMemory.Read(valid.Text, valid.Year);
        Assert.True(findings.IsEmpty, findings.IsEmpty ? "" : findings.All[0].Message.Chinese);
        var broken = new Findings();
        Checker.CheckUnit(broken, filing!.Figures.Edition.Rules, filing);
        Assert.DoesNotContain(broken.All, d => d.Severity == Severity.Error);
        foreach (var cell in valid.Edition.Cells)
            Assert.True(valid.Expected(cell) == filing.Figures.Value(cell), cell.Path);
    }, iter: 5000);

    [Fact]
    public void One_figure_changed_is_found_and_located() => Gen.Select(Filings, Gen.Int[0, 1_000_000]).Sample((valid, which) =>
    {
        // Everything is stated, so each figure of these tables stands in an equation.
        var stated = valid with { Styles = new byte[valid.Styles.Length] };
        var cells = stated.Edition.Cells.Where(c => c.Table.Key != "主动公开").ToList();
        var changed = cells[which % cells.Count];
        var text = stated.Write(changed, 1);
        var (filing, findings) = InMemory.Read(text, stated.Year);
        Assert.True(findings.IsEmpty);
        var broken = new Findings();
        Checker.CheckUnit(broken, filing!.Figures.Edition.Rules, filing);
        var errors = broken.All.Where(d => d.Severity == Severity.Error).ToList();
        Assert.NotEmpty(errors);
        // Every equation it breaks names it, with the place where it is written.
        var at = filing.At(changed)!.Span;
        Assert.All(errors, d => Assert.True((d.Cell == changed.Path && d.Location!.Span == at)
            || d.Related.Any(r => r.Cell == changed.Path && r.Location!.Span == at)));
        Assert.StartsWith((stated.Expected(changed) + 1)
            .ToString(CultureInfo.InvariantCulture), filing.Source.Line(at.Line)[(at.Column - 1)..], StringComparison.Ordinal);
    }, iter: Iterations);

    [Fact]
    public void A_district_split_over_units_has_the_same_totals() =>
        Gen.Select(Filings, Gen.Int[1, 6], Gen.Byte.Array[400]).Sample((valid, parts, shares) =>
    {
        var edition = valid.Edition;
        var project = InMemory.Project("机关: 甲县\n");
        var values = Enumerable.Range(0, parts).Select(_ => new decimal[edition.Cells.Length]).ToList();
        foreach (var cell in edition.Cells)
        {
            var left = valid.Values[cell.Index];
            for (var part = 0; part < parts; part++)
            {
                var share = part == parts - 1 ? left : Math.Floor(left * shares[(cell.Index + part) % shares.Length] / 256);
                values[part][cell.Index] = share;
                left -= share;
            }
        }
        var units = values.Select((v, i) => InMemory.Read((valid with { Values = [.. v], Unit = $"第{i}局" }).Text, valid.Year).Filing!)
            .ToList();
        var whole = Aggregator.Sum(new Findings(), project, valid.Year, edition, [InMemory.Read(valid.Text, valid.Year).Filing!], null);
        var forward = Aggregator.Sum(new Findings(), project, valid.Year, edition, units, null);
        units.Reverse();
        var backward = Aggregator.Sum(new Findings(), project, valid.Year, edition, units, null);
        foreach (var cell in edition.Cells)
            Assert.Equal((cell.Path, whole.Value(cell), whole.Value(cell)), (cell.Path, forward.Value(cell), backward.Value(cell)));
    }, iter: Iterations);

    [Fact]
    public void Totals_read_again_are_the_totals() => Filings.Sample(valid =>
    {
        var project = InMemory.Project("机关: 甲县\n");
        var first = InMemory.District(project, valid.Year, InMemory.Read(valid.Text, valid.Year).Filing!);
        var written = Rendering.TotalsWriter.Write(project, first);
        var (again, findings) = InMemory.Read(written, valid.Year);
        Assert.True(findings.IsEmpty);
        foreach (var cell in valid.Edition.Cells)
            Assert.Equal((cell.Path, first.Totals[cell].State, first.Totals.Value(cell)),
                (cell.Path, again!.Figures[cell].State, again.Figures.Value(cell)));
        Assert.Equal(written, Rendering.TotalsWriter.Write(project, InMemory.District(project, valid.Year, again!)));
    }, iter: Iterations);

    [Fact]
    public void Random_bytes_are_a_finding() => Gen.Byte.Array[0, 200].Sample(bytes =>
    {
        var (filing, findings) = InMemory.Read(bytes, 2021);
        Assert.True(filing is null || findings.HasErrors);
        Assert.True(findings.HasErrors);
    }, iter: 3000);

    /// <summary>Pieces of data files in any order.</summary>
    [Fact]
    public void Random_pieces_never_throw() => Gen.OneOf(
        "单位", "年度", "2021", ":", ": ", "：", "\n", "\n  ", "\n    ", "{", "}", "[", "]", ", ", "，", "- ", "? ", "\"", "'", "|", ">",
            "|\n",
        "#", " #", "&a ", "*a", "!!int ", "<<: ", "---\n", "...\n", "%YAML 1.2\n",
        "无", "待填", "~", "1", "0", "-3", "1:30", "主动公开", "依申请公开", "复议诉讼", "本年新收", "自然人", "总计", "办理结果",
            "行政许可", "指标", "说明", "𬭎", "\t",
        "\u3000", "\0", "\r", "\uFEFF", "\uD800").Array[0, 40].Sample(pieces =>
    {
        var (filing, findings) = InMemory.Read(string.Concat(pieces), 2021);
        Assert.True(filing is not null || findings.HasErrors);
        foreach (var found in findings.All) AssertPlace(found);
    }, iter: 10_000);

    /// <summary>One or two slips of the hand: a character too many, one missing, another in its place; figures are left alone.</summary>
    [Fact]
    public void A_mistyped_file_is_found_or_says_the_same() =>
        Gen.Select(Filings, Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 2], Gen.OneOf(
        '：', '，', '；', '、', '｛', '｝', '［', '］', '（', '）', '　', '\u00A0', '\t', '\0', ' ', '\n', '\r', ':', ',', '{', '}', '[',
            ']', '"',
        '\'', '&', '*', '!', '|', '>', '%', '@', '`', '?', '+', '/', '_', 'e', 'x', '~', '件', '一', '\u200B', '\uFEFF',
        '\\')).Array[1, 2]).Sample((valid, slips) =>
    {
        var text = new StringBuilder(valid.Text);
        foreach (var (where, kind, character) in slips)
        {
            var at = where % text.Length;
            var kept = char.IsAsciiDigit(text[at]) || text[at] is '.' or '-' or '无';
            if (kind == 0 || kept) text.Insert(at, character);
            else if (kind == 1) text.Remove(at, 1);
            else text[at] = character;
        }
        var (filing, findings) = InMemory.Read(text.ToString(), valid.Year);
        foreach (var found in findings.All) AssertPlace(found);
        if (findings.HasErrors) return;
        foreach (var cell in valid.Edition.Cells)
            Assert.True(valid.Expected(cell) == filing!.Figures.Value(cell),
                $"{cell.Path} {valid.Expected(cell)} is read as {filing.Figures.Value(cell)}");
    }, iter: 1500);

    [Fact]
    public void The_same_input_gives_the_same_bytes_on_every_thread()
    {
        var folder = new ProjectFolder(Path.Combine(Repository.Root, "samples", "shuimogou"));
        var expected = folder.CompileAll().SelectMany(c => c.Outputs).ToList();
        var runs = new ImmutableArray<Rendering.OutputFile>[8];
        Parallel.For(0, runs.Length, i => runs[i] = [.. folder.CompileAll().SelectMany(c => c.Outputs)]);
        foreach (var run in runs)
        {
            Assert.Equal(expected.Select(o => o.Name), run.Select(o => o.Name));
            foreach (var (a, b) in expected.Zip(run)) Assert.True(a.Bytes.AsSpan().SequenceEqual(b.Bytes), a.Name);
        }
    }

    [Fact]
    public void The_order_of_the_files_does_not_matter() => Gen.Select(Filings, Filings, Gen.Bool).Sample((a, b, wrong) =>
    {
        var second = b with { Year = a.Year, Values = a.Values, Styles = a.Styles, Unit = "乙局" };
        var text = wrong ? second.Write(second.Edition.Cells[^1], 1) : second.Text;
        var one = InMemory.Compile("机关: 甲县\n", a.Year, "## 一、总体情况\n", ReportFormats.Named("md"), a.Text, text);
        var other = InMemory.Compile("机关: 甲县\n", a.Year, "## 一、总体情况\n", ReportFormats.Named("md"), text, a.Text);
        Assert.Equal(one.Diagnostics.Select(d => (d.Rule.Code, d.Unit, d.Cell, d.Message)),
            other.Diagnostics.Select(d => (d.Rule.Code, d.Unit, d.Cell, d.Message)));
        Assert.Equal(one.Outputs.Select(o => Encoding.UTF8.GetString(o.Bytes)),
            other.Outputs.Select(o => Encoding.UTF8.GetString(o.Bytes)));
    }, iter: 30);

    /// <summary>A finding points into its file: a line that is there, a column not beyond its end.</summary>
    private static void AssertPlace(Diagnostic found)
    {
        var (source, span) = (found.Location!.Source, found.Location.Span);
        Assert.InRange(span.Line, 1, Math.Max(1, source.LineCount + 1));
        Assert.InRange(span.Column, 1, source.Line(span.Line).EnumerateRunes().Count() + 1);
        Assert.True(span.EndLine > span.Line || span.EndColumn >= span.Column);
        Assert.NotEqual("", found.Message.Chinese);
        Assert.NotNull(found.Help);
    }

    /// <summary>Makes 一 + 二 = 三 + 四 in every column by what was received; sums are for the reader to make.</summary>
    private static ImmutableArray<decimal> Balance(int year, int[] random)
    {
        var edition = Editions.OfForm.For(year)!;
        var values = random.Select(v => (decimal)(v > 20 ? 0 : v)).ToArray();
        foreach (var cell in edition.Cells.Where(c => c.Kind == ValueKind.Amount)) values[cell.Index] /= 100;
        foreach (var cell in edition.Cells.Where(c => c.Kind == ValueKind.SignedCount)) values[cell.Index] -= 10;
        foreach (var received in edition.Cells.Where(c => c.Path.StartsWith($"{Table}.本年新收.", StringComparison.Ordinal) && !c.IsTotal))
        {
            var column = received.Column;
            decimal Sum(string row) => edition.Cells.Where(c => c.Path.StartsWith($"{Table}.{row}.", StringComparison.Ordinal)
                && c.Column == column && !c.IsTotal).Sum(c => values[c.Index]);
            var handled = Sum("办理结果") + Sum("结转下年度");
            var carried = edition.Find($"{Table}.上年结转.{column.Key}")!;
            values[carried.Index] = Math.Min(values[carried.Index], handled);
            values[received.Index] = handled - values[carried.Index];
        }
        return [.. values];
    }

    internal sealed record Valid(int Year, ImmutableArray<decimal> Values, byte[] Styles)
    {
        private static readonly ConcurrentDictionary<Cell, ImmutableArray<Cell>> PartsOf = new(ReferenceEqualityComparer.Instance);

        public override string ToString() => Text;

        public string Unit { get; init; } = "甲局";

        public Edition Edition => Editions.OfForm.For(Year)!;

        public string Text => Write(null, 0);

        /// <summary>What the cell must come to: itself, or the sum of its parts.</summary>
        public decimal Expected(Cell cell) =>
            cell.IsTotal ? PartsOf.GetOrAdd(cell, Parts, Edition).Sum(Expected) : Values[cell.Index];

        private static ImmutableArray<Cell> Parts(Cell total, Edition edition) => total.Path == $"{Table}.办理结果.总计.{total.Column.Key}"
            ? [.. edition.Cells.Where(c => c.Column == total.Column && c.Row != total.Row
                && c.Path.StartsWith($"{Table}.办理结果.", StringComparison.Ordinal))]
            : [.. total.Row.Cells.Where(c => c != total)];

        /// <summary>The file, with one figure off by some; style 0 states everything under its key.</summary>
        public string Write(Cell? changed, int by)
        {
            var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"单位: {Unit}\n年度: {Year}\n");
            foreach (var table in Edition.Tables)
            {
                text.Append(Name(table.Key, table.Caption, table.Leaves.First().Cells[0])).Append(":\n");
                Rows(table.KeyedRows, "  ");
            }
            return text.ToString();

            void Rows(IEnumerable<Row> rows, string indent)
            {
                foreach (var row in rows)
                {
                    text.Append(indent).Append(Name(row.Key!, row.Label, row.AllCells.First())).Append(':');
                    if (row.IsGroup)
                    {
                        text.Append('\n');
                        Rows(row.KeyedRows, indent + "  ");
                    }
                    else if (row.Cells.Length == 1 && row.Cells[0].Path == row.Path)
                        text.Append(' ').Append(Figure(row.Cells[0])).Append('\n');
                    else Columns(row, indent);
                }
            }

            void Columns(Row row, string indent)
            {
                var style = Styles[row.Cells[0].Index];
                var cells = row.Cells.Where(c => c == changed
                    || !((c.IsTotal && style % 2 == 1) || (!c.IsTotal && Values[c.Index] == 0 && Styles[c.Index] % 3 == 1))).ToList();
                if (style % 7 == 6 && row.Cells.All(c => Expected(c) == 0 && c != changed)) text.Append(" 无\n");
                else if (cells.Count == 0) text.Append(" {}\n");
                else if (style % 5 == 4)
                    text.Append('\n')
                        .AppendJoin("", cells.Select(c => $"{indent}  {Name(c.Column.Key!, c.Column.Label, c)}: {Figure(c)}\n"));
                else text.Append(" {").AppendJoin(", ", cells.Select(c => $"{Name(c.Column.Key!, c.Column.Label, c)}: {Figure(c)}"))
                    .Append("}\n");
            }

            string Figure(Cell cell)
            {
                var value = Expected(cell) + (cell == changed ? by : 0);
                var figure = Input.Figure.Format(value);
                return (Styles[cell.Index] % 11) switch
                {
                    10 => $"\"{figure}\"",
                    9 when value == 0 => "无",
                    8 when value > 0 && cell.Kind == ValueKind.SignedCount => "+" + figure,
                    _ => figure,
                };
            }

            // A label is written in quotes, for YAML's sake.
            string Name(string key, string label, Cell cell) => Styles[cell.Index] % 4 == 3 ? $"\"{label}\"" : key;
        }
    }
}
