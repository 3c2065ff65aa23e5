namespace ReportCompiler.Sources;

/// <summary>The characters of a file and its path; lines are found on demand, for messages.</summary>
public sealed class SourceText
{
    // A line of a longer file is not searched for anew for each of its findings.
    private const int MostSearched = 16_384;

    private readonly byte[]? _bytes;
    private string? _text;
    private int[]? _starts;
    private int[]? _pairs;

    /// <summary>A text.</summary>
    public SourceText(string path, string text) => (Path, _text) = (path, text);

    /// <summary>A file that is known to be UTF-8. It becomes text when a message asks for it, which of a good file none does.</summary>
    internal SourceText(Source source)
    {
        (Path, _bytes) = (source.Path, source.Bytes);
        Encoding = source.HasMark ? FileEncoding.Utf8WithMark : FileEncoding.Utf8;
    }

    private SourceText(string path, SourceText other)
    {
        (Path, Encoding) = (path, other.Encoding);
        (_bytes, _text, _starts, _pairs) = (other._bytes, other._text, other._starts, other._pairs);
    }

    /// <summary>The path shown in messages, with <c>/</c>.</summary>
    public string Path { get; }

    /// <summary>The whole text as it is on disk, without the byte order mark.</summary>
    public string Text => _text ??= System.Text.Encoding.UTF8.GetString(Bytes);

    private ReadOnlySpan<byte> Bytes => _bytes.AsSpan(Encoding == FileEncoding.Utf8WithMark ? Source.Mark.Length : 0);

    /// <summary>What the decoder found the file to be written in.</summary>
    public FileEncoding Encoding { get; init; }

    /// <summary>The same with line feeds alone: how a file was checked out must not show in what is made of it. Places stay.</summary>
    public SourceText WithLineFeeds() => !Text.Contains('\r') ? this
        : new(Path, Text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')) { Encoding = Encoding };

    /// <summary>The same under another path.</summary>
    public SourceText At(string path) => new(path, this);

    /// <summary>How many lines there are, the one after a final line break not counted.</summary>
    public int LineCount => Starts.Length - 1;

    private int[] Starts => _starts ??= FindStarts(Text);

    /// <summary>Line <paramref name="line"/> (1-based) without its line break; empty beyond the end.</summary>
    public string Line(int line) => _text is null && Bytes.Length <= MostSearched
        ? System.Text.Encoding.UTF8.GetString(LineOf(Bytes, line)) : LineSpan(line).ToString();

    /// <summary>The same without a copy: a file may be one line.</summary>
    public ReadOnlySpan<char> LineSpan(int line) =>
        line < 1 || line > LineCount ? default : Text.AsSpan(Starts[line - 1]..Starts[line]).TrimEnd("\r\n");

    /// <summary>The column in code points of the UTF-16 offset <paramref name="utf16"/> (0-based) of a line.</summary>
    public int CodePointColumn(int line, int utf16)
    {
        if (line < 1 || line > LineCount || Pairs.Length == 0) return utf16 + 1;
        var start = Starts[line - 1];
        return utf16 + 1 - (PairsBefore(start + utf16) - PairsBefore(start));
    }

    /// <summary>The offset in the text of a column (1-based, in code points) of a line; the line's end where it has fewer.</summary>
    public int OffsetAt(int line, int column)
    {
        if (line < 1 || line > LineCount) return Text.Length;
        var start = Starts[line - 1];
        var plain = start + Math.Max(column, 1) - 1;
        return Math.Min(plain + PairsWithin(start, plain), start + LineSpan(line).Length);
    }

    /// <summary>How many characters of two units stand before a place that is counted in characters from the start of a line.</summary>
    private int PairsWithin(int start, int plain)
    {
        var first = PairsBefore(start);
        var (low, high) = (first, Pairs.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            // As many units as there are pairs before it are to be taken off the offset of a pair.
            if (Pairs[middle] - (middle - first) <= plain) low = middle + 1;
            else high = middle;
        }
        return low - first;
    }

    /// <summary>The offsets of the second halves of all characters beyond the first plane.</summary>
    private int[] Pairs => _pairs ??= FindPairs(Text);

    private int PairsBefore(int offset)
    {
        var at = Array.BinarySearch(Pairs, offset);
        return at < 0 ? ~at : at;
    }

    private static int[] FindPairs(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uDC00', '\uDFFF') < 0) return [];
        var pairs = new List<int>();
        for (var i = 0; i < text.Length; i++)
            if (char.IsLowSurrogate(text[i])) pairs.Add(i);
        return [.. pairs];
    }

    /// <summary>What stands in a stretch of one line.</summary>
    public string Slice(Span span) => Text[OffsetAt(span.Line, span.Column)..OffsetAt(span.Line, span.EndColumn)];

    /// <summary>The line (1-based) and UTF-16 offset in it (0-based) of an offset in the text.</summary>
    public (int Line, int Offset) LineAt(int offset)
    {
        var line = Array.BinarySearch(Starts, offset);
        if (line < 0) line = ~line - 1;
        line = Math.Clamp(line, 0, Math.Max(0, LineCount - 1));
        return (line + 1, offset - Starts[line]);
    }

    /// <summary>The span of a stretch of the text given by offsets.</summary>
    public Span SpanAt(int start, int length)
    {
        var (line, offset) = LineAt(start);
        var (endLine, endOffset) = LineAt(start + length);
        return new Span(line, CodePointColumn(line, offset), endLine, CodePointColumn(endLine, endOffset));
    }

    /// <summary>A line of a file that need not become text for it.</summary>
    private static ReadOnlySpan<byte> LineOf(ReadOnlySpan<byte> rest, int line)
    {
        if (line < 1) return default;
        while (true)
        {
            var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
            if (--line == 0) return end < 0 ? rest : rest[..end];
            if (end < 0) return default;
            rest = rest[(end + (rest[end..].StartsWith("\r\n"u8) ? 2 : 1))..];
        }
    }

    private static int[] FindStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
            // A lone carriage return is a line break too, to YAML and to editors.
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) starts.Add(i + 1);
        if (starts[^1] != text.Length || text.Length == 0) starts.Add(text.Length);
        return [.. starts];
    }
}
