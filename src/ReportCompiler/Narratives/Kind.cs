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
    Planned,
    SoFar,
    Compare,
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
