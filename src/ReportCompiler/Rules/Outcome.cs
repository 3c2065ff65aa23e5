namespace ReportCompiler.Rules;

/// <summary>What became of an equation.</summary>
public enum Outcome
{
    /// <summary>It says nothing here: its total is not stated, a cell cannot be read or is not there, or it follows from others.</summary>
    NotApplicable,

    /// <summary>It holds.</summary>
    Holds,

    /// <summary>It is broken.</summary>
    Broken,
}
