using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Reportc.Commands;
using Reportc.Commands.Bind;
using Reportc.Commands.Build;
using Reportc.Commands.Check;
using Reportc.Commands.Completions;
using Reportc.Commands.Diff;
using Reportc.Commands.Doctor;
using Reportc.Commands.Eject;
using Reportc.Commands.Explain;
using Reportc.Commands.Export;
using Reportc.Commands.Help;
using Reportc.Commands.Import;
using Reportc.Commands.Init;
using Reportc.Commands.New;
using Reportc.Commands.Schema;
using Reportc.Commands.Status;
using Reportc.Commands.Trace;
using Reportc.Files;
using Reportc.Messages;
using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc;

/// <summary>The command line from its words to the exit status.</summary>
internal static class CommandLine
{
    // A path may begin with @ like any other: no file is read for it.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs the command line. Nothing escapes but the exit status.</summary>
    public static int Run(string[] args, Host host, CancellationToken cancellation)
    {
        var (output, error) = (new StandardOutput(host.Out), new StandardOutput(host.Error));
        host = host with { Out = output, Error = error };
        var language = Languages.Of(args, host);
        var status = args is ["complete", .. var typed] ? Complete(typed, host) : Run(args, host, language, cancellation);
        if (args is not ["complete", ..] && Languages.IsUnsaid(args, host)) TellOfEnglish(args, new Session(host, language, cancellation));
        output.Flush();
        error.Flush();
        if (output.Fault is null && error.Fault is null) return status;
        TellLost(args, new Session(host, language, cancellation), output.Fault, error.Fault);
        return Math.Max(status, ExitStatus.Failure);
    }

    /// <summary>
    /// Where no language is set, as in a container, whoever reads no Chinese would be lost. Said to somebody at a terminal alone.
    /// </summary>
    private static void TellOfEnglish(string[] args, Session session)
    {
        if (session.ShowsProgress && !args.Contains("-q") && !args.Contains("--quiet"))
            session.Host.Error.Write("English: --lang en, or LANG=en_US.UTF-8; 只用中文：--lang zh，或 LANG=zh_CN.UTF-8\n");
    }

    /// <summary>Says on the one stream what the other has lost; standard output is spared if it is for programs.</summary>
    private static void TellLost(string[] args, Session session, Exception? output, Exception? error)
    {
        if (output is not null) session.Report(DiskFailure.CannotWrite(new Text("标准输出", "standard output"), output));
        else if (error is not null && IsForPeople())
            session.FindingsOnOut().Write([DiskFailure.CannotWrite(new Text("标准错误", "standard error"), error).Diagnostic], []);
        session.Flush();

        bool IsForPeople()
        {
            var parse = Root(session.Language, new CommonOptions(session.Language)).Parse(args, Parsing);
            return parse.CommandResult.Command is BuildCommand or NewCommand or InitCommand or EjectCommand;
        }
    }

    private static int Run(string[] args, Host host, Language language, CancellationToken cancellation)
    {
        var common = new CommonOptions(language);
        var root = Root(language, common, args);
        var parse = root.Parse(args, Parsing);
        var command = parse.CommandResult.Command;
        if (parse.GetValue(common.Help)) host.Out.Write(HelpText.Of(command, common.Of(command), language));
        else if (parse.GetValue(common.Version)) host.Out.Write(Machine.ProgramLine + "\n");
        else if (args.Length == 0)
        {
            // Nothing was asked for: whoever calls it for the first time wants to know what there is; a script has made a mistake.
            host.Error.Write(HelpText.Of(root, common.All, language));
            return ExitStatus.Usage;
        }
        else return Run(common, parse, new Session(host, language, cancellation));
        return ExitStatus.Fine;
    }

