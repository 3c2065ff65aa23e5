namespace ReportCompiler.Repairs;

/// <summary>The best repairs found, best first, and how many there were.</summary>
internal sealed class BestRepairs
{
    private readonly List<FoundRepair> _all = [];

    /// <summary>How many were found, kept or not; <see cref="long.MaxValue"/> where they are more.</summary>
    public long Count { get; private set; }

    /// <summary>The best of them.</summary>
    public IReadOnlyList<FoundRepair> All => _all;

    /// <summary>Takes the chosen cells with the changes that were solved.</summary>
    public void Add(Component component, ReadOnlySpan<int> chosen, Solver solver)
    {
        var order = new List<(int Cell, Int128 Change)>(chosen.Length);
        for (var i = 0; i < chosen.Length; i++)
            if (solver.Change(i) is var change && change != 0) order.Add((chosen[i], change));
        order.Sort(static (a, b) => a.Cell - b.Cell);
        var cells = new Unknown[order.Count];
        var to = new Int128[order.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = component.Unknowns[order[i].Cell];
            to[i] = cells[i].Value + order[i].Change;
        }
        var reasons = new string[cells.Length];
        Add(new FoundRepair(cells, to, reasons, Likelihood.Of(cells, to, reasons)));
    }

    /// <summary>Takes a repair.</summary>
    public void Add(FoundRepair found)
    {
        Count++;
        Keep(found);
    }

    /// <summary>Every repair of the one part together with every repair of the other.</summary>
    public static BestRepairs Combine(BestRepairs one, BestRepairs other)
    {
        var both = new BestRepairs { Count = (long)Int128.Min((Int128)one.Count * other.Count, long.MaxValue) };
        foreach (var a in one._all)
            foreach (var b in other._all) both.Keep(a.With(b));
        return both;
    }

    private void Keep(FoundRepair found)
    {
        var at = _all.Count;
        while (at > 0 && found.Against(_all[at - 1]) < 0) at--;
        _all.Insert(at, found);
        if (_all.Count > Localisation.MostListed) _all.RemoveAt(_all.Count - 1);
    }
}
