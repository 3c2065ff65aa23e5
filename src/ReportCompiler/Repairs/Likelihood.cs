namespace ReportCompiler.Repairs;

/// <summary>
/// Explains changes by slips of the hand and says how likely they are: first two cells exchanged or a figure in the neighbouring
/// column or row, then one digit (the edits of Scholtus 2009), then a cell left 0, then a total that was not updated.
/// </summary>
internal static class Likelihood
{
    // So many cells are paired in every way there is: 76 of them.
    private const int MostMatched = 6;

    private const int Neighbours = 30;
    private const int TellingDigit = 39;
    private const int OneDigit = 40;
    private const int ToZero = 50;
    private const int FromNothing = 55;
    private const int Apart = 60;
    private const int Shared = 70;
    private const int OldTotal = 70;
    private const int NotStated = 80;
    private const int Unexplained = 90;

    /// <summary>The likeliest slips that explain the cells' new figures together, with each cell's reason.</summary>
    public static Score Of(ReadOnlySpan<Unknown> cells, ReadOnlySpan<Int128> to, Span<string> reasons)
    {
        var totals = 0;
        var unstated = 0;
        var published = 0;
        foreach (var cell in cells)
        {
            if (cell.Cell.IsTotal) totals++;
            if (!cell.IsExplicit) unstated++;
            if (cell.IsOfLastYear) published++;
        }
        var cost = cells.Length > MostMatched ? CostInOrder(cells, to, reasons) : Cost(cells, to, reasons, 0);
        return new Score(published, cost, totals, unstated);
    }

    /// <summary>Each cell in turn by itself or with the later one that explains most: many cells are not paired in every way.</summary>
    private static int CostInOrder(ReadOnlySpan<Unknown> cells, ReadOnlySpan<Int128> to, Span<string> reasons)
    {
        var costs = new int[cells.Length];
        for (var i = 0; i < cells.Length; i++) (reasons[i], costs[i]) = OfOne(cells[i], to[i]);
        var isPaired = new bool[cells.Length];
        var sum = 0;
        for (var first = 0; first < cells.Length; first++)
        {
            if (isPaired[first]) continue;
            var (partner, best, reason) = (-1, 0, "");
            for (var second = first + 1; second < cells.Length; second++)
            {
                if (isPaired[second] || OfTwo(cells[first], to[first], cells[second], to[second]) is not { } pair) continue;
                var saved = costs[first] + costs[second] - pair.Cost;
                if (saved > best) (partner, best, reason) = (second, saved, pair.Reason);
            }
            sum += costs[first];
            if (partner < 0) continue;
            isPaired[partner] = true;
            sum += costs[partner] - best;
            reasons[first] = reasons[partner] = reason;
        }
        return sum;
    }

    /// <summary>The cells of the bits in <paramref name="done"/> are explained; the next is, by itself or with a later one.</summary>
    private static int Cost(ReadOnlySpan<Unknown> cells, ReadOnlySpan<Int128> to, Span<string> reasons, ulong done)
    {
        var first = 0;
        while (first < cells.Length && (done >> first & 1) != 0) first++;
        if (first == cells.Length) return 0;
        (reasons[first], var best) = OfOne(cells[first], to[first]);
        best += Cost(cells, to, reasons, done | 1UL << first);
        for (var second = first + 1; second < cells.Length; second++)
        {
            if ((done >> second & 1) != 0 || OfTwo(cells[first], to[first], cells[second], to[second]) is not { } pair) continue;
            var others = new string[cells.Length];
            var cost = pair.Cost + Cost(cells, to, others, done | 1UL << first | 1UL << second);
            if (cost >= best) continue;
            best = cost;
            others[first] = others[second] = pair.Reason;
            for (var i = 0; i < others.Length; i++) reasons[i] = others[i] ?? reasons[i];
        }
        return best;
    }

    /// <summary>How unlikely the slip is that explains one cell's new figure by itself.</summary>
    public static int CostOf(Unknown cell, Int128 to) => OfOne(cell, to).Cost;

    private static (string Reason, int Cost) OfOne(Unknown cell, Int128 to)
    {
        if (!cell.IsExplicit) return (Reasons.LeftOut, NotStated);
        if (cell.Value == 0) return (Reasons.Zeroed, ToZero);
        if (Digits.Slip(cell.Value, to, cell.Step) is { } reason)
        {
            // A figure where there should be none is rarer than one forgotten; a swap or a double strike says more than any digit.
            var isTelling = reason is Reasons.DigitsSwapped or Reasons.DigitDoubled;
            return (reason, to == 0 ? FromNothing : isTelling ? TellingDigit : OneDigit);
        }
        return cell.Cell.IsTotal ? (Reasons.TotalNotUpdated, OldTotal) : (Reasons.Other, Unexplained);
    }

    /// <summary>A slip that explains two cells at once; null if none does.</summary>
    private static (string Reason, int Cost)? OfTwo(Unknown a, Int128 toA, Unknown b, Int128 toB)
    {
        if (a.Filing != b.Filing || a.Value + b.Value != toA + toB) return null;
        var map = FormMap.Of(a.Filing.Figures.Edition);
        var (columns, rows) = (map.ColumnsBetween(a.Cell, b.Cell), map.RowsBetween(a.Cell, b.Cell));
        var apart = Math.Max(columns, rows);
        if (apart == 0) return null;
        if (apart > 1) return a.Value == toB ? (Reasons.Exchanged, Apart) : null;
        var moved = a.Value != 0 && b.Value != 0 ? null : columns > 0 ? Reasons.NeighbourColumn : Reasons.NeighbourRow;
        if (a.Value == toB) return (moved ?? Reasons.Exchanged, Neighbours);
        // A figure that was added to the one beside it, its own cell left empty.
        return moved is null ? null : (moved, Shared);
    }
}
