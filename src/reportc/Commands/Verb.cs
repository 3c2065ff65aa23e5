using System.CommandLine;
using ReportCompiler.Diagnostics;
using ReportCompiler.Syntax;
using Reportc.Files;
using Reportc.Shell;

namespace Reportc.Commands;

/// <summary>A command of reportc: its words, its examples, what it does. Made anew for each run, in the language of that run.</summary>
internal abstract class Verb(string name, string description) : Command(name, description)
{
    /// <summary>Command lines to copy, each with what it does.</summary>
    public abstract IReadOnlyList<(string Line, Text Meaning)> Examples { get; }

    /// <summary>The words that are neither options nor their values; null for a command that takes none.</summary>
    public virtual Argument<string[]>? Words => null;

    /// <summary>How the help writes these words, where it is not <c>[WORD…]</c>.</summary>
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

    /// <summary>Why <c>-o</c> has no meaning here, and what to do.</summary>
    public virtual Text HelpWithoutOut => new($"{Name} 没有输出文件，去掉 -o", $"{Name} writes no such output; leave -o out");

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
        var nearest = Names.Nearest(value, known);
        throw Failure.OfUsage(new($"{option} 不能是“{value}”", $"{option} cannot be “{value}”"),
            nearest is not null ? new($"是不是“{nearest}”？可以写：{string.Join('、', known)}", $"did you mean “{nearest}”? Known: {string.Join(", ", known)}")
                : new($"可以写：{string.Join('、', known)}", $"known: {string.Join(", ", known)}"));
    }

    /// <summary>The file, or the folder for it, that <c>-o</c> names for a command with one output; null for standard output.</summary>
    protected static string? FileOf(CommonOptions common, ParseResult parse) => parse.GetValue(common.Out) switch
    {
        "-" => null,
        var target => target,
    };

    /// <summary>Runs a command whose standard output is its result, into the file that <c>-o</c> names.</summary>
    protected static int Into(Session session, CommonOptions common, ParseResult parse, string name, Func<Session, int> run)
    {
        if (FileOf(common, parse) is not { } target) return run(session);
        using var text = new StringWriter();
        var status = run(session with { Host = session.Host with { Out = text, OutIsTerminal = false } });
        Write(session, target, name, System.Text.Encoding.UTF8.GetBytes(text.ToString()));
        return status;
    }

    /// <summary>Writes one file: the one that is named, or one of the usual name where a folder is.</summary>
    protected static void Write(Session session, string target, string name, byte[] bytes)
    {
        var path = session.Full(target);
        if (Disk.HasFolder(path) || target.EndsWith('/') || target.EndsWith('\\')) path = Path.Join(path, name);
        if (DiskWriter.IsDevice(path))
        {
            DiskWriter.Send(path, bytes);
            return;
        }
        if (!Disk.Holds(path, bytes)) DiskWriter.Replace(Path.GetDirectoryName(path)!, [(Path.GetFileName(path), bytes)]);
        session.Host.Out.Write(session.Shown(path) + "\n");
    }
}
