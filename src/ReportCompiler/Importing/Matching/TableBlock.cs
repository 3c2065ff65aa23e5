using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Grids;
using ReportCompiler.Importing.Documents;

namespace ReportCompiler.Importing.Matching;

/// <summary>A block of headings and the rows below it: whose figures those of a row are.</summary>
/// <param name="seen">The table of the document.</param>
/// <param name="claims">Takes what it says.</param>
/// <param name="table">The table of the form.</param>
/// <param name="head">The first row of headings.</param>
/// <param name="data">The first row below them.</param>
/// <param name="end">The row behind the last.</param>
/// <param name="money">The unit of money that is stated above it, for all of it; null if none is.</param>
internal sealed class TableBlock(SeenTable seen, GridClaims claims, Table table, int head, int data, int end, string? money)
{
    private readonly Headings _headings = new(seen, table, head, data, end);
    private readonly HashSet<FormRow> _open = [];
    private Dictionary<string, int> _times = [];
    private Text? _doubt;

    /// <summary>The table of the form.</summary>
    public Table Table => table;

    /// <summary>Rows whose labels are none of the form's: what they are like is looked at when all others are read.</summary>
    public List<UnknownRow> Unknown { get; } = [];

    private List<Head> Heads => _headings.Heads;

    private int First => _headings.First;

    /// <summary>Claims the figures below the headings.</summary>
    public void Read()
    {
        if (!_headings.Read()) return;
        claims.Found += _headings.Named;
        _doubt = _headings.Doubt;
        if (_headings.IsAcross) Side();
        else Rows();
    }

    /// <summary>Rows printed side by side: one line of figures.</summary>
    private void Side()
    {
        var lines = Enumerable.Range(data, end - data).Where(r => seen.Cells(r, First).Exists(c => c.IsFigure)).ToList();
        if (lines.Count > 1) _doubt ??= Doubts.ManyLines;
        if (lines.Count == 0) lines = [.. Enumerable.Range(data, end - data).Take(1)];
        foreach (var line in lines) Claim(line, null, null);
    }

    private void Rows()
    {
        _times = Enumerable.Range(data, end - data).Select(Path).Where(p => p.Count > 0).GroupBy(
            p => p[^1].Label.Name, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = data; row < end; row++)
        {
            var path = Path(row);
            if (path.Count == 0)
            {
                Leave(row);
                continue;
            }
            if (Joined(row, path) is { } next)
            {
                path[^1] = next;
                One(row, path, 0);
                if (!HasFigures(row)) One(row + 1, path, 0);
                row++;
                continue;
            }
            var nth = times[path[^1].Label.Name] = times.GetValueOrDefault(path[^1].Label.Name) + 1;
            One(row, path, nth - 1);
        }
    }

    private bool HasFigures(int row) => seen.Cells(row, First).Exists(c => c.There.Column >= First && !c.IsBlank);

    /// <summary>The label of two rows that are one, cut by the end of a page; null if they are not.</summary>
    private SeenCell? Joined(int row, List<SeenCell> path)
    {
        if (row + 1 >= end || path[^1].Rows.Count > 0 || path[^1].IsFigure || (HasFigures(row) && HasFigures(row + 1))) return null;
        if (Path(row + 1) is not [.., var below] || below.Rows.Count > 0 || below.There.Column != path[^1].There.Column) return null;
        var whole = new SeenCell(path[^1].There with { Text = path[^1].There.Text + below.There.Text }, path[^1].Origin, seen.Labels);
        return whole.Rows.Any(r => r.Table == table) ? whole : null;
    }

    /// <summary>
    /// The labels left of a row's figures, outermost first; without a counting word, and without a number if there are words.
    /// </summary>
    private List<SeenCell> Path(int row)
    {
        var cells = new List<SeenCell>();
        for (var column = 0; column < First; column++)
            if (seen.At(row, column) is { IsBlank: false } cell && !cells.Contains(cell)) cells.Add(cell);
        if (cells.Count > 1) cells = [.. cells.Where(c => !IsUnit(c))];
        if (cells is [.., { Rows.Count: > 0 }, { Label.Money: not null, Rows.Count: 0 } money]) cells = [money, .. cells.Except(
            [money])];
        var lastWord = cells.FindLastIndex(c => !c.IsFigure);
        for (var i = lastWord - 1; i >= 0; i--)
            if (cells[i].IsFigure) cells.RemoveAt(i);
        return cells;

        // A counting word may be the name of a row too, and is none beside the row that it counts.
        bool IsUnit(SeenCell cell)
        {
            var unit = cell.There.Text.Trim().Trim('（', '）', '(', ')');
            return seen.Labels.Units.Contains(unit) && (cell.Rows.Count == 0
                || cells.Exists(c => c != cell && c.Rows.Any(r => r.Cells?.Cells.Any(of => of.Unit == unit) == true)));
        }
    }

