using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Explaining;
using ReportCompiler.Sources;

namespace Reportc.Messages;

/// <summary>
/// Findings for code scanning: SARIF 2.1.0. Every rule is declared whether it was broken or not; paths are relative, so that
/// the same input gives the same bytes wherever it lies.
/// </summary>
internal sealed class SarifFindings
{
    /// <summary>GitHub shows no more of a run.</summary>
    public const int MostResults = 5000;

    /// <summary>The page that explains every rule, in the repository of the program.</summary>
    public const string ReferencePath = "src/ReportCompiler/Explaining/README.md";

    private const string Root = "%SRCROOT%";
    private const string CommandLineCategory = "command-line";

    private readonly Utf8JsonWriter _json;
    private readonly Language _language;
    private readonly HashSet<string> _known;
    private readonly string? _reference;
    private readonly List<Explanation> _rules;
    private readonly List<Explanation> _notifications;
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    private SarifFindings(Utf8JsonWriter json, Language language, IReadOnlyList<Diagnostic> findings, string? address)
    {
        _json = json;
        _language = language;
        // As a repository is cloned, and as its pages are read.
        _reference = address is null ? null : $"{Trimmed(address)}/blob/HEAD/{ReferencePath}";
        var all = Explanations.Of();
        _rules = [.. all.Where(e => e.Category != CommandLineCategory)];
        _notifications = [.. all.Where(e => e.Category == CommandLineCategory)];
        _known = all.Select(e => e.Rule.Code).ToHashSet(StringComparer.Ordinal);
        _rules.AddRange(findings.Where(f => !_known.Contains(f.Rule.Code)).DistinctBy(f => f.Rule.Code, StringComparer.Ordinal)
            .Select(OfProject).OrderBy(e => e.Rule.Code, StringComparer.Ordinal));
        foreach (var list in (List<Explanation>[])[_rules, _notifications])
            for (var i = 0; i < list.Count; i++) _index[list[i].Rule.Code] = i;
    }

    // The code and title of a project's own rule come with the finding.
    private static Explanation OfProject(Diagnostic finding) => new(finding.Rule, null, null, finding.Help ?? finding.Rule.Title);

    /// <summary>Writes one run.</summary>
    /// <param name="writer">Standard output.</param>
    /// <param name="language">The language of the messages.</param>
    /// <param name="findings">The findings, sorted.</param>
    /// <param name="failures">What stopped the run, or a part of it.</param>
    /// <param name="status">The exit status.</param>
    /// <param name="address">Where the program's project lies; null if nobody said.</param>
    public static void Write(TextWriter writer, Language language, IReadOnlyList<Diagnostic> findings,
        IReadOnlyList<Failure> failures, int status, string? address) =>
        writer.Write(JsonText.OfObject(json =>
            new SarifFindings(json, language, findings, address).Write(findings, failures, status, address)));

