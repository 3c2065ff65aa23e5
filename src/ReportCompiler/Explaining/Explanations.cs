using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Projects;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;

namespace ReportCompiler.Explaining;

/// <summary>
/// The explanations of all rules. The words are data: those of the catalogue's rules and all examples stand in explanations.yaml,
/// those of rules written as equations in the edition or in the project's own rules.
/// </summary>
public static class Explanations
{
    /// <summary>The embedded file.</summary>
    public const string FileName = "explanations.yaml";

    private static readonly Lazy<ImmutableDictionary<string, RuleText>> Entries = new(() => Read(Load()));

    /// <summary>What the file says of a code.</summary>
    private sealed record RuleText(
        Text? Meaning, Text? Reason, Text? Remedy, string? Cell, ImmutableArray<ExampleFile> Wrong, ImmutableArray<ExampleFile> Right);

    /// <summary>The codes the file has anything about.</summary>
    public static IEnumerable<string> Codes => Entries.Value.Keys.Order(StringComparer.Ordinal);

    /// <summary>All rules there are, by code, those of reportc first: the catalogue's, the editions', and a project's own.</summary>
    public static ImmutableArray<Explanation> Of(Project? project = null) =>
        Ordered(Catalogue.All.Select(OfCatalogue).Concat(Equations(project).Select(g => OfEquation([.. g]))), static e => e.Rule);

    /// <summary>The same rules in the same order without what is said of them: nothing of that is read.</summary>
    public static ImmutableArray<Rule> RulesOf(Project? project = null) =>
        Ordered(Catalogue.All.Concat(Equations(project).Select(g => g.First().Rule.Rule)), static r => r);

    private static IEnumerable<IGrouping<(string Code, string Name), (Edition Edition, EquationRule Rule)>> Equations(Project? project)
    {
        var editions = project?.Editions ?? Editions.OfForm;
        return editions.Keys.Select(k => editions.Find(k)!)
            .SelectMany(e => (project?.RulesOf(e) ?? e.Rules).Select(r => (Edition: e, Rule: r)))
            .GroupBy(r => (r.Rule.Rule.Code, r.Rule.Rule.Name));
    }

    private static ImmutableArray<T> Ordered<T>(IEnumerable<T> all, Func<T, Rule> rule) =>
        [.. all.OrderBy(e => !rule(e).Code.StartsWith("RC", StringComparison.Ordinal))
            .ThenBy(e => rule(e).Code, StringComparer.Ordinal).ThenBy(e => rule(e).Name, StringComparer.Ordinal)];

    private static Explanation OfCatalogue(Rule rule)
    {
        // A test proves that there is an entry for each; a rule that is newer than the file is still explained by its title.
        var entry = Entries.Value.GetValueOrDefault(rule.Code);
        return new Explanation(rule, entry?.Meaning, entry?.Reason, entry?.Remedy ?? rule.Title)
        {
            Cell = entry?.Cell,
            Wrong = entry?.Wrong ?? [],
            Right = entry?.Right ?? [],
        };
    }

    /// <summary>A rule of one edition or several: the newest one's words, the documents of all.</summary>
    private static Explanation OfEquation(ImmutableArray<(Edition Edition, EquationRule Rule)> uses)
    {
        var (edition, rule) = uses[0];
        var entry = Entries.Value.GetValueOrDefault(rule.Rule.Code);
        var prescribing = edition.Rules.Contains(rule) ? uses.Select(u => u.Edition.Basis) : [];
        return new Explanation(rule.Rule, null, null, rule.Help)
        {
            Formula = rule.Formula,
            Basis = [.. prescribing.Prepend(rule.Basis).Where(b => b.Length > 0).Distinct(StringComparer.Ordinal)],
            Cell = rule.Equations.FirstOrDefault()?.Subject.Path,
            Wrong = entry?.Wrong ?? [],
            Right = entry?.Right ?? [],
        };
    }

    private static ImmutableDictionary<string, RuleText> Read(Source source)
    {
        var findings = new Findings();
        var entries = ImmutableDictionary.CreateBuilder<string, RuleText>(StringComparer.Ordinal);
        if (YamlReader.Read(findings, source) is { } document && Fields.Of(findings, document, document.Root) is { } fields)
        {
            foreach (var (key, node) in fields.Entries("解释"))
                if (Fields.Of(findings, document, node) is { } entry) entries.Add(key.Value, ReadEntry(entry));
            fields.Close();
        }
        if (findings.IsEmpty) return entries.ToImmutable();
        var first = findings.All[0];
        throw new InvalidOperationException($"{source.Path}:{first.Location?.Span.Line}: {first.Message.English}");
    }

    private static RuleText ReadEntry(Fields fields)
    {
        var entry = new RuleText(Text("含义", "英文"), Text("缘由", "缘由英文"), Text("补救", "补救英文"), fields.Text("说明"),
            Files("错"), Files("对"));
        fields.Close();
        return entry;

        Text? Text(string chinese, string english) => fields.Text(chinese) is { } text ? new(text, fields.Required(english)) : null;

        ImmutableArray<ExampleFile> Files(string name) =>
            [.. fields.Entries(name).Select(e => new ExampleFile(e.Key.Value, (e.Value as Scalar)?.Value ?? ""))];
    }

    private static Source Load()
    {
        using var stream = typeof(Explanations).Assembly.GetManifestResourceStream(FileName)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new Source(FileName, bytes);
    }
}
