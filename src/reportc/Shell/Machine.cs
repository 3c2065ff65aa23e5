using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using ReportCompiler.Forms;

namespace Reportc.Shell;

/// <summary>What the program runs on, told by <c>doctor</c> so that a report of a fault says it.</summary>
/// <param name="Runtime">The runtime and its version.</param>
/// <param name="System">The operating system.</param>
/// <param name="Platform">Its short name and the processor's, such as <c>win-x64</c>.</param>
/// <param name="CodePages">The code pages of Windows' programs and of its console, such as <c>936 / 65001</c>; null elsewhere.</param>
internal sealed record Machine(string Runtime, string System, string Platform, string? CodePages)
{
    /// <summary>The version of reportc.</summary>
    public static string ProgramVersion => Built.Version;

    /// <summary>Where the project lies, as the build was told; null if it was not, or no page.</summary>
    public static string? ProgramAddress => PageAt(Built.Address);

    /// <summary>An address that a browser opens; null for any other.</summary>
    internal static string? PageAt(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var page) && page.Scheme is "https" or "http" ? page.AbsoluteUri : null;

    /// <summary>What <c>--version</c> says: the version, the commit it was built from if there is one, the editions it knows.</summary>
    public static string ProgramLine =>
        $"reportc {Built.Version} ({CommitPart}editions {string.Join(' ', Editions.OfForm.Keys.Reverse())})";

    private static string CommitPart => Built.Commit.Length > 0 ? $"{Built.Commit}, " : "";

    /// <summary>The machine of this process.</summary>
    public static Machine OfProcess() => new(
        RuntimeInformation.FrameworkDescription + (RuntimeFeature.IsDynamicCodeSupported ? "" : " (native)"),
        RuntimeInformation.OSDescription, RuntimeInformation.RuntimeIdentifier,
        OperatingSystem.IsWindows() ? CodePagesOfWindows() : null);

    [SupportedOSPlatform("windows")]
    private static string CodePagesOfWindows() => string.Create(CultureInfo.InvariantCulture,
        $"{WindowsConsole.ProgramCodePage()} / {WindowsConsole.CodePage()}");
}
