namespace ReportCompiler.Diagnostics;

/// <summary>One message in both languages, written side by side so that they cannot drift apart.</summary>
public sealed record Text(string Chinese, string English)
{
    /// <summary>The message in <paramref name="language"/>.</summary>
    public string In(Language language) => language == Language.Chinese ? Chinese : English;

    /// <summary>A text that reads the same in both languages, such as a figure.</summary>
    public static Text Same(string text) => new(text, text);
}
