using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Narratives;

/// <summary>
/// narrative-parts: 共 N 件，其中 a、b、c: the parts are not more than the whole. No cell need be meant; the sentence alone is enough.
/// Whatever may begin another classification ends it.
/// </summary>
internal sealed class PartsCheck(CheckedProse prose, Sentence sentence)
{
    /// <summary>Without 其中 a list is one of parts only if it is long enough to be no chance.</summary>
    private const int FewestUnannounced = 3;

    private static readonly string[] Wholes = ["共", "共计", "总计", "合计", "总共", "累计"];

    // What is done, or may be of two classes at once: no further part of what was counted.
    private static readonly string[] Others =
    [
        "涉及", "主要", "包含", "同时", "另", "按", "从", "发布", "开展", "召开", "举办", "组织", "印发", "制定", "回复", "回应", "办理",
        "受理",
        "收到", "答复", "办结", "推送", "转载", "更新", "新增", "阅读", "点击", "访问", "关注", "较", "比", "同比", "均", "已",
    ];

    private readonly List<Token> _tokens = sentence.Tokens;

    /// <summary>A classification while it is read: its whole and what its parts have come to.</summary>
    private sealed class Classes(Token whole)
    {
        public Token Whole { get; } = whole;

        public decimal Sum { get; set; }

        public int Count { get; set; }

        public int Last { get; set; }

        public object? Axis { get; set; }
    }

