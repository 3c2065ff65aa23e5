using ReportCompiler.Forms;

namespace ReportCompiler.Rendering;

/// <summary>The column of counting words in a table printed as a list.</summary>
internal static class ListUnit
{
    /// <summary>The counting word of a row, or of a group with a value of its own; a dash for a group without.</summary>
    public static string Of(Row row)
    {
        if (row.IsGroup && row.OwnValue is null) return "——";
        if (row.Unit.Length > 0) return row.Unit;
        var units = (row.OwnValue ?? row).Cells.Select(c => c.Unit).Distinct(StringComparer.Ordinal).ToList();
        // Columns that are counted in different words say so themselves.
        return units is [var one] ? one : "";
    }
}
