using System.Text.RegularExpressions;
using ReportCompiler.Packages;

namespace ReportCompiler.Importing.Texts;

/// <summary>A word of a text: what stands between spaces.</summary>
/// <param name="Line">Its line, blank ones not counted.</param>
/// <param name="From">Its first column.</param>
/// <param name="To">The column behind its last.</param>
/// <param name="Text">What it says.</param>
/// <param name="Gap">How many spaces stand before it.</param>
internal sealed record LayoutWord(int Line, int From, int To, string Text, int Gap);

/// <summary>The lines of a text that hold something, as words at their columns; the numbers of pages are left out.</summary>
internal sealed partial class LayoutLines
{
    /// <summary>A long report has two thousand.</summary>
    private const int MostLines = 20_000;

    private readonly List<List<LayoutWord>> _lines = [];
    private readonly List<string> _texts = [];
    private readonly List<bool> _isAfterGap = [];

    private int _longest;
    private int _left;

    private LayoutLines()
    {
    }

    /// <summary>How many lines there are.</summary>
    public int Count => _lines.Count;

    /// <summary>
    /// How many figures stand below another, of two lines with as many: by the right measure of a Chinese character more do.
    /// </summary>
    public int Aligned()
    {
        var before = new Dictionary<int, List<LayoutWord>>();
        var aligned = 0;
        foreach (var figures in _lines.Select(l => l.FindAll(w => w.Text.All(c => char.IsAsciiDigit(c) || ".,-+".Contains(c)))))
        {
            if (figures.Count < 2) continue;
            if (before.TryGetValue(figures.Count, out var above))
                for (var i = 0; i < figures.Count; i++)
                    if (figures[i].From < above[i].To && above[i].From < figures[i].To) aligned++;
            before[figures.Count] = figures;
        }
        return aligned;
    }

    /// <summary>The words of a line.</summary>
    public List<LayoutWord> this[int line] => _lines[line];

    /// <summary>The word that a file which was cut off ends with: it may be half; null where the last line has its end.</summary>
    public LayoutWord? Last { get; private set; }

    /// <summary>A line as it is written.</summary>
    public string Text(int line) => _texts[line];

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isWide">Whether a Chinese character takes two columns.</param>
    public static LayoutLines Of(string text, bool isWide)
    {
        var lines = new LayoutLines();
        var isAfterGap = true;
        if (text.AsSpan().Count('\n') > MostLines) throw new UnreadableException(PackageFault.TooLarge);
        var pages = text.Split('\f').Select(p => p.Split('\n').Select(l => l.TrimEnd()).ToList()).ToList();
        var edges = Edges(pages);
        foreach (var all in pages)
        {
            var end = all.FindLastIndex(l => l.Length > 0);
            for (var i = 0; i < all.Count; i++)
            {
                var line = all[i];
                // A number alone is that of a page at its end, between dashes anywhere; elsewhere it is a figure.
                if (line.Length == 0 || PageNumber().IsMatch(line) || edges.Contains(WithoutDigits(line)) || (
                    i == end && text.Contains('\f') && line.Trim().All(char.IsAsciiDigit)))
                {
                    isAfterGap = true;
                    continue;
                }
                lines._isAfterGap.Add(isAfterGap);
                isAfterGap = false;
                lines._lines.Add([.. Words(line, lines._lines.Count, isWide)]);
                lines._texts.Add(line.Trim());
            }
        }
        if (text.Length > 0 && text[^1] is not ('\n' or '\r' or '\f') && lines._lines is [.., [.., var last]]) lines.Last = last;
        var prose = lines._lines.FindAll(l => l.Count < 3 && l[^1].To - l[0].From > 15);
        lines._longest = prose.Select(l => l[^1].To).Order().ElementAtOrDefault(prose.Count * 3 / 4);
        lines._left = prose.GroupBy(l => l[0].From).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key)
            .FirstOrDefault();
        return lines;
    }

    /// <summary>The words of some lines, the last included.</summary>
    public IEnumerable<LayoutWord> Words(int first, int last) =>
        _lines.Skip(first).Take(Math.Max(0, Math.Min(last, _lines.Count - 1) - first + 1)).SelectMany(l => l);

    /// <summary>Whether a paragraph begins with a line: it is indented, or stands after a gap.</summary>
    public bool IsIndented(int line) => _lines[line][0].From >= _left + 2 || (_isAfterGap[line] && line > 0 && IsShort(line - 1));

    /// <summary>Whether a line ends before the others do, or stands in the middle: then the paragraph ends with it.</summary>
    public bool IsShort(int line) => _lines[line][0].From >= _left + 6 || _lines[line][^1].To < _longest * 3 / 4;

    /// <summary>What stands first or last on more than one page, but for its numbers: it is no part of the text.</summary>
    private static HashSet<string> Edges(List<List<string>> pages) =>
        pages.SelectMany(p => p.Where(l => l.Length > 0).Select(WithoutDigits).ToList() is [var first, .., var last] ? [first, last]
            : Array.Empty<string>())
            .Where(l => l.Any(char.IsLetter)).GroupBy(l => l, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);

    private static string WithoutDigits(string line) => string.Concat(line.Where(c => !char.IsDigit(c) && !char.IsWhiteSpace(c)));

    private static IEnumerable<LayoutWord> Words(string line, int number, bool isWide)
    {
        var (column, from, start, gap) = (0, -1, 0, 0);
        for (var i = 0; i <= line.Length; i++)
        {
            if (i == line.Length || char.IsWhiteSpace(line[i]))
            {
                if (from >= 0)
                {
                    yield return new LayoutWord(number, from, column, line[start..i], gap);
                    (from, gap) = (-1, 0);
                }
                gap++;
            }
            else if (from < 0) (from, start) = (column, i);
            if (i < line.Length) column += isWide && line[i] >= '\u1100' ? 2 : 1;
        }
    }

    [GeneratedRegex("^\\s*(第\\s*[0-9]{1,3}\\s*页.{0,12}|[-—–―]+\\s*[0-9]{1,3}\\s*[-—–―]+)\\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PageNumber();
}
