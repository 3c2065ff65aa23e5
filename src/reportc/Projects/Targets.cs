using System.Globalization;
using Reportc.Files;
using Reportc.Shell;
using ReportCompiler.Sources;

namespace Reportc.Projects;

/// <summary>One of the projects a command works on.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Name">Its folder's name where several are worked on at once; empty for a single one.</param>
internal sealed record Target(ProjectFolder Folder, string Name)
{
    /// <summary>
    /// What stands before a path of this project, or of one nested in it, in JSON: its folder, unless that is the one worked on.
    /// </summary>
    public string Prefix(ProjectFolder folder) => NameOf(folder) is { Length: > 0 } name ? name + "/" : "";

    /// <summary>What a project is called: this one, or one nested in it.</summary>
    public string NameOf(ProjectFolder folder) => Name.Length == 0 ? folder.Name : folder.Name.Length == 0 ? Name : $"{Name}/{folder.Name}";
}

/// <summary>
/// The projects a command works on: the one the working folder is in, the one <c>-p</c> names, or all directly below that.
/// </summary>
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
        if (Disk.HasFile(folder)) throw IsFile(named);
        if (!Disk.HasFolder(folder))
            throw Failure.OfUsage(
                new($"没有文件夹 {named}", $"there is no folder {named}"),
                new("检查 -p 后面的路径", "check the path after -p"));
        var children = new List<Target>();
        foreach (var name in Disk.Folders(folder))
            if (Path.Join(folder, name) is var below && ProjectFolder.Is(below))
                children.Add(new Target(new ProjectFolder(below, outermost: folder), name));
        return children.Count > 0 ? new Targets(folder, children) : throw NoneBelow(named);
    }

    /// <summary>The folder that everything is written into.</summary>
    /// <exception cref="Failure">A project is read from it.</exception>
    public string Out(Session session, string? named)
    {
        var root = Root(session, named);
        Unread(session, Links.Real(root));
        return Unread(session, root);
    }

    private string Root(Session session, string? named) => named is null ? Path.Join(Base, ProjectLayout.Out) : session.Full(named);

    /// <summary>Refuses a folder that a project is read from: what is written there would be taken for its figures, or its rules.</summary>
    private static string Unread(Session session, string path)
    {
        for (var at = Path.TrimEndingDirectorySeparator(path); Path.GetDirectoryName(at) is { } above; at = above)
        {
            if (!ProjectLayout.Folders.Contains(Path.GetFileName(at), FileNames)) continue;
            if (!Disk.SeesFile(Path.Join(above, ProjectLayout.ProjectFile))) continue;
            var (place, read) = (session.Shown(path), session.Shown(at));
            throw Failure.OfUsage(
                new($"不能输出到 {place}：{read} 是项目读取的文件夹", $"{place} cannot take the output: a project is read from {read}"),
                new("用 -o 写别的文件夹", "name another folder with -o"));
        }
        return path;
    }

    private static StringComparer FileNames =>
        OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    /// <summary>The folder the years of a project, or of one nested in it, are written into.</summary>
    public string Out(Session session, Target target, ProjectFolder folder, string? named) =>
        Unread(session, Path.Join(Root(session, named), target.NameOf(folder)));

    /// <summary>The folder of one year.</summary>
    public string Out(Session session, Target target, ProjectFolder folder, string? named, int year) =>
        Path.Join(Out(session, target, folder, named), ProjectLayout.Digits(year));

    /// <summary>Works on every project in parallel and tells of each, and of those nested in it, in order.</summary>
    /// <param name="session">The run.</param>
    /// <param name="order">What is asked for.</param>
    /// <param name="steps">What is done with what comes of a project.</param>
    /// <param name="tell">Tells what became of a project.</param>
    /// <param name="tellYear">Tells what became of the years so far, where a single project is worked on; null to wait for its end.</param>
    public void Run(
        Session session, RunRequest order, Func<Target, RunSteps> steps, Action<Target, ProjectFolder, ProjectResult> tell,
        Action<Target, ProjectFolder, ProjectResult>? tellYear = null)
    {
        var isAlone = Projects.Count == 1;
        using var progress = new ProgressLine(session);
        // Before anything is read. Of many projects each uses again what the one before has let go.
        if (isAlone) session.Host.ReadyMemory();
        else progress.Expect(Projects.Count);
        InOrder.Run(Projects.Count, Work, told =>
        {
            foreach (var (target, folder, result) in told) Tell(target, folder, result);
        });

        void Tell(Target target, ProjectFolder folder, ProjectResult result) => progress.Aside(() => tell(target, folder, result));

        List<(Target, ProjectFolder, ProjectResult)> Work(int index)
        {
            var target = Projects[index];
            var told = new List<(Target, ProjectFolder, ProjectResult)>();
            // Of several, each waits for its turn; a single one tells at once, for it may have thousands of nested ones.
            Action<ProjectFolder, ProjectResult> next = isAlone
                ? (folder, result) => Tell(target, folder, result)
                : (folder, result) => told.Add((target, folder, result));
            var ofTarget = steps(target) with { Tell = next };
            if (isAlone && tellYear is not null)
                ofTarget = ofTarget with { TellYear = (folder, result) => progress.Aside(() => tellYear(target, folder, result)) };
            var shown = Shown(progress, target, isAlone, ofTarget);
            new ProjectRun(order, shown, isAlone, session.Cancellation).Run(target.Folder);
            target.Folder.Forget();
            return told;
        }
    }

    /// <summary>
    /// Steps whose beginnings are shown: of several projects a project counts as one, of a single one a nested project, or else a
    /// year.
    /// </summary>
    private static RunSteps Shown(ProgressLine progress, Target target, bool isAlone, RunSteps steps)
    {
        var isSingle = false;
        return steps with
        {
            Planned = (folder, years) =>
            {
                if (!isAlone) return;
                isSingle = folder.Children.Count == 0;
                progress.Expect(isSingle ? years.Count : folder.Size);
            },
            Begin = (folder, year) =>
            {
                var of = year.ToString(CultureInfo.InvariantCulture);
                progress.Begin(isSingle ? of : isAlone ? folder.Root : target.Name, $"{target.NameOf(folder)} {of}".TrimStart());
            },
        };
    }

    private static Failure IsFile(string named)
    {
        var above = Path.GetDirectoryName(named) is { Length: > 0 } folder ? Session.Slashed(folder) : ".";
        var option = ShownCommand.InProject(above);
        return Failure.OfUsage(
            new($"{named} 是文件，不是文件夹", $"{named} is a file, not a folder"),
            new($"-p 后面写项目文件夹：{option.TrimStart()}", $"-p takes the project's folder:{option}"));
    }

    private static Failure NoneHere() => Failure.OfUsage(
        new("这里不是项目：当前文件夹及其上级都没有 reportc.yaml",
            "this is no project: neither this folder nor one above it has a reportc.yaml"),
        new("进入项目文件夹，或用 -p 指明，例如 reportc build -p 水磨沟区",
            "go to the project's folder, or name it: reportc build -p FOLDER"));

    private static Failure NoneBelow(string named) => Failure.OfUsage(
        new($"{named} 不是项目，下一层也没有项目（没有 reportc.yaml）",
            $"{named} is no project, and none lies directly below it (no reportc.yaml)"),
        new("检查 -p 后面的路径", "check the path after -p"));
}
