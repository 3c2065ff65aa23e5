namespace ReportCompiler.Forms;

/// <summary>How a table is printed.</summary>
public enum Arrangement
{
    /// <summary>Groups left of their rows, a column each level.</summary>
    Down,

    /// <summary>Rows side by side over their columns, as one line of figures.</summary>
    Across,

    /// <summary>A line for every row and group, with its counting word; a group's own value stands in the group's line.</summary>
    List,
}
