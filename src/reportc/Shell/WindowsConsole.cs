using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace Reportc.Shell;

/// <summary>
/// What only Windows needs: the user's locale (culture data are left out of the program) and a console that reads UTF-8 and
/// colours.
/// </summary>
[SupportedOSPlatform("windows")]
internal static partial class WindowsConsole
{
    private const int LongestLocaleName = 85;
    private const int StandardOutput = -11;
    private const int StandardError = -12;
    private const uint VirtualTerminalProcessing = 4;

    private static uint _codePage;

    /// <summary>The user's locale, such as <c>zh-CN</c>.</summary>
    public static unsafe string? UserLocale()
    {
        var name = stackalloc char[LongestLocaleName];
        var length = GetUserDefaultLocaleName(name, LongestLocaleName);
        return length > 1 ? new string(name, 0, length - 1) : null;
    }

    /// <summary>The code page that programs without Unicode use: what an editor of that kind saves.</summary>
    public static uint ProgramCodePage() => GetACP();

    /// <summary>The code page the console had before this program; 0 if there is no console.</summary>
    public static uint CodePage() => _codePage != 0 ? _codePage : GetConsoleOutputCP();

    /// <summary>Gives the console back the code page it had: the programs that run in it next may write GBK.</summary>
    public static void Restore()
    {
        if (_codePage != 0) _ = SetConsoleOutputCP(_codePage);
    }

    /// <summary>Sets the console to UTF-8; true if it understands colours (Windows 10 and later).</summary>
    public static bool Prepare()
    {
        _codePage = GetConsoleOutputCP();
        try
        {
            Console.OutputEncoding = Encoding.UTF8;
        }
        catch (IOException)
        {
            return false;
        }
        // Either may be redirected, and then has no mode to set.
        return EnableColours(StandardOutput) | EnableColours(StandardError);
    }

    private static bool EnableColours(int stream)
    {
        var console = GetStdHandle(stream);
        return GetConsoleMode(console, out var mode) != 0 && SetConsoleMode(console, mode | VirtualTerminalProcessing) != 0;
    }

    [LibraryImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static unsafe partial int GetUserDefaultLocaleName(char* name, int length);

    [LibraryImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint GetConsoleOutputCP();

    [LibraryImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int SetConsoleOutputCP(uint codePage);

    [LibraryImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint GetStdHandle(int stream);

    [LibraryImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int GetConsoleMode(nint console, out uint mode);

    [LibraryImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int SetConsoleMode(nint console, uint mode);

    [LibraryImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint GetACP();
}
