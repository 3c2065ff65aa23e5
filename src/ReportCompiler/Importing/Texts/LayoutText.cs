using ReportCompiler.Diagnostics;
using ReportCompiler.Importing.Documents;
using ReportCompiler.Importing.Matching;

namespace ReportCompiler.Importing.Texts;

/// <summary>
/// Reads text as <c>pdftotext -layout</c> writes it: no lines of a table are left, only words and where they stand. The labels of an
/// edition, put together from the lines that a narrow column broke them over, say where its rows and columns are; a figure belongs to
/// the row whose label's lines it stands beside, under the heading that it stands below. Where that is not sure, it is said.
/// </summary>
internal sealed class LayoutText
{

    private readonly FormLabels _labels;
    private readonly LayoutLines _lines;
    private readonly List<LayoutLabel> _found;
    private readonly List<(int Line, int Last, PaperTable Table)> _tables = [];
    private readonly HashSet<LayoutWord> _words;
    private int _sure;

    private LayoutText(FormLabels labels, LayoutLines lines)
    {
        (_labels, _lines) = (labels, lines);
        _found = LayoutLabel.Find(labels, lines);
        _words = _found.SelectMany(l => l.Words).ToHashSet<LayoutWord>(ReferenceEqualityComparer.Instance);
        ReadTables();
    }

    /// <summary>The paragraphs and tables of a text, by the labels of an edition.</summary>
    public static Paper Read(string text, FormLabels labels)
    {
        // Programs count a Chinese character as two columns or as one: by the right measure more figures stand below each other, and below
        // their headings.
        var wide = new LayoutText(labels, LayoutLines.Of(text, isWide: true));
        var narrow = new LayoutText(labels, LayoutLines.Of(text, isWide: false));
        var byLines = narrow._lines.Aligned() - wide._lines.Aligned();
        return new Paper((byLines > 0 || (byLines == 0 && narrow._sure > wide._sure) ? narrow : wide).Blocks());
    }

    /// <summary>The lines of a text, each a paragraph; the numbers of pages are left out.</summary>
    public static Paper Lines(string text)
    {
        var lines = LayoutLines.Of(text, isWide: true);
        return new Paper([.. Enumerable.Range(0, lines.Count).Select(l => Paragraph.Of(lines.Text(l)))]);
    }

    private void ReadTables()
    {
        var heads = LayoutHead.Find(_labels, _found, _lines);
        for (var i = 0; i < heads.Count; i++)
        {
            var end = i + 1 < heads.Count ? heads[i + 1].First : _lines.Count;
            var next = _found.FindIndex(l => l.First > heads[i].Last && l.First < end && IsSection(l));
            if (next >= 0) end = _found[next].First;
            if (heads[i].Rows.Count > 0) Across(heads[i], end);
            else Down(heads[i], end);
        }
    }

    /// <summary>Whether a label is the heading of a section: alone on its line, numbered, and no row.</summary>
    private bool IsSection(LayoutLabel label) => _labels.IsOther(label.Label) && label.Label.Number is { IsChinese: true }
        && _labels.RowsOf(label.Label).Count == 0 && _lines[label.First].TrueForAll(label.Words.Contains);

