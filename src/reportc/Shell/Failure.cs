using ReportCompiler.Diagnostics;

namespace Reportc.Shell;

/// <summary>Stops a command, or one year or one project of it, with an exit status; reported like any finding.</summary>
internal sealed class Failure(int status, Diagnostic diagnostic, Exception? cause = null) : Exception(diagnostic.Message.English, cause)
{
    /// <summary>The exit status.</summary>
    public int Status { get; } = status;

    /// <summary>What the user is told.</summary>
    public Diagnostic Diagnostic { get; } = diagnostic;

    /// <summary>The same with the year it concerns.</summary>
    public Failure Of(int year) => new(Status, Diagnostic with { Year = year }, InnerException);

    /// <summary>The same with the project it stopped, where several are worked on.</summary>
    public Failure In(string project) => new(Status, Diagnostic with
    {
        Message = new($"{project}：{Diagnostic.Message.Chinese}", $"{project}: {Diagnostic.Message.English}"),
    }, InnerException);

    /// <summary>Wrong usage, no such project or year.</summary>
    public static Failure OfUsage(Text message, Text? help = null) =>
        new(ExitStatus.Usage, new Diagnostic(Catalogue.Usage, message, help));

    /// <summary>A file that cannot be read or written.</summary>
    public static Failure OfFile(Text message, Text? help, Exception? cause) =>
        new(ExitStatus.Failure, new Diagnostic(Catalogue.Files, message, help), cause);

    /// <summary>A fault of the program itself.</summary>
    public static Failure OfProgram(Exception cause) => new(ExitStatus.Failure, new Diagnostic(Catalogue.Internal,
        new($"程序内部错误：{cause.Message}", $"internal error: {cause.Message}"),
        new("请连同 -v 的输出一并报告；数据文件没有被改动", "please report it with the output of -v; no data file was changed")), cause);
}
