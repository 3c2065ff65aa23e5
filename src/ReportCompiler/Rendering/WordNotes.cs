using System.Collections.Immutable;
using System.Text;
using ReportCompiler.Packages;

namespace ReportCompiler.Rendering;

/// <summary>What is written to a unit about its figures: a page of its own.</summary>
/// <param name="Title">Whose figures, and of which year.</param>
/// <param name="Lead">What to read first.</param>
/// <param name="Items">What is wrong, one after the other.</param>
/// <param name="Close">What is asked of the unit.</param>
/// <param name="Signature">Who writes, how to reach them, and when, a line each.</param>
public sealed record Note(
    string Title, ImmutableArray<string> Lead, ImmutableArray<NoteItem> Items, string Close, ImmutableArray<string> Signature);

/// <summary>Something that is wrong.</summary>
/// <param name="Text">What it is.</param>
/// <param name="Lines">Where it stands, what is there, what it probably should be.</param>
public sealed record NoteItem(string Text, ImmutableArray<string> Lines);

/// <summary>Notes as a Word document, a page for each: what an office sends back with a form.</summary>
public static class WordNotes
{
    /// <summary>The document's bytes.</summary>
    /// <param name="title">The document's title.</param>
    /// <param name="notes">The notes.</param>
    public static byte[] Of(string title, IReadOnlyList<Note> notes)
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
            .Append("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>\n");
        for (var i = 0; i < notes.Count; i++)
        {
            Paragraph(xml, "Title", i > 0 ? "<w:pageBreakBefore/>" : "", notes[i].Title);
            foreach (var line in notes[i].Lead) Paragraph(xml, "Draft", "", line);
            var number = 0;
            foreach (var item in notes[i].Items)
            {
                Paragraph(xml, "Normal", "<w:keepNext/><w:keepLines/>", $"{++number}. {item.Text}");
                foreach (var line in item.Lines) Paragraph(xml, "Note", "<w:keepLines/>", line);
            }
            Paragraph(xml, "Gap", "", "");
            Paragraph(xml, "Normal", "", notes[i].Close);
            if (!notes[i].Signature.IsEmpty) Paragraph(xml, "Gap", "<w:keepNext/>", "");
            foreach (var line in notes[i].Signature) Paragraph(xml, "Signature", "<w:keepLines/>", line);
        }
        xml.Append("<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"1474\" w:bottom=\"1440\"")
            .Append(" w:left=\"1587\" w:header=\"851\" w:footer=\"851\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>\n");
        var styles = WordPackage.Part("styles", "styles.xml", WordPackage.Styles());
        return WordPackage.Write(title, "", "zh-CN", Encoding.UTF8.GetBytes(xml.ToString()), [styles], [], []);
    }

    private static void Paragraph(StringBuilder xml, string style, string how, string text) =>
        xml.Append("<w:p><w:pPr><w:pStyle w:val=\"").Append(style).Append("\"/>").Append(how)
            .Append("</w:pPr><w:r><w:t xml:space=\"preserve\">").Append(XmlText.Escape(text)).Append("</w:t></w:r></w:p>\n");
}
