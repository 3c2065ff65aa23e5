using ReportCompiler.Diagnostics;
using ReportCompiler.Input;

namespace ReportCompiler.Repairs;

/// <summary>A repair as it is read aloud.</summary>
public static class RepairWords
{
    /// <summary>How many cells it takes.</summary>
    public static Text Lead(Repair repair) => repair.Edits.Length == 1
        ? new("改一格即可", "one cell mends it")
        : new($"改 {repair.Edits.Length} 格即可", $"{repair.Edits.Length} cells mend it");

    /// <summary>Each cell from what to what.</summary>
    public static Text Edits(UnitRepairs of, Repair repair) => new(
        string.Join("；", repair.Edits.Select(e => $"“{Cell(e, of).Chinese}”由 {Figure.Format(e.From)} 改为 {Figure.Format(e.To)}")),
        string.Join("; ", repair.Edits.Select(e => $"“{Cell(e, of).English}” from {Figure.Format(e.From)} to {Figure.Format(e.To)}")));

    /// <summary>What holds then.</summary>
    public static Text Effect(Repair repair) => repair.Equations == 1
        ? new("，这条勾稽关系即成立", ", and the equation holds")
        : new($"，{repair.Equations} 条勾稽关系全部成立", $", and all {repair.Equations} broken equations hold");

    /// <summary>The likeliest repair of a unit in one sentence; it has one.</summary>
    public static Text Sentence(UnitRepairs of)
    {
        var best = of.Localisation.Repairs[0];
        var (lead, edits, effect) = (Lead(best), Edits(of, best), Effect(best));
        var reason = Reason(best.Reason);
        var why = best.Reason == Reasons.Other ? Text.Same("") : new Text($"（{reason.Chinese}）", $" ({reason.English})");
        return new(
            $"{lead.Chinese}：{edits.Chinese}{why.Chinese}{effect.Chinese}",
            $"{lead.English}: {edits.English}{why.English}{effect.English}");
    }

    /// <summary>That a total made anew may have been the right figure.</summary>
    public static Text InsteadOfTotal(Repair repair)
    {
        var edits = repair.Edits.Select(e => (e.Cell, From: Figure.Format(e.From), To: Figure.Format(e.To))).ToList();
        var chinese = string.Join("；", edits.Select(e => $"“{e.Cell}”应由 {e.From} 改为 {e.To}"));
        var english = string.Join("; ", edits.Select(e => $"“{e.Cell}”, {e.To} for {e.From}"));
        return new(
            $"请对照台账：也可能是分项写错，例如{chinese}",
            $"compare with your records: a detail may be wrong instead, such as {english}");
    }

    /// <summary>The slip of the hand.</summary>
    public static Text Reason(string reason) => reason switch
    {
        Reasons.Exchanged => new("两格的数字互换了", "the figures of two cells were exchanged"),
        Reasons.NeighbourColumn => new("数字写到了旁边一列", "the figure was written into the next column"),
        Reasons.NeighbourRow => new("数字写到了上一行或下一行", "the figure was written into the next row"),
        Reasons.DigitsSwapped => new("两位数字颠倒了", "two digits were swapped"),
        Reasons.DigitWrong => new("一位数字写错了", "one digit is wrong"),
        Reasons.DigitMissing => new("漏写了一位数字", "a digit is missing"),
        Reasons.DigitDoubled => new("一位数字写了两遍", "a digit was written twice"),
        Reasons.DigitAdded => new("多写了一位数字", "a digit too many"),
        Reasons.Zeroed => new("漏填了数字", "the figure was left at zero"),
        Reasons.LeftOut => new("漏写了这一格", "the cell was left out"),
        Reasons.TotalNotUpdated => new("改了分项，总计没有跟着改", "the total was not updated with its parts"),
        _ => new("几处不同的笔误", "several slips"),
    };

    /// <summary>The cell, with its file's unit and year where those are not the finding's own.</summary>
    private static Text Cell(CellEdit edit, UnitRepairs of)
    {
        var unit = edit.Unit == of.Unit ? "" : edit.Unit + " ";
        if (edit.Year == of.Year) return Text.Same(unit + edit.Cell);
        return new($"{unit}{edit.Year} 年 {edit.Cell}", $"{unit}{edit.Year} {edit.Cell}");
    }
}
