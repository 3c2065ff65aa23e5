using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Drafting;

/// <summary>Made-up figures of a unit that keep every rule of an edition, whatever its rows.</summary>
internal sealed class Example
{
    private const decimal Requests = 3;
    private const decimal Decisions = 12;
    private const decimal Amount = 1.5m;

    private readonly Dictionary<Cell, decimal> _figures = [];

    /// <summary>Figures for an edition.</summary>
    public Example(Edition edition)
    {
        var bound = edition.Rules.SelectMany(r => r.Equations).SelectMany(e => e.Cells).ToHashSet();
        foreach (var cell in edition.Cells.Where(c => !bound.Contains(c) && !c.Row.HasColumns))
            _figures[cell] = cell.Kind == ValueKind.Amount ? Amount : Decisions;
        // What balances is put on both sides alike: the first part of the left, the first part of the right.
        foreach (var rule in edition.Rules.Where(r => !r.Derives))
        {
            if (rule.Equations.FirstOrDefault() is not { NeedsLastYear: false, Relation: Relation.Equal } equation) continue;
            if (equation is not { Left: [{ Sign: 1 } left, ..], Right: [{ Sign: 1 } right, ..] }) continue;
            _figures[Part(edition, left.Cells[0])] = Requests;
            _figures[Part(edition, right.Cells[0])] = Requests;
        }
    }

    /// <summary>A row of the made-up unit.</summary>
    public DraftedRow Fill(Row row) => Fill(row, _figures);

    /// <summary>A row of a unit that has nothing.</summary>
    public static DraftedRow Nothing(Row row) => Fill(row, []);

    private static DraftedRow Fill(Row row, Dictionary<Cell, decimal> figures) => new(row.Cells.Any(figures.ContainsKey)
        ? FigureWriter.Row(row, c => figures.TryGetValue(c, out var value) ? Figure.Format(value) : null) : FigureWriter.Nothing);

    /// <summary>The first cell that a total is made of; the cell itself if it is none.</summary>
    private static Cell Part(Edition edition, Cell cell)
    {
        while (cell.IsTotal) cell = edition.DerivationOf(cell)!.Operands[0].Cells[0];
        return cell;
    }
}
