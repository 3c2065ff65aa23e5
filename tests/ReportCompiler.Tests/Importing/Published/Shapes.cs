using System.Globalization;
using ReportCompiler.Forms;

namespace ReportCompiler.Tests.Importing.Published;

/// <summary>The shapes that offices give the tables of their reports, in all formats.</summary>
internal static class Shapes
{
    private static readonly string[] Zeros = ["", "-", "/", "—", "无", "0"];

    /// <summary>The shapes by their names.</summary>
    public static readonly Dictionary<string, Shape> All = new(StringComparer.Ordinal)
    {
        ["as printed"] = new(),
        ["joined cells lost, text in each place"] = Table(t => t.Of(t.Places().Apart(repeats: true))),
        ["joined cells lost, text in the first place"] = Table(t => t.Of(t.Places().Apart(repeats: false))),
        ["rows no longer joined, text in each"] = Table(RowsApart),
        ["group labels of one letter a line"] = Labels((c, _) => c.Rows > 1 ? string.Join('\n', c.Text.AsEnumerable()) : c.Text),
        ["labels broken anywhere"] = Labels((c, r) => c.Text.Length < 3 ? c.Text : c.Text.Insert(r.Next(1, c.Text.Length), "\n")),
        ["labels of two letters a line"] = Labels(
            (c, _) => c.Columns > 1 ? c.Text : string.Join('\n', c.Text.Chunk(2).Select(s => new string(s)))),
        ["all in a table that lays out the page"] = new("html docx") { Look = new Look { IsFramed = true } },
        ["heads again in mid-table"] = Table(t => Cut(t, hasHead: true)),
        ["a page's number in mid-table"] = Table(t =>
        {
            var cut = Cut(t, hasHead: false);
            cut.Rows.Insert(cut.FirstFigures + Half(t), [new PublishedCell("- 3 -") { Columns = t.Places().Columns }]);
            return cut;
        }),
        ["a table cut by a page"] = new() { Make = (r, _) => Each(r, t => Halves(t, hasHead: false), "- 3 -") },
        ["a table cut by a page, heads again"] = new() { Make = (r, _) => Each(r, t => Halves(t, hasHead: true), "- 3 -") },
        ["two tables as one"] = new() { Make = (r, _) => Join(r) },
        ["a table for each band"] = new() { Make = (r, _) => Each(r, BandsApart, "") },
        ["spans beyond the table"] = Table(t =>
        {
            var places = t.Places();
            foreach (var row in t.Rows.Where(r => r is [.., { IsFigure: false } last]
                && places.First(last).Column + last.Columns == places.Columns)) row[^1].Columns += 3;
            t.Rows.FindLast(r => r.Count > 0 && !r[0].IsFigure)![0].Rows += 2;
            return t;
        }),
        ["numbers 1) and ①"] = Labels((c, _) => Numbered(c.Text, "1.", "2.", "①", "②")),
        ["numbers in half width"] = Labels((c, _) => c.Text.Replace('（', '(').Replace('）', ')').Replace("、", ".",
            StringComparison.Ordinal)),
        ["no numbers"] = Labels((c, _) => Unnumbered(c.Text)),
        ["figures in full width, grouped, with spaces"] = Figures((c, r) => r.Next(3) switch
        {
            0 => string.Concat(c.Text.Select(d => d is >= '0' and <= '9' ? (char)(d + 0xFEE0) : d)),
            1 => decimal.Parse(c.Text, CultureInfo.InvariantCulture).ToString("#,0.######", CultureInfo.InvariantCulture),
            _ => $"\u00A0{c.Text} ",
        }),
        ["a unit in each cell"] = Figures((c, _) => c.Text + c.Cell!.Unit),
        ["a unit in each label"] = Labels(
            (c, _) => c.Text is "规章" or "行政许可" or "行政处罚" or "行政强制" or "总计" ? $"{c.Text}（件）" : c.Text),
        ["a row of the unit"] = Table(t =>
        {
            t.Rows.Insert(0, [new PublishedCell("单位：件") { Columns = t.Places().Columns }]);
            return t;
        }),
        ["a line of the unit"] = new()
        {
            Make = (r, _) => r.Tables.ForEach(t => r.Replace(t, new PublishedPart("（单位：件、万元）"), new(t))),
        },
        ["zeros of all kinds"] = new() { Make = Zero },
        ["zeros with decimals"] = Figures((c, r) => c.Text == "0" && r.Next(2) == 0 ? "0.0" : c.Text),
        ["amounts in 元 by a line above"] = new() { Make = (r, _) => InYuan(r, isRow: false) },
        ["amounts in 元 by a row"] = new() { Make = (r, _) => InYuan(r, isRow: true) },
        ["amounts in 元 by their label"] = new() { Make = Yuan },
        ["notes on figures"] = Figures(
            (c, r) => r.Next(6) == 0 && c.Text.Length > 0 ? c.Text + (r.Next(2) == 0 ? "①" : "（含上年1件）") : c.Text),
        ["notes on labels"] = Labels((c, r) => r.Next(4) == 0 && c.Text.Length > 1 ? c.Text + (r.Next(2) == 0 ? "[1]" : "*") : c.Text),
        ["turned, rows as columns"] = Table(t => t.Of(t.Places().Turned())),
        ["总计 first"] = Table(TotalFirst),
        ["lines before the heads"] = Table(t =>
        {
            var columns = t.Places().Columns;
            t.Rows.InsertRange(0,
            [
                [new PublishedCell("某市样例局政府信息公开情况统计表") { Columns = columns }],
                [new PublishedCell("填报单位：某市样例局    填报人：张三    填报日期：2022年1月5日") { Columns = columns }],
            ]);
            return t;
        }),
        ["a number before each row"] = Table(t => Beside(t, isFirst: true, "序号", i => $"{i}")),
        ["a code beside each row"] = Table(t => Beside(t, isFirst: false, "代码", i => $"{i:00}")),
        ["a remark behind each row"] = Table(t => Behind(t, "备注", i => i % 4 == 0 ? "含下属单位" : "")),
        ["a row of another form"] = Table(t =>
        {
            var at = t.FirstFigures + 1;
            if (t.Table.IsAcross || at >= t.Rows.Count) return t;
            t.Rows.Insert(at, t.Rows[at - 1].ConvertAll(c => c.IsFigure ? new PublishedCell("7") { Columns = c.Columns }
                : new PublishedCell("其中：通过政务服务平台办理的") { Columns = c.Columns }));
            return t;
        }),
        ["a note below the table"] = Table(t =>
        {
            var columns = t.Places().Columns;
            t.Rows.Add([new PublishedCell("注：本表数据统计期限为1月1日至12月31日，2020年数据见上年报告。") { Columns = columns }]);
            return t;
        }),
        ["heads broken over two rows"] = Table(HeadsOverRows),
        ["two halves side by side"] = new() { Make = (r, _) => r.Tables.ForEach(SideBySide), Editions = "2014" },
        ["last year beside it"] = Table(t => t.Table.IsAcross || t.Table.Bands.Length > 1 ? t
            : Behind(t, "上年同期", i => $"{90000 + i}")),
        ["docx, joined rows without a beginning"] = new("docx") { Look = new Look { HasNoRestart = true } },
        ["docx, all in controls"] = new("docx")
        {
            Look = new Look { Wrapped = x => $"<w:sdt><w:sdtPr/><w:sdtContent>{x}</w:sdtContent></w:sdt>" },
        },
        ["xlsx, a cover before it"] = new("xlsx") { Look = new Look { HasCover = true } },
        ["xlsx, figures that look like dates"] = new("xlsx")
        {
            Look = new Look
            {
                ExcelStyles = """<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>""",
                Excel = (c, r) => c.IsFigure && c.Cell!.Kind == ValueKind.Count && c.Text.Length > 3 && r.Next(3) == 0
                    ? $"<c s=\"1\"><v>{c.Text}</v></c>" : null,
            },
        },
        ["csv, tabs"] = Delimited('\t', (c, _) => c.Text),
        ["csv, semicolons in GBK"] = new("csv") { Look = new Look { Sign = ';', IsGbk = true } },
        ["csv, tabs and breaks in quotes"] = Delimited('\t', Broken),
        ["csv, commas and breaks in quotes"] = Delimited(',', Broken),
        ["csv, bars"] = Delimited('|', (c, _) => c.Text),
        ["txt, pages"] = new("txt") { Look = new Look { PageOfText = 33 } },
        ["txt, figures beside the middle"] = new("txt") { Look = new Look { Shift = 3 } },
        ["figures broken over lines"] = Figures(
            (c, r) => c.Text.Length > 3 && r.Next(3) == 0 ? c.Text.Insert(c.Text.Length - 1, "\n") : c.Text),
    };

