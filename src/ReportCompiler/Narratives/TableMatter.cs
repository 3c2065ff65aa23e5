using System.Collections.Immutable;
using ReportCompiler.Forms;

namespace ReportCompiler.Narratives;

/// <summary>Whether a figure is of a row's table at all: other matters are counted in the same words, 受理信访 12 件.</summary>
internal sealed class TableMatter(Phrasing phrasing, Sentence sentence, Discourse discourse)
{
    /// <summary>No word among those to avoid is longer; what is, is a turn of several.</summary>
    private const int LongestWord = 4;

    /// <summary>Words of documents that are sorted by whether they are disclosed; 申请 among them are none.</summary>
    private static readonly ImmutableArray<string> Classifying = ["主动公开", "公文"];

    /// <summary>What the paths of the rows begin with that the verbs are about.</summary>
    private readonly string _verbs = phrasing.Rows.FirstOrDefault(r => r.IsVerb)?.Beside ?? "-";

    /// <summary>The table that the verbs are about; null if the edition has none.</summary>
    public Table? Verbs { get; } = phrasing.Rows.FirstOrDefault(r => r.IsVerb)?.Table;

    /// <summary>Whether the figure is of the row's table.</summary>
    public bool Holds(RowPhrase row, Mention mention)
    {
        var (text, tokens) = (sentence.Text, sentence.Tokens);
        var (start, stop) = (tokens[mention.Start].Start, mention.End < tokens.Count ? tokens[mention.End].Start : text.Length);
        var number = tokens[mention.Number];
        var isOfParagraph = !mention.Words.IsAfterVerb && discourse.HasApplications && IsInParagraph(row.Table);
        if (!row.IsPlain && !discourse.IsAbout(row.Table, sentence) && !IsInContext(row.Table, stop) && !isOfParagraph) return false;
        // 属主动公开 1027 条，依申请公开 459 条，不予公开 1535 条: documents, by whether they are disclosed; be it 收到的公文.
        var hasVerb = tokens.Exists(t => t.Phrase is RowPhrase { IsVerb: true } && !text.AsSpan(t.End).StartsWith("的公文"));
        if (!row.IsVerb && IsOfVerbs(row) && !hasVerb && IsClassifying()) return false;
        var (before, after) = (text[start..number.Start], text[number.End..stop]);
        var isNear = Has(before, phrasing.Objects) || Has(after, phrasing.Objects);
        if (row is { IsVerb: true, IsPlain: false } && !isNear && !IsNamed(row, before + after)) return false;
        // A turn of several words says it for the whole sentence: 作为复议机关，我局办理行政复议 5 件.
        // 行政强制措施 12 件、行政强制执行 3 件: an ordinary word has it said behind it, too.
        var said = row.IsContinuing ? text : text[..number.Start];
        if (row.Avoid.Any(w => w.Length > LongestWord && said.Contains(w, StringComparison.Ordinal))) return false;
        if (row.IsVerb && Has(after, row.Avoid)) return false;
        return IsByAllWays(row) || !row.Avoid.Any(w => IsSaid(w, row.Table, row.IsVerb && !isNear ? 0 : start, number.Start));
    }

    /// <summary>通过网站、微博、报刊等方式主动公开 75 条: whether words to avoid are of several ways, and said of nothing else.</summary>
    private bool IsByAllWays(RowPhrase row) => !row.IsVerb && sentence.Tokens.FindAll(t => t.Kind == Kind.Neutral
        && Locutions.IsMeans(sentence.Word(t)) && sentence.Word(t).Contains('、')) is [var ways]
        && !row.Avoid.Any(w => IsBeside(w, ways));

    private bool IsBeside(string word, Token turn) => sentence.Text.AsSpan(0, turn.Start).Contains(word, StringComparison.Ordinal)
        || sentence.Text.AsSpan(turn.End).Contains(word, StringComparison.Ordinal);

    /// <summary>Whether a row is of what the verbs are about: applications, and what came of them.</summary>
    public bool IsOfVerbs(RowPhrase row) => row.Readings[0][0].Path.StartsWith(_verbs, StringComparison.Ordinal);

