using System.Globalization;
using System.Text;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Repairs;

namespace Reportc.Messages;

/// <summary>
/// Findings for people, in the shape of rustc's: what is wrong, where, the line with the place marked, the figures it was
/// made of, why it must hold, what to do.
/// </summary>
internal sealed class TextFindings(TextWriter writer, Language language, bool verbose, Palette palette, int width)
{
    private const int MostOfOneFile = 50;
    private const int MostRelated = 6;
    private const int MostOtherRepairs = 3;
    private const int MostHeld = 6000;
    private const int NarrowestExcerpt = 20;
    private const int NarrowestProse = 20;
    private const string RemarkSign = " = ";

    private static readonly Text Colon = new("：", ": ");
    private static readonly Text Basis = new("依据：", "note: ");
    private static readonly Text Remedy = new("改法：", "help: ");

    private readonly StringBuilder _text = new();

    /// <summary>
    /// Writes findings, each unit's led by what would mend it; hints and what is beyond the first fifty of a file only if
    /// everything is asked for.
    /// </summary>
    public void Write(IEnumerable<Diagnostic> findings, IReadOnlyList<UnitRepairs> repairs)
    {
        var waiting = repairs.ToList();
        var ofFile = new Dictionary<string, int>(StringComparer.Ordinal);
        var all = findings as IReadOnlyCollection<Diagnostic> ?? [.. findings];
        var unfilled = Unfilled.Of(all);
        foreach (var finding in all)
        {
            var isOfUnit = (UnitRepairs r) => r.Unit == finding.Unit && r.Year == finding.Year;
            if (finding.Severity == Severity.Error && waiting.FirstOrDefault(isOfUnit) is { } repair)
            {
                waiting.Remove(repair);
                Append(repair);
            }
            if (unfilled.TryGetValue(finding, out var group))
            {
                if (group is not null) Append(group);
                continue;
            }
            if (verbose) Append(finding);
            else if (finding.Reason is not null) AppendExplained(finding);
            else if (finding.Severity != Severity.Info && IsAmongTheFirst(ofFile, finding)) Append(finding);
            if (_text.Length > MostHeld) Flush();
        }
        foreach (var (file, count) in ofFile.Where(f => f.Value > MostOfOneFile)) AppendHidden(file, count - MostOfOneFile);
        Flush();
    }

    private void Flush()
    {
        writer.Write(_text);
        _text.Clear();
    }

    private void AppendHidden(string file, int count)
    {
        var hidden = new Text(
            $"{file} 还有 {count} 条没有列出，加 -v 全部列出",
            $"{file}: {count} more findings are not shown; -v shows all");
        Prose(0, "", Say(hidden)).Append("\n\n");
    }

    /// <summary>A silenced warning in a line: who publishes should see which reasons he publishes with.</summary>
    private void AppendExplained(Diagnostic finding)
    {
        Head(palette.Info, $"{Say(new("已说明", "on record"))}[{finding.Rule.Code}]", "", Clean(finding.Message));
        if (finding.Location is { } at)
            InGutter(" --> ").Append(DisplayWidth.Clean($"{at.File}:{at.Span.Line}"));
        _text.Append("\n\n");
    }

    private static bool IsAmongTheFirst(Dictionary<string, int> ofFile, Diagnostic finding)
    {
        if (finding.Location is not { } location) return true;
        var count = ofFile.GetValueOrDefault(location.File) + 1;
        ofFile[location.File] = count;
        return count <= MostOfOneFile;
    }

    /// <summary>What is left to fill in of a file: its first lines, the numbers of the others.</summary>
    private void Append(Unfilled unfilled)
    {
        var summary = unfilled.Summary;
        var margin = new string(' ', LineNumber(unfilled.All[^1].Location!).Length);
        AppendHead(summary);
        AppendPlace(summary, margin);
        Bar(margin).Append('\n');
        foreach (var at in unfilled.Shown(verbose))
        {
            var marked = at.Span.EndColumn - at.Span.Column;
            var excerpt = Excerpt.Of(at.Source.Line(at.Span.Line), at.Span.Column, marked, ExcerptWidth(margin));
            InGutter(LineNumber(at).PadLeft(margin.Length) + " |").Append(' ').Append(excerpt.Line).Append('\n');
        }
        if (unfilled.Others(verbose) is { } others)
            AppendRemark(margin, new($"还有第 {others} 行（-v 全部列出）", $"and lines {others} (-v shows all)"));
        AppendRemark(margin, Remedy, summary.Help);
        _text.Append('\n');
    }

