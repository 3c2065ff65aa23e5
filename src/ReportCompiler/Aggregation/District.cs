using System.Collections.Immutable;
using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Aggregation;

/// <summary>A year of a district: its units' filings and the totals made of them.</summary>
public sealed class District
{
    /// <summary>The authority's name.</summary>
    public required string Authority { get; init; }

    /// <summary>The report's year.</summary>
    public required int Year { get; init; }

    /// <summary>The form.</summary>
    public required Edition Edition { get; init; }

    /// <summary>The filings that count, in the order of the roster.</summary>
    public required ImmutableArray<Filing> Units { get; init; }

    /// <summary>How many filings count.</summary>
    public int UnitCount { get => field > 0 ? field : Units.Length; private init; }

    /// <summary>The authority's own file, which states totals and is checked against them; null if there is none.</summary>
    public required Filing? Own { get; init; }

    /// <summary>The computed totals: the sums of the units' details, and the totals that follow from them.</summary>
    public required Figures Totals { get; init; }

    /// <summary>The nested authorities that are due and cannot be added: they have errors, or no such year.</summary>
    public ImmutableArray<ChildTotals> Absent { get; init; } = [];

    /// <summary>Whether every unit that is due has filed and every file could be read without error.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>How many files could not be read at all.</summary>
    public required int Unreadable { get; init; }

    /// <summary>How many data files the year has.</summary>
    public required int Files { get; init; }

    /// <summary>The same without its units: all that is left of a year once its report and the next are made.</summary>
    public District TotalsAlone() => new()
    {
        Authority = Authority,
        Year = Year,
        Edition = Edition,
        Units = [],
        UnitCount = UnitCount,
        Own = null,
        Totals = Totals,
        Absent = Absent,
        IsComplete = IsComplete,
        Unreadable = Unreadable,
        Files = Files,
    };

    /// <summary>The units that make up a total, with their figures.</summary>
    public IEnumerable<(Filing Unit, Figure Figure)> Contributors(Cell cell) =>
        Units.Select(u => (u, u.Figures[cell])).Where(c => c.Item2.State == FigureState.Number);
}
