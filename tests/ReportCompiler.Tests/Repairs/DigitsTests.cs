using System.Globalization;
using ReportCompiler.Repairs;
using Xunit;

namespace ReportCompiler.Tests.Repairs;

/// <summary>Which single slip makes one number of another.</summary>
public sealed class DigitsTests
{
    private static readonly string[] InOrder =
        [Reasons.DigitWrong, Reasons.DigitsSwapped, Reasons.DigitMissing, Reasons.DigitDoubled, Reasons.DigitAdded];

    [Fact]
    public void A_slip_is_found_wherever_there_is_one_and_nowhere_else()
    {
        int[] numbers =
        [
            .. Enumerable.Range(0, 24), 100, 101, 110, 112, 121, 211, 221, 1000, 1001, 1010, 1011, 1100, 1110,
            1234, 1243, 2134, 2143, 3214, 4231,
        ];
        foreach (var meant in numbers)
        {
            var all = Slips(Text(meant)).ToLookup(s => s.Typed, s => s.Slip, StringComparer.Ordinal);
            foreach (var typed in numbers)
            {
                var slips = all[Text(typed)];
                Assert.Equal(typed == meant ? null : InOrder.FirstOrDefault(slips.Contains), Digits.Slip(typed, meant, 1));
                Assert.Equal(Digits.Slip(typed, meant, 1), Digits.Slip(typed * (Int128)1_000_000, meant * (Int128)1_000_000, 1_000_000));
            }
        }
    }

    [Fact]
    public void The_longest_numbers_are_looked_at_whole() =>
        Assert.Equal(Reasons.DigitWrong, Digits.Slip(Int128.MinValue, Int128.MinValue + 1, 1));

    /// <summary>What one slip makes of a number.</summary>
    private static IEnumerable<(string Slip, string Typed)> Slips(string meant)
    {
        for (var at = 0; at <= meant.Length; at++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                if (at < meant.Length) yield return (Reasons.DigitWrong, $"{meant[..at]}{digit}{meant[(at + 1)..]}");
                var isDouble = at > 0 && meant[at - 1] == digit;
                yield return (isDouble ? Reasons.DigitDoubled : Reasons.DigitAdded, $"{meant[..at]}{digit}{meant[at..]}");
            }
            if (at + 1 < meant.Length) yield return (Reasons.DigitsSwapped, $"{meant[..at]}{meant[at + 1]}{meant[at]}{meant[(at + 2)..]}");
            if (at < meant.Length) yield return (Reasons.DigitMissing, meant.Remove(at, 1));
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
