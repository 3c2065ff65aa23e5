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
    private const string Style = "body{font:16px/1.6 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
        + "table{border-collapse:collapse;width:100%;margin:0 0 2em}caption{text-align:left;font-weight:bold;padding:.5em 0}"
        + "th,td{border:1px solid #767676;padding:.25em .6em;text-align:left}td.n{text-align:right;font-variant-numeric:tabular-nums}"
        + "tr.jump td{background:#fff0c2}.doubt{border-left:.3em solid #b3261e;padding:.2em .8em;font-weight:bold}";

    // Nothing from outside, no script: the page is its own bytes.
    private const string Policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">";

    private readonly StringBuilder _text = new();

    /// <summary>The page.</summary>
    public override string ToString()
    {
        var title = Say(new($"{comparison.After.Authority}：{comparison.Before.Year} 年与 {comparison.After.Year} 年",
            $"{comparison.After.Authority}: {comparison.Before.Year} and {comparison.After.Year}"));
        _text.Append("<!DOCTYPE html>\n<html lang=\"").Append(Say(new("zh-CN", "en"))).Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"robots\" content=\"noindex\">\n").Append(Policy)
            .Append("\n<title>").Append(Encode(title)).Append("</title>\n<style>").Append(Style).Append("</style>\n</head>\n")
            .Append("<body>\n<main>\n<h1>").Append(Encode(title)).Append("</h1>\n");
        foreach (var district in comparison.InDoubt) Paragraph(SingleProject.DoubtOf(district.Year), " class=\"doubt\"");
        Paragraph(comparison.Summary());
        Table(comparison.After.Authority, comparison.Totals, hasBefore: true, hasAfter: true);
        foreach (var line in comparison.Units ?? [])
            Table(Say(Comparison.Name(line)), line.Changes, !line.Before.IsEmpty, !line.After.IsEmpty);
        return _text.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private void Paragraph(Text text, string attributes = "") =>
        _text.Append("<p").Append(attributes).Append('>').Append(Encode(Say(text))).Append("</p>\n");

    private void Table(string name, ImmutableArray<Change> changes, bool hasBefore, bool hasAfter)
    {
        var shown = Comparison.Shown(changes).ToList();
        if (shown.Count == 0) return;
        _text.Append("<table>\n<caption>").Append(Encode(name)).Append("</caption>\n<tr>");
        foreach (var head in (string[])[Say(new("单元格", "cell")), Year(comparison.Before.Year), Year(comparison.After.Year),
            Say(new("增减", "change")), Say(new("说明", "remark"))])
            _text.Append("<th scope=\"col\">").Append(Encode(head)).Append("</th>");
        _text.Append("</tr>\n");
        foreach (var change in shown) Row(change, Say(comparison.Remark(change, hasBefore, hasAfter)));
        _text.Append("</table>\n");
    }

    private void Row(Change change, string remark)
    {
        _text.Append(change.IsJump ? "<tr class=\"jump\">" : "<tr>").Append("<th scope=\"row\">").Append(Encode(change.Path))
            .Append("</th>");
        foreach (var figure in (string[])[Comparison.Value(change.Before), Comparison.Value(change.After), Comparison.Delta(change)])
            _text.Append("<td class=\"n\">").Append(figure).Append("</td>");
        _text.Append("<td>").Append(Encode(remark)).Append("</td></tr>\n");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private string Say(Text text) => text.In(language);
}
