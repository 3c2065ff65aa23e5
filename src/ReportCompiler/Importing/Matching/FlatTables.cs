using ReportCompiler.Forms;
using ReportCompiler.Importing.Documents;

namespace ReportCompiler.Importing.Matching;

/// <summary>
/// Tables of a document that lost its lines: what stood in cells stands one below the other, blanks left out. A table is there where all
/// headings of one of the form stand in the order in which they are printed; then a label, and as many figures as there are columns. A
/// row with more or fewer is read with its doubt, for nobody knows which is missing; so is one of several figures that do not add up to a
/// total, or have none, for the number of a page may have come into the place of a blank; and, once a row is not whole, every one of a
/// single figure.
/// </summary>
internal sealed class FlatTables
{
    /// <summary>A report has some hundred cells and paragraphs.</summary>
    private const int MostCells = 5_000;

    private readonly FormLabels _labels;
    private readonly List<Said> _said;
    private readonly List<Block> _blocks = [];
    private readonly List<(Table Table, Band Band, List<Heading> Heads)> _bands;
    private readonly List<PaperCell> _alone = [];
    private bool _isBroken;

    private FlatTables(FormLabels labels, List<Paragraph> cells)
    {
        _labels = labels;
        _bands = [.. labels.Edition.Tables.SelectMany(t => t.Bands.SelectMany(b => HeadsOf(t, b).Select(h => (t, b, h))))];
        _said = cells.ConvertAll(p => new Said(p, LabelText.Of(p.Line)));
    }

    /// <summary>The same blocks with such tables in their places; null if there is none.</summary>
    /// <param name="blocks">The document.</param>
    /// <param name="labels">The names of the form.</param>
    public static List<Block>? Of(IEnumerable<Block> blocks, FormLabels labels)
    {
        var cells = blocks.SelectMany(Cells).Take(MostCells + 1).ToList();
        if (cells.Count > MostCells) return null;
        var flat = new FlatTables(labels, cells);
        return flat.Read() ? flat._blocks : null;
    }

    private static IEnumerable<Paragraph> Cells(Block block) => block is Paragraph paragraph ? [paragraph]
        : ((PaperTable)block).Rows.SelectMany(r => r.Cells).SelectMany(c => c.Blocks).SelectMany(Cells);

    private bool Read()
    {
        var found = false;
        for (var at = 0; at < _said.Count;)
        {
            if (_said[at].Names(_labels) && Table(at) is { } table)
            {
                _blocks.Add(table.Table);
                at = table.End;
                found = true;
            }
            else if (_said[at++] is { Paragraph.Text.IsBlank: false } other) _blocks.Add(other.Paragraph);
        }
        if (_isBroken)
            foreach (var cell in _alone) cell.Doubt ??= Doubts.OtherRows;
        return found;
    }

    /// <summary>The table whose headings begin at a place, and what stands behind it; null if those of none do.</summary>
    private (PaperTable Table, int End)? Table(int at)
    {
        foreach (var (table, band, heads) in _bands)
            if (HeadsEnd(at, heads) is { } end && (table.IsAcross ? Side(band, end) : Rows(table, band, end)) is { } read) return read;
        return null;
    }

    /// <summary>The headings as they are printed, line by line; those over several may be left out.</summary>
    private static List<Heading> Down(IEnumerable<Column> columns)
    {
        var heads = new List<Heading>();
        for (var line = columns.ToList(); line.Count > 0; line = [.. line.SelectMany(c => c.Children)])
            heads.AddRange(line.Select(c => new Heading(LabelText.Of(c.Label), c.Children.IsEmpty)));
        return heads;
    }

    private static IEnumerable<List<Heading>> HeadsOf(Table table, Band band) =>
        table.IsAcross ? [Across(band, isLevel: false), Across(band, isLevel: true)] : [Down(band.Columns)];

    /// <summary>The rows of a band whose rows stand side by side, and below each its columns.</summary>
    /// <param name="band">The band.</param>
    /// <param name="isLevel">Whether all columns stand in the last line, not each right below its row.</param>
    private static List<Heading> Across(Band band, bool isLevel)
    {
        var heads = new List<Heading>();
        var columns = new List<Column>();
        for (var line = band.Rows.ToList(); line.Count + columns.Count > 0; line = [.. line.SelectMany(r => r.Children)])
        {
            // A row without rows of its own has its columns in the next line, where others have their rows.
            heads.AddRange(columns.Select(c => new Heading(LabelText.Of(c.Label), true)));
            heads.AddRange(line.Select(r => new Heading(LabelText.Of(r.Label), !r.IsGroup)));
            columns = isLevel ? [] : ColumnsOf(line.Where(r => !r.IsGroup));
        }
        if (isLevel) heads.AddRange(ColumnsOf(band.Rows.SelectMany(r => r.Leaves)).Select(c => new Heading(LabelText.Of(c.Label), true)));
        return heads;
    }

    private static List<Column> ColumnsOf(IEnumerable<Row> rows) => [.. rows.SelectMany(r => r.Cells).Select(c => c.Column)];

    /// <summary>The place behind headings that stand in this order from a place on; null if they do not.</summary>
    private int? HeadsEnd(int at, List<Heading> heads)
    {
        for (var next = 0; at < _said.Count; at++)
        {
            var said = _said[at];
            if (said.Paragraph.Text.IsBlank) continue;
            var found = heads.FindIndex(next, h => said.Label.Name == h.Label.Name || said.Label.Bare == h.Label.Bare);
            if (found >= 0 && heads[next..found].TrueForAll(h => !h.IsNeeded)) next = found + 1;
            else if (next == 0 || said.IsFigure || !_labels.IsOther(said.Label) || _labels.RowsOf(said.Label).Count > 0) return null;
            if (next == heads.Count) return at + 1;
        }
        return null;
    }

