using Reportc.Shell;

namespace Reportc.Projects;

/// <summary>
/// The folder a code host has checked out: its paths are relative to that, wherever below it the command runs. Elsewhere it is the
/// working folder.
/// </summary>
internal static class Checkout
{
    /// <summary>A path as the code host knows it, with <c>/</c>; absolute where it lies outside.</summary>
    public static string Shown(Session session, string full)
    {
        var root = session.Host.Variable("GITHUB_WORKSPACE") is { Length: > 0 } workspace && Below(workspace, session.Host.Folder) is not null ? workspace : session.Host.Folder;
        return Session.Slashed(Below(root, full) ?? full);
    }

    private static string? Below(string root, string full)
    {
        var relative = Path.GetRelativePath(root, full);
        return Path.IsPathRooted(relative) || relative == ".." || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? null : relative;
    }
}
