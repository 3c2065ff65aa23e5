using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Sources;

namespace ReportCompiler.Projects;

/// <summary>A project: reportc.yaml and the editions it may use.</summary>
public sealed class Project
{
    /// <summary>The authority whose report it is.</summary>
    public required string Authority { get; init; }

    /// <summary>Where reportc.yaml names it.</summary>
    public required Location AuthorityAt { get; init; }

    /// <summary>The name in the title.</summary>
    public required string ShortName { get; init; }

    /// <summary>The contact line: 单位, 地址, 邮编, 电话, 网址, in this order, those that are given.</summary>
    public required ImmutableArray<KeyValuePair<string, string>> Contact { get; init; }

    /// <summary>The date beside the signature, by report year.</summary>
    public required ImmutableDictionary<int, PublicationDate> Published { get; init; }

    /// <summary>Who must file; null if there is no roster.</summary>
    public required ImmutableArray<RosterEntry>? Roster { get; init; }

    /// <summary>The folders of nested projects.</summary>
    public required ImmutableArray<NestedFolders> Children { get; init; }

    /// <summary>Folders outside the project that links in it may lead to, as written: absolute, or relative to the project.</summary>
    public required ImmutableArray<string> Shared { get; init; }

    /// <summary>The authority's own figures.</summary>
    public required ImmutableArray<Indicator> Indicators { get; init; }

    /// <summary>How figures are printed.</summary>
    public required PrintStyle Style { get; init; }

    /// <summary>What <c>build</c> writes unless it is told.</summary>
    public required ImmutableArray<string> Outputs { get; init; }

    /// <summary>Other editions for report years, those of one year first.</summary>
    public required ImmutableArray<NamedEdition> NamedEditions { get; init; }

    /// <summary>Other severities, by rule name.</summary>
    public required ImmutableDictionary<string, Severity> Severities { get; init; }

    /// <summary>When units file and the report is published, in the year after; null for the legal dates of article 49.</summary>
    public required (MonthDay Units, MonthDay Report) Deadlines { get; init; }

    /// <summary>The editions the project may use.</summary>
    public required Editions Editions { get; init; }

    /// <summary>The project's own rules, by the edition they are applied to.</summary>
    internal Func<Edition, ImmutableArray<EquationRule>> LocalRules { get; init; } = _ => [];

    /// <summary>The rules of an edition and the project's own.</summary>
    public ImmutableArray<EquationRule> RulesOf(Edition edition) => edition.Rules.AddRange(LocalRules(edition));

    /// <summary>The finding with the severity that reportc.yaml gives its rule; a hint that explains itself stays a hint.</summary>
    public Diagnostic Weigh(Diagnostic finding) =>
        finding.Severity == finding.Rule.Severity && Severities.TryGetValue(finding.Rule.Name, out var severity)
            ? finding with { Severity = severity } : finding;

    /// <summary>The text of reportc.yaml, for positions.</summary>
    public required SourceText Source { get; init; }

    /// <summary>The edition of a report year; null before the first edition.</summary>
    public Edition? EditionFor(int year) => NamedFor(year) is { } named ? Editions.Find(named.Key) : Editions.For(year);

    /// <summary>The edition that reportc.yaml names for a report year; null if the year itself decides.</summary>
    public NamedEdition? NamedFor(int year)
    {
        foreach (var named in NamedEditions)
            if (named.IsFor(year)) return named;
        return null;
    }

    /// <summary>
    /// Whether the authority is its own only unit: a bureau reporting for itself. Then its file counts; otherwise it states totals.
    /// </summary>
    public bool IsOwnUnit => Roster is not { } roster || (roster.Length == 1 && roster[0].Name == Authority);

    /// <summary>The units that file for a year, in the order of the roster; null if there is no roster.</summary>
    public IEnumerable<RosterEntry>? Due(int year) => Roster?.Where(u => u.IsDue(year));
}
