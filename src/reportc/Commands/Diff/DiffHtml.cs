using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Reportc.Projects;
using ReportCompiler.Diagnostics;
using ReportCompiler.Rules;

namespace Reportc.Commands.Diff;

/// <summary>What changed between two years as a page of its own, without scripts or outside requests.</summary>
internal sealed class DiffHtml(Comparison comparison, Language language)
{
    private const string Viewport = "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">";

    // Nothing from outside, no script: the page is its own bytes.
    private const string Policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">";

    private readonly StringBuilder _text = new();

    /// <summary>The page.</summary>
    public override string ToString()
    {
        var title = Say(new($"{comparison.After.Authority}：{comparison.Before.Year} 年与 {comparison.After.Year} 年",
            $"{comparison.After.Authority}: {comparison.Before.Year} and {comparison.After.Year}"));
        _text.Append("<!DOCTYPE html>\n<html lang=\"").Append(Say(new("zh-CN", "en"))).Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append(Viewport).Append("\n<meta name=\"robots\" content=\"noindex\">\n").Append(Policy)
            .Append("\n<title>").Append(Encode(title)).Append("</title>\n<style>\n").Append(Style())
            .Append("</style>\n</head>\n<body>\n<main>\n<h1>").Append(Encode(title)).Append("</h1>\n");
        foreach (var district in comparison.InDoubt) Paragraph(SingleProject.DoubtOf(district.Year), " class=\"doubt\"");
        Paragraph(comparison.Summary());
        Section(comparison.After.Authority, comparison.Totals, hasBefore: true, hasAfter: true);
        foreach (var line in comparison.Units ?? [])
            Section(Say(Comparison.Name(line)), line.Changes, !line.Before.IsEmpty, !line.After.IsEmpty);
        return _text.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static string Style()
    {
        using var reader = new StreamReader(typeof(DiffHtml).Assembly.GetManifestResourceStream("diff/diff.css")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private void Paragraph(Text text, string attributes = "") =>
        _text.Append("<p").Append(attributes).Append('>').Append(Encode(Say(text))).Append("</p>\n");

    /// <summary>The authority or a line of units: a table for each table of the form.</summary>
    private void Section(string name, ImmutableArray<Change> changes, bool hasBefore, bool hasAfter)
    {
        // All of them, so that the tables stand in the order of the form, whichever of them changed.
        var tables = changes.GroupBy(c => c.Path.Split('.')[0], StringComparer.Ordinal)
            .Select(t => (t.Key, Shown: Comparison.Shown(t).ToList())).Where(t => t.Shown.Count > 0).ToList();
        if (tables.Count == 0) return;
        _text.Append("<section>\n<h2>").Append(Encode(name)).Append("</h2>\n");
        foreach (var (table, shown) in tables)
        {
            Head(table);
            foreach (var change in shown) Row(change, Say(comparison.Remark(change, hasBefore, hasAfter)));
            _text.Append("</tbody>\n</table>\n");
        }
        _text.Append("</section>\n");
    }

    private void Head(string table)
    {
        _text.Append("<table>\n<caption>").Append(Encode(table)).Append("</caption>\n<thead>\n<tr><td class=\"corner\">")
            .Append(Say(new("单元格", "cell"))).Append("</td>");
        foreach (var head in (string[])[Year(comparison.Before.Year), Year(comparison.After.Year),
            Say(new("增减", "change")), Say(new("增减 %", "change, %"))])
            _text.Append("<th scope=\"col\">").Append(Encode(head)).Append("</th>");
        _text.Append("</tr>\n</thead>\n<tbody>\n");
    }

    private void Row(Change change, string remark)
    {
        var levels = change.Path.Split('.');
        _text.Append(change.IsJump ? "<tr class=\"jump\">" : "<tr>").Append("<th scope=\"row\">")
            .AppendJoin(" › ", levels.Skip(levels.Length > 1 ? 1 : 0).Select(Encode));
        // The path is Chinese, as the form is.
        if (language == Language.English) Small(change.Gloss);
        Small(remark);
        _text.Append("</th>");
        foreach (var figure in (string[])[Comparison.Value(change.Before), Comparison.Value(change.After), Comparison.Delta(change),
            Say(Comparison.Percent(change))])
            _text.Append("<td>").Append(Encode(figure)).Append("</td>");
        _text.Append("</tr>\n");
    }

    private void Small(string text)
    {
        if (text.Length > 0) _text.Append(" <small>").Append(Encode(text)).Append("</small>");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private string Say(Text text) => text.In(language);
}
