using System.Buffers;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.Manuscripts;

/// <summary>
/// Leaves the comments out of a narrative before anything reads it, so that no output and no check can disagree about them: a
/// comment of several paragraphs, or one that begins within a line, is text to a Markdown reader. In code a comment is code. Also
/// gives a note (注：, or what the edition calls it) a paragraph of its own.
/// </summary>
internal sealed class Cleaning
{
    private const string Opening = "<!--";
    private const string Closing = "-->";

    private static readonly SearchValues<char> Marks = SearchValues.Create("\\`<-\n");

    private readonly Rendered _rendered;
    private readonly string _text;
    private readonly Faults _faults;
    private readonly List<TextEdit> _edits = [];
    private readonly Dictionary<int, List<int>> _backticks = [];
    private int[] _blankLines = [];
    private bool _afterBlank = true;

    private readonly string _note;

    private Cleaning(Rendered rendered, Faults faults, string note)
    {
        _note = note;
        _rendered = rendered;
        _text = rendered.Text;
        _faults = faults;
    }

    /// <summary>The narrative without its comments; an unclosed one is a fault and takes the rest with it.</summary>
    public static Rendered Clean(Rendered rendered, Faults faults, string note)
    {
        var cleaning = new Cleaning(rendered.With([.. Returns(rendered.Text)]), faults, note);
        cleaning.FindBackticks();
        cleaning.Read();
        return cleaning._rendered.With(cleaning._edits);
    }

    /// <summary>Whether a line is a note that stands below its section's table.</summary>
    public static bool IsNote(ReadOnlySpan<char> line, string note)
    {
        line = line.TrimStart('\u3000');
        return line.StartsWith(note, StringComparison.Ordinal) && line[note.Length..] is [':' or '：', ..];
    }

    /// <summary>The returns of another system's line breaks: the same file must make the same report.</summary>
    private static IEnumerable<TextEdit> Returns(string text)
    {
        for (var i = text.IndexOf('\r'); i >= 0; i = text.IndexOf('\r', i + 1))
            yield return new TextEdit(i, 1, text.AsSpan(i + 1).StartsWith('\n') ? "" : "\n");
    }

    private void Read()
    {
        for (var i = 0; i < _text.Length;)
        {
            var end = LineEnd(i);
            var line = _text.AsSpan(i, end - i);
            if (Fence(line) is { } fence)
            {
                i = AfterFence(end, fence);
                _afterBlank = false;
                continue;
            }
            if (!_afterBlank && IsNote(line, _note)) _edits.Add(new TextEdit(i, 0, "\n"));
            i = Line(i);
        }
    }

    /// <summary>Reads from a line's beginning to the next one's, over the comments that begin in it.</summary>
    private int Line(int start)
    {
        var i = start;
        while (true)
        {
            var next = _text.AsSpan(i).IndexOfAny(Marks);
            if (next < 0) return _text.Length;
            i += next;
            switch (_text[i])
            {
                case '\n':
                    _afterBlank = _text.AsSpan(start, i - start).IsWhiteSpace();
                    return i + 1;
                case '\\':
                    i += i + 1 < _text.Length && _text[i + 1] != '\n' ? 2 : 1;
                    break;
                case '`':
                    i = AfterCode(i);
                    break;
                case '<' when At(i, Opening):
                    if (Comment(i, ref start) is not { } after) return _text.Length;
                    i = after;
                    if (i == start) return i;
                    break;
                case '-' when At(i, Closing):
                    _faults.Add(_rendered, i, Closing.Length, Errors.Manuscripts.StrayCommentEnd);
                    i += Closing.Length;
                    break;
                default:
                    i++;
                    break;
            }
        }
    }

    /// <summary>Leaves a comment out; gives where it goes on, at the next line if the comment had whole lines of its own.</summary>
    private int? Comment(int at, ref int lineStart)
    {
        var close = _text.IndexOf(Closing, at + 2, StringComparison.Ordinal);
        if (close < 0)
        {
            _faults.Add(_rendered, at, Opening.Length, Errors.Manuscripts.UnclosedComment);
            _edits.Add(new TextEdit(at, _text.Length - at, ""));
            return null;
        }
        var after = close + Closing.Length;
        var end = LineEnd(after);
        if (!_text.AsSpan(lineStart, at - lineStart).IsWhiteSpace() || !_text.AsSpan(after, end - after).IsWhiteSpace())
        {
            _edits.Add(new TextEdit(at, after - at, ""));
            return after;
        }
        // Two paragraphs with only a comment between them stay two.
        var next = Math.Min(end + 1, _text.Length);
        var isBetween = !_afterBlank && next < _text.Length && !_text.AsSpan(next, LineEnd(next) - next).IsWhiteSpace();
        _edits.Add(new TextEdit(lineStart, next - lineStart, isBetween ? "\n" : ""));
        _afterBlank |= isBetween;
        lineStart = next;
        return next;
    }

    /// <summary>The end of a code span; the run of backticks alone if none of its length follows in the paragraph.</summary>
    private int AfterCode(int at)
    {
        var length = 1;
        while (at + length < _text.Length && _text[at + length] == '`') length++;
        // Behind an escaped one the run is shorter than the one that was found, and may be of a length of which there is none.
        if (!_backticks.TryGetValue(length, out var runs)) return at + length;
        var next = runs.BinarySearch(at + 1);
        if (next < 0) next = ~next;
        var blank = Array.BinarySearch(_blankLines, at);
        var end = ~blank < _blankLines.Length ? _blankLines[~blank] : _text.Length;
        return next < runs.Count && runs[next] < end ? runs[next] + length : at + length;
    }

    private void FindBackticks()
    {
        var blank = new List<int>();
        for (var i = 0; i < _text.Length; i++)
        {
            if (_text[i] == '\n' && _text.AsSpan(i + 1, LineEnd(i + 1) - i - 1).IsWhiteSpace()) blank.Add(i);
            if (_text[i] != '`') continue;
            var start = i;
            while (i + 1 < _text.Length && _text[i + 1] == '`') i++;
            if (!_backticks.TryGetValue(i + 1 - start, out var runs)) _backticks[i + 1 - start] = runs = [];
            runs.Add(start);
        }
        _blankLines = [.. blank];
    }

    /// <summary>The marks that open a block of code in this line; null if none does.</summary>
    private static string? Fence(ReadOnlySpan<char> line)
    {
        line = line.TrimStart(" >");
        var length = line.Length == 0 || line[0] is not ('`' or '~') ? 0 : line.IndexOfAnyExcept(line[0]);
        if (length < 0) length = line.Length;
        return length < 3 || (line[0] == '`' && line[length..].Contains('`')) ? null : line[..length].ToString();
    }

    /// <summary>The line after the one that closes a block of code.</summary>
    private int AfterFence(int end, string fence)
    {
        for (var i = end + 1; i < _text.Length; i = end + 1)
        {
            end = LineEnd(i);
            var line = _text.AsSpan(i, end - i).TrimStart(" >").TrimEnd();
            if (line.StartsWith(fence, StringComparison.Ordinal) && line.TrimStart(fence[0]).IsEmpty) break;
        }
        return Math.Min(end + 1, _text.Length);
    }

    private int LineEnd(int from)
    {
        var end = _text.IndexOf('\n', from);
        return end < 0 ? _text.Length : end;
    }

    private bool At(int i, string mark) => string.CompareOrdinal(_text, i, mark, 0, mark.Length) == 0;
}
