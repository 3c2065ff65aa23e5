using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Rendering.Sheets;
using ReportCompiler.Workbooks;

namespace ReportCompiler.Drafting;

/// <summary>
/// A table of the form on its sheet, between the hidden column of its keys and the column of remarks. Above every block of figures
/// stands a hidden row with the keys of its columns.
/// </summary>
internal sealed class TableSheet
{
    private const int Left = 1;
    private const int Top = 3;
    private const double WidthOfRemarks = 52;

    /// <summary>What is said of a table whose equations do not hold; no other word of its place begins like it.</summary>
    public static readonly Text Broken = new("有不平的，见该表右侧", "broken: see on the right of the table");

    private static readonly Text Holds = new("勾稽关系成立", "they hold");
    private static readonly Text StillWord = new("还有 ", "still ");
    private static readonly Text LeftWords = new(" 格没有填", " to fill in");
    private static readonly Text Full = new("已填完", "all");

    private readonly SheetTable _layout;
    private readonly Language _language;
    private readonly string _whose;
    private readonly int[] _rows;
    private readonly List<(int Row, ImmutableSortedDictionary<int, string> Keys)> _keyRows = [];
    private readonly SortedDictionary<int, (List<string> Texts, List<string> Formulas)> _remarks = [];
    private readonly List<Condition> _doubts = [];
    private int _blanks;
    private ImmutableArray<Area> _inputs = [];

    public TableSheet(SheetTable layout, string name, string whose, Language language)
    {
        (_layout, _whose, _language, Sheet) = (layout, whose, language, new Worksheet(name) { IsProtected = true });
        _rows = new int[layout.Rows];
        var keys = ImmutableSortedDictionary<int, string>.Empty;
        var row = Top;
        for (var r = 0; r < layout.Rows; r++)
        {
            var own = KeysOf(r);
            if (!own.IsEmpty && !own.SequenceEqual(keys)) _keyRows.Add((row++, keys = own));
            _rows[r] = row++;
        }
    }

    /// <summary>The sheet.</summary>
    public Worksheet Sheet { get; }

    /// <summary>The table.</summary>
    public Table Table => _layout.Table;

    /// <summary>The cell in which 是 says that the whole table is 无.</summary>
    public Place Nothing => new(Top - 1, Left + LabelColumns);

    /// <summary>How far it is filled in: a formula, with what it says now.</summary>
    public (string Formula, string Now) Progress
    {
        get
        {
            var blank = string.Join('+', _inputs.Select(a => $"COUNTBLANK({Sheet.Reference(a)})"));
            return ($"IF({Sheet.Reference(Nothing)}=\"{Yes}\",\"{Say("全表为无", "none at all")}\",{StillBlank(blank, _language)})",
                StillBlankNow(_blanks, _language));
        }
    }

    /// <summary>Whether its equations hold: a formula, with what it says now.</summary>
    public (string Formula, string Now) Balance
    {
        get
        {
            var remarks = Sheet.Reference(new Area(new Place(Top, RemarkColumn), _rows[^1] - Top + 1, 1));
            var count = $"COUNTIF({remarks},\"*{FormEquations.ErrorMark.In(_language)}*\")";
            return ($"IF({count}=0,\"{Holds.In(_language)}\",\"{Broken.In(_language)}\")", Holds.In(_language));
        }
    }

    /// <summary>Where a cell of the form stands.</summary>
    public Place PlaceOf(Cell cell)
    {
        var (row, column) = _layout.PlaceOf(cell);
        return new Place(_rows[row], Left + column);
    }

    /// <summary>Whether one cell stands right of, or below, another with no other between that is seen.</summary>
    public bool AreNeighbours(Cell one, Cell next)
    {
        if (one.Table != Table || next.Table != Table) return false;
        var (a, b) = (_layout.PlaceOf(one), _layout.PlaceOf(next));
        // No block of other columns, with its hidden row of keys, may lie between.
        return a.Row == b.Row ? b.Column == a.Column + 1 : a.Column == b.Column && _rows[b.Row] == _rows[a.Row] + 1;
    }

    /// <summary>Writes headings, keys and figures.</summary>
    public void Write(string heading, Func<Cell, CellValue> value, Func<Cell, bool> isGiven)
    {
        Head(heading);
        _layout.Write(Sheet, new Place(Top, Left),
            cell => (value(cell), cell.IsTotal ? FormStyles.Total : isGiven(cell) ? FormStyles.Given : FormStyles.Input), r => _rows[r]);
        Sheet.HideColumn(0);
        foreach (var (row, keys) in _keyRows)
        {
            Sheet.Set(new Place(row, 0), FormIndex.KeyRow, FormStyles.Key);
            foreach (var (column, key) in keys) Sheet.Set(new Place(row, Left + column), key, FormStyles.Key);
            Sheet.HideRow(row);
        }
        for (var r = 0; r < _layout.Rows; r++)
            if (RowKey(r) is { } key) Sheet.Set(new Place(_rows[r], 0), key, FormStyles.Key);
        var inputs = Table.Leaves.SelectMany(r => r.Cells).Where(c => !c.IsTotal).ToList();
        _blanks = inputs.Count(c => !isGiven(c));
        _inputs = Areas(inputs.Select(PlaceOf));
        foreach (var kind in inputs.GroupBy(c => c.Kind))
            Limit(Sheet, kind.Key, Areas(kind.Where(c => !isGiven(c)).Select(PlaceOf)), null, _language);
    }

