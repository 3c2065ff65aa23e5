using System.Text;
using ReportCompiler.Input;
using ReportCompiler.Narratives;

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
        var (name, sign) = Sign(figure.Knowledge);
        html.Append("<span class=\"figure ").Append(name).Append("\" title=\"").Append(Escape.Html(Note(review, figure))).Append("\">")
            .Append(Escape.Html(text)).Append("<small>").Append(sign).Append("</small></span>");
    }

    /// <summary>The class of a mark, and the word that says it where colours are not seen.</summary>
    private static (string Class, string Sign) Sign(Knowledge knowledge) => knowledge switch
    {
        Knowledge.Computed => ("computed", "算"),
        Knowledge.Verified => ("verified", "符"),
        Knowledge.Contradicted => ("contradicted", "不符"),
        Knowledge.Outside => ("outside", "外"),
        _ => ("unread", "未读"),
    };

    private static string Note(CheckedYear review, ProseFigure figure)
    {
        var cells = figure switch
        {
            { Fitting: [var fitting, ..] } => fitting,
            { Claim.Readings: [var first, ..] } => first,
            _ => [],
        };
        var of = figure.Claim is { LastYear: true } ? review.ShownLast : review.District;
        var known = string.Join(" + ", cells.Select(c => $"{(figure.Claim!.LastYear ? "上年." : "")}{c.Path}"))
            + (of is null || cells.IsEmpty ? "" : CheckedProse.Sum(of.Totals, cells) is { } sum ? $"：{Figure.Format(sum)}" : "");
        return figure.Knowledge switch
        {
            Knowledge.Computed => "由表达式计算",
            Knowledge.Verified => known.Length > 0 ? $"与表相符：{known}" : "由旁边的数复算相符",
            Knowledge.Contradicted => known.Length > 0 ? $"与表不符：{known}" : "由旁边的数复算不符",
            Knowledge.Outside => "说的不是这几张表的数，没有核对",
            _ => "没有读懂，没有核对",
        };
    }
}
