using System.Globalization;
using System.Text;
using ReportCompiler.Importing.Documents;

namespace ReportCompiler.Importing.Prose;

/// <summary>Writes text of a document as Markdown that prints its own characters, whatever they would mean in a narrative.</summary>
internal static class ProseText
{
    /// <summary>Signs of Markdown and of expressions.</summary>
    private const string Signs = "\\`*_{}[]<>#~|&!$";

    /// <summary>Signs of the same looks that are taken for those, and cannot be escaped by a backslash.</summary>
    private const string Wide = "｛｝＊＃";

    /// <summary>A paragraph; empty for one that says nothing.</summary>
    public static string Of(Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var (run, isBold) in paragraph.Text.Runs())
        {
            var plain = run.Trim(' ', '\u3000', '\n', '\t', '\u00A0');
            if (!isBold || plain.Length == 0) text.Append(Escaped(run));
            else text.Append("**").Append(Escaped(plain)).Append("**");
        }
        var line = string.Concat(text.ToString().Select(c => c is '\n' or '\r' or '\t' or '\u00A0' ? ' ' : c)).Trim(' ', '\u3000');
        if (paragraph.Mark is not { } mark) return Begun(line);
        if (mark.IsBullet) return $"- {Begun(line)}";
        return mark.Text is [.., '.'] && mark.Text[..^1].All(char.IsAsciiDigit) ? $"{mark.Text} {Begun(line)}" : Begun(mark.Text + line);
    }

    /// <summary>A text with its signs escaped.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\uFFFC' or '\u00AD' or '\u200B' or '\uFEFF' || (char.IsControl(c) && c is not ('\n' or '\t'))) continue;
            if (Signs.Contains(c)) escaped.Append('\\').Append(c);
            else if (Wide.Contains(c)) escaped.Append(CultureInfo.InvariantCulture, $"&#x{(int)c:X4};");
            else escaped.Append(c);
        }
        return escaped.ToString();
    }

    /// <summary>A line that begins as a list, a rule or a heading would is none.</summary>
    private static string Begun(string line)
    {
        if (line is ['-' or '+' or '=', ..]) return "\\" + line;
        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && digits < line.Length && line[digits] is '.' or ')' ? $"{line[..digits]}\\{line[digits..]}" : line;
    }
}
