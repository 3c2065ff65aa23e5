using ReportCompiler.Forms;
using ReportCompiler.Importing.Matching;

namespace ReportCompiler.Importing.Texts;

/// <summary>The headings of a table in a text, from left to right.</summary>
internal sealed class LayoutHead
{
    /// <summary>Headings of one table are not farther apart, in lines.</summary>
    private const int Near = 3;

    /// <summary>Whether no heading of the table is missing.</summary>
    private readonly bool _isWhole;

    /// <summary>Whether as many figures as there are columns can be nothing but one for each.</summary>
    public bool IsWhole => _isWhole;

    private LayoutHead(List<LayoutLabel> columns, bool isWhole)
    {
        (Columns, _isWhole) = (columns, isWhole);
        First = columns.Min(c => c.First);
        Last = columns.Max(c => c.Last);
    }

    /// <summary>The headings of columns.</summary>
    public List<LayoutLabel> Columns { get; }

    /// <summary>Rows that are printed side by side, each over some of the columns; empty for other tables.</summary>
    public List<(LayoutLabel Row, int First, int Count)> Rows { get; private set; } = [];

    /// <summary>The first line of the headings.</summary>
    public int First { get; private set; }

    /// <summary>The last line of the headings.</summary>
    public int Last { get; }

    /// <summary>The columns a word stands under: one if that is sure.</summary>
    public List<int> Under(LayoutWord word)
    {
        // Whatever stands beside the labels of a table with one column of figures is in that column.
        if (_isWhole && Columns.Count == 1) return [0];
        var under = Enumerable.Range(0, Columns.Count).Where(c => word.From < Columns[c].To && Columns[c].From < word.To).ToList();
        if (under.Count > 0 || !_isWhole) return under;
        // Beside its heading, but nearer to it than to the next: only where no heading is missing.
        return [.. Enumerable.Range(0, Columns.Count).Where(c => word.From >= Left(c) && word.To <= Right(c))];
    }

    /// <summary>The column without a figure that is nearest to one that stands under none; null if all have one.</summary>
    public int? NearestBlank(LayoutWord word, Predicate<int> isTaken) => Enumerable.Range(0, Columns.Count).Where(c => !isTaken(c))
        .OrderBy(c => Math.Max(Columns[c].From - word.To, word.From - Columns[c].To)).Select(c => (int?)c).FirstOrDefault();

    private int Left(int column) =>
        column == 0 ? Columns[0].From - 2 : (Columns[column - 1].To + Columns[column].From + 1) / 2;

    private int Right(int column) =>
        column == Columns.Count - 1 ? Columns[column].To + 4 : (Columns[column].To + Columns[column + 1].From) / 2;

