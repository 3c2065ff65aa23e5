using ReportCompiler.Diagnostics;

namespace Reportc.Shell;

/// <summary>The colours of findings, as escape codes; empty if there are none.</summary>
internal sealed record Palette(string Error, string Warning, string Info, string Remedy, string Gutter, string Bold, string Reset)
{
    /// <summary>For terminals.</summary>
    public static readonly Palette Colours = new("\e[1;31m", "\e[1;33m", "\e[1;36m", "\e[1;32m", "\e[1;34m", "\e[1m", "\e[0m");

    /// <summary>For pipes and files.</summary>
    public static readonly Palette None = new("", "", "", "", "", "", "");

    /// <summary>The colour of a severity.</summary>
    public string Of(Severity severity) => severity switch
    {
        Severity.Error => Error,
        Severity.Warning => Warning,
        _ => Info,
    };
}