    private void AppendHead(Diagnostic finding)
    {
        var name = $"{Say(finding.Severity.Name())}[{finding.Rule.Code}]";
        Head(palette.Of(finding.Severity), name, palette.Bold, Clean(finding.Message)).Append('\n');
    }

    private void Append(Diagnostic finding)
    {
        AppendHead(finding);
        var margin = finding.Location is { } at ? new string(' ', LineNumber(at).Length) : "";
        AppendPlace(finding, margin);
        if (finding.Location is { } location) AppendExcerpt(location, palette.Of(finding.Severity));
        AppendRelated(finding, margin);
        AppendRemark(margin, Basis, finding.Note);
        AppendRemark(margin, Remedy, finding.Help);
        _text.Append('\n');
    }

    /// <summary>The likeliest repair with the place of every cell; the others in a line each.</summary>
    private void Append(UnitRepairs unit)
    {
        var (repairs, count, isExhaustive) = unit.Localisation;
        var best = repairs[0];
        var advice = Clean(RepairWords.Edits(unit, best)) + Say(RepairWords.Effect(best));
        Head(palette.Remedy, Say(RepairWords.Lead(best)), palette.Bold, advice).Append('\n');
        // Several cells left out of one row have one place.
        foreach (var at in best.Edits.Select(e => e.Location ?? e.Beside).OfType<Location>().Distinct())
        {
            AppendPlace(Place(at), new string(' ', LineNumber(at).Length));
            AppendExcerpt(at, palette.Remedy);
        }
        if (best.Reason != Reasons.Other) AppendRemark("", new("看来是：", "likely: "), RepairWords.Reason(best.Reason));
        var others = repairs.Skip(1).Take(verbose ? repairs.Length : MostOtherRepairs).ToList();
        foreach (var other in others) AppendRemark("", new("也可以：", "or: "), RepairWords.Edits(unit, other));
        var hidden = count - 1 - others.Count;
        if (hidden > 0) AppendRemark("", new($"另有 {hidden} 种改动同样少的改法", $"{hidden} more repairs are as small"));
        if (!isExhaustive) AppendRemark("", new("错处较多，没有查遍所有改法", "too many mistakes: not every repair was tried"));
        _text.Append('\n');
    }

    private void AppendPlace(Diagnostic finding, string margin)
    {
        var place = finding switch
        {
            { Location: { } location } => Place(location),
            { Unit: { } unit, Year: { } year } => Say(new($"{unit}，{year} 年", $"{unit}, {year}")),
            { Unit: { } unit } => unit,
            { Year: { } year } => Say(new($"{year} 年", $"{year}")),
            _ => null,
        };
        if (place is not null) AppendPlace(place, margin);
    }

    private void AppendPlace(string place, string margin)
    {
        _text.Append(margin);
        InGutter("--> ").Append(DisplayWidth.Clean(place)).Append('\n');
    }

    private static string Place(Location at) => $"{at.File}:{at.Span.Line}:{at.Span.Column}";

    private static string LineNumber(Location at) => at.Span.Line.ToString(CultureInfo.InvariantCulture);

    /// <summary>The columns left beside the gutter, which is as wide as the margin and <c> | </c>.</summary>
    private int ExcerptWidth(string margin) =>
        Math.Max(NarrowestExcerpt, (width > 0 ? width : DisplayWidth.Usual) - margin.Length - 3);

    private void AppendExcerpt(Location location, string colour)
    {
        var span = location.Span;
        var line = location.Source.Line(span.Line);
        if (line.Length == 0) return;
        // A stretch of several lines is marked to the end of its first.
        var length = span.EndLine > span.Line ? line.Length : span.EndColumn - span.Column;
        var number = LineNumber(location);
        var margin = new string(' ', number.Length);
        var excerpt = Excerpt.Of(line, span.Column, length, ExcerptWidth(margin));
        Bar(margin).Append('\n');
        InGutter(number + " |").Append(' ').Append(Marked(excerpt, colour)).Append('\n');
        Bar(margin).Append(' ').Append(colour).Append(excerpt.Marks).Append(palette.Reset).Append('\n');
    }

