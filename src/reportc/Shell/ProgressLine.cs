using System.Globalization;

namespace Reportc.Shell;

/// <summary>
/// One line on a terminal that says how far a long run is: <c>12/300 城东区 2021 …</c>. It is gone before anything else is
/// written, and short runs, pipes and build servers never see it. Threads may share it.
/// </summary>
internal sealed class ProgressLine(Session session) : IDisposable
{
    // Whoever waits less needs no news; drawn more often the line only flickers.
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(50);

    private const string Erase = "\r\e[K";

    private readonly bool _isOn = session.ShowsProgress;
    private readonly Lock _lock = new();
    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);
    private DateTime _next = session.ShowsProgress ? session.Host.Now() + Soon : default;
    private int _steps;
    private bool _isDrawn;

    /// <summary>Sets how many steps there will be.</summary>
    public void Expect(int steps) => _steps = steps;

    /// <summary>Says what is begun.</summary>
    /// <param name="step">The step it belongs to; each counts once.</param>
    /// <param name="what">What it is.</param>
    public void Begin(string step, string what)
    {
        if (!_isOn) return;
        lock (_lock)
        {
            _begun.Add(step);
            var now = session.Host.Now();
            if (_steps < 2 || now < _next) return;
            _next = now + Often;
            Draw(string.Create(CultureInfo.InvariantCulture, $"{_begun.Count}/{_steps} {DisplayWidth.Clean(what)} …"));
        }
    }

    /// <summary>Does something that writes, with the line out of its way.</summary>
    public void Aside(Action write)
    {
        lock (_lock)
        {
            Remove();
            write();
        }
    }

    public void Dispose()
    {
        lock (_lock) Remove();
    }

    private void Draw(string line)
    {
        // In the last column the cursor would wrap.
        var columns = session.Host.Width > 0 ? session.Host.Width - 1 : DisplayWidth.Usual;
        session.Host.Error.Write(Erase + DisplayWidth.Start(line, columns));
        session.Host.Error.Flush();
        _isDrawn = true;
    }

    private void Remove()
    {
        if (!_isDrawn) return;
        session.Host.Error.Write(Erase);
        session.Host.Error.Flush();
        _isDrawn = false;
    }
}
