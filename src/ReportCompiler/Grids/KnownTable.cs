using System.Buffers;
using ReportCompiler.Forms;

namespace ReportCompiler.Grids;

/// <summary>
/// A statutory table as a page had it: the text before, between and behind its figures, and the cell of each. What a reader makes of a
/// table hangs on that text alone, for a figure is neither a label nor a mark.
/// </summary>
internal sealed class KnownTable
{
    private static readonly SearchValues<char> OfFigures = SearchValues.Create("-.0123456789");

    private readonly string[] _between;
    private readonly Cell[] _cells;

    private KnownTable(string[] between, Cell[] cells) => (_between, _cells) = (between, cells);

    /// <summary>Takes a table that was read; null if it is none of the form, or some figure of it is not written as it is read.</summary>
    /// <param name="grid">The table.</param>
    /// <param name="found">Its cells of the form; one of the page may be several of the form.</param>
    public static KnownTable? Of(TableGrid grid, IEnumerable<MatchedCell> found)
    {
        if (grid.Source is not { } source) return null;
        var between = new List<string>();
        var cells = new List<Cell>();
        var at = source.Start;
        foreach (var (cell, there) in found.OrderBy(m => m.There.At))
        {
            if (there.At < at || LengthOfFigure(there.Text) != there.Text.Length || there.Text.Length == 0) return null;
            between.Add(source.Page[at..there.At]);
            cells.Add(cell);
            at = there.At + there.Text.Length;
        }
        if (cells.Count == 0) return null;
        between.Add(source.Page[at..source.End]);
        return new KnownTable([.. between], [.. cells]);
    }

    /// <summary>Where the table ends if it stands at a place of a page and all its figures are right; -1 if not.</summary>
    /// <param name="page">The page.</param>
    /// <param name="at">The place.</param>
    /// <param name="isRight">Judges the figure of a cell.</param>
    public int EndAt(string page, int at, FigureTest isRight)
    {
        for (var i = 0; ; i++)
        {
            if (!page.AsSpan(at).StartsWith(_between[i])) return -1;
            at += _between[i].Length;
            if (i == _cells.Length) return at;
            var length = LengthOfFigure(page.AsSpan(at));
            if (length == 0 || !isRight(_cells[i], page.AsSpan(at, length))) return -1;
            at += length;
        }
    }

    /// <summary>Notes the cells of the form that it has.</summary>
    public void Note(bool[] seen)
    {
        foreach (var cell in _cells) seen[cell.Index] = true;
    }

    private static int LengthOfFigure(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExcept(OfFigures);
        return end < 0 ? text.Length : end;
    }
}
