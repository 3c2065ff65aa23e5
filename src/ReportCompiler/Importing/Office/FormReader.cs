using System.Globalization;
using ReportCompiler.Importing.Documents;
using ReportCompiler.Packages;
using ReportCompiler.Workbooks;

namespace ReportCompiler.Importing.Office;

/// <summary>
/// Reads a form that <c>new</c> wrote by what it knows of itself: by its very hidden sheet, or by the keys in its hidden column and rows
/// where that sheet got lost. Labels are not asked.
/// </summary>
internal static class FormReader
{
    /// <summary>What the form says; null if the sheets are those of another workbook.</summary>
    public static FormFacts? Read(List<Sheet> sheets)
    {
        var facts = sheets.Find(s => s.Name == FormIndex.Sheet) is { } index ? ByIndex(sheets, index) : null;
        if (facts?.Cells.Count > 0) return facts with { Fields = Believed(facts.Fields, facts.Cells) };
        var places = new Dictionary<string, CellPlace>(StringComparer.Ordinal);
        var cells = ByKeys(sheets, places);
        if (cells.Count == 0) return facts;
        return facts is not null ? facts with { Cells = cells, Places = places, Fields = Believed(facts.Fields, cells) }
            : new FormFacts(null, null, null, cells, new Dictionary<string, string>(StringComparer.Ordinal)) { Places = places };
    }

    /// <summary>The fields, but for a table that is said to be 无 and has figures: then its blanks are to be filled in.</summary>
    private static Dictionary<string, string> Believed(
        IReadOnlyDictionary<string, string> fields, IReadOnlyDictionary<string, PaperCell> cells) =>
        fields.Count == 0 ? [] : fields.ExceptBy(
            cells.Where(c => c.Value.Text.Trim() is not ("" or "0")).SelectMany(c => Groups(c.Key)), f => f.Key, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>What a cell path is in: of a.b.c that is a and a.b.</summary>
    private static IEnumerable<string> Groups(string path)
    {
        for (var dot = path.IndexOf('.'); dot >= 0; dot = path.IndexOf('.', dot + 1)) yield return path[..dot];
    }

    private static FormFacts? ByIndex(List<Sheet> sheets, Sheet index)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var cells = new Dictionary<string, PaperCell>(StringComparer.Ordinal);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var places = new Dictionary<string, CellPlace>(StringComparer.Ordinal);
        foreach (var row in index.Cells.Keys.Where(c => c.Column == 0).Select(c => c.Row).Order())
        {
            if (index.Cells.GetValueOrDefault((row, 1)) is not { } value) continue;
            var (key, kind) = (Text(index, row, 0), Text(index, row, 2));
            if (kind.Length > 0 && Referred(sheets, value.Formula ?? "") is var (sheet, at, column))
                places.TryAdd(key, new CellPlace(sheet.Name, Sheet.Address(at, column)));
            if (value.Formula is null) values.TryAdd(key, value.Text.Trim());
            else if (kind.Length == 0) Field(fields, key, value.Formula.Length > 0 ? At(sheets, value.Formula).Text
                : value.Doubt is null ? value.Text : "");
            // Totals are formulas, and the program adds up by itself.
            else if (kind != FormIndex.Total && value.Formula.Length > 0) cells.TryAdd(key, At(sheets, value.Formula));
        }
        return values.ContainsKey(FormIndex.VersionKey)
            && int.TryParse(values.GetValueOrDefault(FormIndex.YearKey), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? new FormFacts(
                values.GetValueOrDefault(FormIndex.UnitKey), year, values.GetValueOrDefault(FormIndex.EditionKey), cells, fields)
            {
                Places = places,
            }
            : null;
    }

    /// <summary>Takes a field; of a cell that says that a whole table is 无, that it is. What refers to a blank cell shows a 0.</summary>
    private static void Field(Dictionary<string, string> fields, string key, string text)
    {
        if (text is "" or "0") return;
        if (!key.StartsWith(FormIndex.NothingPrefix, StringComparison.Ordinal)) fields.TryAdd(key, text);
        else if (text is FormIndex.Yes or FormIndex.EnglishYes) fields.TryAdd(key[FormIndex.NothingPrefix.Length..], "无");
    }

    private static Dictionary<string, PaperCell> ByKeys(List<Sheet> sheets, Dictionary<string, CellPlace> places)
    {
        var cells = new Dictionary<string, PaperCell>(StringComparer.Ordinal);
        foreach (var sheet in sheets.Where(s => !s.ShowsColumn(0) && s.Visibility == SheetVisibility.Shown))
        {
            var keys = new Dictionary<int, string>();
            foreach (var row in sheet.Cells.GroupBy(c => c.Key.Row).OrderBy(r => r.Key))
            {
                var path = Text(sheet, row.Key, 0);
                if (path == FormIndex.KeyRow)
                {
                    keys = row.Where(c => c.Key.Column > 0).ToDictionary(c => c.Key.Column, c => c.Value.Text.Trim());
                    foreach (var (_, column) in sheet.HiddenBlanks.Where(c => c.Row == row.Key)) keys.TryAdd(column, "");
                }
                else if (path.Length > 0)
                    foreach (var (column, key) in keys)
                    {
                        var cell = key.Length == 0 ? path : $"{path}.{key}";
                        places.TryAdd(cell, new CellPlace(sheet.Name, Sheet.Address(row.Key, column)));
                        if (places.Count > WorkbookReader.MostCells) throw new UnreadableException(PackageFault.TooLarge, sheet.Name);
                        if (sheet.Cells.GetValueOrDefault((row.Key, column))?.Formula is null)
                            cells.TryAdd(cell, At(sheet, row.Key, column));
                    }
            }
        }
        return cells;
    }

    /// <summary>The cell that a formula such as <c>'依申请公开'!$D$9</c> refers to, wherever it has been moved.</summary>
    private static PaperCell At(List<Sheet> sheets, string formula) => Referred(sheets, formula) is var (sheet, row, column)
        ? At(sheet, row, column) : PaperCell.Of(0, "") with { Doubt = Doubts.Deleted };

    private static (Sheet Sheet, int Row, int Column)? Referred(List<Sheet> sheets, string formula)
    {
        var mark = formula.LastIndexOf('!');
        var name = mark < 0 ? "" : formula[..mark];
        if (name is ['\'', _, .., '\'']) name = name[1..^1].Replace("''", "'", StringComparison.Ordinal);
        if (WorkbookReader.Address(formula[(mark + 1)..].Replace("$", "", StringComparison.Ordinal)) is { } place
            && sheets.Find(s => s.Name == name) is { } sheet)
            return (sheet, place.Row, place.Column);
        return null;
    }

    private static PaperCell At(Sheet sheet, int row, int column)
    {
        var cell = sheet.Cells.GetValueOrDefault((row, column));
        return PaperCell.Of(column, cell?.Text ?? "") with { Doubt = cell?.Doubt, Where = sheet.Where(row, column) };
    }

    private static string Text(Sheet sheet, int row, int column) => sheet.Cells.GetValueOrDefault((row, column))?.Text.Trim() ?? "";
}