    private static Shape Table(Func<PublishedTable, PublishedTable> make) => new()
    {
        Make = (report, _) => report.Tables.ForEach(t => report.Replace(t, new PublishedPart(make(t)))),
    };

    private static Shape Labels(Func<PublishedCell, Random, string> text) => new()
    {
        Make = (report, random) => Cells(report, c => !c.IsFigure, c => c.Text = text(c, random)),
    };

    private static Shape Figures(Func<PublishedCell, Random, string> text) => new()
    {
        Make = (report, random) => Cells(report, c => c.IsFigure, c => c.Text = text(c, random)),
    };

    private static Shape Delimited(char sign, Func<PublishedCell, Random, string> text) =>
        Labels(text) with { Formats = "csv", Look = new Look { Sign = sign } };

    private static string Broken(PublishedCell cell, Random random) =>
        cell.Text.Length < 4 ? cell.Text : cell.Text.Insert(random.Next(1, cell.Text.Length), "\n");

    private static void Cells(PublishedReport report, Predicate<PublishedCell> which, Action<PublishedCell> change)
    {
        foreach (var cell in report.Tables.SelectMany(t => t.Rows).SelectMany(r => r).Where(c => which(c))) change(cell);
    }

    private static void Each(PublishedReport report, Func<PublishedTable, IEnumerable<PublishedTable>> divide, string between)
    {
        foreach (var table in report.Tables)
        {
            var parts = divide(table).SelectMany(t => new[] { new PublishedPart(between), new PublishedPart(t) }).Skip(1).ToList();
            report.Replace(table, parts.Where(p => p.Table is not null || p.Line.Length > 0));
        }
    }

