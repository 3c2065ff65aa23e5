using System.Collections.Immutable;

namespace ReportCompiler.Forms;

/// <summary>How reports speak of an edition's tables: the words by which typed prose is held to them.</summary>
public sealed class Phrasing
{
    internal Phrasing(WordGraph words) => Words = words;

    /// <summary>Counting words of the tables' counts.</summary>
    public required ImmutableArray<string> CountingWords { get; init; }

    /// <summary>The words of rows, of columns and of what else is told apart, each with its number.</summary>
    internal WordGraph Words { get; }

    /// <summary>What the verbs among the phrases speak of: one of these must be near, or the figure is of something else.</summary>
    public required ImmutableArray<string> Objects { get; init; }

    /// <summary>What may stand behind an object and belongs to it: 依申请公开事项.</summary>
    public required ImmutableArray<string> ObjectEndings { get; init; }

    /// <summary>What the objects are called for short; alone they may be of another matter.</summary>
    public required ImmutableArray<string> ShortObjects { get; init; }

    /// <summary>Words one of which must be near a figure of a table, for other matters are counted in the same words.</summary>
    public required ImmutableArray<TableContext> Contexts { get; init; }

    /// <summary>The ordinals of the sections that may say 无 and nothing else.</summary>
    public required ImmutableArray<string> MayBeNone { get; init; }

    /// <summary>The statement about the processing fee; null if the edition asks for none.</summary>
    public required FeeStatement? Fee { get; init; }

    /// <summary>What a section has to speak of.</summary>
    public required ImmutableArray<Topic> Topics { get; init; }

    /// <summary>What names rows.</summary>
    public required ImmutableArray<RowPhrase> Rows { get; init; }

    /// <summary>What names columns.</summary>
    public required ImmutableArray<ColumnPhrase> Columns { get; init; }

    /// <summary>The row or the column that the word of a number names; null if it names none.</summary>
    internal object? PhraseOf(int number)
    {
        if (number < 0) return null;
        if (number < Rows.Length) return Rows[number];
        return number < Rows.Length + Columns.Length ? Columns[number - Rows.Length] : null;
    }

    /// <summary>What the word of a number is that names neither a row nor a column.</summary>
    internal PhraseWord WordOf(int number) => (PhraseWord)(number - Rows.Length - Columns.Length);

    /// <summary>The row that two parts together are a word of; null if there is none.</summary>
    internal RowPhrase? RowOf(ReadOnlySpan<char> word, ReadOnlySpan<char> rest = default)
    {
        var walk = Words.Begin();
        return walk.Step(word) && walk.Step(rest) ? PhraseOf(walk.Number) as RowPhrase : null;
    }

    /// <summary>Whether a verb says that something came in: of the edition's verbs the first does.</summary>
    internal bool IsIntake(RowPhrase row) => row.IsVerb && IsOfIntake(row);

    /// <summary>Whether a row is what came in, whatever it is called.</summary>
    internal bool IsOfIntake(RowPhrase row) =>
        Rows.FirstOrDefault(r => r.IsVerb) is { } first && row.Readings[0].SequenceEqual(first.Readings[0]);
}
