using System.Collections.Immutable;

namespace ReportCompiler.Forms;

/// <summary>A column of a table, or a heading over several.</summary>
/// <param name="Key">The short name; null for a heading, which is no step of a cell path.</param>
/// <param name="Label">As printed.</param>
/// <param name="Gloss">The English meaning.</param>
/// <param name="Unit">The counting word of its figures (件, 万元); empty if the row has it.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Children">The columns below a heading.</param>
public sealed record Column(string? Key, string Label, string Gloss, string Unit, ValueKind Kind, ImmutableArray<Column> Children)
{
    /// <summary>Whether the totals beside it leave it out (不计入).</summary>
    public bool IsUncounted { get; init; }

    /// <summary>The columns with cells, left to right.</summary>
    public IEnumerable<Column> Leaves => Children.IsEmpty ? [this] : Children.SelectMany(c => c.Leaves);
}
