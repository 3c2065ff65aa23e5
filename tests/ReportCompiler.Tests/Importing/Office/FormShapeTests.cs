using System.Globalization;
using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Importing;
using ReportCompiler.Importing.Matching;
using ReportCompiler.Importing.Office;
using Xunit;
using static ReportCompiler.Tests.Importing.Office.OfficeMaker;

namespace ReportCompiler.Tests.Importing.Office;

/// <summary>
/// The statutory tables with invented figures, in the shapes that offices give them: no figure is read as another, and of a shape that
/// everybody reads rightly all are read.
/// </summary>
public sealed class FormShapeTests
{
    private static readonly Shape Printed = new();

    private static readonly string[] Zeros = ["", "-", "/", "—", "0"];

    /// <summary>How a document looks of which every figure must be read.</summary>
    private static readonly Dictionary<string, Shape> Sure = new(StringComparer.Ordinal)
    {
        ["docx as printed"] = Printed,
        ["docx of split runs"] = new() { Cell = (c, r) => $"<w:p>{Split(c.Text, r)}</w:p>" },
        ["docx of labels over lines"] = new() { Cell = (c, r) => c.IsFigure ? P(c.Text) : Broken(c.Text, r) },
        ["docx of changes"] = new()
        {
            Cell = (c, r) => $"<w:p><w:del><w:r><w:delText>{r.Next(99)}</w:delText></w:r></w:del><w:ins>{R(c.Text)}</w:ins></w:p>",
        },
        ["docx of hidden digits"] = new() { Cell = (c, r) => $"<w:p>{R($"{r.Next(99)}", "<w:vanish/>")}{R(c.Text)}</w:p>" },
        ["docx of fields"] = new()
        {
            Cell = (c, _) => c.IsFigure ? $"<w:p><w:fldSimple w:instr=\"=1+1\">{R(c.Text)}</w:fldSimple></w:p>" : P(c.Text),
        },
        ["docx of controls"] = new() { Cell = (c, _) => $"<w:sdt><w:sdtPr/><w:sdtContent>{P(c.Text)}</w:sdtContent></w:sdt>" },
        ["docx of wide digits"] = new() { Cell = (c, _) => P(c.IsFigure ? Wide(c.Text) : c.Text) },
        ["docx of grouped digits"] = new() { Cell = (c, _) => P(c.IsFigure ? Grouped(c.Text) : c.Text) },
        ["docx of blank zeros"] = new() { Cell = (c, r) => P(c is { IsFigure: true, Text: "0" } ? Zeros[r.Next(Zeros.Length)] : c.Text) },
        ["docx of one cell around all"] = new() { IsFramed = true },
        ["docx of figures in tables"] = new() { Cell = (c, _) => c.IsFigure ? Tbl(Tc(c.Text)) + P("") : P(c.Text) },
        ["docx without joined rows"] = new() { Joins = Joins.Columns },
        ["docx of repeated labels"] = new() { Joins = Joins.Repeat },
        ["docx with rows put in and taken out"] = new() { IsNoisy = true },
        ["docx cut by a page"] = new() { CutAt = 9 },
        ["docx cut by a page with its head again"] = new() { CutAt = 9, HasHeadAgain = true },
        ["docx with a number before each row"] = new() { IsNumbered = true },
        ["docx of numbers that Word makes"] = new() { Cell = Numbered },
        ["xlsx as printed"] = Printed,
        ["xlsx of texts"] = new() { Value = (_, _) => null },
        ["xlsx in one sheet"] = new() { IsOneSheet = true },
        ["xlsx begun at C5"] = new() { Top = 4, Left = 2 },
        ["xlsx with hidden rows and columns"] = new() { IsNoisy = true },
        ["xlsx in one sheet with hidden rows and columns"] = new() { IsNoisy = true, IsOneSheet = true },
        ["xlsx without joined rows"] = new() { Joins = Joins.Columns },
        ["xlsx of repeated labels"] = new() { Joins = Joins.Repeat },
        ["xlsx of formulas"] = new() { Value = (c, _) => c.IsFigure ? $"<f>SUM(A1:B2)</f><v>{c.Text}</v>" : null },
        ["xlsx of binary noise"] = new() { Value = (c, _) => c.IsFigure ? $"<v>{Noise(c.Text)}</v>" : null },
    };

