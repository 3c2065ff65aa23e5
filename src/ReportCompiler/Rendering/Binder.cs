using System.Collections.Immutable;
using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Narratives;
using ReportCompiler.Narratives.Checks;
using ReportCompiler.Sources;

namespace ReportCompiler.Rendering;

/// <summary>
/// Makes expressions of the typed figures of a narrative that were verified, each at its exact place, all else byte for byte. What it
/// makes is rendered again and compared: the text is the same, or the edit is not made.
/// </summary>
internal static class Binder
{
    private const int YearDigits = 4;
    private const string LastYear = "上年.";
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];
    private static readonly Text OfSeveral = new("两格都可能", "more than one cell has it");
    private static readonly Text WrittenOtherwise = new("与表达式印出的写法不同", "an expression would print it otherwise");
    private static readonly Text OfNoCell = new("由别的数算出，不是一格的数", "worked out from other figures, no cell's");

    private readonly record struct Binding(int Start, int Length, string Expression);

    /// <summary>The rendered text, and the clerk's own characters behind it: those have the line ends of the file.</summary>
    private sealed class TypedText(Manuscripts.Rendered rendered, string text)
    {
        private readonly int[] _offsets = Offsets(text);

        public Manuscripts.Rendered Rendered { get; } = rendered;

        /// <summary>Where a rendered character was typed in the file; −1 if an expression made it.</summary>
        public int Origin(int at) => Rendered.Origin(at) is >= 0 and var origin ? _offsets[origin] : -1;

        /// <summary>What was typed there.</summary>
        public string At(int start, int length) => text.Substring(start, Math.Min(length, text.Length - start));

        /// <summary>The place in the file of every character of its text with line feeds alone.</summary>
        private static int[] Offsets(string text)
        {
            var offsets = new List<int>(text.Length);
            for (var i = 0; i < text.Length; i++)
                if (text[i] != '\r' || i + 1 == text.Length || text[i + 1] != '\n') offsets.Add(i);
            return [.. offsets];
        }
    }

    /// <summary>Binds the figures; null, with findings, if the narrative cannot be rendered.</summary>
    public static BoundNarrative? Bind(Findings findings, Templates templates, CheckedYear year, Source narrative)
    {
        var found = new Findings();
        var prose = Renderer.ReadNarrative(found, templates, year, narrative);
        if (prose?.Rendered is not { } rendered || Syntax.Decoder.Decode(new Findings(), narrative) is not { } source)
        {
            findings.AddRange(found.All.Where(f => f.Severity == Severity.Error));
            return null;
        }
        var left = new List<LeftFigure>();
        var typed = new TypedText(rendered, source.Text);
        var figures = Figures(prose, typed, year, left);
        var years = Years(prose, typed);
        bool IsSame(Source after) => Renderer.ReadNarrative(new Findings(), templates, year, after)?.Rendered?.Text == rendered.Text;
        var bindings = Certain([.. figures, .. years], narrative, source.Text, IsSame);
        var after = bindings.Count == 0 ? narrative : Applied(narrative, source.Text, bindings);
        var ofYears = bindings.Count(years.Contains);
        return new BoundNarrative(narrative, after, bindings.Count - ofYears, ofYears, left);
    }

    /// <summary>All of them if the text stays the same; else those, taken one after the other, with which it does.</summary>
    private static List<Binding> Certain(List<Binding> all, Source narrative, string text, Func<Source, bool> isSame)
    {
        if (all.Count == 0 || isSame(Applied(narrative, text, all))) return all;
        var certain = new List<Binding>();
        foreach (var binding in all)
        {
            certain.Add(binding);
            if (!isSame(Applied(narrative, text, certain))) certain.Remove(binding);
        }
        return certain;
    }

    private static Source Applied(Source narrative, string text, List<Binding> bindings)
    {
        var (bound, at) = (new StringBuilder(text.Length), 0);
        foreach (var binding in bindings.OrderBy(b => b.Start))
        {
            bound.Append(text, at, binding.Start - at).Append("{{ ").Append(binding.Expression).Append(" }}");
            at = binding.Start + binding.Length;
        }
        bound.Append(text, at, text.Length - at);
        return narrative with { Bytes = [.. narrative.HasMark ? Mark : [], .. Encoding.UTF8.GetBytes(bound.ToString())] };
    }

    private static List<Binding> Years(Narrative prose, TypedText typed)
    {
        var years = prose.OwnYears.Select(typed.Origin).Distinct();
        return [.. years.Where(at => at >= 0 && IsYear(typed.At(at, YearDigits))).Select(at => new Binding(at, YearDigits, "年度"))];
    }

    private static bool IsYear(string text) => text.Length == YearDigits && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static List<Binding> Figures(Narrative prose, TypedText typed, CheckedYear year, List<LeftFigure> left)
    {
        var bindings = new Dictionary<int, Binding>();
        foreach (var figure in prose.Figures.Where(f => f.Knowledge == Knowledge.Verified))
        {
            var start = typed.Origin(figure.From);
            var length = figure.DigitsTo - figure.From;
            // What a loop prints several times was typed once.
            if (start < 0 || bindings.ContainsKey(start)) continue;
            if (figure.Claim is not { } claim) Leave(OfNoCell);
            else if (Cells(figure) is not { } cells) Leave(OfSeveral);
            else if (Printed(claim, cells, year) != typed.At(start, length)) Leave(WrittenOtherwise);
            else bindings.Add(start, new Binding(start, length, Expression(cells, claim.LastYear)));

            void Leave(Text why)
            {
                var at = typed.Rendered.Place(figure.From, figure.To - figure.From);
                left.Add(new LeftFigure(at.Span.Line, typed.Rendered.Text[figure.From..figure.To], why));
            }
        }
        return [.. bindings.Values];
    }

    /// <summary>
    /// The cells whose sum a figure is: the first reading, what the words name, where every other that fits only adds cells that are
    /// 0 to it; null if two readings could have it.
    /// </summary>
    private static ImmutableArray<Cell>? Cells(ProseFigure figure)
    {
        var first = figure.Claim!.Readings[0];
        if (figure.Fitting is [var only]) return only;
        return figure.Fitting.Any(f => f.SequenceEqual(first)) && figure.Fitting.All(f => first.All(f.Contains)) ? first : null;
    }

    /// <summary>What the expression prints; null for an amount in another unit than the cell's: 0 元 is no 0 万元 next year.</summary>
    private static string? Printed(Claim claim, ImmutableArray<Cell> cells, CheckedYear year)
    {
        var totals = (claim.LastYear ? year.ShownLast : year.District)!.Totals;
        if (cells[0].Kind == ValueKind.Amount && claim.Number.Quantity!.Unit != cells[0].Unit) return null;
        return CheckedProse.Sum(totals, cells) is { } sum
            ? PrintedFigure.Of(sum, cells[0].Kind, year.Project.Style with { BlankZeros = false }) : null;
    }

    private static string Expression(ImmutableArray<Cell> cells, bool isLast) =>
        string.Join(" + ", cells.Select(c => (isLast ? LastYear : "") + c.Path));
}
