using System.CommandLine;
using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Help;

/// <summary><c>help</c>: what <c>--help</c> shows, for those who ask with a word.</summary>
internal sealed class HelpCommand : Verb
{
    private readonly Argument<string[]> _words;

    public HelpCommand(Language language) : base("help", new("显示帮助，或一个命令的帮助", "show this help, or a command's"), language)
    {
        _words = AddWords("COMMAND", "命令（不写则显示总的帮助）", "the command (default: help on all)");
    }

    public override Argument<string[]> Words => _words;

    public override string WordsForm => Say("[命令]", "[COMMAND]");

    public override WordKinds KindsAt(int place) => place == 0 ? WordKinds.Commands : WordKinds.None;

    public override IReadOnlyList<(string Line, Text Meaning)> Examples =>
    [
        ("reportc help", new("列出全部命令", "all commands")),
        ("reportc help build", new("一个命令的选项和例子", "a command's options and examples")),
    ];

    public override int Run(Session session, CommonOptions common, ParseResult parse)
    {
        var root = parse.RootCommandResult.Command;
        var words = parse.GetValue(_words) ?? [];
        if (words.Length > 1)
            throw Failure.OfUsage(new($"一次只能查一个命令，多写了“{words[1]}”", $"one command is wanted; “{words[1]}” is one too many"));
        var command = words is [var name]
            ? root.Subcommands.FirstOrDefault(c => c.Name == name) ?? throw Usage.UnknownCommand(name, root) : root;
        session.Host.Out.Write(HelpText.Of(command, common.Of(command), session.Language));
        return ExitStatus.Fine;
    }
}
