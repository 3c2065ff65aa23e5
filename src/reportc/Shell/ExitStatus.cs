namespace Reportc.Shell;

/// <summary>The exit statuses; of several the largest counts.</summary>
internal static class ExitStatus
{
    /// <summary>Fine; warnings are allowed.</summary>
    public const int Fine = 0;

    /// <summary>The data, the narrative or a template has errors, or what is on disk differs.</summary>
    public const int Errors = 1;

    /// <summary>Wrong usage, no such project, a faulty project file, no such year.</summary>
    public const int Usage = 2;

    /// <summary>A file that cannot be read or written, or an internal error.</summary>
    public const int Failure = 3;

    /// <summary>Interrupted: what a shell reports for Ctrl-C.</summary>
    public const int Interrupted = 130;
}
