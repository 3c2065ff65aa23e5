using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Narratives.Checks;

/// <summary>
/// narrative-parts: 共 N 件，其中 a、b、c: the parts are not more than the whole, and not less where they are said to be all of it. No
/// cell need be meant; the sentence alone is enough, or one before, of which 其中 at its beginning speaks.
/// </summary>
/// <param name="prose">The prose.</param>
/// <param name="sentence">The sentence.</param>
/// <param name="paragraph">The sentences of its paragraph before it.</param>
internal sealed class PartsCheck(CheckedProse prose, Sentence sentence, IReadOnlyList<Sentence> paragraph)
{
    /// <summary>Without 其中 a list is one of parts only if it is long enough to be no chance; so it is if ； parts it.</summary>
    private const int FewestUnannounced = 3;

    private static readonly string[] Wholes = ["共", "共计", "总计", "合计", "总共", "累计"];
    private static readonly string[] Announcing =
        ["类", "分布为", "构成为", "分布情况为", "构成情况为", "具体情况为", "分布如下", "构成如下", "具体如下", "情况如下",
        "按类别分", "按内容分", "按领域分", "按类别看", "按内容看"];
    private static readonly string[] Includes = ["包括", "涵盖", "分别为", "分别是", "具体为", "具体是"];

    private readonly List<Token> _tokens = sentence.Tokens;

