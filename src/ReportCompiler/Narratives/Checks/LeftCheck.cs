using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Narratives.Checks;

/// <summary>
/// narrative-parts: 收到 64 件，办结 61 件，其余 3 件正在办理. Of a form that does not count what is left over the prose alone tells how
/// many that are: what came in without what was answered.
/// </summary>
/// <param name="prose">The prose.</param>
/// <param name="phrasing">The edition's words.</param>
/// <param name="sentence">The sentence.</param>
/// <param name="before">The sentences before it, of its paragraph and of the one before that.</param>
internal sealed class LeftCheck(CheckedProse prose, Phrasing phrasing, Sentence sentence, IEnumerable<Sentence> before)
{
    private static readonly string[] Pending = ["结转", "转入", "正在办理", "正在办", "办理中", "尚未办结", "未到", "期限内"];

    private readonly List<Token> _tokens = sentence.Tokens;

    /// <summary>Checks what a sentence says is left.</summary>
    /// <param name="findings">Takes what was found.</param>
    public void Check(Findings findings)
    {
        if (Left() is not { Quantity: { } left } number || Done() is not { } done || CameIn() is not { } all) return;
        if (all < done || done + left.Value == all) return;
        if (prose.Typed(sentence, number.Start, number.Start + left.Digits) is not { } at) return;
        sentence.Judge(number, holds: false);
        findings.Add(Errors.Prose.Parts(at, Figure.Format(all), Figure.Format(done + left.Value), left.Unit, 2));
    }

    /// <summary>其余 3 件正在办理中, where no row of the form is named; null if nothing is left.</summary>
    private Token? Left()
    {
        var rest = _tokens.FindIndex(t => t.Kind == Kind.Rest || (t.Kind == Kind.Vague && sentence.Word(t) is "余"));
        if (rest < 0 || rest + 1 >= _tokens.Count || _tokens[rest + 1].Quantity is not { IsCount: true, Slack: 0 }) return null;
        var words = _tokens.Skip(rest + 2).TakeWhile(t => t.Kind is not (Kind.Break or Kind.Number)).ToList();
        if (words.Count == 0 || words.Exists(t => t.Phrase is RowPhrase { IsVerb: false })) return null;
        var behind = sentence.Text[words[0].Start..words[^1].End];
        return Pending.Any(p => behind.Contains(p, StringComparison.Ordinal)) ? _tokens[rest + 1] : null;
    }

    /// <summary>How many the sentence says were answered; null if it does not, or says it of other things too.</summary>
    private decimal? Done() => sentence.Claims.FindAll(IsDone) is [var one] ? one.Number.Quantity!.Value : null;

    /// <summary>How many came in, by the sentence or the last before it; null if it is not told, or the year before is named.</summary>
    private decimal? CameIn()
    {
        if (before.Append(sentence).Any(s => s.Tokens.Exists(t => t.Kind == Kind.Prior))) return null;
        var told = before.Append(sentence).LastOrDefault(s => s.Claims.Exists(IsIntake))?.Claims.FindAll(IsIntake);
        return told is [var one] ? one.Number.Quantity!.Value : null;
    }

    private bool IsIntake(Claim claim) => IsOf(claim, isIntake: true);

    private bool IsDone(Claim claim) => IsOf(claim, isIntake: false);

    /// <summary>办结 61 件, 在规定期限内办结 61 件: what the verbs are of, by their own words or as a row may mean it.</summary>
    private bool IsOf(Claim claim, bool isIntake) => !claim.LastYear && phrasing.Rows.Any(r => r.IsVerb && phrasing.IsIntake(r) == isIntake
        && r.Table == claim.Table && claim.Readings.Any(c => c.SequenceEqual(r.Cells(r.Readings[0], []))));
}
