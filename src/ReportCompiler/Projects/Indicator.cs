using ReportCompiler.Forms;

namespace ReportCompiler.Projects;

/// <summary>A figure of the authority's own, beside the statutory ones.</summary>
/// <param name="Index">Its place among the project's indicators, from 0.</param>
/// <param name="Key">The name in data files and templates.</param>
/// <param name="Label">As printed.</param>
/// <param name="Unit">The counting word.</param>
/// <param name="Summary">How the district's figure is made.</param>
/// <param name="Kind">A count, or an amount where the counting word is one of money or 小数 allows it.</param>
public sealed record Indicator(int Index, string Key, string Label, string Unit, Summary Summary, ValueKind Kind)
{
    /// <summary>The name of the group in data files and templates.</summary>
    public const string Group = "指标";

    /// <summary>The cell path.</summary>
    public string Path => $"{Group}.{Key}";
}