    /// <summary>Checks the enumerations of a sentence.</summary>
    /// <param name="findings">Takes what was found.</param>
    public void Check(Findings findings)
    {
        if (Enumeration.Opening(sentence, paragraph) is var (told, of, opening))
        {
            // 受理申请 20 件。其中，当面申请 19 件，信函 2 件: what else is counted in 件 may be of any other matter.
            var isOfItems = told.Quantity!.Unit is not ("条" or "人次");
            var parts = new PartList(sentence, told.Quantity.Unit, isOfItems)
            { Name = Before(of, told), Authority = prose.District.Authority }
                .Read(opening, true, told.Quantity.Value);
            var isNext = paragraph[^1] == of && _tokens[0].Kind == Kind.Among;
            var claim = of.Claims.Find(c => c.Number.Start == told.Start);
            var isOf = !isOfItems || parts.AreNamed || (parts.AreWays && claim is not null)
                || (isNext && !parts.HasReached && claim is { Row.IsVerb: true });
            if (isOf && !IsOfOthers(of, told, parts)) Judge(findings, of, told, parts, true);
        }
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (_tokens[i] is not { Kind: Kind.Number, Quantity: { IsCounted: true, Slack: 0 } }) continue;
            Check(findings, i, Begins(i, i + 1));
            // 公开信息 31 条（网站 6 条，公众号 25 条），其中…
            if (Closing(i + 1) is > 0 and var close && Claim(_tokens[i]) is null) Check(findings, i, Begins(i, close + 1));
        }
    }

    private void Check(Findings findings, int i, (int From, bool IsAnnounced)? begins)
    {
        if (begins is not var (from, isAnnounced)) return;
        var whole = _tokens[i].Quantity!;
        var list = new PartList(sentence, whole.Unit, Claim(_tokens[i]) is not null)
        { Name = Before(sentence, _tokens[i]), Authority = prose.District.Authority }
            .Read(from, isAnnounced, whole.Value);
        // 收到建议 50 条，采纳 12 条，其中网上 40 条，来信 10 条: parts of what was counted before.
        if (_tokens.FindIndex(0, i, t => t.Quantity is { } q && q.Unit == whole.Unit && q.Value == list.Sum) >= 0) return;
        // 公开信息 60 条，其中，招标信息 84 条: of whatever matter, if it is information.
        var isSaid = isAnnounced && whole.Unit == "条" && !list.HasChannels;
        var isMeant = list.Count == 1 ? IsOnly(i, isSaid) : !IsOfOthers(sentence, _tokens[i], list);
        if (isMeant) Judge(findings, sentence, _tokens[i], list, isAnnounced);
    }

    private static string Before(Sentence of, Token whole) => of.Text[..whole.Start];

    /// <summary>Where the bracket closes that opens at a word; −1 if none does.</summary>
    private int Closing(int open) => open < _tokens.Count && sentence.Word(_tokens[open]) is "（" or "("
        ? _tokens.FindIndex(open, t => sentence.Word(t) is "）" or ")") : -1;

    private void Judge(Findings findings, Sentence of, Token whole, PartList list, bool isAnnounced)
    {
        var quantity = whole.Quantity!;
        if (!list.Exceeds(quantity.Value, of != sentence) && !list.FallsShort(quantity.Value)) return;
        // 公开信息 1286 条，其中网站 1286 条，微博 410 条: what is put out by one way is put out by another as well; so it is where the
        // form has a figure for each.
        var isOfForm = quantity.Unit == "条" && of.Claims.Exists(c => c.Number == whole);
        if (list.HasChannels && (list.Most == quantity.Value || (isOfForm && list.Most < quantity.Value))) return;
        // 收到 15 件（上年结转 2 件），其中网上 13 件，当面 0 件: what was carried over had come in before.
        var left = quantity.Value - list.Sum;
        if (list.HasNone && of.Claims.Exists(c => c.Row is { IsVerb: false } && c.Number.Quantity!.Value == left)) return;
        // 其中动态 41 条；公告 9 条: the first alone is more than all.
        var isParted = list.IsParted && list.First <= quantity.Value;
        if (list.Count < FewestUnannounced && (!isAnnounced || isParted)) return;
        if ((prose.Typed(of, whole.Start, whole.Start + quantity.Digits) ?? Typed(_tokens[list.Last])) is not { } place) return;
        of.Judge(whole, holds: false);
        findings.Add(Errors.Prose.Parts(place, Figure.Format(quantity.Value), Figure.Format(list.Sum), quantity.Unit, list.Count));
    }

    /// <summary>收到 82 件，上年结转 5 件，其中予以公开 20 件: parts of both, and not of the row that was named last.</summary>
    private bool IsOfOthers(Sentence of, Token number, PartList list)
    {
        if (of.Claims.Find(c => c.Number.Start == number.Start) is not { Row.IsVerb: false } whole) return false;
        // 收到 9 件，上年结转 1 件，其中网上 6 件、信函 4 件: parts of both, by whatever they are told apart.
        var before = of.Claims.FindLast(c => c.Number.Start < number.Start);
        if (before is { Row.IsVerb: true } && before.Table == whole.Table && before.Number.Quantity!.Unit == number.Quantity!.Unit
            && list.Sum <= before.Number.Quantity.Value + number.Quantity.Value) return true;
        if (Claim(_tokens[list.Last]) is not { Row.IsVerb: false } part) return false;
        return whole.Table == part.Table && !part.Readings.Any(r => r.All(c => whole.Readings.Any(w => w.Any(of => IsWithin(c, of)))));

        static bool IsWithin(Cell cell, Cell of) => cell.Row == of.Row || (of.Row.IsOwnValue
            && cell.Path.StartsWith(of.Row.Path[..(of.Row.Path.LastIndexOf('.') + 1)], StringComparison.Ordinal));
    }

    /// <summary>受理 11 件，其中网上申请 12 件: one part alone, of the only figure that it can be of.</summary>
    private bool IsOnly(int i, bool isSaid) => (isSaid || Claim(_tokens[i]) is not null)
        && _tokens.FindIndex(0, i, t => t.Quantity is { IsCounted: true }) < 0;

    private Claim? Claim(Token number) => sentence.Claims.Find(c => c.Number.Start == number.Start);

    private Location? Typed(Token number) => prose.Typed(sentence, number.Start, number.Start + number.Quantity!.Digits);

    /// <summary>Where the parts of a whole begin, and whether 其中 says so; null if none follow.</summary>
    /// <param name="i">The whole.</param>
    /// <param name="next">What stands behind it.</param>
    private (int From, bool IsAnnounced)? Begins(int i, int next)
    {
        // 作出 40 宗行政许可，其中…: what is counted may stand behind.
        var counted = Claim(_tokens[i])?.Row;
        while (next < _tokens.Count && (_tokens[next].Kind is Kind.Object or Kind.Neutral
            || (counted is { IsVerb: false } && _tokens[next].Phrase == counted))) next++;
        if (counted is null && Named(next) is > 0 and var comma) next = comma;
        if (next >= _tokens.Count || _tokens[next].Kind is not (Kind.Break or Kind.Among)) return null;
        var mark = sentence.Word(_tokens[next]);
        if (mark is "；" or ";" or "）" or ")" || IsDifference(sentence, i)) return null;
        if (mark is "，" or ",") next = BehindRate(next);
        if (_tokens[next].Kind == Kind.Break && next + 1 < _tokens.Count && _tokens[next + 1].Kind == Kind.Among) next++;
        // 其中： and 其中，
        if (_tokens[next].Kind == Kind.Among) return (BehindMarks(next), true);
        // 答复 22 件（建议 16 件，提案 6 件）
        if (mark is "（" or "(")
        {
            var isNumbered = next + 1 < _tokens.Count && _tokens[next + 1].Kind == Kind.Number;
            return Claim(_tokens[i]) is null || isNumbered || OpensWithWay(next) ? (next + 1, true) : null;
        }
        // 收到的 182 件申请中，网上提交 121 件，
        if (next > i + 1 && Words.IsIn(sentence.Word(_tokens[next - 1]))) return (next + 1, false);
        // 171 条：…, 171 条，包括…
        var behind = sentence.Text.AsSpan(_tokens[next].End);
        if (mark is "：" or ":") return (next + 1, false);
        foreach (var word in Includes)
            if (behind.StartsWith(word)) return (next + 1, !_tokens.Take(i).Any(t => t.Quantity?.Unit == _tokens[i].Quantity!.Unit));
        if (IsPart(i)) return null;
        for (var j = i - 1; j >= 0 && _tokens[j].Kind is not (Kind.Break or Kind.Number); j--)
            if (Wholes.Contains(sentence.Word(_tokens[j]), StringComparer.Ordinal)) return (next + 1, false);
        return Classes(next) is > 0 and var colon ? (colon + 1, false) : Behind(i, next);
    }

    /// <summary>收到申请 13 件（信函 2 件、网上 11 件）: whether the first in a bracket is a way that applications come in by.</summary>
    private bool OpensWithWay(int open) => _tokens.FindIndex(open, t => t.Kind == Kind.Number) is > 0 and var number
        && Ways.Are(sentence.Text.AsSpan(_tokens[open].End.._tokens[number].Start));

    /// <summary>公开信息 20 条，分为三类：…, 分布情况为：…: the colon behind what says that classes follow; −1 if none does.</summary>
    private int Classes(int comma)
    {
        var colon = _tokens.FindIndex(comma + 1, t => t.Kind is Kind.Break or Kind.Among);
        if (colon < 0 || sentence.Word(_tokens[colon]) is not ("：" or ":")) return -1;
        var said = sentence.Text.AsSpan(_tokens[comma].End.._tokens[colon].Start);
        foreach (var ending in Announcing)
            if (said.EndsWith(ending)) return colon;
        return -1;
    }

    /// <summary>公开信息 98 条，涵盖多个方面，其中…: its parts, if it is the only figure; null if none follow.</summary>
    private (int From, bool IsAnnounced)? Behind(int number, int next)
    {
        if (Claim(_tokens[number]) is not null || _tokens.FindIndex(0, number, t => t.Quantity is { IsCounted: true }) >= 0) return null;
        while (next < _tokens.Count && _tokens[next].Kind is not (Kind.Number or Kind.Among)
            && sentence.Word(_tokens[next]) is not ("；" or ";")) next++;
        return next < _tokens.Count && _tokens[next].Kind == Kind.Among ? (BehindMarks(next), true) : null;
    }

    /// <summary>共 55 条公示，其中…: the comma behind a short name of what is counted; −1 if none stands there.</summary>
    private int Named(int next)
    {
        const int Longest = 6;
        var comma = _tokens.FindIndex(next, t => t.Kind is Kind.Break or Kind.Among or Kind.Number or Kind.Compare);
        return comma > next && comma + 1 < _tokens.Count && sentence.Word(_tokens[comma]) is "，" or ","
            && _tokens[comma + 1].Kind == Kind.Among && _tokens[comma].Start - _tokens[next].Start <= Longest ? comma : -1;
    }

    /// <summary>公开信息 29 条，电子化率 100%，其中…: the comma behind a rate that is told between; where it was if none is.</summary>
    private int BehindRate(int comma)
    {
        var number = _tokens.FindIndex(comma + 1, t => t.Kind is Kind.Break or Kind.Among or Kind.Number);
        return number > 0 && number + 2 < _tokens.Count && _tokens[number].Quantity is { Unit: "%" } && sentence.IsRate(_tokens[number])
            && sentence.Word(_tokens[number + 1]) is "，" or "," && _tokens[number + 2].Kind == Kind.Among
            ? number + 1 : BehindGrowth(comma);
    }

    /// <summary>收到 400 件，同比下降 20%，降幅明显，其中网上…: the comma behind what changed; where it was if nothing did.</summary>
    private int BehindGrowth(int comma)
    {
        for (var at = comma; at > 0 && at + 1 < _tokens.Count && sentence.Word(_tokens[at]) is "，" or ",";)
        {
            if (_tokens[at + 1].Kind == Kind.Among) return OpensWithWay(at + 1) ? at : comma;
            var next = _tokens.FindIndex(at + 1, t => t.Kind is Kind.Break or Kind.Among);
            if (next < 0) break;
            var aside = _tokens[(at + 1)..next];
            var isOfChange = aside.Exists(t => t.Kind == Kind.Compare) && aside.TrueForAll(t => t.Quantity is null or { Unit: "%" });
            at = isOfChange ? next : 0;
        }
        return comma;
    }

    private int BehindMarks(int among)
    {
        while (among + 1 < _tokens.Count && sentence.Word(_tokens[among + 1]) is "：" or ":" or "，" or ",") among++;
        return among + 1;
    }

    /// <summary>
    /// 在公开的信息中，某栏目共 2 条，动态 20 条; 其中某栏目共 2 条，动态 20 条: itself a part of what was counted before.
    /// </summary>
    private bool IsPart(int i)
    {
        var start = _tokens.FindLastIndex(i, t => t.Kind == Kind.Break);
        if (start > 0 && Words.IsIn(sentence.Word(_tokens[start - 1]))) return true;
        var among = _tokens.FindLastIndex(i, t => t.Kind == Kind.Among || sentence.Word(t) is "；" or ";");
        return among >= 0 && _tokens[among].Kind == Kind.Among && Claim(_tokens[i]) is not { Row.IsVerb: true };
    }

    /// <summary>行政复议 18 件，同比增加 3 件，其中维持 11 件: how much more it is is no whole.</summary>
    private static bool IsDifference(Sentence sentence, int i)
    {
        for (var j = i - 1; j >= 0 && sentence.Tokens[j].Kind is not (Kind.Break or Kind.Among or Kind.Number); j--)
            if (sentence.Tokens[j].Kind == Kind.Compare) return true;
        return false;
    }
}
