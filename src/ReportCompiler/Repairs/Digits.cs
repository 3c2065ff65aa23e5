using System.Globalization;

namespace ReportCompiler.Repairs;

/// <summary>One slip of the hand within a number: what was typed is one edit away from what was meant.</summary>
internal static class Digits
{
    private const int MostDigits = 40; // of an Int128, with its sign

    /// <summary>The slip that made <paramref name="typed"/> of <paramref name="meant"/>; null if no single one does.</summary>
    /// <param name="typed">What stands there, in the smallest unit.</param>
    /// <param name="meant">What should.</param>
    /// <param name="unit">How many of the smallest unit make 1, for a count; 1 otherwise.</param>
    public static string? Slip(Int128 typed, Int128 meant, Int128 unit)
    {
        Span<char> one = stackalloc char[MostDigits];
        Span<char> other = stackalloc char[MostDigits];
        (typed / unit).TryFormat(one, out var length, provider: CultureInfo.InvariantCulture);
        (meant / unit).TryFormat(other, out var otherLength, provider: CultureInfo.InvariantCulture);
        return Slip(one[..length], other[..otherLength]);
    }

    private static string? Slip(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant)
    {
        var same = typed.CommonPrefixLength(meant);
        var left = typed[same..];
        var right = meant[same..];
        if (left.Length == right.Length)
        {
            if (left.IsEmpty) return null;
            if (left[1..].SequenceEqual(right[1..])) return Reasons.DigitWrong;
            var swapped = left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]);
            return swapped ? Reasons.DigitsSwapped : null;
        }
        if (left.Length == right.Length - 1 && left.SequenceEqual(right[1..])) return Reasons.DigitMissing;
        if (left.Length - 1 != right.Length || !left[1..].SequenceEqual(right)) return null;
        return same > 0 && typed[same] == typed[same - 1] ? Reasons.DigitDoubled : Reasons.DigitAdded;
    }
}
