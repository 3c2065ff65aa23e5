using System.Collections.Immutable;

namespace ReportCompiler.Forms;

/// <summary>What compares of two years: the sum of these cells with the sum of those. Mostly one cell and the same a year before.</summary>
/// <param name="Path">The cell path; where cells are joined that of the row or group they stand for.</param>
/// <param name="Gloss">The English meaning.</param>
/// <param name="Before">The cells of the year before; none if its edition has nothing that compares.</param>
/// <param name="Now">The cells of this year; none likewise.</param>
public sealed record Pairing(string Path, string Gloss, ImmutableArray<Cell> Before, ImmutableArray<Cell> Now)
{
    /// <summary>Whether both years have it.</summary>
    public bool IsWhole => !Before.IsEmpty && !Now.IsEmpty;

    /// <summary>Whether several cells of one edition compare with one of the other.</summary>
    public bool IsJoined => IsWhole && Before.Length + Now.Length > 2;

    /// <summary>A cell of it: all hold figures of one kind, counted in one unit.</summary>
    public Cell Any => Now.IsEmpty ? Before[0] : Now[0];
}
