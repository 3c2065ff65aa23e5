using System.Text;
using Reportc.Shell;

namespace Reportc.Commands;

/// <summary>A way in which a query writes what it finds.</summary>
/// <param name="Name">What <c>--format</c> calls it.</param>
/// <param name="Ending">The ending of its file.</param>
/// <param name="Bytes">
/// Writes what was found in the language of the session, and as wide as its standard output if that is a terminal; text is UTF-8.
/// </param>
internal sealed record QueryFormat<T>(string Name, string Ending, Func<T, Session, byte[]> Bytes) : OutputFormat(Name, Ending)
{
    /// <summary>A format that is text.</summary>
    public QueryFormat(string name, string ending, Func<T, Session, string> text)
        : this(name, ending, (found, session) => Encoding.UTF8.GetBytes(text(found, session))) => Text = text;

    /// <summary>The same as text, for standard output; null for a format that needs a file.</summary>
    public Func<T, Session, string>? Text { get; }
}
