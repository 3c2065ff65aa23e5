using System.Text.Json;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Input;
using ReportCompiler.Repairs;

namespace Reportc.Messages;

/// <summary>Findings for programs: the one object of the contract, whatever became of the run. No field is left out.</summary>
internal sealed class JsonFindings
{


    private readonly Utf8JsonWriter _json;
    private readonly Language _language;

    private JsonFindings(Utf8JsonWriter json, Language language)
    {
        _json = json;
        _language = language;
    }

    /// <summary>Writes findings that are sorted already, and the counts.</summary>
    public static void Write(
        TextWriter writer, Language language, IReadOnlyList<Diagnostic> findings, IReadOnlyList<UnitRepairs> repairs, Counts counts) =>
        writer.Write(JsonText.Of(json => new JsonFindings(json, language).Write(findings, repairs, counts)));

    /// <summary>The field <c>diagnostics</c> of an object.</summary>
    public static void WriteDiagnostics(Utf8JsonWriter json, Language language, IEnumerable<Diagnostic> findings)
    {
        var writer = new JsonFindings(json, language);
        json.WriteStartArray("diagnostics");
        foreach (var finding in findings) writer.Write(finding);
        json.WriteEndArray();
    }

    private void Write(IReadOnlyList<Diagnostic> findings, IReadOnlyList<UnitRepairs> repairs, Counts counts)
    {
        WriteDiagnostics(_json, _language, findings);
        _json.WriteStartArray("repairs");
        foreach (var unit in repairs)
            foreach (var repair in unit.Localisation.Repairs) Write(unit, repair);
        _json.WriteEndArray();
        Write(counts);
    }

    private void Write(Diagnostic finding)
    {
        _json.WriteStartObject();
        _json.WriteString("code", finding.Rule.Code);
        _json.WriteString("rule", finding.Rule.Name);
        _json.WriteString("severity", finding.Severity.Name().English);
        _json.WriteString("message", finding.Message.In(_language));
        _json.WriteString("help", finding.Help?.In(_language));
        _json.WriteString("unit", finding.Unit);
        if (finding.Year is { } year) _json.WriteNumber("year", year);
        else _json.WriteNull("year");
        _json.WriteString("cell", finding.Cell);
        _json.WriteString("expected", finding.Expected);
        _json.WriteString("actual", finding.Actual);
        Write(finding.Location);
        _json.WriteStartArray("related");
        foreach (var related in finding.Related)
        {
            _json.WriteStartObject();
            _json.WriteString("cell", related.Cell);
            _json.WriteString("value", related.Value);
            Write(related.Location);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void Write(UnitRepairs unit, Repair repair)
    {
        _json.WriteStartObject();
        _json.WriteString("unit", unit.Unit);
        _json.WriteNumber("year", unit.Year);
        _json.WriteStartArray("rules");
        foreach (var rule in repair.Rules) _json.WriteStringValue(rule);
        _json.WriteEndArray();
        _json.WriteString("reason", repair.Reason);
        _json.WriteStartArray("edits");
        foreach (var edit in repair.Edits)
        {
            _json.WriteStartObject();
            _json.WriteString("cell", edit.Cell);
            _json.WriteString("from", Figure.Format(edit.From));
            _json.WriteString("to", Figure.Format(edit.To));
            Write(edit.Location);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void Write(Location? location)
    {
        if (location is null)
        {
            _json.WriteNull("location");
            return;
        }
        _json.WriteStartObject("location");
        _json.WriteString("file", location.File);
        _json.WriteNumber("line", location.Span.Line);
        _json.WriteNumber("column", location.Span.Column);
        _json.WriteNumber("endLine", location.Span.EndLine);
        _json.WriteNumber("endColumn", location.Span.EndColumn);
        _json.WriteEndObject();
    }

    private void Write(Counts counts)
    {
        _json.WriteStartObject("summary");
        _json.WriteNumber("errors", counts.Errors);
        _json.WriteNumber("warnings", counts.Warnings);
        _json.WriteNumber("infos", counts.Infos);
        _json.WriteNumber("files", counts.Files);
        _json.WriteNumber("units", counts.Units);
        _json.WriteStartArray("years");
        foreach (var year in counts.Years) _json.WriteNumberValue(year);
        _json.WriteEndArray();
        _json.WriteNumber("equations", counts.Tally.Equations);
        _json.WriteNumber("broken", counts.Tally.Broken);
        _json.WriteStartObject("prose");
        _json.WriteNumber("figures", counts.Prose.Figures);
        _json.WriteNumber("computed", counts.Prose.Computed);
        _json.WriteNumber("verified", counts.Prose.Verified);
        _json.WriteNumber("contradicted", counts.Prose.Contradicted);
        _json.WriteNumber("outside", counts.Prose.Outside);
        _json.WriteNumber("unread", counts.Prose.Unread);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }
}
