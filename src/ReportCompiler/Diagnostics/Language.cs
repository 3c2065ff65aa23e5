namespace ReportCompiler.Diagnostics;

/// <summary>The languages a message is written in.</summary>
public enum Language
{
    /// <summary>Simplified Chinese, the language of the form.</summary>
    Chinese,

    /// <summary>English, with the form's own words kept in Chinese.</summary>
    English,
}
