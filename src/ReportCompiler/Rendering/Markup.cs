namespace ReportCompiler.Rendering;

/// <summary>The language a template writes: how data is escaped for it.</summary>
internal sealed record Markup(Func<string, string> Escape)
{
    /// <summary>Markdown.</summary>
    public static readonly Markup Markdown = new(Rendering.Escape.Markdown);

    /// <summary>HTML.</summary>
    public static readonly Markup Html = new(Rendering.Escape.Html);
}
