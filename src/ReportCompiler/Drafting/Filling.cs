namespace ReportCompiler.Drafting;

/// <summary>How far a unit's file is filled in.</summary>
public enum Filling
{
    /// <summary>Nothing is: no more than what was there when it was written.</summary>
    Untouched,

    /// <summary>Something is 待填 or 待核.</summary>
    Partial,

    /// <summary>Nothing is left.</summary>
    Complete,
}
