using ReportCompiler.Diagnostics;

namespace ReportCompiler.Forms;

/// <summary>A cell of a form that holds a figure.</summary>
/// <param name="Index">Its place among all cells of the edition, from 0.</param>
/// <param name="Path">The cell path, such as <c>依申请公开.本年新收.自然人</c>.</param>
/// <param name="Table">The table it stands in.</param>
/// <param name="Row">The row it stands in.</param>
/// <param name="Column">The column it stands in.</param>
/// <param name="Gloss">The English meaning of the path.</param>
/// <param name="Role">Whether other cells give it.</param>
public sealed record Cell(int Index, string Path, Table Table, Row Row, Column Column, string Gloss, CellRole Role)
{
    /// <summary>What it may hold.</summary>
    public ValueKind Kind => Row.Kind ?? Column.Kind;

    /// <summary>The counting word.</summary>
    public string Unit => Row.Unit.Length > 0 && (Column.Unit.Length == 0 || Column.Kind != ValueKind.Amount) ? Row.Unit : Column.Unit;

    /// <summary>What messages say of it.</summary>
    public CellName Name => new(Path, Gloss, Unit);

    /// <summary>Whether other cells give it: then it may be left out and is computed.</summary>
    public bool IsTotal => Role != CellRole.Detail;

    /// <inheritdoc/>
    public override string ToString() => Path;

    /// <inheritdoc/>
    public bool Equals(Cell? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Index;
}
