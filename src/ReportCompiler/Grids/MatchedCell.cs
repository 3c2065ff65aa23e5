using ReportCompiler.Forms;

namespace ReportCompiler.Grids;

/// <summary>A cell of the form, and the cell of a page that its labels say is it.</summary>
internal sealed record MatchedCell(Cell Cell, PageCell There);