    private (PaperTable Table, int End)? Rows(Table table, Band band, int at)
    {
        var rows = new List<(Row? Row, List<Said> Labels, List<Said> Figures)>();
        var end = at;
        while (at < _said.Count)
        {
            var labels = Take(ref at, s => !s.IsFigure && (_labels.RowsOf(s.Label).Any(r => r.Table == table) || IsUnit(s)));
            labels.RemoveAll(IsUnit);
            var figures = Take(ref at, s => s.IsFigure);
            if (labels.Count == 0) break;
            var meant = _labels.RowsOf(labels[^1].Label).Where(r => r.Table == table).ToList();
            if (figures.Count == 0 && !meant.Exists(r => r.Row.IsGroup)) break;
            if (rows.Count == 0 && !meant.Exists(r => table.BandOf(r.Row.Leaves.First()) == band)) return null;
            end = at;
            if (figures.Count > 0) rows.Add((meant.Find(r => r.Cells is not null)?.Cells, labels, figures));
        }
        if (rows.Count == 0) return null;
        var width = rows.Max(r => r.Labels.Count);
        var read = new PaperTable();
        read.Rows.Add(Line([.. Enumerable.Repeat("", width), .. band.Leaves.Select(c => c.Label)]));
        foreach (var (row, labels, figures) in rows)
        {
            var line = Line([.. Enumerable.Repeat("", width - labels.Count), .. labels.Select(l => l.Paragraph.Line)]);
            line.Cells.AddRange(Figures(labels[^1].Paragraph.Line, figures, width, row is null ? [] : [row], band.Leaves.Length));
            read.Rows.Add(line);
        }
        return (read, end);
    }

    private (PaperTable Table, int End)? Side(Band band, int at)
    {
        var leaves = band.Rows.SelectMany(r => r.Leaves).ToList();
        var figures = Take(ref at, s => s.IsFigure);
        if (figures.Count == 0) return null;
        var read = new PaperTable();
        var (top, names) = (new PaperRow(), Line([.. leaves.SelectMany(r => r.Cells).Select(c => c.Column.Label)]));
        foreach (var row in leaves)
            top.Cells.Add(PaperCell.Of(top.Cells.Sum(c => c.Columns), row.Label) with { Columns = row.Cells.Length });
        var line = new PaperRow();
        line.Cells.AddRange(Figures(leaves[^1].Label, figures, 0, leaves, names.Cells.Count));
        read.Rows.AddRange([top, names, line]);
        return (read, at);
    }

    /// <summary>The figures of rows of the form that stand in one line, behind a label.</summary>
    private List<PaperCell> Figures(string label, List<Said> figures, int first, IReadOnlyList<Row> rows, int columns)
    {
        var isWhole = figures.Count == columns;
        var cells = new List<PaperCell>();
        var (proof, from) = (new List<bool?>(), 0);
        foreach (var row in rows)
        {
            if (isWhole) proof.Add(AddsUp(row, figures.GetRange(from, row.Cells.Length)));
            from += row.Cells.Length;
        }
        var doubt = !isWhole ? Doubts.NotAsMany(figures.Count, columns)
            : proof.Contains(false) ? Doubts.NoSum : null;
        _isBroken |= doubt is not null;
        if (columns > 1 && (proof.Count == 0 || !proof.TrueForAll(p => p == true))) doubt ??= Doubts.Unproved;
        for (var i = 0; i < figures.Count; i++)
            cells.Add(new PaperCell(first + i) { Blocks = [figures[i].Paragraph], Doubt = doubt, Where = Places.Behind(label, i) });
        if (columns == 1) _alone.AddRange(cells);
        return cells;
    }

    /// <summary>Whether the figures of a row add up to its total; null if it has none.</summary>
    private static bool? AddsUp(Row row, List<Said> figures)
    {
        if (row.Cells is not [.., { IsTotal: true, Column.Key: Row.OwnValueKey }]) return null;
        var values = row.Cells.Zip(figures, (c, f) =>
            c.Column.IsUncounted ? 0 : CellText.Read(f.Paragraph.Line, c.Kind, c.Unit).Value).ToList();
        return values.Sum() == 2 * values[^1];
    }

    private static PaperRow Line(IReadOnlyList<string> texts)
    {
        var row = new PaperRow();
        for (var i = 0; i < texts.Count; i++) row.Cells.Add(PaperCell.Of(i, texts[i]));
        return row;
    }

    private List<Said> Take(ref int at, Predicate<Said> fits)
    {
        var taken = new List<Said>();
        for (; at < _said.Count && (_said[at].Paragraph.Text.IsBlank || fits(_said[at])); at++)
            if (!_said[at].Paragraph.Text.IsBlank) taken.Add(_said[at]);
        return taken;
    }

    private bool IsUnit(Said said) => _labels.Units.Contains(said.Paragraph.Line.Trim());

    /// <summary>A heading of a table; one over several may be left out.</summary>
    private sealed record Heading(LabelText Label, bool IsNeeded);

    /// <summary>What stood in a cell.</summary>
    private sealed record Said(Paragraph Paragraph, LabelText Label)
    {
        /// <summary>Whether it is a figure, or a mark for none.</summary>
        public bool IsFigure { get; } = CellText.IsFigure(Paragraph.Line)
            || (!Paragraph.Text.IsBlank && CellText.Read(Paragraph.Line, ValueKind.Count, "").State == CellState.Blank);

        /// <summary>Whether it may be the first heading of a table.</summary>
        public bool Names(FormLabels labels) => !IsFigure && (labels.ColumnsOf(Label).Count > 0 || labels.IsHeading(Label)
            || labels.RowsOf(Label).Any(r => r.Table.IsAcross));
    }
}
