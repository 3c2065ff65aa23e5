using System.Globalization;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Schemas;

namespace ReportCompiler.Drafting;

/// <summary>Writes a unit's file of a year: what last year gives is filled in, the rest is 待填.</summary>
/// <remarks>
/// A row is one 待填, not one for each column: most rows of most units are 无, and 无 is what 待填 is replaced by there, all at
/// once in any editor. Only a row that inherits a figure is written out.
/// </remarks>
internal sealed class UnitDraft(Project project, Edition edition, int year, Dictionary<Cell, Inherited> inherited)
{
    /// <summary>The file of a unit whose figures count.</summary>
    public string OfUnit(string unit, string name, Past past)
    {
        var lines = new CommentedLines();
        Begin(lines, unit,
        [
            new("填法：把“待填”改成数字，没有的写 无。一行有几列的，照表前的样子写，为 0 的列可以不写。标点用半角。",
                "Write the figure for 待填 (to fill in), 无 (none) where there is nothing; several columns as shown above each table."),
            new("先填有数的；其余的用编辑器的“替换”，把“待填”一次全部换成“无”。",
                "Fill in what has figures first; then let the editor replace every 待填 that is left by 无."),
            Afterwards(name),
        ]);
        new DataFile(edition, lines, row => Fill(row, past)).AddTables();
        var own = project.Indicators.Where(i => i.Summary != Summary.None || project.IsOwnUnit);
        DataFile.AddIndicators(edition, lines, [.. own], FigureWriter.ToFill);
        AddNotes(lines);
        return lines.ToString();
    }

    /// <summary>The authority's own file beside those of its units: totals follow from theirs, and it states what has no sum.</summary>
    public string OfAuthority(string name)
    {
        var lines = new CommentedLines();
        Begin(lines, project.Authority,
        [
            new("本机关自己的文件。法定表格的汇总数由程序从各单位的文件算出，写 {} 即可；写了数字，就与汇总数核对。",
                "The authority's own file. Totals are computed from the units' files: {} will do; what is stated is compared with them."),
            Afterwards(name),
        ]);
        lines.Break();
        foreach (var table in edition.Tables) lines.Add($"{table.Key}: {{}}");
        DataFile.AddIndicators(edition, lines, [.. project.Indicators.Where(i => i.Summary == Summary.None)], FigureWriter.ToFill);
        return lines.ToString();
    }

    private static Text Afterwards(string name) => new(
        $"填完核对，在这个文件所在的文件夹里运行：reportc check {Argument(name)}",
        $"To check it, run in the folder of this file: reportc check {Argument(name)}");

    private string Say(string chinese, string english) => new Text(chinese, english).In(edition.Language);

    private string Listed(IEnumerable<string> names) => string.Join(Say("、", ", "), names);

    private static string Argument(string name) => name.Contains(' ') ? $"\"{name}\"" : name;

