using Reportc.Files;

namespace Reportc.Commands.Check.Watching;

/// <summary>
/// Wakes who waits when something may have happened in some folders. What it was is not told and not trusted: network drives
/// lose such news and bursts overflow it, so whoever is woken, or has waited long enough, looks for himself.
/// </summary>
internal sealed class Wakeup : IDisposable
{
    // A save is several steps (empty and write, or write beside and rename), and "save all" several files: one change together.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(10);
    private const int LongestBurst = 10;

    private readonly AutoResetEvent _news = new(initialState: false);
    private readonly List<IDisposable> _watchers = [];

    /// <summary>Watches folders; one that cannot be watched sends no news.</summary>
    public Wakeup(IEnumerable<(string Path, bool Below)> folders)
    {
        foreach (var (path, below) in folders)
            if (DiskWatch.Watch(path, below, () => _news.Set()) is { } watcher) _watchers.Add(watcher);
    }

    /// <summary>Waits for news, or until a time has passed; whether there was news.</summary>
    public bool Wait(TimeSpan atMost, CancellationToken cancellation)
    {
        var woken = WaitHandle.WaitAny([_news, cancellation.WaitHandle], atMost) == 0;
        cancellation.ThrowIfCancellationRequested();
        for (var i = 0; woken && i < LongestBurst && _news.WaitOne(Quiet); i++) cancellation.ThrowIfCancellationRequested();
        return woken;
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers) watcher.Dispose();
        // Not the event: a watcher's last news may still be on its way.
    }
}
