using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ReportCompiler.Forms;

namespace ReportCompiler.Narratives;

/// <summary>
/// The words of an edition and of the language, by their first character, of the same words those first that mask the others. Made once
/// an edition.
/// </summary>
internal sealed class Lexicon
{
    private static readonly ConditionalWeakTable<Phrasing, Lexicon> Made = [];

    /// <summary>申请 alone is no object that has an ending of its own.</summary>
    private const int ShortestObject = 2;

    // Of an edition there are some 330; a dictionary that grows is copied each time.
    private const int MostFirstCharacters = 400;

    private const string Numerals = "0123456789一二三四五六七八九十";

    private readonly Dictionary<char, List<Meaning>> _entries = new(MostFirstCharacters);

    private readonly record struct Meaning(string Word, Kind Kind, object? Phrase);

    private readonly string[] _objectEndings;

    private Lexicon(Phrasing phrasing)
    {
        Phrasing = phrasing;
        // The edition's words come first: where the language has the same word, the statutory label masks it.
        foreach (var row in phrasing.Rows) Add(row.Words, Kind.Row, row);
        foreach (var column in phrasing.Columns) Add(column.Words, Kind.Column, column);
        Add(phrasing.DenialsAfter, Kind.DenialAfter);
        Add(phrasing.Denials, Kind.Denial);
        Add(phrasing.Objects, Kind.Object);
        Add(phrasing.ShortObjects, Kind.Object);
        Add("其中", Kind.Among);
        foreach (var (words, kind) in Common)
            foreach (var word in words.AsSpan().Split(' ')) Add(words[word], kind);
        _objectEndings = [.. phrasing.ObjectEndings.OrderByDescending(e => e.Length)];
        CountingWords = [.. phrasing.CountingWords.OrderByDescending(w => w.Length)];
    }

    /// <summary>The edition's part.</summary>
    public Phrasing Phrasing { get; }

    private string[] CountingWords { get; }

    private static readonly (string Words, Kind Kind)[] Common =
    [
        (Words.Masks, Kind.Unknown), (Words.Own, Kind.Own), (Words.Other, Kind.Other),
        (Words.Period, Kind.Period), (Words.Planned, Kind.Planned),
        (Words.SoFar, Kind.SoFar),
        (Words.Prior, Kind.Prior), (Words.Current, Kind.Current), (Words.Compare, Kind.Compare), (Words.Vague, Kind.Vague),
        (Words.Each, Kind.Each),
        (Words.Breaks, Kind.Break), (Words.Lists, Kind.List), (Words.Share, Kind.Share), (Words.Neutral, Kind.Neutral),
        (Words.Tail, Kind.Tail), (Words.Rest, Kind.Rest), (Words.Else, Kind.Else), (Words.Predicate, Kind.Predicate),
    ];

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
    public (object Phrase, int Length)? Parted(string word, ReadOnlySpan<char> behind)
    {
        (object Phrase, int Length)? longest = null;
        foreach (var entry in _entries[word[0]])
            if (entry.Phrase is not null && entry.Word.Length - word.Length > (longest?.Length ?? 0)
                && entry.Word.StartsWith(word, StringComparison.Ordinal) && behind.StartsWith(entry.Word.AsSpan(word.Length)))
                longest = (entry.Phrase, entry.Word.Length - word.Length);
        return longest;
    }

    private Token? Match(string text, int i, OwnNames own)
    {
        if (own.LengthAt(text, i) is > 0 and var length) return new Token(Kind.Own, i, length);
        var wider = own.WiderLengthAt(text, i);
        // 省政府规章 is a row of the form, 省政府 another.
        var longest = new Meaning("", Kind.Other, null);
        if (_entries.TryGetValue(text[i], out var entries))
            foreach (ref readonly var entry in CollectionsMarshal.AsSpan(entries))
                if (entry.Word.Length > Math.Max(wider, longest.Word.Length) && IsAt(text, i, entry.Word)
                    && !IsHalfNumber(text, i, entry.Word))
                    longest = entry;
        if (longest.Word.Length > 0)
            return new Token(longest.Kind, i, longest.Word.Length + Ending(text, i, longest), longest.Phrase);
        return wider > 0 ? new Token(Kind.Other, i, wider) : null;
    }

    /// <summary>Whether a word that begins as the text does there stands there: most differ in the next character already.</summary>
    private static bool IsAt(string text, int i, string word) => word.Length == 1
        || (i + 1 < text.Length && text[i + 1] == word[1] && string.CompareOrdinal(text, i, word, 0, word.Length) == 0);

    /// <summary>How long what belongs to an object is behind it: 依申请公开事项.</summary>
    private int Ending(string text, int at, in Meaning meaning)
    {
        if (meaning.Kind != Kind.Object || meaning.Word.Length <= ShortestObject) return 0;
        var end = at + meaning.Word.Length;
        foreach (var ending in _objectEndings)
            if (string.CompareOrdinal(text, end, ending, 0, ending.Length) == 0) return ending.Length;
        return 0;
    }

    /// <summary>Whether a word of digits, such as 1月1日, begins within a longer number.</summary>
    private static bool IsHalfNumber(string text, int i, string word) =>
        char.IsAsciiDigit(word[0]) && i > 0 && char.IsAsciiDigit(text[i - 1]);

    private void Add(ImmutableArray<string> words, Kind kind, object? phrase = null)
    {
        foreach (var word in words) Add(word, kind, phrase);
    }

    private void Add(string word, Kind kind, object? phrase = null)
    {
        var normal = Sentences.Normal(word);
        if (normal.Length == 0) return;
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, normal[0], out _);
        (list ??= []).Add(new Meaning(normal, kind, phrase));
    }
}
