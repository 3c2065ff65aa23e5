using System.Collections.Immutable;
using System.Text.Json;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Input;
using ReportCompiler.Tracing;

namespace Reportc.Commands.Trace;

/// <summary>Where a figure comes from, for programs. No field is left out; figures are strings, so that amounts stay exact.</summary>
internal static class TraceJson
{
    /// <summary>The object: the tree of shares, the cells the figure is made of, the years.</summary>
    /// <param name="traced">The figure.</param>
    /// <param name="path">A file as programs are told it.</param>
    /// <param name="depth">How many levels of units are opened.</param>
    public static string Of(Traced traced, Func<string, string> path, int depth) => JsonText.Of(json =>
    {
        var origin = traced.Origin;
        json.WriteString("cell", traced.Subject.Path);
        json.WriteString("gloss", traced.Subject.Gloss);
        json.WriteString("countedIn", traced.Subject.Unit);
        json.WriteNumber("year", origin.Year);
        json.WriteString("edition", traced.Edition.Key);
        json.WriteString("authority", origin.Authority);
        json.WriteString("value", Figure.Format(origin.Figure.Value));
        json.WriteString("state", StateNames.Of(origin.Figure.State));
        json.WriteBoolean("isSum", traced.Subject.IsSum);
        json.WriteBoolean("complete", origin.IsComplete);
        Write(json, "lastYear", origin.Last);
        Write(json, origin.Shares, path, depth);
        json.WriteStartArray("parts");
        foreach (var part in origin.Parts) Write(json, part, path, depth);
        json.WriteEndArray();
        json.WriteStartArray("years");
        foreach (var year in traced.Years) Write(json, year);
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, ImmutableArray<Share> shares, Func<string, string> path, int depth)
    {
        json.WriteStartArray("units");
        foreach (var share in shares) Write(json, share, path, depth);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Share share, Func<string, string> path, int depth)
    {
        json.WriteStartObject();
        json.WriteString("unit", share.Unit);
        json.WriteString("kind", Name(share.Kind));
        Write(json, "value", share.Counts ? share.Value : null);
        json.WriteString("state", StateNames.Of(share.State));
        Write(json, "stated", share.Stated);
        json.WriteString("file", share.File is { } file ? path(file) : null);
        if (share.Line is { } line) json.WriteNumber("line", line);
        else json.WriteNull("line");
        Write(json, share.Last);
        Write(json, depth > 1 ? share.Below : [], path, depth - 1);
        json.WriteEndObject();
    }

    /// <summary>After a split every successor has the same object, whose <c>together</c> names them.</summary>
    private static void Write(Utf8JsonWriter json, ShareBefore? last)
    {
        if (last is null)
        {
            json.WriteNull("lastYear");
            return;
        }
        json.WriteStartObject("lastYear");
        Write(json, "value", last.Value);
        Write(json, "units", last.Units);
        Write(json, "together", last.Together);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Part part, Func<string, string> path, int depth)
    {
        json.WriteStartObject();
        json.WriteString("cell", part.Path);
        json.WriteString("gloss", part.Gloss);
        json.WriteNumber("sign", part.Sign);
        Write(json, "value", part.Value);
        Write(json, part.Shares, path, depth);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, YearFigure year)
    {
        json.WriteStartObject();
        json.WriteNumber("year", year.Year);
        json.WriteString("edition", year.Edition?.Key);
        Write(json, "value", year.Figure?.Value);
        json.WriteBoolean("complete", year.IsComplete);
        Write(json, "cells", year.Paths);
        Write(json, "joinedWith", year.JoinedWith);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } figure) json.WriteString(name, Figure.Format(figure));
        else json.WriteNull(name);
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<string> words)
    {
        json.WriteStartArray(name);
        foreach (var word in words) json.WriteStringValue(word);
        json.WriteEndArray();
    }

    private static string Name(ShareKind kind) => kind switch
    {
        ShareKind.Unit => "unit",
        ShareKind.Nested => "nested",
        ShareKind.Own => "own",
        ShareKind.NotFiled => "notFiled",
        ShareKind.Ended => "ended",
        ShareKind.Failed => "failed",
        ShareKind.Missing => "missing",
        ShareKind.OtherForm => "otherForm",
        _ => "refused",
    };
}
