using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReportCompiler.Forms;

namespace ReportCompiler.Rendering;

/// <summary>A table as it is printed: heading rows that repeat on every page, and body rows.</summary>
/// <param name="Head">The heading rows.</param>
/// <param name="Parts">
/// The body. A browser tells a screen reader every heading above a figure, whatever ids say: of several bands each is therefore read as
/// a table of its own, while it is printed, copied and imported as a part of the one table.
/// </param>
internal sealed record TableLayout(ImmutableArray<ImmutableArray<PrintedCell>> Head, ImmutableArray<TablePart> Parts)
{
    /// <summary>The attributes of the table: one whose parts are read as tables is none itself.</summary>
    public string Attributes => Parts.Length > 1 ? " role=\"none\"" : "";

    /// <summary>The body rows of all parts.</summary>
    public IEnumerable<ImmutableArray<PrintedCell>> Body => Parts.SelectMany(p => p.Lines);

    /// <summary>Lays a table out by its row and column trees.</summary>
    public static TableLayout Of(Table table, int number) => Of(table, string.Create(CultureInfo.InvariantCulture, $"t{number}"));

    /// <summary>Lays a table out with its own prefix of ids.</summary>
    /// <param name="table">The table.</param>
    /// <param name="prefix">What every id begins with.</param>
    /// <param name="isLight">Whether scope and role of a heading, which say the same, stand for the ids of all headings over each
    /// figure.</param>
    public static TableLayout Of(Table table, string prefix, bool isLight = false) => new Builder(table, prefix, isLight).Build();

    /// <summary>A heading of either tree, and where it stands.</summary>
    private sealed record Heading(string Label, ImmutableArray<Heading> Children, Row? Row = null, Column? Column = null)
    {
        public int Depth => 1 + (Children.IsEmpty ? 0 : Children.Max(c => c.Depth));

        public int Width => Children.IsEmpty ? 1 : Children.Sum(c => c.Width);
    }

    /// <summary>A heading over figures, with the ids of all headings over them.</summary>
    private sealed record Lowest(Heading Heading, ImmutableArray<string> Ids);

    private sealed class Builder(Table table, string prefix, bool isLight)
    {
        private readonly List<ImmutableArray<PrintedCell>> _head = [];
        private readonly List<TablePart> _parts = [];
        private readonly bool _isParted = table.Bands.Length > 1 && !table.IsAcross;
        private List<ImmutableArray<PrintedCell>> _body = [];
        private int _ids;

        public TableLayout Build()
        {
            if (table.IsAcross) Across();
            else
                foreach (var band in table.Bands)
                {
                    if (table.Arrangement == Arrangement.List) List(band);
                    else Down(band);
                    if (_isParted) EndPart(band.Title ?? table.Caption);
                }
            if (!_isParted) _parts.Add(new TablePart("", "", [.. _body]));
            return new TableLayout([.. _head], [.. _parts]);
        }

        private void EndPart(string name)
        {
            _parts.Add(new TablePart($" role=\"table\" aria-label=\"{Escape.Html(name)}\"", " role=\"row\"", [.. _body]));
            _body = [];
        }

        /// <summary>Rows side by side: each row's columns stand below it, and all figures are one line.</summary>
        private void Across()
        {
            var figures = ImmutableArray.CreateBuilder<PrintedCell>();
            foreach (var band in table.Bands)
            {
                var tree = band.Rows.Select(r => OfRow(r, band)).ToImmutableArray();
                var columns = HeadRows(tree, tree.Max(h => h.Depth), 0, _head);
                foreach (var (heading, ids) in columns)
                    figures.Add(Figure(heading.Row!.Cells[band.Leaves.IndexOf(heading.Column!)], 1, ids));
            }
            _body.Add(figures.ToImmutable());
        }

        private static Heading OfRow(Row row, Band band) => row.IsGroup
            ? new Heading(row.Label, [.. row.Children.Select(c => OfRow(c, band))])
            : new Heading(row.Label, [.. band.Columns.Select(c => OfColumn(c, row))]);

