using System.CommandLine;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Doctor;

/// <summary><c>doctor</c>: what could stand in the way of a build, and what every answer to a question begins with.</summary>
internal sealed class DoctorCommand : Query<Examination>
{
    private static readonly QueryFormat<Examination>[] Formats =
    [
        new("text", ".txt", static (exam, session) => exam.Licences is { } all ? LicenceText.Of(all, session) : DoctorText.Of(exam)),
        new("json", ".json", static (exam, _) => exam.Licences is { } all ? LicenceJson.Of(all) : DoctorJson.Of(exam)),
    ];

    private readonly Option<bool> _licences;

    public DoctorCommand(Language language) : base("doctor", About, language, Formats)
    {
        AddFormat();
        _licences = AddSwitch("--licences", "不体检，列出程序所含软件的许可证及其全文",
            "no examination: the licences of all that the program is made of, with their texts");
    }

    private static Text About => new("体检：版本、项目、读不到的文件、编码、模板、输出文件夹",
        "look for what goes wrong: versions, project, files passed over, encodings, templates, output folder");

    public override IReadOnlyList<(string Line, Text Meaning)> Examples =>
    [
        ("reportc doctor", new("检查当前项目；有问题时退出状态为 1", "the project around; exit status 1 where there is a problem")),
        ("reportc doctor -p 水磨沟区 -v", new("另外列出读取的每个文件", "list every file that is read, too")),
        ("reportc doctor --format json", new("结果供其他程序读取", "the result for other programs")),
        ("reportc doctor --licences -q", new("所含软件的许可证，不附全文", "the licences of what it is made of, without their texts")),
    ];

    public override OutKind Out => OutKind.Folder;

    protected override int StatusOf(Examination found) => found.Status;

    protected override Examination Find(Session session, CommonOptions common, ParseResult parse, QueryFormat<Examination> format)
    {
        if (parse.GetValue(_licences)) return new Examination(session) { Licences = LicensedPackage.All() };
        var exam = new Examination(session);
        ProgramExam.Add(exam, parse.GetValue(common.Lang));
        var named = parse.GetValue(common.Project);
        if (named is null && ProjectFolder.Around(session.Host.Folder) is null) ProjectExam.AddNone(exam);
        else if (Find(exam, session, named) is { } targets)
        {
            foreach (var target in targets.Projects) Look(exam, targets, target, named, parse.GetValue(common.Out));
        }
        return exam;
    }

    private static Targets? Find(Examination exam, Session session, string? named)
    {
        try
        {
            return Targets.Find(session, named);
        }
        catch (Failure failure)
        {
            exam.Begin("project", new("项目", "Project"));
            exam.Add(failure);
            return null;
        }
    }

    private static void Look(Examination exam, Targets targets, Target target, string? named, string? output)
    {
        var session = exam.Session;
        var result = new ProjectResult();
        CompilableProject? opened = null;
        var asWritten = new Relocation(static path => path, keepText: false);
        ProjectRun.Guard(result, () => opened = ProjectRun.Open(result, target.Folder, asWritten, asked: null));
        var shown = (string path) => session.Shown(Path.Join(target.Folder.Root, path));
        var outFolder = targets.Out(session, target, target.Folder, output);
        var subject = new ExaminedProject(target.Folder, target.Name, opened, shown, outFolder) { Findings = result.Findings };
        ProjectExam.Add(exam, subject, HowFound(named, target));
        foreach (var failure in result.Failures) exam.Add(failure);
        var outputs = YearExam.Add(exam, subject);
        LayoutExam.Add(exam, subject);
        ShapeExam.Add(exam, subject, path => target.Prefix(target.Folder) + path);
        exam.Look(() => TemplateExam.Add(exam, subject));
        exam.Look(() => OutputExam.Add(exam, subject, targets.Out(session, output), outputs));
    }

    private static Text HowFound(string? named, Target target) =>
        named is null ? new("从当前文件夹向上找到", "found from the working folder upwards")
        : target.Name.Length == 0 ? new($"由 -p {named} 指明", $"named by -p {named}")
        : new($"在 -p {named} 的下一层", $"directly below -p {named}");
}
