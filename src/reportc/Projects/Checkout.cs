using Reportc.Shell;

namespace Reportc.Projects;

/// <summary>
/// The folder that a code host has checked out: its paths are relative to that, wherever below it the command runs. Elsewhere it
/// is the working folder.
/// </summary>
internal static class Checkout
{
    /// <summary>A path as the code host knows it, with <c>/</c>; absolute if it lies outside.</summary>
    public static string Shown(Session session, string full) => Session.Slashed(Below(Root(session.Host), full) ?? full);

    private static string Root(Host host)
    {
        var isBelow = host.Variable("GITHUB_WORKSPACE") is { Length: > 0 } workspace && Below(workspace, host.Folder) is not null;
        return isBelow ? host.Variable("GITHUB_WORKSPACE")! : host.Folder;
    }

    private static string? Below(string root, string full)
    {
        var relative = Path.GetRelativePath(root, full);
        var isAbove = relative == ".." || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return isAbove || Path.IsPathRooted(relative) ? null : relative;
    }
}
