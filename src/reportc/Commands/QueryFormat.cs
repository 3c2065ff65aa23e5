using System.Text;
using Reportc.Shell;

namespace Reportc.Commands;

/// <summary>A way in which a query writes what it finds.</summary>
/// <param name="Name">What <c>--format</c> calls it.</param>
/// <param name="Ending">The ending of its file.</param>
/// <param name="Write">
/// Writes what was found in the language of the session, and as wide as its standard output if that is a terminal; text is UTF-8.
/// </param>
internal sealed record QueryFormat<T>(string Name, string Ending, Action<T, Session, Stream> Write) : OutputFormat(Name, Ending)
{
    private const int Buffer = 1 << 16;

    /// <summary>A format that is text.</summary>
    public QueryFormat(string name, string ending, Func<T, Session, string> text)
        : this(name, ending, (found, session, to) => to.Write(text(found, session)))
    {
    }

    /// <summary>A format that is text, written piece by piece: nobody gathers it.</summary>
    public QueryFormat(string name, string ending, Action<T, Session, TextWriter> write)
        : this(name, ending, (found, session, to) => WriteText(to, text => write(found, session, text))) => Text = write;

    /// <summary>Writes the same as text, to standard output; null for a format that needs a file.</summary>
    public Action<T, Session, TextWriter>? Text { get; }

    private static void WriteText(Stream to, Action<TextWriter> write)
    {
        using var text = new StreamWriter(to, new UTF8Encoding(false), Buffer, leaveOpen: true);
        write(text);
    }
}
