using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReportCompiler.Aggregation;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler.Rendering;

/// <summary>The district's totals in the form of a data file, so that a parent district can take them as a unit's.</summary>
public static class TotalsWriter
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "totals.yaml";

    /// <summary>Writes the file.</summary>
    internal static ImmutableArray<OutputFile> Render(Report report) => [new(FileName, Write(report.Year.Project, report.Year.District))];

    /// <summary>Writes all totals; what no unit states is left out, what all call 无 is 无.</summary>
    public static byte[] Write(Project project, District district)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"单位: {FigureWriter.Name(project.Authority)}\n年度: {district.Year}\n");
        foreach (var table in district.Edition.Tables)
        {
            text.Append(table.Key).Append(':');
            WriteRows(text, table.KeyedRows, district.Totals, "  ");
        }
        var own = project.Indicators.Where(i => district.Totals.Indicators[i.Index].State == FigureState.Number).ToList();
        if (own.Count > 0) text.Append(Indicator.Group).Append(":\n");
        foreach (var indicator in own)
        {
            var value = district.Totals.Indicators[indicator.Index].Value;
            text.Append("  ").Append(indicator.Key).Append(": ").Append(Figure.Format(value)).Append('\n');
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void WriteRows(StringBuilder text, IEnumerable<Row> rows, Figures totals, string indent)
    {
        var written = rows.Where(r => r.AllCells.Any(c => totals[c].State != FigureState.Absent)).ToList();
        text.Append(written.Count == 0 ? " {}\n" : "\n");
        foreach (var row in written)
        {
            text.Append(indent).Append(row.Key).Append(':');
            if (row.IsGroup) WriteRows(text, row.KeyedRows, totals, indent + "  ");
            else text.Append(' ').Append(FigureWriter.Row(row, c => Print(totals[c]))).Append('\n');
        }
    }

    private static string? Print(Figure figure) => figure.State switch
    {
        FigureState.Absent => null,
        FigureState.None => FigureWriter.Nothing,
        _ => Figure.Format(figure.Value),
    };
}
