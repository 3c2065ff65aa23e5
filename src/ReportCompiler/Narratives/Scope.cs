namespace ReportCompiler.Narratives;

/// <summary>Whom and when a place of a sentence speaks of, and how it hangs on what was said before.</summary>
/// <param name="IsOther">Whether it is another's: an office, a part of the year, another kind of matter, a plan.</param>
/// <param name="Year">The year.</param>
/// <param name="IsInBrackets">Whether it stands in brackets.</param>
/// <param name="IsAmong">Whether it is told among what was counted before: behind 其中, up to the semicolon.</param>
internal readonly record struct Scope(bool IsOther, StatedYear Year, bool IsInBrackets, bool IsAmong)
{
    /// <summary>Whether it is another's, and it is not only said where or by which way something was done.</summary>
    public bool IsAnothers { get; init; }
}

/// <summary>The year a figure is of.</summary>
internal enum StatedYear : byte
{
    /// <summary>The report's own.</summary>
    This,

    /// <summary>The one before.</summary>
    Last,

    /// <summary>One of both, and it cannot be told which.</summary>
    Unclear,
}
