using System.Globalization;
using System.Text;
using ReportCompiler.Sources;

namespace ReportCompiler.Drafting;

/// <summary>
/// Begins a year's narrative with that of the year before. Expressions give the new figures by themselves; a year is written as an
/// expression; a typed figure becomes <c>{待填}</c>, which no build publishes, with last year's figure in a comment beside it: a figure
/// of last year must not stand in this year's report because nobody looked.
/// </summary>
public static class NarrativeDrafter
{
    private const string ToFill = "{待填}";

    // What makes a number a figure: words that count, money, shares.
    private static readonly string[] Words =
    [
        "件", "条", "次", "个", "人", "例", "篇", "期", "项", "份", "户", "家", "宗", "起", "场", "批", "名", "字", "笔", "类", "部", "处",
        "万", "亿", "元", "%", "％", "余", "多", "倍", "分",
    ];

    // What is no prose: expressions, comments, code, the targets of links.
    private static readonly (string Open, string Close)[] Kept = [("{{", "}}"), ("<!--", "-->"), ("`", "`"), ("](", ")")];

    /// <summary>The draft, and how many figures are to be filled in.</summary>
    /// <param name="source">Last year's narrative.</param>
    /// <param name="year">Its year.</param>
    public static (string Text, int Open) From(Source source, int year)
    {
        var text = new SourceText(source).WithLineFeeds().Text;
        var draft = new StringBuilder();
        var open = 0;
        for (var i = 0; i < text.Length;)
        {
            var length = KeptAt(text, i);
            if (length > 0) draft.Append(text, i, length);
            else if (!char.IsAsciiDigit(text[i])) draft.Append(text[i..(i + (length = 1))]);
            else
            {
                length = NumberAt(text, i);
                var (number, behind) = (text.Substring(i, length), text[(i + length)..].TrimStart(' '));
                if (YearOf(number, behind, year) is { } expression) draft.Append(expression);
                else if (!IsFigure(text, i, behind)) draft.Append(number);
                else
                {
                    draft.Append(ToFill).Append("<!-- 上年 ").Append(number).Append(" -->");
                    open++;
                }
            }
            i += length;
        }
        return (draft.ToString(), open);
    }

    private static int KeptAt(string text, int at)
    {
        foreach (var (open, close) in Kept)
        {
            if (string.CompareOrdinal(text, at, open, 0, open.Length) != 0) continue;
            var end = text.IndexOf(close, at + open.Length, StringComparison.Ordinal);
            return end < 0 ? 0 : end + close.Length - at;
        }
        return 0;
    }

    private static int NumberAt(string text, int at)
    {
        var end = at;
        // A point or a comma belongs to the number if a digit follows it.
        while (end < text.Length && (char.IsAsciiDigit(text[end])
            || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))) end++;
        return end - at;
    }

    private static string? YearOf(string number, string behind, int year)
    {
        if (behind is not ['年', ..] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var meant)) return null;
        return (meant - year) switch
        {
            0 => "{{ 年度 }}",
            -1 => "{{ 年度 - 1 }}",
            1 => "{{ 年度 + 1 }}",
            _ => null,
        };
    }

    // 第 49 条 is an article, 〔2021〕30号 a document.
    private static bool IsFigure(string text, int at, string behind) =>
        Words.Any(w => behind.StartsWith(w, StringComparison.Ordinal)) && (at == 0 || text[at - 1] is not ('第' or '〔' or '[' or '〕'));
}
