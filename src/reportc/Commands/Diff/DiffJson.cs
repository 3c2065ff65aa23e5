using System.Collections.Immutable;
using System.Text.Json;
using Reportc.Shell;
using ReportCompiler.Forms;
using ReportCompiler.Rules;

namespace Reportc.Commands.Diff;

/// <summary>
/// What changed between two years, for programs. A figure is null if that year's form has no such cell, or nobody filed.
/// </summary>
internal static class DiffJson
{
    /// <summary>The object; <c>units</c> is null if they are not asked for.</summary>
    public static string Of(Comparison comparison) => JsonText.Of(json =>
    {
        json.WriteNumber("before", comparison.Before.Year);
        json.WriteNumber("after", comparison.After.Year);
        json.WriteStartObject("editions");
        json.WriteString("before", comparison.Before.Edition.Key);
        json.WriteString("after", comparison.After.Edition.Key);
        json.WriteEndObject();
        json.WriteStartObject("complete");
        json.WriteBoolean("before", !comparison.InDoubt.Contains(comparison.Before));
        json.WriteBoolean("after", !comparison.InDoubt.Contains(comparison.After));
        json.WriteEndObject();
        json.WriteString("authority", comparison.After.Authority);
        Write(json, "totals", comparison.Totals);
        if (comparison.Units is { } units) Write(json, units);
        else json.WriteNull("units");
        json.WriteNumber("jumps", comparison.Jumps);
    });

    private static void Write(Utf8JsonWriter json, ImmutableArray<LineChange> units)
    {
        json.WriteStartArray("units");
        foreach (var unit in units)
        {
            json.WriteStartObject();
            Write(json, "before", unit.Before);
            Write(json, "after", unit.After);
            Write(json, "changes", unit.Changes);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>The cells that changed and those that one form alone has.</summary>
    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<Change> changes)
    {
        json.WriteStartArray(name);
        foreach (var change in changes.Where(c => c.Before != c.After))
        {
            json.WriteStartObject();
            json.WriteString("cell", change.Path);
            json.WriteString("gloss", change.Gloss);
            json.WriteString("countedIn", change.Unit);
            Write(json, "before", change.Before);
            Write(json, "after", change.After);
            json.WriteBoolean("jump", change.IsJump);
            if (change.Joined is { } joined) Write(json, joined);
            else json.WriteNull("joined");
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>The cells that are added, where several of one edition compare with one of the other.</summary>
    private static void Write(Utf8JsonWriter json, Pairing joined)
    {
        json.WriteStartObject("joined");
        Write(json, "before", [.. joined.Before.Select(c => c.Path)]);
        Write(json, "after", [.. joined.Now.Select(c => c.Path)]);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } figure) json.WriteString(name, Comparison.Value(figure));
        else json.WriteNull(name);
    }
}