    private void One(int row, List<SeenCell> path, int nth)
    {
        var last = path[^1];
        if (last.Last >= First && (last.There.Columns > 1 || last.There.Column >= First) && !HasFigures(row, last)) return;
        var groups = path[..^1];
        var fits = last.Rows.Where(r => r.Table == table && groups.TrueForAll(g => IsAbove(r, g))).ToList();
        if (last.Rows.Count == 0)
        {
            if (last.IsFigure && Numbered(groups, last) is { } meant) Claim(
                row, meant, Doubts.RowNamedOnly(SeenTable.OneLine(last.There.Text)), isProposed: true);
            else if (last.IsFigure && Named(groups) is { } named) Claim(row, named, Doubts.Shifted);
            else if (last.IsFigure) Leave(row);
            else Unknown.Add(new UnknownRow(row, last, r => groups.TrueForAll(g => g.Rows.Count == 0 || IsAbove(r, g))));
            return;
        }
        var doubt = fits.Count == 0 ? Doubts.OtherGroup : null;
        if (fits.Count == 0) fits = [.. last.Rows.Where(r => r.Table == table)];
        if (fits.Count == 0)
        {
            Leave(row);
            return;
        }
        var found = fits[0];
        if (path.Find(p => p.Label.Money is not null) is { Label.Money: { } stated } && found.Cells?.Cells.Any(
            c => c.Unit == stated) == false)
            doubt ??= Doubts.RowUnit(stated);
        if (fits.Count > 1)
        {
            // Rows of one name are told apart by their order, and only if all of them are there and each stands in its group.
            if (_times.GetValueOrDefault(last.Label.Name) == fits.Count && doubt is null) found = fits[nth];
            else doubt ??= Doubts.ManyRows;
            if (found.Parent is { } group && !_open.Contains(group)) doubt ??= Doubts.NoGroup;
        }
        else if (found.Parent is { Row.Key: not null } parent && !groups.Exists(g => IsNamed(parent, g)) && !_open.Contains(parent))
            doubt ??= Contradiction(found, last.Label);
        if (found.Cells is null)
        {
            if (HasFigures(row) && seen.Cells(row, First).Exists(c => c.IsFigure)) Leave(row);
        }
        else
        {
            claims.Found++;
            Claim(row, found, doubt);
        }
        _open.Clear();
        _open.UnionWith(found.Above);
        if (found.Row.IsGroup) _open.Add(found);
    }

    private bool HasFigures(int row, SeenCell but) => seen.Cells(row, First).Exists(c => !ReferenceEquals(c, but) && !c.IsBlank);

    /// <summary>The row of a group that a number alone names; null if none does.</summary>
    private FormRow? Numbered(List<SeenCell> groups, SeenCell last)
    {
        if (groups is not [.., { Rows: [var group] }] || CellText.Read(
            last.There.Text.Trim().TrimEnd('.', '、', '．'), ValueKind.Count, "") is not
            { State: CellState.Number, Value: var number }) return null;
        return seen.Labels.Rows.Where(r => r.Parent == group).Skip((int)number - 1).FirstOrDefault() is { Cells: not null } row
            ? row : null;
    }

    /// <summary>The row that a label names beside which figures begin too early.</summary>
    private FormRow? Named(List<SeenCell> labels) =>
        labels is [.., var label] && label.Rows.Where(r => r.Table == table && r.Cells is not null).ToList() is [var only] ? only : null;

    private bool IsAbove(FormRow row, SeenCell group) => row.Above.Any(a => IsNamed(a, group));

    /// <summary>Whether a text names a group, be it misspelt: what stands in the group decides.</summary>
    private bool IsNamed(FormRow group, SeenCell there) => there.Rows.Contains(group)
        || (!there.Rows.Any(r => r.Table == table) && group.Names.Any(n => Likeness.Distance(there.Label.Name, n) is not null));

    /// <summary>Why a row is not sure that is found without the group it stands in; null if it is sure.</summary>
    private static Text? Contradiction(FormRow found, LabelText label)
    {
        const int Telling = 4;
        if (label.Number is { } number && found.Number is { } own) return number == own ? null : Doubts.OtherNumber;
        return label.Name.Length >= Telling ? null : Doubts.NoGroup;
    }