    private void Down(LayoutHead head, int end)
    {
        var rows = _found.Where(l => l.First > head.Last && l.First < end && l.From < head.Columns[0].From
            && _labels.RowsOf(l.Label).Any(r => r.Cells is not null)).ToList();
        if (rows.Count == 0) return;
        // What stands among the labels and is none: a row of another name, or a name with a typo.
        var last = Math.Min(end - 1, rows.Max(r => r.Last) + 3);
        rows.AddRange(Unknown(head, last));
        rows.Sort((a, b) => a.First.CompareTo(b.First));
        var table = HeadRow(head);
        var cells = rows.ConvertAll(_ => new Dictionary<int, PaperCell>());
        var strays = new List<(int Row, LayoutWord Word)>();
        foreach (var line in Figures(head, last).GroupBy(f => f.Line))
        {
            var words = line.ToList();
            var beside = Enumerable.Range(0, rows.Count).Where(r => rows[r].First <= line.Key && line.Key <= rows[r].Last).ToList();
            // As many figures as columns stand in their order, wherever; fewer of them may have been pushed to the right.
            var isFull = head.IsWhole && words.Count == head.Columns.Count;
            var isPushed = !isFull && head.Columns.Count > 1 && words.Exists(w => w.Gap == 1);
            var isShifted = !isFull && IsShifted(head, words, beside, rows);
            // It may belong to the row above or below; a figure that a narrow column broke is both its lines.
            var isBeside = beside.Count == 1;
            if (beside.Count == 0)
                beside = [.. new[] { rows.FindLastIndex(r => r.Last < line.Key), rows.FindIndex(r => r.First > line.Key) }.Where(
                    r => r >= 0)];
            for (var i = 0; i < words.Count; i++)
            {
                var under = isFull ? [i] : head.Under(words[i]);
                var isSure = isBeside && under.Count == 1 && !isPushed;
                if (isSure) _sure++;
                foreach (var row in beside)
                    foreach (var column in under) Put(cells[row], column, words[i], isSure && !isShifted ? null : Doubts.OutOfLine);
                if (under.Count == 0 && beside is [var only, ..]) strays.Add((only, words[i]));
            }
        }
        foreach (var (row, word) in strays)
            if (head.NearestBlank(word, cells[row].ContainsKey) is { } column) Put(cells[row], column, word, Doubts.OutOfLine);
        for (var row = 0; row < rows.Count; row++)
        {
            var line = new PaperRow();
            line.Cells.Add(PaperCell.Of(0, rows[row].Text));
            for (var column = 0; column < head.Columns.Count; column++)
                line.Cells.Add(cells[row].GetValueOrDefault(column) ?? PaperCell.Of(column + 1, ""));
            table.Rows.Add(line);
        }
        _tables.Add((head.First, Math.Max(rows.Max(r => r.Last), LastFigure(head, last)), table));
    }

    /// <summary>
    /// Whether all figures of a line may stand a column off: one of them stands beyond the columns, and on the other side there is room.
    /// </summary>
    private bool IsShifted(LayoutHead head, List<LayoutWord> words, List<int> beside, List<LayoutLabel> rows)
    {
        if (words.Count > head.Columns.Count) return true;
        var line = words[0].Line;
        var from = beside.Select(r => rows[r].From).Concat(_lines[line].Where(IsFound).Select(w => w.From)).DefaultIfEmpty(0).Min();
        var isLeft = _lines[line].Exists(w => w.From > from && w.From < head.Columns[0].From && !words.Contains(w) && !IsFound(w)
            && CellText.IsFigure(w.Text));
        var isRight = words.Exists(w => head.Under(w).Count == 0 && w.From > head.Columns[^1].To && CellText.IsFigure(w.Text));
        return (isLeft && !words.Exists(w => head.Under(w).Contains(head.Columns.Count - 1)))
            || (isRight && !words.Exists(w => head.Under(w).Contains(0)));
    }

    private int LastFigure(LayoutHead head, int last) => Figures(head, last).Select(f => f.Line).DefaultIfEmpty(0).Max();

    private void Put(Dictionary<int, PaperCell> cells, int column, LayoutWord word, Text? doubt)
    {
        if (word == _lines.Last) doubt = Doubts.CutOff;
        if (cells.TryGetValue(column, out var there))
        {
            there.Blocks.Add(Paragraph.Of(word.Text));
            there.Doubt ??= doubt;
        }
        else cells[column] = PaperCell.Of(column + 1, word.Text) with { Doubt = doubt };
    }

    private static PaperTable HeadRow(LayoutHead head)
    {
        var table = new PaperTable();
        var line = new PaperRow();
        line.Cells.Add(PaperCell.Of(0, ""));
        for (var column = 0; column < head.Columns.Count; column++) line.Cells.Add(PaperCell.Of(column + 1, head.Columns[column].Text));
        table.Rows.Add(line);
        return table;
    }

