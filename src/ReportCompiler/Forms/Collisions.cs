using System.Collections.Immutable;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.Forms;

/// <summary>
/// Finds what a project's own editions may not share with others: the name of the edition, and the codes and names of rules. A rule
/// of the same code and name as a built-in one is that rule, in the words of the new form.
/// </summary>
internal static class Collisions
{
    /// <summary>The faults of own editions.</summary>
    public static IEnumerable<Diagnostic> Of(ImmutableArray<Edition> own) => own.IsEmpty ? [] : Keys(own).Concat(Rules(own));

    private static IEnumerable<Diagnostic> Keys(ImmutableArray<Edition> own)
    {
        var first = new Dictionary<string, Edition>(StringComparer.Ordinal);
        foreach (var edition in own)
        {
            if (!first.TryAdd(edition.Key, edition))
                yield return Errors.Editions.EditionTwice(edition.At, edition.Key, first[edition.Key].At);
        }
    }

    private static IEnumerable<Diagnostic> Rules(ImmutableArray<Edition> own)
    {
        var codes = new Dictionary<string, Rule>(StringComparer.OrdinalIgnoreCase);
        var names = new Dictionary<string, Rule>(StringComparer.Ordinal);
        foreach (var rule in Catalogue.All.Concat(Editions.OfForm.Keys.SelectMany(k => Editions.OfForm.Find(k)!.Rules).Select(r => r.Rule)))
            (codes[rule.Code], names[rule.Name]) = (rule, rule);
        foreach (var written in own.SelectMany(e => e.Rules))
        {
            var rule = written.Rule;
            if ((codes.TryGetValue(rule.Code, out var other) && other.Name != rule.Name)
                || (names.TryGetValue(rule.Name, out other) && other.Code != rule.Code))
                yield return Errors.Editions.TakenByRule(written.At, rule.Code, rule.Name, other.Code, other.Name);
            else if (other is null && rule.Code.StartsWith("RC", StringComparison.OrdinalIgnoreCase))
                yield return Errors.Editions.ReservedCode(written.At, rule.Code, rule.Name);
            else (codes[rule.Code], names[rule.Name]) = (rule, rule);
        }
    }
}
