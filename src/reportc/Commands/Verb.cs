using System.CommandLine;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.CommandLine.Commands;

/// <summary>A command of reportc: its words, its examples, what it does. Made anew for each run, in the language of that run.</summary>
internal abstract class Verb(string name, string description) : Command(name, description)
{
    /// <summary>Command lines to copy, each with what it does.</summary>
    public abstract IReadOnlyList<(string Line, Text Meaning)> Examples { get; }

    /// <summary>The words that are neither options nor their values; null for a command that takes none.</summary>
    public virtual Argument<string[]>? Words => null;

    /// <summary>How the help writes these words, where it is not <c>[WORD…]</c>.</summary>
    public virtual string? WordsForm => null;

    /// <summary>Whether the parse asks for JSON: then a failure, also one of usage, is told on standard output as JSON.</summary>
    public virtual bool WantsJson(ParseResult parse) => false;

    /// <summary>Tells a failure in a format of the command's own that the parse asks for; whether it did.</summary>
    public virtual bool Tells(Session session, ParseResult parse, Failure failure) => false;

    /// <summary>Runs it; the exit status.</summary>
    public abstract int Run(Session session, CommonOptions common, ParseResult parse);

    /// <summary>A switch: it takes no value, not even <c>true</c>.</summary>
    protected static Option<bool> Switch(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.Zero };

    /// <summary>The words behind the command that are years or files.</summary>
    protected static Argument<string[]> WordsNamed(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.ZeroOrMore };

    /// <summary>The values of an option that may be written <c>a,b</c> or several times, each one of those there are.</summary>
    protected static IEnumerable<string> Choices(string[]? values, string option, params string[] known)
    {
        foreach (var value in values ?? [])
            foreach (var choice in value.Split(','))
                yield return Choice(choice, option, known)!;
    }

    /// <summary>The value of an option, one of those there are; null where it is not given.</summary>
    internal static string? Choice(string? value, string option, params string[] known)
    {
        if (value is null || Array.IndexOf(known, value) >= 0) return value;
        var nearest = Syntax.Names.Nearest(value, known);
        throw Failure.OfUsage(new($"{option} 不能是“{value}”", $"{option} cannot be “{value}”"),
            nearest is not null ? new($"是不是“{nearest}”？可以写：{string.Join('、', known)}", $"did you mean “{nearest}”? Known: {string.Join(", ", known)}")
                : new($"可以写：{string.Join('、', known)}", $"known: {string.Join(", ", known)}"));
    }
}
