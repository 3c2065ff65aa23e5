using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Grids;
using ReportCompiler.Importing.Documents;
using ReportCompiler.Projects;

namespace ReportCompiler.Importing.Matching;

/// <summary>The figures of a document, by the cells of the edition that its tables are of.</summary>
internal sealed class PaperReading
{
    private readonly OwnFigures _own;

    private PaperReading(Edition edition, IReadOnlyList<Indicator>? indicators) => (Edition, _own) = (edition, new OwnFigures(indicators));

    /// <summary>The edition that fits.</summary>
    public Edition Edition { get; }

    /// <summary>What the document says of each cell that it has.</summary>
    public Dictionary<Cell, ImportedFigure> Figures { get; } = [];

    /// <summary>What it says of the authority's own figures, by their keys.</summary>
    public IReadOnlyList<(string Key, ImportedFigure Figure)> Own { get; private set; } = [];

    /// <summary>The tables of the form that are not in the document.</summary>
    public ImmutableArray<Table> Missing { get; private set; } = [];

    /// <summary>The cells that tables of the document should have and have not: nothing is known of them.</summary>
    public ImmutableArray<Cell> Unseen { get; private set; } = [];

    /// <summary>Rows and tables with figures that were left.</summary>
    public List<LeftRow> Left { get; } = [];

    /// <summary>Whether it was read by the cell paths of a form, not by labels.</summary>
    public bool IsOfForm { get; private init; }

    /// <summary>How much of the edition was found.</summary>
    public int Found { get; private set; }

    /// <summary>Reads a document by the labels of an edition.</summary>
    public static PaperReading Of(IReadOnlyList<Block> blocks, Edition edition, IReadOnlyList<Indicator>? indicators)
    {
        var reading = new PaperReading(edition, indicators);
        reading.Read(blocks);
        return reading;
    }

    /// <summary>Reads a form that this program wrote: its cell paths say where every figure belongs.</summary>
    public static PaperReading Of(FormFacts facts, Edition edition, IReadOnlyList<Indicator>? indicators)
    {
        var reading = new PaperReading(edition, indicators) { IsOfForm = true };
        foreach (var (path, cell) in facts.Cells)
        {
            var there = new PageCell(0, cell.Column, cell.Text, false) { Doubt = cell.Doubt, Where = cell.Where };
            if (reading._own.Take(path, there) || edition.Find(path) is not { } known) continue;
            var figure = ImportedFigure.Of(new Claim(known, there, cell.Where ?? Text.Same(path), null), Text.Same(""));
            reading.Figures[known] = figure.State == CellState.Blank ? figure with { IsToFill = true } : figure;
        }
        reading.Look();
        return reading;
    }

    private void Read(IReadOnlyList<Block> blocks)
    {
        var labels = FormLabels.Of(Edition);
        var claims = new List<Claim>();
        var number = 0;
        foreach (var table in PaperTables.Of(blocks, labels))
        {
            number++;
            if (table.Grid is not { } grid || table.Read() is not { } reading)
            {
                Left.Add(new LeftRow(Places.Table(number), Doubts.Overlapping));
                continue;
            }
            claims.AddRange(reading.Claims);
            Found += reading.Found;
            var own = _own.Look(grid, Places.Table(number), labels, reading.Claims.Select(c => c.There.Row).ToHashSet());
            Left.AddRange(reading.Left.Where(l => !own.Any(r => l.Place == Places.Row(r)))
                .Select(l => l with { Place = Places.In(Places.Table(number), l.Place) }));
        }
        foreach (var cell in claims.GroupBy(c => c.Cell)) Figures[cell.Key] = Settle([.. cell]);
        Missing = [.. Edition.Tables.Where(t => !Figures.Keys.Any(c => c.Table == t))];
        Look();
    }

    /// <summary>Looks for what is not there; the totals of a form are formulas and never read.</summary>
    private void Look()
    {
        Unseen = [.. Edition.Cells.Where(c => !Figures.ContainsKey(c) && !Missing.Contains(c.Table) && !(IsOfForm && c.IsTotal))];
        Own = _own.Figures();
        Left.AddRange(_own.Left);
    }

    /// <summary>What several places say of one cell: the same, or it is not settled.</summary>
    private ImportedFigure Settle(List<Claim> claims)
    {
        if (claims.Exists(c => !c.IsProposed)) claims.RemoveAll(c => c.IsProposed);
        var figures = claims.ConvertAll(c => ImportedFigure.Of(c, NameOf(c.Cell.Table)));
        var first = figures[0];
        if (figures.TrueForAll(f => f.State == first.State && f.Value == first.Value)) return first;
        return figures.Find(f => f.State == CellState.Doubtful)
            ?? new ImportedFigure(CellState.Doubtful, 0, Doubts.ManyPlaces(
                NameOf(claims[0].Cell.Table), claims.Select(c => c.There.Text.Trim())));
    }

    /// <summary>A table as people call it: 表三 for that of section three.</summary>
    private Text NameOf(Table table) =>
        Edition.Sections.FirstOrDefault(s => s.Table == table.Key) is { } section ? Places.TableOf(section.Ordinal) : Text.Same(table.Key);
}
