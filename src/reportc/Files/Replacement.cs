using System.Globalization;
using System.Text;
using Reportc.Shell;

namespace Reportc.Files;

/// <summary>
/// Replaces the files of many folders below an output folder, those of each folder together or not at all, whatever ends the run.
/// </summary>
/// <remarks>
/// <para>While the reports are made, every new file is staged: written under a number into one hidden folder. Then come the journal,
/// which says where each belongs, one flush for all of it, and the moves into place, each of which keeps the old file beside the
/// staged ones. At the end the journal goes, and then the hidden folder. A lock is held from the first comparison to that end.</para>
/// <para><b>A kill.</b> Without a journal nothing was moved: the hidden folder goes, and every year is the old one. With a journal all
/// that it names was staged: a file that is still staged was not moved, one that is not was. So the next run moves the rest. If that
/// cannot be done in a folder, its files that were moved are staged again and the old ones put back; a kill in the middle of that
/// leaves again what the journal explains.</para>
/// <para><b>A power cut.</b> The one flush comes after everything is staged and the journal written, and before the first move: no
/// name can come to stand for bytes that are not on the medium, and no move can be there without its journal. What may be lost after
/// the flush are moves and removals. Every file system with a log of its names (ext4, XFS, Btrfs, APFS, NTFS) keeps them in their
/// order, so that the last ones are lost first: the journal is not gone before every move is there.</para>
/// </remarks>
internal sealed class Replacement : IDisposable
{
    /// <summary>The hidden folder of the staged files in the output folder.</summary>
    public const string StagingName = ".reportc.new";

    private const string HolderName = "holder";

    private readonly System.Threading.Lock _gate = new();
    private readonly Session _session;
    private readonly string _root;
    private readonly DiskSteps _steps;
    private readonly List<FileSet> _sets = [];
    private OutputLock? _lock;
    private Exception? _refused;
    private int _staged;

    /// <param name="session">The run.</param>
    /// <param name="root">The output folder; made if it is not there and something is to be written.</param>
    public Replacement(Session session, string root) =>
        (_session, _root, _steps) = (session, Path.TrimEndingDirectorySeparator(root), new DiskSteps(session.Host.BeforeChange));

    private string Staging => Path.Join(_root, StagingName);

    private string JournalPath => Path.Join(_root, Journal.FileName);

    /// <summary>The folders below an output folder that a run which has ended left half done.</summary>
    public static IReadOnlyList<string> HalfDone(string root) => OutputLock.IsHeldIn(root) ? []
        : [.. (Journal.Read(root) ?? []).Where(s => IsHalfDone(root, s)).Select(s => s.Folder)];

    /// <summary>Who writes into an output folder: the process and its computer; null if that cannot be told.</summary>
    internal static string? Holder(string root)
    {
        try
        {
            return File.ReadAllText(Path.Join(root, StagingName, HolderName));
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            return null;
        }
    }

    /// <summary>Completes or undoes what an earlier run left half done, whatever becomes of this one.</summary>
    public void Recover()
    {
        if (!File.Exists(JournalPath) && !Directory.Exists(Staging) && !File.Exists(Path.Join(_root, OutputLock.FileName))) return;
        Lock();
        if (_refused is not null) throw DiskFailure.CannotWrite(_root, _refused);
    }

    /// <summary>
    /// Keeps all others from writing, so that what is compared now is what will be replaced. Where nothing may be written
    /// it does nothing: if nothing is to be replaced, that is no fault.
    /// </summary>
    public void Lock()
    {
        lock (_gate)
        {
            if (_refused is Failure held) throw held;
            if (_lock is not null || _refused is not null) return;
            try
            {
                _steps.MakeFolder(_root);
                foreach (var own in (string[])[Staging, JournalPath, Path.Join(_root, OutputLock.FileName)])
                    if (Links.Is(own)) throw DiskFailure.IsLink(own);
                _lock = OutputLock.Take(_session, _root);
            }
            catch (Exception e) when (DiskFailure.IsOfDisk(e))
            {
                _refused = e;
                return;
            }
            catch (Failure e)
            {
                // Nobody waits a second time.
                _refused = e;
                throw;
            }
            EndEarlier();
        }
    }

    /// <summary>Locks the output folder, and refuses links in it on the way to the files of a folder.</summary>
    public void Prepare(string folder, IEnumerable<string> names)
    {
        Lock();
        if (FirstLink(folder, names) is { } link) throw DiskFailure.IsLink(link);
    }

    /// <summary>Writes the new files of a folder beside their place.</summary>
    public void Stage(FileSet set, IReadOnlyList<byte[]> files)
    {
        Lock();
        if (WriteProbe.InTheWay(set.Folder, _refused) is { } inTheWay) throw inTheWay;
        if (_refused is not null) throw DiskFailure.CannotWrite(set.Folder, _refused);
        var at = set.Folder;
        try
        {
            set.First = Reserve(files.Count);
            for (var i = 0; i < files.Count; i++)
            {
                at = Path.Join(set.Folder, set.Names[i]);
                WriteProbe.ThrowIfHeld(at);
                _steps.Write(Staged(set.First + i), files[i]);
            }
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            // Room for the other years.
            for (var i = 0; i < files.Count; i++) Discard(() => _steps.Delete(Staged(set.First + i)));
            throw DiskFailure.CannotWrite(at, e);
        }
        lock (_gate) _sets.Add(set);
    }