    private void Begin(CommentedLines lines, string unit, IEnumerable<Text> remarks)
    {
        lines.Add(Schema.DataModeline(edition));
        lines.Remark("", Say($"{unit} {year} 年政府信息公开数据（{edition.Key} 版格式）",
            $"{edition.TitleOf(unit, year)} (edition {edition.Key})"));
        foreach (var remark in remarks) lines.Remark("", remark.In(edition.Language));
        lines.Break();
        lines.Add($"{FileKeys.Unit}: {FigureWriter.Name(unit)}");
        lines.Add($"{FileKeys.Year}: {year}");
        var due = project.Deadlines.Units.In(year + 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        lines.Remark("", $"{FileKeys.Submitted}: {due}    " + Say($"报送时删去行首的 # 和这句话，写上当天；期限 {due}",
            $"when it is filed, delete the # and these words and write the day; due on {due}"));
    }

    private void AddNotes(CommentedLines lines)
    {
        var warnings = edition.Rules.Where(r => r.Rule.Severity == Severity.Warning);
        if (warnings.SelectMany(r => r.Equations).FirstOrDefault() is not { } example) return;
        lines.Break();
        lines.Remark("", Say("数字没有错、程序却给出警告的，删去下面两行行首的 #，写明原因：",
            "Where a figure is right in spite of a warning, delete the # of these two lines and write why:"));
        lines.Remark("", $"{FileKeys.Notes}:");
        lines.Remark("", $"  {example.Subject.Path}: {Say("原因", "reason")}");
    }

    /// <summary>The figure that last year gives of a cell; null if it gives none, or gives it to several units together.</summary>
    public decimal? Given(Cell cell, Past past) =>
        past is { Figures: not null, Sharing.IsEmpty: true } && inherited.GetValueOrDefault(cell) is { IsWhole: true } && Known(cell, past)
            ? Value(cell, past) : null;

    /// <summary>What stands in a row, and what is said of it.</summary>
    public DraftedRow Fill(Row row, Past past)
    {
        var details = row.Cells.Where(c => !c.IsTotal).ToList();
        var whole = details.Where(c => inherited.GetValueOrDefault(c) is { IsWhole: true }).ToList();
        if (whole.Count == details.Count) return Carried(row, details, past);
        if (past.Figures is null || !row.HasColumns) return new DraftedRow(FigureWriter.ToFill);
        return Mixed(row, details, past);
    }

    /// <summary>A row that last year gives as a whole.</summary>
    private DraftedRow Carried(Row row, List<Cell> details, Past past)
    {
        var names = Listed(details.Select(c => inherited[c].Names).Distinct(StringComparer.Ordinal));
        if (past.Figures is null) return new DraftedRow(FigureWriter.ToFill, past.Reason?.In(edition.Language));
        if (!details.TrueForAll(c => Known(c, past)))
            return new DraftedRow(FigureWriter.ToFill, Say(
                $"{past.Year} 年的格式没有这一项，照台账填", $"the form of {past.Year} has no such item: see your records"));
        var text = FigureWriter.Row(row, c => details.Contains(c) ? Print(c, past) : null);
        if (details.TrueForAll(c => Value(c, past) == 0)) text = FigureWriter.Nothing;
        if (past.Sharing.IsEmpty || text == FigureWriter.Nothing) return new DraftedRow(text, Say(
            $"取自 {Whose(past)}的“{names}”", $"from “{names}” of {Whose(past)}"));
        return new DraftedRow(FigureWriter.ToFill, Say($"{Listed(past.Sharing)} 合计应为 {text}（{Whose(past)}的“{names}”）",
            $"{Listed(past.Sharing)} together: {text} (“{names}” of {Whose(past)})"));
    }

    /// <summary>A row of which last year gives, or adds to, some columns: written out where that is anything.</summary>
    private DraftedRow Mixed(Row row, List<Cell> details, Past past)
    {
        var said = details.Where(c => inherited.ContainsKey(c) && Known(c, past) && Value(c, past) != 0).ToList();
        if (said.Count == 0) return new DraftedRow(FigureWriter.ToFill);
        var remark = string.Join(Say("；", "; "), said.Select(c => Remark(c, past)));
        return new DraftedRow(FigureWriter.Row(row, Written), remark);

        string? Written(Cell cell)
        {
            if (!details.Contains(cell)) return null;
            var isGiven = past.Sharing.IsEmpty && inherited.GetValueOrDefault(cell) is { IsWhole: true } && Known(cell, past);
            return isGiven ? Figure.Format(Value(cell, past)) : FigureWriter.ToFill;
        }
    }

    private string Remark(Cell cell, Past past)
    {
        var (figure, inheritance) = (Figure.Format(Value(cell, past)), inherited[cell]);
        var (column, sharing) = (cell.Column.Key, Listed(past.Sharing));
        return (inheritance.IsWhole, past.Sharing.IsEmpty) switch
        {
            (false, true) => Say($"上年“{inheritance.Names}” {figure}", $"“{inheritance.Names}” of the year before: {figure}"),
            (false, false) => Say($"上年“{inheritance.Names}” {figure}，由 {sharing} 分担",
                $"“{inheritance.Names}” of the year before: {figure}, shared by {sharing}"),
            (true, true) => Say($"“{column}”取自 {Whose(past)}的数据", $"“{column}” from the data of {Whose(past)}"),
            (true, false) => Say($"“{column}”{sharing} 合计应为 {figure}", $"“{column}”, {sharing} together: {figure}"),
        };
    }

    /// <summary>Whether last year gives the cell a figure that it may hold: a count is not negative.</summary>
    private bool Known(Cell cell, Past past) =>
        past.Value(inherited[cell], edition) is { } value && FigureReader.Number(Figure.Format(value), cell.Kind) is not null;

    private decimal Value(Cell cell, Past past) => past.Value(inherited[cell], edition)!.Value;

    private string? Print(Cell cell, Past past)
    {
        var value = Value(cell, past);
        return value == 0 && cell.Row.HasColumns ? null : Figure.Format(value);
    }

    private string Whose(Past past)
    {
        var from = past.From.IsEmpty ? "" : " " + Listed(past.From);
        return Say($"{past.Year} 年{from}", $"{past.Year}{from}");
    }
}
