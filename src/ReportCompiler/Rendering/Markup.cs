using ReportCompiler.Manuscripts;

namespace ReportCompiler.Rendering;

/// <summary>The language a template writes: how data is escaped for it.</summary>
internal sealed record Markup(Func<string, string> Escape)
{
    /// <summary>Markdown.</summary>
    public static readonly Markup Markdown = new(Rendering.Escape.Markdown);

    /// <summary>HTML.</summary>
    public static readonly Markup Html = new(Rendering.Escape.Html);

    /// <summary>Some of the narrative's prose in this language.</summary>
    public string Of(Passage passage) => ReferenceEquals(this, Html) ? passage.Html : passage.Markdown;
}
