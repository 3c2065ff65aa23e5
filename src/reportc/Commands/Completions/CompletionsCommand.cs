using System.CommandLine;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Syntax;

namespace Reportc.Commands.Completions;

/// <summary><c>completions</c>: the script that makes a shell complete what is typed.</summary>
internal sealed class CompletionsCommand : Verb
{
    private readonly Argument<string[]> _words;

    public CompletionsCommand(Language language) : base("completions", About, language)
    {
        var shells = string.Join(" | ", Completer.Shells);
        _words = AddWords("SHELL", shells, shells);
    }

    private static Text About => new("输出命令行补全脚本：按 Tab 键补全命令、年度、单位、单元格",
        "print the script that completes commands, years, units and cells on the tab key");

    public override Argument<string[]> Words => _words;

    public override string WordsForm => "SHELL";

    public override WordKinds KindsAt(int place) => place == 0 ? WordKinds.Shells : WordKinds.None;

    public override IReadOnlyList<(string Line, Text Meaning)> Examples =>
    [
        ("reportc completions powershell | Out-String | Invoke-Expression",
            new("PowerShell：写入 $PROFILE 所指的文件", "PowerShell: in the file that $PROFILE names")),
        ("source <(reportc completions bash)", new("bash：写入 ~/.bashrc", "bash: in ~/.bashrc")),
        ("source <(reportc completions zsh)", new("zsh：写入 ~/.zshrc，放在 compinit 之后", "zsh: in ~/.zshrc, behind compinit")),
        ("reportc completions fish | source", new("fish：写入 ~/.config/fish/config.fish", "fish: in ~/.config/fish/config.fish")),
    ];

    public override int Run(Session session, CommonOptions common, ParseResult parse)
    {
        var all = string.Join(" | ", Completer.Shells);
        if (parse.GetValue(_words) is not [var shell])
            throw Failure.OfUsage(
                new("要写一个命令行环境的名称", "the name of one shell is wanted"),
                new($"可以写：{all}", $"known: {all}"));
        if (Array.IndexOf(Completer.Shells, shell) < 0)
        {
            var help = Near(shell) is { } nearest
                ? new Text($"是不是“{nearest}”？可以写：{all}", $"did you mean “{nearest}”? Known: {all}")
                : new($"可以写：{all}", $"known: {all}");
            throw Failure.OfUsage(new($"没有“{shell}”的补全脚本", $"there is no completion script for “{shell}”"), help);
        }
        session.Host.Out.Write(Scripts.Of(shell));
        return ExitStatus.Fine;
    }

    private static string? Near(string shell) => shell is "pwsh" or "ps1" ? "powershell" : Names.Nearest(shell, Completer.Shells);
}
