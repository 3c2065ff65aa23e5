using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Narratives.Checks;

/// <summary>
/// narrative-parts: every application came in by one way. The ways that are listed behind those that came in are not more than these
/// (收到 48 件，受理途径为当面 2 件、网上 46 件), and not less where the sentence sorts them all (按申请方式分，网上 46 件，信函 2 件).
/// </summary>
/// <param name="prose">The prose.</param>
/// <param name="phrasing">The edition's words.</param>
/// <param name="sentence">The sentence.</param>
/// <param name="paragraph">The sentences of its paragraph before it.</param>
internal sealed class WaysCheck(CheckedProse prose, Phrasing phrasing, Sentence sentence, IReadOnlyList<Sentence> paragraph)
{
    private static readonly string[] Names = ["方式", "渠道", "途径", "路径", "形式"];

    private readonly List<Token> _tokens = sentence.Tokens;

    /// <summary>Checks the ways that a sentence lists without 其中.</summary>
    /// <param name="findings">Takes what was found.</param>
    public void Check(Findings findings)
    {
        foreach (var told in sentence.Claims.FindAll(IsIntake))
            if (Behind(_tokens.FindIndex(t => t.Start == told.Number.Start)) is > 0 and var from)
                Check(findings, sentence, told, from, isAll: false);
        if (Sorted() is > 0 and var first && paragraph.LastOrDefault(s => s.Claims.Exists(IsIntake)) is { } of
            && of.Claims.FindAll(IsIntake) is [var one]) Check(findings, of, one, first, isAll: sentence.Text[0] is '按');
    }

    private void Check(Findings findings, Sentence of, Claim told, int from, bool isAll)
    {
        var (number, whole) = (told.Number, told.Number.Quantity!);
        var list = new PartList(sentence, whole.Unit, isOfForm: true).Read(from, isAnnounced: true, whole.Value);
        if (list is not { AreWays: true, Count: > 1 } || list.Sum == whole.Value) return;
        if (list.Sum < whole.Value && !(isAll && list.IsEnded)) return;
        // 收到 45 件，上年结转 3 件: of both, or of those that were answered.
        var others = of.Tokens.FindAll(t => t.Quantity?.Unit == whole.Unit && t.Start != number.Start
            && (of != sentence || t.Start < _tokens[from].Start));
        if (others.Exists(o => Math.Abs(list.Sum - whole.Value) == o.Quantity!.Value || list.Sum == o.Quantity.Value)) return;
        if (prose.Typed(of, number.Start, number.Start + whole.Digits) is not { } place) return;
        of.Judge(number, holds: false);
        findings.Add(Errors.Prose.Parts(place, Figure.Format(whole.Value), Figure.Format(list.Sum), whole.Unit, list.Count));
    }

    private bool IsIntake(Claim claim) => claim is { LastYear: false, Row: { } row } && phrasing.IsIntake(row);

    /// <summary>Where ways are listed behind a figure, with a word for them or none; 0 if they are not.</summary>
    private int Behind(int i)
    {
        var from = i + 2;
        if (from >= _tokens.Count || sentence.Word(_tokens[i + 1]) is not ("，" or "," or "：" or ":")) return 0;
        var opened = _tokens.FindIndex(from, t => t.Kind is Kind.Break or Kind.Number || IsOpened(_tokens[from].Start, t.End));
        return AreAt(opened > 0 && IsOpened(_tokens[from].Start, _tokens[opened].End) ? opened + 1 : from);
    }

    /// <summary>Where ways are listed behind 按申请方式分 or 从申请方式看 that opens the sentence; 0 if they are not.</summary>
    private int Sorted()
    {
        if (_tokens is not [{ Kind: Kind.Neutral, Length: > 1 }, ..] || sentence.Text[0] is not ('按' or '从')) return 0;
        return AreAt(_tokens.FindIndex(1, t => t.Kind != Kind.Break));
    }

    /// <summary>The place given, if the words from there to the next figure name a way; else 0.</summary>
    private int AreAt(int from)
    {
        if (from < 0) return 0;
        var number = _tokens.FindIndex(from, t => t.Kind is Kind.Break or Kind.Among or Kind.Number);
        return number > from && _tokens[number].Kind == Kind.Number
            && Ways.Are(sentence.Text.AsSpan(_tokens[from].Start.._tokens[number].Start)) ? from : 0;
    }

    /// <summary>主要受理路径为, 申请方式有: whether words say that ways follow.</summary>
    private bool IsOpened(int start, int end)
    {
        var words = sentence.Text[start..end];
        var name = words.TrimEnd('为', '有', '是');
        return name.Length < words.Length && Array.Exists(Names, n => name.EndsWith(n, StringComparison.Ordinal));
    }
}
