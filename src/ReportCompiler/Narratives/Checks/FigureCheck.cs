using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Narratives.Checks;

/// <summary>narrative-figure: a typed figure of a statutory cell is that cell's.</summary>
internal static class FigureCheck
{
    /// <summary>Whether a claim fits one of its readings; null if it cannot be told.</summary>
    public static bool? Holds(CheckedProse prose, Claim claim)
    {
        if (prose.FiguresOf(claim) is not { } figures) return null;
        var comparable = true;
        foreach (var reading in claim.Readings)
        {
            var sum = CheckedProse.Sum(figures, reading);
            var fits = sum is { } of ? CheckedProse.Fits(claim.Number.Quantity!, reading, of) : null;
            if (fits == true) return true;
            comparable &= fits is not null && !(claim.MayBeOfMoreYears && claim.Number.Quantity!.Value > sum);
        }
        return comparable ? false : null;
    }

    /// <summary>The readings that a claim fits.</summary>
    public static ImmutableArray<ImmutableArray<Cell>> Fitting(CheckedProse prose, Claim claim)
    {
        if (prose.FiguresOf(claim) is not { } figures) return [];
        return [.. claim.Readings.Where(r => CheckedProse.Sum(figures, r) is { } sum
            && CheckedProse.Fits(claim.Number.Quantity!, r, sum) == true)];
    }

    /// <summary>Checks the typed figures of a sentence.</summary>
    public static void Check(Findings findings, CheckedProse prose, Sentence sentence)
    {
        foreach (var claim in sentence.Claims)
        {
            var number = claim.Number;
            if (Holds(prose, claim) is { } holds) sentence.Judge(number, holds);
            var typed = prose.Typed(sentence, number.Start, number.Start + number.Quantity!.Digits);
            if (typed is not { } at || Holds(prose, claim) != false) continue;
            var reading = claim.Readings[0];
            var sum = CheckedProse.Sum(prose.FiguresOf(claim)!, reading)!.Value;
            var unit = reading[0].Unit;
            var stated = number.Quantity.In(unit)?.Value ?? number.Quantity.Value;
            findings.Add(Errors.Prose.Figure(at, Readings(prose, claim), Figure.Format(stated), unit, claim.LastYear) with
            {
                Severity = claim.Severity,
                Unit = prose.District.Authority,
                OfDistrict = true,
                Cell = reading.Length == 1 && !claim.LastYear ? reading[0].Path : null,
                Expected = Figure.Format(sum),
                Actual = Figure.Format(stated),
                Related = reading.Length == 1 || claim.LastYear ? [] : [.. reading.Select(Share)],
            });
        }

        Related Share(Cell cell) => new(cell.Path, Figure.Format(prose.District.Totals.Value(cell)), null);
    }

    private static List<(IReadOnlyList<CellName> Cells, string Figure)> Readings(CheckedProse prose, Claim claim)
    {
        var figures = prose.FiguresOf(claim)!;
        return [.. claim.Readings.Select(r => (Names(r), Figure.Format(CheckedProse.Sum(figures, r)!.Value)))];

        static IReadOnlyList<CellName> Names(IEnumerable<Cell> cells) => [.. cells.Select(c => c.Name)];
    }
}
