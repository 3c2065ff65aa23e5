using ReportCompiler.Forms;

namespace ReportCompiler.Grids;

/// <summary>What the reader of a page looks for: tables of a form, and those of them that are known as they stand.</summary>
/// <param name="edition">The form.</param>
internal sealed class SoughtTables(Edition edition)
{
    /// <summary>The tables that pages before had; none at first.</summary>
    public KnownTables? Known { get; init; }

    /// <summary>The same without those that are known.</summary>
    public SoughtTables Unknown => new(edition);

    /// <summary>Judges a figure of a table that is known.</summary>
    public FigureTest IsRight { get; init; } = (_, _) => false;

    /// <summary>Whether a cell of the form was read, by its index.</summary>
    public bool[] Seen { get; } = new bool[edition.Cells.Length];

    /// <summary>Whether the first rows of a table, which may be all that is read of it yet, look like a table of the form.</summary>
    public bool MayBe(TableGrid grid) => GridMatch.MayBeOf(edition, grid);

    /// <summary>Passes over a table that is known and right, its cells noted.</summary>
    /// <param name="page">The page.</param>
    /// <param name="at">Where a table begins.</param>
    /// <param name="endsAt">Whether a table may end at a place.</param>
    /// <returns>The end of the table; -1 if it must be read.</returns>
    public int Pass(string page, int at, Func<string, int, bool>? endsAt = null)
    {
        if (Known is null) return -1;
        foreach (var table in Known.Of(edition))
        {
            var end = table.EndAt(page, at, IsRight);
            if (end < 0 || endsAt?.Invoke(page, end) == false) continue;
            table.Note(Seen);
            return end;
        }
        return -1;
    }
}
