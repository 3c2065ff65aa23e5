using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Syntax;

namespace ReportCompiler.Input;

/// <summary>Reads the tables of a data file: groups, rows and columns by key or label, down to the figures.</summary>
/// <param name="findings">Takes every fault.</param>
/// <param name="document">The file.</param>
/// <param name="edition">The form.</param>
/// <param name="keys">Takes what is wrong with a key.</param>
internal sealed class TableReader(Findings findings, Document document, Edition edition, KeyFaults keys)
{
    /// <summary>The figures that were read, by their cells.</summary>
    public FigureArray Figures { get; } = new(edition.Cells.Length);

    /// <summary>How many keys were misspelt, or stand in the wrong group.</summary>
    public int Misspelt { get; private set; }

    /// <summary>The tables in which figures may stand under the wrong name: what their equations point at may be right.</summary>
    public ImmutableHashSet<string> Doubtful { get; private set; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Reads a table.</summary>
    public void Read(Table table, Node node)
    {
        if (node is Mapping map) ReadRows(map, table.Find, table.KeyedRows, table.Key);
        else Whole(node, table.Leaves.SelectMany(r => r.Cells), table.Key);
    }

    private void ReadRows(Mapping map, Func<string, Row?> find, IEnumerable<Row> known, string path)
    {
        HashSet<Row>? seen = null;
        if (map.HasRepeats) Doubt(path);
        foreach (var entry in map.Entries)
        {
            var row = find(entry.Key.Value);
            if (row is null && Elsewhere(entry.Key.Value, path) is { } strayed) Strayed(entry.Key, strayed, path);
            else if (row is null)
                Unknown(map, entry.Key, known.Select(r => r.Key!), name => find(name)!.AllCells, known.SelectMany(r => r.AllCells), path);
            else if (!(seen ??= []).Add(row)) Again(map, entry.Key, find, path);
            else if (row.IsGroup && entry.Value is Mapping group) ReadRows(group, row.Find, row.KeyedRows, row.Path);
            else if (!row.IsGroup && !IsSingle(row) && entry.Value is Mapping columns) ReadColumns(columns, row);
            else if (IsSingle(row) && entry.Value is Mapping { Entries.Count: 0 }) continue;
            else if (IsSingle(row) && entry.Value is Scalar scalar) ReadFigure(row.Cells[0], scalar);
            else if (IsSingle(row) && ByLabel(row, entry.Value) is { } labelled) ReadFigure(row.Cells[0], labelled);
            else Whole(entry.Value, row.AllCells, row.Path);
        }
        if (map.HasRepeats) Distrust(known.SelectMany(r => r.AllCells));
    }

    private void ReadFigure(Cell cell, Scalar scalar) =>
        Figures[cell.Index] = FigureReader.Read(findings, document, scalar, cell.Kind, cell.Unit, cell.Path);

    /// <summary>行政许可: {本年处理决定数量: 12}: the one column of a row may be named as it is printed; null if it is not.</summary>
    private static Scalar? ByLabel(Row row, Node node) =>
        node is Mapping { Entries: [{ Value: Scalar value } only] } && Names.Fold(only.Key.Value) == Names.Fold(row.Cells[0].Column.Label)
            ? value : null;

    private static bool IsSingle(Row row) => row.Cells.Length == 1 && row.Cells[0].Path == row.Path;

    private void ReadColumns(Mapping map, Row row)
    {
        var band = row.Cells[0].Table.BandOf(row);
        if (map.HasRepeats) Doubt(row.Path);
        foreach (var entry in map.Entries)
        {
            if (band.FindColumn(entry.Key.Value) is not { } column)
            {
                Unknown(map, entry.Key, band.Leaves.Select(c => c.Key!), name => [Cell(band.FindColumn(name)!)], row.Cells, row.Path);
                continue;
            }
            var cell = Cell(column);
            // A cell that was only left out of the equations, for a key elsewhere, has no place.
            if (Figures[cell.Index] is { State: not FigureState.Absent, Span.Line: > 0 }) Again(map, entry.Key, band.FindColumn, row.Path);
            else if (entry.Value is Mapping { Entries.Count: 0 }) continue;
            else if (entry.Value is Scalar scalar) ReadFigure(cell, scalar);
            else Whole(entry.Value, [cell], cell.Path);
        }
        if (map.HasRepeats) Distrust(row.Cells);

        Cell Cell(Column column) => row.Cells[band.Leaves.IndexOf(column)];
    }

    /// <summary>A table, group or row that is no mapping: 无 says that nothing is in it; anything else is a fault.</summary>
    private void Whole(Node node, IEnumerable<Cell> cells, string path)
    {
        var state = FigureState.Faulty;
        switch (node)
        {
            case Scalar { Value: FigureReader.Nothing }:
                state = FigureState.None;
                break;
            case Scalar scalar when scalar.IsNull || FigureReader.IsOpen(scalar.Value):
                findings.Add(scalar.Value.Trim() == FigureReader.ToSettle
                    ? Errors.Figures.Unsettled(document.At(scalar), path, document.RemarkBehind(scalar))
                    : Errors.Figures.UnfilledRows(document.At(scalar), path));
                state = FigureState.Unfilled;
                break;
            case Scalar scalar:
                findings.Add(Columns(cells, path) is { } columns
                    ? Errors.Figures.NeedsColumns(document.At(scalar), path, scalar.Value, columns.First, columns.Total, columns.IsTotal)
                    : Errors.Figures.NeedsRows(document.At(scalar), path, scalar.Value, cells.First().Path));
                break;
            case Faulty:
                break;
            default:
                findings.Add(Errors.Figures.NotOneFigure(document.At(node), path));
                break;
        }
        foreach (var cell in cells) Figures[cell.Index] = new Figure(state, 0, node.Span, IsInherited: true);
    }

    /// <summary>
    /// The first column and that of the total, of a row that has one, and whether the row is a total itself; null for any other.
    /// </summary>
    private static (string First, string Total, bool IsTotal)? Columns(IEnumerable<Cell> cells, string path) =>
        cells.ToList() is { Count: > 1 } all && all[0].Row.Path == path && all[^1].IsTotal
            ? (all[0].Column.Key!, all[^1].Column.Key!, all.TrueForAll(c => c.IsTotal)) : null;

    /// <summary>The row of the same table that a key means in the wrong group; null if there is none, or more than one.</summary>
    private Row? Elsewhere(string key, string path)
    {
        if (findings.IsFull(document.Source)) return null;
        var table = edition.FindTable(path.Split('.')[0])!;
        var groups = table.KeyedRows.SelectMany(WithBelow).Where(r => r.IsGroup).ToList();
        var found = groups.Select(g => g.Find(key)).Append(table.Find(key)).OfType<Row>().Distinct().ToList();
        return found is [{ } only] ? only : null;
    }

    private static IEnumerable<Row> WithBelow(Row row) => row.KeyedRows.SelectMany(WithBelow).Prepend(row);

    private void Strayed(Scalar key, Row row, string path)
    {
        var at = row.Path.LastIndexOf('.');
        Misspelt++;
        Doubt(path);
        // The figures of both groups are in doubt: no equation is evaluated with them.
        Poison(row.AllCells);
        findings.Add(Errors.Keys.Unknown(document.At(key), key.Value, null, [], path, row.Path[..at]));
    }

    /// <summary>Leaves cells that were not read out of every equation.</summary>
    public void Poison(IEnumerable<Cell> cells)
    {
        foreach (var cell in cells)
            if (Figures[cell.Index].State == FigureState.Absent) Figures[cell.Index] = new Figure(FigureState.Faulty, 0, default);
    }

    /// <summary>
    /// An unknown key: if it is surely another, the cells of that one are left out of the equations, else all of its level that say
    /// nothing, so that one misspelt row is one finding.
    /// </summary>
    private void Unknown(
        Mapping map, Scalar key, IEnumerable<string> known, Func<string, IEnumerable<Cell>> cellsOf, IEnumerable<Cell> all, string path)
    {
        Doubt(path);
        if (keys.Unknown(map, key, known, path) is { } meant)
        {
            Misspelt++;
            Poison(cellsOf(meant));
        }
        else if (KeyFaults.RemarkOf(map, key) is null) Poison(all);
    }

    /// <summary>Leaves the cells of a level out of every equation in which a key stands twice: either may be right.</summary>
    private void Distrust(IEnumerable<Cell> cells)
    {
        foreach (var cell in cells)
            if (Figures[cell.Index] is { IsUsable: true } figure) Figures[cell.Index] = figure with { State = FigureState.Faulty };
    }

    private void Again<T>(Mapping map, Scalar key, Func<string, T?> find, string path) where T : class
    {
        Doubt(path);
        keys.Again(map, key, find);
    }

    private void Doubt(string path) => Doubtful = Doubtful.Add(path.Split('.')[0]);
}
