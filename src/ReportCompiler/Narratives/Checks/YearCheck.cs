using System.Globalization;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.Narratives.Checks;

/// <summary>
/// narrative-year: the prose is of the report's year. Another year may stand in it for many reasons; only if it opens a
/// statement about the whole authority, or bounds the period of the report, is it taken for a slip.
/// </summary>
internal static class YearCheck
{
    // What happened in a year, or since, is told in any later report.
    private static readonly string[] History =
    [
        "以来", "年起", "日起", "月起", "制定", "印发", "出台", "修订", "颁布", "施行", "实施", "成立", "获", "评为", "确定为",
        "年度报告", "报告中", "整改", "问题", "本年", "目前", "相比", "同比", "较上年", "比上年", "与上年", "将", "计划", "拟", "下一步",
    ];

    // What may stand before a year that opens a statement.
    private static readonly string[] Openings = ["", "截至", "截止", "至", "截止至", "到", "在"];

    private const int LongestDate = 8;
    private const string Fee = "信息处理费";

    private static readonly string[] Bounds = ["1月1日", "12月31日"];

    private static readonly string[] Once = ["以来", "起", "印发", "出台", "修订", "颁布", "施行", "成立", "获", "评为", "召开"];

    private static readonly string[] Lasting = ["施行", "实施", "任期", "有效", "执行", "修订", "发布", "公布"];

    /// <summary>Checks the years of a sentence.</summary>
    public static void Check(Findings findings, CheckedProse prose, Sentence sentence)
    {
        SignatureDate(findings, prose, sentence);
        foreach (var mention in sentence.Years)
        {
            if (mention.Year == prose.District.Year) continue;
            var isOwn = IsPeriod(sentence, mention) || IsTitle(sentence, mention) || IsOfFee(prose, sentence, mention);
            if (!isOwn && !Opens(prose, sentence, mention)) continue;
            if (prose.Typed(mention.From, mention.To) is { } at) findings.Add(Errors.Prose.Year(at, prose.District.Year, mention.Year));
        }
    }

    /// <summary>
    /// Whether a year is surely the report's own: the period of the statistics, the report's name, or what opens a statement about the
    /// year's figures. The date of a document or a meeting is not: it stays what it was.
    /// </summary>
    public static bool IsOwn(CheckedProse prose, Sentence sentence, YearMention mention)
    {
        if (mention.Year != prose.District.Year) return false;
        if (IsPeriod(sentence, mention) || IsTitle(sentence, mention)) return true;
        var after = sentence.Text.AsSpan(mention.Start + 2);
        if (!Openings.Contains(sentence.Text[..mention.Start], StringComparer.Ordinal) || sentence.Years.Count > 1) return false;
        if (after is not [] && char.IsAsciiDigit(after[0]) && !after.StartsWith(Bounds[1])) return false;
        if (sentence.Claims.Find(c => !c.LastYear) is not { } claim) return false;
        // What was issued or begun in a year stays of that year.
        return !Once.Any(sentence.Text[(mention.Start + 2)..claim.Number.Start].Contains);
    }

    /// <summary>publication-date: a date that stands alone below the last section is that of the signature.</summary>
    private static void SignatureDate(Findings findings, CheckedProse prose, Sentence sentence)
    {
        if (sentence.Years is not [{ Start: 0 } mention] || mention.Year > prose.District.Year) return;
        if (sentence.Text.Length > LongestDate) return;
        var (month, day) = (sentence.Text.IndexOf('月'), sentence.Text.IndexOf('日'));
        if (month < 0 || day != sentence.Text.Length - 1 || sentence.Section != prose.District.Edition.Sections[^1]) return;
        if (!Number(sentence.Text.AsSpan(2..month), out var m) || m > 12) return;
        if (!Number(sentence.Text.AsSpan((month + 1)..day), out var d)) return;
        if (d > DateTime.DaysInMonth(mention.Year, m) || prose.Typed(mention.From, mention.To) is not { } at) return;
        var date = new DateOnly(mention.Year, m, d);
        findings.Add(Errors.Prose.PublishedTooEarly(at, prose.District.Year, date));

        static bool Number(ReadOnlySpan<char> text, out int number) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
    }

