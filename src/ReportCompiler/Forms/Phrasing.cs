using System.Collections.Immutable;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.Forms;

/// <summary>How reports speak of an edition's tables: the words by which typed prose is held to them.</summary>
public sealed class Phrasing
{
    /// <summary>Counting words of the tables' counts.</summary>
    public required ImmutableArray<string> CountingWords { get; init; }

    /// <summary>Words that deny what follows them.</summary>
    public required ImmutableArray<string> Denials { get; init; }

    /// <summary>Words that deny what stands before them.</summary>
    public required ImmutableArray<string> DenialsAfter { get; init; }

    /// <summary>What the verbs among the phrases speak of: one of these must be near, or the figure is of something else.</summary>
    public required ImmutableArray<string> Objects { get; init; }

    /// <summary>What the objects are called for short; alone they may be of another matter.</summary>
    public required ImmutableArray<string> ShortObjects { get; init; }

    /// <summary>Words one of which must be near a figure of a table, for other matters are counted in the same words.</summary>
    public required ImmutableArray<Context> Contexts { get; init; }

    /// <summary>The ordinals of the sections that may say 无 and nothing else.</summary>
    public required ImmutableArray<string> MayBeNone { get; init; }

    /// <summary>The statement about the processing fee; null where the edition asks for none.</summary>
    public required FeeStatement? Fee { get; init; }

    /// <summary>Phrases that name rows.</summary>
    public required ImmutableArray<RowPhrase> Rows { get; init; }

    /// <summary>Phrases that name columns.</summary>
    public required ImmutableArray<ColumnPhrase> Columns { get; init; }
}

/// <summary>Words that show that a table's matter is meant.</summary>
public sealed record Context(Table Table, ImmutableArray<string> Words);

/// <summary>A section that must say what fee was collected.</summary>
/// <param name="Section">The ordinal of the section.</param>
/// <param name="Words">Words that say it.</param>
/// <param name="Limit">The cell the fee is part of.</param>
public sealed record FeeStatement(string Section, ImmutableArray<string> Words, Cell Limit);

/// <summary>Words that name a row or rows.</summary>
public sealed class RowPhrase
{
    /// <summary>The words.</summary>
    public required ImmutableArray<string> Words { get; init; }

    /// <summary>The readings that are each right; a reading is the rows whose cells are added.</summary>
    public required ImmutableArray<ImmutableArray<Row>> Readings { get; init; }

    /// <summary>The table of the rows.</summary>
    public required Table Table { get; init; }

    /// <summary>The column meant where the prose names none; null where it must, or where the row has one cell.</summary>
    public required string? Column { get; init; }

    /// <summary>Whether the words say what was done and need an object near them.</summary>
    public required bool IsVerb { get; init; }

    /// <summary>Words before the figure that give it another scope.</summary>
    public required ImmutableArray<string> Avoid { get; init; }

    /// <summary>An error where the words name the row itself, a warning where another scope may be meant.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The cells of a reading; none where the form has no such cell.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="columns">The columns the prose names; empty for the phrase's own.</param>
    public ImmutableArray<Cell> Cells(ImmutableArray<Row> reading, ImmutableArray<string> columns)
    {
        var cells = ImmutableArray.CreateBuilder<Cell>();
        foreach (var row in reading)
        {
            var before = cells.Count;
            foreach (var cell in row.Cells)
                if (row.Cells.Length == 1 && cell.Path == row.Path ? columns.IsEmpty : columns.IsEmpty ? cell.Column.Key == Column : columns.Contains(cell.Column.Key!, StringComparer.Ordinal)) cells.Add(cell);
            if (cells.Count == before) return [];
        }
        return cells.ToImmutable();
    }
}

/// <summary>Words that name columns of a table; several are added.</summary>
public sealed record ColumnPhrase(ImmutableArray<string> Words, Table Table, ImmutableArray<string> Columns);
