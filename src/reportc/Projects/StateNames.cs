using ReportCompiler.Input;

namespace Reportc.Projects;

/// <summary>What other programs read of how a figure was filled in.</summary>
internal static class StateNames
{
    /// <summary>The name of a state.</summary>
    public static string Of(FigureState state) => state switch
    {
        FigureState.Number => "number",
        FigureState.None => "none",
        FigureState.Absent => "absent",
        FigureState.Unfilled => "unfilled",
        _ => "faulty",
    };
}
