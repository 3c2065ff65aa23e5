using System.Diagnostics;
using System.Globalization;
using ReportCompiler.Forms;
using ReportCompiler.Repairs;
using Xunit;

namespace ReportCompiler.Tests.Repairs;

/// <summary>
/// Consistent tables with all totals stated are spoiled as a hand spoils them, half of them published ones and half drawn at
/// random; the true cells with their true figures should be named first. The figures are printed; the bounds are what issue 3 asks.
/// </summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const string Requests = "依申请公开";
    private const string Remedies = "复议诉讼";

    private static readonly List<Sheet> Published = [.. Sheet.Published().Select(p => Sheet.Consistent(p.Filing))];

    public static TheoryData<string> Kinds => [.. Spoiler.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void One_slip_is_always_named(string kind) =>
        Measure($"one digit {kind}", 300, 100, (s, _) => s.Number(kind));

    [Fact]
    public void Two_slips_are_named() => Measure("two slips", 400, 99, (s, r) => s.Number(Any(r)) && s.Number(Any(r)));

    [Fact]
    public void Three_slips_are_named() =>
        Measure("three slips", 400, 95, (s, r) => s.Number(Any(r)) && s.Number(Any(r)) && s.Number(Any(r)));

    [Fact]
    public void A_figure_in_the_neighbouring_column_is_named() =>
        Measure("neighbouring column", 400, 98, (s, _) => s.Neighbours(nextRow: false, c => c.Column.Key != Row.OwnValueKey));

    [Fact]
    public void A_figure_in_the_next_row_is_named() =>
        Measure("next row", 400, 97, (s, _) => s.Neighbours(nextRow: true, c => c.Column.Key != Row.OwnValueKey));

    /// <summary>
    /// Where a row has one figure, exchanging two rows' totals and exchanging their figures leave the same table; the details are
    /// named first. One equation per group leaves every cell of it a suspect. Both are listed, always.
    /// </summary>
    [Fact]
    public void What_the_equations_cannot_tell_apart_is_listed()
    {
        Measure("next row, totals too", 400, 0, (s, _) => s.Neighbours(nextRow: true, _ => true), listed: 100);
        Measure("next column, totals too", 400, 0, (s, _) => s.Neighbours(nextRow: false, _ => true), listed: 100);
        Measure("table four, one slip", 400, 0, (s, r) => s.Number(Any(r)), Remedies, listed: 100);
    }

    [Fact]
    public void Five_slips_are_bounded() =>
        Measure("five slips", 300, 85, (s, r) => Enumerable.Range(0, 5).All(_ => s.Number(Any(r))));

    [Fact]
    public void Ten_slips_are_bounded() =>
        Measure("ten slips", 100, 40, (s, r) => Enumerable.Range(0, 10).All(_ => s.Number(Any(r))));

    private static string Any(Random random) => Spoiler.Kinds[random.Next(Spoiler.Kinds.Count)];

    /// <summary>Spoils so many tables and measures how often a repair is found, is the truth, and is among those listed.</summary>
    private void Measure(string name, int number, double atLeast, Func<Spoiler, Random, bool> spoil, string table = Requests,
        double listed = 0)
    {
        var random = new Random(20220131);
        var (noticed, first, among, finished, time, slowest) = (0, 0, 0, 0, 0.0, 0.0);
        for (var done = 0; done < number;)
        {
            var sheet = done % 2 == 0
                ? Published[random.Next(Published.Count)].Copy()
                : Sheet.Random(Editions.OfForm.For(2019 + 2 * random.Next(2))!, random);
            var spoiler = new Spoiler(sheet, random, table);
            if (!spoil(spoiler, random)) continue;
            done++;
            var filing = sheet.Filed();
            var start = Stopwatch.GetTimestamp();
            var found = Localiser.Find(filing);
            var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            (time, slowest) = (time + took, Math.Max(slowest, took));
            if (found.Count > 0) noticed++;
            if (found.IsExhaustive) finished++;
            if (found.Repairs.Any(r => IsTruth(r, spoiler))) among++;
            if (found.Repairs.Length > 0 && IsTruth(found.Repairs[0], spoiler)) first++;
            Assert.All(found.Repairs, r => Assert.True(sheet.With(r).IsConsistent()));
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: of {number} noticed {noticed}, true repair first {first} ({100.0 * first / number:0.0} %), listed {among}, ")
            + string.Create(CultureInfo.InvariantCulture,
            $"search finished {finished}; mean {time / number:0.00} ms, slowest {slowest:0.0} ms"));
        Assert.Equal(number, noticed);
        Assert.True(100.0 * first / number >= atLeast, $"{name}: first {first} of {number}");
        Assert.True(100.0 * among / number >= listed, $"{name}: listed {among} of {number}");
    }

    private static bool IsTruth(Repair repair, Spoiler spoiler) =>
        repair.Edits.Length == spoiler.Truth.Count
            && repair.Edits.All(e => spoiler.Truth.Any(t => t.Key.Path == e.Cell && t.Value == e.To));
}
