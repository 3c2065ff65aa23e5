using System.CommandLine;
using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands;

/// <summary>The options every command has.</summary>
internal sealed class CommonOptions
{
    private readonly Language _language;

    public CommonOptions(Language language)
    {
        _language = language;
        Project = Named("--project", "-p", new("目录", "DIR"), new(
            "项目文件夹；本身不是项目时，处理其下一层的所有项目",
            "the project's folder; if it is none itself, every project directly below it"), WordKinds.Folders);
        Out = Named("--out", "-o", new("目录", "DIR"), new(
            "输出文件夹（默认：项目下的 out）", "the folder written into (default: out in the project)"), WordKinds.Files);
        Lang = Chosen("--lang", new("语言（默认随系统）", "language (default: the system's)"), Languages.Names);
        Color = Chosen("--color", new("颜色（默认 auto，遵守 NO_COLOR）", "colours (default auto; NO_COLOR is heeded)"), Colors);
        Quiet = Switch("--quiet", ["-q"], new("只输出发现的问题", "findings and nothing else"));
        Verbose = Switch("--verbose", ["-v"], new("输出全部细节", "every detail"));
        Help = Switch("--help", ["-h", "-?"], new("显示帮助", "show this help"));
        Version = Switch("--version", [], new("显示版本", "show the version"));
        All = [Project, Out, Lang, Color, Quiet, Verbose, Help, Version];
    }

    private static readonly string[] Colors = ["auto", "always", "never"];

    public ValueOption<string> Project { get; }

    public ValueOption<string> Out { get; }

    public ValueOption<string> Lang { get; }

    public ValueOption<string> Color { get; }

    public Option<bool> Quiet { get; }

    public Option<bool> Verbose { get; }

    public Option<bool> Help { get; }

    public Option<bool> Version { get; }

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> All { get; }

    /// <summary>Those that have a meaning with a command.</summary>
    public IEnumerable<Option> Of(Command command) => command is Verb { Out: OutKind.None } ? All.Where(o => o != Out) : All;

    /// <summary>The session the options ask for.</summary>
    public Session Session(ParseResult parse, Host host, Language language, CancellationToken cancellation)
    {
        Verb.Choice(parse.GetValue(Lang), Lang.Name, Lang.Choices);
        var color = Verb.Choice(parse.GetValue(Color), Color.Name, Color.Choices);
        var (quiet, verbose) = (parse.GetValue(Quiet), parse.GetValue(Verbose));
        if (quiet && verbose) throw Failure.OfUsage(new("-q 与 -v 只能写一样", "-q and -v exclude each other"));
        return new Session(host, language, cancellation)
        {
            Quiet = quiet,
            Verbose = verbose,
            Colours = color is "always" ? true : color is "never" ? false : null,
        };
    }

    private ValueOption<string> Named(string name, string alias, Text value, Text description, WordKinds kinds) =>
        new(name, [alias], description.In(_language), value.In(_language), kinds) { Recursive = true };

    private ValueOption<string> Chosen(string name, Text description, IReadOnlyList<string> choices) =>
        new(name, description.In(_language), choices) { Recursive = true };

    private Option<bool> Switch(string name, string[] aliases, Text description) =>
        new(name, aliases) { Description = description.In(_language), Recursive = true, Arity = ArgumentArity.Zero };
}
