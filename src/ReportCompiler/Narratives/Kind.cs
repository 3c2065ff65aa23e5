namespace ReportCompiler.Narratives;

/// <summary>What a word does in a sentence.</summary>
internal enum Kind : byte
{
    /// <summary>A word that is not understood.</summary>
    Unknown,
    Neutral,
    Tail,
    Own,
    Other,

    /// <summary>A part of the year, or another year than the report's and the one before.</summary>
    Period,
    Planned,
    SoFar,
    Compare,

    /// <summary>A word by which a figure is about, above or below what it says.</summary>
    Vague,

    /// <summary>A word that begins what is said of a thing that was counted.</summary>
    Predicate,

    /// <summary>A word for what is left of a whole.</summary>
    Rest,

    /// <summary>A word for what else there is beside the rows or columns named.</summary>
    Else,
    Prior,
    Current,
    Each,
    Break,
    List,
    Among,
    Share,
    Object,
    Row,
    Column,
    Denial,
    DenialAfter,
    Number,
}