    /// <summary>The headings of all tables of a text, from top to bottom.</summary>
    public static List<LayoutHead> Find(FormLabels labels, List<LayoutLabel> found, LayoutLines lines)
    {
        var heads = new List<LayoutHead>();
        var columns = found.FindAll(l => labels.ColumnsOf(l.Label).Count > 0);
        var words = found.SelectMany(l => l.Words).ToHashSet<LayoutWord>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < columns.Count;)
        {
            if (labels.RowsOf(columns[i].Label).Count > 0)
            {
                i++;
                continue;
            }
            var block = new List<LayoutLabel> { columns[i++] };
            while (i < columns.Count && IsNear(lines, block, columns[i])
                && (labels.RowsOf(columns[i].Label).Count == 0 || columns[i].From > block.Min(c => c.From))) block.Add(columns[i++]);
            // 总计 and 其他 are names of rows too: left of the others they are headings where no figure stands on their lines.
            var (first, last) = (block.Min(c => c.First), block.Max(c => c.Last));
            block.AddRange(columns.Where(c => !block.Contains(c) && c.First >= first - 1 && c.Last <= last
                && block.TrueForAll(b => c.From >= b.To || b.From >= c.To)
                && lines.Words(c.First, c.Last).All(w => w.Text.Any(char.IsLetter))).ToList());
            block.Sort((a, b) => a.From.CompareTo(b.From));
            if (Of(labels, block, found, words, lines) is { } head) heads.Add(head);
        }
        return heads;
    }

    /// <summary>
    /// Whether a heading belongs to those before: on their lines or the next, or, where it stands over or under none of them, a little
    /// below them without figures between.
    /// </summary>
    private static bool IsNear(LayoutLines lines, List<LayoutLabel> block, LayoutLabel next)
    {
        var last = block.Max(c => c.Last);
        return next.First <= last + 1 || (next.First <= last + Near && block.TrueForAll(c => next.From >= c.To || next.To <= c.From)
            && lines.Words(last + 1, next.First - 1).All(w => w.Text.Any(char.IsLetter)));
    }

    private static LayoutHead? Of(
        FormLabels labels, List<LayoutLabel> block, List<LayoutLabel> found, HashSet<LayoutWord> words, LayoutLines lines)
    {
        // Words beside the headings that are none, such as one with a typo, are columns of their own.
        var (first, last, left) = (block.Min(c => c.First), block.Max(c => c.Last), block.Min(c => c.From));
        foreach (var word in lines.Words(first, last).Where(w => w.From > left && !words.Contains(w)))
        {
            if (!word.Text.Any(char.IsLetterOrDigit)) continue;
            var above = block.FindIndex(c => c.From < word.To && word.From < c.To && labels.ColumnsOf(c.Label).Count == 0);
            if (above >= 0) block[above] = new LayoutLabel([.. block[above].Words, word]);
            else block.Add(new LayoutLabel([word]));
        }
        block.Sort((a, b) => a.From.CompareTo(b.From));
        for (var i = 1; i < block.Count; i++)
            if (block[i].From < block[i - 1].To) return null;
        var tables = block.SelectMany(c => labels.ColumnsOf(c.Label)).GroupBy(c => c.Table).OrderByDescending(g => g.Count()).ToList();
        var table = tables[0].Key;
        var named = block.SelectMany(c => labels.ColumnsOf(c.Label)).Where(k => k.Table == table).Select(k => k.Column).ToHashSet();
        var below = found.Where(l => l.First > last).SelectMany(l => labels.RowsOf(l.Label))
            .FirstOrDefault(r => r.Table == table && r.Cells is not null);
        // Bands may share headings: those of one that has more of them are not whole.
        var isWhole = block.TrueForAll(c => labels.ColumnsOf(c.Label).Count > 0) && table.Bands.Any(
            b => b.Leaves.All(named.Contains) && (table.IsAcross || below is null || IsOf(b, below)));
        var head = new LayoutHead(block, isWhole);
        return !table.IsAcross ? head : head.Split(labels, table, found) ? head : null;
    }

    private static bool IsOf(Band band, FormRow row) => band.Rows.Contains(row.Above.LastOrDefault()?.Row ?? row.Row);

    /// <summary>Divides the columns among the rows over them: a name that comes again begins the next. False if they do not fit.</summary>
    private bool Split(FormLabels labels, Table table, List<LayoutLabel> found)
    {
        var starts = new List<int> { 0 };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Columns.Count; i++)
        {
            if (!seen.Add(Columns[i].Label.Name))
            {
                starts.Add(i);
                seen = [Columns[i].Label.Name];
            }
        }
        var rows = found.Where(l => l.Last >= First - Near && l.First <= Last
            && labels.RowsOf(l.Label).Any(r => r.Table == table && r.Cells is not null)).OrderBy(l => l.From).ToList();
        if (rows.Count != starts.Count || rows.Select(r => r.Label.Name).Distinct(StringComparer.Ordinal)
            .Count() != rows.Count) return false;
        for (var i = 0; i < rows.Count; i++)
        {
            var (from, to) = (starts[i], i + 1 < starts.Count ? starts[i + 1] : Columns.Count);
            var middle = (rows[i].From + rows[i].To) / 2;
            if (middle < Columns[from].From || middle > Columns[to - 1].To) return false;
            Rows.Add((rows[i], from, to - from));
        }
        First = Math.Min(First, rows.Min(r => r.First));
        return true;
    }
}
