using System.CommandLine;
using ReportCompiler.CommandLine.Commands;
using ReportCompiler.CommandLine.Folders;
using ReportCompiler.CommandLine.Reporting;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.CommandLine;

#pragma warning disable MA0049 // The namespace is the program's; this is its one door, and so has its name.
/// <summary>The command line from its words to the exit status.</summary>
internal static class CommandLine
#pragma warning restore MA0049
{
    // A path may begin with @ like any other: no file is read for it.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs the command line. Nothing escapes but the exit status.</summary>
    public static int Run(string[] args, Host host, CancellationToken cancellation)
    {
        try
        {
            return Run(args, host, Languages.Of(args, host), cancellation);
        }
        finally
        {
            host.Out.Flush();
            host.Error.Flush();
        }
    }

    private static int Run(string[] args, Host host, Language language, CancellationToken cancellation)
    {
        var common = new CommonOptions(language);
        var root = new Command("reportc", new Text("政府信息公开工作年度报告编制工具", "compiles the annual report on government information disclosure").In(language))
        {
            new BuildCommand(language),
            new CheckCommand(language),
            new ExplainCommand(language),
            new TraceCommand(language),
            new DiffCommand(language),
            new StatusCommand(language),
            new ExportCommand(language),
        };
        foreach (var option in common.All) root.Add(option);
        var parse = root.Parse(args, Parsing);
        var command = parse.CommandResult.Command;
        if (parse.GetValue(common.Help)) host.Out.Write(Help.Of(command, common.All, language));
        else if (parse.GetValue(common.Version)) host.Out.Write($"reportc {typeof(CommandLine).Assembly.GetName().Version?.ToString(3)}\n");
        else return Run(common, parse, new Session(host, language, cancellation));
        return ExitStatus.Fine;
    }

    private static int Run(CommonOptions common, ParseResult parse, Session session)
    {
        var verb = parse.CommandResult.Command as Verb;
        try
        {
            if (Usage.Fault(parse, common.All) is { } fault) throw fault;
            session = common.Session(parse, session.Host, session.Language, session.Cancellation);
            return verb!.Run(session, common, parse);
        }
        catch (OperationCanceledException)
        {
            session.Note(new("已中断", "interrupted"));
            return ExitStatus.Interrupted;
        }
        catch (Failure failure)
        {
            return verb?.Tells(session, parse, failure) == true ? failure.Status : Report(session, failure, verb?.WantsJson(parse) ?? false);
        }
        catch (Exception e)
        {
            var failure = Failure.OfProgram(e);
            return verb?.Tells(session, parse, failure) == true ? failure.Status : Report(session, failure, verb?.WantsJson(parse) ?? false);
        }
    }

    private static int Report(Session session, Failure failure, bool json)
    {
        if (json)
        {
            var counts = new Counts();
            counts.Add(failure.Diagnostic);
            JsonFindings.Write(session.Host.Out, session.Language, [failure.Diagnostic], [], counts);
        }
        else session.Report(failure);
        return failure.Status;
    }
}
