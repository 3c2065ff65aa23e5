namespace ReportCompiler.Diagnostics;

/// <summary>What a severity is called, everywhere: in data, in messages and (the English word) in JSON.</summary>
public static class SeverityWords
{
    private static readonly Text Error = new("错误", "error");
    private static readonly Text Warning = new("警告", "warning");
    private static readonly Text Info = new("提示", "info");
    private static readonly Text Off = new("关", "off");

    /// <summary>The severities by the words that an edition's and a project's files use.</summary>
    public static (string Word, Severity Value)[] Choices { get; } =
        [(Error.Chinese, Severity.Error), (Warning.Chinese, Severity.Warning), (Info.Chinese, Severity.Info), (Off.Chinese, Severity.Off)];

    /// <summary>Its name.</summary>
    public static Text Name(this Severity severity) => severity switch
    {
        Severity.Error => Error,
        Severity.Warning => Warning,
        Severity.Info => Info,
        _ => Off,
    };
}