    /// <summary>The words below the headings that stand right of all labels of their line.</summary>
    private IEnumerable<LayoutWord> Figures(LayoutHead head, int last) => _lines.Words(head.Last + 1, last)
        .Where(w => !IsFound(w) && !_lines[w.Line].Exists(l => l.From > w.From && IsFound(l))
            && (w.To > head.Columns[0].From || head.Under(w).Count > 0)
            && !(w.From < head.Columns[0].From && w.Text.Any(char.IsLetter)));

    private bool IsFound(LayoutWord word) => _words.Contains(word);

    /// <summary>Words among the labels that are none, put together line by line.</summary>
    private List<LayoutLabel> Unknown(LayoutHead head, int last)
    {
        var unknown = new List<LayoutLabel>();
        foreach (var word in _lines.Words(head.Last + 1, last))
        {
            if (word.From >= head.Columns[0].From || IsFound(word)) continue;
            if (!word.Text.Any(char.IsLetter) || _labels.Units.Contains(word.Text.Trim('（', '）', '(', ')'))) continue;
            var above = unknown.FindLastIndex(u => u.Last >= word.Line - 1 && u.From < word.To && word.From < u.To);
            if (above < 0) unknown.Add(new LayoutLabel([word]));
            else unknown[above] = new LayoutLabel([.. unknown[above].Words, word]);
        }
        return unknown;
    }

    /// <summary>Rows side by side: one line of figures below the headings.</summary>
    private void Across(LayoutHead head, int end)
    {
        var table = new PaperTable();
        var (top, names, line) = (new PaperRow(), new PaperRow(), new PaperRow());
        foreach (var (row, first, count) in head.Rows) top.Cells.Add(PaperCell.Of(first, row.Text) with { Columns = count });
        var cells = new Dictionary<int, PaperCell>();
        var last = head.Last;
        for (var at = head.Last + 1; at < end && _lines[at].TrueForAll(w => !w.Text.Any(char.IsLetter)); at++)
        {
            last = at;
            var isFull = head.IsWhole && _lines[at].Count == head.Columns.Count;
            var isPushed = !isFull && _lines[at].Exists(w => w.Gap == 1);
            var isShifted = !isFull && (
                _lines[at].Count > head.Columns.Count || _lines[at].Exists(w => head.Under(w).Count == 0));
            for (var i = 0; i < _lines[at].Count; i++)
            {
                var under = isFull ? [i] : head.Under(_lines[at][i]);
                var isSure = under.Count == 1 && !isPushed;
                if (isSure) _sure++;
                foreach (var column in under) Put(cells, column, _lines[at][i], isSure && !isShifted ? null : Doubts.OutOfLine);
            }
        }
        for (var column = 0; column < head.Columns.Count; column++)
        {
            names.Cells.Add(PaperCell.Of(column, head.Columns[column].Text));
            line.Cells.Add((cells.GetValueOrDefault(column) ?? PaperCell.Of(0, "")) with { Column = column });
        }
        table.Rows.AddRange([top, names, line]);
        _tables.Add((head.First, last, table));
    }

    /// <summary>The tables, and the lines between them as paragraphs.</summary>
    private List<Block> Blocks()
    {
        var blocks = new List<Block>();
        var text = "";
        var isOpen = false;
        for (var line = 0; line < _lines.Count; line++)
        {
            if (_tables.Find(t => t.Line <= line && line <= t.Last) is { Table: { } table } there)
            {
                End();
                blocks.Add(table);
                line = there.Last;
                continue;
            }
            var said = _lines.Text(line);
            if (_found.Exists(l => l.First <= line && line <= l.Last && _lines[line].TrueForAll(
                w => _found.Exists(f => f.Words.Contains(w)))))
            {
                // A heading is a line of its own; the titles of tables are not prose.
                End();
                if (_found.Exists(l => l.First == line && IsSection(l))) blocks.Add(Paragraph.Of(said));
                continue;
            }
            if (_lines.IsIndented(line) || !isOpen) End();
            text += said;
            isOpen = !_lines.IsShort(line);
        }
        End();
        return blocks;

        void End()
        {
            if (text.Length > 0) blocks.Add(Paragraph.Of(text));
            (text, isOpen) = ("", false);
        }
    }
}