    private static readonly ImmutableArray<(string Name, Func<Language, Verb> Make)> Verbs =
    [
        ("init", static l => new InitCommand(l)),
        ("new", static l => new NewCommand(l)),
        ("build", static l => new BuildCommand(l)),
        ("check", static l => new CheckCommand(l)),
        ("bind", static l => new BindCommand(l)),
        ("explain", static l => new ExplainCommand(l)),
        ("trace", static l => new TraceCommand(l)),
        ("diff", static l => new DiffCommand(l)),
        ("status", static l => new StatusCommand(l)),
        ("export", static l => new ExportCommand(l)),
        ("import", static l => new ImportCommand(l)),
        ("schema", static l => new SchemaCommand(l)),
        ("eject", static l => new EjectCommand(l)),
        ("doctor", static l => new DoctorCommand(l)),
        ("completions", static l => new CompletionsCommand(l)),
        ("help", static l => new HelpCommand(l)),
    ];

    /// <summary>All commands.</summary>
    internal static Command Root(Language language, CommonOptions common) => Root(language, common, Verbs.AsSpan());

    /// <summary>
    /// What of the commands a command line can mean: where its first word is one, no other is looked for; help is on all of them.
    /// </summary>
    private static Command Root(Language language, CommonOptions common, string[] args)
    {
        for (var i = 0; i < Verbs.Length; i++)
            if (args is [var first, ..] && first == Verbs[i].Name && first != "help") return Root(language, common, Verbs.AsSpan(i, 1));
        return Root(language, common);
    }

    private static Command Root(Language language, CommonOptions common, ReadOnlySpan<(string Name, Func<Language, Verb> Make)> verbs)
    {
        var purpose = new Text("政府信息公开工作年度报告编制工具", "compiles the annual report on government information disclosure");
        var root = new Command("reportc", purpose.In(language));
        foreach (var (_, make) in verbs) root.Add(make(language));
        foreach (var option in common.All) root.Add(option);
        return root;
    }

    /// <summary>
    /// Answers the completion scripts: <c>complete INDEX WORDS…</c>. It is no command, for its words may be options, wrong ones
    /// too, and whatever is wrong the user is in the middle of typing: nothing is proposed then, and nothing said.
    /// </summary>
    private static int Complete(string[] typed, Host host)
    {
        try
        {
            var language = Languages.Of(typed, host);
            var common = new CommonOptions(language);
            var completer = new Completer(Root(language, common), common.Project, host, language);
            host.Out.Write(completer.At(typed[Math.Min(1, typed.Length)..], Index(typed)).ToString());
        }
        catch (Exception)
        {
            host.Out.Write(Proposals.None.ToString());
        }
        return ExitStatus.Fine;
    }

    private static int Index(string[] typed) =>
        typed is [var place, ..] && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : typed.Length;

    private static int Run(CommonOptions common, ParseResult parse, Session session)
    {
        var verb = parse.CommandResult.Command as Verb;
        try
        {
            if (Usage.Fault(parse, common.All) is { } fault) throw fault;
            session = common.Session(parse, session.Host, session.Language, session.Cancellation);
            if (parse.GetResult(common.Out) is not null && verb!.OutOf(parse) == OutKind.None)
                throw Failure.OfUsage(new("这里不能写 -o", "-o has no meaning here"), verb.HelpWithoutOut);
            return verb!.Run(session, common, parse);
        }
        catch (OperationCanceledException)
        {
            session.Note(new("已中断", "interrupted"));
            return ExitStatus.Interrupted;
        }
        catch (Failure failure)
        {
            return Report(session, parse, verb, failure);
        }
        catch (Exception e)
        {
            return Report(session, parse, verb, Failure.OfProgram(e));
        }
    }

    private static int Report(Session session, ParseResult parse, Verb? verb, Failure failure)
    {
        if (verb?.Tells(session, parse, failure) == true) return failure.Status;
        if (verb?.WantsJson(parse) == true)
        {
            var counts = new Counts();
            counts.Add(failure.Diagnostic);
            JsonFindings.Write(session.Host.Out, session.Language, [failure.Diagnostic], [], counts);
        }
        else session.Report(failure);
        return failure.Status;
    }
}
