namespace ReportCompiler.Input;

/// <summary>A line and what it is in the form.</summary>
/// <param name="line">The line.</param>
internal sealed class Placed(FileLine line)
{
    /// <summary>The line.</summary>
    public FileLine Line { get; } = line;

    /// <summary>What it names; null if that is not known.</summary>
    public FormNode? Node { get; set; }

    /// <summary>Whether the names leave no other place.</summary>
    public bool IsCertain { get; set; } = true;

    /// <summary>What it should say, without indentation; null if it says it already.</summary>
    public string? Text { get; set; }

    /// <summary>Whether that may be written without a decision.</summary>
    public bool IsSure { get; set; } = true;

    /// <summary>Whether it was pasted from a table.</summary>
    public bool IsPasted { get; init; }

    /// <summary>Of a pasted row that does not fit its columns: how many figures there are.</summary>
    public int Cells { get; set; }

    /// <summary>The table and groups above it that no line of the file names.</summary>
    public IReadOnlyList<FormNode> Missing { get; set; } = [];

    /// <summary>How many columns it should be indented.</summary>
    public int Indent { get; set; } = line.Indent;
}
