using System.CommandLine;
using System.Text;
using Reportc.Files;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Drafting;
using ReportCompiler.Forms;
using ReportCompiler.Sources;

namespace Reportc.Commands.Init;

/// <summary><c>init</c>: a new project that builds at once.</summary>
internal sealed class InitCommand : Verb
{
    private readonly Argument<string[]> _words;
    private readonly ValueOption<string> _name;
    private readonly ValueOption<string> _year;
    private readonly Option<bool> _code;

    public InitCommand(Language language) : base("init", About, language)
    {
        _words = AddWords("DIR", "文件夹（默认：当前文件夹）", "the folder (default: the working folder)");
        _name = AddValue("--name", "机关的全称（默认：文件夹的名称）", "the authority's full name (default: the folder's)",
            new("机关", "NAME"));
        _year = AddValue("--year", "示例的年度（默认：去年）", "the example's year (default: last year)",
            new("年度", "YEAR"), WordKinds.Years);
        _code = AddSwitch("--vscode", "也写出 VS Code 的设置：提示项目名称、标出写错的地方；已有的项目也可以加上",
            "write settings for VS Code too, also into a project that is there: it then offers names and marks slips");
    }

    private static Text About => new("新建项目，带示例数据，立即可以生成报告", "make a new project with example data that builds at once");

    public override Argument<string[]> Words => _words;

    public override WordKinds KindsAt(int place) => place == 0 ? WordKinds.Folders : WordKinds.None;

    public override string WordsForm => Say("[文件夹]", "[DIR]");

    public override IReadOnlyList<(string Line, Text Meaning)> Examples =>
    [
        ("reportc init", new("把当前文件夹建成项目", "make the working folder a project")),
        ("reportc init 年报 --name 某某区人民政府", new("新建文件夹和项目，写明机关", "a new folder, and whose report it is")),
        ("reportc init 年报 --vscode", new("用 VS Code 填写的", "for who edits in VS Code")),
        ("reportc init --vscode", new("给已有的项目加上 VS Code 的设置", "the same for a project that is there")),
    ];

    public override int Run(Session session, CommonOptions common, ParseResult parse)
    {
        var words = parse.GetValue(_words) ?? [];
        ThrowIfNotOneFolder(words);
        // The folder may be named by -p, as for every other command.
        var folder = session.Full(words.FirstOrDefault() ?? parse.GetValue(common.Project) ?? ".");
        var (name, yearWord) = (parse.GetValue(_name), parse.GetValue(_year));
        if (ProjectFolder.Is(folder))
            return parse.GetValue(_code) && name is null
                ? AddEditor(session, new ProjectFolder(folder), yearWord)
                : throw IsProject(session, folder, name);
        var year = Year(session, yearWord);
        var edition = Editions.OfForm.For(year) ?? throw NoEdition(year);
        var authority = Authority(folder, name);
        var hasData = HasData(folder);
        var files = hasData ? Starter.WithoutExample(authority, year) : Starter.WithExample(authority, year, edition);
        // reportc.yaml last, so that an attempt that failed can be repeated.
        var editor = parse.GetValue(_code) ? EditorSettings.Files(edition, year) : [];
        MissingFiles.Write(session, folder, [.. files.Skip(1), .. editor, files[0]]);
        WriteSchemas(session, folder, year);
        if (ProjectFolder.Around(Path.GetDirectoryName(folder)) is { } parent) NoteParent(session, parent);
        Conclude(session, folder, year, hasData);
        return ExitStatus.Fine;
    }

    private static void ThrowIfNotOneFolder(string[] words)
    {
        if (words is [_, var second, ..])
            throw Failure.OfUsage(new($"只能写一个文件夹，多写了“{second}”", $"one folder is wanted; “{second}” is one too many"));
        if (words is [""])
            throw Failure.OfUsage(
                new("文件夹是空的名称", "the folder has an empty name"),
                new("写文件夹的名称，当前文件夹写 .", "name the folder; the working folder is “.”"));
    }

    private static void NoteParent(Session session, ProjectFolder parent)
    {
        var above = session.Shown(parent.Root) is var shown && shown != "." ? shown : Session.Slashed(parent.Root);
        session.Note(new(
            $"注意：{above} 也是项目，这里的数据不会自动并入；要并入，在它的 reportc.yaml 中把这个文件夹写入“下级”",
            $"note: {above} is a project too and does not add these data by itself; "
                + "to add them list this folder under 下级 in its reportc.yaml"));
    }