    /// <summary>
    /// The line with the marked stretch in colour too: Chinese consoles of old show “ and … two columns wide, and the carets are
    /// off there.
    /// </summary>
    private string Marked(Excerpt excerpt, string colour)
    {
        if (colour.Length == 0) return excerpt.Line;
        var before = DisplayWidth.Start(excerpt.Line, excerpt.Marks.IndexOf('^', StringComparison.Ordinal));
        var marked = DisplayWidth.Start(excerpt.Line, excerpt.Marks.Length)[before.Length..];
        return $"{before}{colour}{marked}{palette.Reset}{excerpt.Line[(before.Length + marked.Length)..]}";
    }

    /// <summary>The figures that the finding was made of: those of the same file, or of the units, that are not zero.</summary>
    private void AppendRelated(Diagnostic finding, string margin)
    {
        var shown = 0;
        foreach (var related in finding.Related)
        {
            if (!verbose && !Matters(related, finding)) continue;
            if (!verbose && shown == MostRelated)
            {
                Remark(margin).Append("…\n");
                return;
            }
            var figure = DisplayWidth.Clean(Figure(related, finding.Location));
            Remark(margin);
            Prose(margin.Length + RemarkSign.Length, "", figure).Append('\n');
            shown++;
        }
    }

    // A finding on no cell has no figures: what it relates to is the other place, maybe of another file.
    private static bool Matters(Related related, Diagnostic finding)
    {
        if (related.Value.Length == 0) return false;
        if (related.Unit is not null) return related.Value != "0" || related.Location is not null;
        return related.Value != "0" && related.Location is { } at
            && (finding.Cell is null || finding.Location is null || at.File == finding.Location.File);
    }

    private string Figure(Related related, Location? location)
    {
        var cell = related.Unit is null ? related.Cell : $"{related.Unit} {related.Cell}";
        var figure = related.Value.Length == 0 ? cell : $"{cell} = {related.Value}";
        if (related.Location is not { } l) return figure;
        var colon = Say(Colon);
        return l.File != location?.File ? $"{l.File}:{l.Span.Line}{colon}{figure}"
            : language == Language.Chinese ? $"第 {l.Span.Line} 行{colon}{figure}" : $"line {l.Span.Line}{colon}{figure}";
    }

    private void AppendRemark(string margin, Text label, Text? text)
    {
        if (text is null) return;
        Remark(margin).Append(palette.Bold).Append(Say(label)).Append(palette.Reset);
        Prose(margin.Length + RemarkSign.Length + DisplayWidth.Of(Say(label)), "", Clean(text)).Append('\n');
    }

    private void AppendRemark(string margin, Text remark) => Remark(margin).Append(Say(remark)).Append('\n');

    private StringBuilder Remark(string margin)
    {
        _text.Append(margin);
        return InGutter(RemarkSign);
    }

    private StringBuilder InGutter(string sign) => _text.Append(palette.Gutter).Append(sign).Append(palette.Reset);

    /// <summary>What stands at the head of a finding: what it is, and then what it says.</summary>
    private StringBuilder Head(string colour, string name, string style, string text)
    {
        var colon = Say(Colon);
        _text.Append(colour).Append(name).Append(palette.Reset).Append(style).Append(colon);
        return Prose(DisplayWidth.Of(name + colon), style, text);
    }

    /// <summary>A text behind so many columns; on a terminal in lines of its width, each below the first.</summary>
    private StringBuilder Prose(int taken, string style, string text)
    {
        var end = style.Length > 0 ? palette.Reset : "";
        if (width - taken < NarrowestProse) return _text.Append(text).Append(end);
        // Each line begins and ends its own colours: a terminal may show any of them alone.
        var lineBreak = $"{end}\n{new string(' ', taken)}{style}";
        return _text.AppendJoin(lineBreak, Wrapped.Lines(text, width - taken)).Append(end);
    }

    private StringBuilder Bar(string margin)
    {
        _text.Append(margin);
        return InGutter(" |");
    }

    private string Clean(Text text) => DisplayWidth.Clean(Say(text));

    private string Say(Text text) => text.In(language);
}
