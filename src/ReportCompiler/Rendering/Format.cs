namespace ReportCompiler.Rendering;

/// <summary>An output that templates make: its template, and how data is escaped for it.</summary>
internal sealed record Format(string Template, Func<string, string> Escape)
{
    /// <summary>report.md.</summary>
    public static readonly Format Markdown = new("report.md", Rendering.Escape.Markdown);

    /// <summary>report.html.</summary>
    public static readonly Format Html = new("report.html", Rendering.Escape.Html);
}