    /// <summary>Gives a project that is there already what an editor wants to know of it; the year is the newest that has data.</summary>
    private static int AddEditor(Session session, ProjectFolder folder, string? yearWord)
    {
        var project = folder.ReadOrFail(session);
        var year = yearWord is null && folder.Years is [.., var newest] ? newest : Year(session, yearWord);
        var edition = project.EditionFor(year) ?? throw NoEdition(year);
        var schemas = SchemaFiles.Of(project, edition).Select(f => new StarterFile(f.File, Encoding.UTF8.GetString(f.Bytes)));
        MissingFiles.Write(session, folder.Root, [.. EditorSettings.Files(edition, year), .. schemas]);
        return ExitStatus.Fine;
    }

    private static Failure IsProject(Session session, string folder, string? name)
    {
        var file = session.Shown(Path.Join(folder, ProjectLayout.ProjectFile));
        var help = name is not null
            ? new Text(
                $"机关的名称写在 {file} 中；要新建项目，换一个文件夹",
                $"the authority's name stands in {file}; for a new project use another folder")
            : new(
                "换一个文件夹；要新一年的数据文件，用 reportc new 年度；要 VS Code 的设置，加 --vscode",
                "use another folder; for a new year's data files run reportc new YEAR; for the settings of VS Code add --vscode");
        return Failure.OfUsage(new($"这里已经是项目：有 {file}", $"this is a project already: there is {file}"), help);
    }

    private static Failure NoEdition(int year) => Failure.OfUsage(
        new($"没有适用于 {year} 年的格式", $"no edition of the form is for {year}"),
        new("用 --year 写别的年度", "give another --year"));

    private static int Year(Session session, string? word) => word is null
        ? session.Host.Today().Year - 1
        : ProjectLayout.Year(word) ?? throw Failure.OfUsage(
            new($"“{word}”不是年度", $"“{word}” is not a year"),
            new("写四位数字，例如 2021", "write four digits, such as 2021"));

    private static string Authority(string folder, string? name)
    {
        var authority = (name ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))).Trim();
        return authority.Length > 0 && !authority.Any(char.IsControl) ? authority
            : throw Failure.OfUsage(
                new("没有机关的名称", "the authority has no name"),
                new("用 --name 写明，例如 --name 某某区人民政府", "give one with --name"));
    }

    /// <summary>Whether some year has data files: examples must not be added to real figures.</summary>
    private static bool HasData(string folder)
    {
        var data = Path.Join(folder, ProjectLayout.Data);
        var years = Disk.Folders(data).Where(name => ProjectLayout.Year(name) is not null);
        return years.Any(year => Disk.Files(Path.Join(data, year)).Count > 0);
    }

    private static void WriteSchemas(Session session, string folder, int year)
    {
        // Editions of the project's own may have been there, right or wrong.
        var made = new ProjectFolder(folder);
        if (made.Read(new Findings()) is { } project && project.EditionFor(year) is { } edition)
            foreach (var path in SchemaFiles.Refresh(made, project, edition))
                if (!session.Quiet) session.Host.Out.Write(session.Shown(path) + "\n");
        session.Flush();
    }

    private static void Conclude(Session session, string folder, int year, bool hasData)
    {
        var shown = session.Shown(folder);
        var at = ShownCommand.InProject(shown is "." ? null : shown);
        if (hasData)
            session.Note(new(
                $"已有数据，没有写示例。接下来：reportc check{at}",
                $"there is data already, so no example was written. Next: reportc check{at}"));
        else session.Note(new(
            $"""
            示例中的单位和数字都是虚构的，不得发布。接下来：
              1. 看看报告的样子：reportc build{at}
              2. 在 reportc.yaml 中把“单位”换成真实的，删去 data/{year} 中的示例文件
              3. 写出各单位待填的文件：reportc new {year}{at}
              4. 填好后核对：reportc check{at}；正文写在 narrative/{year}.md
            """.ReplaceLineEndings("\n"),
            $"""
            The units and figures of the example are made up and not to be published. Next:
              1. see what a report looks like: reportc build{at}
              2. list the real units under 单位 in reportc.yaml and delete the example's files in data/{year}
              3. write the files the units fill in: reportc new {year}{at}
              4. when they are filled in: reportc check{at}; the prose is narrative/{year}.md
            """.ReplaceLineEndings("\n")));
    }
}
