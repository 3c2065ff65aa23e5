using ReportCompiler.Forms;
using ReportCompiler.Grids;

namespace ReportCompiler.Importing.Matching;

/// <summary>
/// Reads a table of a document by the labels of an edition: blocks of headings first, then the rows below each, then the figure of each
/// row under each heading. Where labels, or the geometry of the table, do not settle what a figure is, it is claimed with its doubt.
/// </summary>
internal sealed class GridReading
{
    private readonly FormLabels _labels;
    private readonly TableGrid _grid;
    private readonly Dictionary<PageCell, SeenCell> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly bool[] _isHead;
    private readonly List<UnknownRow> _unknown = [];

    private GridReading(FormLabels labels, TableGrid grid)
    {
        (_labels, _grid) = (labels, grid);
        _isHead = new bool[grid.Rows];
    }

    /// <summary>The cells of the form that the table has, blank ones too.</summary>
    public List<Claim> Claims { get; } = [];

    /// <summary>Rows with figures whose labels settle nothing.</summary>
    public List<LeftRow> Left { get; } = [];

    /// <summary>How many columns and rows of the form were found: the edition of which more are is the table's.</summary>
    public int Found { get; private set; }

    /// <summary>Reads a table.</summary>
    public static GridReading Of(FormLabels labels, TableGrid grid)
    {
        var reading = new GridReading(labels, grid);
        reading.Read();
        return reading;
    }

    /// <summary>Whether a table begins with headings of the form; one that is continued after a page has none.</summary>
    public static bool HasHeadings(FormLabels labels, TableGrid grid)
    {
        var reading = new GridReading(labels, grid);
        reading.FindHeads();
        return Array.IndexOf(reading._isHead, true) >= 0;
    }

    /// <summary>Whether a table has rows of the form.</summary>
    public static bool HasRows(FormLabels labels, TableGrid grid)
    {
        var reading = new GridReading(labels, grid);
        return Enumerable.Range(0, grid.Rows).Any(r => reading.Cells(r, 0).Any(c => c.Rows.Count > 0));
    }

    private SeenCell? At(int row, int column)
    {
        if (_grid[row, column] is not { } there) return null;
        if (!_seen.TryGetValue(there, out var seen)) _seen.Add(there, seen = new SeenCell(there, _labels));
        return seen;
    }

    /// <summary>The cells over a row from a column on, each once; those that reach in from the left or from above too.</summary>
    private List<SeenCell> Cells(int row, int from)
    {
        var cells = new List<SeenCell>();
        for (var column = from; column < _grid.Columns; column++)
            if (At(row, column) is { } cell && (cells.Count == 0 || !ReferenceEquals(cells[^1], cell))) cells.Add(cell);
        return cells;
    }

    private IEnumerable<SeenCell> Starting(int row) => Cells(row, 0).Where(c => c.There.Row == row && !c.IsBlank);

    private void Read()
    {
        FindHeads();
        for (var row = 0; row < _grid.Rows;)
        {
            if (!_isHead[row])
            {
                row++;
                continue;
            }
            var head = row;
            while (row < _grid.Rows && _isHead[row]) row++;
            var data = row;
            while (row < _grid.Rows && !_isHead[row]) row++;
            if (TableOf(head, data, row) is { } table) new Block(this, table, head, data, row).Read();
        }
        Propose();
    }

    /// <summary>
    /// Finds the rows of headings: those with the name of a column and no figure, and what belongs to them above and below.
    /// </summary>
    private void FindHeads()
    {
        for (var row = 0; row < _grid.Rows; row++)
        {
            var cells = Starting(row).ToList();
            if (cells.Count == 0 || cells.Exists(c => c.IsFigure)) continue;
            _isHead[row] = cells.Exists(c => c.IsColumnAlone) || (row > 0 && _isHead[row - 1] && Continues(row, cells));
        }
        for (var row = _grid.Rows - 2; row >= 0; row--)
            if (_isHead[row + 1] && !_isHead[row] && Starting(row).ToList() is { Count: > 0 } cells)
                _isHead[row] = cells.TrueForAll(Heads) || (
                    cells.Exists(c => c.IsHeading) && cells.TrueForAll(c => Heads(c) || c.Columns.Count > 0));
    }

