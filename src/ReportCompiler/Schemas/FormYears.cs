using System.Collections.Immutable;
using ReportCompiler.Forms;
using ReportCompiler.Projects;

namespace ReportCompiler.Schemas;

/// <summary>The report years an edition is for.</summary>
/// <param name="Spans">Years in a row, in order, none beside another; the last may go on.</param>
internal sealed record FormYears(ImmutableArray<(int From, int? To)> Spans)
{
    /// <summary>The years of an edition, by its own dates and by what reportc.yaml names under 格式.</summary>
    public static FormYears Of(Edition edition, Editions editions, ImmutableArray<NamedEdition> named)
    {
        var begins = editions.Keys.Select(k => editions.Find(k)!.From)
            .Concat(named.SelectMany(n => n.To is { } to ? [n.From, to + 1] : new[] { n.From })).Distinct().Order().ToList();
        var spans = new List<(int From, int? To)>();
        for (var i = 0; i < begins.Count; i++)
        {
            var (from, to) = (begins[i], i + 1 < begins.Count ? begins[i + 1] - 1 : (int?)null);
            if (ForYear(from) != edition) continue;
            if (spans.Count > 0 && spans[^1].To == from - 1) spans[^1] = (spans[^1].From, to);
            else spans.Add((from, to));
        }
        return new FormYears([.. spans]);

        Edition? ForYear(int year) => named.FirstOrDefault(n => n.IsFor(year)) is { } own ? editions.Find(own.Key) : editions.For(year);
    }

    /// <summary>All of them; null if they do not end.</summary>
    public IReadOnlyList<int>? All => Spans is [.., { To: null }] ? null
        : [.. Spans.SelectMany(s => Enumerable.Range(s.From, s.To!.Value - s.From + 1))];

    /// <summary>The years of other editions between its first and its last.</summary>
    public IReadOnlyList<int> Between =>
        [.. Spans.Zip(Spans.Skip(1)).SelectMany(p => Enumerable.Range(p.First.To!.Value + 1, p.Second.From - p.First.To!.Value - 1))];
}
