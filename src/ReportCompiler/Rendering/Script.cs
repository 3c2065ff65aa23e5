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
    public static string? Run(Findings findings, Templates templates, Template template, SourceText source, ScriptObject data)
    {
        try
        {
            return template.Render(new ReportContext(templates, data));
        }
        catch (ScriptRuntimeException error)
        {
            findings.Add(Explain(error, templates, source));
            return null;
        }
    }

    private static Diagnostic Explain(ScriptRuntimeException error, Templates templates, SourceText source)
    {
        for (Exception? inner = error; inner is not null; inner = inner.InnerException)
            if (inner is UnknownNameException unknown) return Errors.Templates.UnknownName(At(unknown), unknown.Name, unknown.Nearest);
        var at = At(error);
        var written = Written(at);
        return error.OriginalMessage.Contains("null", StringComparison.OrdinalIgnoreCase) && written.Contains('.')
            ? Errors.Templates.OfNothing(at, written[..written.LastIndexOf('.')])
            : Errors.Templates.Failed(at, error.OriginalMessage);

        Location At(ScriptRuntimeException e)
        {
            var name = e.Span.FileName;
            var text = name is null || name == source.Path ? source : templates.Has(Leaf(name)) ? templates.SourceOf(Leaf(name)) : source;
            return new Location(text, TemplateSpan.Of(text, e.Span));
        }
    }

    private static string Leaf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string Written(Location at)
    {
        var line = at.Source.Line(at.Span.Line);
        var start = Math.Min(line.Length, at.Span.Column - 1);
        var end = start;
        while (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] is '.' or '_')) end++;
        while (start > 0 && (char.IsLetterOrDigit(line[start - 1]) || line[start - 1] is '.' or '_')) start--;
        return line[start..end];
    }
}