    private static int Half(PublishedTable table) => (table.Rows.Count - table.FirstFigures) / 2;

    /// <summary>The table as it stands on two pages: what reaches over the end of the first is said again on the second.</summary>
    private static PublishedTable[] Halves(PublishedTable table, bool hasHead)
    {
        var (places, at) = (table.Places(), table.FirstFigures + Half(table));
        if (table.Table.IsAcross || (table.Table.Bands.Length > 1 && hasHead) || at >= places.Rows) return [table];
        var rest = table.Of(table.Rows[at..].Select(r => r.ToList()));
        var first = table.Of(table.Rows[..at].Select(r => r.ToList()));
        for (var column = places.Columns - 1; column >= 0; column--)
        {
            if (places[at, column] is not { } cell) continue;
            var (row, from) = places.First(cell);
            if (row == at || from != column) continue;
            rest.Rows[0].Insert(0, cell with { Rows = row + cell.Rows - at });
            cell.Rows = at - row;
        }
        if (hasHead) rest.Rows.InsertRange(0, table.Rows[..table.FirstFigures].Select(r => r.ConvertAll(c => c with { })));
        return [first, rest];
    }

    private static PublishedTable Cut(PublishedTable table, bool hasHead) =>
        Halves(table, hasHead) is [var first, var rest] ? table.Of([.. first.Rows, .. rest.Rows]) : table;

    private static void Join(PublishedReport report)
    {
        var tables = report.Tables;
        if (tables.Count < 2) return;
        var all = tables[0].Of(tables[0].Rows);
        foreach (var next in tables.Skip(1))
        {
            all.Rows.Add([new PublishedCell(next.Table.Caption) { Columns = all.Places().Columns }]);
            all.Rows.AddRange(next.Rows);
        }
        report.Replace(tables[0], new PublishedPart(all));
        report.Parts.RemoveAll(p => p.Table is { } t && t != all);
    }

    private static IEnumerable<PublishedTable> BandsApart(PublishedTable table)
    {
        if (table.Table.Bands.Length < 2) return [table];
        var bands = new List<PublishedTable>();
        foreach (var row in table.Rows)
        {
            if (row.Count == 1) bands.Add(table.Of([]));
            bands[^1].Rows.Add(row);
        }
        return bands;
    }

    private static PublishedTable RowsApart(PublishedTable table)
    {
        var places = table.Places();
        return table.Of(Enumerable.Range(0, places.Rows).Select(r => Enumerable.Range(0, places.Columns)
            .Where(c => places[r, c] is { } cell && places.First(cell).Column == c).Select(c => places[r, c]! with { Rows = 1 }).ToList()));
    }

