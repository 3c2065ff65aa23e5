namespace ReportCompiler.Tracing;

/// <summary>What a share is.</summary>
public enum ShareKind
{
    /// <summary>A unit's file; also the totals.yaml of an authority that was put among the units' files.</summary>
    Unit,

    /// <summary>A nested authority, which opens into its own units.</summary>
    Nested,

    /// <summary>The authority's own file: it states totals and is not added.</summary>
    Own,

    /// <summary>A unit that is due and has not filed.</summary>
    NotFiled,

    /// <summary>A unit of last year that is none of this year.</summary>
    Ended,

    /// <summary>A nested authority with errors: it is not added.</summary>
    Failed,

    /// <summary>A nested authority without data for the year.</summary>
    Missing,

    /// <summary>A nested authority whose form is another: it cannot be added.</summary>
    OtherForm,

    /// <summary>A nested authority that the roster does not have for the year, or one of two of a name.</summary>
    Refused,
}
