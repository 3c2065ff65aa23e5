using System.Collections.Immutable;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.Forms;

/// <summary>What names a row or rows; its words are among those of the edition.</summary>
public sealed class RowPhrase
{
    /// <summary>The readings that are each right; a reading is the rows whose cells are added.</summary>
    public required ImmutableArray<ImmutableArray<Row>> Readings { get; init; }

    /// <summary>The table of the rows.</summary>
    public required Table Table { get; init; }

    /// <summary>The column meant where the prose names none; null if it must, or where the row has one cell.</summary>
    public required string? Column { get; init; }

    /// <summary>Whether the words say what was done and need an object near them.</summary>
    public required bool IsVerb { get; init; }

    /// <summary>Whether nothing else is called by the words: they need none of their table near them.</summary>
    public required bool IsPlain { get; init; }

    /// <summary>Whether they are ordinary words that name it only behind a figure beside it: 收到申请 4 件，网上 3 件，信函 1 件.</summary>
    public bool IsContinuing { get; init; }

    /// <summary>Words before the figure that give it another scope.</summary>
    public required ImmutableArray<string> Avoid { get; init; }

    /// <summary>The path of what it is one of: a table, or a group of rows; several rows of one group are that group.</summary>
    public string Group
    {
        get
        {
            var group = Above(Readings[0][0].Path);
            return Readings[0].Length > 1 && group.Contains('.') && Readings[0].All(r => Above(r.Path) == group) ? Above(group) : group;
        }
    }

    /// <summary>What the paths of the rows beside it begin with: those of its group and of the groups beside that.</summary>
    internal string Beside
    {
        get
        {
            var group = Group;
            return (group.Contains('.') ? Above(group) : group) + ".";
        }
    }

    private static string Above(string path) => path[..path.LastIndexOf('.')];

    /// <summary>An error where the words name the row itself, a warning where another scope may be meant.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The cells of a reading; none if the form has no such cell.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="columns">The columns the prose names; empty for the phrase's own.</param>
    public ImmutableArray<Cell> Cells(ImmutableArray<Row> reading, ImmutableArray<string> columns)
    {
        var cells = ImmutableArray.CreateBuilder<Cell>();
        foreach (var row in reading)
        {
            var before = cells.Count;
            foreach (var cell in row.Cells)
                if (IsMeant(cell, columns)) cells.Add(cell);
            if (cells.Count == before) return [];
        }
        return cells.ToImmutable();
    }

    private bool IsMeant(Cell cell, ImmutableArray<string> columns)
    {
        if (!cell.Row.HasColumns) return columns.IsEmpty;
        return columns.IsEmpty ? cell.Column.Key == Column : columns.Contains(cell.Column.Key!, StringComparer.Ordinal);
    }
}
