using System.Text;
using ReportCompiler.Forms;
using ReportCompiler.Syntax;

namespace ReportCompiler.Narratives;

/// <summary>Takes rendered Markdown apart into sentences. Tables and code are no prose; a line break in a paragraph ends none.</summary>
internal sealed class Sentences(Edition edition, int year, string text)
{
    private const string Ends = "。！？!?";
    private const int LongestTitle = 24;

    private readonly List<Sentence> _sentences = [];
    private readonly List<int> _block = [];
    private Section? _section;
    private string _heading = "";
    private int _paragraph;
    private bool _opens = true;

    /// <summary>The sentences of the narrative in order.</summary>
    public static List<Sentence> Of(Edition edition, int year, string text) => new Sentences(edition, year, text).Read();

    private List<Sentence> Read()
    {
        string? fence = null;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var line = text.AsSpan(start, end - start).Trim();
            if (fence is null ? line.StartsWith("```") || line.StartsWith("~~~") : line.StartsWith(fence))
            {
                fence = fence is null ? line[..3].ToString() : null;
                Close();
            }
            else if (fence is null) Line(line, start + text.AsSpan(start, end - start).IndexOfAnyExcept(" \t\r\u3000"));
            start = end + 1;
        }
        Close();
        return _sentences;
    }

    private void Line(ReadOnlySpan<char> line, int start)
    {
        if (line.IsEmpty || line[0] is '|' or '#' || line.StartsWith("<!--")) Close();
        if (line.IsEmpty || line[0] == '|' || line.StartsWith("<!--")) return;
        if (line[0] == '#')
        {
            Heading(line.ToString());
            return;
        }
        var marker = Marker(line);
        if (marker > 0) Close();
        for (var i = marker; i < line.Length; i++) _block.Add(start + i);
    }

    /// <summary>How long the mark of a list's item or a quotation is; 0 if the line has none.</summary>
    private static int Marker(ReadOnlySpan<char> line)
    {
        if (line[0] is '-' or '*' or '+' or '>') return line.Length > 1 && line[1] == ' ' ? 2 : 0;
        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits])) digits++;
        var isNumber = digits is > 0 and < 3 && digits + 1 < line.Length && line[digits] is '.' or '、';
        // 2.2023年: the second item begins with a year.
        var opens = isNumber && (!char.IsAsciiDigit(line[digits + 1]) || YearAt(line[(digits + 1)..].ToString(), 0) is not null);
        return opens ? digits + 1 : 0;
    }

    private void Heading(string line)
    {
        if (!line.StartsWith("## ", StringComparison.Ordinal))
        {
            _heading = line.TrimStart('#').Trim();
            return;
        }
        _heading = Narrative.HeadingOf(line);
        if (Narrative.SectionOf(edition, _heading) is not { } section) return;
        _section = section;
        _heading = "";
        _opens = true;
    }

    private void Close()
    {
        var from = 0;
        for (var i = 0; i < _block.Count; i++)
        {
            if (!Ends.Contains(text[_block[i]]) && i + 1 < _block.Count) continue;
            Add(_block.GetRange(from, i + 1 - from));
            from = i + 1;
        }
        if (Title() is { Length: > 0 } title) _heading = title;
        _block.Clear();
        _paragraph++;
    }

    /// <summary>
    /// （二）依申请公开, **依申请公开情况**: a line by itself that is the heading of those behind it; empty if it is none.
    /// </summary>
    private string Title()
    {
        if (_block.Count is < 3 or > LongestTitle) return "";
        var line = string.Concat(_block.Select(i => text[i]));
        var title = line.Trim('*');
        var isNumbered = title.Length > 2 && title[0] is '（' or '(' && title.AsSpan().IndexOfAny("）)") is 2 or 3;
        var isBold = line.Length - title.Length == 4 && line.StartsWith("**", StringComparison.Ordinal);
        return (isNumbered || isBold) && title.AsSpan().IndexOfAny("。；：，") < 0 && !title.Any(char.IsAsciiDigit) ? title : "";
    }

    private void Add(List<int> at)
    {
        var years = new List<YearMention>();
        if (Ends.Contains(text[at[^1]])) at.RemoveAt(at.Count - 1);
        if (at.Count == 0) return;
        var last = at[^1];
        var (narrow, kept) = Spelling.Narrow(text, at);
        var (normal, places) = NameYears(narrow, kept, year, years);
        if (normal.Length == 0) return;
        _sentences.Add(new Sentence
        {
            Text = normal,
            At = [.. places, last + 1],
            Years = years,
            Section = _section,
            Heading = _heading,
            Paragraph = _paragraph,
            IsFirst = _opens,
        });
        _opens = false;
    }

    /// <summary>Names years by their distance from the report's.</summary>
    private static (string Text, List<int> At) NameYears(string text, List<int> at, int year, List<YearMention> years)
    {
        var named = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (YearAt(text, i) is var (found, figures))
            {
                years.Add(new YearMention(found, named.Length, at[i], at[i + 3] + 1));
                Name((found - year) switch { 0 => "本年", -1 => "上年", 1 => "下年", _ => "某年" }, figures);
            }
            else if (Spelling.WordOfYear(text, i, out var length) is { Length: > 0 } word) Name(word, length);
            else
            {
                places.Add(at[i]);
                named.Append(text[i++]);
            }

            void Name(string word, int length)
            {
                for (var k = 0; k < word.Length; k++) places.Add(at[Math.Min(i + k, i + length - 1)]);
                named.Append(word);
                i += length;
            }
        }
        return (named.ToString(), places);
    }

    /// <summary>A year in figures, 2021年 or 二〇二一年; 2021年度 is the same, 2021-2023年 and numbers of documents are none.</summary>
    private static (int Year, int Length)? YearAt(string text, int i)
    {
        if (i + 4 >= text.Length || text[i + 4] != '年') return null;
        if (i > 0 && (char.IsAsciiDigit(text[i - 1]) || text[i - 1] is '-' or '—' or '~' or '～')) return null;
        var year = 0;
        for (var k = 0; k < 4; k++)
        {
            var digit = Digit(text[i + k]);
            if (digit < 0) return null;
            year = year * 10 + digit;
        }
        if (year is < 1949 or > 2100) return null;
        return (year, i + 5 < text.Length && text[i + 5] == '度' ? 6 : 5);
    }

    private static int Digit(char c)
    {
        if (char.IsAsciiDigit(c)) return c - '0';
        return c is '〇' or '○' or 'О' or 'O' ? 0 : "零一二三四五六七八九".IndexOf(c);
    }
}
