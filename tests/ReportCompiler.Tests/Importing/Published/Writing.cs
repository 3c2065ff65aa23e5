using System.Globalization;
using System.Net;
using System.Text;
using static ReportCompiler.Tests.Importing.Office.OfficeMaker;

namespace ReportCompiler.Tests.Importing.Published;

/// <summary>Writes a published report in the formats that offices publish in.</summary>
internal static class Writing
{
    /// <summary>The formats.</summary>
    public static readonly Dictionary<string, Func<PublishedReport, Look, Random, byte[]>> Formats = new(StringComparer.Ordinal)
    {
        ["html"] = (report, look, random) => Encoding.UTF8.GetBytes(Html(report, look, random)),
        ["docx"] = Word,
        ["xlsx"] = (report, look, random) => SheetWriting.Xlsx(report, look, random),
        ["xls"] = (report, look, _) => OldSheetWriting.Xls(report, look),
        ["csv"] = (report, look, _) => Csv(report, look),
        ["txt"] = (report, look, random) => Encoding.UTF8.GetBytes(new LayoutWriting(look, random).Write(report)),
    };

    private static string Html(PublishedReport report, Look look, Random random)
    {
        var html = new StringBuilder("<html><head><meta charset=\"utf-8\"><title>年报</title></head><body>\n");
        if (look.IsFramed) html.Append("<table width=\"100%\"><tr><td><table><tr><td>首页</td><td>12</td></tr></table></td><td>\n");
        foreach (var part in report.Parts)
        {
            if (part.Table is null) html.Append(CultureInfo.InvariantCulture, $"<p>{WebUtility.HtmlEncode(part.Line)}</p>\n");
            else Html(html, part.Table, look, random);
        }
        return html.Append(look.IsFramed ? "</td></tr></table>" : "").Append("</body></html>\n").ToString();
    }

    private static void Html(StringBuilder html, PublishedTable table, Look look, Random random)
    {
        html.Append("<table border=\"1\">\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row)
            {
                html.Append("<td");
                if (cell.Columns > 1) html.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.Columns}\"");
                if (cell.Rows > 1) html.Append(CultureInfo.InvariantCulture, $" rowspan={cell.Rows}");
                html.Append('>').Append(look.Html(cell, random)
                    ?? WebUtility.HtmlEncode(cell.Text).Replace("\n", "<br>", StringComparison.Ordinal)).Append("</td>");
            }
            html.Append("</tr>\n");
        }
        html.Append("</table>\n");
    }

    private static byte[] Word(PublishedReport report, Look look, Random random)
    {
        var body = string.Concat(report.Parts.Select(p => p.Table is null ? P(Xml(p.Line)) : Word(p.Table, look, random)));
        return Docx(look.IsFramed ? Tbl(Tc(body)) : body, look.WordParts);
    }

    private static string Word(PublishedTable table, Look look, Random random)
    {
        var places = table.Places();
        var rows = new StringBuilder();
        for (var row = 0; row < places.Rows; row++)
        {
            var line = new StringBuilder();
            for (var column = 0; column < places.Columns;)
            {
                if (places[row, column] is not { } cell)
                {
                    column++;
                    continue;
                }
                var begins = places.Begins(row, column);
                var merge = cell.Rows == 1 ? "" : begins && !look.HasNoRestart ? """<w:vMerge w:val="restart"/>""" : "<w:vMerge/>";
                var content = !begins ? P("") : look.Word(cell, random) ?? Look.Paragraphs(cell.Text);
                line.Append(look.Wrapped(Tc(content, $"<w:gridSpan w:val=\"{cell.Columns}\"/>{merge}")));
                column += cell.Columns;
            }
            rows.Append(look.Wrapped($"<w:tr>{line}</w:tr>"));
            if (!look.IsNoisy || row < 4 || random.Next(4) > 0) continue;
            var noise = string.Concat(Enumerable.Repeat(Tc("9"), places.Columns));
            var how = random.Next(2) == 0 ? "del" : "hidden";
            rows.Append(CultureInfo.InvariantCulture, $"<w:tr><w:trPr><w:{how}/></w:trPr>{noise}</w:tr>");
        }
        return $"<w:tbl><w:tblPr/>{rows}</w:tbl>";
    }

    private static byte[] Csv(PublishedReport report, Look look)
    {
        var text = new StringBuilder();
        foreach (var part in report.Parts)
        {
            var rows = part.Table?.Places().Apart(repeats: false).ConvertAll(r => r.ConvertAll(c => c.Text)) ?? [[part.Line]];
            foreach (var row in rows) text.AppendJoin(look.Sign, row.Select(Quoted)).Append("\r\n");
        }
        return look.IsGbk ? CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text.ToString())
            : Encoding.UTF8.GetBytes(text.ToString());

        string Quoted(string cell) => cell.IndexOfAny(['"', '\n', look.Sign]) < 0 ? cell
            : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