    /// <summary>2020年1月1日至…12月31日: the period of the statistics.</summary>
    private static bool IsPeriod(Sentence sentence, YearMention mention)
    {
        var text = sentence.Text;
        var rest = text.AsSpan(mention.Start + 2);
        if (Lasting.Any(text.Contains) || !Bounds.All(text.Contains)) return false;
        return rest.StartsWith("1月1日") || rest.StartsWith("12月31日");
    }

    /// <summary>The report's own name, in the preamble.</summary>
    private static bool IsTitle(Sentence sentence, YearMention mention) =>
        sentence.Section is null && (sentence.Years.Count == 1 || IsNamed(sentence, mention))
            && sentence.Text.AsSpan(mention.Start + 2).StartsWith("政府信息公开工作年度报告");

    /// <summary>编制某县2015年政府信息公开工作年度报告: the authority's name before it, and none but the report's beside it.</summary>
    private static bool IsNamed(Sentence sentence, YearMention mention) =>
        sentence.Tokens.Exists(t => t.Kind == Kind.Own && t.End == mention.Start) && sentence.Years.Where(y => y != mention)
            .All(y => sentence.Text.AsSpan(y.Start).StartsWith("本年"));

    /// <summary>我镇2022年未收取信息处理费: the one year that its section tells of the fee, of the authority itself.</summary>
    private static bool IsOfFee(CheckedProse prose, Sentence sentence, YearMention mention)
    {
        if (sentence.Section is null || sentence.Section != prose.District.Edition.Sections[^1]) return false;
        var after = sentence.Text[(mention.Start + 2)..];
        // 2022年申请的信息处理费: whenever it was paid.
        if (History.Any(after.Contains) || !after.Contains(Fee) || after.Contains("的" + Fee)) return false;
        var before = sentence.Tokens.FindAll(t => t.Start < mention.Start);
        return before.TrueForAll(t => t.Kind == Kind.Own) && Told().ToList() is [{ Years.Count: 1 }];

        IEnumerable<Sentence> Told() => prose.Sentences
            .Where(s => s.Section == sentence.Section && s.Years.Count > 0 && s.Text.Contains(Fee));
    }

    /// <summary>Whether a sentence opens the report: what is done the year after is told at its end.</summary>
    private static bool IsOverview(CheckedProse prose, Sentence sentence) =>
        sentence.IsFirst && sentence.Section == prose.District.Edition.Sections[0];

    private static bool Opens(CheckedProse prose, Sentence sentence, YearMention mention)
    {
        var text = sentence.Text;
        var start = mention.Start;
        if (!Openings.Contains(text[..start], StringComparer.Ordinal) || sentence.Years.Count > 1) return false;
        if (History.Any(text[(start + 2)..].Contains)) return false;
        var next = sentence.Tokens.FindIndex(t => t.Start >= start + 2);
        while (next >= 0 && next < sentence.Tokens.Count && (sentence.Tokens[next].Kind == Kind.Break || Word(next) is "底" or "末"))
            next++;
        if (next < 0 || next >= sentence.Tokens.Count) return false;
        var whole = sentence.Tokens[next].Kind == Kind.Own || Word(next) is "全年";
        // Last year's figure is no slip; this year's under last year's name is.
        var told = sentence.Claims.Where(c => c.LastYear).ToList();
        if (told.Exists(c => FigureCheck.Holds(prose, c) == true && !IsThisYears(c))) return false;
        // 上年，我局收到 137 件，结转 8 件: what is told of two years is taken for a slip only where the figures are this year's.
        if (text.Contains("结转", StringComparison.Ordinal)) return told.Count > 0 && told.TrueForAll(IsThisYears);
        if (mention.Year > prose.District.Year) return sentence.Claims.Count > 0 || (whole && IsOverview(prose, sentence));
        return (whole && (sentence.IsFirst || told.Count > 0)) || (told.Count > 0 && told.TrueForAll(IsThisYears));

        string Word(int i) => sentence.Word(sentence.Tokens[i]);

        bool IsThisYears(Claim claim) => FigureCheck.Holds(prose, claim with { LastYear = false }) == true;
    }
}
