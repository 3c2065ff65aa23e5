using ReportCompiler.Manuscripts;

namespace ReportCompiler.Rendering;

/// <summary>The language a template writes: how data is escaped for it.</summary>
/// <param name="Escape">Escapes a text.</param>
/// <param name="TableTemplate">The template that a project writes to print the statutory tables its own way.</param>
internal sealed record Markup(Func<string, string> Escape, string TableTemplate)
{
    /// <summary>Markdown.</summary>
    public static readonly Markup Markdown = new(Rendering.Escape.Markdown, "table.md");

    /// <summary>HTML.</summary>
    public static readonly Markup Html = new(Rendering.Escape.Html, "table.html");

    /// <summary>Some of the narrative's prose in this language.</summary>
    public string Of(Passage passage) => ReferenceEquals(this, Html) ? passage.Html : passage.Markdown;
}