    /// <summary>Moves all that is staged into its place. A set of which that fails has its failure, and all its old files.</summary>
    public void Commit()
    {
        if (_sets.Count == 0) return;
        _session.Cancellation.ThrowIfCancellationRequested();
        // The page over the years lies above them and comes after them.
        _sets.Sort(static (a, b) => string.CompareOrdinal(b.Folder, a.Folder));
        try
        {
            _steps.Write(JournalPath, Journal.Of(_root, _sets));
            _steps.Flush([.. _sets.SelectMany(s => s.Names.Select((_, i) => Staged(s.First + i))), JournalPath]);
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            foreach (var set in _sets) set.Failure = DiskFailure.CannotWrite(set.Folder, e);
            Clear();
            return;
        }
        Move(_sets);
    }

    /// <summary>Lets go. What was staged and not moved is gone: the run was interrupted, or failed.</summary>
    public void Dispose()
    {
        if (_lock is null) return;
        try
        {
            if (!File.Exists(JournalPath)) Clear();
        }
        finally
        {
            _lock.Dispose();
        }
    }

    /// <summary>Ends what a run before this one began.</summary>
    private void EndEarlier()
    {
        List<FileSet> sets = [.. (Journal.Read(_root) ?? []).Where(s => IsHalfDone(_root, s))];
        Move(sets);
        foreach (var set in sets)
        {
            var shown = _session.Shown(set.Folder);
            if (set.Failure is { } failure && File.Exists(JournalPath)) throw failure;
            _session.Note(set.Failure is null
                ? new($"上一次写到一半就停了，已接着写完：{shown}", $"an earlier run stopped halfway; completed: {shown}")
                : new($"上一次写到一半就停了，已恢复原来的文件：{shown}",
                    $"an earlier run stopped halfway; the old files are back: {shown}"));
        }
    }

    private void Move(IReadOnlyList<FileSet> sets)
    {
        var isWhole = true;
        foreach (var set in sets)
        {
            // The page over the years would lead to one that is not there.
            set.Failure = sets.FirstOrDefault(s => s.Failure is not null && Path.GetDirectoryName(s.Folder) == set.Folder)?.Failure;
            if (set.Failure is null) isWhole &= TryMove(set);
        }
        // What could be neither completed nor undone is left for the next run to try again.
        if (isWhole) Clear();
    }

    /// <summary>Moves the files of a set into their places; whether all are there now, or none.</summary>
    private bool TryMove(FileSet set)
    {
        // It may have come since it was looked for. Nothing is done through it, not even undone.
        if (FirstLink(set.Folder, set.Names) is { } link)
        {
            set.Failure = DiskFailure.IsLink(link);
            return false;
        }
        var at = set.Folder;
        try
        {
            for (var i = 0; i < set.Names.Count; i++)
            {
                var staged = Staged(set.First + i);
                if (!File.Exists(staged)) continue;
                at = Path.Join(set.Folder, set.Names[i]);
                if (File.Exists(at)) _steps.Replace(staged, at, Kept(set.First + i));
                else
                {
                    _steps.MakeFolder(Path.GetDirectoryName(at)!);
                    _steps.Move(staged, at);
                }
            }
            return true;
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            set.Failure = DiskFailure.CannotWrite(at, e);
            return TryUndo(set);
        }
    }

    /// <summary>Stages again what was moved of a set, and puts the old files back; whether that could be done.</summary>
    private bool TryUndo(FileSet set)
    {
        try
        {
            for (var i = set.Names.Count - 1; i >= 0; i--)
            {
                var (number, place) = (set.First + i, Path.Join(set.Folder, set.Names[i]));
                if (!File.Exists(Staged(number))) _steps.Move(place, Staged(number));
                if (File.Exists(Kept(number)) && !File.Exists(place)) _steps.Move(Kept(number), place);
            }
            return true;
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            return false;
        }
    }

    private string? FirstLink(string folder, IEnumerable<string> names)
    {
        if (!Directory.Exists(folder) && !Links.Is(folder)) return null;
        var inFolder = names.Select(name => Links.FirstBelow(folder, Path.Join(folder, name)));
        return Links.FirstBelow(_root, folder) ?? inFolder.FirstOrDefault(link => link is not null);
    }

    private int Reserve(int count)
    {
        lock (_gate)
        {
            if (!Directory.Exists(Staging))
            {
                _steps.MakeFolder(Staging);
                var holder = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId} {Environment.MachineName}");
                _steps.Write(Path.Join(Staging, HolderName), Encoding.UTF8.GetBytes(holder));
            }
            var first = _staged;
            _staged += count;
            return first;
        }
    }

    private void Clear()
    {
        Discard(() => { if (File.Exists(JournalPath)) _steps.Delete(JournalPath); });
        Discard(() => { if (Directory.Exists(Staging)) _steps.DeleteFolder(Staging); });
    }

    private static void Discard(Action remove)
    {
        try
        {
            remove();
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            // Scratch that stays is removed by the next run.
        }
    }

    private string Staged(int number) => StagedIn(_root, number);

    private string Kept(int number) => Staged(number) + ".old";

    private static bool IsHalfDone(string root, FileSet set) =>
        Enumerable.Range(set.First, set.Names.Count).Any(number => File.Exists(StagedIn(root, number)));

    private static string StagedIn(string root, int number) => Path.Join(root, StagingName, number.ToString(CultureInfo.InvariantCulture));
}
