namespace ReportCompiler.Forms;

/// <summary>How the two sides of an equation relate.</summary>
public enum Relation
{
    /// <summary>Both sides are the same.</summary>
    Equal,

    /// <summary>The left side is not more than the right.</summary>
    AtMost,
}
