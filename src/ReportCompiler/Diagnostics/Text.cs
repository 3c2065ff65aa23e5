namespace ReportCompiler.Diagnostics;

/// <summary>One message in both languages, written side by side so that they cannot drift apart.</summary>
public sealed record Text
{
    private readonly string _chinese = "";
    private readonly string _english = "";
    private readonly Func<Text>? _compose;
    private Text? _composed;

    /// <summary>A message.</summary>
    public Text(string chinese, string english) => (_chinese, _english) = (chinese, english);

    private Text(Func<Text> compose) => _compose = compose;

    /// <summary>A message that is composed when somebody reads it, for findings that most runs only count.</summary>
    /// <param name="compose">Composes it, perhaps more than once.</param>
    public static Text Later(Func<Text> compose) => new(compose);

    /// <summary>A text that reads the same in both languages, such as a figure.</summary>
    public static Text Same(string text) => new(text, text);

    /// <summary>The message in Chinese.</summary>
    public string Chinese => Composed._chinese;

    /// <summary>The message in English.</summary>
    public string English => Composed._english;

    private Text Composed => _compose is null ? this : _composed ??= _compose();

    /// <summary>The message in <paramref name="language"/>.</summary>
    public string In(Language language) => language == Language.Chinese ? Chinese : English;

    /// <summary>The message in both languages.</summary>
    public void Deconstruct(out string chinese, out string english) => (chinese, english) = (Chinese, English);

    /// <summary>Whether another message reads the same.</summary>
    public bool Equals(Text? other) => other is not null && Chinese == other.Chinese && English == other.English;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Chinese, English);
}
