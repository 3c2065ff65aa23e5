using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Importing.Documents;

namespace ReportCompiler.Importing.Matching;

/// <summary>
/// The headings of a block: which columns of the form, and rows where those are printed side by side, each column of the document is.
/// </summary>
/// <param name="seen">The table of the document.</param>
/// <param name="table">The table of the form.</param>
/// <param name="head">The first row of headings.</param>
/// <param name="data">The first row below them.</param>
/// <param name="end">The row behind the last.</param>
internal sealed class Headings(SeenTable seen, Table table, int head, int data, int end)
{
    /// <summary>By columns, whether nothing stands below the headings; null where it was not looked at.</summary>
    private readonly bool?[] _isBlank = new bool?[seen.Grid.Columns];

    /// <summary>The headings, from left to right.</summary>
    public List<Head> Heads { get; } = [];

    /// <summary>The first column with figures.</summary>
    public int First { get; private set; }

    /// <summary>Why none of the figures is sure; null if headings and columns go together.</summary>
    public Text? Doubt { get; private set; }

    /// <summary>Whether rows of the form are printed side by side.</summary>
    public bool IsAcross { get; private set; }

    /// <summary>How many name a column of the form.</summary>
    public int Named { get; private set; }

    /// <summary>Reads them; false if none names a column of the form.</summary>
    public bool Read()
    {
        IsAcross = table.IsAcross && seen.Range(head, data).Any(c => c.Rows.Any(r => r.Table == table));
        Find(fills: IsAcross);
        foreach (var each in Heads)
            if (IsAcross) Across(each);
            else Down(each);
        var named = Heads.Where(h => h.Columns.Count > 0).ToList();
        if (named.Count == 0) return false;
        Named = named.Count;
        // Which of the two it is, nobody can say, nor whether those behind them stand one column off.
        if (named.GroupBy(h => (h.Columns[0], h.Row)).FirstOrDefault(g => g.Count() > 1) is { } twice)
            Doubt ??= Doubts.HeadTwice(SeenTable.OneLine(twice.First().Bottom.There.Text));
        First = FirstValue(named);
        Heads.RemoveAll(h => h.From < First);
        FindStray(named);
        // Without the row that a heading belongs to, all headings of its line may stand one row off.
        if (IsAcross && Heads.Exists(h => h.Columns.Count == 0 || h.Row is null)) Doubt ??= Doubts.HeadsMissing;
        // The same where a heading over several has nothing below it: those below it stand one column off.
        if (!IsAcross && (Heads.Exists(h => h.Columns.Count == 0 && h.Bottom.IsHeading) || LacksHeading())) Doubt ??= Doubts.HeadsMissing;
        return true;
    }

    private void Find(bool fills)
    {
        fills = fills && !seen.Range(head, data).Any(c => c.There.Columns > 1);
        for (var column = 0; column < seen.Grid.Columns; column++)
        {
            var stack = new List<SeenCell>();
            for (var row = head; row < data; row++)
            {
                var cell = seen.At(row, column);
                // A table without joined cells says a heading once, over the first of its columns.
                for (var left = column; fills && row < data - 1 && cell is { IsBlank: true } && left > 0;) cell = seen.At(
                    row, --left);
                // It may also say it in every row.
                if (cell is { IsBlank: false } && stack is [.., var above] && above.Label.Name == cell.Label.Name) stack[^1] = cell;
                else if (cell is { IsBlank: false, IsOther: false } && !stack.Contains(cell)) stack.Add(cell);
                else if (cell is { IsOther: true } && cell.Columns.Count + cell.Rows.Count > 0 && !stack.Contains(cell)) stack.Add(
                    cell);
            }
            if (stack.Count == 0) continue;
            if (Heads is [.., var last] && last.To == column - 1 && ReferenceEquals(last.Bottom, stack[^1]))
                Heads[^1] = last with { To = column };
            else Heads.Add(new Head(column, column, stack[^1], stack[..^1]));
        }
        if (!IsAcross) Unite();
    }

    /// <summary>
    /// Where joined cells were taken apart and their text was said in each, a heading stands over several columns of which one holds
    /// figures: they are one. Not where the last column is blank: then a heading too many may have pushed the others aside.
    /// </summary>
    private void Unite()
    {
        for (var i = Heads.Count - 1; i > 0; i--)
        {
            var (left, right) = (Heads[i - 1], Heads[i]);
            if (left.Bottom.Label.Name.Length == 0 || left.Bottom.Label.Name != right.Bottom.Label.Name
                || !left.Above.Select(a => a.Label.Name).SequenceEqual(right.Above.Select(a => a.Label.Name), StringComparer.Ordinal)
                || left.To + 1 != right.From) continue;
            if (i + 1 < Heads.Count && IsBlank(Heads[^1])) continue;
            if (!IsBlank(right) && !IsBlank(left) && !IsSame(left, right)) continue;
            Heads[i - 1] = left with { To = right.To };
            Heads.RemoveAt(i);
        }
    }

