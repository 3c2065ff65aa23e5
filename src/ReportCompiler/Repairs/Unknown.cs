using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Repairs;

/// <summary>A cell that may be changed.</summary>
/// <param name="Filing">The file it is in.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Order">Its place among all cells of all files: this year's before last year's, then as printed.</param>
/// <param name="Value">Its figure in the system's smallest unit.</param>
/// <param name="Step">What its figure must be a multiple of, in the same unit.</param>
/// <param name="IsSigned">Whether it may be below 0.</param>
/// <param name="IsExplicit">Whether the file states the cell itself.</param>
/// <param name="IsOfLastYear">Whether the file is last year's, which is published already.</param>
internal sealed record Unknown(Filing Filing, Cell Cell, int Order, Int128 Value, Int128 Step, bool IsSigned, bool IsExplicit, bool IsOfLastYear = false);
