using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.Manuscripts;

/// <summary>Gives links and images the addresses that they have in the report.</summary>
internal sealed class Addresses(Rendered text, Faults faults, Attachments attachments, MarkdownEdits edits)
{
    /// <summary>Looks up every link and image.</summary>
    public void Resolve(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>()) Resolve(link);
        foreach (var link in document.Descendants<AutolinkInline>())
            if (!link.IsEmail && attachments.Link(link.Url, f => Fault(link, f)) is { } file) link.Url = file.Address;
    }

    private void Resolve(LinkInline link)
    {
        var url = link.Url ?? "";
        var found = link.IsImage ? attachments.Image(url, f => Fault(link, f)) : attachments.Link(url, f => Fault(link, f));
        if (found is not { } file) return;
        // The path as it is written leads there too, unless it begins in a folder above the narrative's.
        if (file.Path.Length > 0 && url.Contains("../", StringComparison.Ordinal)) Rewrite(link, Written(file.Path, url));
        link.Url = file.Address;
    }

    private void Rewrite(LinkInline link, string address)
    {
        var span = link.Reference?.UrlSpan ?? link.UrlSpan;
        if (!span.IsEmpty) edits.Add(span.Start, span.Length, address);
    }

    private static string Written(string path, string url)
    {
        var rest = url.IndexOfAny(['?', '#']);
        return Attachments.Encoded(path) + (rest < 0 ? "" : url[rest..]);
    }

    private void Fault(Inline inline, Func<Location, Diagnostic> finding) =>
        faults.Add(text, inline.Span.Start, inline.Span.Length, finding);
}