    /// <summary>Checks the enumerations of a sentence.</summary>
    public void Check(Findings findings)
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (_tokens[i] is not { Kind: Kind.Number, Quantity: { IsCounted: true, Slack: 0 } } || Begins(i) is not { } from) continue;
            var classes = Read(i, from);
            var isTold = _tokens[from - 1].Kind == Kind.Among || classes.Count >= FewestUnannounced;
            if (!isTold || classes.Count < 2 || IsOfOthers(classes) || classes.Sum <= classes.Whole.Quantity!.Value) continue;
            if ((Typed(classes.Whole) ?? Typed(_tokens[classes.Last])) is not { } place) continue;
            var whole = classes.Whole.Quantity!;
            sentence.Judge(classes.Whole, holds: false);
            findings.Add(Errors.Prose.Parts(place, Figure.Format(whole.Value), Figure.Format(classes.Sum), whole.Unit, classes.Count));
        }
    }

    /// <summary>收到 82 件，上年结转 5 件，其中予以公开 20 件: parts of both, and not of the row that was named last.</summary>
    private bool IsOfOthers(Classes classes)
    {
        if (Claim(classes.Whole) is not { Row.IsVerb: false } whole) return false;
        // 收到 9 件，上年结转 1 件，其中网上 6 件、信函 4 件: parts of both, by whatever they are told apart.
        var before = sentence.Claims.FindLast(c => c.Number.Start < classes.Whole.Start);
        if (before is { Row.IsVerb: true } && before.Table == whole.Table && before.Number.Quantity!.Unit == classes.Whole.Quantity!.Unit
            && classes.Sum <= before.Number.Quantity.Value + classes.Whole.Quantity.Value) return true;
        if (Claim(_tokens[classes.Last]) is not { Row.IsVerb: false } part) return false;
        return whole.Table == part.Table && !part.Readings.Any(r => r.All(c => whole.Readings.Any(w => w.Any(of => IsWithin(c, of)))));

        static bool IsWithin(Cell cell, Cell of) => cell.Row == of.Row || (of.Row.IsOwnValue
            && cell.Path.StartsWith(of.Row.Path[..(of.Row.Path.LastIndexOf('.') + 1)], StringComparison.Ordinal));
    }

    private Claim? Claim(Token number) => sentence.Claims.Find(c => c.Number.Start == number.Start);

    private Location? Typed(Token number) => prose.Typed(sentence, number.Start, number.Start + number.Quantity!.Digits);

    /// <summary>Where the parts of a whole begin: behind 其中, or behind the comma of 共 N 件; null if none follow.</summary>
    private int? Begins(int i)
    {
        var next = i + 1;
        while (next < _tokens.Count && _tokens[next].Kind is Kind.Object or Kind.Neutral) next++;
        if (next >= _tokens.Count || _tokens[next].Kind is not (Kind.Break or Kind.Among)) return null;
        if (sentence.Word(_tokens[next]) is "；" or ";" or "）" or ")" || IsDifference(i)) return null;
        if (_tokens[next].Kind == Kind.Break && next + 1 < _tokens.Count && _tokens[next + 1].Kind == Kind.Among) next++;
        if (_tokens[next].Kind == Kind.Among)
        {
            // 其中： and 其中，
            while (next + 1 < _tokens.Count && sentence.Word(_tokens[next + 1]) is "：" or ":" or "，" or ",") next++;
            return next + 1;
        }
        if (sentence.Word(_tokens[next]) is "（" or "(") return null;
        // 收到的 182 件申请中，网上提交 121 件，
        if (next > i + 1 && sentence.Word(_tokens[next - 1]) is "中" or "里" or "当中" or "之中") return next + 1;
        for (var j = i - 1; j >= 0 && _tokens[j].Kind is not (Kind.Break or Kind.Number); j--)
            if (Wholes.Contains(sentence.Word(_tokens[j]), StringComparer.Ordinal)) return next + 1;
        return null;
    }

    /// <summary>行政复议 18 件，同比增加 3 件，其中维持 11 件: how much more it is is no whole.</summary>
    private bool IsDifference(int i)
    {
        for (var j = i - 1; j >= 0 && _tokens[j].Kind is not (Kind.Break or Kind.Among or Kind.Number); j--)
            if (_tokens[j].Kind == Kind.Compare) return true;
        return false;
    }

    private Classes Read(int whole, int from)
    {
        var classes = new Classes(_tokens[whole]);
        var unit = classes.Whole.Quantity!.Unit;
        var (start, depth, hasList, isListed) = (from, 0, false, false);
        for (var i = from; i < _tokens.Count; i++)
        {
            var text = sentence.Word(_tokens[i]);
            if (text is "（" or "(") depth++;
            if (text is "）" or ")" && --depth < 0) break;
            if (depth > 0) continue;
            if (_tokens[i].Kind is Kind.Among or Kind.Compare or Kind.Vague or Kind.Share) break;
            // 其中予以公开 5 件；部分公开 3 件: rows of one group go on; 共收到 7 件，上年结转 1 件；予以公开 3 件 begins anew.
            if (text is "；" or ";" && (classes.Axis is null || _tokens[from - 1].Kind != Kind.Among)) break;
            if (Others.Any(o => sentence.Text.AsSpan(_tokens[i].Start).StartsWith(o))) break;
            if (_tokens[i].Kind is Kind.Break) (start, isListed) = (i + 1, false);
            // A comma behind parts that were listed with 、 begins something else.
            if (_tokens[i].Kind is Kind.Break && hasList && classes.Count > 1) break;
            hasList |= _tokens[i].Kind == Kind.List;
            if (_tokens[i].Kind == Kind.List) (start, isListed) = (i + 1, true);
            if (_tokens[i].Kind != Kind.Number) continue;
            var quantity = _tokens[i].Quantity!;
            var axis = Axis(start, i);
            if (quantity.Unit != unit || quantity.Slack != 0 || start == i || (classes.Count > 0 && !IsOn(classes.Axis, axis, isListed)))
                break;
            if (!IsBelow(classes.Axis, axis)) classes.Axis = axis;
            classes.Sum += quantity.Value;
            classes.Count++;
            classes.Last = i;
        }
        return classes;
    }

    /// <summary>Whether a part goes on in the classification of the one before; behind 、 one that the form does not know may.</summary>
    private static bool IsOn(object? before, object? axis, bool isListed) =>
        Equals(before, axis) || (isListed && (before is null || axis is null)) || IsBelow(before, axis);

    /// <summary>Whether a row lies in a group that is among the parts: the total of 不同意公开 beside 同意公开.</summary>
    private static bool IsBelow(object? before, object? axis) => before is (Table above, string group) && axis is (Table table, string part)
        && above == table && part.StartsWith(group + ".", StringComparison.Ordinal);

    /// <summary>What a part is one of: the rows of a table, its columns, or what the form does not know.</summary>
    private object? Axis(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_tokens[i].Phrase is RowPhrase { IsVerb: false } row) return (row.Table, row.Group);
            if (_tokens[i].Phrase is ColumnPhrase column) return (column.Table, "column");
        }
        return null;
    }
}
