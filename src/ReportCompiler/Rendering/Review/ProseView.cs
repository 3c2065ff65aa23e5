using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Input;
using ReportCompiler.Narratives;
using ReportCompiler.Narratives.Checks;

namespace ReportCompiler.Rendering.Review;

/// <summary>The prose with every figure marked by what is known of it, and what each is held to.</summary>
internal static class ProseView
{
    /// <summary>The prose; null if there is none that was held to the tables.</summary>
    public static NamedValues? Of(CheckedYear review, Narrative? prose)
    {
        if (prose?.Rendered is not { Text: { Length: > 0 } text }) return null;
        var tally = ProseTally.Of(prose.Figures);
        return new NamedValues(
            ("个数", tally.Figures),
            ("计算", tally.Computed),
            ("相符", tally.Verified),
            ("不符", tally.Contradicted),
            ("另有范围", tally.Outside),
            ("未读懂", tally.Unread),
            ("段", Paragraphs(review, text, prose.Figures)));
    }

    /// <summary>A line of the narrative a paragraph; nothing of its markup is taken for any.</summary>
    private static string Paragraphs(CheckedYear review, string text, IReadOnlyList<ProseFigure> all)
    {
        var html = new StringBuilder();
        var figures = all.OrderBy(f => f.From).ToList();
        var next = 0;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
            {
                var isHeading = text[start] == '#';
                html.Append(isHeading ? "<p><b>" : "<p>");
                var at = isHeading ? start + text.AsSpan(start, end - start).IndexOfAnyExcept('#', ' ') : start;
                for (; next < figures.Count && figures[next].From < end; next++)
                {
                    var figure = figures[next];
                    if (figure.From < at || figure.To > end) continue;
                    html.Append(Escape.Html(text[at..figure.From]));
                    Mark(html, review, figure, text[figure.From..figure.To]);
                    at = figure.To;
                }
                html.Append(Escape.Html(text[at..end])).Append(isHeading ? "</b></p>\n" : "</p>\n");
            }
            start = end + 1;
        }
        return html.ToString();
    }

    private static void Mark(StringBuilder html, CheckedYear review, ProseFigure figure, string text)
    {
        var (name, word) = Sign(figure.Knowledge);
        var sign = word.In(review.District.Edition.Language);
        html.Append("<span class=\"figure ").Append(name).Append("\" title=\"").Append(Escape.Html(Note(review, figure))).Append("\">")
            .Append(Escape.Html(text)).Append("<small>").Append(sign).Append("</small></span>");
    }

    /// <summary>The class of a mark, and the word that says it where colours are not seen.</summary>
    private static (string Class, Text Sign) Sign(Knowledge knowledge) => knowledge switch
    {
        Knowledge.Computed => ("computed", new("算", "computed")),
        Knowledge.Verified => ("verified", new("符", "right")),
        Knowledge.Contradicted => ("contradicted", new("不符", "wrong")),
        Knowledge.Outside => ("outside", new("外", "outside")),
        _ => ("unread", new("未读", "unread")),
    };

    private static string Note(CheckedYear review, ProseFigure figure)
    {
        var cells = figure switch
        {
            { Fitting: [var fitting, ..] } => fitting,
            { Claim.Readings: [var first, ..] } => first,
            _ => [],
        };
        var language = review.District.Edition.Language;
        var before = new Text("上年.", "the year before: ").In(language);
        var of = figure.Claim is { LastYear: true } ? review.ShownLast : review.District;
        var known = string.Join(" + ", cells.Select(c => $"{(figure.Claim!.LastYear ? before : "")}{c.Path}"))
            + (of is null || cells.IsEmpty || CheckedProse.Sum(of.Totals, cells) is not { } sum ? ""
                : new Text("：", ": ").In(language) + Figure.Format(sum));
        var said = figure.Knowledge switch
        {
            Knowledge.Computed => new Text("由表达式计算", "computed by an expression"),
            Knowledge.Verified => known.Length > 0 ? new($"与表相符：{known}", $"as the tables say: {known}")
                : new("由旁边的数复算相符", "worked out from the figures beside it"),
            Knowledge.Contradicted => known.Length > 0 ? new($"与表不符：{known}", $"not as the tables say: {known}")
                : new("由旁边的数复算不符", "not what the figures beside it give"),
            Knowledge.Outside => new("说的不是这几张表的数，没有核对", "no figure of these tables; not compared"),
            _ => new("没有读懂，没有核对", "not understood; not compared"),
        };
        return said.In(language);
    }
}
