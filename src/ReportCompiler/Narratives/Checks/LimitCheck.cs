using ReportCompiler.Diagnostics;
using ReportCompiler.Input;

namespace ReportCompiler.Narratives.Checks;

/// <summary>narrative-figure: a figure that is not understood in full is no more than the whole row it names.</summary>
internal static class LimitCheck
{
    /// <summary>Checks the figures of a sentence that nothing else has judged.</summary>
    public static void Check(Findings findings, CheckedProse prose, Sentence sentence)
    {
        foreach (var limit in sentence.Limits)
        {
            var (number, quantity) = (limit.Number, limit.Number.Quantity!);
            if (sentence.Known.GetValueOrDefault(number.Start) != Knowledge.Unread) continue;
            if (prose.Typed(sentence, number.Start, number.Start + quantity.Digits) is not { } at) continue;
            var sums = limit.Readings.Select(r => (Cells: r, Sum: CheckedProse.Sum(prose.District.Totals, r))).ToList();
            if (sums.Exists(s => s.Sum is null)) continue;
            var most = sums.MaxBy(s => s.Sum);
            var unit = most.Cells[0].Unit;
            var (stated, slack) = quantity.In(unit) ?? (quantity.Value, quantity.Slack);
            // Where the table has none, a thing of another kind may be called so.
            if (most.Sum == 0 || stated - slack <= most.Sum) continue;
            sentence.Judge(number, holds: false);
            var cells = most.Cells.Select(c => c.Name).ToList();
            findings.Add(Errors.Prose.Above(at, cells, Figure.Format(most.Sum!.Value), Figure.Format(stated), unit) with
            {
                Unit = prose.District.Authority,
                OfDistrict = true,
                Cell = most.Cells.Length == 1 ? most.Cells[0].Path : null,
            });
        }
    }
}