    /// <summary>How a document looks of which a part is 待核.</summary>
    private static readonly Dictionary<string, Shape> Doubtful = new(StringComparer.Ordinal)
    {
        ["docx of notes on figures"] = new()
        {
            Cell = (c, r) => Some(c, r) ? $"<w:p>{R(c.Text)}{R("1", """<w:vertAlign w:val="superscript"/>""")}</w:p>" : P(c.Text),
        },
        ["docx of struck figures"] = new() { Cell = (c, r) => Some(c, r) ? $"<w:p>{R("8", "<w:strike/>")}{R(c.Text)}</w:p>" : P(c.Text) },
        ["docx of figures over lines"] = new()
        {
            Cell = (c, r) => Some(c, r) && c.Text.Length > 2 ? P(c.Text[..1]) + P(c.Text[1..]) : P(c.Text),
        },
        ["docx of remarks"] = new() { Cell = (c, r) => P(Some(c, r) ? $"{c.Text}（其中修订 1 件）" : c.Text) },
        ["xlsx of formulas without results"] = new()
        {
            Value = (c, r) => !c.IsFigure ? null : Some(c, r) ? "<f>SUM(A1:B2)</f>" : $"<v>{c.Text}</v>",
        },
    };

    public static TheoryData<string, int> All =>
        [.. from shape in Sure.Keys.Concat(Doubtful.Keys) from year in (int[])[2021, 2019] select (shape, year)];

    private enum Joins
    {
        All,
        Columns,
        Repeat,
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_figure_is_read_as_another(string name, int year)
    {
        var shape = Sure.GetValueOrDefault(name) ?? Doubtful[name];
        for (var seed = 0; seed < 3; seed++)
        {
            var chance = new Random((year * 10) + seed);
            var form = PrintedForm.Of(year, chance);
            var isWord = name.StartsWith("docx", StringComparison.Ordinal);
            var file = isWord ? Word(form, shape, chance) : Excel(form, shape, chance);
            var document = Importer.Read(new Findings(), name, file, Forms.Editions.OfForm, null).Single();
            Assert.Equal((form.Edition, "某局", year), (document.Edition, document.Unit, document.Year ?? 0));
            var reading = PaperReading.Of(PaperTables.Opened(OfficeFile.Read(file)), form.Edition, null);
            var wrong = new StringBuilder();
            foreach (var (cell, value) in form.Figures)
            {
                var read = reading.Figures.GetValueOrDefault(cell);
                var isOpen = read is null or { State: CellState.Doubtful };
                if (isOpen ? Sure.ContainsKey(name) : (read!.State == CellState.Number ? read.Value : 0) != value)
                    wrong.Append(CultureInfo.InvariantCulture, $"\n{cell.Path}: {value}, read {read?.State} {read?.Value} {read?.Remark}");
            }
            Assert.True(wrong.Length == 0, $"{name} {year} {seed}:{wrong}");
        }
    }

    private static string Title(PrintedForm form) => $"某局{form.Edition.From}年政府信息公开工作年度报告";

    private static bool Some(PrintedCell cell, Random chance) => cell.IsFigure && chance.Next(4) == 0;

    private static byte[] Word(PrintedForm form, Shape shape, Random chance)
    {
        var body = P(Title(form)) + string.Concat(form.Tables.Select(t => P(t.Caption) + Table(t, shape, chance)));
        return Docx(shape.IsFramed ? Tbl(Tc(body)) : body, ("numbering", Lists));
    }

    private static string Table(PrintedTable table, Shape shape, Random chance)
    {
        var rows = new List<string>();
        var isLong = table.Rows > 20;
        for (var row = 0; row < table.Rows; row++)
        {
            var line = new StringBuilder(shape.IsNumbered && isLong ? Tc(row == 0 ? "序号" : row < 3 ? "" : $"{row - 2}") : "");
            for (var column = 0; column < table.Columns; column++)
            {
                var there = table.At(row, column);
                if (there.Column != column) continue;
                var isFirst = there.Row == row;
                var merge = there.Rows == 1 || shape.Joins != Joins.All ? ""
                    : isFirst ? """<w:vMerge w:val="restart"/>""" : "<w:vMerge/>";
                var content = isFirst || shape.Joins == Joins.Repeat ? shape.Cell(there, chance) : P("");
                line.Append(Tc(content, $"<w:gridSpan w:val=\"{there.Columns}\"/>{merge}"));
            }
            rows.Add(line.ToString());
            if (!shape.IsNoisy || row < 4 || chance.Next(4) > 0) continue;
            var noise = string.Concat(Enumerable.Repeat(Tc("9"), table.Columns));
            rows.Add($"<w:trPr><w:{(chance.Next(2) == 0 ? "del" : "hidden")}/></w:trPr>{noise}");
        }
        if (shape.CutAt == 0 || !isLong) return Tbl([.. rows]);
        return Tbl([.. rows[..shape.CutAt]]) + P("") + P("- 3 -")
            + Tbl([.. shape.HasHeadAgain ? rows[..3] : [], .. rows[shape.CutAt..]]);
    }

    private static byte[] Excel(PrintedForm form, Shape shape, Random chance)
    {
        var sheets = new List<SheetMaker>();
        foreach (var table in form.Tables)
        {
            if (sheets.Count == 0 || !shape.IsOneSheet) sheets.Add(new SheetMaker(shape, chance));
            if (table == form.Tables[0]) sheets[0].Line(Title(form));
            sheets[^1].Line(table.Caption);
            sheets[^1].Table(table);
            sheets[^1].Line("注：本表数据由各科室汇总，总计应等于各项之和。");
        }
        var hidden = ("旧", "hidden", sheets[0].Xml.Replace("<v>", "<v>7", StringComparison.Ordinal));
        return Xlsx([], null, [.. sheets.Select((s, i) => ($"表{i + 1}", "visible", s.Xml)), hidden]);
    }

    /// <summary>What a binary number has behind its fifteen digits.</summary>
    private static string Noise(string text) => !text.Contains('.', StringComparison.Ordinal) ? text
        : text.PadRight(text.Length + 16 - text.Count(char.IsDigit), '0') + "1";

    private static string Wide(string text) => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : c));

    private static string Grouped(string text) =>
        decimal.Parse(text, CultureInfo.InvariantCulture).ToString("#,0.######", CultureInfo.InvariantCulture);

    private static string Split(string text, Random chance)
    {
        var runs = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var end = Math.Min(at + chance.Next(1, 3), text.Length);
            runs.Append(R(text[at..end], chance.Next(2) == 0 ? "<w:b/>" : "")).Append("<w:proofErr/>");
            at = end;
        }
        return runs.ToString();
    }

    private static string Broken(string text, Random chance)
    {
        var at = Math.Min(chance.Next(1, Math.Max(2, text.Length)), text.Length);
        return chance.Next(2) == 0 ? P(text[..at]) + P(text[at..])
            : $"<w:p><w:r><w:t>{text[..at]}</w:t><w:br/><w:t>{text[at..]}</w:t></w:r></w:p>";
    }

    private const string Lists = """
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
        <w:lvlText w:val="%1、"/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
        <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
        """;

    /// <summary>A label without its number, which the list that it is an item of makes.</summary>
    private static string Numbered(PrintedCell cell, Random chance)
    {
        string[] marks = ["、", "）", "."];
        var isLabel = !cell.IsFigure && cell.Text.Length > 2;
        var level = isLabel ? Array.FindIndex(marks, m => cell.Text[..3].Contains(m, StringComparison.Ordinal)) : -1;
        if (level < 0) return P(cell.Text);
        var text = cell.Text[(cell.Text.IndexOf(marks[level], StringComparison.Ordinal) + 1)..];
        return P(text, $"<w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>");
    }

    /// <summary>How a document looks.</summary>
    private sealed record Shape
    {
        /// <summary>What stands in a cell of Word.</summary>
        public Func<PrintedCell, Random, string> Cell { get; init; } = (c, _) => P(c.Text);

        /// <summary>What stands in a cell of Excel; null for its text.</summary>
        public Func<PrintedCell, Random, string?> Value { get; init; } = (c, _) => c.IsFigure ? $"<v>{c.Text}</v>" : null;

        public Joins Joins { get; init; }

        /// <summary>Whether deleted and hidden rows and columns of other figures lie between.</summary>
        public bool IsNoisy { get; init; }

        public bool IsFramed { get; init; }
        public bool IsNumbered { get; init; }
        public bool IsOneSheet { get; init; }
        public int CutAt { get; init; }
        public bool HasHeadAgain { get; init; }
        public int Top { get; init; } = 1;
        public int Left { get; init; }
    }

    private sealed class SheetMaker(Shape shape, Random chance)
    {
        private readonly StringBuilder _rows = new();
        private readonly StringBuilder _merges = new();
        private int _row = shape.Top;

        public string Xml => (shape.IsNoisy ? """<cols><col min="3" max="3" hidden="1"/></cols>""" : "")
            + $"<sheetData>{_rows}</sheetData><mergeCells>{_merges}</mergeCells>";

        public void Line(string text) => Add("", Inline(0, text));

        public void Table(PrintedTable table)
        {
            var lines = new List<int>();
            for (var row = 0; row < table.Rows; row++)
            {
                lines.Add(_row);
                var cells = new StringBuilder();
                for (var column = 0; column < table.Columns; column++)
                {
                    var there = table.At(row, column);
                    if (there.Column != column || (there.Row != row && shape.Joins != Joins.Repeat)) continue;
                    var value = shape.Value(there, chance);
                    cells.Append(value is null ? Inline(column, there.Text) : $"<c r=\"{Name(column)}{_row}\">{value}</c>");
                }
                if (shape.IsNoisy) cells.Append(CultureInfo.InvariantCulture, $"<c r=\"C{_row}\"><v>9</v></c>");
                Add("", cells.ToString());
                if (!shape.IsNoisy || chance.Next(4) > 0) continue;
                var noise = Enumerable.Range(0, table.Columns).Select(c => $"<c r=\"{Name(c)}{_row}\"><v>8</v></c>");
                Add(" hidden=\"1\"", string.Concat(noise));
            }
            foreach (var cell in table.Cells)
            {
                var rows = shape.Joins == Joins.All ? cell.Rows : 1;
                for (var row = cell.Row; row < cell.Row + (shape.Joins == Joins.Repeat ? cell.Rows : 1) && rows * cell.Columns > 1; row++)
                {
                    var (first, last) = (Name(cell.Column), Name(cell.Column + cell.Columns - 1));
                    _merges.Append(CultureInfo.InvariantCulture, $"<mergeCell ref=\"{first}{lines[row]}:{last}{lines[row + rows - 1]}\"/>");
                }
            }
        }

        private void Add(string how, string cells)
        {
            _rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{_row}\"{how}>{cells}</row>");
            _row++;
        }

        private string Inline(int column, string text) =>
            $"<c r=\"{Name(column)}{_row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

        /// <summary>The letter of a column; the hidden one is left out.</summary>
        private char Name(int column) => (char)('A' + shape.Left + column + (shape.IsNoisy && shape.Left + column > 1 ? 1 : 0));
    }
}
