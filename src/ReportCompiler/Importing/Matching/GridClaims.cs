namespace ReportCompiler.Importing.Matching;

/// <summary>What a table of a document says of the cells of an edition.</summary>
internal sealed class GridClaims
{
    /// <summary>The cells of the form that the table has, blank ones too.</summary>
    public List<Claim> Claims { get; } = [];

    /// <summary>Rows with figures whose labels settle nothing.</summary>
    public List<LeftRow> Left { get; } = [];

    /// <summary>How many columns and rows of the form were found: the edition of which more are is the table's.</summary>
    public int Found { get; set; }
}