    private static readonly string[] Chinese = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];

    private static string Unnumbered(string text)
    {
        var rest = text.TrimStart('（').TrimStart([.. "一二三四五六七八九12345678"]);
        return rest.Length < text.Length && rest.Length > 1 && rest[0] is '）' or '、' or '.' or '．' ? rest[1..] : text;
    }

    /// <summary>A label with the numbers of another house: 1) for （一）, ① for 1.</summary>
    private static string Numbered(string text, params string[] _)
    {
        var rest = Unnumbered(text);
        if (rest == text) return text;
        var group = Array.FindIndex(Chinese, c => text.StartsWith($"（{c}）", StringComparison.Ordinal));
        if (group >= 0) return $"{group + 1}){rest}";
        return char.IsAsciiDigit(text[0]) ? $"{(char)('①' + (text[0] - '1'))}{rest}" : text;
    }

    private static void Zero(PublishedReport report, Random random) => Cells(report, c => c is { IsFigure: true, Text: "0" }, c =>
    {
        c.Text = Zeros[random.Next(Zeros.Length)];
        if (c.Text is not ("无" or "0")) report.Truth[c.Cell!] = "";
    });

    private static void InYuan(PublishedReport report, bool isRow)
    {
        foreach (var table in report.Tables.Where(t => t.Table.Leaves.Any(r => r.Cells.Any(c => c.Kind == ValueKind.Amount))))
        {
            if (isRow) table.Rows.Insert(0, [new PublishedCell("单位：件、元") { Columns = table.Places().Columns }]);
            else report.Replace(table, new PublishedPart("（单位：件、元）"), new(table));
        }
        AsYuan(report);
    }

    private static void Yuan(PublishedReport report, Random random)
    {
        Cells(report, c => !c.IsFigure && (c.Text.Contains("金额", StringComparison.Ordinal) || c.Text.Contains('费')),
            c => c.Text = c.Text.Contains('元') ? c.Text.Replace("万元", "元", StringComparison.Ordinal) : $"{c.Text}（元）");
        AsYuan(report);
    }

    private static void AsYuan(PublishedReport report) => Cells(report, c => c.Cell?.Kind == ValueKind.Amount, c =>
        c.Text = (decimal.Parse(c.Text, CultureInfo.InvariantCulture) * 10_000).ToString("0.##", CultureInfo.InvariantCulture));

    private static PublishedTable TotalFirst(PublishedTable table)
    {
        if (table.Table.IsAcross || table.Table.Bands.Length > 1 || table.Table.Bands[0].Leaves.Length < 2) return table;
        foreach (var row in table.Rows.Where(r => r.Count > 1 && (r[^1].IsFigure || r[^1].Text == "总计")))
        {
            var total = row[^1];
            row.RemoveAt(row.Count - 1);
            row.Insert(total.IsFigure ? row.FindIndex(c => c.IsFigure) : 0, total);
        }
        return table;
    }

    private static PublishedTable Beside(PublishedTable table, bool isFirst, string head, Func<int, string> text)
    {
        if (table.Table.IsAcross || table.Table.Bands.Length > 1) return table;
        var (first, number) = (table.FirstFigures, 0);
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var at = isFirst ? 0 : row < first ? 1 : table.Rows[row].FindIndex(c => c.IsFigure);
            if (row == 0) table.Rows[0].Insert(at, new PublishedCell(head) { Rows = first });
            else if (row >= first && at >= 0) table.Rows[row].Insert(at, new PublishedCell(text(++number)));
            else if (row >= first) table.Rows[row].Insert(isFirst ? 0 : table.Rows[row].Count - 1, new PublishedCell(""));
        }
        return table;
    }

    private static PublishedTable Behind(PublishedTable table, string head, Func<int, string> text)
    {
        if (table.Table.IsAcross) return table;
        if (table.Table.Bands.Length > 1)
        {
            foreach (var row in table.Rows.Where(r => r.Count > 1))
                row.Add(new PublishedCell(row.Exists(c => c.IsFigure) ? text(row.GetHashCode() % 9) : head));
            foreach (var row in table.Rows.Where(r => r.Count == 1)) row[0].Columns++;
            return table;
        }
        table.Rows[0].Add(new PublishedCell(head) { Rows = table.FirstFigures });
        for (var row = table.FirstFigures; row < table.Rows.Count; row++) table.Rows[row].Add(new PublishedCell(text(row)));
        return table;
    }

    /// <summary>The long headings each begun in a cell and gone on with in the cell below.</summary>
    private static PublishedTable HeadsOverRows(PublishedTable table)
    {
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var next = row + 1 < table.Rows.Count ? table.Rows[row + 1] : [];
            if (table.Rows[row].Count < 2 || table.Rows[row].Exists(c => c.IsFigure || c.Rows > 1)
                || !next.Exists(c => c.IsFigure)) continue;
            var rest = table.Rows[row].ConvertAll(c => c with { Text = c.Text.Length > 3 ? c.Text[3..] : "" });
            foreach (var cell in table.Rows[row].Where(c => c.Text.Length > 3)) cell.Text = cell.Text[..3];
            table.Rows.Insert(++row, rest);
        }
        return table;
    }

    /// <summary>The second half of a long list beside the first, with the heads again.</summary>
    private static void SideBySide(PublishedTable table)
    {
        var first = table.FirstFigures;
        first -= table.Rows[first - 1].Exists(c => c.Text.Length == 0) ? 1 : 0;
        var (heads, rows) = (table.Rows[..first], table.Rows[first..]);
        var half = (rows.Count + 1) / 2;
        table.Rows.Clear();
        foreach (var head in heads) table.Rows.Add([.. head, .. head.Select(c => c with { })]);
        for (var i = 0; i < half; i++) table.Rows.Add([.. rows[i], .. half + i < rows.Count ? rows[half + i] : []]);
    }
}
