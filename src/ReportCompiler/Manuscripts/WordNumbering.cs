using System.Globalization;
using System.Text;

namespace ReportCompiler.Manuscripts;

/// <summary>The marks and numbers of a Word document's lists.</summary>
internal static class WordNumbering
{
    private const int Levels = 9;

    /// <summary>Two characters of the text's size, in twentieths of a point.</summary>
    private const int Step = 640;

    /// <summary>How far a list of a level is indented.</summary>
    public static int Indentation(int level) => Step * (level + 2);

    /// <summary>The part: list 1 has bullets, every other one is a numbered list with its own first number.</summary>
    public static string Part(IReadOnlyList<int> starts)
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:numbering")
            .Append(" xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\n");
        Kind(xml, 0, "bullet", _ => "•");
        Kind(xml, 1, "decimal", level => $"%{level + 1}.");
        xml.Append("<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\n");
        for (var i = 0; i < starts.Count; i++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<w:num w:numId=\"{i + 2}\"><w:abstractNumId w:val=\"1\"/>");
            for (var level = 0; level < Levels; level++)
            {
                xml.Append(CultureInfo.InvariantCulture, $"<w:lvlOverride w:ilvl=\"{level}\">")
                    .Append(CultureInfo.InvariantCulture, $"<w:startOverride w:val=\"{starts[i]}\"/></w:lvlOverride>");
            }
            xml.Append("</w:num>\n");
        }
        return xml.Append("</w:numbering>\n").ToString();
    }

    private static void Kind(StringBuilder xml, int number, string format, Func<int, string> mark)
    {
        xml.Append(CultureInfo.InvariantCulture, $"<w:abstractNum w:abstractNumId=\"{number}\"><w:multiLevelType w:val=\"multilevel\"/>\n");
        for (var level = 0; level < Levels; level++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>")
                .Append(CultureInfo.InvariantCulture, $"<w:lvlText w:val=\"{mark(level)}\"/><w:lvlJc w:val=\"left\"/>")
                .Append(CultureInfo.InvariantCulture, $"<w:pPr><w:ind w:left=\"{Indentation(level)}\"")
                .Append(CultureInfo.InvariantCulture, $" w:hanging=\"{Step}\"/></w:pPr></w:lvl>\n");
        }
        xml.Append("</w:abstractNum>\n");
    }
}
