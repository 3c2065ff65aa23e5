using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;

namespace ReportCompiler.Narratives;

/// <summary>A figure of the prose that is understood as a cell's, or as one of several readings.</summary>
/// <param name="Number">The figure.</param>
/// <param name="Readings">What it may be: each a sum of cells.</param>
/// <param name="Severity">What it is if none fits.</param>
/// <param name="LastYear">Whether it is the year before's.</param>
internal sealed record Claim(Token Number, ImmutableArray<ImmutableArray<Cell>> Readings, Severity Severity, bool LastYear)
{
    /// <summary>The words that named its row; null if it goes on from one before.</summary>
    public RowPhrase? Row { get; init; }

    /// <summary>截至年底累计公开 6142 条: whether it may have come together over years, and so be more than the one's.</summary>
    public bool MayBeOfMoreYears { get; init; }

    /// <summary>The table it is of.</summary>
    public Table Table => Readings[0][0].Table;
}
