using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Repairs;
using Xunit;

namespace ReportCompiler.Tests.Repairs;

/// <summary>
/// How much the search does before it is finished: the bound on its work is soon reached where a cell is tried that cannot mend.
/// The figures are exact on every machine; they may be off a little, either way, before somebody should look.
/// </summary>
public sealed class SearchWorkTests
{
    private const int PercentOff = 2;

    [Theory]
    [InlineData("a balance", 19_811)]
    [InlineData("counted twice", 12_497)]
    [InlineData("below 0", 26_608)]
    [InlineData("two years", 23_085)]
    [InlineData("sums of sums", 11_394)]
    [InlineData("what cancels out", 5_742)]
    public void Small_forms(string form, long expected)
    {
        var random = new Random(3);
        var systems = Enumerable.Range(0, 30).Select(_ => SmallForm.Draw(form, random));
        AssertWork(expected, systems.Sum(s => Work([s.Now], s.Before is { } before ? [before] : [])));
    }

    [Theory]
    [InlineData(1, 6_529)]
    [InlineData(2, 16_451)]
    [InlineData(3, 36_037)]
    [InlineData(4, 84_597)]
    public void The_form_with_some_slips(int slips, long expected)
    {
        var random = new Random(slips);
        var work = 0L;
        for (var i = 0; i < 20; i++)
        {
            var sheet = Sheet.Random(Editions.OfForm.For(2021)!, random);
            var spoiler = new Spoiler(sheet, random, "依申请公开");
            for (var slip = 0; slip < slips; slip++) spoiler.Number(Spoiler.Kinds[random.Next(Spoiler.Kinds.Count)]);
            work += Work([sheet.Filed()], []);
        }
        AssertWork(expected, work);
    }

    private static long Work(ImmutableArray<Filing> now, ImmutableArray<Filing> before)
    {
        const long Most = 200_000;
        var work = 0L;
        foreach (var component in Component.BrokenOf(LinearSystem.Of(now, before, r => r.Rule.Severity == Severity.Error)))
        {
            var left = Most;
            Search.Run(component, new BestRepairs(), ref left);
            work += Most - left;
        }
        return work;
    }

    private static void AssertWork(long expected, long work) =>
        Assert.True(Math.Abs(work - expected) * 100 <= expected * PercentOff, $"{work} instead of {expected}");
}
