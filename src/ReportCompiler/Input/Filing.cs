using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Sources;

namespace ReportCompiler.Input;

/// <summary>A unit's data file, read.</summary>
public sealed class Filing
{
    /// <summary>The unit as it signs; empty if the file does not say.</summary>
    public required string Unit { get; init; }

    /// <summary>The report's year.</summary>
    public required int Year { get; init; }

    /// <summary>When it was sent in; null if the file does not say.</summary>
    public required DateOnly? Submitted { get; init; }

    /// <summary>Who answers for it.</summary>
    public Signers Signers { get; init; } = Signers.None;

    /// <summary>The file.</summary>
    public required SourceText Source { get; init; }

    /// <summary>Where the file names the unit.</summary>
    public required Span UnitSpan { get; init; }

    /// <summary>The figures.</summary>
    public required Figures Figures { get; init; }

    /// <summary>Reasons on record, by cell path.</summary>
    public required ImmutableDictionary<string, Note> Notes { get; init; }

    /// <summary>Whether the file had no error of its own; otherwise the totals made with it are in doubt.</summary>
    public required bool IsSound { get; init; }

    /// <summary>The tables with a key that is not known, or stands twice: no figure of theirs is proposed before that is mended.</summary>
    public ImmutableHashSet<string> Doubtful { get; init; } = [];

    /// <summary>Where the file names the unit.</summary>
    public Location Location => new(Source, UnitSpan);

    /// <summary>Where a cell's figure is written; null if it is not.</summary>
    public Location? At(Cell cell) => Figures[cell].Span is { Line: > 0 } span ? new Location(Source, span) : null;
}
