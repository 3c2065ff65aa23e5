using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ReportCompiler.Rendering;

/// <summary>
/// The clerk's Markdown to HTML. Raw HTML is shown as text, and a link goes only where a link may go: <c>DisableHtml</c> alone
/// lets <c>javascript:</c> through.
/// </summary>
internal static class MarkdownHtml
{
    private const int DeepestHeading = 6;

    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>Converts Markdown; headings go down one level, below the section's own.</summary>
    public static string Convert(string markdown)
    {
        if (markdown.Length == 0) return "";
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // Nesting beyond 128 levels; no clerk writes it, and as plain text nothing is lost.
            return $"<p>{Escape.Html(markdown)}</p>";
        }
        foreach (var node in document.Descendants())
        {
            if (node is LinkInline link && !IsAllowed(link.Url)) link.Url = "";
            else if (node is AutolinkInline auto && !IsAllowed(auto.IsEmail ? "mailto:" + auto.Url : auto.Url)) auto.Url = "";
            else if (node is HeadingBlock heading) heading.Level = Math.Min(DeepestHeading, Math.Max(3, heading.Level));
        }
        var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString().TrimEnd();
    }

    private static bool IsAllowed(string? url)
    {
        if (string.IsNullOrEmpty(url)) return true;
        var cleaned = string.Concat(url.Where(c => c > ' '));
        var colon = cleaned.IndexOf(':');
        var path = cleaned.IndexOfAny(['/', '?', '#']);
        return colon < 0 || (path >= 0 && path < colon) || Schemes.Contains(cleaned[..colon], StringComparer.OrdinalIgnoreCase);
    }
}
