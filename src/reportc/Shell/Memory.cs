using System.Globalization;
using System.Runtime.InteropServices;

namespace Reportc.Shell;

/// <summary>
/// The memory of a run, asked of the system in large pieces. Taken page by page, as it is touched, every 4 KiB cost a fault: under a
/// hypervisor 12 µs each, and those were half the time of a build of six years.
/// </summary>
internal static partial class Memory
{
    /// <summary>What a project of some years uses; what it does not use is never touched.</summary>
    private const long Usual = 16 << 20;

    // A container with less is not asked for as much at once.
    private const long LeastAvailable = 8 * Usual;

    private const nuint HugePage = 2 << 20;
    private const nuint SmallestPiece = 512 << 10;

    private static int _asked;

    /// <summary>
    /// Gets memory ready for a run in a process that has just begun: nothing is collected before that is used up, and it comes in huge
    /// pages. Nothing happens where the system knows no such thing (Linux does, from 5.14).
    /// </summary>
    public static unsafe void Ready()
    {
        // Once: who watches a project compiles it again and again.
        if (!OperatingSystem.IsLinux() || GC.CollectionCount(0) > 0 || Interlocked.Exchange(ref _asked, 1) != 0) return;
        if (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < LeastAvailable || !GC.TryStartNoGCRegion(Usual, 1)) return;
        var any = new byte[1];
        try
        {
            fixed (byte* here = any)
            {
                foreach (var line in File.ReadLines("/proc/self/maps")) Ready(line, (nuint)here);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Where the system does not tell, the pages come one by one.
        }
    }

    /// <summary>Readies a piece of memory, a line of what the system tells, if the collector has it from a place on.</summary>
    private static void Ready(string line, nuint here)
    {
        var (dash, space) = (line.IndexOf('-', StringComparison.Ordinal), line.IndexOf(' ', StringComparison.Ordinal));
        if (dash < 0 || space < dash || !TryParse(line.AsSpan(..dash), out var start)) return;
        if (!TryParse(line.AsSpan(dash + 1, space - dash - 1), out var end)) return;
        // Neither of a file nor of a name.
        if (line.AsSpan(space + 1, 4) is not "rw-p" || !line.AsSpan().TrimEnd().EndsWith(" 0")) return;
        if (end <= here || start > here + (4 * (nuint)Usual) || end - start < SmallestPiece) return;
        Advise(start, end, Advice.HugePages);
        // The one that is in use already has small pages. Making it huge takes a quarter of the time of touching its small ones.
        if (start > here) return;
        var (first, next) = (here & ~(HugePage - 1), (here | (HugePage - 1)) + 1);
        if (first < start || end < next || !Advise(first, next, Advice.Collapse))
            Advise(here & ~(PageSize - 1), nuint.Min(end, next), Advice.Write);
    }

    private static nuint PageSize => (nuint)Environment.SystemPageSize;

    private static bool TryParse(ReadOnlySpan<char> digits, out nuint address) =>
        nuint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out address);

    // What the system does not know it refuses.
    private static bool Advise(nuint start, nuint end, Advice advice) => Advise(start, end - start, (int)advice) == 0;

    /// <summary>What madvise(2) takes.</summary>
    private enum Advice
    {
        HugePages = 14,
        Write = 23,
        Collapse = 25,
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(nuint start, nuint length, int advice);
}
