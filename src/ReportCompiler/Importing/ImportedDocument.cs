using System.Collections.Immutable;
using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Importing.Documents;
using ReportCompiler.Importing.Matching;
using ReportCompiler.Importing.Prose;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Sources;

namespace ReportCompiler.Importing;

/// <summary>A report as others made it, read: its figures by the cells of the edition that its tables are of, and its prose.</summary>
public sealed class ImportedDocument
{
    private readonly PaperReading _reading;
    private readonly IReadOnlyList<Block> _blocks;
    private readonly FormFacts? _form;

    internal ImportedDocument(string name, PaperReading reading, IReadOnlyList<Block> blocks, FormFacts? form)
    {
        (Name, _reading, _blocks, _form) = (name, reading, blocks, form);
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>The edition that its tables are of.</summary>
    public Edition Edition => _reading.Edition;

    /// <summary>Whether it is a form that <c>new</c> wrote.</summary>
    public bool IsForm => _form is not null;

    /// <summary>The unit as the document names it; null if it names none.</summary>
    public string? Unit { get; init; }

    /// <summary>The year; null if it states none.</summary>
    public int? Year { get; init; }

    /// <summary>How many cells it states.</summary>
    public int Cells => All.Count(f => f.State is CellState.Number or CellState.None);

    /// <summary>How many are not settled: 待核.</summary>
    public int Open => All.Count(f => f.State == CellState.Doubtful);

    private IEnumerable<ImportedFigure> All => _reading.Figures.Values.Concat(_reading.Own.Select(o => o.Figure));

    /// <summary>The statutory tables it has not.</summary>
    public ImmutableArray<Table> Missing => _reading.Missing;

    /// <summary>
    /// What its tables should have and have not: rows by their paths, cells where the rest of the row is there. Of these nothing was read,
    /// which is not the same as blank.
    /// </summary>
    public ImmutableArray<string> Unseen => [.. _reading.Unseen.GroupBy(c => c.Row)
        .SelectMany(g => g.Count() == g.Key.Cells.Length ? [g.Key.Path] : g.Select(c => c.Path))];

    /// <summary>The sheets of its workbook that list units, by their names.</summary>
    internal ImmutableArray<string> Lists { get; init; } = [];

    /// <summary>Rows and tables with figures that were left.</summary>
    public ImmutableArray<LeftText> Left =>
    [
        .. Lists.Select(n => new LeftText("table", Places.Sheet(n), Doubts.IsList)),
        .. _reading.Left.Select(l => new LeftText("table", l.Place, l.What)),
        .. NarrativeText.Beside(Edition, _blocks).Select(b => new LeftText("text", b.Place, b.What)),
    ];

    /// <summary>The data file.</summary>
    /// <param name="unit">The unit it is for.</param>
    /// <param name="year">The year.</param>
    /// <param name="modeline">The first line, which names a schema; null for none.</param>
    public string DataFile(string unit, int year, string? modeline) => new ImportedData(_reading, _form).Write(Name, unit, year, modeline);

    /// <summary>The name of the document that a data file was read from, as the data file says; null if it does not.</summary>
    /// <param name="dataFile">The text of the data file.</param>
    public static string? SourceOf(string dataFile) => ImportedData.SourceOf(dataFile);

    /// <summary>The name of that document's file alone, whatever folder it was in; only the first lines are looked at.</summary>
    /// <param name="dataFile">The data file.</param>
    public static string? SourceOf(Source dataFile)
    {
        const int Longest = 2000;
        var lines = Encoding.UTF8.GetString(dataFile.Bytes.AsSpan(0, Math.Min(dataFile.Bytes.Length, Longest)));
        if (SourceOf(lines) is not { } name) return null;
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        // Of a workbook with the reports of several the sheet stands behind it.
        return name.IndexOf('#') is > 0 and var sheet ? name[..sheet] : name;
    }

    /// <summary>Where a cell stands in a form that <c>new</c> wrote; null in any other document.</summary>
    /// <param name="path">The path of the cell, or of an indicator.</param>
    public CellPlace? PlaceOf(string path) => _form?.Places.GetValueOrDefault(path);

    /// <summary>Whether an existing file says the same of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="there">The file.</param>
    public bool Agrees(Cell cell, Filing there) =>
        !Otherwise(cell.Path, there.Figures.Stated(cell), Read(cell)).Any();

    /// <summary>The narrative; null if its sections are not found.</summary>
    public string? Narrative() => NarrativeText.Of(Edition, Unit ?? "", _blocks);

    /// <summary>What an existing file says otherwise; what was not settled here is settled there, whatever it says.</summary>
    /// <param name="there">The file.</param>
    /// <param name="indicators">The indicators that it was read with.</param>
    public IEnumerable<string> Differences(Filing there, IReadOnlyList<Indicator> indicators) =>
        [.. OfForm(there), .. indicators.SelectMany(i => Otherwise(i.Path, there.Figures.Indicators[i.Index], Own(i.Key)))];

    private ImportedFigure? Own(string key) => _reading.Own.FirstOrDefault(o => o.Key == key).Figure;

    /// <summary>What it says of a cell: of a table that a form says is 无 as a whole every cell is.</summary>
    private ImportedFigure? Read(Cell cell) => _form?.Fields.ContainsKey(cell.Table.Key) == true
        ? new ImportedFigure(CellState.None, 0, null) : _reading.Figures.GetValueOrDefault(cell);

    private IEnumerable<string> OfForm(Filing there)
    {
        foreach (var cell in Edition.Cells)
        {
            // A table that the document lacks is 待核 as a whole.
            if (Missing.Contains(cell.Table)) continue;
            foreach (var other in Otherwise(cell.Path, there.Figures.Stated(cell), Read(cell)))
                yield return other;
        }
    }

    private static IEnumerable<string> Otherwise(string path, Figure stated, ImportedFigure? read)
    {
        if (read is { State: CellState.Doubtful }) yield break;
        var here = read is { State: CellState.Number or CellState.None } ? Said(read) : null;
        var before = stated.State switch
        {
            FigureState.Number => Figure.Format(stated.Value),
            FigureState.None => FigureWriter.Nothing,
            FigureState.Absent => null,
            _ => FigureWriter.ToFill,
        };
        if (here != before && !(read is { IsToFill: true } && before is not null))
            yield return $"{path}: {before ?? "{}"} → {here ?? "{}"}";
    }

    private static string Said(ImportedFigure figure) =>
        figure.State == CellState.None ? FigureWriter.Nothing : Figure.Format(figure.Value);
}

/// <summary>What of a document was left.</summary>
/// <param name="Kind"><c>table</c> or <c>text</c>.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="What">What it says.</param>
public sealed record LeftText(string Kind, Text Place, Text What);
