namespace ReportCompiler.Repairs;

/// <summary>Cells with their new figures.</summary>
internal sealed record FoundRepair(Unknown[] Cells, Int128[] To, string[] Reasons, Score Score)
{
    /// <summary>Likelier slips first, then the order of the form: two repairs of one size are of different cells.</summary>
    public int Against(FoundRepair other)
    {
        var order = Score.Against(other.Score);
        for (var i = 0; order == 0 && i < Cells.Length; i++) order = Cells[i].Order.CompareTo(other.Cells[i].Order);
        return order;
    }

    /// <summary>Both together: parts of a system that have no equation in common.</summary>
    public FoundRepair With(FoundRepair other)
    {
        Unknown[] cells = [.. Cells, .. other.Cells];
        Int128[] to = [.. To, .. other.To];
        string[] reasons = [.. Reasons, .. other.Reasons];
        var orders = Array.ConvertAll(cells, c => c.Order);
        Array.Sort((int[])orders.Clone(), to);
        Array.Sort((int[])orders.Clone(), reasons);
        Array.Sort(orders, cells);
        return new FoundRepair(cells, to, reasons, Score + other.Score);
    }
}
