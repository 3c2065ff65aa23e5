using System.Globalization;
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
            "填法：把“待填”改成数字，没有的写 无。一行有几列的，照表前的样子写，为 0 的列可以不写。标点用半角。",
            "先填有数的；其余的用编辑器的“替换”，把“待填”一次全部换成“无”。",
            $"填完核对，在这个文件所在的文件夹里运行：reportc check {Argument(name)}",
        ]);
        new DataFile(edition, lines, row => Fill(row, past)).AddTables();
        var own = project.Indicators.Where(i => i.Summary != Summary.None || project.IsOwnUnit);
        DataFile.AddIndicators(lines, [.. own], FigureWriter.ToFill);
        AddNotes(lines);
        return lines.ToString();
    }

    /// <summary>The authority's own file beside those of its units: totals follow from theirs, and it states what has no sum.</summary>
    public string OfAuthority(string name)
    {
        var lines = new CommentedLines();
        Begin(lines, project.Authority,
        [
            "本机关自己的文件。法定表格的汇总数由程序从各单位的文件算出，写 {} 即可；写了数字，就与汇总数核对。",
            $"填完核对，在这个文件所在的文件夹里运行：reportc check {Argument(name)}",
        ]);
        lines.Break();
        foreach (var table in edition.Tables) lines.Add($"{table.Key}: {{}}");
        DataFile.AddIndicators(lines, [.. project.Indicators.Where(i => i.Summary == Summary.None)], FigureWriter.ToFill);
        return lines.ToString();
    }

    private static string Argument(string name) => name.Contains(' ') ? $"\"{name}\"" : name;

    private void Begin(CommentedLines lines, string unit, IEnumerable<string> remarks)
    {
        lines.Add(Schema.DataModeline(edition));
        lines.Remark("", $"{unit} {year} 年政府信息公开数据（{edition.Key} 版格式）");
        foreach (var remark in remarks) lines.Remark("", remark);
        lines.Break();
        lines.Add($"{FileKeys.Unit}: {FigureWriter.Name(unit)}");
        lines.Add($"{FileKeys.Year}: {year}");
        var due = project.Deadlines.Units.In(year + 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        lines.Remark("", $"{FileKeys.Submitted}: {due}    报送时删去行首的 # 和这句话，写上当天；期限 {due}");
    }

    private void AddNotes(CommentedLines lines)
    {
        var warnings = edition.Rules.Where(r => r.Rule.Severity == Diagnostics.Severity.Warning);
        if (warnings.SelectMany(r => r.Equations).FirstOrDefault() is not { } example) return;
        lines.Break();
        lines.Remark("", "数字没有错、程序却给出警告的，删去下面两行行首的 #，写明原因：");
        lines.Remark("", $"{FileKeys.Notes}:");
        lines.Remark("", $"  {example.Subject.Path}: 原因");
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
        var names = string.Join('、', details.Select(c => inherited[c].Names).Distinct(StringComparer.Ordinal));
        if (past.Figures is null) return new DraftedRow(FigureWriter.ToFill, past.Reason);
        if (!details.TrueForAll(c => Known(c, past)))
            return new DraftedRow(FigureWriter.ToFill, $"{past.Year} 年的格式没有这一项，照台账填");
        var text = FigureWriter.Row(row, c => details.Contains(c) ? Print(c, past) : null);
        if (details.TrueForAll(c => Value(c, past) == 0)) text = FigureWriter.Nothing;
        if (past.Sharing.IsEmpty || text == FigureWriter.Nothing) return new DraftedRow(text, $"取自 {Whose(past)}的“{names}”");
        return new DraftedRow(FigureWriter.ToFill, $"{string.Join('、', past.Sharing)} 合计应为 {text}（{Whose(past)}的“{names}”）");
    }

    /// <summary>A row of which last year gives, or adds to, some columns: written out where that is anything.</summary>
    private DraftedRow Mixed(Row row, List<Cell> details, Past past)
    {
        var said = details.Where(c => inherited.ContainsKey(c) && Known(c, past) && Value(c, past) != 0).ToList();
        if (said.Count == 0) return new DraftedRow(FigureWriter.ToFill);
        var remark = string.Join('；', said.Select(c => Remark(c, past)));
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
        var (column, sharing) = (cell.Column.Key, string.Join('、', past.Sharing));
        return (inheritance.IsWhole, past.Sharing.IsEmpty) switch
        {
            (false, true) => $"上年“{inheritance.Names}” {figure}",
            (false, false) => $"上年“{inheritance.Names}” {figure}，由 {sharing} 分担",
            (true, true) => $"“{column}”取自 {Whose(past)}的数据",
            (true, false) => $"“{column}”{sharing} 合计应为 {figure}",
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

    private static string Whose(Past past) => past.From.IsEmpty ? $"{past.Year} 年" : $"{past.Year} 年 {string.Join('、', past.From)}";
}
