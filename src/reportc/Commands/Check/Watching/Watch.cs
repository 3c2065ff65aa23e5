using System.Diagnostics;
using Reportc.Files;
using Reportc.Messages;
using Reportc.Shell;

namespace Reportc.Commands.Check.Watching;

/// <summary>
/// Checks, and checks again whenever a file it reads has changed, until it is interrupted. What is mended before that is told once,
/// and is no news: this program wrote it.
/// </summary>
/// <param name="session">The run.</param>
/// <param name="files">The files that are watched.</param>
/// <param name="pause">Waits until something may have happened, or a time has passed.</param>
/// <param name="round">What is done each time.</param>
internal sealed class Watch(Session session, WatchedFiles files, Func<TimeSpan, CancellationToken, bool> pause, WatchRound round)
{
    /// <summary>How often files are looked at if no news of them comes: a network drive sends none.</summary>
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a save may take that leaves a file empty, gone or locked in between: fifteen times as long.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);

    private const int Patience = 15;
    // Looking may be slow: then no more than a tenth of the time is spent on it.
    private const int Share = 10;

    private readonly WatchScreen _screen = new(session);
    private TimeSpan _looking;
    private Dictionary<string, Stamp>? _mended;

    /// <summary>What a check told.</summary>
    private sealed record Result(int Status, string Text)
    {
        /// <summary>Whether a file could not be read: when another program closes it, no news comes.</summary>
        public bool IsBlocked => Status == ExitStatus.Failure;
    }

    /// <summary>Runs until the session is cancelled; only that, or a failure of the very first check, ends it.</summary>
    public int Run()
    {
        var (seen, mended) = Mended(Look());
        var shown = Check();
        _screen.Show(null, mended + shown.Text);
        while (true)
        {
            var woken = pause(_looking * Share > Often ? _looking * Share : Often, session.Cancellation);
            var now = Settled(seen);
            if (!woken && !shown.IsBlocked && FileChanges.None(seen, now)) continue;
            (now, mended, var result) = Steady(now, shown);
            // Woken for another file, or for one saved again within the grain of its time stamp: the result tells.
            if (result != shown || mended.Length > 0 || !FileChanges.None(seen, now))
                _screen.Show(FileChanges.Told(seen, now), mended + result.Text);
            (seen, shown) = (now, result);
        }
    }

    /// <summary>The files when no save is under way any more; what stays empty or gone is meant.</summary>
    private Dictionary<string, Stamp> Settled(Dictionary<string, Stamp> before)
    {
        var now = Look();
        for (var i = 0; i < Patience && FileChanges.AreUnderWay(before, now); i++)
        {
            pause(Moment, session.Cancellation);
            now = Look();
        }
        return now;
    }

    /// <summary>A result of files that did not change while they were read, and that could be read.</summary>
    private (Dictionary<string, Stamp> Seen, string Mended, Result Result) Steady(Dictionary<string, Stamp> now, Result shown)
    {
        (now, var mended) = Mended(now);
        var result = Check();
        for (var i = 0; i < Patience; i++)
        {
            var after = Settled(now);
            var isBlocked = result.IsBlocked && !shown.IsBlocked;
            if (!isBlocked && FileChanges.None(now, after)) break;
            if (isBlocked) pause(Moment, session.Cancellation);
            (now, var more) = Mended(after);
            mended += more;
            result = Check();
        }
        return (now, mended, result);
    }

    /// <summary>Mends files that are others than when it was last done; the files as they are then, and what is told of it.</summary>
    private (Dictionary<string, Stamp> Seen, string Told) Mended(Dictionary<string, Stamp> now)
    {
        if (_mended is not null && FileChanges.None(_mended, now)) return (now, "");
        var text = new StringWriter { NewLine = "\n" };
        var isDone = false;
        try
        {
            isDone = round.Mend(session.Into(text));
        }
        // The check comes to the same and tells it.
        catch (Failure)
        {
        }
        // What was saved in between is mended the next time, and what cannot be written is not tried again until it changes.
        _mended = isDone && text.GetStringBuilder().Length > 0 ? Look() : now;
        return (_mended, text.ToString());
    }

    private Dictionary<string, Stamp> Look()
    {
        var start = Stopwatch.GetTimestamp();
        var seen = files.Look();
        _looking = Stopwatch.GetElapsedTime(start);
        return seen;
    }

    private Result Check()
    {
        var text = new StringWriter { NewLine = "\n" };
        var into = session.Into(text);
        try
        {
            return new Result(round.Check(into), text.ToString());
        }
        catch (Failure failure) when (_screen.HasShown)
        {
            into.Report(failure);
            return new Result(failure.Status, text.ToString());
        }
    }
}
