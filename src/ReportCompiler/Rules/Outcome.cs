namespace ReportCompiler.Rules;

/// <summary>What became of an equation.</summary>
public enum Outcome
{
    /// <summary>It says nothing here: its total is not stated, a cell could not be read or is not there, or it merely follows from others.</summary>
    NotApplicable,

    /// <summary>It holds.</summary>
    Holds,

    /// <summary>It is broken.</summary>
    Broken,
}
