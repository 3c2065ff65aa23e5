namespace ReportCompiler.Repairs;

/// <summary>
/// Chosen cells that the equations do not fix: what one gains another may lose. The figures must not fall below 0, which bounds
/// them; the bounds are found by eliminating one free cell after the other (Fourier and Motzkin), and within them the change that
/// a slip of the hand explains best is taken.
/// </summary>
internal sealed class Freedom
{
    /// <summary>So many changes are compared; a wider choice says nothing about the hand anyway.</summary>
    private const int MostTried = 256;

    private const int MostFromNear = MostTried / 2;
    private const int MostFromFar = MostTried / 4;

    private readonly Unknown[] _cells;
    private readonly List<int> _free = [];
    private readonly List<(int Place, Int128 Scale, Int128 Gap, Int128[] Coefficients)> _given = [];
    private readonly List<Int128[]> _bounds = [];
    private readonly Int128[] _values;
    private readonly Int128[] _changes;
    private readonly Int128[] _to;
    private readonly string[] _reasons;
    private Int128[]? _best;
    private Score _bestScore;
    private int _left = MostTried;

    public Freedom(Component component, Level level, ReadOnlySpan<int> chosen, ReadOnlySpan<bool> free)
    {
        _cells = new Unknown[chosen.Length];
        for (var i = 0; i < chosen.Length; i++)
        {
            _cells[i] = component.Unknowns[chosen[i]];
            if (free[i]) _free.Add(i);
        }
        _values = new Int128[_free.Count];
        _changes = new Int128[chosen.Length];
        _to = new Int128[chosen.Length];
        _reasons = new string[chosen.Length];
        foreach (var row in level.Rows)
        {
            if (row.Basic < 0) continue;
            var coefficients = new Int128[_free.Count];
            for (var f = 0; f < _free.Count; f++) coefficients[f] = row[chosen[_free[f]]];
            var place = chosen.IndexOf(row.Basic);
            _given.Add((place, row[row.Basic], row.Gap, coefficients));
            if (!_cells[place].IsSigned) _bounds.Add([.. coefficients, row.Gap + row[row.Basic] * _cells[place].Value]);
        }
        for (var f = 0; f < _free.Count; f++)
        {
            if (_cells[_free[f]].IsSigned) continue;
            var bound = new Int128[_free.Count + 1];
            (bound[f], bound[^1]) = (-1, _cells[_free[f]].Value);
            _bounds.Add(bound);
        }
    }

    /// <summary>The changes by place, in <paramref name="changes"/>; false if there are none.</summary>
    public bool Solve(Int128[] changes)
    {
        Try(0, _bounds);
        _best?.CopyTo(changes, 0);
        return _best is not null;
    }

    /// <summary>Each bound says: the sum of coefficient times change of the free cells is at most the last number.</summary>
    private void Try(int free, List<Int128[]> bounds)
    {
        if (free == _free.Count)
        {
            _left--;
            Judge();
            return;
        }
        var own = bounds;
        for (var later = _free.Count - 1; later > free; later--) own = Eliminate(own, later);
        Int128? low = null, high = null;
        foreach (var bound in own)
        {
            var (coefficient, most) = (bound[free], bound[^1]);
            if (coefficient == 0 && most < 0) return;
            if (coefficient > 0 && Floor(most, coefficient) is var top && (high is null || top < high)) high = top;
            if (coefficient < 0 && -Floor(most, -coefficient) is var bottom && (low is null || bottom > low)) low = bottom;
        }
        var step = _cells[_free[free]].Step;
        // From the least change outwards; where that is too wide, from the other end too: a figure may have gone entirely.
        var up = low is null ? high is null || high > 0 : low > 0 || -low < (high ?? Int128.MaxValue);
        var (near, far) = up ? (low, high) : (high, low);
        var start = near ?? 0;
        var direction = up ? step : -step;
        if (start % step != 0) start += up == start > 0 ? direction - start % step : -(start % step);
        for (var (value, tries) = (start, 0); tries < MostFromNear && _left > 0 && Within(value); value += direction, tries++) With(value);
        if (far is not { } end || !Within(end) || end % step != 0) return;
        for (var (value, tries) = (end, 0); tries < MostFromFar && _left > 0 && Within(value); value -= direction, tries++) With(value);

        bool Within(Int128 value) => (low is null || value >= low) && (high is null || value <= high);

        void With(Int128 value)
        {
            _values[free] = value;
            var next = new List<Int128[]>(bounds.Count);
            foreach (var bound in bounds)
            {
                Int128[] rest = [.. bound];
                rest[^1] -= rest[free] * value;
                rest[free] = 0;
                next.Add(rest);
            }
            Try(free + 1, next);
        }
    }

    private static List<Int128[]> Eliminate(List<Int128[]> bounds, int cell)
    {
        var rest = bounds.Where(b => b[cell] == 0).ToList();
        foreach (var upper in bounds.Where(b => b[cell] > 0))
            foreach (var lower in bounds.Where(b => b[cell] < 0))
            {
                var sum = new Int128[upper.Length];
                for (var i = 0; i < sum.Length; i++) sum[i] = -lower[cell] * upper[i] + upper[cell] * lower[i];
                rest.Add(sum);
            }
        return rest;
    }

    private static Int128 Floor(Int128 number, Int128 divisor)
    {
        var (quotient, rest) = Int128.DivRem(number, divisor);
        return rest < 0 ? quotient - 1 : quotient;
    }

    /// <summary>Keeps the changes if the form can hold them and the hand explains them better than those kept.</summary>
    private void Judge()
    {
        for (var f = 0; f < _free.Count; f++) _changes[_free[f]] = _values[f];
        foreach (var (place, scale, gap, coefficients) in _given)
        {
            var sum = gap;
            for (var f = 0; f < coefficients.Length; f++) sum -= coefficients[f] * _values[f];
            var (change, rest) = Int128.DivRem(sum, scale);
            if (rest != 0) return;
            _changes[place] = change;
        }
        for (var i = 0; i < _cells.Length; i++)
        {
            if (!Solver.Holds(_cells[i], _changes[i])) return;
            _to[i] = _cells[i].Value + _changes[i];
        }
        var score = Likelihood.Of(_cells, _to, _reasons);
        if (_best is not null && score.Against(_bestScore) >= 0) return;
        (_best, _bestScore) = ([.. _changes], score);
    }
}
