namespace ReportCompiler.Drafting;

/// <summary>A data file to be written, or one that is there already and stays as it is.</summary>
/// <param name="Unit">The unit it is for.</param>
/// <param name="Name">Its name in the folder of the year.</param>
/// <param name="Text">What to write; null if the file is there.</param>
public sealed record Draft(string Unit, string Name, string? Text)
{
    /// <summary>Whether it has figures to be taken from a year before that the project has not.</summary>
    public bool LacksLastYear { get; init; }
}
