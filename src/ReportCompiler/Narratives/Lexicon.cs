using System.Runtime.CompilerServices;
using ReportCompiler.Forms;

namespace ReportCompiler.Narratives;

/// <summary>
/// The words of an edition and of the language: the edition's mask the others, for a statutory label may be an ordinary word.
/// </summary>
internal sealed class Lexicon
{
    private static readonly ConditionalWeakTable<Phrasing, Lexicon> Made = [];

    /// <summary>申请 alone is no object that has an ending of its own.</summary>
    private const int ShortestObject = 2;

    private const string Numerals = "0123456789一二三四五六七八九十";

    private static readonly WordGraph Common = new(CommonWords.Bytes);

    private readonly string[] _objectEndings;

    private Lexicon(Phrasing phrasing)
    {
        Phrasing = phrasing;
        _objectEndings = [.. phrasing.ObjectEndings.OrderByDescending(e => e.Length)];
        CountingWords = [.. phrasing.CountingWords.OrderByDescending(w => w.Length)];
    }

    /// <summary>The edition's part.</summary>
    public Phrasing Phrasing { get; }

    private string[] CountingWords { get; }

    /// <summary>The words of an edition that has a part about prose.</summary>
    public static Lexicon Of(Phrasing phrasing) => Made.GetValue(phrasing, static p => new Lexicon(p));

    /// <summary>A sentence as words, longest first from the left; <paramref name="own"/> says what the authority is called.</summary>
    public List<Token> Split(string text, OwnNames own)
    {
        // Words have two or three characters.
        var tokens = new List<Token>((text.Length / 2) + 1);
        for (var i = 0; i < text.Length;)
        {
            var token = Opens(tokens) && Ordinal(text.AsSpan(i)) is > 0 and var ordinal ? new Token(Kind.Neutral, i, ordinal)
                : Match(text, i, own) ?? Numbers.Read(text, i, CountingWords) ?? new Token(Kind.Unknown, i, 1);
            tokens.Add(token);
            i += token.Length;
        }
        return tokens;
    }

    private static bool Opens(List<Token> tokens) => tokens is [] or [.., { Kind: Kind.Break or Kind.Among }];

    /// <summary>How long the number of an item in a list is, 2. or （二） where a part of a sentence begins; 0 if there is none.</summary>
    private static int Ordinal(ReadOnlySpan<char> text)
    {
        if (text[0] is >= '①' and <= '⑳') return 1;
        if (text[0] is '（' or '(')
        {
            var close = text.IndexOfAny('）', ')');
            if (close is not (2 or 3)) return 0;
            foreach (var c in text[1..close])
                if (!Numerals.Contains(c)) return 0;
            return close + 1;
        }
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        var isNumber = digits is 1 or 2 && digits + 1 < text.Length && text[digits] is '.' or '、';
        return isNumber && !char.IsAsciiDigit(text[digits + 1]) ? digits + 1 : 0;
    }

    /// <summary>
    /// 结转 16 件至下年办理: a phrase that is parted by its figure. The phrase, and how much of what stands behind belongs to it; null if
    /// none does.
    /// </summary>
    public (object Phrase, int Length)? Parted(ReadOnlySpan<char> word, ReadOnlySpan<char> behind)
    {
        var walk = Phrasing.Words.Begin();
        var longest = (Length: 0, Number: -1);
        if (!walk.Step(word)) return null;
        for (var i = 0; i < behind.Length && walk.Step(behind[i]); i++)
            if (Phrasing.PhraseOf(walk.Number) is not null) longest = (i + 1, walk.Number);
        return Phrasing.PhraseOf(longest.Number) is { } phrase ? (phrase, longest.Length) : null;
    }

    private Token? Match(string text, int i, OwnNames own)
    {
        if (own.LengthAt(text, i) is > 0 and var length) return new Token(Kind.Own, i, length);
        // 省政府规章 is a row of the form, 省政府 another.
        var wider = own.WiderLengthAt(text, i);
        var rest = text.AsSpan(i);
        // A word of digits, such as 1月1日, is none within a longer number.
        if (!char.IsAsciiDigit(text[i]) || i == 0 || !char.IsAsciiDigit(text[i - 1]))
        {
            var ((of, number), (common, kind)) = (Phrasing.Words.Longest(rest), Common.Longest(rest));
            if (of > wider && of >= common) return Of(number, text, i, of);
            if (common > wider) return new Token((Kind)kind, i, common);
        }
        return wider > 0 ? new Token(Kind.Other, i, wider) : null;
    }

    /// <summary>A word of the edition.</summary>
    private Token Of(int number, string text, int start, int length) => Phrasing.PhraseOf(number) switch
    {
        RowPhrase row => new Token(Kind.Row, start, length, row),
        ColumnPhrase column => new Token(Kind.Column, start, length, column),
        _ => Phrasing.WordOf(number) switch
        {
            PhraseWord.DenialAfter => new Token(Kind.DenialAfter, start, length),
            PhraseWord.Denial => new Token(Kind.Denial, start, length),
            _ => new Token(Kind.Object, start, length + Ending(text, start + length, length)),
        },
    };

    /// <summary>How long what belongs to an object is behind it: 依申请公开事项.</summary>
    private int Ending(string text, int end, int length)
    {
        if (length <= ShortestObject) return 0;
        foreach (var ending in _objectEndings)
            if (text.AsSpan(end).StartsWith(ending)) return ending.Length;
        return 0;
    }
}
