namespace ReportCompiler.CommandLine.Folders;

/// <summary>One of the projects a command works on.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Name">Its folder's name where several are worked on at once; empty for a single one.</param>
internal sealed record Target(ProjectFolder Folder, string Name)
{
    /// <summary>What stands before a path of this project in JSON: the folder, where there are several.</summary>
    public string Prefix => Name.Length == 0 ? "" : Name + "/";
}

/// <summary>The projects a command works on: the one the working folder is in, the one <c>-p</c> names, or all directly below that.</summary>
internal sealed record Targets(string Base, IReadOnlyList<Target> Projects)
{
    /// <summary>Finds them.</summary>
    public static Targets Find(Session session, string? named)
    {
        if (named is null)
        {
            var around = ProjectFolder.Around(session.Host.Folder) ?? throw NoneHere();
            return new Targets(around.Root, [new Target(around, "")]);
        }
        var folder = session.Full(named);
        if (ProjectFolder.Is(folder)) return new Targets(folder, [new Target(new ProjectFolder(folder), "")]);
        if (!Disk.HasFolder(folder)) throw Failure.OfUsage(new($"没有文件夹 {named}", $"there is no folder {named}"), new("检查 -p 后面的路径", "check the path after -p"));
        var children = new List<Target>();
        foreach (var name in Disk.Folders(folder))
            if (ProjectFolder.Is(Path.Join(folder, name))) children.Add(new Target(new ProjectFolder(Path.Join(folder, name)), name));
        return children.Count > 0 ? new Targets(folder, children) : throw NoneBelow(named);
    }

    /// <summary>The folder a project's years are written into.</summary>
    public string Out(Session session, Target target, string? named) =>
        Path.Join(named is null ? Path.Join(Base, "out") : session.Full(named), target.Name);

    private static Failure NoneHere() => Failure.OfUsage(
        new("这里不是项目：当前文件夹及其上级都没有 reportc.yaml", "this is no project: neither this folder nor one above it has a reportc.yaml"),
        new("进入项目文件夹，或用 -p 指明，例如 reportc build -p 水磨沟区", "go to the project's folder, or name it: reportc build -p FOLDER"));

    private static Failure NoneBelow(string named) => Failure.OfUsage(
        new($"{named} 不是项目，下一层也没有项目（没有 reportc.yaml）", $"{named} is no project, and none lies directly below it (no reportc.yaml)"),
        new("检查 -p 后面的路径", "check the path after -p"));
}
