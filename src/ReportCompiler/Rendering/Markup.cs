using ReportCompiler.Manuscripts;
using ReportCompiler.Packages;

namespace ReportCompiler.Rendering;

/// <summary>The language a template writes: how data is escaped for it.</summary>
/// <param name="Language">Which it is.</param>
/// <param name="Escape">Escapes a text.</param>
/// <param name="TableTemplate">The template that a project writes to print the statutory tables its own way.</param>
/// <param name="Of">Some of the narrative's prose in this language.</param>
internal sealed record Markup(Language Language, Func<string, string> Escape, string TableTemplate, Func<Passage, string> Of)
{
    /// <summary>Markdown.</summary>
    public static readonly Markup Markdown = new(Language.Markdown, Rendering.Escape.Markdown, "table.md", p => p.Markdown);

    /// <summary>HTML.</summary>
    public static readonly Markup Html = new(Language.Html, Rendering.Escape.Html, "table.html", p => p.Html);

    /// <summary>A Word document.</summary>
    /// <param name="parts">Takes what the prose names.</param>
    public static Markup Word(WordParts parts)
    {
        // A passage is printed once, and looked up again: its lists and links have numbers.
        var known = new Dictionary<Passage, string>();
        return new(Language.Word, XmlText.Escape, "table.docx.xml",
            p => known.TryGetValue(p, out var text) ? text : known[p] = p.Word(parts));
    }

    /// <summary>For what is made once an edition and language.</summary>
    public static T[] EachLanguage<T>() where T : new() => [new(), new(), new()];
}

/// <summary>What a report is written in.</summary>
internal enum Language
{
    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>The XML of Word.</summary>
    Word,
}
