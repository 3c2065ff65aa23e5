using System.Text;

namespace Reportc.Shell;

/// <summary>What a run knows of its surroundings. Tests make their own, so that a run needs no process.</summary>
internal sealed record Host
{
    /// <summary>Standard output.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Standard input.</summary>
    public required Stream In { get; init; }

    /// <summary>The working folder: relative paths start there.</summary>
    public required string Folder { get; init; }

    /// <summary>Environment variables.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>The date of the run. Nothing but <c>status</c> and <c>init</c> looks at it.</summary>
    public Func<DateOnly> Today { get; init; } = static () => default;

    /// <summary>The time of day, for who watches a run; it is in no result.</summary>
    public Func<DateTime> Now { get; init; } = static () => default;

    /// <summary>
    /// Waits until something may have happened on disk, or a time has passed, and says whether something did; null to watch the
    /// disk itself.
    /// </summary>
    public Func<TimeSpan, CancellationToken, bool>? Pause { get; init; }

    /// <summary>How long a run waits for another that writes into the same folder.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Hears of every change to an output folder before it is made; a test ends the run there, as a kill would.</summary>
    public Action<string> BeforeChange { get; init; } = static _ => { };

    /// <summary>The user's locale as Windows knows it, such as <c>zh-CN</c>; null elsewhere.</summary>
    public string? UserLocale { get; init; }

    /// <summary>What the program runs on. Nothing but <c>doctor</c> looks at it.</summary>
    public Func<Machine> Machine { get; init; } = static () => Reportc.Shell.Machine.OfProcess();

    /// <summary>Gets memory ready for the run of a project; a process has that of its own to itself, a test has not.</summary>
    public Action ReadyMemory { get; init; } = static () => { };

    /// <summary>Whether standard output is a terminal that understands colours.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether standard error is a terminal that understands colours.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The width of the terminal in columns; 0 if there is none.</summary>
    public int Width { get; init; }

    /// <summary>The columns and rows of the terminal as it is now; 0 if there is none.</summary>
    public Func<(int Width, int Height)> Size { get; init; } = static () => default;

    /// <summary>The surroundings of this process.</summary>
    public static Host OfProcess()
    {
        var closed = ClosedStreams.Take();
        var outIsTerminal = !Console.IsOutputRedirected;
        var errorIsTerminal = !Console.IsErrorRedirected;
        var understandsColours = !OperatingSystem.IsWindows() || ((outIsTerminal || errorIsTerminal) && WindowsConsole.Prepare());
        return new Host
        {
            Out = Utf8(closed[1] ? new ClosedStream() : Opened(Console.OpenStandardOutput)),
            Error = Utf8(closed[2] ? new ClosedStream() : Opened(Console.OpenStandardError)),
            In = closed[0] ? new ClosedStream() : Opened(Console.OpenStandardInput),
            Folder = Environment.CurrentDirectory,
            Variable = Environment.GetEnvironmentVariable,
            // The legal dates are those of the place where the command runs; where that is takes a file to find out.
            Today = static () => DateOnly.FromDateTime(DateTime.Now),
            Now = static () => DateTime.Now,
            UserLocale = OperatingSystem.IsWindows() ? WindowsConsole.UserLocale() : null,
            ReadyMemory = Memory.Ready,
            OutIsTerminal = outIsTerminal && understandsColours,
            ErrorIsTerminal = errorIsTerminal && understandsColours,
            Width = outIsTerminal || errorIsTerminal ? SizeOfTerminal().Width : 0,
            Size = SizeOfTerminal,
        };
    }

    // A shell may close a stream before the program begins (>&-).
    private static Stream Opened(Func<Stream> open)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or ObjectDisposedException)
        {
            return new ClosedStream();
        }
    }

    // Console.Out would follow the console's code page; what is written here is UTF-8 everywhere, also into a file.
    private static StreamWriter Utf8(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 16 * 1024) { NewLine = "\n" };

    private static (int Width, int Height) SizeOfTerminal()
    {
        try
        {
            return (Console.WindowWidth, Console.WindowHeight);
        }
        catch (IOException)
        {
            return default;
        }
    }
}
