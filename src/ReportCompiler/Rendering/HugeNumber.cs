using System.Globalization;
using ReportCompiler.Sources;
using Scriban.Parsing;

namespace ReportCompiler.Rendering;

/// <summary>
/// Finds a number in an expression that the library would work out for hours while it parses it, such as <c>1E777777777</c>. No
/// figure of a form has a tenth of what is allowed.
/// </summary>
internal static class HugeNumber
{
    /// <summary>The most digits a number may have, written out.</summary>
    public const int MostDigits = 40;

    /// <summary>The place of the first such number; null if there is none.</summary>
    public static Span? Find(SourceText source)
    {
        if (!MayHold(source.Text)) return null;
        foreach (var token in new Lexer(source.Text, source.Path))
        {
            if (token.Type is not (TokenType.Float or TokenType.Integer or TokenType.HexaInteger or TokenType.BinaryInteger)) continue;
            var number = source.Text.AsSpan(token.Start.Offset..(token.End.Offset + 1));
            if (IsHuge(number, token.Type)) return source.SpanAt(token.Start.Offset, number.Length);
        }
        return null;
    }

    private static bool IsHuge(ReadOnlySpan<char> number, TokenType type)
    {
        if (number.Length > MostDigits) return true;
        var exponent = type == TokenType.HexaInteger ? -1 : number.IndexOfAny('e', 'E');
        if (exponent < 0) return false;
        // One that is no number here ends in a letter, such as m for decimal: the digits before it count.
        var digits = number[(exponent + 1)..].TrimStart("+-0").TrimEnd("mMdDfF");
        if (digits.Length == 0) return false;
        return !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var power) || power > MostDigits;
    }

    /// <summary>Whether a digit stands before an E, or very many stand together: one fast look for nearly every template.</summary>
    private static bool MayHold(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            if (digits > 0 && c is 'e' or 'E') return true;
            // A number in another base has letters among its digits, and a bar between them.
            digits = char.IsAsciiHexDigit(c) || (digits > 0 && c == '_') ? digits + 1 : 0;
            if (digits > MostDigits / 2) return true;
        }
        return false;
    }
}
