namespace ReportCompiler.Repairs;

/// <summary>Cells with their new figures.</summary>
internal sealed record Found(Unknown[] Cells, Int128[] To, string[] Reasons, Score Score)
{
    /// <summary>Likelier slips first, then the order of the form.</summary>
    public int Against(Found other)
    {
        var order = Score.Against(other.Score);
        for (var i = 0; order == 0 && i < Math.Min(Cells.Length, other.Cells.Length); i++)
        {
            order = Cells[i].Order.CompareTo(other.Cells[i].Order);
            if (order == 0) order = To[i].CompareTo(other.To[i]);
        }
        return order != 0 ? order : Cells.Length.CompareTo(other.Cells.Length);
    }

    /// <summary>Both together: parts of a system that have no equation in common.</summary>
    public Found With(Found other)
    {
        Unknown[] cells = [.. Cells, .. other.Cells];
        Int128[] to = [.. To, .. other.To];
        string[] reasons = [.. Reasons, .. other.Reasons];
        var orders = Array.ConvertAll(cells, c => c.Order);
        Array.Sort((int[])orders.Clone(), to);
        Array.Sort((int[])orders.Clone(), reasons);
        Array.Sort(orders, cells);
        return new Found(cells, to, reasons, Score + other.Score);
    }
}

/// <summary>The best repairs found, best first, and how many there were.</summary>
internal sealed class Best
{
    private readonly List<Found> _all = [];

    /// <summary>How many were found, kept or not; <see cref="long.MaxValue"/> where they are more.</summary>
    public long Count { get; private set; }

    /// <summary>The best of them.</summary>
    public IReadOnlyList<Found> All => _all;

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
        Add(new Found(cells, to, reasons, Explanation.Of(cells, to, reasons)));
    }

    /// <summary>Takes a repair.</summary>
    public void Add(Found found)
    {
        Count++;
        Keep(found);
    }

    /// <summary>Every repair of the one part together with every repair of the other.</summary>
    public static Best Combine(Best one, Best other)
    {
        var both = new Best { Count = one.Count > long.MaxValue / Math.Max(1, other.Count) ? long.MaxValue : one.Count * other.Count };
        foreach (var a in one._all)
            foreach (var b in other._all) both.Keep(a.With(b));
        return both;
    }

    private void Keep(Found found)
    {
        var at = _all.Count;
        while (at > 0 && found.Against(_all[at - 1]) < 0) at--;
        if (at >= Localisation.MostListed) return;
        _all.Insert(at, found);
        if (_all.Count > Localisation.MostListed) _all.RemoveAt(_all.Count - 1);
    }
}
