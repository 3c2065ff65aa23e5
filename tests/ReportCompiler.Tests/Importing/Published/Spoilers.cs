namespace ReportCompiler.Tests.Importing.Published;

/// <summary>What goes wrong with a report before or after it is published: each spoils a table, or all of them.</summary>
internal static class Spoilers
{
    private static readonly string[] Notes = ["（含上年1）", "①", "*", "[2]", "（其中修订 1 件）", "+3", "/4", "人"];

    private static readonly string[] Blanks = ["", "-", "/", "—", " ", "--"];

    /// <summary>Where a row has no cell too few or too many, since what lacks one cannot be told from what is blank.</summary>
    public static readonly string[] OfCells =
    [
        "a cell is missing", "a figure's cell is missing", "a cell too many", "all rows have a cell too many", "a heading is missing",
        "spans are lost", "a span is wrong",
    ];

    /// <summary>The kinds by their names.</summary>
    public static readonly Dictionary<string, Action<PublishedReport, Random>> All = new(StringComparer.Ordinal)
    {
        ["a row is missing"] = (report, random) => Each(report, random, t => t.Rows.RemoveAt(DataRow(t, random))),
        ["rows are missing"] = (report, random) =>
            Each(report, random, t => t.Rows.RemoveAll(r => r.Exists(c => c.Cell is not null) && random.Next(3) == 0)),
        ["a heading row is missing"] = (report, random) => Each(report, random, t => t.Rows.RemoveAt(HeadRow(t, random))),
        ["a row stands elsewhere"] = (report, random) => Each(report, random, t =>
        {
            var row = t.Rows[DataRow(t, random)];
            t.Rows.Remove(row);
            t.Rows.Insert(random.Next(t.Rows.Count + 1), row);
        }),
        ["a row stands twice, with other figures"] = (report, random) => Each(report, random, t =>
        {
            var row = t.Rows[DataRow(t, random)];
            t.Rows.Insert(random.Next(t.Rows.Count + 1), row.ConvertAll(c => c.Cell is null ? c with { } : c with { Text = "77777" }));
        }, mayRepeat: true),
        ["a label has a typo"] = (report, random) => Each(report, random, t => Typo(Label(t, random), random)),
        ["three labels have typos"] = (report, random) => Each(report, random, t =>
        {
            for (var i = 0; i < 3; i++) Typo(Label(t, random), random);
        }),
        ["a label is another's"] = (report, random) =>
            Each(report, random, t => Label(t, random).Text = Label(t, random).Text, mayRepeat: true),
        ["a label is blank"] = (report, random) => Each(report, random, t => Label(t, random).Text = ""),
        ["a label is a number"] = (report, random) => Each(report, random, t => Label(t, random).Text = "3."),
        ["a label is qualified"] = (report, random) => Each(report, random, t => Label(t, random).Text += "（不含上年）"),
        ["a cell is missing"] = (report, random) => Each(report, random, t => Any(t, random).RemoveAt(0)),
        ["a figure's cell is missing"] = (report, random) => Each(report, random, t =>
        {
            var row = t.Rows[DataRow(t, random)];
            row.RemoveAt(row.FindIndex(c => c.Cell is not null) + random.Next(row.Count(c => c.Cell is not null)));
        }),
        ["a cell too many"] = (report, random) => Each(report, random, t =>
        {
            var row = Any(t, random);
            row.Insert(random.Next(row.Count + 1), new PublishedCell(""));
        }),
        ["all rows have a cell too many"] = (report, random) => Each(report, random, t =>
        {
            foreach (var row in t.Rows.Where(r => r.Exists(c => c.Cell is not null))) row.Insert(
                row.FindIndex(c => c.Cell is not null), new PublishedCell(""));
        }),
        ["a heading is missing"] = (report, random) => Each(report, random, t =>
        {
            var row = t.Rows[HeadRow(t, random)];
            row.RemoveAt(random.Next(row.Count));
        }),
        ["a heading is said twice"] = (report, random) => Each(report, random, t =>
        {
            var row = t.Rows[HeadRow(t, random)];
            row.Insert(random.Next(row.Count), row[random.Next(row.Count)] with { });
        }),
        ["spans are lost"] = (report, random) => Each(report, random, t =>
        {
            foreach (var cell in t.Rows.SelectMany(r => r)) (cell.Columns, cell.Rows) = (1, random.Next(2) == 0 ? 1 : cell.Rows);
        }),
        ["a span is wrong"] = (report, random) => Each(report, random, t =>
        {
            var row = Any(t, random);
            var cell = row[random.Next(row.Count)];
            if (random.Next(2) == 0) cell.Columns = Math.Max(1, cell.Columns + random.Next(-1, 2));
            else cell.Rows = Math.Max(1, cell.Rows + random.Next(-1, 2));
        }),
        ["columns are exchanged"] = (report, random) => Each(report, random, Exchange),
        ["cells run together"] = (report, random) => Each(report, random, t =>
        {
            var row = t.Rows[DataRow(t, random)];
            var first = row.FindIndex(c => c.Cell is not null);
            if (first + 1 >= row.Count) return;
            row[first].Text += row[first + 1].Text;
            row[first].Columns += row[first + 1].Columns;
            row.RemoveAt(first + 1);
        }, mayRepeat: true),
        ["cut by a page"] = (report, random) =>
        {
            foreach (var table in report.Tables)
            {
                var at = DataRow(table, random);
                report.Replace(table, new(table.Of(table.Rows[..at])), new("- 3 -"), new(table.Of(table.Rows[at..])));
            }
        },
        ["another year beside it"] = (report, random) => Each(report, random, t =>
        {
            var copy = t.Rows.ConvertAll(r => r.ConvertAll(c => c.Cell is null ? c with { } : c with { Text = "88888" }));
            t.Rows.Insert(0, [new PublishedCell("2020年") { Columns = 10 }]);
            t.Rows.AddRange(copy);
        }, mayRepeat: true),
        ["a figure is broken over lines"] = (report, random) => Some(report, random, c => c.IsFigure && c.Text.Length > 1,
            c => c.Text = c.Text.Insert(random.Next(1, c.Text.Length), "\n")),
        ["notes stand in cells"] = (report, random) => Some(report, random, c => c.IsFigure,
            c => c.Text += Notes[random.Next(Notes.Length)]),
        ["figures are no figures"] = (report, random) => Some(report, random, c => c.IsFigure, c => c.Text = random.Next(4) switch
        {
            0 => $"约{c.Text}",
            1 => $"{c.Text[0]}O{c.Text[1..]}",
            2 => $"{c.Text}*",
            _ => "见附件",
        }),
        ["figures are blank"] = (report, random) => Some(report, random, c => c.IsFigure, c =>
        {
            report.Truth[c.Cell!] = "";
            c.Text = Blanks[random.Next(Blanks.Length)];
        }),
        ["all a column further"] = (report, random) => Each(report, random, t =>
        {
            foreach (var row in t.Rows) row.Insert(0, new PublishedCell(""));
        }),
        ["rows are exchanged"] = (report, random) => Each(report, random, t =>
        {
            var (a, b) = (DataRow(t, random), DataRow(t, random));
            // Rows of one name are told apart by their order, and by the rows of groups above them.
            if (t.Rows[a].Find(c => !c.IsFigure)?.Text != t.Rows[b].Find(c => !c.IsFigure)?.Text
                && !t.Rows[a].Concat(t.Rows[b]).Any(c => c.Cell?.Row.IsOwnValue == true))
                (t.Rows[a], t.Rows[b]) = (t.Rows[b], t.Rows[a]);
        }),
        ["cells are joined"] = (report, random) => Each(report, random, t =>
        {
            var row = t.Rows[DataRow(t, random)];
            var first = row.FindIndex(c => c.IsFigure);
            if (first + 1 >= row.Count || !row[first + 1].IsFigure) return;
            row[first].Columns += row[first + 1].Columns;
            row.RemoveAt(first + 1);
        }, mayRepeat: true),
        ["a shape of its own"] = (report, random) =>
        {
            var shapes = Shapes.All.Values.Where(s => s.Look == Look.Plain && (s.Editions.Length == 0 || s.Editions == report.Edition.Key))
                .ToList();
            shapes[random.Next(shapes.Count)].Make(report, random);
        },
        ["a column of another year"] = (report, random) => Each(report, random, t =>
        {
            foreach (var row in t.Rows.Where(r => r.Exists(c => c.Cell is not null)))
                row.Insert(row.FindIndex(c => c.Cell is not null), new PublishedCell("99999"));
            if (t.Table is { IsAcross: false, Bands.Length: 1 } && random.Next(2) == 0) t.Rows[0].Insert(
                1, new PublishedCell("上年") { Rows = t.Rows.FindIndex(r => r.Exists(c => c.Cell is not null)) });
        }, mayRepeat: true),
    };

