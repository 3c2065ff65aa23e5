using ReportCompiler.Diagnostics;
using ReportCompiler.Drafting;
using ReportCompiler.Forms;
using ReportCompiler.Importing.Documents;
using ReportCompiler.Importing.Matching;
using ReportCompiler.Input;
using ReportCompiler.Projects;

namespace ReportCompiler.Importing;

/// <summary>Writes what was read of a document as a data file: every row of the form, totals as they were published.</summary>
internal sealed class ImportedData(PaperReading reading, FormFacts? form)
{
    private static readonly string[] ReadFrom = ["读自“", "read from “"];

    private readonly CommentedLines _lines = new();

    /// <summary>The document that a data file names as its own; null if it names none.</summary>
    public static string? SourceOf(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!line.StartsWith('#')) break;
            foreach (var words in ReadFrom)
                if (line.IndexOf(words) is >= 0 and var at && line.TrimEnd().EndsWith('”'))
                    return line[(at + words.Length)..].TrimEnd()[..^1].ToString();
        }
        return null;
    }

    /// <summary>The file.</summary>
    public string Write(string name, string unit, int year, string? modeline)
    {
        if (modeline is not null) _lines.Add(modeline);
        var edition = reading.Edition;
        _lines.Remark("", Say($"{unit} {year} 年政府信息公开数据（{edition.Key} 版格式），{ReadFrom[0]}{name}”",
            $"{edition.TitleOf(unit, year)} (edition {edition.Key}), {ReadFrom[1]}{name}”"));
        if (reading.Figures.Values.Concat(reading.Own.Select(o => o.Figure)).Any(f => f.State == CellState.Doubtful)
            || reading.Missing.Length > 0)
            _lines.Remark("", Say("“待核”的格没有读定：照原件核对后改成数字，没有的写 无",
                "cells that say 待核 are not settled: compare with the document and write the figure, or 无 where there is none"));
        _lines.Break();
        _lines.Add($"{FileKeys.Unit}: {FigureWriter.Name(unit)}");
        _lines.Add($"{FileKeys.Year}: {year}");
        foreach (var (key, value) in form?.Fields ?? new Dictionary<string, string>(StringComparer.Ordinal))
            if (Signers.Keys.Contains(key)) _lines.Add($"{key}: {FigureWriter.Name(value)}");
        foreach (var table in reading.Edition.Tables)
        {
            _lines.Break();
            _lines.Remark("", reading.Edition.HeadingOf(table));
            Add(table);
        }
        AddOwn();
        return _lines.ToString();
    }

    private void AddOwn()
    {
        if (reading.Own.Count == 0) return;
        _lines.Break();
        _lines.Remark("", Say("本机关自定的指标", "The authority's own figures"));
        _lines.Add($"{Indicator.Group}:");
        foreach (var (key, figure) in reading.Own) _lines.Add($"  {FigureWriter.Name(key)}: {Said(figure) ?? "{}"}", Say(figure.Remark));
    }

    private void Add(Table table)
    {
        if (form?.Fields.ContainsKey(table.Key) == true) _lines.Add($"{table.Key}: {FigureWriter.Nothing}");
        else if (reading.Missing.Contains(table))
            _lines.Add($"{table.Key}: {FigureWriter.ToSettle}", Say("没有读到这张表", "this table was not found"));
        else
        {
            _lines.Add($"{table.Key}:");
            foreach (var row in table.Bands.SelectMany(b => b.Rows)) Add(row, "  ");
        }
    }

    private void Add(Row row, string indent)
    {
        if (row.Key is null) _lines.Remark(indent, row.Label);
        else if (row.IsGroup) _lines.Add($"{indent}{row.Key}:", row.Label == row.Key ? null : row.Label);
        foreach (var below in row.Children) Add(below, row.Key is null ? indent : indent + "  ");
        if (row.IsGroup) return;
        var label = row.IsOwnValue || row.Label == row.Key ? null : row.Label;
        if (row.Cells.Any(IsOpen)) AddOpen(row, indent, label);
        else if (row.Cells.All(reading.Unseen.Contains))
            _lines.Add($"{indent}{row.Key}: {{}}", Say("没有读到这一行", "this row was not found"));
        else if (!row.HasColumns) _lines.Add($"{indent}{row.Key}: {Said(row.Cells[0]) ?? "{}"}", label);
        else _lines.Add($"{indent}{row.Key}: {Braces(row)}", label);
    }

    private string? Say(Text? remark) => remark?.In(reading.Edition.Language);

    private string Say(string chinese, string english) => new Text(chinese, english).In(reading.Edition.Language);

    private string Braces(Row row)
    {
        var said = row.Cells.Select(c => (c.Column.Key, Text: Said(c))).Where(c => c.Text is not null);
        return $"{{{string.Join(", ", said.Select(c => $"{c.Key}: {c.Text}"))}}}";
    }

    /// <summary>A row with a cell that is not settled: one cell a line, so that each has room for its remark.</summary>
    private void AddOpen(Row row, string indent, string? label)
    {
        if (!row.HasColumns)
        {
            _lines.Add($"{indent}{row.Key}: {Said(row.Cells[0])}", Say(reading.Figures[row.Cells[0]].Remark) ?? label);
            return;
        }
        _lines.Add($"{indent}{row.Key}:", label);
        foreach (var cell in row.Cells)
            if (Said(cell) is { } said) _lines.Add($"{indent}  {cell.Column.Key}: {said}", Say(reading.Figures[cell].Remark));
    }

    private bool IsOpen(Cell cell) => reading.Figures.GetValueOrDefault(cell) is { State: CellState.Doubtful };

    private string? Said(Cell cell) => Said(reading.Figures.GetValueOrDefault(cell));

    private static string? Said(ImportedFigure? figure) => figure switch
    {
        { State: CellState.Number } => Figure.Format(figure.Value),
        { State: CellState.None } => FigureWriter.Nothing,
        { State: CellState.Doubtful } => FigureWriter.ToSettle,
        { IsToFill: true } => FigureWriter.ToFill,
        _ => null,
    };
}
