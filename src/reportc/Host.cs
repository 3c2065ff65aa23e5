using System.Text;

namespace ReportCompiler.CommandLine;

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

    /// <summary>The date of the run. Nothing but <c>status</c> looks at it.</summary>
    public DateOnly Today { get; init; }

    /// <summary>The user's locale as Windows knows it, such as <c>zh-CN</c>; null elsewhere.</summary>
    public string? UserLocale { get; init; }

    /// <summary>Whether standard output is a terminal that understands colours.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether standard error is a terminal that understands colours.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The width of the terminal in columns; 0 where there is none.</summary>
    public int Width { get; init; }

    /// <summary>The surroundings of this process.</summary>
    public static Host OfProcess()
    {
        var outIsTerminal = !Console.IsOutputRedirected;
        var errorIsTerminal = !Console.IsErrorRedirected;
        var understandsColours = !OperatingSystem.IsWindows() || ((outIsTerminal || errorIsTerminal) && WindowsConsole.Prepare());
        return new Host
        {
            Out = Utf8(Console.OpenStandardOutput()),
            Error = Utf8(Console.OpenStandardError()),
            In = Console.OpenStandardInput(),
            Folder = Environment.CurrentDirectory,
            Variable = Environment.GetEnvironmentVariable,
            // The legal dates are those of the place where the command runs.
            Today = DateOnly.FromDateTime(DateTime.Now),
            UserLocale = OperatingSystem.IsWindows() ? WindowsConsole.UserLocale() : null,
            OutIsTerminal = outIsTerminal && understandsColours,
            ErrorIsTerminal = errorIsTerminal && understandsColours,
            Width = outIsTerminal || errorIsTerminal ? WidthOfTerminal() : 0,
        };
    }

    // Console.Out would follow the console's code page; what is written here is UTF-8 everywhere, also into a file.
    private static StreamWriter Utf8(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 16 * 1024) { NewLine = "\n" };

    private static int WidthOfTerminal()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
