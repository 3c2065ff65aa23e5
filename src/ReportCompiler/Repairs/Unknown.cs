using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Repairs;

/// <summary>A cell that may be changed.</summary>
/// <param name="Filing">The file it is in.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Order">Its place among all cells of all files: this year's before last year's, then as printed.</param>
/// <param name="Value">Its figure in the system's smallest unit.</param>
/// <param name="Step">What its figure must be a multiple of, in the same unit.</param>
internal sealed record Unknown(Filing Filing, Cell Cell, int Order, Int128 Value, Int128 Step)
{
    /// <summary>Whether it may be below 0.</summary>
    public required bool IsSigned { get; init; }

    /// <summary>Whether the file states the cell itself.</summary>
    public required bool IsExplicit { get; init; }

    /// <summary>Whether the file is last year's, which is published already.</summary>
    public required bool IsOfLastYear { get; init; }
}
