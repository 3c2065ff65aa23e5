using System.Numerics;
using ReportCompiler.Forms;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>The rule set of every edition checked against itself: it can be met, nothing contradicts, what is redundant is known.</summary>
public sealed class RuleSetTests
{
    public static TheoryData<string> Keys => [.. Editions.OfForm.Keys];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Can_be_met_with_every_cell_at_work(string key)
    {
        // All details 1, totals computed: whoever then balances the books by hand meets every equation that stays within one file.
        var edition = Editions.OfForm.Find(key)!;
        var values = Solve(edition, out var free);
        Assert.NotEmpty(free);
        foreach (var equation in Within(edition).Where(e => e.Relation == Relation.Equal))
            Assert.Equal(BigInteger.Zero, Residual(equation, values));
        Assert.All(edition.Cells, cell => Assert.True(values[cell.Index] > 0, $"{cell.Path} can only be 0"));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_derived_total_is_the_subject_of_a_rule_that_checks_it(string key)
    {
        var edition = Editions.OfForm.Find(key)!;
        var checkedCells = edition.Rules.Where(r => r.Derives).SelectMany(r => r.Equations).Select(e => e.Subject).ToHashSet();
        Assert.All(edition.Cells.Where(c => c.IsTotal), cell => Assert.Contains(cell, checkedCells));
    }

    [Theory]
    [InlineData("2014", "")]
    [InlineData("2019", "balance 依申请公开.办理结果.总计.总计, outcome-total 依申请公开.办理结果.总计.总计")]
    [InlineData("2021", "balance 依申请公开.办理结果.总计.总计, outcome-total 依申请公开.办理结果.总计.总计")]
    public void Only_the_grand_totals_are_redundant(string key, string expected)
    {
        var edition = Editions.OfForm.Find(key)!;
        var basis = new List<(int Pivot, Dictionary<int, Fraction> Row)>();
        var redundant = Within(edition).Where(e => e.Relation == Relation.Equal).Where(e => !Add(basis, Row(e)))
            .Select(e => $"{e.Rule.Rule.Name} {e.Subject.Path}");
        Assert.Equal(expected, string.Join(", ", redundant.Order(StringComparer.Ordinal)));
    }

    private static IEnumerable<Equation> Within(Edition edition) =>
        edition.Rules.SelectMany(r => r.Equations).Where(e => !e.NeedsLastYear);

    /// <summary>Gives every base cell a positive figure so that all equations hold: received is what was handled, times two.</summary>
    private static BigInteger[] Solve(Edition edition, out List<Cell> free)
    {
        var values = new BigInteger[edition.Cells.Length];
        free = [.. edition.Cells.Where(c => !c.IsTotal)];
        foreach (var cell in free) values[cell.Index] = 1;
        Derive(edition, values);
        foreach (var equation in Within(edition).Where(e => e.Relation == Relation.Equal && !e.Rule.Derives))
        {
            // The first base cell on the side that is too small takes up the difference.
            var gap = Residual(equation, values);
            var cell = (gap < 0 ? equation.Left : equation.Right).SelectMany(o => o.Cells).FirstOrDefault(c => !c.IsTotal);
            if (cell is not null) values[cell.Index] += BigInteger.Abs(gap);
        }
        Derive(edition, values);
        return values;
    }

    private static void Derive(Edition edition, BigInteger[] values)
    {
        foreach (var derivation in edition.Derivations)
            values[derivation.Total.Index] = derivation.Operands.Aggregate(BigInteger.Zero,
                (sum, o) => sum + (o.Sign * o.Cells.Aggregate(BigInteger.Zero, (s, c) => s + values[c.Index])));
    }

    private static BigInteger Residual(Equation equation, BigInteger[] values) =>
        Row(equation).Aggregate(BigInteger.Zero, (sum, term) => sum + (term.Value.Numerator * values[term.Key]));

    private static Dictionary<int, Fraction> Row(Equation equation)
    {
        var row = new Dictionary<int, Fraction>();
        foreach (var (operands, side) in new[] { (equation.Left, 1), (equation.Right, -1) })
            foreach (var operand in operands)
                foreach (var cell in operand.Cells)
                    row[cell.Index] = row.GetValueOrDefault(cell.Index, new Fraction(0, 1)) + new Fraction(side * operand.Sign, 1);
        return row;
    }

    /// <summary>Adds a row to a basis in echelon form; false if it is a combination of the rows there.</summary>
    private static bool Add(List<(int Pivot, Dictionary<int, Fraction> Row)> basis, Dictionary<int, Fraction> row)
    {
        foreach (var (pivot, other) in basis)
        {
            if (!row.TryGetValue(pivot, out var factor) || factor.IsZero) continue;
            foreach (var (index, value) in other) row[index] = row.GetValueOrDefault(index, new Fraction(0, 1)) - (factor * value);
        }
        var first = row.Where(t => !t.Value.IsZero).OrderBy(t => t.Key).Select(t => (int?)t.Key).FirstOrDefault();
        if (first is not { } found) return false;
        var scale = row[found];
        basis.Add((found, row.Where(t => !t.Value.IsZero).ToDictionary(t => t.Key, t => t.Value / scale)));
        return true;
    }

    private readonly record struct Fraction(BigInteger Numerator, BigInteger Denominator)
    {
        public bool IsZero => Numerator.IsZero;

        public static Fraction operator +(Fraction a, Fraction b) =>
            Reduce((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

        public static Fraction operator -(Fraction a, Fraction b) => a + new Fraction(-b.Numerator, b.Denominator);

        public static Fraction operator *(Fraction a, Fraction b) => Reduce(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

        public static Fraction operator /(Fraction a, Fraction b) => Reduce(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

        private static Fraction Reduce(BigInteger n, BigInteger d)
        {
            var gcd = BigInteger.GreatestCommonDivisor(n, d);
            if (d < 0) gcd = -gcd;
            return gcd.IsZero ? new Fraction(0, 1) : new Fraction(n / gcd, d / gcd);
        }
    }
}
