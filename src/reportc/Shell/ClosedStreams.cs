using Microsoft.Win32.SafeHandles;

namespace Reportc.Shell;

/// <summary>
/// Which of the three standard streams were closed before the program began. A closed one's number goes to whatever is opened
/// next, so it is taken here, and kept from being written to by mistake.
/// </summary>
internal static class ClosedStreams
{
    private static readonly List<SafeFileHandle> Kept = [];

    /// <summary>Looks, and takes the numbers of the closed ones, by number.</summary>
    public static bool[] Take()
    {
        var closed = new bool[3];
        if (OperatingSystem.IsWindows()) return closed;
        try
        {
            while (File.OpenHandle("/dev/null", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite) is var handle)
            {
                if (handle.DangerousGetHandle() is var number && number is < 0 or > 2)
                {
                    handle.Dispose();
                    break;
                }
                closed[number] = true;
                Kept.Add(handle);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A system without the device: the first use of the stream tells.
        }
        return closed;
    }
}
