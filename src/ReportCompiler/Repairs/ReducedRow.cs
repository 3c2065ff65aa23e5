using System.Numerics;
using ReportCompiler.Forms;

namespace ReportCompiler.Repairs;

/// <summary>
/// A row of the equations after elimination. Beside the coefficients it keeps which cells have a positive and which a negative
/// one, as bits: on a form nearly all are 0, and a node of the search costs as much as the bits that are set.
/// </summary>
internal sealed class ReducedRow(int unknowns)
{
    private readonly int[] _coefficients = new int[unknowns];

    /// <summary>The cells with a positive coefficient.</summary>
    public ulong[] Positive { get; } = CellBits.For(unknowns);

    /// <summary>The cells with a negative coefficient.</summary>
    public ulong[] Negative { get; } = CellBits.For(unknowns);

    /// <summary>What the changes must add up to.</summary>
    public Int128 Gap { get; set; }

    /// <summary>The chosen cell whose change this row gives; -1 for an equation not used up yet.</summary>
    public int Basic { get; private set; } = -1;

    /// <summary>The coefficient of a cell. What stands in the array if no bit is set is left from an earlier use.</summary>
    public int this[int cell] => CellBits.Has(Positive, cell) || CellBits.Has(Negative, cell) ? _coefficients[cell] : 0;

    /// <summary>Puts the coefficient, not 0, of a cell that has none yet.</summary>
    public void Set(int cell, int coefficient)
    {
        CellBits.Add(coefficient > 0 ? Positive : Negative, cell);
        _coefficients[cell] = coefficient;
    }

    /// <summary>Becomes <paramref name="row"/> as the row that gives the change of <paramref name="cell"/>.</summary>
    public void Solve(ReducedRow row, int cell)
    {
        row.Positive.CopyTo(Positive, 0);
        row.Negative.CopyTo(Negative, 0);
        row._coefficients.CopyTo(_coefficients, 0);
        (Gap, Basic) = (row.Gap, cell);
    }

    /// <summary>
    /// Becomes <paramref name="row"/> without <paramref name="cell"/>, by means of the row that gives that cell's change. Returns
    /// how many coefficients it took.
    /// </summary>
    public int Eliminate(ReducedRow row, ReducedRow solved, int cell)
    {
        var (keep, take) = (solved[cell], row[cell]);
        if (keep is not (1 or -1))
        {
            var divisor = (int)BigInteger.GreatestCommonDivisor(keep, take);
            (keep, take) = (keep / divisor, take / divisor);
        }
        var work = 0;
        for (var w = 0; w < Positive.Length; w++)
        {
            ulong positive = 0, negative = 0;
            var own = row.Positive[w] | row.Negative[w];
            var other = solved.Positive[w] | solved.Negative[w];
            for (var bits = own | other; bits != 0; bits &= bits - 1)
            {
                var i = BitOperations.TrailingZeroCount(bits);
                var at = (w << 6) + i;
                var kept = (own >> i & 1) != 0 ? row._coefficients[at] : 0;
                var taken = (other >> i & 1) != 0 ? solved._coefficients[at] : 0;
                var value = checked(keep * kept - take * taken);
                if (value > 0) positive |= 1UL << i;
                else if (value < 0) negative |= 1UL << i;
                _coefficients[at] = value;
                work++;
            }
            (Positive[w], Negative[w]) = (positive, negative);
        }
        Gap = keep * row.Gap - take * solved.Gap;
        Basic = row.Basic;
        return work;
    }
}
