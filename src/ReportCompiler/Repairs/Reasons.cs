namespace ReportCompiler.Repairs;

/// <summary>The slips of the hand that explain a change. The names are stable: scripts read them in the JSON output.</summary>
public static class Reasons
{
    /// <summary>Two figures stand in each other's cells.</summary>
    public const string Exchanged = "exchanged";

    /// <summary>A figure stands one column beside its own.</summary>
    public const string NeighbourColumn = "neighbour-column";

    /// <summary>A figure stands one row above or below its own.</summary>
    public const string NeighbourRow = "neighbour-row";

    /// <summary>Two adjacent digits stand in each other's places.</summary>
    public const string DigitsSwapped = "digits-swapped";

    /// <summary>One digit is another.</summary>
    public const string DigitWrong = "digit-wrong";

    /// <summary>One digit is not there.</summary>
    public const string DigitMissing = "digit-missing";

    /// <summary>One digit was struck twice.</summary>
    public const string DigitDoubled = "digit-doubled";

    /// <summary>One digit is too many.</summary>
    public const string DigitAdded = "digit-added";

    /// <summary>0 stands where there is a figure.</summary>
    public const string Zeroed = "zeroed";

    /// <summary>The cell is not stated although it is not 0.</summary>
    public const string LeftOut = "left-out";

    /// <summary>The details were changed and the total was not.</summary>
    public const string TotalNotUpdated = "total-not-updated";

    /// <summary>No slip that we know explains it.</summary>
    public const string Other = "other";

    /// <summary>The edits of one repair have different reasons.</summary>
    public const string Several = "several";
}
