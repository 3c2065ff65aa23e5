using ReportCompiler.Diagnostics;

namespace Reportc.Shell;

/// <summary>One run: where it writes, in which language, how much.</summary>
internal sealed record Session(Host Host, Language Language, CancellationToken Cancellation)
{
    /// <summary><c>-q</c>: findings and nothing else.</summary>
    public bool Quiet { get; init; }

    /// <summary><c>-v</c>: everything.</summary>
    public bool Verbose { get; init; }

    /// <summary><c>--color</c>: always, never, or null for auto.</summary>
    public bool? Colours { get; init; }

    /// <summary>The columns of the terminal that standard output is; 0 if it is none.</summary>
    public int OutWidth => Host.OutIsTerminal ? Host.Width : 0;

    /// <summary>The same of standard error.</summary>
    public int ErrorWidth => Host.ErrorIsTerminal ? Host.Width : 0;

    /// <summary>Whether what is told goes into a text that is shown later.</summary>
    public bool IsCaptured { get; init; }

    /// <summary>Whether somebody watches who wants to know how far it is.</summary>
    public bool ShowsProgress =>
        Host.ErrorIsTerminal && !Quiet && !IsCaptured && string.IsNullOrEmpty(Host.Variable("CI")) && Host.Variable("TERM") != "dumb";

    /// <summary>The same run with all that is told going into one text, for the terminal as it is now.</summary>
    public Session Into(TextWriter text) => this with
    {
        Host = Host with
        {
            Out = text,
            Error = text,
            ErrorIsTerminal = Host.OutIsTerminal,
            Width = Host.Size().Width is > 0 and var width ? width : Host.Width,
        },
        IsCaptured = true,
    };

    /// <summary>A text in the run's language.</summary>
    public string Say(Text text) => text.In(Language);

    /// <summary>A line of the result: standard output.</summary>
    public void Tell(Text text) => Host.Out.Write(Wrapped.Broken(Say(text), IsCaptured ? 0 : OutWidth) + "\n");

    /// <summary>A line of progress: standard error, not with <c>-q</c>.</summary>
    public void Note(Text text)
    {
        if (!Quiet) Host.Error.Write(Wrapped.Broken(Say(text), ErrorWidth) + "\n");
    }

    /// <summary>Lets what was told so far be seen: findings before the list of files they are about.</summary>
    public void Flush()
    {
        Host.Error.Flush();
        Host.Out.Flush();
    }

    /// <summary>The colours of standard output.</summary>
    public Palette PaletteOnOut() => PaletteOf(Host.OutIsTerminal);

    /// <summary>The colours of standard error.</summary>
    public Palette PaletteOnError() => PaletteOf(Host.ErrorIsTerminal);

    /// <summary>An absolute path.</summary>
    public string Full(string path) => Path.GetFullPath(path, Host.Folder);

    /// <summary>A path as it is shown: relative to the working folder where below it, with <c>/</c>.</summary>
    public string Shown(string full)
    {
        var relative = Path.GetRelativePath(Host.Folder, full);
        var isAbove = relative.StartsWith("..", StringComparison.Ordinal) && (relative.Length == 2 || relative[2] is '/' or '\\');
        // A line break in a path could write a command into the log of a CI run.
        return DisplayWidth.Clean(Slashed(isAbove ? full : relative));
    }

    /// <summary>A path with <c>/</c>, whatever the system writes.</summary>
    public static string Slashed(string path) => Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');

    // no-color.org: any value that is not empty. A dumb terminal shows the codes as rubbish.
    private Palette PaletteOf(bool isTerminal) =>
        Colours ?? (isTerminal && string.IsNullOrEmpty(Host.Variable("NO_COLOR")) && Host.Variable("TERM") != "dumb")
            ? Palette.Colours : Palette.None;
}
