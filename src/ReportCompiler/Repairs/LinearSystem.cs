using System.Collections.Immutable;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Rules;
using ReportCompiler.Sources;

namespace ReportCompiler.Repairs;

/// <summary>
/// The equations of this year's files and of last year's, joined by the carry-over. A total that is not stated, or only by the 无
/// that says the same of its parts, is their sum, and they stand in its place.
/// </summary>
internal sealed class LinearSystem
{
    private readonly ImmutableArray<Filing> _units;
    private readonly ImmutableArray<Filing> _before;
    private readonly int[] _offsets;
    private readonly int[] _ids;
    private readonly int[] _coefficients;
    private readonly List<int> _touched = [];

    private LinearSystem(ImmutableArray<Filing> units, ImmutableArray<Filing> before)
    {
        _units = units;
        _before = before;
        _offsets = new int[units.Length + before.Length];
        var cells = 0;
        foreach (var (i, filing) in units.AddRange(before).Index())
        {
            _offsets[i] = cells;
            cells += filing.Figures.Edition.Cells.Length;
        }
        (_ids, _coefficients) = (new int[cells], new int[cells]);
    }

    /// <summary>How many of the smallest unit make 1: amounts have six places, and the search knows whole numbers only.</summary>
    public const int Scale = 1_000_000;

    /// <summary>The cells of the equations.</summary>
    public List<Unknown> Unknowns { get; } = [];

    /// <summary>The equations that say something here.</summary>
    public List<Sum> Sums { get; } = [];

    /// <summary>Builds the system of the rules that <paramref name="joins"/> admits.</summary>
    public static LinearSystem Of(ImmutableArray<Filing> units, ImmutableArray<Filing> before, Func<EquationRule, bool> joins)
    {
        var system = new LinearSystem(units, before);
        for (var i = 0; i < units.Length; i++) system.AddOwn(i, units[i], joins, isOfLastYear: false);
        if (before.IsEmpty || !system.AddAcross(joins, out var anyBroken)) return system;
        // Where the carry-over holds, a mistake in last year's own figures is that year's finding and not this year's.
        for (var i = 0; i < before.Length; i++)
            system.AddOwn(units.Length + i, before[i], joins, isOfLastYear: true, onlyHolding: !anyBroken);
        return system;
    }

    private void AddOwn(int at, Filing filing, Func<EquationRule, bool> joins, bool isOfLastYear, bool onlyHolding = false)
    {
        foreach (var equation in FormMap.Of(filing.Figures.Edition).Equations)
        {
            if (!joins(equation.Rule)) continue;
            var outcome = EquationCheck.Evaluate(equation, filing.Figures, null).Outcome;
            if (outcome == Outcome.NotApplicable || (onlyHolding && outcome == Outcome.Broken)) continue;
            foreach (var operand in equation.Left) Add(at, filing, operand, operand.Sign);
            foreach (var operand in equation.Right) Add(at, filing, operand, -operand.Sign);
            Close(equation.Rule, isOfLastYear);
        }
    }

    /// <summary>The equations across the years: sums over this year's files and over those they carry on from.</summary>
    private bool AddAcross(Func<EquationRule, bool> joins, out bool anyBroken)
    {
        anyBroken = false;
        var any = false;
        foreach (var equation in FormMap.Of(_units[0].Figures.Edition).Equations)
        {
            if (!joins(equation.Rule) || !equation.NeedsLastYear || !AppliesAcross(equation)) continue;
            foreach (var operand in equation.Left) AddAll(operand, operand.Sign);
            foreach (var operand in equation.Right) AddAll(operand, -operand.Sign);
            Close(equation.Rule, isOfLastYear: false);
            any = true;
            anyBroken |= Sums[^1].IsBroken;
        }
        return any;
    }

    private bool AppliesAcross(Equation equation)
    {
        var anyExplicit = false;
        foreach (var operand in equation.Operands)
            foreach (var filing in operand.LastYear ? _before : _units)
                foreach (var cell in operand.Cells)
                {
                    if (filing.Figures.Edition.Find(cell.Path) is not { } own || !filing.Figures[own].IsUsable) return false;
                    anyExplicit |= filing.Figures.Stated(own).IsExplicit;
                }
        return anyExplicit || !equation.FollowsWhenDerived;
    }

    private void AddAll(Operand operand, int sign)
    {
        var filings = operand.LastYear ? _before : _units;
        for (var i = 0; i < filings.Length; i++) Add((operand.LastYear ? _units.Length : 0) + i, filings[i], operand, sign);
    }

    private void Add(int at, Filing filing, Operand operand, int sign)
    {
        foreach (var cell in operand.Cells)
            if (filing.Figures.Edition.Find(cell.Path) is { } own) Add(at, filing, own, sign);
    }

    private void Add(int at, Filing filing, Cell cell, int sign)
    {
        var stated = filing.Figures.Stated(cell);
        if (!stated.IsExplicit && filing.Figures.Edition.DerivationOf(cell) is { } derivation
            && (!stated.IsStated || IsCovered(filing.Figures, stated.Span, derivation)))
        {
            foreach (var operand in derivation.Operands)
                foreach (var part in operand.Cells) Add(at, filing, part, sign);
            return;
        }
        var order = _offsets[at] + cell.Index;
        ref var id = ref _ids[order];
        if (id == 0)
        {
            var step = cell.Kind == ValueKind.Amount ? 1 : Scale;
            Unknowns.Add(new Unknown(filing, cell, order, (Int128)(stated.Value * Scale), step)
            {
                IsSigned = cell.Kind == ValueKind.SignedCount,
                IsExplicit = stated.IsExplicit,
                IsOfLastYear = at >= _units.Length,
            });
            id = Unknowns.Count;
        }
        if (_coefficients[id - 1] == 0) _touched.Add(id - 1);
        _coefficients[id - 1] += sign;
    }

    /// <summary>
    /// Whether the one 无 above a total says of its parts too that there is nothing: it is no figure of the total's own, for once a
    /// part gets one the 无 is gone.
    /// </summary>
    private static bool IsCovered(Figures figures, Span none, Derivation derivation)
    {
        foreach (var operand in derivation.Operands)
            foreach (var part in operand.Cells)
                if (figures.Stated(part).Span != none) return false;
        return true;
    }

    /// <summary>Makes an equation of what was added since the last.</summary>
    private void Close(EquationRule rule, bool isOfLastYear)
    {
        var unknowns = new List<int>(_touched.Count);
        var coefficients = new List<int>(_touched.Count);
        Int128 sum = 0;
        foreach (var id in _touched)
        {
            // A cell that cancels out may have been noted twice on the way.
            if (_coefficients[id] == 0) continue;
            unknowns.Add(id);
            coefficients.Add(_coefficients[id]);
            sum += _coefficients[id] * Unknowns[id].Value;
            _coefficients[id] = 0;
        }
        _touched.Clear();
        Sums.Add(new Sum(rule, [.. unknowns], [.. coefficients], -sum, isOfLastYear));
    }
}
