using System.Globalization;
using System.Text.Json;
using Reportc.Shell;

namespace Reportc.Commands.Status;

/// <summary>Who has filed, for programs.</summary>
internal static class StatusJson
{
    /// <summary>The status; no field is left out.</summary>
    /// <param name="standing">The status.</param>
    /// <param name="withSigners">Whether it names who answers for the files: no output does that without being asked.</param>
    public static string Of(Standing standing, bool withSigners) => JsonText.Of(json =>
    {
        json.WriteNumber("year", standing.Year);
        json.WriteString("asOf", Date(standing.AsOf));
        json.WriteStartObject("deadlines");
        json.WriteString("units", Date(standing.UnitsDue));
        json.WriteString("report", Date(standing.ReportDue));
        json.WriteEndObject();
        json.WriteString("published", Date(standing.Published));
        json.WriteBoolean("reportLate", standing.IsReportLate);
        json.WriteStartArray("units");
        foreach (var unit in standing.Units) Write(json, unit, standing.Project.InJson, withSigners);
        json.WriteEndArray();
        json.WriteStartArray("forms");
        foreach (var form in standing.Forms) Write(json, form, standing.Project.InJson);
        json.WriteEndArray();
        WriteSummary(json, standing);
    });

    private static void Write(Utf8JsonWriter json, UnitStanding unit, Func<string, string> path, bool withSigners)
    {
        json.WriteStartObject();
        json.WriteString("unit", unit.Unit);
        json.WriteString("state", Name(unit.State));
        json.WriteString("submitted", Date(unit.Submitted));
        json.WriteString("file", unit.File is { } file ? path(file) : null);
        json.WriteNumber("errors", unit.Errors);
        json.WriteNumber("warnings", unit.Warnings);
        json.WriteNumber("open", unit.Open);
        json.WriteBoolean("late", unit.IsLate);
        if (withSigners)
        {
            json.WriteString("preparer", unit.Signers.Preparer);
            json.WriteString("reviewer", unit.Signers.Reviewer);
            json.WriteString("telephone", unit.Signers.Telephone);
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, WaitingForm form, Func<string, string> path)
    {
        json.WriteStartObject();
        json.WriteString("file", path(form.File));
        json.WriteString("saveAs", form.SaveAs);
        json.WriteString("state", form.State switch
        {
            FormState.New => "new",
            FormState.Differing => "differing",
            FormState.OfOtherYear => "ofOtherYear",
            _ => "unread",
        });
        json.WriteString("unit", form.Unit);
        json.WriteString("dataFile", form.DataFile is { } data ? path(data) : null);
        json.WriteNumber("cells", form.Cells);
        if (form.OtherYear is { } year) json.WriteNumber("year", year);
        else json.WriteNull("year");
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, Standing standing)
    {
        json.WriteStartObject("summary");
        foreach (var state in Enum.GetValues<Filed>()) json.WriteNumber(Name(state), standing.Count(state));
        json.WriteNumber("late", standing.Units.Count(u => u.IsLate));
        json.WriteNumber("errors", standing.Errors);
        json.WriteNumber("warnings", standing.Warnings);
        json.WriteEndObject();
    }

    private static string Name(Filed state) => state switch
    {
        Filed.Missing => "missing",
        Filed.Untouched => "untouched",
        Filed.Partial => "partial",
        Filed.Failing => "failing",
        Filed.Filed => "filed",
        Filed.Unexpected => "unexpected",
        _ => "unreadable",
    };

    private static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
