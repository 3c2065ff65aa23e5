using System.Globalization;
using Reportc.Projects;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Rendering.Sheets;
using ReportCompiler.Workbooks;

namespace Reportc.Commands.Export;

/// <summary>
/// The workbook an office uses: of every year the units with their main figures, the authority's form and each unit's as printed; and
/// all figures as rows to be filtered.
/// </summary>
internal static class ExportWorkbook
{
    /// <summary>Writes the file, a sheet after the other.</summary>
    public static void Write(Stream to, ExportedYears years) =>
        new Workbook(Sheets(years)) { IsLatin = years.Language != Language.Chinese }.Write(to);

    private static IEnumerable<Worksheet> Sheets(ExportedYears years)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var district in years.Districts)
        {
            var language = district.Edition.Language;
            var doubt = years.Project.IsInDoubt(district) ? SingleProject.DoubtOf(district.Year).In(language) : null;
            yield return SummarySheet.Of(years.Project, district, Name(new Text("汇总", "Summary").In(language), district), doubt);
            var page = FormPage.Of(district.Edition);
            yield return page.Write(Name(district.Authority, district), Title(district, district.Authority), doubt,
                c => CellValue.Of(district.Totals.Value(c)));
            foreach (var unit in district.Units.Where(u => u.Unit != district.Authority || district.Units.Length > 1))
                yield return page.Write(Name(unit.Unit, district), Title(district, unit.Unit),
                    unit.IsSound ? null : DoubtOf(unit).In(language), c => Shown(unit.Figures, c));
        }
        yield return FigureSheet.Of(years, Workbook.SheetName(new Text("数据", "Data").In(years.Language), names));

        // With several years the year comes first: a tab shows the beginning of a name.
        string Name(string wanted, District district) => Workbook.SheetName(years.Districts.Count == 1 ? wanted
            : string.Create(CultureInfo.InvariantCulture, $"{district.Year} {wanted}"), names);
    }

    private static Text DoubtOf(Filing unit) =>
        new($"{unit.Unit}的数据有误，数字可能会变", $"The data of {unit.Unit} are faulty and figures may change");

    private static string Title(District district, string unit) => district.Edition.TitleOf(unit, district.Year);

    // What is not filled in, or is no figure, is left blank.
    private static CellValue Shown(Figures figures, Cell cell) =>
        figures[cell].IsUsable ? CellValue.Of(figures.Value(cell)) : CellValue.Nothing;
}
