namespace ReportCompiler.Projects;

/// <summary>How the district's figure of an indicator is made of the units'.</summary>
public enum Summary
{
    /// <summary>求和: the sum.</summary>
    Sum,

    /// <summary>最大: the largest.</summary>
    Largest,

    /// <summary>不汇总: none; only the authority's own file gives one.</summary>
    None,
}
