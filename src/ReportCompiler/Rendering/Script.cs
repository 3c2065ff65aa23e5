using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ReportCompiler.Rendering;

/// <summary>Runs a template; what goes wrong in it is a finding in the template's own text.</summary>
internal static class Script
{
    /// <summary>The output; null, with a finding, where an expression cannot be computed.</summary>
    public static string? Run(Findings findings, Templates templates, Template template, SourceText source, ScriptObject data, NarrativeOutput? output = null)
    {
        try
        {
            if (output is null) return template.Render(new ReportContext(templates, data));
            var context = new NarrativeContext(templates, data);
            context.PushOutput(output);
            return template.Render(context);
        }
        catch (ScriptRuntimeException error)
        {
            findings.Add(Explain(error, templates, source));
            return null;
        }
    }

    /// <summary>The output as the bytes of a file; null, with a finding, where an expression cannot be computed.</summary>
    public static byte[]? Bytes(Findings findings, Templates templates, string template, ScriptObject data)
    {
        var output = new FileOutput();
        try
        {
            var context = new ReportContext(templates, data);
            context.PushOutput(output);
            templates[template].Render(context);
            return output.Bytes;
        }
        catch (ScriptRuntimeException error)
        {
            findings.Add(Explain(error, templates, templates.SourceOf(template)));
            return null;
        }
    }

    /// <summary>The characters of a place in one line.</summary>
    private static string Text(Location at)
    {
        var line = at.Source.Line(at.Span.Line);
        var (start, end) = (Math.Min(at.Span.Column - 1, line.Length), at.Span.EndLine > at.Span.Line ? line.Length : Math.Min(at.Span.EndColumn - 1, line.Length));
        return line[start..Math.Max(start, end)].Trim();
    }

    private static Diagnostic Explain(ScriptRuntimeException error, Templates templates, SourceText source)
    {
        for (Exception? inner = error; inner is not null; inner = inner.InnerException)
        {
            if (inner is UnknownNameException { IsTemplate: true } missing) return Errors.Templates.NoTemplate(At(missing), missing.Name, missing.Nearest);
            if (inner is UnknownNameException unknown) return Errors.Templates.UnknownName(At(unknown), unknown.Name, unknown.Nearest);
            if (inner is NothingToPrintException nothing) return Errors.Templates.OfNothing(At(nothing), Text(At(nothing)));
            if (inner is NotOneFigureException group) return Errors.Templates.NotOneFigure(OnOneLine(At(group)), group.Below);
        }
        var at = At(error);
        for (Exception? inner = error; inner is not null; inner = inner.InnerException)
            if (inner is DivideByZeroException) return Errors.Templates.DividedByZero(at);
        var message = error.OriginalMessage;
        // The library knows its errors by their English words alone; those a clerk is likely to make have a message of their own.
        if (message.Contains("null", StringComparison.OrdinalIgnoreCase) && Owner(at) is { Length: > 0 } owner) return Errors.Templates.OfNothing(at, owner);
        if (message.StartsWith("Cannot get member with name", StringComparison.Ordinal) || message.Contains("on the primitive", StringComparison.Ordinal)) return Errors.Templates.UnknownName(at, Written(at), null);
        if (message.Contains("ivide by zero", StringComparison.Ordinal)) return Errors.Templates.DividedByZero(at);
        if (message.Contains("readonly", StringComparison.OrdinalIgnoreCase)) return Errors.Templates.ReadOnly(at);
        if (message.Contains("LoopLimit", StringComparison.Ordinal)) return Errors.Templates.TooLong(at);
        return Errors.Templates.Failed(at, message);

        Location At(ScriptRuntimeException e)
        {
            var name = e.Span.FileName;
            var text = name is null || name == source.Path ? source : templates.Has(Leaf(name)) ? templates.SourceOf(Leaf(name)) : source;
            return new Location(text, TemplateSpan.Of(text, e.Span));
        }
    }

    /// <summary>The expression that ends where the place ends: the library gives a whole page as the place of a value that is a name alone.</summary>
    private static Location OnOneLine(Location at)
    {
        var (source, span) = (at.Source, at.Span);
        if (span.Line == span.EndLine) return at;
        var line = source.Line(span.EndLine);
        var end = 0;
        while (end < line.Length && source.CodePointColumn(span.EndLine, end) < span.EndColumn) end++;
        var open = line.LastIndexOf("{{", Math.Max(0, end - 1), StringComparison.Ordinal);
        return new Location(source, span with { Line = span.EndLine, Column = source.CodePointColumn(span.EndLine, Math.Max(0, open)) });
    }

    private static string Leaf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>The name that stands at a place.</summary>
    private static string Written(Location at)
    {
        var (line, start) = Offset(at);
        var end = start;
        while (end < line.Length && IsNamePart(line[end])) end++;
        return line[start..end];
    }

    /// <summary>What the name at a place is asked of: <c>上年</c> of <c>上年.主动公开</c>.</summary>
    private static string Owner(Location at)
    {
        var (line, end) = Offset(at);
        var start = end;
        while (start > 0 && (IsNamePart(line[start - 1]) || line[start - 1] == '.')) start--;
        return line[start..end].TrimEnd('.');
    }

    private static (string Line, int Offset) Offset(Location at)
    {
        var line = at.Source.Line(at.Span.Line);
        var offset = 0;
        while (offset < line.Length && at.Source.CodePointColumn(at.Span.Line, offset) < at.Span.Column) offset++;
        return (line, offset);
    }

    private static bool IsNamePart(char c) => c == '_' || char.IsLetterOrDigit(c);
}
