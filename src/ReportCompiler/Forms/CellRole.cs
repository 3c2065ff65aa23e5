namespace ReportCompiler.Forms;

/// <summary>Whether a cell is counted or computed; the rules of the edition say so.</summary>
public enum CellRole
{
    /// <summary>Counted.</summary>
    Detail,

    /// <summary>The sum of other cells.</summary>
    Total,

    /// <summary>The sum of other cells of its own row.</summary>
    RowTotal,
}
