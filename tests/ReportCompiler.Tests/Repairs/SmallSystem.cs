using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Repairs;

namespace ReportCompiler.Tests.Repairs;

/// <summary>The equations of small files written out, so that every change of every set of cells can be tried.</summary>
internal sealed class SmallSystem
{
    private const int Highest = 18;

    private readonly Sheet _now;
    private readonly Sheet? _before;
    private readonly List<Unknown> _cells = [];
    private readonly List<(long[] Coefficients, long Gap)> _rows = [];

    public SmallSystem(Sheet now, Sheet? before)
    {
        (_now, _before) = (now, before);
        (Now, Before) = (now.Filed(), before?.Filed(2020));
        AddCells(now, Now, isOfLastYear: false);
        if (before is not null) AddCells(before, Before!, isOfLastYear: true);
        var own = Equations(now).Where(e => !e.NeedsLastYear).Select(e => Row(e)).ToList();
        var across = before is null ? [] : Equations(now).Where(e => e.NeedsLastYear).Select(e => Row(e)).ToList();
        List<(long[] Coefficients, long Gap)> last = before is null ? []
            : [.. Equations(before).Where(e => !e.NeedsLastYear).Select(e => Row(e, isOfLastYear: true))];
        // Where the years agree, a mistake within last year's file is another year's matter.
        if (across.TrueForAll(r => r.Gap == 0)) last.RemoveAll(r => r.Gap != 0);
        _rows.AddRange(TogetherWith([.. own, .. across], last));
    }

    /// <summary>Cells that can mend all, how unlikely that is at its likeliest, and how many figures mend.</summary>
    internal sealed record Mending(string Cells, Score Best, int Solutions);

    /// <summary>The files.</summary>
    public Filing Now { get; }

    /// <summary>Last year's.</summary>
    public Filing? Before { get; }

    /// <summary>How many equations are broken.</summary>
    public int Broken => _rows.Count(r => r.Gap != 0);

    /// <summary>All sets of so many cells that can make every equation hold.</summary>
    public List<Mending> Sets(int size)
    {
        var used = Enumerable.Range(0, _cells.Count).Where(c => _rows.Exists(r => r.Coefficients[c] != 0)).ToList();
        var sets = new List<Mending>();
        Choose([], 0);
        return sets;

        void Choose(List<int> set, int from)
        {
            if (set.Count == size)
            {
                if (Try(set) is { } mending) sets.Add(mending);
                return;
            }
            for (var i = from; i < used.Count; i++) Choose([.. set, used[i]], i + 1);
        }
    }

    /// <summary>The cells of a repair in a line, and how unlikely its figures are; they mend everything.</summary>
    public (string Cells, Score Score) Judge(Repair repair)
    {
        var set = repair.Edits.Select(e => _cells.FindIndex(c => c.Cell.Path == e.Cell && c.Filing.Year == e.Year)).ToList();
        Assert(set.Zip(set.Skip(1)).All(p => p.First < p.Second), "not in the order of the form");
        Assert(set.Zip(repair.Edits).All(p => _cells[p.First].Value == (Int128)p.Second.From), "another figure stands there");
        var to = repair.Edits.Select(e => (long)e.To).ToArray();
        Assert(Solves(set, [.. set.Select((c, i) => to[i] - (long)_cells[c].Value)]), "mends not all");
        Assert(set.Zip(to).All(p => p.Second >= 0 || _cells[p.First].IsSigned), "below 0");
        var reasons = new string[set.Count];
        var score = Score(set, to, reasons);
        Assert(reasons.SequenceEqual(repair.Edits.Select(e => e.Reason)), "another reason");
        Assert(repair.Reason == (reasons.Distinct().Count() == 1 ? reasons[0] : Reasons.Several), "another reason of all");
        return (Name(set), score);
    }

    private static void Assert(bool holds, string otherwise) => Xunit.Assert.True(holds, otherwise);

    /// <summary>The equations that say something: a total is stated, or is one of sums that do not say the same already.</summary>
    private IEnumerable<Equation> Equations(Sheet sheet) =>
        sheet.Edition.Rules.SelectMany(r => r.Equations).Where(e => !e.Rule.Derives || sheet.IsStated(e.Subject))
            .Where(e => !e.FollowsWhenDerived || e.Operands.Any(o => o.Cells.Any((o.LastYear ? _before! : sheet).IsExplicit)));

