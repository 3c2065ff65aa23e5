namespace ReportCompiler.CommandLine.Folders;

/// <summary>One of the projects a command works on.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Name">Its folder's name where several are worked on at once; empty for a single one.</param>
internal sealed record Target(ProjectFolder Folder, string Name)
{
    /// <summary>What stands before a path of this project, or of one nested in it, in JSON: its folder, unless that is the one worked on.</summary>
    public string Prefix(ProjectFolder folder) => NameOf(folder) is { Length: > 0 } name ? name + "/" : "";

    /// <summary>What a project is called: this one, or one nested in it.</summary>
    public string NameOf(ProjectFolder folder) => Name.Length == 0 ? folder.Name : folder.Name.Length == 0 ? Name : $"{Name}/{folder.Name}";
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

    /// <summary>The folder the years of a project, or of one nested in it, are written into.</summary>
    public string Out(Session session, Target target, ProjectFolder folder, string? named) =>
        Path.Join(named is null ? Path.Join(Base, "out") : session.Full(named), target.NameOf(folder));

    /// <summary>Works on every project in parallel and tells of each, and of those nested in it, in order.</summary>
    public void Run(Session session, Order order, Func<Target, Steps> steps, Action<Target, ProjectFolder, ProjectResult> tell)
    {
        var isAlone = Projects.Count == 1;
        InOrder.Run(Projects.Count, Work, told =>
        {
            foreach (var (target, folder, result) in told) tell(target, folder, result);
        });

        List<(Target, ProjectFolder, ProjectResult)> Work(int index)
        {
            var target = Projects[index];
            var told = new List<(Target, ProjectFolder, ProjectResult)>();
            // Of several, each waits for its turn; a single one tells at once, for it may have thousands of nested ones.
            Action<ProjectFolder, ProjectResult> next = isAlone ? (folder, result) => tell(target, folder, result) : (folder, result) => told.Add((target, folder, result));
            new ProjectRun(order, steps(target) with { Tell = next }, isAlone, session.Cancellation).Run(target.Folder);
            return told;
        }
    }

    private static Failure NoneHere() => Failure.OfUsage(
        new("这里不是项目：当前文件夹及其上级都没有 reportc.yaml", "this is no project: neither this folder nor one above it has a reportc.yaml"),
        new("进入项目文件夹，或用 -p 指明，例如 reportc build -p 水磨沟区", "go to the project's folder, or name it: reportc build -p FOLDER"));

    private static Failure NoneBelow(string named) => Failure.OfUsage(
        new($"{named} 不是项目，下一层也没有项目（没有 reportc.yaml）", $"{named} is no project, and none lies directly below it (no reportc.yaml)"),
        new("检查 -p 后面的路径", "check the path after -p"));
}
