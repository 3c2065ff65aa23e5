using ReportCompiler.Forms;

namespace ReportCompiler.Importing.Matching;

/// <summary>What a table of a document says of the cells of an edition.</summary>
internal sealed class GridClaims
{
    private readonly List<Claim> _claims = [];
    private readonly HashSet<Row> _rows = [];

    /// <summary>The cells of the form that the table has, blank ones too.</summary>
    public IReadOnlyList<Claim> Claims => _claims;

    /// <summary>The rows that were found by their names.</summary>
    public IReadOnlySet<Row> Rows => _rows;

    /// <summary>Rows with figures whose labels settle nothing.</summary>
    public List<LeftRow> Left { get; } = [];

    /// <summary>How many columns and rows of the form were found: the edition of which more are is the table's.</summary>
    public int Found { get; set; }

    /// <summary>Takes a claim.</summary>
    public void Add(Claim claim)
    {
        _claims.Add(claim);
        if (!claim.IsProposed) _rows.Add(claim.Cell.Row);
    }
}