    private void AddCells(Sheet sheet, Filing filing, bool isOfLastYear)
    {
        foreach (var cell in sheet.Edition.Cells)
            _cells.Add(new Unknown(filing, cell, _cells.Count, sheet[cell], 1)
            {
                IsSigned = cell.Kind == ValueKind.SignedCount,
                IsExplicit = sheet.IsExplicit(cell),
                IsOfLastYear = isOfLastYear,
            });
    }

    private (long[] Coefficients, long Gap) Row(Equation equation, bool isOfLastYear = false)
    {
        var row = new long[_cells.Count];
        foreach (var (side, operands) in new[] { (1, equation.Left), (-1, equation.Right) })
            foreach (var operand in operands)
                foreach (var cell in operand.Cells) Add(row, operand.LastYear || isOfLastYear, cell, side * operand.Sign);
        return (row, -row.Select((c, i) => c * (long)_cells[i].Value).Sum());
    }

    /// <summary>A total that the file does not state is its parts.</summary>
    private void Add(long[] row, bool isOfLastYear, Cell cell, int sign)
    {
        var sheet = isOfLastYear ? _before! : _now;
        var parts = sheet.Edition.DerivationOf(cell)?.Operands.SelectMany(o => o.Cells).ToList() ?? [];
        var isNone = sheet.IsStated(cell) && parts.TrueForAll(p => p.Row == cell.Row);
        if (parts.Count == 0 || sheet.IsExplicit(cell) || (sheet.IsStated(cell) && !isNone))
            row[(isOfLastYear ? _now.Edition.Cells.Length : 0) + cell.Index] += sign;
        else
            foreach (var part in parts) Add(row, isOfLastYear, part, sign);
    }

    /// <summary>What hangs together with a broken equation of this year.</summary>
    private static List<(long[] Coefficients, long Gap)> TogetherWith(
        List<(long[] Coefficients, long Gap)> own, List<(long[] Coefficients, long Gap)> last)
    {
        var kept = own.Where(r => r.Gap != 0).ToList();
        var left = own.Where(r => r.Gap == 0).Concat(last).ToList();
        while (left.RemoveAll(r => IsTouched(r)) > 0)
        {
        }
        return kept;

        bool IsTouched((long[] Coefficients, long Gap) row)
        {
            var isTouched = kept.Exists(k => k.Coefficients.Zip(row.Coefficients).Any(p => p.First != 0 && p.Second != 0));
            if (isTouched) kept.Add(row);
            return isTouched;
        }
    }

    private Mending? Try(List<int> set)
    {
        foreach (var (coefficients, gap) in _rows)
        {
            var touching = set.Count(c => coefficients[c] != 0);
            if (gap != 0 ? touching == 0 : touching == 1) return null;
        }
        Score? best = null;
        var solutions = 0;
        var changes = new long[set.Count];
        var reasons = new string[set.Count];
        Change(0);
        return best is { } score ? new Mending(Name(set), score, solutions) : null;

        void Change(int at)
        {
            var cell = _cells[set[at]];
            if (at == set.Count - 1)
            {
                var (coefficients, gap) = _rows.First(r => r.Coefficients[set[at]] != 0);
                var others = set.Take(at).Select((c, i) => coefficients[c] * changes[i]).Sum();
                var (change, rest) = long.DivRem(gap - others, coefficients[set[at]]);
                changes[at] = change;
                if (rest != 0 || (!cell.IsSigned && cell.Value + change < 0) || !Solves(set, changes)) return;
                var found = Score(set, [.. set.Select((c, i) => (long)_cells[c].Value + changes[i])], reasons);
                if (best is null || found.Against(best.Value) < 0) best = found;
                solutions++;
                return;
            }
            for (var value = cell.IsSigned ? -Highest : 0; value <= Highest; value++)
            {
                changes[at] = value - (long)cell.Value;
                Change(at + 1);
            }
        }
    }

    private bool Solves(List<int> set, long[] changes) =>
        _rows.TrueForAll(r => set.Select((c, i) => r.Coefficients[c] * changes[i]).Sum() == r.Gap);

    private Score Score(List<int> set, long[] to, string[] reasons) =>
        Likelihood.Of([.. set.Select(c => _cells[c])], [.. to.Select(t => (Int128)t)], reasons);

    private string Name(List<int> set) => string.Join(' ', set.Select(c => $"{_cells[c].Filing.Year} {_cells[c].Cell.Path}"));
}
