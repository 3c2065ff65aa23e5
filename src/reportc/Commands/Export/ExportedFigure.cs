using Reportc.Projects;
using ReportCompiler.Aggregation;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace Reportc.Commands.Export;

/// <summary>A figure of one unit, or of the authority, year and cell, as <c>export</c> writes it.</summary>
/// <param name="Year">The report's year.</param>
/// <param name="Unit">The unit, or the authority.</param>
/// <param name="Table">The first step of the path.</param>
/// <param name="Cell">The cell path.</param>
/// <param name="Label">As printed: the row's words and the column's.</param>
/// <param name="Gloss">The English meaning.</param>
/// <param name="Value">The number; null if nothing can be counted.</param>
/// <param name="State">number, derived, none, absent, unfilled or faulty.</param>
/// <param name="CountedIn">The counting word.</param>
/// <param name="File">The unit's file, relative to the project; null for the authority's totals, which stand in none.</param>
/// <param name="Line">The line it is written in; null if it is not.</param>
/// <param name="IsInDoubt">Whether the data of its year are incomplete or faulty.</param>
/// <param name="Level">Whose figure it is, so that no program adds up the units and their totals.</param>
internal sealed record ExportedFigure(int Year, string Unit, string Table, string Cell, string Label, string Gloss, string? Value,
    string State, string CountedIn, string? File, int? Line, bool IsInDoubt, string Level)
{
    /// <summary>A figure of a unit.</summary>
    public const string UnitLevel = "unit";

    /// <summary>A total of the authority.</summary>
    public const string AuthorityLevel = "authority";

    /// <summary>Every cell and indicator of every unit of a year, in the order of the roster and of the form; then the totals.</summary>
    public static IEnumerable<ExportedFigure> Of(SingleProject project, District district, bool withTotals)
    {
        var isInDoubt = project.IsInDoubt(district);
        var indicators = project.Project.Indicators;
        foreach (var unit in district.Units)
        {
            foreach (var cell in district.Edition.Cells)
            {
                var isDerived = cell.IsTotal && unit.Figures.Stated(cell).State == FigureState.Absent;
                yield return Of(OfCell(cell), unit.Figures[cell], isDerived) with
                {
                    Unit = unit.Unit,
                    File = unit.Source.Path,
                };
            }
            foreach (var indicator in indicators)
                yield return Of(OfIndicator(indicator), unit.Figures.Indicators[indicator.Index], false) with
                {
                    Unit = unit.Unit,
                    File = unit.Source.Path,
                };
        }
        if (!withTotals) yield break;
        foreach (var cell in district.Edition.Cells) yield return Total(OfCell(cell), district.Totals[cell]);
        foreach (var indicator in indicators) yield return Total(OfIndicator(indicator), district.Totals.Indicators[indicator.Index]);

        ExportedFigure OfCell(Cell cell) => new(district.Year, "", cell.Table.Key, cell.Path, $"{cell.Row.Label} {cell.Column.Label}",
            cell.Gloss, null, "", cell.Unit, null, null, isInDoubt, UnitLevel);

        ExportedFigure OfIndicator(Indicator indicator) => new(district.Year, "", Indicator.Group, indicator.Path, indicator.Label,
            "", null, "", indicator.Unit, null, null, isInDoubt, UnitLevel);

        ExportedFigure Total(ExportedFigure place, Figure figure) => Of(place, figure, isDerived: true) with
        {
            Unit = district.Authority,
            Line = null,
            Level = AuthorityLevel,
        };
    }

    /// <summary>How many they are.</summary>
    public static long CountOf(SingleProject project, District district, bool withTotals) =>
        (district.Units.Length + (withTotals ? 1L : 0)) * (district.Edition.Cells.Length + project.Project.Indicators.Length);

    private static ExportedFigure Of(ExportedFigure place, Figure figure, bool isDerived) => place with
    {
        // 无 counts 0; what is left out has no figure here, for who adds up may want to know.
        Value = figure.IsStated ? Figure.Format(figure.Value) : null,
        State = isDerived && figure.State == FigureState.Number ? "derived" : StateNames.Of(figure.State),
        Line = figure.Span.Line > 0 ? figure.Span.Line : null,
    };
}
