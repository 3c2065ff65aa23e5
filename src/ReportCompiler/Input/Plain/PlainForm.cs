using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ReportCompiler.Forms;
using ReportCompiler.Projects;

namespace ReportCompiler.Input.Plain;

/// <summary>An edition as the plain reader asks for it: made once and kept as long as the edition.</summary>
internal sealed class PlainForm
{
    private static readonly ConditionalWeakTable<Edition, PlainForm> Known = [];
    private static readonly ConditionalWeakTable<Indicator[], PlainNames> KnownOwn = [];

    private (Band? Of, PlainNames? Columns) _band;

    private PlainForm(Edition edition)
    {
        Edition = edition;
        var tables = edition.Tables.Select(t => Rows(t, t.KeyedRows, t.Find));
        Root = Step(PlainNames.Of(edition.Tables, t => t.Key, t => t.Caption, edition.FindTable), [.. tables]);
    }

    /// <summary>The edition.</summary>
    public Edition Edition { get; }

    /// <summary>What the tables stand below.</summary>
    public PlainStep Root { get; }

    /// <summary>How many steps there are, the one of the authority's own figures, which is the first, among them.</summary>
    public int Steps { get; private set; } = 1;

    /// <summary>The form of an edition.</summary>
    public static PlainForm Of(Edition edition) => Known.GetValue(edition, static e => new PlainForm(e));

    /// <summary>An authority's own figures, as columns of one row whose cells go on behind those of the form.</summary>
    public PlainStep Own(ImmutableArray<Indicator> indicators)
    {
        var names = KnownOwn.GetValue(ImmutableCollectionsMarshal.AsArray(indicators)!, static all => PlainNames.Of(
            all, i => i.Key, i => i.Label, name => Array.Find(all, i => i.Key == name || i.Label == name)));
        return new PlainStep(0, Edition.Cells.Length, indicators.Length, names, []);
    }

    private PlainStep Rows(Table table, IEnumerable<Row> rows, Func<string, Row?> find)
    {
        Row[] all = [.. rows];
        var below = Array.ConvertAll(all, row => row.IsGroup ? Rows(table, row.KeyedRows, row.Find) : OfRow(table, row, row.Cells));
        return Step(PlainNames.Of(all, r => r.Key, r => r.Label, find), below);
    }

    private PlainStep OfRow(Table table, Row row, ImmutableArray<Cell> cells)
    {
        var names = cells.Length == 1 && !row.HasColumns ? null : Columns(table.BandOf(row));
        return new(Steps++, cells[0].Index, cells[^1].Index - cells[0].Index < cells.Length ? cells.Length : 0, names, []);
    }

    /// <summary>The columns of a band are the same for all its rows, which stand together.</summary>
    private PlainNames Columns(Band band)
    {
        if (!ReferenceEquals(_band.Of, band)) _band = (band, PlainNames.Of(band.Leaves, c => c.Key, c => c.Label, band.FindColumn));
        return _band.Columns!;
    }

    /// <summary>A table or group; where its cells do not follow each other no file is plain that names it.</summary>
    private PlainStep Step(PlainNames names, PlainStep[] below)
    {
        var cells = 0;
        foreach (var step in below) cells = cells < 0 || step.First != below[0].First + cells ? -1 : cells + step.Cells;
        return new PlainStep(Steps++, below.Length == 0 ? 0 : below[0].First, Math.Max(0, cells), names, below);
    }
}

/// <summary>A table, a group or a row.</summary>
/// <param name="Id">Its number among all steps.</param>
/// <param name="First">The index of the first of its cells.</param>
/// <param name="Cells">How many of them it has; 0 if they do not follow each other.</param>
/// <param name="Names">The names of what is below it: rows, or columns; null for a row of one value.</param>
/// <param name="Below">The rows of a table or group; none for a row with columns, which are its cells in their order.</param>
internal sealed record PlainStep(int Id, int First, int Cells, PlainNames? Names, PlainStep[] Below);
