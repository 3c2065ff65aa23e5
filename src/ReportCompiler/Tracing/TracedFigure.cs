using System.Collections.Immutable;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;

namespace ReportCompiler.Tracing;

/// <summary>A figure that is traced: a cell, the rows of a group in one column together, or an indicator.</summary>
/// <param name="Path">The path by keys.</param>
/// <param name="Gloss">The English meaning; the label of an indicator.</param>
/// <param name="Unit">The counting word.</param>
/// <param name="Cells">The cells whose sum it is; none for an indicator.</param>
/// <param name="Indicator">The indicator; null for cells.</param>
public sealed record TracedFigure(string Path, string Gloss, string Unit, ImmutableArray<Cell> Cells, Indicator? Indicator)
{
    /// <summary>A cell.</summary>
    public static TracedFigure Of(Cell cell) => new(cell.Path, cell.Gloss, cell.Unit, [cell], null);

    /// <summary>What a path as people write it names; null if there is no such figure.</summary>
    public static TracedFigure? Find(Project project, Edition edition, string path)
    {
        if (path.StartsWith(Indicator.Group, StringComparison.Ordinal) && path.Length > Indicator.Group.Length + 1)
        {
            if (Find(project.Indicators, path[(Indicator.Group.Length + 1)..]) is not { } indicator) return null;
            return new TracedFigure(indicator.Path, indicator.Label, indicator.Unit, [], indicator);
        }
        if (CellPath.FindAll(edition, path) is not { } found) return null;
        return new TracedFigure(found.Path, found.Gloss, found.Cells[0].Unit, found.Cells, null);
    }

    /// <summary>Whether the figure of an authority is the sum of its units'.</summary>
    public bool IsSum => Indicator is not { } indicator || indicator.Summary == Summary.Sum;

    /// <summary>The same figure as another authority's project and form have it; null if they have not.</summary>
    public TracedFigure? In(Project project, Edition edition)
    {
        if (Indicator is { } indicator)
            return project.Indicators.FirstOrDefault(i => i.Key == indicator.Key) is { } own ? this with { Indicator = own } : null;
        var cells = Cells.Select(c => edition.Find(c.Path)).OfType<Cell>().ToImmutableArray();
        return cells.Length == Cells.Length ? this with { Cells = cells } : null;
    }

    /// <summary>The figure of these figures.</summary>
    public Figure Of(Figures figures) => Indicator is { } indicator ? figures.Indicators[indicator.Index] : Of(figures, Cells);

    /// <summary>Cells together; written where the first of them is.</summary>
    internal static Figure Of(Figures figures, ImmutableArray<Cell> cells)
    {
        var (state, value, span) = (FigureState.Absent, 0m, default(Span));
        foreach (var cell in cells)
        {
            var figure = figures[cell];
            if (figure.State > state) state = figure.State;
            value += figure.Value;
            if (span.Line == 0) span = figure.Span;
        }
        return new Figure(state, value, span);
    }

    private static Indicator? Find(ImmutableArray<Indicator> indicators, string name)
    {
        var folded = Names.Fold(name);
        return indicators.FirstOrDefault(i => i.Key == name)
            ?? indicators.FirstOrDefault(i => Names.Fold(i.Key) == folded || Names.Fold(i.Label) == folded);
    }
}
