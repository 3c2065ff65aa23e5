using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Sources;

namespace ReportCompiler.Narratives.Checks;

/// <summary>narrative-section, processing-fee and contact: what the report must say somewhere.</summary>
internal static class SectionCheck
{
    private static readonly (string Field, string[] Words)[] Contact =
        [("地址", ["地址", "地点"]), ("邮编", ["邮编", "邮政编码"]), ("电话", ["电话"])];

    private static readonly string[] ReportWords = ["报告", "全文"];

    /// <summary>Checks that no section is empty and that as many are announced as there are.</summary>
    public static void Sections(Findings findings, CheckedProse prose, Phrasing? phrasing, Narrative narrative)
    {
        foreach (var section in narrative.Sections.Where(s => s.Section.Table is null))
        {
            var text = section.Prose.Markdown.Trim(' ', '\n', '\u3000', '。', '.', '*');
            var mayBeNone = phrasing is not null && phrasing.MayBeNone.Contains(section.Section.Ordinal, StringComparer.Ordinal);
            if (text.Length > 0 && (text != "无" || mayBeNone)) continue;
            var ordinal = section.Section.Ordinal;
            findings.Add(Errors.Prose.EmptySection(At(prose, section.Section), ordinal, section.Heading, text.Length > 0));
        }
        foreach (var sentence in prose.Sentences.TakeWhile(s => s.Section is null)) Announced(findings, prose, sentence);
    }

    /// <summary>六个部分: as many as the form has.</summary>
    private static void Announced(Findings findings, CheckedProse prose, Sentence sentence)
    {
        var at = sentence.Text.IndexOf("个部分", StringComparison.Ordinal);
        if (at < 1 || !ReportWords.Any(sentence.Text.Contains)) return;
        var number = "零一二三四五六七八九".IndexOf(sentence.Text[at - 1]);
        if (char.IsAsciiDigit(sentence.Text[at - 1])) number = sentence.Text[at - 1] - '0';
        var sections = prose.District.Edition.Sections.Length;
        if (number is not (> 1 and < 10) || number == sections || (at > 1 && "十百0123456789".Contains(sentence.Text[at - 2]))) return;
        if (prose.Typed(sentence, at - 1, at) is { } place) findings.Add(Errors.Prose.Announced(place, number, sections));
    }

    /// <summary>Checks what is said of the processing fee.</summary>
    public static void Fee(Findings findings, CheckedProse prose, FeeStatement fee, Narrative narrative)
    {
        var text = narrative.Sections.FirstOrDefault(s => s.Section.Ordinal == fee.Section)?.Prose.Markdown ?? "";
        if (!fee.Words.Any(text.Contains)) findings.Add(Errors.Prose.NoFee(At(prose, fee.Section), fee.Section, fee.Words[0]));
        var limit = prose.District.Totals[fee.Limit];
        if (!limit.IsUsable || !prose.District.IsComplete) return;
        foreach (var sentence in prose.Sentences.Where(s => s.Section?.Ordinal == fee.Section))
        {
            if (sentence.Years.Any(y => y.Year != prose.District.Year)) continue;
            var places = fee.Words.Select(w => sentence.Text.IndexOf(w, StringComparison.Ordinal));
            var word = places.Where(i => i >= 0).DefaultIfEmpty(-1).Min();
            if (word < 0 || sentence.Tokens.Exists(t => t.Kind is Kind.Other or Kind.Period or Kind.Prior or Kind.Planned)) continue;
            var number = sentence.Tokens.Find(t => t.Start > word && t.Quantity is { IsMoney: true });
            if (number.Quantity is not { } stated || stated.In(fee.Limit.Unit) is not { } amount || amount.Value <= limit.Value) continue;
            var at = prose.Typed(sentence, number.Start, number.Start + stated.Digits) ?? At(prose, fee.Section);
            var (fees, most) = (Figure.Format(amount.Value), Figure.Format(limit.Value));
            findings.Add(Errors.Prose.FeeTooLarge(at, fee.Words[0], fee.Limit.Name, fees, most));
        }
    }

    /// <summary>Checks that a reader can ask: address, post code, telephone.</summary>
    public static void ContactLine(Findings findings, CheckedProse prose, Narrative narrative)
    {
        var words = prose.District.Edition.Wording;
        // The template prints the project's line where the preamble has none of its own.
        var isSaid = narrative.Preamble.Markdown.Contains(words.Label("电话"), StringComparison.Ordinal);
        var printed = isSaid ? [] : prose.Project.Contact;
        var given = printed.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        var unsaid = Contact
            .Where(c => !given.Contains(c.Field) && !c.Words.Append(words.Label(c.Field)).Any(prose.Rendered.Text.Contains));
        var missing = unsaid.Select(c => c.Field).ToList();
        if (missing.Count > 0) findings.Add(Errors.Prose.NoContact(Location.AtStart(prose.Source), missing));
    }

    /// <summary>The heading of a section in the clerk's file; its end if there is none.</summary>
    public static Location At(CheckedProse prose, string ordinal) =>
        At(prose, prose.District.Edition.Sections.First(s => s.Ordinal == ordinal));

    private static Location At(CheckedProse prose, Section section)
    {
        var source = prose.Source;
        var heading = prose.District.Edition.NumberOf(section) is { Length: > 0 } own ? own : section.Heading;
        for (var number = 1; number <= source.LineCount; number++)
        {
            var line = source.Line(number);
            if (!line.StartsWith("## " + heading, StringComparison.Ordinal)) continue;
            return new Location(source, new Span(number, 1, number, source.CodePointColumn(number, line.TrimEnd().Length)));
        }
        // Where it would be added: after the last line.
        return new Location(source, new Span(source.LineCount + 1, 1, source.LineCount + 1, 1));
    }
}
