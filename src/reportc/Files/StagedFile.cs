namespace Reportc.Files;

/// <summary>A file written beside its place, under a name that says what it is, until it is moved there. Let go unmoved it goes.</summary>
internal sealed class StagedFile : IDisposable
{
    private const string Ending = ".reportc-new";
    private const int Piece = 1 << 16;

    private readonly string _temporary;
    private readonly FileStream _stream;
    private bool _isMoved;

    /// <summary>Writes it. What is likely to go wrong (no room, no permission, the place held by another program) does so here.</summary>
    /// <param name="path">The place.</param>
    /// <param name="bytes">What it holds.</param>
    /// <param name="mode">Its permissions; null for those of a new file.</param>
    public StagedFile(string path, byte[] bytes, UnixFileMode? mode) : this(path, to => to.Write(bytes), mode) { }

    /// <summary>The same of what is written piece by piece.</summary>
    public StagedFile(string path, Action<Stream> write, UnixFileMode? mode)
    {
        Place = path;
        WriteProbe.ThrowIfHeld(path);
        var name = $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}{Ending}";
        _temporary = Path.Join(Path.GetDirectoryName(path), name);
        // Open until it is moved: by that other runs know that it is in use.
        _stream = new FileStream(_temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, bufferSize: 0);
        try
        {
            write(_stream);
            if (mode is { } same && !OperatingSystem.IsWindows()) File.SetUnixFileMode(_temporary, same);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Where it belongs.</summary>
    public string Place { get; }

    /// <summary>Flushes several together.</summary>
    public static void Flush(IReadOnlyCollection<StagedFile> files)
    {
        if (files.Count > 0) Medium.Flush([.. files.Select(f => f._stream.SafeFileHandle)]);
    }

    /// <summary>Removes from a folder what runs left there that were killed; what another run holds stays.</summary>
    public static void RemoveLeft(string folder)
    {
        foreach (var left in Directory.EnumerateFiles(folder, $".*{Ending}"))
        {
            try
            {
                WriteProbe.ThrowIfHeld(left);
                File.Delete(left);
            }
            catch (Exception e) when (DiskFailure.IsOfDisk(e))
            {
                // It is another run's, or another user's.
            }
        }
    }

    /// <summary>Whether its place holds the same bytes already.</summary>
    public bool IsAtPlace()
    {
        var there = new FileInfo(Place);
        if (!there.Exists || there.Length != _stream.Length) return false;
        using var old = there.OpenRead();
        _stream.Position = 0;
        var (here, before) = (new byte[Piece], new byte[Piece]);
        while (_stream.ReadAtLeast(here, Piece, throwOnEndOfStream: false) is > 0 and var read)
            if (!here.AsSpan(0, read).SequenceEqual(before.AsSpan(0, old.ReadAtLeast(before, Piece, throwOnEndOfStream: false))))
                return false;
        return true;
    }

    /// <summary>Moves it to its place.</summary>
    public void Move(bool overwrite)
    {
        File.Move(_temporary, Place, overwrite);
        _isMoved = true;
    }

    /// <summary>Takes it away from its place, where nothing was before.</summary>
    public void TakeBack()
    {
        if (_isMoved) Discard(Place);
    }

    public void Dispose()
    {
        _stream.Dispose();
        if (!_isMoved) Discard(_temporary);
    }

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (DiskFailure.IsOfDisk(e))
        {
            // The failure that led here is the one to report.
        }
    }
}
