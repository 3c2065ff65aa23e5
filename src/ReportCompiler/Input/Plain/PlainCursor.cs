using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using ReportCompiler.Forms;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;

namespace ReportCompiler.Input.Plain;

/// <summary>A place in the bytes of a plain file, which goes on over what is expected, and knows its line and column.</summary>
internal ref struct PlainCursor(ReadOnlySpan<byte> bytes)
{
    private const int MostDigits = 18;
    private const int MostPlaces = 6;
    private static readonly string[] NoTexts = ["待填", "待核", "null", "Null", "NULL"];
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;
    private int _line;
    private int _lineStart;
    // How many bytes of the line so far only go on with a character.
    private int _more;

    /// <summary>How far in the entry of this line stands; -1 at the end.</summary>
    public int Indent { get; private set; } = -1;

    private readonly ReadOnlySpan<byte> Rest => _bytes[_at..];
    private readonly byte Byte { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => _at < _bytes.Length ? _bytes[_at] : (byte)'\n'; }
    private readonly int Column => _at - _lineStart - _more + 1;

    /// <summary>Leaves the line, in which nothing but a remark may follow, for the next that holds an entry, or for the end.</summary>
    public bool NextLine()
    {
        do
        {
            // The first line has none before it.
            if (_line > 0 && !EndLine()) return false;
            (_lineStart, _more) = (_at, 0);
            _line++;
            while (Byte == (byte)' ') _at++;
            Indent = _at < _bytes.Length ? _at - _lineStart : -1;
        }
        while (Indent >= 0 && Byte is (byte)'#' or (byte)'\n' or (byte)'\r');
        return true;
    }

    private bool EndLine()
    {
        while (Byte == (byte)' ') _at++;
        if (Byte == (byte)'#' && (_at == _lineStart || _bytes[_at - 1] == (byte)' '))
        {
            var length = Rest.IndexOf((byte)'\n');
            var remark = length < 0 ? Rest : Rest[..length].TrimEnd((byte)'\r');
            if (Decoded(remark) is null) return false;
            _at += remark.Length;
        }
        if (_at == _bytes.Length) return true;
        if (Byte == (byte)'\r') _at++;
        return Takes((byte)'\n');
    }

    /// <summary>Goes over spaces; whether there were some, and anything but a remark or the end of the line behind them.</summary>
    public bool Blanks()
    {
        var start = _at;
        while (Byte == (byte)' ') _at++;
        return _at > start && Byte is not ((byte)'#' or (byte)'\n' or (byte)'\r');
    }

    /// <summary>Goes over a character.</summary>
    public bool Takes(byte character) => _at < _bytes.Length && _bytes[_at] == character && Goes(1, 1);

    /// <summary>Goes over Chinese characters, with or without a colon behind them.</summary>
    public bool Takes(ReadOnlySpan<byte> word) => Rest.StartsWith(word) && Goes(word.Length, (word.Length + 2) / 3);

    private bool Goes(int bytes, int characters)
    {
        _at += bytes;
        _more += bytes - characters;
        return true;
    }

    /// <summary>Goes over a name of the form and its colon.</summary>
    public PlainNames.Name? Name(PlainNames names, ref int next)
    {
        var found = names.Find(Rest, ref next);
        if (found is { } name) Goes(name.Bytes.Length + 1, name.Characters + 1);
        return found;
    }

    /// <summary>Goes over any plain key and its colon.</summary>
    public bool Key([NotNullWhen(true)] out string? key, out Span span)
    {
        var colon = Rest.IndexOf((byte)':');
        key = colon < 0 ? null : Decoded(Rest[..colon]);
        span = Span.OnLine(_line, Column, key?.Length ?? 0);
        return key is not null && PlainNames.IsPlain(key) && PlainNames.IsOfBraces(key) && Goes(colon + 1, key.Length + 1);
    }

    /// <summary>Goes over a figure of this kind, or 无; over 无 alone if there is no kind.</summary>
    public bool Figure(ValueKind? kind, out decimal? value, out Span span)
    {
        var (column, quote) = (Column, Quote());
        (value, span) = (null, default);
        if (!Takes("无"u8) && (kind is not { } of || !Number(of, out value))) return false;
        if (quote != 0 && !Takes(quote)) return false;
        span = Span.OnLine(_line, column, Column - column);
        return Byte is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)',' or (byte)'}';
    }

    private byte Quote() => Takes((byte)'"') ? (byte)'"' : Takes((byte)'\'') ? (byte)'\'' : (byte)0;

    /// <summary>Goes over a number as the contract writes them; one that is no <c>long</c> without its point is left to the tree.</summary>
    private bool Number(ValueKind kind, out decimal? value)
    {
        value = null;
        var isNegative = kind == ValueKind.SignedCount && Byte == (byte)'-';
        if (isNegative || (kind == ValueKind.SignedCount && Byte == (byte)'+')) _at++;
        var number = 0L;
        var digits = Digits(ref number, MostDigits);
        if (digits == 0 || (digits > 1 && _bytes[_at - digits] == (byte)'0') || (isNegative && number == 0)) return false;
        var places = kind == ValueKind.Amount && Takes((byte)'.') ? Digits(ref number, Math.Min(MostPlaces, MostDigits - digits)) : 0;
        if (places == 0 && _bytes[_at - 1] == (byte)'.') return false;
        value = new decimal(unchecked((int)number), (int)(number >> 32), 0, isNegative, (byte)places);
        return true;
    }

    private int Digits(ref long number, int most)
    {
        var count = 0;
        for (; count < most && char.IsAsciiDigit((char)Byte); count++, _at++) number = (number * 10) + (Byte - '0');
        return count;
    }

    /// <summary>Goes over a text, to the end of the line or to a remark; quotes are part of its place.</summary>
    public bool Text([NotNullWhen(true)] out string? text, out Span span)
    {
        var (column, quote) = (Column, Quote());
        var length = quote == 0 ? Rest.IndexOfAny((byte)'#', (byte)'\n', (byte)'\r') : Rest.IndexOf(quote);
        var raw = length < 0 ? Rest : Rest[..length];
        // A sign that is part of the text, not the beginning of a remark.
        var isRemark = length <= 0 || Rest[length] != (byte)'#' || Rest[length - 1] == (byte)' ';
        text = Decoded(quote == 0 ? raw.TrimEnd((byte)' ') : raw);
        span = default;
        if (text is null || (quote == 0 && !isRemark) || !IsText(text, quote)) return false;
        Goes(Encoding.UTF8.GetByteCount(text), text.Length);
        if (quote != 0 && !Takes(quote)) return false;
        span = Span.OnLine(_line, column, Column - column);
        return true;
    }

    /// <summary>Whether a text is taken as it stands: by YAML, by the search for slips, and by whoever prints it.</summary>
    private static bool IsText(string text, byte quote)
    {
        if (text.Length == 0 || text.Trim().Length < text.Length || Array.IndexOf(NoTexts, text) >= 0) return false;
        if (quote == 0 && (!char.IsLetterOrDigit(text[0]) || text.AsSpan().ContainsAny(':', '：'))) return false;
        if (quote != 0 && text.Contains('\\', StringComparison.Ordinal)) return false;
        return !text.AsSpan().ContainsAny('\u3000', '\u00A0') && Invisible.Find(text, mayBreak: false) is null;
    }

    /// <summary>UTF-8 as text; null if it is none, or if a character is not seen, ends a line or is not of the first plane.</summary>
    private static string? Decoded(ReadOnlySpan<byte> bytes)
    {
        if (!Utf8.IsValid(bytes)) return null;
        var text = Encoding.UTF8.GetString(bytes);
        foreach (var c in text)
            if (Invisible.Is(c) || char.IsSurrogate(c)) return null;
        return text;
    }
}
