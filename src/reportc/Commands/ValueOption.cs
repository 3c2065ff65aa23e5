using System.CommandLine;

namespace Reportc.Commands;

/// <summary>An option that takes a value: one (<c>string</c>), or several with commas between them (<c>string[]</c>).</summary>
internal sealed class ValueOption<T> : Option<T>, ITakesValue
{
    /// <summary>An option whose value is one of some words.</summary>
    public ValueOption(string name, string description, IReadOnlyList<string> choices) : this(name, [], description)
    {
        Choices = choices;
        HelpName = string.Join(typeof(T) == typeof(string[]) ? ',' : '|', choices);
    }

    /// <summary>An option whose value names something, such as a folder.</summary>
    public ValueOption(string name, string[] aliases, string description, string value, WordKinds kinds) : this(name, aliases, description)
    {
        HelpName = value;
        Kinds = kinds;
    }

    private ValueOption(string name, string[] aliases, string description) : base(name, aliases)
    {
        Description = description;
        if (typeof(T) == typeof(string)) Arity = ArgumentArity.ExactlyOne;
    }

    public IReadOnlyList<string> Choices { get; } = [];

    public WordKinds Kinds { get; }
}
