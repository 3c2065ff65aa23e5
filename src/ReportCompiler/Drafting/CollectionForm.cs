using System.Collections.Immutable;
using System.Globalization;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Rendering.Sheets;
using ReportCompiler.Workbooks;

namespace ReportCompiler.Drafting;

/// <summary>
/// Writes the form a unit fills in with Excel or WPS: a sheet to sign, a sheet for every table as it is printed, and a very hidden one
/// that knows where everything is. What the year before gives is filled in; totals are formulas; what does not add up turns red.
/// </summary>
internal sealed class CollectionForm
{
    private readonly Project _project;
    private readonly Edition _edition;
    private readonly int _year;
    private readonly string _unit;
    private readonly FormIndexSheet _index;
    private readonly List<TableSheet> _tables = [];

    private CollectionForm(Project project, Edition edition, int year, string unit)
    {
        (_project, _edition, _year, _unit) = (project, edition, year, unit);
        _index = new FormIndexSheet(unit, year, edition.Key);
    }

    /// <summary>The file for a unit.</summary>
    public static byte[] Of(Project project, Edition edition, int year, string unit, UnitDraft draft, Past past)
    {
        var form = new CollectionForm(project, edition, year, unit);
        var taken = new HashSet<string>(StringComparer.Ordinal) { FormIndex.Sheet.ToUpperInvariant() };
        var language = edition.Language;
        var cover = new CoverSheet(Workbook.SheetName(form.Say("填报说明", "How to fill in"), taken), language);
        foreach (var table in edition.Tables)
            form._tables.Add(new TableSheet(SheetTable.Of(table), Workbook.SheetName(table.Key, taken),
                form.Say($"{unit}　{year} 年", $"{unit}, {edition.Wording.Year(year)}"), language));
        foreach (var sheet in form._tables) form.Fill(sheet, draft, past);
        var own = project.Indicators.Where(i => i.Summary != Summary.None || project.IsOwnUnit).ToImmutableArray();
        var indicators = own.IsEmpty ? null : IndicatorSheet.Of(
            own, Workbook.SheetName(form.Say(Indicator.Group, "Own figures"), taken), form._index, language);
        form.Sign(cover, indicators);
        return new Workbook(
            [cover.Sheet, .. form._tables.Select(t => t.Sheet), .. indicators is null ? [] : new[] { indicators.Sheet }, form._index.Sheet])
        {
            IsProtected = true,
            IsLatin = language != Language.Chinese,
        }.ToBytes();
    }

    private void Fill(TableSheet sheet, UnitDraft draft, Past past)
    {
        var table = sheet.Table;
        var given = new Dictionary<Cell, decimal>();
        foreach (var cell in table.Leaves.SelectMany(r => r.Cells).Where(c => !c.IsTotal))
            if (draft.Given(cell, past) is { } value) given[cell] = value;
        // Totals as they are now: of what is filled in.
        var stated = new Figure[_edition.Cells.Length];
        foreach (var (cell, value) in given) stated[cell.Index] = new Figure(FigureState.Number, value, default);
        var figures = new Figures(_edition, stated, []);
        var equations = new FormEquations(past, _edition, cell => Reference(cell, sheet), given.ContainsKey)
        {
            Neighbours = sheet.AreNeighbours,
        };
        sheet.Write(Heading(table), cell => cell.IsTotal
            ? CellValue.Computed(equations.Total(_edition.DerivationOf(cell)!), figures.Value(cell))
            : given.TryGetValue(cell, out var value) ? CellValue.Of(value) : CellValue.Nothing, given.ContainsKey);
        _index.Add($"{FormIndex.NothingPrefix}{table.Key}", sheet.Sheet.Reference(sheet.Nothing), null);
        foreach (var cell in table.Leaves.SelectMany(r => r.Cells))
            _index.Add(cell.Path, sheet.Sheet.Reference(sheet.PlaceOf(cell)),
                cell.IsTotal ? FormIndex.Total : given.ContainsKey(cell) ? FormIndex.Given : FormIndex.Input);
        foreach (var row in table.Leaves.Where(r => r.Cells.Any(c => !c.IsTotal)))
            if (draft.Fill(row, past).Remark is { } remark) sheet.Remark(row.Cells[0], remark, row.Cells.Where(given.ContainsKey));
        Check(sheet, equations);
        sheet.Finish();
    }

    /// <summary>Every equation with its subject on the sheet: its cells turn red, and the remark beside the row names it.</summary>
    private void Check(TableSheet sheet, FormEquations equations)
    {
        foreach (var rule in _project.RulesOf(_edition))
        {
            var isError = rule.Rule.Severity == Severity.Error;
            var known = rule.Equations.Where(e => e.Subject.Table == sheet.Table && !IsFormula(e))
                .Select(e => (Equation: e, Broken: equations.Broken(e))).Where(e => e.Broken is not null)
                .Select(e => (e.Equation, Broken: e.Broken!)).ToList();
            foreach (var (equation, broken) in known)
            {
                var cells = equation.Operands.Where(o => o is { LastYear: false, Cells.Length: 1 }).Select(o => o.Cells[0])
                    .Append(equation.Subject).Where(c => c.Table == sheet.Table).Distinct();
                sheet.Warn(cells, broken, isError);
            }
            foreach (var row in known.GroupBy(e => sheet.PlaceOf(e.Equation.Subject).Row))
                sheet.Remark(row.First().Equation.Subject, equations.Remark([.. row]));
        }

        // A total that the form computes by this very equation cannot be wrong.
        bool IsFormula(Equation equation) => equation.Rule.Derives
            && _edition.DerivationOf(equation.Subject) is { } derivation && derivation.Operands.SequenceEqual(equation.Parts);
    }

    private string Reference(Cell cell, TableSheet from)
    {
        if (cell.Table == from.Table) return from.PlaceOf(cell).Fixed;
        var other = _tables.First(t => t.Table == cell.Table);
        return other.Sheet.Reference(other.PlaceOf(cell));
    }

    private string Say(string chinese, string english) => new Text(chinese, english).In(_edition.Language);

    private string Heading(Table table) => _edition.HeadingOf(table);

    private void Sign(CoverSheet cover, IndicatorSheet? indicators)
    {
        var due = _project.Deadlines.Units.In(_year + 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        cover.Head(Say($"{_unit} {_year} 年政府信息公开数据", _edition.TitleOf(_unit, _year)),
            Say($"{_edition.Basis}（{_edition.Key} 版）", $"{_edition.Basis} (edition {_edition.Key})"));
        cover.Tell(Say("填报单位", "Unit"), _unit);
        cover.Tell(Say("年度", "Year"), Say(_year.ToString(CultureInfo.InvariantCulture), _edition.Wording.Year(_year)));
        cover.Tell(Say("报送期限", "Due on"), due);
        foreach (var key in Signers.Keys)
            _index.Add(key, cover.Sheet.Reference(cover.Ask(Signers.Named(key).In(_edition.Language))), null);
        cover.Explain();
        foreach (var table in _tables) cover.Progress(table.Sheet.Name, table.Progress, table.Balance);
        if (indicators is not null) cover.Progress(indicators.Sheet.Name, indicators.Progress, null);
        cover.Finish();
    }
}
