using ReportCompiler.Sources;

namespace ReportCompiler.Input;

/// <summary>A line of a data file that holds more than a remark.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Raw">As it stands.</param>
/// <param name="Content">What it says, slips of the input method mended, without indentation and remark.</param>
/// <param name="Remark">The remark at its end with the spaces before it; empty if there is none.</param>
/// <param name="Indent">How many columns it is indented.</param>
/// <param name="IsWithin">Whether it goes on with what a line before began: it names nothing then.</param>
/// <param name="GoesOn">Whether the next line goes on with it: it stays as it is then.</param>
internal sealed record FileLine(int Number, string Raw, string Content, string Remark, int Indent, bool IsWithin, bool GoesOn)
{
    /// <summary>How many characters of the line as it stands are indentation.</summary>
    public int Margin => Raw.Length - Raw.TrimStart(' ', '\t', '\u3000', '\u00A0').Length;

    /// <summary>The content as it stands, tabs and all, without the remark.</summary>
    public string Written => Raw[..^RemarkOf(Raw).Length].Trim();

    /// <summary>The lines of a file; null if it holds texts of several lines, which no line tells apart from names.</summary>
    public static List<FileLine>? All(SourceText source, SourceText mended)
    {
        var lines = new List<FileLine>();
        var depth = 0;
        for (var number = 1; number <= source.LineCount; number++)
        {
            var (raw, line) = (source.Line(number), mended.Line(number));
            var remark = RemarkOf(line);
            var body = line[..^remark.Length].TrimEnd();
            var content = body.TrimStart();
            if (content.Length == 0) continue;
            if (content[^1] is '|' or '>' && content.Contains(": ", StringComparison.Ordinal)) return null;
            if (content.Count(c => c is '"') % 2 == 1) return null;
            var balance = content.Count(c => c is '{' or '[') - content.Count(c => c is '}' or ']');
            // Only an entry that is surely gone on with is: a brace may have been forgotten.
            var goesOn = depth + balance > 0 && content[^1] is ',' or '{' or '[';
            lines.Add(new FileLine(number, raw, content, remark, body.Length - content.Length, depth > 0, goesOn));
            depth = goesOn || depth > 0 ? Math.Max(0, depth + balance) : 0;
        }
        return lines;
    }

    private static string RemarkOf(string line)
    {
        var quote = '\0';
        for (var i = 0; i < line.Length; i++)
        {
            if (quote != '\0') quote = line[i] == quote ? '\0' : quote;
            else if (line[i] == '"') quote = '"';
            else if (line[i] is '#' or '＃' && (i == 0 || line[i - 1] is ' ' or '\t' or '\u3000'))
                return line[line[..i].TrimEnd().Length..];
        }
        return "";
    }

    /// <summary>The lines that divide the cells of a table drawn with signs are tabs.</summary>
    private static string Piped(string text)
    {
        var isPiped = text.AsSpan().Count('|') > 1 && !text.Contains('\t', StringComparison.Ordinal);
        return isPiped ? text.Trim().Trim('|').Trim().Replace('|', '\t') : text;
    }

    /// <summary>The cells of a line pasted from a table: what tabs or wide gaps divide; null for a line that has neither.</summary>
    public (List<string> Cells, bool AreTabbed)? Cells()
    {
        var text = Piped(Raw[..^RemarkOf(Raw).Length]);
        if (text.AsSpan().ContainsAny('{', '[')) return null;
        var isTabbed = text.TrimStart().Contains('\t', StringComparison.Ordinal);
        // Leading tabs are empty cells, or indentation: both say nothing.
        var cells = isTabbed ? text.Trim(' ').Split('\t').Select(static c => c.Trim()).ToList()
            : [.. text.Trim().Replace('\u3000', ' ').Split("  ", StringSplitOptions.RemoveEmptyEntries).Select(static c => c.Trim())];
        while (cells is ["", ..]) cells.RemoveAt(0);
        return cells.Count > 1 ? (cells, isTabbed) : null;
    }
}
