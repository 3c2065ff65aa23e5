using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace ReportCompiler.Manuscripts;

/// <summary>Shows a block of HTML as the text it is.</summary>
internal sealed class EscapedHtmlBlock : HtmlObjectRenderer<HtmlBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, HtmlBlock obj) =>
        renderer.Write("<p>").WriteLeafRawLines(obj, writeEndOfLines: true, escape: true).WriteLine("</p>");
}
