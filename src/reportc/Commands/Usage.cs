using System.CommandLine;
using System.CommandLine.Parsing;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Syntax;

namespace Reportc.Commands;

/// <summary>
/// What is wrong with a command line, in our own words: the parser's follow the system's culture and print the whole help.
/// </summary>
internal static class Usage
{
    /// <summary>The first thing that is wrong; null if the command line can be run.</summary>
    public static Failure? Fault(ParseResult parse, IReadOnlyList<Option> common)
    {
        var command = parse.CommandResult.Command;
        foreach (var word in MistakenOptions(parse, command))
            return UnknownOption(word, command.Options.Concat(common).SelectMany(o => o.Aliases.Prepend(o.Name)));
        if (command is not Verb) return parse.UnmatchedTokens is [var word, ..] ? UnknownCommand(word, command) : NoCommand(command);
        if (Empty(parse) is { } empty) return empty;
        if (Swallowed(parse, [.. command.Options, .. common]) is { } swallowed) return swallowed;
        return parse.Errors is [var error, ..] ? OfError(error, command, parse.UnmatchedTokens) : null;
    }

    /// <summary>
    /// Words that begin like an option: the parser takes an unknown one for a year or a file. Behind <c>--</c> everything is one.
    /// </summary>
    private static IEnumerable<string> MistakenOptions(ParseResult parse, Command command)
    {
        var words = parse.UnmatchedTokens.AsEnumerable();
        if (command is Verb { Words: { } argument } && parse.GetResult(argument) is { } result)
            words = words.Concat(result.Tokens.Select(t => t.Value));
        var behind = parse.Tokens.SkipWhile(t => t.Type != TokenType.DoubleDash);
        var literal = behind.Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var word in words)
            if (word.Length > 1 && word[0] == '-' && !literal.Contains(word)) yield return word.Split('=')[0];
    }

    /// <summary>
    /// An empty word is a variable of the shell without a value: nobody writes one on purpose, and no command means anything by it.
    /// </summary>
    private static Failure? Empty(ParseResult parse)
    {
        Text help = new("变量可能没有值；去掉它，或写明", "a variable may have no value; leave it out or write one");
        if (parse.Tokens.All(t => t.Value.Length > 0)) return null;
        foreach (var option in parse.CommandResult.Command.Options.Concat(parse.RootCommandResult.Command.Options))
            if (parse.GetResult(option) is { IdentifierToken: { } name } result && result.Tokens.Any(t => t.Value.Length == 0))
                return Failure.OfUsage(new($"选项“{name.Value}”后面是空的", $"the value of option “{name.Value}” is empty"), help);
        return Failure.OfUsage(new("有一个参数是空的", "one of the words is empty"), help);
    }

    /// <summary>An option without a value takes the next word, be it an option itself: nobody means a file of that name.</summary>
    private static Failure? Swallowed(ParseResult parse, List<Option> known)
    {
        var names = known.SelectMany(o => o.Aliases.Prepend(o.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var option in known)
            if (parse.GetResult(option) is { IdentifierToken: { } name } result && result.Tokens.Select(t => t.Value)
                .FirstOrDefault(names.Contains) is { } value)
                return Failure.OfUsage(
                    new($"选项“{name.Value}”后面缺少值，紧接着的是选项“{value}”",
                        $"option “{name.Value}” needs a value; the option “{value}” stands behind it"),
                    new($"写成 {name.Value} {option.HelpName}", $"write {name.Value} {option.HelpName}"));
        return null;
    }

    private static Failure UnknownOption(string option, IEnumerable<string> known)
    {
        var names = known.Where(n => n.StartsWith("--", StringComparison.Ordinal)).ToList();
        var nearest = option.StartsWith("--", StringComparison.Ordinal) ? Names.Nearest(option, names) : null;
        var help = nearest is null ? SeeHelp : DidYouMean(nearest);
        return Failure.OfUsage(new($"没有选项“{option}”", $"there is no option “{option}”"), help);
    }

    internal static Failure UnknownCommand(string word, Command root)
    {
        var nearest = Names.Nearest(word, root.Subcommands.Select(c => c.Name));
        var help = nearest is null ? Commands(root) : DidYouMean(nearest);
        return Failure.OfUsage(new($"没有命令“{word}”", $"there is no command “{word}”"), help);
    }

    private static Failure NoCommand(Command root) => Failure.OfUsage(new("没有写命令", "no command is given"), Commands(root));

    private static Failure OfError(ParseError error, Command command, IReadOnlyList<string> unmatched) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0 } option => NoValue(option.IdentifierToken?.Value ?? option.Option.Name, option.Option),
        OptionResult { Option: { Arity.MaximumNumberOfValues: 0, Name: var name } } => Failure.OfUsage(
            new($"选项“{name}”不带值", $"option “{name}” takes no value"),
            new($"只写 {name}", $"write {name} alone")),
        OptionResult { Option.Name: var name } => Failure.OfUsage(
            new($"选项“{name}”写了多次", $"option “{name}” is given more than once"),
            new("只写一次", "give it once")),
        _ when unmatched is [var word, ..] => Failure.OfUsage(
            new($"{command.Name} 不带参数，多写了“{word}”", $"{command.Name} takes no words; “{word}” is one too many"), SeeHelp),
        _ => Failure.OfUsage(new($"{command.Name} 的写法不对：{error.Message}", $"{command.Name}: {error.Message}"), SeeHelp),
    };

    private static Failure NoValue(string written, Option option) => Failure.OfUsage(
        new($"选项“{written}”后面缺少值", $"option “{written}” needs a value"),
        new($"写成 {option.Name} {option.HelpName}", $"write {option.Name} {option.HelpName}"));

    private static readonly Text SeeHelp = new("用 --help 查看可用的选项", "--help lists the options");

    private static Text DidYouMean(string nearest) => new($"是不是“{nearest}”？", $"did you mean “{nearest}”?");

    private static Text Commands(Command root) => new(
        $"可用的命令：{string.Join('、', root.Subcommands.Select(c => c.Name))}；reportc --help 查看说明",
        $"commands: {string.Join(", ", root.Subcommands.Select(c => c.Name))}; reportc --help explains them");
}
