using System.Text;
using System.Text.RegularExpressions;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Importing.Documents;
using ReportCompiler.Importing.Matching;

namespace ReportCompiler.Importing.Prose;

/// <summary>The prose of a document under the sections of an edition: without title, tables, signature, menus and the like.</summary>
internal sealed partial class NarrativeText
{
    /// <summary>No heading of a section is longer.</summary>
    private const int LongestHeading = 60;

    private readonly Edition _edition;
    private readonly string _unit;
    private readonly List<(Section? Section, string Heading, List<Paragraph> Lines)> _parts = [(null, "", [])];

    private readonly List<(Text Place, Text What)> _beside = [];

    private NarrativeText(Edition edition, string unit) => (_edition, _unit) = (edition, unit);

    /// <summary>The narrative; null if it has not two headings of sections (then nobody knows what belongs where), or no prose.</summary>
    /// <param name="edition">The edition of the report.</param>
    /// <param name="unit">The unit as the document names it: its signature is not prose.</param>
    /// <param name="blocks">The document.</param>
    public static string? Of(Edition edition, string unit, IReadOnlyList<Block> blocks)
    {
        var text = new NarrativeText(edition, unit);
        text.Place(blocks);
        return text._parts.Count > 2 && text._parts.Exists(p => p.Lines.Count > 0) ? text.Write() : null;
    }

    /// <summary>The pictures of the report and where its links lead, none of which a narrative gets.</summary>
    /// <param name="edition">The edition of the report.</param>
    /// <param name="blocks">The document.</param>
    public static IEnumerable<(Text Place, Text What)> Beside(Edition edition, IReadOnlyList<Block> blocks)
    {
        var text = new NarrativeText(edition, "");
        if (blocks.OfType<Paragraph>().Any(p => p.Beside.Count > 0)) text.Place(blocks);
        return text._beside.Distinct();
    }

    /// <summary>Whether a line is the heading of a section of an edition, by its words.</summary>
    public static bool IsHeading(string line, IEnumerable<Edition> editions) =>
        line.Length <= LongestHeading && LabelText.Of(line) is { Number.IsChinese: true } label && editions.Any(
            e => SectionOf(e, label) is not null);

    private static Section? SectionOf(Edition edition, LabelText label) => edition.Sections.FirstOrDefault(
        s => s.OtherHeadings.Prepend(s.Heading)
            .Any(h => LabelText.Of(h).Name == label.Name || LabelText.Of(edition.HeadingOf(s, h)).Name == label.Name));

    private void Place(IReadOnlyList<Block> blocks)
    {
        var title = -1;
        for (var i = 0; i < blocks.Count && title < 0; i++)
        {
            if (blocks[i] is not Paragraph { IsOutside: false } line) continue;
            if (SectionOf(line) is not null) break;
            var isWhole = IsTitle(line.Line);
            var next = i + 1 < blocks.Count && blocks[i + 1] is Paragraph { IsOutside: false } below ? below.Line : "";
            if (isWhole) title = i;
            else if (next.Length > 0 && line.Line.Length < LongestHeading && IsTitle(line.Line + next)) title = i + 1;
        }
        var isOver = false;
        foreach (var line in blocks.Skip(title + 1).OfType<Paragraph>().Where(p => !p.IsOutside))
        {
            if (SectionOf(line) is { } section)
            {
                isOver = false;
                _parts.Add((section, Words(line.Line, section), []));
            }
            else if (_parts.Count == 1 && (IsOfPage(line.Line) || IsTitle(line.Line))) continue;
            else if (_parts.Count > 1 && IsAfterReport(line.Line)) isOver = true;
            else if (!isOver && !line.Text.IsBlank && !IsOfTable(line.Line)) _parts[^1].Lines.Add(line);
            if (!isOver) Note(line);
        }
        var last = _parts[^1].Lines;
        while (last is [.., var end] && IsSignature(end.Line)) last.RemoveAt(last.Count - 1);
    }

    private bool IsTitle(string line) => DocumentTitle.Of(line, [_edition]) is not null;

    private void Note(Paragraph line)
    {
        var place = _parts[^1] is { Section: { } section, Heading: var heading }
            ? Places.Section(_edition.HeadingOf(section, heading)) : Places.Beginning;
        // What leads elsewhere before the first section may be a menu.
        foreach (var what in line.Beside)
            if (_parts.Count > 1 || BesideText.IsPicture(what)) _beside.Add((place, what));
    }

