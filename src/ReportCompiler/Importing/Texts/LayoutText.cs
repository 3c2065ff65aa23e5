using ReportCompiler.Forms;
using ReportCompiler.Importing.Documents;

namespace ReportCompiler.Importing.Texts;

/// <summary>Text as pdftotext -layout writes it.</summary>
internal static class LayoutText
{
    public static Paper Read(string text, IReadOnlyList<Edition> editions) =>
        new([.. text.Split('\n').Select(l => Paragraph.Of(l.Trim()))]);
}
