using Reportc.Projects;
using ReportCompiler.Aggregation;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace Reportc.Commands.Export;

/// <summary>A figure of one unit, year and cell, as <c>export</c> writes it.</summary>
/// <param name="Table">The first step of the path.</param>
/// <param name="Cell">The cell path.</param>
/// <param name="Label">As printed: the row's words and the column's.</param>
/// <param name="Gloss">The English meaning.</param>
/// <param name="Value">The number; null if nothing can be counted.</param>
/// <param name="State">number, derived, none, absent, unfilled or faulty.</param>
/// <param name="CountedIn">The counting word.</param>
/// <param name="File">The unit's file, relative to the project.</param>
/// <param name="Line">The line it is written in; null if it is not.</param>
/// <param name="IsInDoubt">Whether the data of its year are incomplete or faulty.</param>
internal sealed record ExportedFigure(int Year, string Unit, string Table, string Cell, string Label, string Gloss, string? Value,
    string State, string CountedIn, string File, int? Line, bool IsInDoubt)
{
    /// <summary>Every cell and indicator of every unit of a year, in the order of the roster and of the form.</summary>
    public static IEnumerable<ExportedFigure> Of(SingleProject project, District district)
    {
        var isInDoubt = project.IsInDoubt(district);
        foreach (var unit in district.Units)
        {
            foreach (var cell in district.Edition.Cells)
            {
                var isDerived = cell.IsTotal && unit.Figures.Stated(cell).State == FigureState.Absent;
                yield return Of(isInDoubt, unit, cell.Table.Key, cell.Path, $"{cell.Row.Label} {cell.Column.Label}", cell.Gloss, cell.Unit,
                    unit.Figures[cell], isDerived);
            }
            foreach (var indicator in project.Project.Indicators)
                yield return Of(isInDoubt, unit, Indicator.Group, indicator.Path, indicator.Label, "", indicator.Unit,
                    unit.Figures.Indicators[indicator.Index], false);
        }
    }

    private static ExportedFigure Of(
        bool isInDoubt, Filing unit, string table, string cell, string label, string gloss, string countedIn, Figure figure, bool isDerived)
    {
        var state = isDerived && figure.State == FigureState.Number ? "derived" : StateNames.Of(figure.State);
        // 无 counts 0; what is left out has no figure here, for who adds up may want to know.
        var value = figure.IsStated ? Figure.Format(figure.Value) : null;
        return new ExportedFigure(unit.Year, unit.Unit, table, cell, label, gloss, value, state, countedIn, unit.Source.Path,
            figure.Span.Line > 0 ? figure.Span.Line : null, isInDoubt);
    }
}