    /// <summary>Whether a row goes on with the headings above it: 总计 or 其他 alone, right of where the columns begin.</summary>
    private bool Continues(int row, List<SeenCell> cells)
    {
        var first = Cells(row - 1, 0).Find(c => c.IsColumnAlone)?.There.Column;
        return cells.TrueForAll(c => c.Columns.Count > 0 && c.There.Column >= first);
    }

    /// <summary>Whether a cell above headings belongs to them: a title, a heading over several, a row printed beside others.</summary>
    private static bool Heads(SeenCell cell) =>
        !cell.IsFigure && (cell.IsHeading || (cell.Rows.Count > 0 ? cell.Rows.All(r => r.Table.IsAcross) : cell.IsOther));

    /// <summary>The table of the form whose columns a block of headings has; null if it is not one alone.</summary>
    private Table? TableOf(int head, int data, int end)
    {
        var columns = Range(head, data).SelectMany(c => c.Columns.DistinctBy(k => k.Table).Select(k => (k.Table, c.Label.Name))).Distinct();
        var rows = Range(head, end).SelectMany(c => c.Rows.DistinctBy(r => r.Table).Select(r => (r.Table, c.Label.Name))).Distinct();
        var votes = columns.GroupBy(c => c.Table, (t, c) => (Table: t, Count: c.Count())).OrderByDescending(v => v.Count).ToList();
        if (votes.Count == 0) return null;
        var best = votes.Where(v => v.Count == votes[0].Count).Select(v => v.Table).ToList();
        var byRows = best.OrderByDescending(t => rows.Count(r => r.Table == t)).ToList();
        return byRows.Count == 1 || rows.Count(r => r.Table == byRows[0]) > rows.Count(r => r.Table == byRows[1]) ? byRows[0] : null;
    }

    private IEnumerable<SeenCell> Range(int from, int to) => Enumerable.Range(from, to - from).SelectMany(Starting);

    /// <summary>Claims the figures of rows with unknown labels for the rows those are like, as long as no other row has these.</summary>
    private void Propose()
    {
        var taken = Claims.Select(c => c.Cell.Row).ToHashSet();
        foreach (var row in _unknown)
        {
            var free = _labels.Rows.Where(r => r.Table == row.Block.Table && r.Cells is { } cells && !taken.Contains(cells));
            if (Likeness.Nearest(row.Label.Label.Name, free.Where(row.Fits), r => r.Names) is { } meant)
                row.Block.Claim(row.Row, meant, $"行名是“{OneLine(row.Label.There.Text)}”", isProposed: true);
            else Leave(row.Row);
        }
    }

    private void Leave(int row)
    {
        var cells = Cells(row, 0).Where(c => !c.IsBlank).ToList();
        if (cells.Exists(c => c.IsFigure)) Left.Add(
            new LeftRow($"第 {row + 1} 行", OneLine(string.Join(' ', cells.Select(c => c.There.Text)))));
    }

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    /// <summary>A row whose label is none of the form's.</summary>
    private sealed record UnknownRow(Block Block, int Row, SeenCell Label, Func<FormRow, bool> Fits);

    /// <summary>A heading over one or more columns of the document's table.</summary>
    private sealed record Head(int From, int To, SeenCell Bottom, List<SeenCell> Above)
    {
        /// <summary>The columns of the form it names; several if bands of a table have columns of the same name.</summary>
        public List<FormColumn> Columns { get; set; } = [];

        /// <summary>The row it names, where rows are printed side by side.</summary>
        public FormRow? Row { get; set; }

        /// <summary>Why it is not sure, in Chinese.</summary>
        public string? Doubt { get; set; }
    }

    /// <summary>A block of headings and the rows below it.</summary>
    private sealed class Block(GridReading reading, Table table, int head, int data, int end)
    {
        private readonly TableGrid _grid = reading._grid;
        private readonly List<Head> _heads = [];
        private readonly HashSet<FormRow> _open = [];
        private Dictionary<string, int> _times = [];
        private int _first;
        private string? _doubt;

