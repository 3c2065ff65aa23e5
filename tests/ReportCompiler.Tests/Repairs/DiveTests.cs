using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Repairs;
using Xunit;

namespace ReportCompiler.Tests.Repairs;

/// <summary>The repair where the bound on work is reached: it mends all, and is mostly a smallest one.</summary>
public sealed class DiveTests
{
    [Theory]
    [InlineData("a balance", 75)]
    [InlineData("counted twice", 65)]
    [InlineData("below 0", 63)]
    [InlineData("two years", 70)]
    [InlineData("sums of sums", 86)]
    [InlineData("what cancels out", 85)]
    public void It_mends_all_and_is_mostly_a_smallest(string form, int percent)
    {
        var random = new Random(17);
        var (all, smallest) = (0, 0);
        for (var i = 0; i < 60; i++)
            foreach (var component in ComponentsOf(SmallForm.Draw(form, random)))
            {
                var (exact, work) = (new BestRepairs(), long.MaxValue);
                Assert.True(Search.Run(component, exact, ref work));
                // Where no work is left that is said, and there is a repair all the same.
                var (bounded, little) = (new BestRepairs(), 1L);
                Assert.False(Search.Run(component, bounded, ref little));
                Assert.NotEmpty(bounded.All);
                Assert.All(bounded.All, r => AssertMends(component, r));
                var dived = new BestRepairs();
                Dive.Run(component, dived);
                all++;
                var repair = Assert.Single(dived.All);
                AssertMends(component, repair);
                Assert.True(repair.Cells.Length >= exact.All[0].Cells.Length);
                if (repair.Cells.Length == exact.All[0].Cells.Length) smallest++;
            }
        Assert.True(100 * smallest >= percent * all, $"{smallest} of {all}");
    }

    private static List<Component> ComponentsOf(SmallSystem system) => Component.BrokenOf(LinearSystem.Of(
        [system.Now], system.Before is { } before ? [before] : ImmutableArray<Input.Filing>.Empty, r => r.Rule.Severity == Severity.Error));

    private static void AssertMends(Component component, FoundRepair repair)
    {
        foreach (var sum in component.Sums)
        {
            Int128 change = 0;
            for (var i = 0; i < sum.Unknowns.Length; i++)
            {
                var at = Array.IndexOf(repair.Cells, component.Unknowns[sum.Unknowns[i]]);
                if (at >= 0) change += sum.Coefficients[i] * (repair.To[at] - repair.Cells[at].Value);
            }
            Assert.Equal(sum.Gap, change);
        }
        Assert.All(repair.Cells.Zip(repair.To), p => Assert.True(p.First.IsSigned || p.Second >= 0));
        Assert.All(repair.Cells.Zip(repair.To), p => Assert.Equal(0, p.Second % p.First.Step));
    }
}