    /// <summary>Says something of a row that last year gives figures of; also when one of those is chosen.</summary>
    public void Remark(Cell row, string text, IEnumerable<Cell> given)
    {
        RemarksOf(row).Texts.Add(text);
        foreach (var kind in given.GroupBy(c => c.Kind))
            Limit(Sheet, kind.Key, Areas(kind.Select(PlaceOf)), (Say("已填好", "Filled in"), text), _language);
    }

    /// <summary>Says something of a row by a formula.</summary>
    public void Remark(Cell row, string formula) => RemarksOf(row).Formulas.Add(formula);

    /// <summary>Colours cells while a formula is true.</summary>
    public void Warn(IEnumerable<Cell> cells, string broken, bool isError)
    {
        var (ground, text) = isError ? FormStyles.Wrong : FormStyles.Doubtful;
        var condition = new Condition(Areas(cells.Select(PlaceOf)), broken, ground, text);
        // What must hold is said before what nearly always does.
        if (isError) Sheet.Add(condition);
        else _doubts.Add(condition);
    }

    /// <summary>Writes the remarks and what is said of blank cells; how it is printed.</summary>
    public void Finish()
    {
        _doubts.ForEach(Sheet.Add);
        Sheet.Width(RemarkColumn - 1, 2);
        Sheet.Width(RemarkColumn, WidthOfRemarks);
        foreach (var (row, (texts, formulas)) in _remarks)
        {
            var at = new Place(row, RemarkColumn);
            var text = string.Join(Say("；", "; "), texts);
            Sheet.Set(at, formulas.Count == 0 ? CellValue.Of(text)
                : CellValue.Computed(string.Join('&', text.Length == 0 ? formulas : [FormEquations.Literal(text), .. formulas]), text),
                FormStyles.Remark);
            if (formulas.Count > 0)
                Sheet.Add(new Condition([new Area(at, 1, 1)], $"ISNUMBER(SEARCH(\"{FormEquations.ErrorMark.In(_language)}\",{at.Fixed}))",
                    FormStyles.Wrong.Ground, FormStyles.Wrong.Text));
        }
        var nothing = $"{Nothing.Fixed}=\"{Yes}\"";
        foreach (var area in _inputs)
        {
            Sheet.Add(new Condition([area], $"AND({nothing},N({area.From})<>0)", FormStyles.Wrong.Ground, FormStyles.Wrong.Text));
            Sheet.Add(new Condition([area], nothing, FormStyles.Idle));
            Sheet.Add(new Condition([area], $"ISBLANK({area.From})", FormStyles.Blank));
        }
        Sheet.Page = new PageLayout(_layout.IsLandscape, IsOnePage: true)
        {
            Area = new Area(new Place(0, Left), _rows[^1] + 1, _layout.Columns),
        };
    }

    private int RemarkColumn => Left + _layout.Columns + 1;

    // As many columns as the words need.
    private int LabelColumns
    {
        get
        {
            var width = 0d;
            for (var c = 0; c < _layout.Columns - 1; c++)
                if ((width += _layout.Widths[c]) >= 15) return c + 1;
            return _layout.Columns - 1;
        }
    }

    private void Head(string heading)
    {
        var (columns, rest) = (_layout.Columns, _layout.Columns - LabelColumns - 1);
        Sheet.Set(new Area(new Place(0, Left), 1, columns), CellValue.Of(heading), FormStyles.Heading);
        Sheet.Height(0, 30);
        Sheet.Set(new Area(new Place(1, Left), 1, columns), CellValue.Of(Say($"填报单位：{_whose}", _whose)), FormStyles.Line);
        Sheet.Height(1, 20);
        Sheet.Set(new Area(new Place(Top - 1, Left), 1, LabelColumns), CellValue.Of(Say("全表为无：", "None at all:")), FormStyles.Label);
        Sheet.Set(Nothing, CellValue.Nothing, FormStyles.Input);
        Sheet.Add(new Validation(ValidationKind.List, [new Area(Nothing, 1, 1)])
        {
            Choices = [Yes],
            Refusal = (Say("只能选“是”", "“yes” or nothing"), Say("这张表一个数也没有，才选“是”；有数就清空这一格，逐格填写。",
                "Choose “yes” only if the table has no figure at all; else leave this cell blank and fill in the others.")),
        });
        Sheet.Set(new Place(Top - 1, RemarkColumn), "", FormStyles.Remark);
        var hint = Say("整张表都没有数，左边选“是”，不必逐格填；有数的逐格填，没有的填 0 或“无”。",
            "Choose “yes” on the left if the table has no figure at all; else fill in every cell, with 0 where there is nothing.");
        if (rest > 0) Sheet.Set(new Area(Nothing with { Column = Nothing.Column + 1 }, 1, rest), CellValue.Of(hint), FormStyles.Text);
        else Sheet.Set(new Place(Top - 1, RemarkColumn), hint, FormStyles.Remark);
        var width = rest > 0 ? _layout.Widths.TakeLast(rest).Sum() : WidthOfRemarks;
        Sheet.Height(Top - 1, Math.Max(22, (SheetTable.Lines(hint, width) * 14.5) + 6));
    }

