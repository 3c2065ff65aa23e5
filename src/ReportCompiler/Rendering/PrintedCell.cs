using ReportCompiler.Forms;

namespace ReportCompiler.Rendering;

/// <summary>A printed cell: a heading or a figure, with its span over rows and columns.</summary>
/// <param name="Text">The heading; empty for a figure.</param>
/// <param name="Cell">The figure's cell; null for a heading.</param>
/// <param name="Attributes">The HTML attributes, with a leading space each: span, scope or id and headers, class.</param>
/// <param name="IsHead">Whether it heads others; a counting word, or the blank beside a group, does not.</param>
internal sealed record PrintedCell(string Text, Cell? Cell, string Attributes, bool IsHead = true);
