using System.Globalization;
using System.Text;
using ReportCompiler.Diagnostics;

namespace Reportc.Messages;

/// <summary>
/// Findings as annotations of a GitHub workflow. GitHub keeps ten of a kind for a step and drops the rest in silence; so the rest
/// is counted, in a notice that has its place among the ten.
/// </summary>
internal sealed class GithubFindings(Language language)
{
    /// <summary>How many of a kind GitHub keeps.</summary>
    public const int MostOfAKind = 10;

    private readonly StringBuilder _text = new();

    /// <summary>The workflow commands for findings in this order.</summary>
    public static string Of(IReadOnlyList<Diagnostic> findings, Language language)
    {
        var annotations = new GithubFindings(language);
        annotations.Append(findings);
        return annotations._text.ToString();
    }

    private void Append(IReadOnlyList<Diagnostic> findings)
    {
        var tooMany = findings.CountBy(f => Kind(f.Severity)).Any(k => k.Value > MostOfAKind);
        var shown = new Dictionary<string, int>(StringComparer.Ordinal);
        var rest = new SortedDictionary<Severity, int>();
        foreach (var finding in findings)
        {
            var kind = Kind(finding.Severity);
            var most = tooMany && finding.Severity == Severity.Info ? MostOfAKind - 1 : MostOfAKind;
            if (shown.GetValueOrDefault(kind) == most) rest[finding.Severity] = rest.GetValueOrDefault(finding.Severity) + 1;
            else
            {
                shown[kind] = shown.GetValueOrDefault(kind) + 1;
                Append(finding, kind);
            }
        }
        if (rest.Count == 0) return;
        var counts = rest.Reverse().Select(r => (r.Key, r.Value)).ToList();
        Command("notice", "reportc", Say(new(
            $"另有 {string.Join('、', counts.Select(c => $"{c.Value} 个{c.Key.Name().Chinese}"))}没有标注，全部列在步骤摘要中",
            $"not annotated: {string.Join(", ", counts.Select(c => $"{c.Value} of {c.Key.Name().English}"))}; the step summary lists them all")));
    }

    private void Append(Diagnostic finding, string kind)
    {
        var place = new StringBuilder();
        if (finding.Location is { } location)
        {
            var span = location.Span;
            place.Append(CultureInfo.InvariantCulture, $"file={Property(location.File)},line={span.Line}");
            // GitHub takes columns only for a stretch of one line.
            if (span.EndLine == span.Line) place.Append(CultureInfo.InvariantCulture, $",col={span.Column},endLine={span.EndLine},endColumn={span.EndColumn},");
            else place.Append(CultureInfo.InvariantCulture, $",endLine={span.EndLine},");
        }
        var unit = finding.Unit is { } name ? name + Say(new("：", ": ")) : "";
        var help = finding.Help is { } remedy ? "\n" + Say(remedy) : "";
        Command(kind, $"{finding.Rule.Code} {finding.Rule.Name}", unit + Say(finding.Message) + Elsewhere(finding) + help, place.ToString());
    }

    /// <summary>The other places of a finding on no cell: an annotation has room for one place of its own.</summary>
    private string Elsewhere(Diagnostic finding)
    {
        var places = finding.Cell is null ? finding.Related.Select(r => r.Location).OfType<Location>().Where(l => l.File != finding.Location?.File).Select(l => $"{l.File}:{l.Span.Line}").ToList() : [];
        return places.Count == 0 ? "" : Say(new("，另见 ", "; see also ")) + string.Join(Say(new("、", ", ")), places);
    }

    private void Command(string kind, string title, string message, string place = "") =>
        _text.Append("::").Append(kind).Append(' ').Append(place).Append("title=").Append(Property(title)).Append("::").Append(Data(message)).Append('\n');

    /// <summary>The code host's own word.</summary>
    private static string Kind(Severity severity) => severity == Severity.Info ? "notice" : severity.Name().English;

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private string Say(Text text) => text.In(language);
}
