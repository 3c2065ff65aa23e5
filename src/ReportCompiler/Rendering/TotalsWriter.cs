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
    internal static ImmutableArray<OutputFile> Render(Report report)
    {
        var totals = Write(report.Year.Project, report.Year.District.Year, report.Year.District.Totals);
        // The remark is for who puts the file among a parent's data; a parent that is built --no-nested refuses it.
        return [new(FileName, report.Year.Errors.Any() ? [.. DraftMark, .. totals] : totals)];
    }

    private static ReadOnlySpan<byte> DraftMark => "# 草稿：有错误，不能汇总\n"u8;

    /// <summary>Writes a district's totals.</summary>
    public static byte[] Write(Project project, District district) => Write(project, district.Year, district.Totals);

    /// <summary>Writes all totals; what no unit states is left out, what all call 无 is 无.</summary>
    public static byte[] Write(Project project, int year, Figures totals)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"单位: {FigureWriter.Name(project.Authority)}\n年度: {year}\n");
        foreach (var table in totals.Edition.Tables)
        {
            text.Append(table.Key).Append(':');
            WriteRows(text, table.KeyedRows, totals, "  ");
        }
        var own = project.Indicators.Where(i => totals.Indicators[i.Index].State == FigureState.Number).ToList();
        if (own.Count > 0) text.Append(Indicator.Group).Append(":\n");
        foreach (var indicator in own)
        {
            var value = totals.Indicators[indicator.Index].Value;
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
