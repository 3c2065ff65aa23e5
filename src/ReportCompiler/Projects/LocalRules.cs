using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;

namespace ReportCompiler.Projects;

/// <summary>
/// The project's own rules: files with a list <c>规则</c> in the form of an edition's. A rule applies to every edition that has the
/// rows it names; one that fits no edition is a fault.
/// </summary>
internal sealed class LocalRules
{
    private static readonly string[] Identity = ["代码", "规则"];

    private readonly ImmutableArray<(Document Document, Node Rule)> _rules;
    private readonly ConcurrentDictionary<string, ImmutableArray<EquationRule>> _of = new(StringComparer.Ordinal);

    private LocalRules(ImmutableArray<(Document, Node)> rules) => _rules = rules;

    /// <summary>Reads the files; faults are findings.</summary>
    public static LocalRules Read(Findings findings, IEnumerable<Source> sources, Editions editions)
    {
        var nodes = ImmutableArray.CreateBuilder<(Document, Node)>();
        foreach (var source in sources.OrderBy(s => s.Path, StringComparer.Ordinal))
        {
            if (YamlReader.Read(findings, source) is not { } document) continue;
            if (Fields.Of(findings, document, document.Root) is not { } fields) continue;
            nodes.AddRange(fields.List("规则").Select(n => (document, n)));
            fields.Close();
        }
        var rules = new LocalRules(nodes.ToImmutable());
        foreach (var (document, node) in rules._rules) CheckFits(findings, document, node, editions);
        CheckTwice(findings, rules._rules);
        return rules;
    }

    /// <summary>The rules that fit an edition.</summary>
    public ImmutableArray<EquationRule> For(Edition edition) => _rules.IsEmpty ? [] : _of.GetOrAdd(edition.Key, _ =>
        [.. _rules.SelectMany(r => new RuleReader(new Findings(), r.Document, edition).Read([r.Rule]))]);

    /// <summary>The names of all of them.</summary>
    public IEnumerable<(string Name, Severity Severity)> Names(Editions editions) =>
        editions.Keys.SelectMany(k => For(editions.Find(k)!)).Select(r => (r.Rule.Name, r.Rule.Severity)).Distinct();

    private static void CheckFits(Findings findings, Document document, Node node, Editions editions)
    {
        Findings? first = null;
        foreach (var edition in editions.Keys.Select(k => editions.Find(k)!).OrderByDescending(e => NamesTable(node, e)))
        {
            var found = new Findings();
            var read = new RuleReader(found, document, edition).Read([node]);
            if (!found.HasErrors)
            {
                CheckNames(findings, document, node, read, editions);
                return;
            }
            first ??= found;
        }
        findings.AddRange(first!.All);
    }

    /// <summary>Whether a rule names a table of an edition: what is wrong with it is told by that edition first.</summary>
    private static bool NamesTable(Node node, Edition edition) => node is Mapping rule && (rule["表"] is Scalar { IsNull: false } table
        ? edition.FindTable(table.Value) is not null
        : rule["式"] is Scalar formula && edition.Tables.Any(t => formula.Value.Contains(t.Key + ".", StringComparison.Ordinal)));

    /// <summary>If two rules share a code or a name, a finding's origin is in doubt; one of them is most often a copy.</summary>
    private static void CheckTwice(Findings findings, ImmutableArray<(Document Document, Node Rule)> rules)
    {
        var seen = new Dictionary<(string, string), Location>();
        foreach (var (document, node) in rules)
        {
            var twice = false;
            foreach (var field in Identity)
            {
                if ((node as Mapping)?[field] is not Scalar { IsNull: false } scalar) continue;
                var at = document.At(scalar);
                if (seen.TryAdd((field, scalar.Value.ToUpperInvariant()), at) || twice) continue;
                twice = true;
                findings.Add(Errors.Projects.RuleTwice(at, field, scalar.Value, seen[(field, scalar.Value.ToUpperInvariant())]));
            }
        }
    }

    private static void CheckNames(Findings findings, Document document, Node node, ImmutableArray<EquationRule> rules, Editions editions)
    {
        var ofEditions = editions.Keys.SelectMany(k => editions.Find(k)!.Rules).Select(r => r.Rule.Name);
        var taken = Catalogue.All.Select(c => c.Name).Concat(ofEditions).ToHashSet(StringComparer.Ordinal);
        if (rules.FirstOrDefault(r => r.Derives) is { } deriving)
            findings.Add(Errors.Projects.ComputesTotal(deriving.SubjectAt, deriving.Rule.Name));
        foreach (var rule in rules.Select(r => r.Rule))
            if (rule.Code.StartsWith("RC", StringComparison.OrdinalIgnoreCase) || taken.Contains(rule.Name))
                findings.Add(Errors.Projects.ReservedName(document.At(node), rule.Code, rule.Name));
    }
}
