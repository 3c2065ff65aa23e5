using System.CommandLine;
using System.Globalization;
using Reportc.Files;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Syntax;

namespace Reportc.Commands;

/// <summary>A command of reportc: its words, its examples, what it does. Made anew for each run, in the language of that run.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it does, in a line.</param>
/// <param name="language">The language of the run.</param>
internal abstract class Verb(string name, Text description, Language language) : Command(name, description.In(language))
{
    /// <summary>Command lines to copy, each with what it does.</summary>
    public abstract IReadOnlyList<(string Line, Text Meaning)> Examples { get; }

    /// <summary>The words that are neither options nor their values; null for a command that takes none.</summary>
    public virtual Argument<string[]>? Words => null;

    /// <summary>How the help writes these words, if it is not <c>[WORD…]</c>.</summary>
    public virtual string? WordsForm => null;

    /// <summary>What the free word at a place (from 0) may be, for those who press the tabulator key.</summary>
    public virtual WordKinds KindsAt(int place) => WordKinds.None;

    /// <summary>Whether the parse asks for JSON: then a failure, also one of usage, is told on standard output as JSON.</summary>
    public virtual bool WantsJson(ParseResult parse) => false;

    /// <summary>Tells a failure in a format of the command's own that the parse asks for; whether it did.</summary>
    public virtual bool Tells(Session session, ParseResult parse, Failure failure) => false;

    /// <summary>What <c>-o</c> may name.</summary>
    public virtual OutKind Out => OutKind.None;

    /// <summary>What <c>-o</c> names in this run, where it depends on other options.</summary>
    public virtual OutKind OutOf(ParseResult parse) => Out;

    /// <summary>What <c>-o</c> means if it names a file or a folder, as the other options have it.</summary>
    public virtual Text OutMeaning => new(
        "写入的文件，或放它的文件夹（默认：标准输出）",
        "the file written, or the folder for it (default: standard output)");

    /// <summary>Why <c>-o</c> has no meaning here, and what to do.</summary>
    public virtual Text HelpWithoutOut => new($"{Name} 没有输出文件，去掉 -o", $"{Name} writes no such output; leave -o out");

    /// <summary>Runs it; the exit status.</summary>
    public abstract int Run(Session session, CommonOptions common, ParseResult parse);

    /// <summary>The language of the run.</summary>
    protected Language Language => language;

    /// <summary>A text in that language.</summary>
    protected string Say(string chinese, string english) => new Text(chinese, english).In(language);

    /// <summary>Adds a switch: it takes no value, not even <c>true</c>.</summary>
    protected Option<bool> AddSwitch(string name, string chinese, string english) =>
        Added(new Option<bool>(name) { Description = Say(chinese, english), Arity = ArgumentArity.Zero });

    /// <summary>Adds an option whose value is one of some words.</summary>
    protected ValueOption<string> AddChoice(string name, string chinese, string english, params IReadOnlyList<string> choices) =>
        Added(new ValueOption<string>(name, Say(chinese, english), choices));

    /// <summary>Adds an option whose value names something.</summary>
    protected ValueOption<string> AddValue(string name, string chinese, string english, Text value, WordKinds kinds = WordKinds.None) =>
        Added(new ValueOption<string>(name, [], Say(chinese, english), value.In(language), kinds));

    /// <summary>Adds the words behind the command that are years, files or the like.</summary>
    protected Argument<string[]> AddWords(string name, string chinese, string english)
    {
        var words = new Argument<string[]>(name) { Description = Say(chinese, english), Arity = ArgumentArity.ZeroOrMore };
        Add(words);
        return words;
    }

    private TOption Added<TOption>(TOption option) where TOption : Option
    {
        Add(option);
        return option;
    }

    /// <summary>The format that an option names; null if it is not given. An unknown one is refused.</summary>
    protected static TFormat? ChoiceOf<TFormat>(ParseResult parse, ValueOption<string> option, IEnumerable<TFormat> formats)
        where TFormat : OutputFormat =>
        Choice(parse.GetValue(option), option.Name, option.Choices) is { } name ? formats.First(f => f.Name == name) : null;

    /// <summary>The same of a parse that may be wrong: null then too.</summary>
    protected static TFormat? WantedOf<TFormat>(ParseResult parse, ValueOption<string> option, IEnumerable<TFormat> formats)
        where TFormat : OutputFormat =>
        parse.GetResult(option) is { Tokens: [{ Value: var name }] } ? formats.FirstOrDefault(f => f.Name == name) : null;

    /// <summary>The values of an option that may be written <c>a,b</c> or several times, each one of those there are.</summary>
    protected static IEnumerable<string> Choices(string[]? values, string option, IReadOnlyList<string> known)
    {
        foreach (var value in values ?? [])
            foreach (var choice in value.Split(','))
                yield return Choice(choice, option, known)!;
    }

    /// <summary>The value of an option, one of those there are; null if it is not given.</summary>
    internal static string? Choice(string? value, string option, params IReadOnlyList<string> known)
    {
        if (value is null || known.Contains(value, StringComparer.Ordinal)) return value;
        var all = new Text($"可以写：{string.Join('、', known)}", $"known: {string.Join(", ", known)}");
        throw Failure.OfUsage(new($"{option} 不能是“{value}”", $"{option} cannot be “{value}”"), Names.Nearest(value, known) is { } nearest
            ? new($"是不是“{nearest}”？{all.Chinese}", $"did you mean “{nearest}”? K{all.English[1..]}") : all);
    }

    /// <summary>The value of an option that is a date.</summary>
    protected static DateOnly Date(string text, string option) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw Failure.OfUsage(new($"{option} 后面不是日期：“{text}”", $"{option} needs a date, not “{text}”"),
            new("写成 2022-02-01 这样", "write it like 2022-02-01"));

    /// <summary>The file, or the folder for it, that <c>-o</c> names for a command with one output; null for standard output.</summary>
    protected static string? FileOf(CommonOptions common, ParseResult parse) => parse.GetValue(common.Out) switch
    {
        "-" => null,
        var target => target,
    };

    private static Failure WouldBeLost(string path, string name) => Failure.OfUsage(
        new($"不写入 {path}：它是项目自己的文件，写了就没有了", $"{path} was not written: it is a file of the project and would be lost"),
        new($"在 -o 后面写别的文件，例如 -o {name}", $"name another file after -o, such as -o {name}"));

    /// <summary>Writes one file: the one that is named, or one of the usual name where a folder is.</summary>
    protected static void Write(Session session, string target, string name, Action<Stream> write)
    {
        var path = session.Full(target);
        if (Disk.HasFolder(path) || target.EndsWith('/') || target.EndsWith('\\')) path = Path.Join(path, name);
        if (DiskWriter.IsDevice(path))
        {
            DiskWriter.Send(path, write);
            return;
        }
        if (ProjectFolder.HoldsInput(path)) throw WouldBeLost(session.Shown(path), name);
        DiskWriter.Replace(path, write);
        if (!session.Quiet) session.Host.Out.Write(session.Shown(path) + "\n");
    }
}