        public Table Table => table;

        public void Read()
        {
            var isAcross = table.IsAcross && reading.Range(head, data).Any(c => c.Rows.Any(r => r.Table == table));
            FindHeads(fills: isAcross);
            foreach (var each in _heads)
                if (isAcross) Across(each);
                else Down(each);
            var named = _heads.Where(h => h.Columns.Count > 0).ToList();
            if (named.Count == 0) return;
            reading.Found += named.Count;
            foreach (var twice in named.GroupBy(h => (h.Columns[0], h.Row)).Where(g => g.Count() > 1))
                foreach (var each in twice) each.Doubt ??= $"表头“{OneLine(each.Bottom.There.Text)}”有两列";
            _first = FirstValue(named);
            _heads.RemoveAll(h => h.From < _first);
            FindStray(named);
            // Without the row that a heading belongs to, all headings of its line may stand one row off.
            if (isAcross && _heads.Exists(h => h.Columns.Count == 0 || h.Row is null)) _doubt ??= "表头不全";
            // The same where a heading over several has nothing below it: those below it stand one column off.
            if (!isAcross && (_heads.Exists(h => h.Columns.Count == 0 && h.Bottom.IsHeading) || LacksHeading())) _doubt ??= "表头不全";
            if (isAcross) Side();
            else Rows();
        }

        private void FindHeads(bool fills)
        {
            fills = fills && !reading.Range(head, data).Any(c => c.There.Columns > 1);
            for (var column = 0; column < _grid.Columns; column++)
            {
                var stack = new List<SeenCell>();
                for (var row = head; row < data; row++)
                {
                    var cell = reading.At(row, column);
                    // A table without joined cells says a heading once, over the first of its columns.
                    for (var left = column; fills && row < data - 1 && cell is { IsBlank: true } && left > 0;) cell = reading.At(
                        row, --left);
                    // It may also say it in every row.
                    if (cell is { IsBlank: false } && stack is [.., var above] && above.Label.Name == cell.Label.Name) stack[^1] = cell;
                    else if (cell is { IsBlank: false, IsOther: false } && !stack.Contains(cell)) stack.Add(cell);
                    else if (cell is { IsOther: true } && cell.Columns.Count + cell.Rows.Count > 0 && !stack.Contains(cell)) stack.Add(
                        cell);
                }
                if (stack.Count == 0) continue;
                if (_heads is [.., var last] && last.To == column - 1 && ReferenceEquals(last.Bottom, stack[^1]))
                    _heads[^1] = last with { To = column };
                else _heads.Add(new Head(column, column, stack[^1], stack[..^1]));
            }
        }

        private void Down(Head each)
        {
            each.Columns = [.. each.Bottom.Columns.Where(c => c.Table == table)];
            if (each.Columns.Select(c => string.Join('/', c.Above.SelectMany(a => a))).Distinct(StringComparer.Ordinal).Count() > 1
                && each.Columns.Where(c => c.Above.All(a => each.Above.Exists(u => a.Contains(u.Label.Name, StringComparer.Ordinal))))
                    .ToList() is { Count: > 0 } under)
                each.Columns = under;
            // What stands over a column and is no heading of the form, such as 2020年, makes it another.
            if (each.Above.Find(u => !u.IsHeading && !each.Columns.Exists(
                c => c.Above.Any(a => IsLike(u, a)))) is { } odd) each.Doubt = $"表头上面是“{OneLine(odd.There.Text)}”";
        }

        private static bool IsLike(SeenCell cell, IEnumerable<string> names) =>
            names.Any(n => Likeness.Distance(cell.Label.Name, n) is not null);

        /// <summary>
        /// Whether headings over several columns are there, but not all of those that set columns apart from each other: the columns of
        /// the one that is missing may stand elsewhere.
        /// </summary>
        private bool LacksHeading()
        {
            var there = reading.Range(head, data).Where(c => c.Columns.Count == 0 && c.Rows.Count == 0).ToList();
            if (!there.Exists(c => c.IsHeading)) return false;
            var columns = reading._labels.Columns.Where(c => c.Table == table).ToList();
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
                var free = reading._labels.Rows.Where(r => r.Table == table && r.Cells is not null);
                each.Row = Likeness.Nearest(last.Label.Name, free, r => r.Names);
                each.Doubt = $"表头是“{OneLine(last.There.Text)}”";
                if (each.Row is null) each.Columns = [];
            }
        }

