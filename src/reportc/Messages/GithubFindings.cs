using System.Globalization;
using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Repairs;

namespace Reportc.Messages;

/// <summary>
/// Findings as annotations of a GitHub workflow. GitHub keeps ten of a kind for a step and drops the rest in silence; so the
/// rest is counted, in a notice that has its place among the ten.
/// </summary>
internal sealed class GithubFindings(Language language, bool hasSummary)
{
    /// <summary>How many of a kind GitHub keeps.</summary>
    public const int MostOfAKind = 10;

    private readonly StringBuilder _text = new();
    private readonly List<UnitRepairs> _repairs = [];

    /// <summary>The workflow commands for findings in this order.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="repairs">What mends a unit's equations: it is told with the first of them that is broken.</param>
    /// <param name="hasSummary">Whether the step has a summary, which lists all.</param>
    /// <param name="language">The language.</param>
    public static string Of(IReadOnlyList<Diagnostic> findings, IReadOnlyList<UnitRepairs> repairs, bool hasSummary, Language language)
    {
        var annotations = new GithubFindings(language, hasSummary);
        annotations._repairs.AddRange(repairs);
        annotations.Append(findings);
        return annotations._text.ToString();
    }

    private void Append(IReadOnlyList<Diagnostic> findings)
    {
        var tooMany = findings.CountBy(f => Kind(f.Severity)).Any(k => k.Value > MostOfAKind);
        // Those that show what to write are not dropped for those that only say that nothing is written yet.
        if (tooMany) findings = [.. findings.OrderBy(Rank)];
        var shown = new Dictionary<string, int>(StringComparer.Ordinal);
        var rest = new SortedDictionary<Severity, int>();
        foreach (var finding in findings)
        {
            var kind = Kind(finding.Severity);
            var most = tooMany && finding.Severity == Severity.Info ? MostOfAKind - 1 : MostOfAKind;
            if (shown.GetValueOrDefault(kind) == most)
            {
                rest[finding.Severity] = rest.GetValueOrDefault(finding.Severity) + 1;
                continue;
            }
            shown[kind] = shown.GetValueOrDefault(kind) + 1;
            Append(finding, kind);
        }
        if (rest.Count > 0) AppendRest(rest);
    }

    private int Rank(Diagnostic finding) => finding.Rule == Catalogue.Unfilled ? 2 : _repairs.Exists(r => IsMended(finding, r)) ? 0 : 1;

    private static bool IsMended(Diagnostic finding, UnitRepairs repairs) => repairs.Unit == finding.Unit && repairs.Year == finding.Year
        && repairs.Localisation.Repairs[0].Rules.Contains(finding.Rule.Name, StringComparer.Ordinal);

    private void AppendRest(SortedDictionary<Severity, int> counts)
    {
        var gravestFirst = counts.Reverse().ToList();
        var chinese = string.Join('、', gravestFirst.Select(c => $"{c.Value} 个{c.Key.Name().Chinese}"));
        var english = string.Join(", ", gravestFirst.Select(c => $"{c.Value} of {c.Key.Name().English}"));
        var where = hasSummary ? new Text("，见步骤摘要", "; see the step summary")
            : new("；用 --format text 或 json 可看全部", "; --format text or json shows them all");
        Command("notice", "reportc", Say(new($"另有 {chinese}没有标注{where.Chinese}", $"not annotated: {english}{where.English}")));
    }

    private void Append(Diagnostic finding, string kind)
    {
        var place = new StringBuilder();
        if (finding.Location is { } location)
        {
            var span = location.Span;
            place.Append(CultureInfo.InvariantCulture, $"file={Property(location.File)},line={span.Line}");
            // GitHub takes columns only for a stretch of one line.
            var (column, endColumn) = span.EndLine == span.Line ? ($",col={span.Column}", $",endColumn={span.EndColumn}") : ("", "");
            place.Append(CultureInfo.InvariantCulture, $"{column},endLine={span.EndLine}{endColumn},");
        }
        var unit = finding.Unit is { } name ? name + Say(new("：", ": ")) : "";
        var help = finding.Help is { } remedy ? "\n" + Say(remedy) : "";
        var message = unit + Say(finding.Message) + Elsewhere(finding) + Repair(finding) + help;
        Command(kind, $"{finding.Rule.Code} {finding.Rule.Name}", message, place.ToString());
    }

    /// <summary>What mends the unit, beside the first finding that it mends.</summary>
    private string Repair(Diagnostic finding)
    {
        var at = _repairs.FindIndex(r => IsMended(finding, r));
        if (at < 0) return "";
        var mends = _repairs[at];
        _repairs.RemoveAt(at);
        return "\n" + Say(RepairWords.Sentence(mends));
    }

    /// <summary>The other places of a finding on no cell: an annotation has room for one place of its own.</summary>
    private string Elsewhere(Diagnostic finding)
    {
        if (finding.Cell is not null) return "";
        var others = finding.Related.Select(r => r.Location).OfType<Location>().Where(l => l.File != finding.Location?.File);
        var places = string.Join(Say(new("、", ", ")), others.Select(l => $"{l.File}:{l.Span.Line}"));
        return places.Length == 0 ? "" : Say(new("，另见 ", "; see also ")) + places;
    }

    private void Command(string kind, string title, string message, string place = "") =>
        _text.Append(CultureInfo.InvariantCulture, $"::{kind} {place}title={Property(title)}::{Data(message)}\n");

    /// <summary>The code host's own word.</summary>
    private static string Kind(Severity severity) => severity == Severity.Info ? "notice" : severity.Name().English;

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private string Say(Text text) => text.In(language);
}
