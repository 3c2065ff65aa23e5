using System.Collections.Immutable;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler.Rules;

/// <summary>The rules that are no equations: what is not stated, what jumps, what was copied, what is printed rounded.</summary>
internal static class Comparisons
{
    /// <summary>One finding for each table with rows that the file leaves out; rows that can be computed may be left out.</summary>
    public static void Unstated(Findings findings, Filing unit)
    {
        foreach (var table in unit.Figures.Edition.Tables)
        {
            List<Row>? missing = null;
            var isThere = false;
            foreach (var row in table.Leaves)
            {
                if (IsComputed(row)) continue;
                if (unit.Figures.StatesAny(row.Cells)) isThere = true;
                else (missing ??= new(table.Leaves.Length)).Add(row);
            }
            // A table that is not there at all is an error of its own.
            if (missing is null || !isThere) continue;
            findings.Add(Errors.Comparisons.Unstated(unit.Location, table.Key, missing.Count,
                missing.Select(r => r.Path[(table.Key.Length + 1)..])));
        }
    }

    /// <summary>The key figures of the units as a page prints them, rounded, that do not add up to their rounded total.</summary>
    public static void Rounded(Findings findings, Project project, District district)
    {
        if (project.Style.Decimals is not { } decimals || !district.IsComplete || district.Units.Length < 2) return;
        foreach (var (cell, _) in district.Edition.KeyFigures)
        {
            if (cell.Kind != ValueKind.Amount) continue;
            var sum = district.Units.Sum(u => project.Style.Rounded(u.Figures.Value(cell), cell.Kind));
            var total = project.Style.Rounded(district.Totals.Value(cell), cell.Kind);
            if (sum == total) continue;
            var at = Location.AtStart(project.Source);
            findings.Add(Errors.Comparisons.Rounded(at, cell.Name, decimals, Figure.Format(sum), Figure.Format(total)) with
            {
                Unit = district.Authority,
                Year = district.Year,
                OfDistrict = true,
                Cell = cell.Path,
            });
        }
    }

    private static bool IsComputed(Row row)
    {
        foreach (var cell in row.Cells)
            if (!cell.IsTotal) return false;
        return true;
    }

    /// <summary>Cells stated in both years that grow or shrink beyond five times.</summary>
    public static void Jumps(Findings findings, FollowedUnits line)
    {
        var (figures, last) = (line.Figures, line.Last!);
        var pairings = Lineage.Of(figures.Edition, last.Edition).Pairings;
        if (figures.Edition == last.Edition)
        {
            // Each cell with itself, and most have no number in either year: nothing jumps there.
            var numbers = CellBits.For(figures.Edition.Cells.Length);
            for (var i = 0; i < numbers.Length; i++) numbers[i] = figures.Numbers[i] | last.Numbers[i];
            foreach (var cell in CellBits.In(numbers)) Jump(findings, line, pairings[cell]);
            return;
        }
        foreach (var pair in pairings)
            if (figures.HasNumber(pair.Now) || last.HasNumber(pair.Before)) Jump(findings, line, pair);
    }

    /// <summary>What one year alone has is not stated in both.</summary>
    private static void Jump(Findings findings, FollowedUnits line, Pairing pair)
    {
        var (now, then) = (line.Figures.Value(pair.Now), line.Last!.Value(pair.Before));
        if (Rules.Jump.Is(pair.Any.Kind, then, now) && AllState(line.Now, pair.Now) && AllState(line.Before!, pair.Before))
            findings.Add(Jumped(line, pair, then, now));
    }

    private static Diagnostic Jumped(FollowedUnits line, Pairing pair, decimal then, decimal now) =>
        Errors.Comparisons.Jump(pair.Path, pair.Gloss, Figure.Format(then), Figure.Format(now)) with
        {
            Cell = pair.Path,
            Expected = Figure.Format(then),
            Actual = Figure.Format(now),
            Location = At(line.Now[0], pair.Now),
            Related = [.. line.Before!.Select(f => Before(f, pair))],
        };

    private static Related Before(Filing filing, Pairing pair) =>
        new(pair.Path, Figure.Format(filing.Figures.Value(pair.Before)), At(filing, pair.Before), filing.Unit);

    private static Location? At(Filing filing, ImmutableArray<Cell> cells) => cells.Select(filing.At).FirstOrDefault(l => l is not null);

    /// <summary>Whether every filing states the figure; of cells that are joined one is enough, a row left out counts 0.</summary>
    private static bool AllState(IReadOnlyList<Filing> filings, ImmutableArray<Cell> cells)
    {
        for (var i = 0; i < filings.Count; i++)
            if (!States(filings[i].Figures, cells)) return false;
        return true;
    }

    private static bool States(Figures figures, ImmutableArray<Cell> cells)
    {
        foreach (var cell in cells)
            if (figures.IsExplicit(cell)) return true;
        return false;
    }

    /// <summary>Statutory figures that are all the same as the year before.</summary>
    public static void Copied(Findings findings, FollowedUnits line)
    {
        if (line.Now.Count != 1 || line.Last!.Edition != line.Figures.Edition) return;
        var any = false;
        foreach (var cell in line.Figures.Edition.Cells)
        {
            if (line.Figures.Value(cell) != line.Last.Value(cell)) return;
            any |= line.Figures.Value(cell) != 0;
        }
        if (any) findings.Add(Errors.Comparisons.Copied(line.Now[0].Location, line.Now[0].Year - 1));
    }
}
