namespace ReportCompiler.Diagnostics;

/// <summary>How grave a finding is. Only an error stops a report.</summary>
public enum Severity
{
    /// <summary>The rule is switched off.</summary>
    Off,

    /// <summary>A hint; shown only with <c>-v</c> in text, always counted.</summary>
    Info,

    /// <summary>Worth a look; the report is published all the same.</summary>
    Warning,

    /// <summary>The report is refused.</summary>
    Error,
}
