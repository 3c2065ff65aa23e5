using System.Text;
using ReportCompiler.Sources;

namespace ReportCompiler.Syntax;

/// <summary>
/// Finds the slips of a Chinese input method before YAML sees them (its own messages for them are useless), and the text as it
/// would be without them, so that everything else in the file can be checked in the same run.
/// </summary>
public sealed class Slips
{

    private readonly List<Slip> _found = [];
    private readonly Stack<(char Bracket, bool OuterHasColon)> _flow = new();
    private char _quote;
    private bool _hasColon;
    private int _block = -1;
    private int _continues = int.MaxValue;

    private Slips() { }

    /// <summary>All slips of a text in reading order; empty for nearly every file, after one fast look.</summary>
    public static IReadOnlyList<Slip> Find(SourceText source)
    {
        if (!MayHold(source.Text)) return [];
        var slips = new Slips();
        for (var line = 1; line <= source.LineCount; line++) slips.ScanLine(source.Line(line), line);
        return slips._found;
    }

    /// <summary>The text with the slips mended, and for each mended line the old offset of every new one.</summary>
    public static (string Text, Dictionary<int, int[]> Offsets) Mend(SourceText source, IReadOnlyList<Slip> slips)
    {
        var text = new StringBuilder(source.Text.Length + slips.Count);
        var offsets = new Dictionary<int, int[]>();
        var next = 0;
        for (var number = 1; number <= source.LineCount; number++)
        {
            var line = source.Line(number);
            if (next >= slips.Count || slips[next].Line != number)
            {
                text.Append(line).Append('\n');
                continue;
            }
            var map = new List<int>();
            var at = 0;
            for (; next < slips.Count && slips[next].Line == number; next++)
            {
                var slip = slips[next];
                for (; at < slip.Offset; at++) Put(line[at], at);
                foreach (var c in slip.With) Put(c, slip.Offset);
                at = slip.Offset + slip.Length;
            }
            for (; at < line.Length; at++) Put(line[at], at);
            map.Add(line.Length);
            offsets[number] = [.. map];
            text.Append('\n');

            void Put(char c, int old)
            {
                text.Append(c);
                map.Add(old);
            }
        }
        return (text.ToString(), offsets);
    }

    private static bool MayHold(ReadOnlySpan<char> text)
    {
        // Ranges, not a set: a set of Chinese characters falls back to a hash for every character.
        if (text.IndexOfAnyInRange('\uFF0C', '\uFF5D') >= 0 || text.IndexOfAnyInRange('\u3000', '\u3001') >= 0 || text.IndexOfAnyInRange('\u007F', '\u00A0') >= 0
            || text.IndexOfAnyInRange('\u2028', '\u2029') >= 0 || text.IndexOfAnyInRange('\0', '\t') >= 0 || text.IndexOfAnyInRange('\u000B', '\u000C') >= 0
            || text.IndexOfAnyInRange('\u000E', '\u001F') >= 0 || text.Contains('\uFEFF') || text.IndexOf(": -") >= 0) return true;
        for (var at = text.IndexOf(':'); at >= 0;)
        {
            if (at + 1 < text.Length && text[at + 1] is not (' ' or '\n' or '\r')) return true;
            var more = text[(at + 1)..].IndexOf(':');
            if (more < 0) return false;
            at += 1 + more;
        }
        return false;
    }

    private void ScanLine(string line, int number)
    {
        var indent = Indentation(line);
        if (_block >= 0)
        {
            if (indent == line.Length || indent > _block) return;
            _block = -1;
        }
        if (indent == line.Length) return;
        var continued = _flow.Count == 0 && _quote == 0 && indent > _continues;
        if (_quote == 0)
            for (var i = 0; i < indent; i++)
                if (line[i] != ' ') Add(line[i] == '\t' ? SlipKind.Tab : SlipKind.WideSpace, number, i, 1, line[i] == '\u00A0' ? " " : "  ");
        if (_flow.Count == 0 && !continued) _hasColon = false;
        var tokenStart = !continued;
        var valueIsPlain = false;
        for (var i = indent; i < line.Length; i++)
        {
            var c = line[i];
            if (_quote != 0)
            {
                if (c == '\\' && _quote == '"') i++;
                else if (c == _quote) _quote = '\0';
                continue;
            }
            if (c == '#' && (i == 0 || line[i - 1] is ' ' or '\t' or '\u3000')) break;
            if (c is '"' or '\'' && tokenStart)
            {
                _quote = c;
                tokenStart = false;
                continue;
            }
            if (c is '|' or '>' && tokenStart && _flow.Count == 0 && _hasColon)
            {
                _block = indent;
                break;
            }
            if (c == '-' && tokenStart && _flow.Count == 0 && !_hasColon && (i + 1 == line.Length || line[i + 1] == ' ')) continue;
            if (c == '-' && tokenStart && _hasColon && IsAlone(line, i))
            {
                Add(SlipKind.Dash, number, i, 1, "\"-\"");
                tokenStart = false;
                continue;
            }
            if (c == ' ') continue;
            tokenStart = ScanCharacter(line, number, i, tokenStart, continued);
            valueIsPlain |= _hasColon && !tokenStart && _flow.Count == 0;
        }
        if (!continued) _continues = valueIsPlain ? indent : int.MaxValue;
    }

