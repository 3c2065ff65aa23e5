namespace ReportCompiler.Repairs;

/// <summary>How well slips of the hand explain a repair; the least is the best.</summary>
/// <param name="Published">How many cells of last year's file are changed: it is published already, and comes last.</param>
/// <param name="Cost">How unlikely the slips are together.</param>
/// <param name="Totals">How many totals are changed: a detail is likelier wrong, for a total was added up by somebody.</param>
/// <param name="Unstated">How many cells are changed that no file states.</param>
internal readonly record struct Score(int Published, int Cost, int Totals, int Unstated)
{
    public static Score operator +(Score a, Score b) =>
        new(a.Published + b.Published, a.Cost + b.Cost, a.Totals + b.Totals, a.Unstated + b.Unstated);

    /// <summary>Below 0 if this is the likelier.</summary>
    public int Against(Score other) =>
        (Published, Cost, Totals, Unstated).CompareTo((other.Published, other.Cost, other.Totals, other.Unstated));
}
