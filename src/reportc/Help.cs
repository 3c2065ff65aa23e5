using System.CommandLine;
using System.Text;
using ReportCompiler.CommandLine.Commands;
using ReportCompiler.CommandLine.Reporting;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.CommandLine;

/// <summary>The help, printed by us: the parser's own follows the system's culture and knows no examples.</summary>
internal sealed class Help(Language language)
{
    private readonly StringBuilder _text = new();

    /// <summary>The help of a command, or of the whole program.</summary>
    public static string Of(Command command, IReadOnlyList<Option> common, Language language)
    {
        var help = new Help(language);
        help.Write(command, common);
        return help._text.ToString();
    }

    private void Write(Command command, IReadOnlyList<Option> common)
    {
        _text.Append(command.Description).Append('\n');
        Head(new("用法", "Usage"));
        _text.Append("  ").Append(UsageOf(command)).Append('\n');
        if (command.Subcommands.Count > 0) Table(new("命令", "Commands"), command.Subcommands.Select(c => (c.Name, c.Description ?? "")));
        if (command.Arguments.Count > 0) Table(new("参数", "Arguments"), command.Arguments.Select(a => (Form(command, a), a.Description ?? "")));
        if (command is Verb) Table(new("选项", "Options"), command.Options.Select(Row));
        Table(new("通用选项", "Common options"), common.Select(Row));
        if (command is Verb { Examples: { Count: > 0 } examples }) Table(new("例子", "Examples"), examples.Select(e => (e.Line, Say(e.Meaning))));
        if (command is Verb) return;
        _text.Append('\n').Append(Say(new("reportc 命令 --help 查看一个命令的选项和例子。\n", "reportc COMMAND --help shows a command's options and examples.\n")));
    }

    private string UsageOf(Command command)
    {
        if (command is not Verb) return Say(new("reportc 命令 [选项]", "reportc COMMAND [OPTIONS]"));
        var arguments = string.Concat(command.Arguments.Select(a => $" {Form(command, a)}"));
        return $"reportc {command.Name}{arguments} {Say(new("[选项]", "[OPTIONS]"))}";
    }

    private static string Form(Command command, Argument argument) => (command as Verb)?.WordsForm ?? $"[{argument.Name}…]";

    private void Head(Text title) => _text.Append('\n').Append(Say(title)).Append(Say(new("：", ":"))).Append('\n');

    private void Table(Text title, IEnumerable<(string Left, string Right)> rows)
    {
        var all = rows.ToList();
        var width = all.Max(r => DisplayWidth.Of(r.Left));
        Head(title);
        foreach (var (left, right) in all)
            _text.Append("  ").Append(left).Append(' ', width - DisplayWidth.Of(left) + 2).Append(right).Append('\n');
    }

    private static (string Left, string Right) Row(Option option)
    {
        var shorts = option.Aliases.Where(a => !a.StartsWith("--", StringComparison.Ordinal)).ToList();
        var names = shorts.Count > 0 ? $"{string.Join(", ", shorts)}, {option.Name}" : $"    {option.Name}";
        return (option.HelpName is null ? names : $"{names} {option.HelpName}", option.Description ?? "");
    }

    private string Say(Text text) => text.In(language);
}
