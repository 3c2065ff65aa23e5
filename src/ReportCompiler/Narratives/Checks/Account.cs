using System.Buffers;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;

namespace ReportCompiler.Narratives.Checks;

/// <summary>
/// What is known of every figure of the prose. A figure is a number, in digits or words, with a counting word, a unit of money or %;
/// a date, an ordinal, the number of an article, a document or a telephone is none.
/// </summary>
internal sealed class Account(CheckedProse prose)
{
    // Counting words of other things than the form's: what they count is of no table.
    private static readonly string[] Measures =
    [
        "人次", "场次", "万人", "人", "场", "期", "篇", "家", "部分", "部", "幅", "名", "位", "项", "册", "批", "则", "页", "户",
        "处", "台", "套", "类", "种", "版", "组", "张", "本", "封", "单", "块", "支", "所", "届", "轮", "栏目", "点击", "字", "平方米",
        "公里", "分钟", "小时", "倍", "个百分点", "百分点",
    ];

    // Applications are counted by these as well: beside words of the form it is said that they were not read.
    private const string Also = "封单项户";

    // 10余件: about as many.
    private const string About = "余多几";
    private const string Numerals = "二两三四五六七八九十百";

    private const int MostListed = 30;
    private const int LongestQuote = 20;
    private static readonly SearchValues<char> Breaks = SearchValues.Create("，,；;：:（(）)");

    private readonly List<ProseFigure> _figures = [];

    /// <summary>Where the report's own year stands in the rendered text, in four digits.</summary>
    public List<int> OwnYears { get; } = [];

    /// <summary>The figures of the sentences taken, in the order of the text.</summary>
    public IReadOnlyList<ProseFigure> Figures => _figures;

    /// <summary>Takes the figures of a sentence that its checks have judged, or of one that was not looked at.</summary>
    /// <param name="phrasing">The edition's words.</param>
    /// <param name="sentence">The sentence.</param>
    public void Take(Phrasing phrasing, Sentence sentence)
    {
        OwnYears.AddRange(sentence.Years.Where(y => YearCheck.IsOwn(prose, sentence, y)).Select(y => y.From));
        foreach (var token in sentence.Tokens)
        {
            if (token.Quantity is { } quantity)
            {
                if (Length(phrasing, sentence, token, quantity) is not (> 0 and var length)) continue;
                var counted = sentence.Text[token.Start + quantity.Digits];
                var isOfForm = quantity.Unit.Length > 0 || About.Contains(counted) || Also.Contains(counted);
                Add(sentence, token.Start, quantity.Digits, length, isOfForm ? Known(sentence, token) : Knowledge.Outside);
            }
            else if (token.Kind == Kind.Unknown && InWords(sentence.Text, token) is var (digits, all) && digits > 0)
                Add(sentence, token.Start, digits, all, Knowledge.Outside);
        }
    }

    /// <summary>narrative-unread: one finding that lists the figures beside words of the form that are not understood.</summary>
    public void Report(Findings findings)
    {
        var unread = _figures.Where(f => f.Knowledge == Knowledge.Unread)
            .Select(f => (Quote: Quote(f), At: prose.Rendered.Place(f.From, f.To - f.From))).DistinctBy(u => u.At).ToList();
        if (unread.Count == 0) return;
        var listed = unread.Take(MostListed).Select(u => (u.Quote, u.At.Span.Line)).ToList();
        findings.Add(Errors.Prose.Unread(unread[0].At, unread.Count, listed));
    }

    /// <summary>A figure with the words before it, from the comma or the figure before.</summary>
    private static string Quote(ProseFigure figure)
    {
        var (text, end) = (figure.Sentence.Text, figure.Start + figure.Length);
        var start = text.AsSpan(0, figure.Start).LastIndexOfAny(Breaks) + 1;
        if (figure.Start - start > LongestQuote) start = figure.Start - LongestQuote;
        if (char.IsLowSurrogate(text[start])) start++;
        return text[start..end];
    }

    private void Add(Sentence sentence, int start, int digits, int length, Knowledge knowledge)
    {
        var claims = sentence.Claims.FindAll(c => c.Number.Start == start);
        var claim = claims.FirstOrDefault();
        _figures.Add(new ProseFigure(sentence, start, digits, length, Origin(sentence, start, digits) ?? knowledge)
        {
            Claim = claim,
            Fitting = !prose.District.IsComplete ? [] : [.. claims.SelectMany(c => FigureCheck.Fitting(prose, c))],
        });
    }

    private Knowledge Known(Sentence sentence, Token number)
    {
        var known = sentence.Known.GetValueOrDefault(number.Start);
        // Of a year that there is nothing to compare with.
        return known == Knowledge.Unread && prose.Last is null && sentence.OfLastYear.Contains(number.Start) ? Knowledge.Outside : known;
    }

    /// <summary>Computed, if an expression made the number; unread, if it made a part of it; null if it was typed.</summary>
    private Knowledge? Origin(Sentence sentence, int start, int digits)
    {
        var made = 0;
        for (var i = start; i < start + digits; i++)
            if (prose.Rendered.Origin(sentence.At[i]) < 0) made++;
        return made == 0 ? null : made == digits ? Knowledge.Computed : Knowledge.Unread;
    }

    /// <summary>How long a number is with its counting word; 0 if it has none.</summary>
    private static int Length(Phrasing phrasing, Sentence sentence, Token token, Quantity quantity)
    {
        var text = sentence.Text;
        if (quantity.Unit.Length > 0) return token.Length;
        if (token.Start > 0 && text[token.Start - 1] is '第' or '〔' or '[' or '/' or '.') return 0;
        var at = token.Start + quantity.Digits;
        if (at < text.Length && About.Contains(text[at])) at++;
        else if (token.Length > quantity.Digits) return 0;
        foreach (var word in phrasing.CountingWords.Concat(Measures))
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0) return at + word.Length - token.Start;
        return 0;
    }

    /// <summary>三场: a numeral in words before a counting word that is none of the form's; 0 if there is none.</summary>
    private static (int Digits, int Length) InWords(string text, Token token)
    {
        var at = token.Start;
        if (!Numerals.Contains(text[at]) || (at > 0 && text[at - 1] is '第' or '十')) return (0, 0);
        while (at < text.Length && Numerals.Contains(text[at])) at++;
        foreach (var word in Measures)
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0) return (at - token.Start, at + word.Length - token.Start);
        return (0, 0);
    }
}