    /// <summary>Spoils one table of a report, or all of them.</summary>
    private static void Each(PublishedReport report, Random random, Action<PublishedTable> spoil, bool mayRepeat = false)
    {
        var all = !mayRepeat && random.Next(3) == 0;
        foreach (var table in all ? report.Tables : [report.Tables[random.Next(report.Tables.Count)]])
            if (table.Rows.Count > 2) spoil(table);
    }

    private static void Some(
        PublishedReport report, Random random, Predicate<PublishedCell> which, Action<PublishedCell> change)
    {
        foreach (var cell in report.Tables.SelectMany(t => t.Rows).SelectMany(r => r).Where(c => which(c) && random.Next(6) == 0).ToList())
            change(cell);
    }

    private static List<PublishedCell> Any(PublishedTable table, Random random)
    {
        var rows = table.Rows.Where(r => r.Count > 0).ToList();
        return rows[random.Next(rows.Count)];
    }

    private static int DataRow(PublishedTable table, Random random)
    {
        var rows = Enumerable.Range(0, table.Rows.Count).Where(i => table.Rows[i].Exists(c => c.Cell is not null)).ToList();
        return rows[random.Next(rows.Count)];
    }

    private static int HeadRow(PublishedTable table, Random random)
    {
        var rows = Enumerable.Range(0, table.Rows.Count).Where(
            i => table.Rows[i].Count > 0 && !table.Rows[i].Exists(c => c.Cell is not null)).ToList();
        return rows.Count == 0 ? 0 : rows[random.Next(rows.Count)];
    }

    private static PublishedCell Label(PublishedTable table, Random random)
    {
        var labels = table.Rows.SelectMany(r => r).Where(c => c.Cell is null && c.Text.Length > 1).ToList();
        return labels[random.Next(labels.Count)];
    }

    private static void Typo(PublishedCell label, Random random)
    {
        var (text, at) = (label.Text, random.Next(label.Text.Length));
        label.Text = random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, "的"),
            2 when at + 1 < text.Length => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
            _ => text[..at] + "某" + text[(at + 1)..],
        };
    }

    /// <summary>Exchanges two columns with their headings, in a table whose cells stand one below the other.</summary>
    private static void Exchange(PublishedTable table)
    {
        if (table.Table.IsAcross || table.Table.Bands.Length > 1) return;
        var band = table.Table.Bands[0];
        if (band.Columns.Max(c => c.Children.IsEmpty ? 0 : 1) > 0) return;
        foreach (var row in table.Rows) row.Reverse(row.Count - band.Leaves.Length, band.Leaves.Length);
    }
}
