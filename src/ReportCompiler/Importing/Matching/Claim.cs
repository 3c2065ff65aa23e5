using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Grids;

namespace ReportCompiler.Importing.Matching;

/// <summary>A cell of the form, and the cell of a document that its labels say is it.</summary>
/// <param name="Cell">The cell of the form.</param>
/// <param name="There">The cell of the document.</param>
/// <param name="Place">Where it stands, such as <c>第 5 行第 4 列</c>.</param>
/// <param name="Doubt">Why labels do not settle it; null where they do.</param>
internal sealed record Claim(Cell Cell, PageCell There, Text Place, Text? Doubt)
{
    /// <summary>Whether its labels are only like those of the form: a claim by the labels themselves goes before it.</summary>
    public bool IsProposed { get; init; }
}

/// <summary>A row of a document's table that was left: it has figures, and labels that name nothing of the form.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="What">What stands there.</param>
internal sealed record LeftRow(Text Place, Text What);
