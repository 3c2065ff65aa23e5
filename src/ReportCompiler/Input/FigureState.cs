namespace ReportCompiler.Input;

/// <summary>What a data file says of a cell. Absent, 无 and 0 stay distinct until they are printed.</summary>
public enum FigureState : byte
{
    /// <summary>Left out; counts 0.</summary>
    Absent,

    /// <summary>无: there is nothing in it; counts 0.</summary>
    None,

    /// <summary>A number.</summary>
    Number,

    /// <summary>待填, or nothing after the colon: an error of its own.</summary>
    Unfilled,

    /// <summary>Something that is no figure of this cell: an error of its own, and no equation is evaluated with it.</summary>
    Faulty,
}
