using System.CommandLine;
using System.Text;
using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands;

/// <summary>The help, printed by us: the parser's own follows the system's culture and knows no examples.</summary>
internal sealed class HelpText(Language language)
{
    // The same everywhere, also in a wide terminal: longer lines are hard to read.
    private const int Width = 80;
    private const int NarrowestDescription = 34;
    private const string Indent = "  ";
    private const int Gap = 2;

    private readonly StringBuilder _text = new();

    /// <summary>The help of a command, or of the whole program.</summary>
    public static string Of(Command command, IEnumerable<Option> common, Language language)
    {
        var help = new HelpText(language);
        help.Write(command, common);
        return help._text.ToString();
    }

    private void Write(Command command, IEnumerable<Option> common)
    {
        _text.AppendJoin('\n', Wrapped.Lines(command.Description ?? "", Width)).Append('\n');
        Head(new("用法", "Usage"));
        _text.Append("  ").Append(UsageOf(command)).Append('\n');
        if (command.Subcommands.Count > 0) Table(new("命令", "Commands"), command.Subcommands.Select(c => (c.Name, c.Description ?? "")));
        if (command.Arguments.Count > 0)
            Table(new("参数", "Arguments"), command.Arguments.Select(a => (Form(command, a), a.Description ?? "")));
        if (command is Verb && command.Options.Count > 0) Table(new("选项", "Options"), command.Options.Select(Row));
        Table(new("通用选项", "Common options"), common.Select(o => o.Name == "--out" && command is Verb verb ? OutRow(o, verb) : Row(o)));
        if (command is Verb { Examples: { Count: > 0 } examples })
            Table(new("例子", "Examples"), examples.Select(e => (e.Line, Say(e.Meaning))));
        if (command is Verb) return;
        _text.Append('\n').Append(
            Say(new("reportc 命令 --help 查看一个命令的选项和例子。\n",
            "reportc COMMAND --help shows a command's options and examples.\n")));
    }

    private string UsageOf(Command command)
    {
        if (command is not Verb) return Say(new("reportc 命令 [选项]", "reportc COMMAND [OPTIONS]"));
        var arguments = string.Concat(command.Arguments.Select(a => $" {Form(command, a)}"));
        return $"reportc {command.Name}{arguments} {Say(new("[选项]", "[OPTIONS]"))}";
    }

    private static string Form(Command command, Argument argument) => (command as Verb)?.WordsForm ?? $"[{argument.Name}…]";

    private void Head(Text title) => _text.Append('\n').Append(Say(title)).Append(Say(new("：", ":"))).Append('\n');

    /// <summary>Names and what they mean side by side; what is too long for its column goes on below it.</summary>
    private void Table(Text title, IEnumerable<(string Left, string Right)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0) return;
        var room = Width - Indent.Length - Gap - NarrowestDescription;
        var column = all.Select(r => DisplayWidth.Of(r.Left)).Where(w => w <= room).DefaultIfEmpty(room).Max();
        Head(title);
        foreach (var (left, right) in all)
        {
            var below = "\n" + new string(' ', Indent.Length + column + Gap);
            var used = DisplayWidth.Of(left);
            _text.Append(Indent).Append(left);
            if (used <= column) _text.Append(' ', column - used + Gap);
            else _text.Append(below);
            _text.AppendJoin(below, Wrapped.Lines(right, Width - Indent.Length - column - Gap)).Append('\n');
        }
    }

    private static (string Left, string Right) Row(Option option)
    {
        var shorts = option.Aliases.Where(a => !a.StartsWith("--", StringComparison.Ordinal)).ToList();
        var names = shorts.Count > 0 ? $"{string.Join(", ", shorts)}, {option.Name}" : $"    {option.Name}";
        return (option.HelpName is null ? names : $"{names} {option.HelpName}", option.Description ?? "");
    }

    /// <summary><c>-o</c> as this command means it.</summary>
    private (string Left, string Right) OutRow(Option option, Verb verb) => verb.Out switch
    {
        OutKind.File => ($"-o, {option.Name} {Say(new("文件", "FILE"))}", Say(verb.OutMeaning)),
        OutKind.File | OutKind.Folder => ($"-o, {option.Name} {Say(new("目录或文件", "PATH"))}", Say(verb.OutMeaning)),
        _ => Row(option),
    };

    private string Say(Text text) => text.In(language);
}