    private void Write(IReadOnlyList<Diagnostic> findings, IReadOnlyList<Failure> failures, int status, string? address)
    {
        _json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        _json.WriteString("version", "2.1.0");
        _json.WriteStartArray("runs");
        _json.WriteStartObject();
        WriteTool(address);
        WriteInvocation(failures, findings.Count - MostResults, status);
        _json.WriteString("language", _language == Language.Chinese ? "zh-CN" : "en-US");
        _json.WriteString("columnKind", "unicodeCodePoints");
        _json.WriteStartObject("originalUriBaseIds");
        _json.WriteStartObject(Root);
        WriteMessage("description", Say("检出的文件夹", "the folder that was checked out"));
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteStartArray("results");
        foreach (var finding in Gravest(findings)) WriteResult(finding);
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private static string Trimmed(string address)
    {
        var folder = address.TrimEnd('/');
        return folder.EndsWith(".git", StringComparison.Ordinal) ? folder[..^4] : folder;
    }

    /// <summary>As many as are shown: hints go before warnings, warnings before errors, the order stays.</summary>
    private static IEnumerable<Diagnostic> Gravest(IReadOnlyList<Diagnostic> findings)
    {
        if (findings.Count <= MostResults) return findings;
        var gravest = findings.Index().OrderByDescending(f => f.Item.Severity).ThenBy(f => f.Index).Take(MostResults);
        return gravest.OrderBy(f => f.Index).Select(f => f.Item);
    }

    private void WriteTool(string? address)
    {
        _json.WriteStartObject("tool");
        _json.WriteStartObject("driver");
        _json.WriteString("name", "reportc");
        _json.WriteString("version", Machine.ProgramVersion);
        if (address is not null) _json.WriteString("informationUri", address);
        WriteDescriptors("rules", _rules);
        WriteDescriptors("notifications", _notifications);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteDescriptors(string name, List<Explanation> explanations)
    {
        _json.WriteStartArray(name);
        foreach (var explanation in explanations)
        {
            var text = new ExplanationText(explanation, _language);
            _json.WriteStartObject();
            _json.WriteString("id", explanation.Rule.Code);
            _json.WriteString("name", explanation.Rule.Name);
            WriteMessage("shortDescription", Say(explanation.Rule.Title));
            WriteMessage("fullDescription", Say(explanation.Meaning ?? explanation.Rule.Title));
            if (_reference is not null && _known.Contains(explanation.Rule.Code))
                _json.WriteString("helpUri", $"{_reference}#{explanation.Rule.Code.ToLowerInvariant()}");
            _json.WriteStartObject("help");
            _json.WriteString("text", text.Plain(ExplanationText.DefaultWidth));
            _json.WriteString("markdown", text.Markdown());
            _json.WriteEndObject();
            _json.WriteStartObject("defaultConfiguration");
            _json.WriteString("level", Level(explanation.Rule.Severity));
            _json.WriteEndObject();
            _json.WriteStartObject("properties");
            _json.WriteString("category", explanation.Category);
            _json.WriteStartArray("tags");
            _json.WriteStringValue(explanation.Category);
            _json.WriteEndArray();
            _json.WriteString("problem.severity", ProblemSeverity(explanation.Rule.Severity));
            _json.WriteEndObject();
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void WriteInvocation(IReadOnlyList<Failure> failures, int unlisted, int status)
    {
        _json.WriteStartArray("invocations");
        _json.WriteStartObject();
        _json.WriteNumber("exitCode", status);
        _json.WriteBoolean("executionSuccessful", status <= ExitStatus.Errors);
        _json.WriteStartArray("toolExecutionNotifications");
        foreach (var failure in failures.Select(f => f.Diagnostic)) WriteNotification(failure.Rule, "error", FullMessage(failure));
        if (unlisted > 0)
            WriteNotification(null, "note", Say($"另有 {unlisted} 条结果没有列出", $"{unlisted} more results are not listed"));
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteNotification(Rule? rule, string level, string message)
    {
        _json.WriteStartObject();
        if (rule is not null)
        {
            _json.WriteStartObject("descriptor");
            _json.WriteString("id", rule.Code);
            if (_index.TryGetValue(rule.Code, out var index)) _json.WriteNumber("index", index);
            _json.WriteEndObject();
        }
        _json.WriteString("level", level);
        WriteMessage("message", message);
        _json.WriteEndObject();
    }

    private void WriteResult(Diagnostic finding)
    {
        _json.WriteStartObject();
        _json.WriteString("ruleId", finding.Rule.Code);
        _json.WriteNumber("ruleIndex", _index[finding.Rule.Code]);
        _json.WriteString("level", Level(finding.Severity));
        WriteMessage("message", FullMessage(finding));
        _json.WriteStartArray("locations");
        if (finding.Location is { } location)
        {
            _json.WriteStartObject();
            WriteLocation(location);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        WriteRelated(finding);
        WriteFix(finding);
        _json.WriteStartObject("partialFingerprints");
        _json.WriteString("reportc/v1", Fingerprint(finding));
        _json.WriteEndObject();
        WriteProperties(finding);
        _json.WriteEndObject();
    }

    private void WriteRelated(Diagnostic finding)
    {
        _json.WriteStartArray("relatedLocations");
        var id = 0;
        foreach (var related in finding.Related)
        {
            if (related.Location is not { } location) continue;
            _json.WriteStartObject();
            _json.WriteNumber("id", ++id);
            WriteLocation(location);
            var cell = related.Unit is null ? related.Cell : $"{related.Unit} {related.Cell}";
            WriteMessage("message", related.Value.Length == 0 ? cell : $"{cell} = {related.Value}");
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    /// <summary>What <c>--fix</c> would write. Another encoding is none: a replacement is made of characters.</summary>
    private void WriteFix(Diagnostic finding)
    {
        var edits = finding.Edits.Where(e => !e.IsOfWholeFile).ToList();
        if (edits.Count == 0) return;
        _json.WriteStartArray("fixes");
        _json.WriteStartObject();
        WriteMessage("description", Say(finding.Help ?? finding.Message));
        _json.WriteStartArray("artifactChanges");
        _json.WriteStartObject();
        WriteFile(edits[0].At.File);
        _json.WriteStartArray("replacements");
        foreach (var edit in edits)
        {
            _json.WriteStartObject();
            WriteRegion("deletedRegion", edit.At.Span);
            WriteMessage("insertedContent", edit.With);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteLocation(Location location)
    {
        _json.WriteStartObject("physicalLocation");
        WriteFile(location.File);
        WriteRegion("region", location.Span);
        _json.WriteEndObject();
    }

    private void WriteFile(string path)
    {
        _json.WriteStartObject("artifactLocation");
        _json.WriteString("uri", Uri(path));
        if (!Path.IsPathRooted(path)) _json.WriteString("uriBaseId", Root);
        _json.WriteEndObject();
    }

    private void WriteRegion(string name, Span span)
    {
        _json.WriteStartObject(name);
        _json.WriteNumber("startLine", span.Line);
        _json.WriteNumber("startColumn", span.Column);
        _json.WriteNumber("endLine", span.EndLine);
        _json.WriteNumber("endColumn", span.EndColumn);
        _json.WriteEndObject();
    }

    private void WriteProperties(Diagnostic finding)
    {
        _json.WriteStartObject("properties");
        if (finding.Unit is { } unit) _json.WriteString("unit", unit);
        if (finding.Year is { } year) _json.WriteNumber("year", year);
        if (finding.Cell is { } cell) _json.WriteString("cell", cell);
        if (finding.Expected is { } expected) _json.WriteString("expected", expected);
        if (finding.Actual is { } actual) _json.WriteString("actual", actual);
        _json.WriteEndObject();
    }

    /// <summary>What stays the same if lines move or figures change; several of one kind in one place are numbered.</summary>
    private string Fingerprint(Diagnostic finding)
    {
        object?[] parts = [finding.Rule.Code, finding.Unit, finding.Year, finding.Cell, finding.Location?.File];
        var identity = string.Join('\n', parts);
        var nth = _seen[identity] = _seen.GetValueOrDefault(identity) + 1;
        var numbered = nth == 1 ? identity : $"{identity}\n{nth}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(numbered)));
    }

    /// <summary>A relative reference, each step percent-encoded; a file URI for a path outside the root.</summary>
    internal static string Uri(string path)
    {
        var escaped = path.Split('/').Select((step, i) => i == 0 && IsDrive(step) ? step : System.Uri.EscapeDataString(step));
        var steps = string.Join('/', escaped);
        return !Path.IsPathRooted(path) ? steps : steps.StartsWith('/') ? "file://" + steps : "file:///" + steps;
    }

    private static bool IsDrive(string step) => step is [>= 'A' and <= 'Z' or >= 'a' and <= 'z', ':'];

    private void WriteMessage(string name, string text)
    {
        _json.WriteStartObject(name);
        _json.WriteString("text", text);
        _json.WriteEndObject();
    }

    private string FullMessage(Diagnostic finding) =>
        finding.Help is { } help ? $"{Say(finding.Message)}\n{Say(help)}" : Say(finding.Message);

    // SARIF's own words, and those of code scanning.
    private static string Level(Severity severity) => severity == Severity.Info ? "note" : severity.Name().English;

    private static string ProblemSeverity(Severity severity) =>
        severity == Severity.Info ? "recommendation" : severity.Name().English;

    private string Say(Text text) => text.In(_language);

    private string Say(string chinese, string english) => _language == Language.Chinese ? chinese : english;
}
