using System.Collections.Immutable;
using System.Globalization;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Drafting;

/// <summary>The equations of a form as formulas over its cells: last year's figures stand in them as numbers.</summary>
/// <param name="past">The unit's year before.</param>
/// <param name="edition">The form.</param>
/// <param name="reference">How a formula names a cell.</param>
/// <param name="isGiven">Whether a cell was filled in from the year before.</param>
internal sealed class FormEquations(Past past, Edition edition, Func<Cell, string> reference, Func<Cell, bool> isGiven)
{
    // Formulas have a limit of 8192 characters.
    private const int LongestFormula = 6000;
    private const int LongestText = 240;

    /// <summary>
    /// The formula that is true while an equation does not hold; null if last year's figures in it are not known. Nothing is said
    /// before something is filled in that it is about.
    /// </summary>
    public string? Broken(Equation equation)
    {
        if (equation.NeedsLastYear && !past.Sharing.IsEmpty) return null;
        if (Side(equation.Left) is not { } left || Side(equation.Right) is not { } right) return null;
        // The doubles of a spreadsheet do not add up amounts exactly.
        var broken = $"ROUND({left}-({right}),6){(equation.Relation == Relation.Equal ? "<>0" : ">0")}";
        var open = equation.Subject.IsTotal ? Inputs(equation).Where(c => !isGiven(c)).Distinct().OrderBy(c => c.Index).ToImmutableArray()
            : isGiven(equation.Subject) ? [] : [equation.Subject];
        return open.IsEmpty ? broken : $"AND(COUNTA({string.Join(',', Runs(open))})>0,{broken})";
    }

    private IEnumerable<Cell> Inputs(Equation equation) =>
        equation.Operands.Where(o => !o.LastYear).SelectMany(o => o.Cells).SelectMany(Inputs);

    private IEnumerable<Cell> Inputs(Cell cell) => edition.DerivationOf(cell) is { } derivation
        ? derivation.Operands.SelectMany(o => o.Cells).SelectMany(Inputs) : [cell];

    /// <summary>The formula whose text names the equations of a row that do not hold; empty text while all hold.</summary>
    /// <param name="broken">Equations of one rule with the same row, each with the formula that is true while it does not hold.</param>
    public string Remark(IReadOnlyList<(Equation Equation, string Broken)> broken)
    {
        var rule = broken[0].Equation.Rule;
        var word = rule.Rule.Severity == Severity.Error ? ErrorMark : WarningMark;
        var any = broken.Count == 1 ? broken[0].Broken : $"OR({string.Join(',', broken.Select(b => b.Broken))})";
        var said = edition.Language == Language.Chinese ? rule.Formula : rule.Rule.Title.English;
        var text = Literal($"{word.In(edition.Language)}{said}{LastYear(broken)}");
        var whole = $"IF({any},{text}{Columns(broken)},\"\")";
        return whole.Length <= LongestFormula ? whole : $"IF({any},{text},\"\")";
    }

    /// <summary>How the remark on an equation begins that must hold.</summary>
    public static readonly Text ErrorMark = new("【不平】", "BROKEN: ");

    /// <summary>How the remark on an equation begins that nearly always holds.</summary>
    public static readonly Text WarningMark = new("【请核对】", "PLEASE CHECK: ");

    /// <summary>A total as the formula that adds up its parts.</summary>
    public string Total(Derivation derivation) => Side(derivation.Operands)!;

    /// <summary>A text within a formula, where one may be no longer than 255 characters.</summary>
    public static string Literal(string text) =>
        string.Join('&', text.Chunk(LongestText).Select(c => $"\"{new string(c).Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

    /// <summary>The columns that do not hold, where the rule is applied to several.</summary>
    private string Columns(IReadOnlyList<(Equation Equation, string Broken)> broken)
    {
        if (broken.Count == 1) return "";
        var each = broken.Select(b => $"IF({b.Broken},{Literal(b.Equation.Subject.Column.Label + " ")},\"\")");
        return $"&\"{new Text("：", ": ").In(edition.Language)}\"&{string.Join('&', each)}";
    }

    private string LastYear(IReadOnlyList<(Equation Equation, string Broken)> broken)
    {
        if (broken is not [var (only, _)] || !only.NeedsLastYear) return "";
        var before = only.Operands.Where(o => o.LastYear).Select(o => Figure.Format(Value(o)!.Value * o.Sign)).ToList();
        return new Text($"（{string.Join('，', before.Select(b => "上年是 " + b))}）",
            $" (the year before: {string.Join(", ", before)})").In(edition.Language);
    }

    private decimal? Value(Operand operand) => past.Value(new Inherited([operand], IsWhole: false), edition);

    private string? Side(ImmutableArray<Operand> operands)
    {
        var side = "";
        foreach (var operand in operands)
        {
            var sign = operand.Sign < 0 ? "-" : side.Length > 0 ? "+" : "";
            if (!operand.LastYear) side += sign + Sum(operand.Cells);
            else if (Value(operand) is { } value) side += $"{sign}({(value * operand.Sign).ToString(CultureInfo.InvariantCulture)})";
            else return null;
        }
        return side;
    }

    // A text such as 无 counts nothing in SUM, and would be a fault beside a plus.
    private string Sum(ImmutableArray<Cell> cells) => $"SUM({string.Join(',', Runs(cells))})";

    /// <summary>Cells that stand beside or below each other without a gap, as areas.</summary>
    private IEnumerable<string> Runs(ImmutableArray<Cell> cells)
    {
        var start = 0;
        for (var i = 1; i <= cells.Length; i++)
        {
            if (i < cells.Length && Follows(cells[i - 1], cells[i]) && (i - start < 2 || IsDown(cells[start], cells[start + 1])
                == IsDown(cells[i - 1], cells[i]))) continue;
            yield return i - start == 1 ? reference(cells[start]) : $"{reference(cells[start])}:{reference(cells[i - 1]).Split('!')[^1]}";
            start = i;
        }
    }

    private static bool IsDown(Cell above, Cell below) => above.Row != below.Row;

    private bool Follows(Cell one, Cell next) => Neighbours?.Invoke(one, next) ?? false;

    /// <summary>Whether one cell stands right of, or below, another without a gap.</summary>
    public Func<Cell, Cell, bool>? Neighbours { get; init; }
}
