using System.CommandLine;
using ReportCompiler.Diagnostics;
using Reportc.Shell;

namespace Reportc.Commands;

/// <summary>The options every command has.</summary>
internal sealed class CommonOptions
{
    public CommonOptions(Language language)
    {
        Project = Value("--project", ["-p"], new("目录", "DIR"), new("项目文件夹；本身不是项目时，处理其下一层的所有项目", "the project's folder; if it is none itself, every project directly below it"));
        Out = Value("--out", ["-o"], new("目录", "DIR"), new("输出文件夹（默认：项目下的 out）", "the folder written into (default: out in the project)"));
        Lang = Value("--lang", [], new("zh|en", "zh|en"), new("语言（默认随系统）", "language (default: the system's)"));
        Color = Value("--color", [], new("auto|always|never", "auto|always|never"), new("颜色（默认 auto，遵守 NO_COLOR）", "colours (default auto; NO_COLOR is heeded)"));
        Quiet = Switch("--quiet", ["-q"], new("只输出发现的问题", "findings and nothing else"));
        Verbose = Switch("--verbose", ["-v"], new("输出全部细节", "every detail"));
        Help = Switch("--help", ["-h", "-?"], new("显示帮助", "show this help"));
        Version = Switch("--version", [], new("显示版本", "show the version"));
        All = [Project, Out, Lang, Color, Quiet, Verbose, Help, Version];

        Option<string?> Value(string name, string[] aliases, Text value, Text description) =>
            new(name, aliases) { Description = description.In(language), HelpName = value.In(language), Recursive = true, Arity = ArgumentArity.ExactlyOne };

        Option<bool> Switch(string name, string[] aliases, Text description) =>
            new(name, aliases) { Description = description.In(language), Recursive = true, Arity = ArgumentArity.Zero };
    }

    public Option<string?> Project { get; }

    public Option<string?> Out { get; }

    public Option<string?> Lang { get; }

    public Option<string?> Color { get; }

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
        Verb.Choice(parse.GetValue(Lang), "--lang", Languages.Names);
        var color = Verb.Choice(parse.GetValue(Color), "--color", "auto", "always", "never");
        var (quiet, verbose) = (parse.GetValue(Quiet), parse.GetValue(Verbose));
        if (quiet && verbose) throw Failure.OfUsage(new("-q 与 -v 只能写一样", "-q and -v exclude each other"));
        return new Session(host, language, cancellation)
        {
            Quiet = quiet,
            Verbose = verbose,
            Colours = color is "always" ? true : color is "never" ? false : null,
        };
    }
}