    /// <summary>Looks at one character outside quotes; says whether a token may begin after it.</summary>
    private bool ScanCharacter(string line, int number, int i, bool tokenStart, bool continued)
    {
        var c = line[i];
        var next = i + 1 < line.Length ? line[i + 1] : '\n';
        var flow = _flow.Count > 0;
        switch (c)
        {
            case '{' or '[' when tokenStart || flow:
                Open(c);
                return true;
            case '｛' or '［' when tokenStart:
                Add(SlipKind.Bracket, number, i, 1, c == '｛' ? "{" : "[");
                Open(c == '｛' ? '{' : '[');
                return true;
            case '}' or ']' when flow:
                _hasColon = _flow.Pop().OuterHasColon;
                return false;
            case '｝' or '］' when flow:
                Add(SlipKind.Bracket, number, i, 1, c == '｝' ? "}" : "]");
                _hasColon = _flow.Pop().OuterHasColon;
                return false;
            case ',' when flow:
                _hasColon = false;
                return true;
            case '，' or '；' or '、' or ';' when flow && Separates(line, i):
                Add(SlipKind.Comma, number, i, 1, next == ' ' ? "," : ", ");
                _hasColon = false;
                return true;
            case '：' when !_hasColon && !continued && !InList:
                Add(SlipKind.Colon, number, i, 1, next is ' ' or '\n' ? ":" : ": ");
                return _hasColon = true;
            case ':' when next is ' ' or '\n' or '\t' or '\u3000' or '\u00A0' || (flow && next is ',' or '}' or ']'):
                if (!continued) _hasColon = true;
                return true;
            case ':' when !_hasColon && !continued && next != '/' && !InList && !(i > 0 && line[i - 1] is '"' or '\''):
                Add(SlipKind.Space, number, i, 1, ": ");
                return _hasColon = true;
            case '\t':
                Add(SlipKind.Tab, number, i, 1, " ");
                return tokenStart;
            case '\u3000' or '\u00A0' when tokenStart || next is ':' or '：' or ',' or '}' or '\n':
                Add(SlipKind.WideSpace, number, i, 1, " ");
                return tokenStart;
            case < ' ' or '\u007F' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF':
                Add(SlipKind.Control, number, i, 1, "");
                return tokenStart;
            default:
                return false;
        }
    }

    private bool InList => _flow.TryPeek(out var top) && top.Bracket == '[';

    private void Open(char bracket)
    {
        _flow.Push((bracket, _hasColon));
        _hasColon = false;
    }

    /// <summary>Whether a Chinese comma stands between two entries rather than inside a text: another key must follow it.</summary>
    private bool Separates(string line, int i)
    {
        // “、” stands in labels and names too; between the items of a list it may be text.
        if (InList) return line[i] != '、';
        if (!_hasColon) return false;
        for (var j = i + 1; j < line.Length; j++)
        {
            if (line[j] is ':' or '：') return true;
            if (line[j] is ',' or '}' or '｝' or '"') return false;
        }
        return false;
    }

    /// <summary>Whether nothing else stands in the value that begins here.</summary>
    private bool IsAlone(string line, int i)
    {
        var rest = line.AsSpan(i + 1);
        var text = rest.TrimStart(' ');
        return text.IsEmpty || (text[0] == '#' && text.Length < rest.Length) || (_flow.Count > 0 && text[0] is ',' or '}' or '，' or '｝');
    }

    private void Add(SlipKind kind, int line, int offset, int length, string with) => _found.Add(new Slip(kind, line, offset, length, with));

    private static int Indentation(string line)
    {
        var i = 0;
        while (i < line.Length && (line[i] is ' ' or '\t' or '\u3000' or '\u00A0')) i++;
        return i;
    }
}
