namespace Reportc.Shell;

/// <summary>What stands before a name in a tree: <c>├─</c>, and <c>│</c> for the branches beside it.</summary>
internal static class Branches
{
    private const string Drawn = " │├└─";

    /// <summary>What stands before the name.</summary>
    public static string Of(string name) => name[..^name.TrimStart([.. Drawn]).Length];

    /// <summary>What a line has that is put above a name: the branches that come down to it.</summary>
    public static string Under(string name)
    {
        var stems = Of(name).Select(c => c is '│' or '├' or '└' ? '│' : ' ');
        return string.Concat(stems).TrimEnd();
    }
}