        /// <summary>The first column with figures: the first known one, or an unknown one left of it that has figures alone.</summary>
        private int FirstValue(List<Head> named)
        {
            var first = named.Min(h => h.From);
            while (_heads.FindLast(h => h.To == first - 1) is { } left && HoldsFigures(left)) first = left.From;
            return first;
        }

        private bool HoldsFigures(Head each)
        {
            var cells = Enumerable.Range(data, end - data).Select(r => reading.At(r, each.From)).OfType<SeenCell>().ToList();
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
            for (var column = _first; column < _grid.Columns; column++)
            {
                if (_heads.Exists(h => h.From <= column && column <= h.To)) continue;
                var there = Enumerable.Range(data, end - data).Select(r => reading.At(r, column)).OfType<SeenCell>();
                if (there.Any(c => c.There.Column == column && (!isWhole || c.IsFigure))) _doubt ??= $"第 {column + 1} 列没有表头";
            }
        }

        /// <summary>Rows printed side by side: one line of figures.</summary>
        private void Side()
        {
            var lines = Enumerable.Range(data, end - data).Where(r => reading.Cells(r, _first).Exists(c => c.IsFigure)).ToList();
            if (lines.Count > 1) _doubt ??= "有几行数字";
            if (lines.Count == 0) lines = [.. Enumerable.Range(data, end - data).Take(1)];
            foreach (var line in lines) Claim(line, null, null);
        }

