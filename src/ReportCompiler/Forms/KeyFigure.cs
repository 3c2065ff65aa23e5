namespace ReportCompiler.Forms;

/// <summary>A column of the appendix that lists the units' key figures.</summary>
public sealed record KeyFigure(Cell Cell, string Label);
