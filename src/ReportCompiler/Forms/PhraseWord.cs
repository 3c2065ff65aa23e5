namespace ReportCompiler.Forms;

/// <summary>What a word of an edition is that names neither a row nor a column.</summary>
internal enum PhraseWord
{
    /// <summary>It denies what stands before it.</summary>
    DenialAfter,

    /// <summary>It denies what follows it.</summary>
    Denial,

    /// <summary>It is an object, whole or short.</summary>
    Object,
}
