using Reportc.Shell;

namespace Reportc.Commands.Check.Formats;

/// <summary>A format of <c>check</c>.</summary>
/// <param name="Name">What <c>--format</c> calls it.</param>
/// <param name="Ending">The ending of its file.</param>
/// <param name="Writer">Makes its writer for a run, and for the date that is to stand in it.</param>
internal sealed record CheckFormat(string Name, string Ending, Func<Session, DateOnly?, CheckWriter> Writer) : OutputFormat(Name, Ending)
{
    /// <summary>All of them, the usual one first.</summary>
    public static IReadOnlyList<CheckFormat> All { get; } =
    [
        new("text", ".txt", static (session, _) => new TextCheck(session)) { KeepsText = true },
        new("json", ".json", static (session, _) => new JsonCheck(session)) { Out = OutKind.File, Paths = PathStyle.OfProject },
        new("sarif", ".sarif", static (session, _) => new SarifCheck(session))
            { Out = OutKind.File, Paths = PathStyle.OfCheckout, TellsFailures = true },
        new("github", ".txt", static (session, _) => new GithubCheck(session)) { Paths = PathStyle.OfCheckout, TellsFailures = true },
        new("html", ".html", static (session, _) => new HtmlCheck(session)) { Out = OutKind.Folder, KeepsText = true, IsReview = true },
        new("note", ".txt", static (session, date) => new NoteCheck(session, isWord: false, date)) { Out = OutKind.File, IsNote = true },
        new("note-docx", ".docx", static (session, date) => new NoteCheck(session, isWord: true, date))
            { Out = OutKind.File, NeedsFile = true, IsNote = true },
    ];

    /// <summary>The text for people, told as the projects come.</summary>
    public static CheckFormat Text => All[0];

    /// <summary>Tells nothing but failures: standard output holds a diff.</summary>
    public static CheckFormat Silent { get; } = new("silent", ".txt", static (session, _) => new SilentCheck(session));

    /// <summary>What <c>-o</c> names.</summary>
    public OutKind Out { get; init; }

    /// <summary>Whose paths are shown.</summary>
    public PathStyle Paths { get; init; }

    /// <summary>Whether findings are shown with the lines of their files.</summary>
    public bool KeepsText { get; init; }

    /// <summary>Whether it is the review pages, made from the data as they stand.</summary>
    public bool IsReview { get; init; }

    /// <summary>Whether it is written to the units, and may bear a date.</summary>
    public bool IsNote { get; init; }

    /// <summary>Whether it is no text, and goes into a file alone.</summary>
    public bool NeedsFile { get; init; }

    /// <summary>Whether a failure of the run is told in this format, too.</summary>
    public bool TellsFailures { get; init; }
}