    /// <summary>Whether documents are sorted, and no outcomes: 属于已主动公开范围 is one.</summary>
    private bool IsClassifying() => Classifying.Any(w => sentence.Text.IndexOf(w, StringComparison.Ordinal) is >= 0 and var at
        && (at == 0 || sentence.Text[at - 1] is not '已')
        && !sentence.Tokens.Exists(t => t.Start <= at && t.End >= at + w.Length && t.Phrase is RowPhrase row && IsOfVerbs(row)));

    /// <summary>Whether a word to avoid stands between two places, and not within a longer word of the table itself: 尚未审结.</summary>
    private bool IsSaid(string word, Table table, int from, int to)
    {
        for (var at = Next(from); at >= 0; at = Next(at + 1))
            if (!sentence.Tokens.Exists(t => IsWithin(t, at))) return true;
        return false;

        bool IsWithin(Token token, int at) => token.Start <= at && token.End >= at + word.Length && token.Length > word.Length
            && (token.Phrase is ColumnPhrase column ? column.Table == table
                : token.Phrase is RowPhrase row ? row.Table == table && !row.IsVerb
                // 市信访办受理申请 28 件: what the authority is called; 通过各种渠道主动公开: by all the ways there are.
                : token.Kind == Kind.Own || sentence.Word(token) is var turn && (Locutions.IsDispute(turn)
                    || (token.Kind == Kind.Neutral && Locutions.IsMeans(turn) && turn.Contains('各') && !turn.Contains('、'))));

        int Next(int start) => start < to ? sentence.Text.IndexOf(word, start, to - start, StringComparison.Ordinal) : -1;
    }

    /// <summary>Whether figures without a row of their own may be of the table that the verbs are about.</summary>
    public bool IsOfVerbs(FigureWords words, Table table)
    {
        // 政府信息公开申请 95 件: received, or answered; 自然人提出申请 132 件 names both who asked and what for.
        var isNamed = words.HasObject || (words.Column is not null && words.HasShortObject) || discourse.IsAbout(table, sentence);
        return isNamed && !IsClassifying();
    }

    /// <summary>Whether the sentence or its paragraph speaks of applications.</summary>
    public bool IsOfApplications() => sentence.Mentions(phrasing.Objects) || Has(discourse.Paragraph, phrasing.Objects);

    /// <summary>Words said after the figure part it: 86 件，其中涉及政府信息公开的 4 件.</summary>
    private bool IsInContext(Table table, int stop) => phrasing.Contexts.Where(c => c.Table == table).All(c =>
        sentence.IsUnder(table, c.Words) || Has(sentence.Text[..stop], c.Words) || Has(sentence.Heading, c.Words)
        || Has(SaidOfAll(stop), c.Words));

    /// <summary>复议 5 件、诉讼 4 件（均涉政府信息公开）: what a bracket says of every one of the list it stands behind.</summary>
    private string SaidOfAll(int stop)
    {
        var open = sentence.Tokens.FindIndex(t => t.Start >= stop && t.Kind == Kind.Break);
        if (open < 0 || open + 1 >= sentence.Tokens.Count || sentence.Tokens[open + 1].Kind != Kind.Each) return "";
        var close = sentence.Tokens.FindIndex(open + 1, t => t.Kind is Kind.Break or Kind.Number);
        if (close < 0 || sentence.Word(sentence.Tokens[open]) is not ("（" or "(")) return "";
        if (sentence.Word(sentence.Tokens[close]) is not ("）" or ")")) return "";
        var said = sentence.Text[sentence.Tokens[open].End..sentence.Tokens[close].Start];
        return said.AsSpan().IndexOfAny("无非不未") < 0 ? said : "";
    }

    /// <summary>依申请公开方面，答复申请 13 件。行政复议 1 件: what the paragraph is about is said in it.</summary>
    private bool IsInParagraph(Table table) =>
        phrasing.Contexts.Where(c => c.Table == table).All(c => Has(discourse.Paragraph, c.Words));

    /// <summary>Whether it is said somewhere what a verb is about: in the sentence, its heading or paragraph, or by what goes on.</summary>
    private bool IsNamed(RowPhrase verb, string around) => sentence.IsUnder(verb.Table, phrasing.Objects) || IsOfApplications()
        || (discourse.IsAbout(verb.Table, sentence) && Has(around, phrasing.ShortObjects)) || Discourse.Evidences(sentence, verb.Table)
        || discourse.GoesOn(verb.Table) || discourse.IsCarried(verb.Table, sentence);

    private static bool Has(string text, ImmutableArray<string> words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
