namespace ReportCompiler.Narratives;

/// <summary>What is known of a figure of the prose.</summary>
internal enum Knowledge : byte
{
    /// <summary>It stands beside words of the form and is not understood.</summary>
    Unread,

    /// <summary>It is of something else than the tables: another office, a part of the year, another matter.</summary>
    Outside,

    /// <summary>An expression printed it.</summary>
    Computed,

    /// <summary>It is what the tables say, or recomputes from figures that stand beside it.</summary>
    Verified,

    /// <summary>It is not, and a finding says so.</summary>
    Contradicted,
}
