namespace ReportCompiler.Repairs;

/// <summary>Gives the chosen cells of a level their changes.</summary>
internal sealed class Solver(Component component)
{
    private readonly Int128[] _changes = new Int128[component.Sums.Length];

    /// <summary>The change of the chosen cell at a place, once solved.</summary>
    public Int128 Change(int place) => _changes[place];

    /// <summary>
    /// Whether the chosen cells can have figures that the form holds. <paramref name="wrong"/> is a row whose cell cannot, where
    /// the equations fix every chosen cell; else null.
    /// </summary>
    public bool Solve(Level level, ReadOnlySpan<int> chosen, out ReducedRow? wrong)
    {
        wrong = null;
        var given = 0;
        foreach (var row in level.Rows)
            if (row.Basic >= 0) given++;
        if (given < chosen.Length) return new Freedom(component, level, [.. chosen]).Solve(_changes);
        foreach (var row in level.Rows)
        {
            if (row.Basic < 0 || Put(row, chosen)) continue;
            wrong = row;
            return false;
        }
        return true;
    }

    private bool Put(ReducedRow row, ReadOnlySpan<int> chosen)
    {
        var (change, rest) = Int128.DivRem(row.Gap, row[row.Basic]);
        if (rest != 0 || !Holds(component.Unknowns[row.Basic], change)) return false;
        _changes[chosen.IndexOf(row.Basic)] = change;
        return true;
    }

    /// <summary>Whether the form can hold a cell's figure after a change.</summary>
    public static bool Holds(Unknown unknown, Int128 change) =>
        (unknown.IsSigned || unknown.Value + change >= 0) && change % unknown.Step == 0;
}
