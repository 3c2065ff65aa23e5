using ReportCompiler.Forms;

namespace ReportCompiler.Rendering;

/// <summary>The column of counting words in a table printed as a list.</summary>
internal static class ListUnit
{
    /// <summary>What is printed over it.</summary>
    public const string Heading = "单位";

    /// <summary>The counting word of a row, or of a group with a value of its own; a dash for a group without.</summary>
    public static string Of(Row row) => row.IsGroup && row.OwnValue is null ? "——" : row.Unit;
}