        private static Heading OfColumn(Column column, Row? row) =>
            new(column.Label, [.. column.Children.Select(c => OfColumn(c, row))], row, column);

        private void Down(Band band)
        {
            var stub = table.Bands.Max(b => b.Rows.Max(Depth));
            var widest = table.Bands.Max(b => b.Leaves.Length);
            // Only a table of one band has headings worth repeating on every page.
            var rows = table.Bands.Length == 1 ? _head : _body;
            var title = "";
            if (band.Title is not null)
            {
                title = NextId();
                rows.Add([Head(band.Title, title, stub + widest, 1, "colgroup", "")]);
            }
            var tree = band.Columns.Select(c => OfColumn(c, null)).ToImmutableArray();
            var depth = tree.Max(h => h.Depth);
            var corner = Corner(table.Note ?? band.Stub ?? "", stub, depth, table.Note is null ? "corner" : "note");
            var start = rows.Count;
            var columns = HeadRows(tree, depth, widest - band.Leaves.Length, rows);
            rows[start] = rows[start].Insert(0, corner);
            foreach (var row in band.Rows) Rows(row, stub, [], title.Length == 0 ? [] : [title], columns, widest - band.Leaves.Length);
        }

        /// <summary>A line for every row and group; an ideographic space a level keeps the tree readable.</summary>
        private void List(Band band)
        {
            var rows = table.Bands.Length == 1 ? _head : _body;
            var tree = band.Columns.Select(c => OfColumn(c, null)).ToImmutableArray();
            var depth = tree.Max(h => h.Depth);
            var start = rows.Count;
            var columns = HeadRows(tree, depth, 0, rows);
            var unit = NextId();
            var over = Corner(band.Stub ?? "", 1, depth, "corner");
            rows[start] = [over, Head(table.Wording["计量"], unit, 1, depth, "col", ""), .. rows[start]];
            foreach (var row in band.Rows) Visit(row, 0, []);

            void Visit(Row row, int level, ImmutableArray<string> above)
            {
                var id = NextId();
                var ids = above.Add(id);
                var cells = (row.OwnValue ?? row).Cells;
                var line = ImmutableArray.CreateBuilder<PrintedCell>();
                line.Add(Head(new string('\u3000', level) + row.Label, id, 1, 1, "row", above.IsEmpty ? "" : string.Join(' ', above)));
                line.Add(new PrintedCell(ListUnit.Of(row), null, " style=\"text-align:center\"" + Headers(ids.Add(unit)), IsHead: false));
                for (var i = 0; i < columns.Count; i++)
                {
                    var headers = ids.AddRange(columns[i].Ids);
                    line.Add(cells.IsEmpty ? new PrintedCell("", null, Headers(headers), IsHead: false) : Figure(cells[i], 1, headers));
                }
                _body.Add(line.ToImmutable());
                foreach (var child in row.Children.Where(c => !c.IsOwnValue)) Visit(child, level + 1, ids);
            }
        }

        private static int Depth(Row row) => 1 + (row.IsGroup ? row.Children.Max(Depth) : 0);

        private void Rows(
            Row row, int stub, ImmutableArray<PrintedCell> before, ImmutableArray<string> ids, List<Lowest> columns, int extra)
        {
            var id = NextId();
            ids = ids.Add(id);
            if (row.IsGroup)
            {
                IEnumerable<Row> children = row.Children;
                if (row.PrintsOwnValue(table))
                {
                    var own = row.OwnValue!;
                    Figures(own, [.. before, Head(row.Label, id, stub, 1, "row", "")], ids, columns, extra);
                    before = [new PrintedCell("", null, Spans(1, row.Leaves.Count() - 1) + Role(""), IsHead: false)];
                    children = children.Skip(1);
                }
                else before = before.Add(Head(row.Label, id, 1, row.Leaves.Count(), "rowgroup", ""));
                foreach (var child in children)
                {
                    Rows(child, stub - 1, before, ids, columns, extra);
                    before = [];
                }
                return;
            }
            var label = Head(row.IsOwnValue ? table.Wording["总计"] : row.Label, id, stub, 1, "row", "");
            Figures(row, before.Add(label), ids, columns, extra);
        }

