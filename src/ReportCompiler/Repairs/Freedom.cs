namespace ReportCompiler.Repairs;

/// <summary>
/// Chosen cells that the equations do not fix: what one gains another may lose. The figures must not fall below 0, which bounds
/// them, each free cell by those before it; within the bounds the change that a slip of the hand explains best is taken.
/// </summary>
internal sealed class Freedom
{
    /// <summary>So many changes are tried; a wider choice says nothing about the hand anyway.</summary>
    private const int MostTried = 256;

    private readonly Unknown[] _cells;
    private readonly int[] _free;
    private readonly Given[] _given;
    private readonly Int128[] _values;
    private readonly List<Int128[]> _bounds;
    private readonly Int128[] _changes;
    private readonly Int128[] _to;
    private readonly string[] _reasons;
    private Int128[]? _best;
    private Score _bestScore;
    private int _left = MostTried;

    public Freedom(Component component, Level level, int[] chosen)
    {
        _cells = Array.ConvertAll(chosen, c => component.Unknowns[c]);
        var rows = Array.ConvertAll(chosen, c => Array.Find(level.Rows, r => r.Basic == c));
        _free = [.. Enumerable.Range(0, chosen.Length).Where(p => rows[p] is null)];
        // A free cell is given by itself.
        _given = [.. rows.Select((row, place) =>
        {
            var scale = row?[chosen[place]] ?? 1;
            var sign = Math.Sign(scale);
            return new Given(sign * scale, sign * (row?.Gap ?? 0),
                Array.ConvertAll(_free, f => (Int128)(row is null ? f == place ? -1 : 0 : sign * row[chosen[f]])));
        })];
        _values = new Int128[_free.Length];
        _bounds = [.. _given.Zip(_cells).Where(p => !p.Second.IsSigned)
            .Select(p => (Int128[])[.. p.First.Coefficients, p.First.Gap + p.First.Scale * p.Second.Value])];
        _changes = new Int128[chosen.Length];
        _to = new Int128[chosen.Length];
        _reasons = new string[chosen.Length];
    }

    /// <summary>The changes by place, in <paramref name="changes"/>; false if there are none.</summary>
    public bool Solve(Int128[] changes)
    {
        Try(0);
        _best?.CopyTo(changes, 0);
        return _best is not null;
    }

    /// <summary>
    /// Tries the changes of a free cell that those before it leave, from both ends: there a figure has gone entirely. Where there is
    /// none, the least change comes first. Each bound says: the sum of coefficient times change of the free cells is at most the
    /// last number.
    /// </summary>
    private void Try(int free)
    {
        if (free == _free.Length)
        {
            Judge();
            return;
        }
        var step = _cells[_free[free]].Step;
        Int128? low = null, high = null;
        foreach (var bound in _bounds)
        {
            if (bound.AsSpan()[(free + 1)..^1].ContainsAnyExcept(Int128.Zero)) continue;
            var (coefficient, most) = (bound[free] * step, bound[^1]);
            for (var before = 0; before < free; before++) most -= bound[before] * _values[before];
            if (coefficient > 0) high = Int128.Min(most / coefficient, high ?? Int128.MaxValue);
            if (coefficient < 0) low = Int128.Max(most / coefficient, low ?? Int128.MinValue);
        }
        var (up, down) = (low ?? high ?? 0, high ?? low ?? 0);
        for (; _left > 0 && (low is null || high is null || up <= down); up++, down--)
        {
            With(up);
            With(down);
        }

        void With(Int128 steps)
        {
            _left--;
            _values[free] = steps * step;
            Try(free + 1);
        }
    }

    /// <summary>Keeps the changes if the form can hold them and the hand explains them better than those kept.</summary>
    private void Judge()
    {
        for (var i = 0; i < _cells.Length; i++)
        {
            var (scale, sum, coefficients) = _given[i];
            for (var f = 0; f < coefficients.Length; f++) sum -= coefficients[f] * _values[f];
            (_changes[i], var rest) = Int128.DivRem(sum, scale);
            if (rest != 0 || !Solver.Holds(_cells[i], _changes[i])) return;
            _to[i] = _cells[i].Value + _changes[i];
        }
        var score = Likelihood.Of(_cells, _to, _reasons);
        if (_best is not null && score.Against(_bestScore) >= 0) return;
        (_best, _bestScore) = ([.. _changes], score);
    }

    /// <summary>What gives a cell's change: the gap less coefficient times change of each free cell, by the scale, above 0.</summary>
    private readonly record struct Given(Int128 Scale, Int128 Gap, Int128[] Coefficients);
}
