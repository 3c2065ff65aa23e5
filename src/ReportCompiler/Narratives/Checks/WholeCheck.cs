using System.Buffers;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;

namespace ReportCompiler.Narratives.Checks;

/// <summary>What is said of the prose as a whole: places left open, topics that are missing, words of another kind of authority.</summary>
internal static class WholeCheck
{
    // A figure is missing between these and the counting word: 共主动公开 条.
    private static readonly string[] BeforeFigure =
    [
        "共", "公开", "收到", "受理", "办理", "答复", "办结", "新收", "结转", "发布", "共计", "总计", "申请", "信息", "文件", "决定",
        "复议", "诉讼", "处罚", "许可", "收费", "其中", "为", "到",
    ];

    // Not 个 and 次, which stand alone in ordinary words.
    private static readonly string[] Counted = ["件", "条", "万元", "篇", "份"];
    private static readonly string[] Ends = ["，", "。", "、", "；", "（", "(", ",", ";", "\n", ""];
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \u3000\u00A0_＿");
    private static readonly string[] Crosses = ["××", "XX", "ＸＸ", "xx", "□□"];
    private static readonly string[] OfPlaces = ["一些地区", "部分地区", "有的地区", "个别地区", "各地区", "有的地方", "一些地方"];
    private const string Government = "人民政府";
    private const int Around = 6;

    /// <summary>Checks the prose.</summary>
    public static void Check(Findings findings, CheckedProse prose, Phrasing phrasing, Narrative narrative)
    {
        OpenPlaces(findings, prose);
        foreach (var topics in phrasing.Topics.GroupBy(t => t.Section, StringComparer.Ordinal))
            Topics(findings, prose, narrative, [.. topics]);
        if (!prose.Project.Authority.EndsWith(Government, StringComparison.Ordinal)) Places(findings, prose);
    }

    private static void OpenPlaces(Findings findings, CheckedProse prose)
    {
        var text = prose.Rendered.Text;
        for (var i = text.AsSpan().IndexOfAny(Blanks); i >= 0;)
        {
            var end = i;
            while (end < text.Length && Blanks.Contains(text[end])) end++;
            if (BeforeFigure.Any(w => text.AsSpan(0, i).EndsWith(w, StringComparison.Ordinal)) && IsCounted(text, end)) Open(i, end + 1);
            var next = text.AsSpan(end).IndexOfAny(Blanks);
            i = next < 0 ? -1 : end + next;
        }
        foreach (var cross in Crosses)
            for (var i = Next(cross, 0); i >= 0; i = Next(cross, i + cross.Length))
                if (IsForAName(text, i, cross)) Open(i, i + cross.Length);

        int Next(string cross, int from) => text.IndexOf(cross, from, StringComparison.Ordinal);

        void Open(int start, int end)
        {
            if (prose.Typed(start, end) is not { } at) return;
            var (from, to) = (Math.Max(0, start - Around), Math.Min(text.Length, end + Around));
            var line = text.AsSpan(0, start).LastIndexOf('\n') + 1;
            var stop = text.AsSpan(end..).IndexOf('\n') is >= 0 and var rest ? end + rest : text.Length;
            findings.Add(Errors.Prose.OpenPlace(at, text[Math.Max(from, line)..Math.Min(to, stop)].Trim()));
        }
    }

    /// <summary>Whether a counting word that ends its part of the sentence stands here.</summary>
    private static bool IsCounted(string text, int at)
    {
        foreach (var word in Counted)
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0)
                return at + word.Length == text.Length || Ends.Contains(text.Substring(at + word.Length, 1), StringComparer.Ordinal);
        return false;
    }

    /// <summary>××局, XX年, not within a word of letters or an address.</summary>
    private static bool IsForAName(string text, int at, string cross)
    {
        var (before, after) = (at > 0 ? text[at - 1] : '\n', at + cross.Length < text.Length ? text[at + cross.Length] : '\n');
        if (IsWord(before) || IsWord(after)) return false;
        return before > '\u3000' || after > '\u3000';

        static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '/' or '_' or '-' or '@' or '*';
    }

    private static void Topics(Findings findings, CheckedProse prose, Narrative narrative, List<Topic> topics)
    {
        if (narrative.Sections.FirstOrDefault(s => s.Section.Ordinal == topics[0].Section) is not { } section) return;
        var text = section.Prose.Markdown;
        // An empty section is told by itself.
        if (text.Trim(' ', '\n', '\u3000', '。', '.', '*').Length is 0 or 1) return;
        var missing = topics.Where(t => !t.Words.Any(w => text.Contains(w, StringComparison.Ordinal))).Select(t => t.Name).ToList();
        // A section of a sentence or two is not told topic by topic.
        if (missing.Count == 0 || missing.Count * 2 > topics.Count) return;
        var at = SectionCheck.At(prose, topics[0].Section);
        findings.Add(Errors.Prose.NoTopic(at, topics[0].Section, missing));
    }

    private static void Places(Findings findings, CheckedProse prose)
    {
        foreach (var sentence in prose.Sentences)
            foreach (var word in OfPlaces)
                if (sentence.Text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at
                    && prose.Typed(sentence, at, at + word.Length) is { } place)
                    findings.Add(Errors.Prose.OfAnotherKind(place, word));
    }
}