        private void Figures(
            Row row, ImmutableArray<PrintedCell> labels, ImmutableArray<string> ids, List<Lowest> columns, int extra)
        {
            var line = labels.ToBuilder();
            for (var i = 0; i < row.Cells.Length; i++)
                line.Add(Figure(row.Cells[i], i == row.Cells.Length - 1 ? 1 + extra : 1, ids.AddRange(columns[i].Ids)));
            _body.Add(line.ToImmutable());
        }

        /// <summary>The heading rows of a tree; says for every lowest heading the ids of all headings over it.</summary>
        private List<Lowest> HeadRows(ImmutableArray<Heading> tree, int depth, int extra, List<ImmutableArray<PrintedCell>> rows)
        {
            var lines = Enumerable.Range(0, depth).Select(_ => ImmutableArray.CreateBuilder<PrintedCell>()).ToList();
            var lowest = new List<Lowest>();
            for (var i = 0; i < tree.Length; i++) Visit(tree[i], 0, [], i == tree.Length - 1 ? extra : 0);
            rows.AddRange(lines.Select(l => l.ToImmutable()));
            return lowest;

            void Visit(Heading heading, int level, ImmutableArray<string> above, int more)
            {
                var id = NextId();
                // A heading over deeper ones takes one line; a lowest heading reaches down to the figures.
                var height = heading.Children.IsEmpty ? depth - level : 1;
                var scope = heading.Children.IsEmpty ? "col" : "colgroup";
                lines[level].Add(Head(heading.Label, id, heading.Width + more, height, scope, string.Join(' ', above)));
                if (heading.Children.IsEmpty) lowest.Add(new Lowest(heading, above.Add(id)));
                for (var i = 0; i < heading.Children.Length; i++)
                    Visit(heading.Children[i], level + 1, above.Add(id), i == heading.Children.Length - 1 ? more : 0);
            }
        }

        private string NextId() => string.Create(CultureInfo.InvariantCulture, $"{prefix}h{++_ids}");

        private PrintedCell Head(string label, string id, int columns, int rows, string scope, string headers) => new(label, null, isLight
            // A heading that spans heads what it spans: row and col say so, rowgroup would go on to the end of the table.
            ? $"{Spans(columns, rows)} scope=\"{scope.Replace("group", "", StringComparison.Ordinal)}\"{Role(scope)}"
            : $"{Spans(columns, rows)} id=\"{id}\" scope=\"{scope}\"{(headers.Length > 0 ? $" headers=\"{headers}\"" : "")}{Role(scope)}");

        /// <summary>The cell over the labels: it heads nothing.</summary>
        private PrintedCell Corner(string text, int columns, int rows, string kind) =>
            new(text, null, $"{Spans(columns, rows)} class=\"{kind}\"{Role("")}", IsHead: false);

        private PrintedCell Figure(Cell cell, int columns, IEnumerable<string> headers) =>
            new("", cell, Spans(columns, 1) + Headers(headers));

        private string Headers(IEnumerable<string> ids) => (isLight ? "" : $" headers=\"{string.Join(' ', ids)}\"") + Role("");

        /// <summary>What a cell of a part is read as; it would be nothing, for the table is none.</summary>
        private string Role(string scope) => !_isParted ? ""
            : scope.StartsWith("col", StringComparison.Ordinal) ? " role=\"columnheader\""
            : scope.StartsWith("row", StringComparison.Ordinal) ? " role=\"rowheader\"" : " role=\"cell\"";

        private static string Spans(int columns, int rows)
        {
            var spans = new StringBuilder();
            if (columns > 1) spans.Append(CultureInfo.InvariantCulture, $" colspan=\"{columns}\"");
            if (rows > 1) spans.Append(CultureInfo.InvariantCulture, $" rowspan=\"{rows}\"");
            return spans.ToString();
        }
    }
}
