using ReportCompiler.Repairs;
using Xunit;

namespace ReportCompiler.Tests.Repairs;

/// <summary>
/// On forms so small that every change of every set of cells can be tried, the search finds exactly the smallest sets, gives each
/// the likeliest figures, and lists the likeliest first.
/// </summary>
public sealed class BruteForceTests
{
    private const int MostTried = 3;

    public static TheoryData<string, int> Cases => [.. SmallForm.Names.SelectMany(f => Enumerable.Range(1, 6).Select(seed => (f, seed)))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_smallest_sets_are_found_with_their_likeliest_figures(string form, int seed)
    {
        var random = new Random(seed);
        var sizes = new int[20];
        for (var i = 0; i < 16; i++) sizes[Compare(SmallForm.Draw(form, random))]++;
        Assert.NotEqual(0, sizes[1] + sizes[2] + sizes[3]);
    }

    /// <summary>However far a figure must move, it is found.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void The_same_sets_mend_figures_a_thousand_times_as_large(string form, int seed)
    {
        for (var i = 0; i < 24; i++)
        {
            var (small, large) = (SmallForm.Draw(form, new Random(100 * seed + i)), SmallForm.Draw(form, new Random(100 * seed + i), 1001));
            var (one, other) = (Localiser.Find(small.Now, small.Before), Localiser.Find(large.Now, large.Before));
            if (!one.IsExhaustive || !other.IsExhaustive) continue;
            Assert.Equal(one.Count, other.Count);
            var (sets, largeSets) = (one.Repairs.Select(r => small.Judge(r).Cells), other.Repairs.Select(r => large.Judge(r).Cells));
            // Of more than are listed, others may be the likeliest.
            if (one.Count > Localisation.MostListed) Assert.Equal(sets.Distinct().Count(), largeSets.Distinct().Count());
            else Assert.Equal(sets.Order(StringComparer.Ordinal), largeSets.Order(StringComparer.Ordinal));
        }
    }

    private static int Compare(SmallSystem system)
    {
        var found = Localiser.Find(system.Now, system.Before);
        Assert.True(found.IsExhaustive);
        if (system.Broken == 0)
        {
            Assert.Empty(found.Repairs);
            return 0;
        }
        var size = found.Repairs[0].Edits.Length;
        Assert.All(found.Repairs, r => Assert.Equal((size, system.Broken), (r.Edits.Length, r.Equations)));
        for (var smaller = 1; smaller <= Math.Min(size - 1, MostTried); smaller++) Assert.Empty(system.Sets(smaller));
        var listed = found.Repairs.Select(system.Judge).ToList();
        Assert.All(listed.Zip(listed.Skip(1)), p => Assert.True(p.First.Score.Against(p.Second.Score) <= 0));
        if (size > MostTried) return size;
        var sets = system.Sets(size);
        Assert.Equal(sets.Count, found.Count);
        Assert.Equal(Math.Min(sets.Count, Localisation.MostListed), listed.Select(l => l.Cells).Distinct().Count());
        foreach (var set in sets)
        {
            // Of those that are not listed each is at most as likely as the last that is.
            var own = listed.Where(l => l.Cells == set.Cells).DefaultIfEmpty(listed[^1]).Single();
            const int MostCompared = 100;
            Assert.True(set.Solutions > MostCompared || own.Score.Against(set.Best) <= 0, set.Cells);
        }
        return size;
    }
}