    /// <summary>Claims the figures of a row of the document for a row of the form, each under its heading.</summary>
    /// <param name="row">The row of the document.</param>
    /// <param name="found">The row of the form; null where the headings name it.</param>
    /// <param name="doubt">Why it is not sure.</param>
    /// <param name="isProposed">Whether the row is only like that of the form.</param>
    public void Claim(int row, FormRow? found, Text? doubt, bool isProposed = false)
    {
        var cells = seen.Cells(row, First).Where(c => c.Last >= First).ToList();
        var lastHead = Heads[^1].To;
        doubt ??= _doubt;
        if (cells.Exists(c => c.There.Column < First)) doubt ??= Doubts.NameAmongFigures;
        if (cells.Exists(c => c.Rows.Count + c.Columns.Count > 0)) doubt ??= Doubts.LabelAmongFigures;
        for (var column = First; column <= lastHead; column++)
            if (seen.Grid[row, column] is null) doubt ??= Doubts.CellsMissing;
        if (cells.Exists(c => c.There.Column > lastHead && c.IsFigure)) doubt ??= Doubts.CellsTooMany;
        cells.RemoveAll(c => c.There.Column > lastHead);
        // Where as many cells as headings stand below them in their order, the widths need not be the same.
        var inOrder = cells.Count == Heads.Count && Enumerable.Range(0, cells.Count).All(i => Overlap(cells[i], Heads[i]));
        if (!inOrder && cells.Exists(c => c.Last > lastHead)) doubt ??= Doubts.Shifted;
        var claimed = claims.Claims.Count;
        for (var i = 0; i < Heads.Count; i++)
        {
            var under = inOrder ? [cells[i]] : cells.FindAll(c => Overlap(c, Heads[i]));
            if (under.Count == 0) continue;
            var filled = under.FindAll(c => !c.IsBlank);
            if (filled.Count > 1 && filled.TrueForAll(c => c.There.Text.Trim() == filled[0].There.Text.Trim())) filled = [filled[0]];
            var isSure = inOrder || under.TrueForAll(c => Within(c, Heads[i]));
            if (filled.Count < 2 && (isSure || filled.Count == 0)) Take(
                found, Heads[i], filled is [var only] ? only : under[0], doubt, isProposed);
            else
                foreach (var each in filled) Take(found, Heads[i], each, doubt ?? Doubts.Shifted, isProposed);
        }
        var taken = claims.Claims.Skip(claimed).Select(c => c.There).ToHashSet<PageCell>(ReferenceEqualityComparer.Instance);
        foreach (var cell in seen.Cells(row, First).Where(c => c.IsFigure && c.There.Column >= First && !taken.Contains(c.Origin)))
            claims.Left.Add(new LeftRow(cell.Place, Text.Same(SeenTable.OneLine(cell.There.Text))));
    }

    private static bool Overlap(SeenCell cell, Head each) => cell.There.Column <= each.To && cell.Last >= each.From;

    private static bool Within(SeenCell cell, Head each) => cell.There.Column >= each.From && cell.Last <= each.To;

    private void Take(FormRow? found, Head under, SeenCell there, Text? doubt, bool isProposed)
    {
        if ((found ?? under.Row)?.Cells is not { } line) return;
        var columns = under.Columns;
        doubt ??= under.Doubt;
        if (columns.Count == 0)
        {
            if (there.IsBlank || under.Row is not null) return;
            // No other heading of the block may have the column that this one is like.
            var free = seen.Labels.Columns.Where(c => c.Table == table && !Heads.Exists(h => h.Columns.Contains(c)));
            if (Likeness.Nearest(under.Bottom.Label.Name, free.Where(c => line.Cells.Any(l => l.Column == c.Column)), c =>
                c.Names) is not { } like) return;
            (columns, doubt) = ([like], doubt ?? Doubts.Head(SeenTable.OneLine(under.Bottom.There.Text)));
        }
        var cells = line.Cells.Where(c => columns.Exists(k => ReferenceEquals(k.Column, c.Column))).ToList();
        if (cells.Count == 0) return;
        if (cells.Count > 1) doubt ??= Doubts.ManyColumns;
        var cell = cells[0];
        if (under.Bottom.Label.Money is { } said && said != cell.Unit) doubt ??= Doubts.HeadUnit(said);
        if (money is not null && cell.Kind == ValueKind.Amount && money != cell.Unit) doubt ??= Doubts.TableUnit(money);
        if (there.There.Rows > 1 && !there.IsBlank) doubt ??= Doubts.OverRows;
        if (IsInNoUnit(cell, under, there)) doubt ??= Doubts.NoMoney;
        claims.Add(new Claim(cell, there.Origin, there.Place, doubt)
        {
            IsProposed = isProposed || under.Columns.Count == 0,
        });
    }

    /// <summary>
    /// Whether nothing says in which unit of money an amount is, and it would be a hundred million of them: 251000 where 万元 is asked for
    /// is as likely in 元.
    /// </summary>
    private bool IsInNoUnit(Cell cell, Head under, SeenCell there)
    {
        const int Most = 10_000;
        return cell is { Kind: ValueKind.Amount, Unit: "万元" } && money is null
            && under.Above.Append(under.Bottom).All(h => h.Label.Money is null)
            && CellText.Read(there.There.Text, cell.Kind, "") is { State: CellState.Number, Value: >= Most and var amount }
            && decimal.Round(amount, 2) == amount && seen.Cells(there.There.Row, 0).TrueForAll(c => c.Label.Money is null);
    }

    /// <summary>Leaves a row; if it has figures it is told.</summary>
    public void Leave(int row)
    {
        var cells = seen.Cells(row, 0).Where(c => !c.IsBlank).ToList();
        if (cells.Exists(c => c.IsFigure)) claims.Left.Add(
            new LeftRow(Places.Row(cells[0].Origin.Row), Text.Same(SeenTable.OneLine(string.Join(' ', cells.Select(c => c.There.Text))))));
    }
}
