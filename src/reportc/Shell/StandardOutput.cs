using System.Text;

namespace Reportc.Shell;

/// <summary>
/// Standard output or standard error as a run writes it. Where nothing can be written any more (no room, closed) the run goes
/// on to its end, for the files it makes do not depend on it; what was lost is told then.
/// </summary>
internal sealed class StandardOutput(TextWriter inner) : TextWriter(System.Globalization.CultureInfo.InvariantCulture)
{
    /// <summary>Why something was lost; null if nothing was.</summary>
    public Exception? Fault { get; private set; }

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Try(() => inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => inner.Write(buffer, index, count));

    public override void Write(string? value) => Try(() => inner.Write(value));

    public override void Write(StringBuilder? value) => Try(() => inner.Write(value));

    public override void Flush() => Try(inner.Flush);

    private void Try(Action write)
    {
        if (Fault is not null) return;
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            Fault = e;
        }
    }
}