    private IEnumerable<string> Texts(int column) =>
        Enumerable.Range(data, end - data).Select(r => seen.At(r, column)).Select(c => c?.There.Text.Trim() ?? "");

    private bool IsBlank(Head each)
    {
        for (var column = each.From; column <= each.To; column++)
            if (!(_isBlank[column] ??= Texts(column).All(t => t.Length == 0))) return false;
        return true;
    }

    private bool IsSame(Head left, Head right) => Texts(left.To).SequenceEqual(Texts(right.From), StringComparer.Ordinal);

    private void Down(Head each)
    {
        each.Columns = [.. each.Bottom.Columns.Where(c => c.Table == table)];
        if (each.Columns.Select(c => string.Join('/', c.Above.SelectMany(a => a))).Distinct(StringComparer.Ordinal).Count() > 1
            && each.Columns.Where(c => c.Above.All(a => each.Above.Exists(u => a.Contains(u.Label.Name, StringComparer.Ordinal))))
                .ToList() is { Count: > 0 } under)
            each.Columns = under;
        // What stands over a column and is no heading of the form, such as 2020年, makes it another.
        if (each.Above.Find(u => !u.IsHeading && !each.Columns.Exists(
            c => c.Above.Any(a => IsLike(u, a)))) is { } odd) each.Doubt = Doubts.HeadBelow(SeenTable.OneLine(odd.There.Text));
    }

    private static bool IsLike(SeenCell cell, IEnumerable<string> names) =>
        names.Any(n => Likeness.Distance(cell.Label.Name, n) is not null);

    /// <summary>
    /// Whether headings over several columns are there, but not all of those that set columns apart from each other: the columns of
    /// the one that is missing may stand elsewhere.
    /// </summary>
    private bool LacksHeading()
    {
        var there = seen.Range(head, data).Where(c => c.Columns.Count == 0 && c.Rows.Count == 0).ToList();
        if (!there.Exists(c => c.IsHeading)) return false;
        var columns = seen.Labels.Columns.Where(c => c.Table == table).ToList();
        return columns.SelectMany(c => c.Above).DistinctBy(a => a[0], StringComparer.Ordinal).Where(
            a => !columns.TrueForAll(c => c.Above.Any(o => o[0] == a[0])))
            .Any(a => !there.Exists(c => a.Contains(c.Label.Name, StringComparer.Ordinal) || IsLike(c, a)));
    }

    private void Across(Head each)
    {
        each.Columns = [.. each.Bottom.Columns.Where(c => c.Table == table)];
        var above = each.Above.Where(u => !u.IsHeading).ToList();
        if (above is not [.., var last]) each.Columns = [];
        else
        {
            var rows = last.Rows.Where(r => r.Table == table && r.Cells is not null
                && above[..^1].TrueForAll(u => r.Above.Any(a => u.Rows.Contains(a)))).ToList();
            each.Row = rows is [var only] ? only : null;
            if (each.Row is not null) return;
            var free = seen.Labels.Rows.Where(r => r.Table == table && r.Cells is not null);
            each.Row = Likeness.Nearest(last.Label.Name, free, r => r.Names);
            each.Doubt = Doubts.Head(SeenTable.OneLine(last.There.Text));
            if (each.Row is null) each.Columns = [];
        }
    }

    /// <summary>The first column with figures: the first known one, or an unknown one left of it that has figures alone.</summary>
    private int FirstValue(List<Head> named)
    {
        var first = named.Min(h => h.From);
        while (Heads.FindLast(h => h.To == first - 1) is { } left && HoldsFigures(left)) first = left.From;
        return first;
    }

    private bool HoldsFigures(Head each)
    {
        var cells = Enumerable.Range(data, end - data).Select(r => seen.At(r, each.From)).OfType<SeenCell>().ToList();
        return cells.Exists(c => c.IsFigure) && cells.TrueForAll(c => c.IsFigure || c.IsBlank || c.There.Text.Trim() is "/" or "-");
    }

    /// <summary>
    /// A column without a heading may mean that all headings, or all figures, stand one place off: unless it is blank, and the
    /// headings are whole.
    /// </summary>
    private void FindStray(List<Head> named)
    {
        var columns = named.SelectMany(h => h.Columns).Select(c => c.Column).ToHashSet(ReferenceEqualityComparer.Instance);
        var isWhole = !table.IsAcross && table.Bands.Any(b => b.Leaves.All(columns.Contains));
        for (var column = First; column < seen.Grid.Columns; column++)
        {
            if (Heads.Exists(h => h.From <= column && column <= h.To)) continue;
            var there = Enumerable.Range(data, end - data).Select(r => seen.At(r, column)).OfType<SeenCell>();
            if (there.Any(c => c.There.Column == column && (!isWhole || c.IsFigure))) Doubt ??= Doubts.NoHead(column);
        }
    }
}
