using System.CommandLine;

namespace Reportc.Commands.Completions;

/// <summary>What a half-written command line says so far. Never fails: what it does not understand it passes over.</summary>
internal sealed class TypedWords
{
    private TypedWords(Command command) => Command = command;

    /// <summary>The command, or the program while none is written.</summary>
    public Command Command { get; private set; }

    /// <summary>Whether a word stands where a command should and is none.</summary>
    public bool IsUnknown { get; private set; }

    /// <summary>The words behind the command that are neither options nor their values.</summary>
    public List<string> Free { get; } = [];

    /// <summary>The options given, each with its last value; null for a switch.</summary>
    public Dictionary<Option, string?> Given { get; } = [];

    /// <summary>The option whose value is to come; null if none is.</summary>
    public Option? Awaiting { get; private set; }

    /// <summary>Whether everything from here on is a word, behind <c>--</c>.</summary>
    public bool IsLiteral { get; private set; }

    /// <summary>Reads the words before the one the cursor is in.</summary>
    public static TypedWords Of(Command root, IEnumerable<string> words)
    {
        var typed = new TypedWords(root);
        foreach (var word in words) typed.Take(root, word);
        return typed;
    }

    /// <summary>The options that may be written here: the command's and those of all commands.</summary>
    public static IEnumerable<Option> OptionsOf(Command root, Command command) => command == root ? root.Options
        : command.Options.Concat(root.Options.Where(o => o.Name != "--out" || command is not Verb { Out: OutKind.None }));

    private void Take(Command root, string word)
    {
        if (Awaiting is { } option)
        {
            Given[option] = word;
            Awaiting = null;
        }
        else if (!IsLiteral && word == "--") IsLiteral = true;
        else if (!IsLiteral && word.Length > 1 && word[0] == '-') TakeOption(root, word);
        else if (Command == root && root.Subcommands.FirstOrDefault(c => c.Name == word) is { } command) Command = command;
        else if (Command == root) IsUnknown = true;
        else Free.Add(word);
    }

    private void TakeOption(Command root, string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? word : word[..equals];
        if (OptionsOf(root, Command).FirstOrDefault(o => o.Name == name || o.Aliases.Contains(name)) is not { } option) return;
        Given[option] = equals < 0 ? null : word[(equals + 1)..];
        if (equals < 0 && option.Arity.MaximumNumberOfValues > 0) Awaiting = option;
    }
}
