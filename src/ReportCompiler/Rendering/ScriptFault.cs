using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;
using Scriban.Syntax;

namespace ReportCompiler.Rendering;

/// <summary>Says what went wrong in a template.</summary>
internal static class ScriptFault
{
    /// <summary>What an error says, and where.</summary>
    public static Diagnostic Explain(ScriptRuntimeException error, Templates templates, SourceText source, Budget budget)
    {
        for (Exception? inner = error; inner is not null; inner = inner.InnerException)
            if (Own(inner, At) is { } known) return known;
        var at = At(error);
        for (Exception? inner = error; inner is not null; inner = inner.InnerException)
        {
            if (inner is DivideByZeroException) return Errors.Templates.DividedByZero(at);
            if (inner is ReadOnlyException) return Errors.Templates.ReadOnly(at);
            if (inner is InsufficientExecutionStackException)
                return Errors.Templates.BeyondLimit(at, Limit.Depth.Words, ReportContext.DeepestCalls);
        }
        return OfLibrary(error.OriginalMessage, at, budget);

        Location At(ScriptRuntimeException e)
        {
            var name = e.Span.FileName;
            var text = name is null || name == source.Path ? source : templates.Has(Leaf(name)) ? templates.SourceOf(Leaf(name)) : source;
            return new Location(text, TemplateSpan.Of(text, e.Span));
        }
    }

    /// <summary>The errors that this program throws.</summary>
    private static Diagnostic? Own(Exception error, Func<ScriptRuntimeException, Location> at) => error switch
    {
        UnknownNameException { IsTemplate: true } missing => Errors.Templates.NoTemplate(at(missing), missing.Name, missing.Nearest),
        UnknownNameException unknown => Errors.Templates.UnknownName(at(unknown), unknown.Name, unknown.Nearest),
        NothingToPrintException nothing => Errors.Templates.OfNothing(at(nothing), Text(at(nothing))),
        NotOneFigureException group => Errors.Templates.NotOneFigure(OnOneLine(at(group)), group.Below),
        TakenNameException taken => Errors.Templates.TakenName(at(taken), taken.Name),
        NotOfferedException word => Errors.Templates.NotOffered(at(word), word.Word),
        BudgetException over => Errors.Templates.BeyondLimit(at(over), over.Limit.Words, over.Most),
        _ => null,
    };

    /// <summary>The library knows its errors by their English words alone; those a clerk may make have messages of their own.</summary>
    private static Diagnostic OfLibrary(string message, Location at, Budget budget)
    {
        if (message.Contains("null", StringComparison.OrdinalIgnoreCase) && Owner(at) is { Length: > 0 } owner)
            return Errors.Templates.OfNothing(at, owner);
        if (Says("Cannot get member with name") || Says("on the primitive")) return Errors.Templates.UnknownName(at, Written(at), null);
        if (Says("ivide by zero")) return Errors.Templates.DividedByZero(at);
        if (message.Contains("readonly", StringComparison.OrdinalIgnoreCase)) return Errors.Templates.ReadOnly(at);
        if (Says("iteration limit") || Says("LoopLimit")) return Errors.Templates.BeyondLimit(at, Limit.Steps.Words, budget.MostSteps);
        if (Says("LimitToString")) return Errors.Templates.BeyondLimit(at, Limit.OneText.Words, Budget.LongestText);
        if (Says("OutputLimit")) return Errors.Templates.BeyondLimit(at, Limit.Output.Words, budget.MostOutput);
        if (Says("recursive depth")) return Errors.Templates.BeyondLimit(at, Limit.Depth.Words, ReportContext.DeepestCalls);
        return Errors.Templates.Failed(at, message);

        bool Says(string words) => message.Contains(words, StringComparison.Ordinal);
    }

    /// <summary>The characters of a place in one line.</summary>
    private static string Text(Location at)
    {
        var line = at.Source.Line(at.Span.Line);
        var start = Math.Min(at.Span.Column - 1, line.Length);
        var end = at.Span.EndLine > at.Span.Line ? line.Length : Math.Min(at.Span.EndColumn - 1, line.Length);
        return line[start..Math.Max(start, end)].Trim();
    }

    /// <summary>The expression that ends where the place ends: of a name alone the library gives a whole page as the place.</summary>
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