    /// <summary>The section a line is the heading of: by its words; by its number, if it is the next and the words are like.</summary>
    private Section? SectionOf(Paragraph line)
    {
        if (line.Line.Length > LongestHeading || line.Line.Contains('。')) return null;
        var label = LabelText.Of(line.Line);
        if (SectionOf(_edition, label) is { } known && (label.Number is not null || line.Heading > 0 || line.Text.IsBold))
            return _parts.Exists(p => p.Section == known) ? null : known;
        if (label.Number is not { IsChinese: true, Value: var number } || number > _edition.Sections.Length) return null;
        var section = _edition.Sections[number - 1];
        var last = _parts.FindLast(p => p.Section is not null).Section is { } s ? _edition.Sections.IndexOf(s) : -1;
        return number - 1 > last && section.OtherHeadings.Prepend(section.Heading)
            .Any(h => Likeness.Distance(LabelText.Of(h).Name, label.Name) is not null) ? section : null;
    }

    /// <summary>The words of a heading, without its number.</summary>
    private string Words(string line, Section section)
    {
        var (words, number) = (line.Trim(), _edition.NumberOf(section));
        return number.Length > 0 && words.StartsWith(number, StringComparison.Ordinal) && words.Length > number.Length
            ? words[number.Length..].TrimStart() : HeadingNumber().Replace(words, "");
    }

    private string Write()
    {
        var text = new StringBuilder();
        foreach (var (section, heading, lines) in _parts.OrderBy(p => p.Section is null ? -1 : _edition.Sections.IndexOf(p.Section)))
        {
            if (section is not null && lines.Count == 0) continue;
            if (section is not null) text.Append("## ").Append(_edition.HeadingOf(section, ProseText.Escaped(heading)))
                .Append("\n\n");
            for (var i = 0; i < lines.Count; i++)
            {
                var line = ProseText.Of(lines[i]);
                if (line.Length == 0) continue;
                if (lines[i] is { Heading: > 0, Mark: null }) line = $"### {line.Replace("**", "", StringComparison.Ordinal)}";
                var isInList = lines[i].Mark is not null && i + 1 < lines.Count && lines[i + 1].Mark is not null;
                text.Append(line).Append(isInList ? "\n" : "\n\n");
            }
        }
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private bool IsSignature(string line)
    {
        var plain = string.Concat(line.Where(c => !char.IsWhiteSpace(c)));
        return plain.Length == 0 || Date().IsMatch(plain)
            || (plain.Length < LongestHeading && !plain.Contains('。') && (plain == _unit || _unit.EndsWith(plain, StringComparison.Ordinal)
                || plain.StartsWith(_unit, StringComparison.Ordinal)));
    }

    [GeneratedRegex("^[一二三四五六七八九十]+[、.．，,]\\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex HeadingNumber();

    [GeneratedRegex("^[0-9〇○零一二三四五六七八九十]{2,4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Date();

    /// <summary>Whether a line is what a website puts between the title and the text.</summary>
    private static bool IsOfPage(string line) => line.Length < 120 && PageLine().IsMatch(line.Trim());

    [GeneratedRegex("^[【\\[(（]?(发布时间|发布日期|时间|日期|信息来源|来源|发布机构|发布者|作者|浏览|阅读|访问|点击|"
        + "字号|字体|打印|分享|索\\s*引|当前位置|您现在的位置|您当前的位置)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PageLine();

    /// <summary>Whether a line begins what a website puts below the text.</summary>
    private static bool IsAfterReport(string line) => line.Length < 60 && AfterLine().IsMatch(line.Trim());

    [GeneratedRegex("^[【\\[(（]?(上一篇|下一篇|上一条|下一条|相关链接|相关文章|相关阅读|责任编辑|打印本页|关闭窗口|"
        + "打印|关闭|分享到|扫一扫|主办单位|主办[:：]|版权所有|网站地图)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AfterLine();

    /// <summary>Whether a line belongs to a table: its unit, the title of a part of it, or the number of a page.</summary>
    private bool IsOfTable(string line)
    {
        var plain = string.Concat(line.Where(c => !char.IsWhiteSpace(c)));
        return TableLine().IsMatch(plain) || _edition.Tables.SelectMany(t => t.Bands).Any(b => b.Title == plain);
    }

    [GeneratedRegex("^([(（]?(计量)?单位[:：].{1,6}[)）]?|[-—–]*第?[0-9]{1,3}页?[-—–]*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TableLine();
}