        private void Rows()
        {
            _times = Enumerable.Range(data, end - data).Select(Path).Where(p => p.Count > 0).GroupBy(
                p => p[^1].Label.Name, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var row = data; row < end; row++)
            {
                var path = Path(row);
                if (path.Count == 0)
                {
                    reading.Leave(row);
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
                var nth = seen[path[^1].Label.Name] = seen.GetValueOrDefault(path[^1].Label.Name) + 1;
                One(row, path, nth - 1);
            }
        }

        private bool HasFigures(int row) => reading.Cells(row, _first).Exists(c => c.There.Column >= _first && !c.IsBlank);

        /// <summary>The label of two rows that are one, cut by the end of a page; null if they are not.</summary>
        private SeenCell? Joined(int row, List<SeenCell> path)
        {
            if (row + 1 >= end || path[^1].Rows.Count > 0 || path[^1].IsFigure || (HasFigures(row) && HasFigures(row + 1))) return null;
            if (Path(row + 1) is not [.., var below] || below.Rows.Count > 0 || below.There.Column != path[^1].There.Column) return null;
            var whole = new SeenCell(path[^1].There with { Text = path[^1].There.Text + below.There.Text }, reading._labels);
            return whole.Rows.Any(r => r.Table == table) ? whole : null;
        }

        /// <summary>
        /// The labels left of a row's figures, outermost first; without a counting word, and without a number if there are words.
        /// </summary>
        private List<SeenCell> Path(int row)
        {
            var cells = new List<SeenCell>();
            for (var column = 0; column < _first; column++)
                if (reading.At(row, column) is { IsBlank: false } cell && !cells.Contains(cell)) cells.Add(cell);
            if (cells.Count > 1) cells.RemoveAll(
                c => c.Rows.Count == 0 && reading._labels.Units.Contains(c.There.Text.Trim().Trim('（', '）', '(', ')')));
            if (cells is [.., { Rows.Count: > 0 }, { Label.Money: not null, Rows.Count: 0 } money]) cells = [money, .. cells.Except(
                [money])];
            var lastWord = cells.FindLastIndex(c => !c.IsFigure);
            for (var i = lastWord - 1; i >= 0; i--)
                if (cells[i].IsFigure) cells.RemoveAt(i);
            return cells;
        }

        private void One(int row, List<SeenCell> path, int nth)
        {
            var last = path[^1];
            if (last.Last >= _first && (last.There.Columns > 1 || last.There.Column >= _first) && !HasFigures(row, last)) return;
            var groups = path[..^1];
            var fits = last.Rows.Where(r => r.Table == table && groups.TrueForAll(g => IsAbove(r, g))).ToList();
            if (last.Rows.Count == 0)
            {
                if (last.IsFigure && Numbered(groups, last) is { } meant) Claim(
                    row, meant, $"行名只有“{OneLine(last.There.Text)}”", isProposed: true);
                else if (last.IsFigure) reading.Leave(row);
                else reading._unknown.Add(new UnknownRow(this, row, last, r => groups.TrueForAll(g => g.Rows.Count == 0 || IsAbove(r, g))));
                return;
            }
            var doubt = fits.Count == 0 ? "行名与所在的组不符" : null;
            if (fits.Count == 0) fits = [.. last.Rows.Where(r => r.Table == table)];
            if (fits.Count == 0)
            {
                reading.Leave(row);
                return;
            }
            var found = fits[0];
            if (path.Find(p => p.Label.Money is not null) is { Label.Money: var stated } && found.Cells?.Cells.Any(
                c => c.Unit == stated) == false)
                doubt ??= $"行里写的单位是“{stated}”";
            if (fits.Count > 1)
            {
                // Rows of one name are told apart by their order alone, and only if all of them are there.
                if (_times.GetValueOrDefault(last.Label.Name) == fits.Count && doubt is null) found = fits[nth];
                else doubt ??= "同名的行不止一个";
            }
            else if (found.Parent is { Row.Key: not null } parent && !groups.Exists(g => IsNamed(parent, g)) && !_open.Contains(parent))
                doubt ??= Contradiction(found, last.Label);
            if (found.Cells is null)
            {
                if (HasFigures(row) && reading.Cells(row, _first).Exists(c => c.IsFigure)) reading.Leave(row);
            }
            else
            {
                reading.Found++;
                Claim(row, found, doubt);
            }
            _open.Clear();
            _open.UnionWith(found.Above);
            if (found.Row.IsGroup) _open.Add(found);
        }

        private bool HasFigures(int row, SeenCell but) => reading.Cells(row, _first).Exists(c => !ReferenceEquals(c, but) && !c.IsBlank);

        /// <summary>The row of a group that a number alone names; null if none does.</summary>
        private FormRow? Numbered(List<SeenCell> groups, SeenCell last)
        {
            if (groups is not [.., { Rows: [var group] }] || CellText.Read(
                last.There.Text.Trim().TrimEnd('.', '、', '．'), ValueKind.Count, "") is not
                { State: CellState.Number, Value: var number }) return null;
            return reading._labels.Rows.Where(r => r.Parent == group).Skip((int)number - 1).FirstOrDefault() is { Cells: not null } row
                ? row : null;
        }

        private bool IsAbove(FormRow row, SeenCell group) => row.Above.Any(a => IsNamed(a, group));

        /// <summary>Whether a text names a group, be it misspelt: what stands in the group decides.</summary>
        private bool IsNamed(FormRow group, SeenCell there) => there.Rows.Contains(group)
            || (!there.Rows.Any(r => r.Table == table) && group.Names.Any(n => Likeness.Distance(there.Label.Name, n) is not null));

        /// <summary>Why a row is not sure that is found without the group it stands in; null if it is sure.</summary>
        private static string? Contradiction(FormRow found, LabelText label)
        {
            const int Telling = 4;
            if (label.Number is { } number && found.Number is { } own) return number == own ? null : "行名前的序号不符";
            return label.Name.Length >= Telling ? null : "没有写明在哪一组";
        }

        /// <summary>Claims the figures of a row of the document for a row of the form, each under its heading.</summary>
        /// <param name="row">The row of the document.</param>
        /// <param name="found">The row of the form; null where the headings name it.</param>
        /// <param name="doubt">Why it is not sure.</param>
        /// <param name="isProposed">Whether the row is only like that of the form.</param>
        public void Claim(int row, FormRow? found, string? doubt, bool isProposed = false)
        {
            var cells = reading.Cells(row, _first).Where(c => c.Last >= _first).ToList();
            var lastHead = _heads[^1].To;
            doubt ??= _doubt;
            if (cells.Exists(c => c.There.Column < _first)) doubt ??= "行名伸到了数字的列";
            if (cells.Exists(c => c.Rows.Count + c.Columns.Count > 0)) doubt ??= "数字的列里有行名或表头";
            for (var column = _first; column <= lastHead; column++)
                if (_grid[row, column] is null) doubt ??= "这一行的格数不够";
            if (cells.Exists(c => c.There.Column > lastHead && c.IsFigure)) doubt ??= "这一行的格数多了";
            cells.RemoveAll(c => c.There.Column > lastHead);
            // Where as many cells as headings stand below them in their order, the widths need not be the same.
            var inOrder = cells.Count == _heads.Count && Enumerable.Range(0, cells.Count).All(i => Overlap(cells[i], _heads[i]));
            if (!inOrder && cells.Exists(c => c.Last > lastHead)) doubt ??= "格与表头没有对齐";
            var claimed = reading.Claims.Count;
            for (var i = 0; i < _heads.Count; i++)
            {
                var under = inOrder ? [cells[i]] : cells.FindAll(c => Overlap(c, _heads[i]));
                if (under.Count == 0) continue;
                var filled = under.FindAll(c => !c.IsBlank);
                var isSure = inOrder || under.TrueForAll(c => Within(c, _heads[i]));
                if (filled.Count < 2 && (isSure || filled.Count == 0)) Take(
                    row, found, _heads[i], filled is [var only] ? only : under[0], doubt, isProposed);
                else
                    foreach (var each in filled) Take(row, found, _heads[i], each, doubt ?? "格与表头没有对齐", isProposed);
            }
            var taken = reading.Claims.Skip(claimed).Select(c => c.There).ToHashSet<PageCell>(ReferenceEqualityComparer.Instance);
            foreach (var cell in reading.Cells(row, _first).Where(c => c.IsFigure && c.There.Column >= _first && !taken.Contains(c.There)))
                reading.Left.Add(new LeftRow($"第 {row + 1} 行第 {cell.There.Column + 1} 列", OneLine(cell.There.Text)));
        }

        private static bool Overlap(SeenCell cell, Head each) => cell.There.Column <= each.To && cell.Last >= each.From;

        private static bool Within(SeenCell cell, Head each) => cell.There.Column >= each.From && cell.Last <= each.To;

        private void Take(int row, FormRow? found, Head under, SeenCell there, string? doubt, bool isProposed)
        {
            if ((found ?? under.Row)?.Cells is not { } line) return;
            var columns = under.Columns;
            doubt ??= under.Doubt;
            if (columns.Count == 0)
            {
                if (there.IsBlank || under.Row is not null) return;
                // No other heading of the block may have the column that this one is like.
                var free = reading._labels.Columns.Where(c => c.Table == table && !_heads.Exists(h => h.Columns.Contains(c)));
                if (Likeness.Nearest(under.Bottom.Label.Name, free.Where(c => line.Cells.Any(l => l.Column == c.Column)), c =>
                    c.Names) is not { } like) return;
                (columns, doubt) = ([like], doubt ?? $"表头是“{OneLine(under.Bottom.There.Text)}”");
            }
            var cells = line.Cells.Where(c => columns.Exists(k => ReferenceEquals(k.Column, c.Column))).ToList();
            if (cells.Count == 0) return;
            if (cells.Count > 1) doubt ??= "同名的列不止一个";
            var cell = cells[0];
            if (under.Bottom.Label.Money is { } money && money != cell.Unit) doubt ??= $"表头的单位是“{money}”";
            if (there.There.Rows > 1 && !there.IsBlank) doubt ??= "一格跨了几行";
            reading.Claims.Add(new Claim(cell, there.There, $"第 {row + 1} 行第 {there.There.Column + 1} 列", doubt)
            {
                IsProposed = isProposed || under.Columns.Count == 0,
            });
        }
    }
}
