using System.Collections.Immutable;
using ReportCompiler.Forms;

namespace ReportCompiler.Schemas;

/// <summary>The report years an edition is for.</summary>
/// <param name="From">The first by its own dates.</param>
/// <param name="To">The last before the next edition; null if it goes on, before <see cref="From"/> if another takes its place.</param>
/// <param name="Also">Other years for which reportc.yaml names it under 格式.</param>
/// <param name="Except">Years of its own for which reportc.yaml names another.</param>
internal sealed record FormYears(int From, int? To, ImmutableArray<int> Also, ImmutableArray<int> Except)
{
    /// <summary>The years of an edition.</summary>
    public static FormYears Of(Edition edition, Editions editions, ImmutableDictionary<int, string> named)
    {
        var next = editions.Keys.Select(k => (int?)editions.Find(k)!.From).Where(from => from > edition.From).Min();
        var to = editions.For(edition.From) == edition ? next - 1 : edition.From - 1;
        return new FormYears(edition.From, to,
            [.. named.Where(n => n.Value == edition.Key && !IsIn(n.Key)).Select(n => n.Key).Order()],
            [.. named.Where(n => n.Value != edition.Key && IsIn(n.Key)).Select(n => n.Key).Order()]);

        bool IsIn(int year) => year >= edition.From && (to is null || year <= to);
    }

    /// <summary>All of them; null if they do not end.</summary>
    public IReadOnlyList<int>? All => To is { } to ? [.. Enumerable.Range(From, to - From + 1).Except(Except).Concat(Also).Order()] : null;
}