    /// <summary>Says what may be written into cells of a kind: such a number, or 无.</summary>
    public static void Limit(Worksheet sheet, ValueKind kind, ImmutableArray<Area> areas, (string Title, string Text)? hint,
        Language language)
    {
        // Of cells in several areas programs differ in which is the first, so each area has a limit of its own.
        foreach (var area in areas)
            sheet.Add(new Validation(ValidationKind.Formula, [area])
            {
                Formula = Allowed(kind, area.From.ToString(), language),
                Refusal = Refusal(kind, language),
                Hint = hint,
            });
    }

    private static string Allowed(ValueKind kind, string cell, Language language)
    {
        var largest = CellValue.Digits(CellValue.Largest);
        var least = kind == ValueKind.SignedCount ? $"N({cell})>=-{largest}" : $"N({cell})>=0";
        var whole = kind == ValueKind.Amount ? "" : $",N({cell})=INT(N({cell}))";
        var number = $"AND(ISNUMBER({cell}),{least},N({cell})<={largest}{whole})";
        return language == Language.Chinese ? $"OR({cell}=\"无\",{number})" : number;
    }

    private static (string Title, string Text) Refusal(ValueKind kind, Language language)
    {
        var (title, text) = kind switch
        {
            ValueKind.Amount => (new Text("不是金额", "No amount"), new Text(
                "这里填金额（数字，可以有小数，不超过六位），不写单位；没有填 0 或“无”。",
                "Fill in an amount, with at most six decimals and without its unit; 0 where there is none.")),
            ValueKind.SignedCount => (new("不是整数", "No whole number"), new(
                "这里填整数，增加填 3，减少填 -3；没有增减填 0 或“无”。",
                "Fill in a whole number: 3 for three more, -3 for three fewer, 0 for no change.")),
            _ => (new("不是整数", "No whole number"), new(
                "这里填 0 或正整数，不写单位和其他文字；没有填 0 或“无”。",
                "Fill in 0 or a positive whole number, without its unit or any other word.")),
        };
        return (title.In(language), text.In(language));
    }

    /// <summary>How far cells are filled in, as a formula by that of how many are blank.</summary>
    public static string StillBlank(string blank, Language language) =>
        $"IF({blank}=0,\"{Full.In(language)}\",\"{StillWord.In(language)}\"&({blank})&\"{LeftWords.In(language)}\")";

    /// <summary>What that says now.</summary>
    public static string StillBlankNow(int blanks, Language language) => blanks == 0 ? Full.In(language)
        : StillWord.In(language) + Input.Figure.Format(blanks) + LeftWords.In(language);

    private string Yes => Say(FormIndex.Yes, FormIndex.EnglishYes);

    private string Say(string chinese, string english) => new Text(chinese, english).In(_language);

    private (List<string> Texts, List<string> Formulas) RemarksOf(Cell row)
    {
        var at = PlaceOf(row).Row;
        if (!_remarks.TryGetValue(at, out var remarks)) _remarks[at] = remarks = ([], []);
        return remarks;
    }

    /// <summary>The path of the row of figures; of a row that holds several side by side the table's; null for headings.</summary>
    private string? RowKey(int row)
    {
        var rows = _layout.CellsOf(row).Select(c => c.Row).Distinct().ToList();
        return rows.Count == 0 ? null : rows is [var only] ? only.Path : Table.Key;
    }

    private ImmutableSortedDictionary<int, string> KeysOf(int row)
    {
        var key = RowKey(row);
        return _layout.CellsOf(row).ToImmutableSortedDictionary(
            c => _layout.PlaceOf(c).Column, c => c.Path.Length == key!.Length ? "" : c.Path[(key.Length + 1)..]);
    }

    /// <summary>Cells as areas: those beside each other together.</summary>
    private static ImmutableArray<Area> Areas(IEnumerable<Place> places)
    {
        var areas = new List<Area>();
        foreach (var place in places.OrderBy(p => p.Row).ThenBy(p => p.Column))
        {
            if (areas.Count > 0 && areas[^1] is var last && last.To == new Place(place.Row, place.Column - 1))
                areas[^1] = last with { Columns = last.Columns + 1 };
            else areas.Add(new Area(place, 1, 1));
        }
        return [.. areas];
    }
}
