using Reportc.Files;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Projects;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;

namespace Reportc.Commands.Doctor;

/// <summary>The project: where it was found, what its reportc.yaml says.</summary>
internal static class ProjectExam
{
    /// <summary>Looks at reportc.yaml and what it sets.</summary>
    public static void Add(Examination exam, ExaminedProject subject, Text how)
    {
        exam.Begin("project", new("项目", "Project"), subject.Name);
        var root = Session.Slashed(subject.Folder.Root);
        exam.Add(new("project", Mark.Info, new("位置", "found"), new($"{root}（{how.Chinese}）", $"{root} ({how.English})")));
        foreach (var finding in subject.Findings) exam.Add(finding, subject.Shown);
        if (subject.Opened is null) exam.Raise(ExitStatus.Usage);
        if (subject.Project is not { } project) return;
        var roster = project.Roster is { Length: var units }
            ? new Text($"名册上 {units} 个单位", $"units on the roster: {units}")
            : new("没有单位名册", "no roster");
        var message = new Text($"{project.Authority}，{roster.Chinese}", $"{project.Authority}, {roster.English}");
        exam.Add(new("authority", Mark.Fine, new("机关", "authority"), message, File: ProjectLayout.ProjectFile));
        AddEditions(exam, subject, project);
        AddRules(exam, project);
        AddNested(exam, subject);
    }

    /// <summary>The project's own editions that stand for built-in ones.</summary>
    private static void AddEditions(Examination exam, ExaminedProject subject, Project project)
    {
        foreach (var key in project.Editions.Keys)
        {
            if (project.Editions.Find(key) is not { } edition || !project.Editions.IsOwn(edition)) continue;
            var copied = $"{ProjectLayout.Editions}/{key}.yaml";
            if (!BuiltInFiles.Paths.Contains(copied, StringComparer.Ordinal)) continue;
            var text = Decoder.Decode(new Findings(), subject.Folder.Source(edition.At.File))?.Text ?? "";
            var remark = CopyExam.Of("edition", new("格式", "edition"), copied, text);
            var (file, said) = (subject.Shown(edition.At.File), remark.Message);
            exam.Add(remark with { Message = new($"{file} {said.Chinese}", $"{file} {said.English}"), File = edition.At.File });
        }
    }

    /// <summary>Says that there is none, and what would make one.</summary>
    public static void AddNone(Examination exam)
    {
        exam.Begin("project", new("项目", "Project"));
        exam.Add(new("no-project", Mark.Info, new("位置", "found"),
            new("这里不是项目：当前文件夹及其上级都没有 reportc.yaml",
                "this is no project: neither this folder nor one above it has a reportc.yaml"),
            new("已有项目：进入它的文件夹，或用 -p 指明。"
                + "新建项目：reportc init 会在文件夹里写好 reportc.yaml、data/<年度>/ 和 narrative/<年度>.md，建好即可 build",
                "go to the project's folder or name it with -p; "
                + "for a new one, reportc init writes reportc.yaml, data/<year>/ and narrative/<year>.md into a folder, ready to build")));
        foreach (var name in Disk.Files(exam.Session.Host.Folder).Where(IsMisnamed))
            exam.Add(new("misnamed-project", Mark.Problem, Text.Same(name),
                new("名称不对，不会当作项目文件", "this name is not taken for a project's file"),
                new($"改名为 {ProjectLayout.ProjectFile}", $"rename it {ProjectLayout.ProjectFile}"), name));
    }

    /// <summary>A name that is meant to be reportc.yaml: another case or ending, or the one Windows hides.</summary>
    private static bool IsMisnamed(string name) =>
        name != ProjectLayout.ProjectFile && name.ToLowerInvariant() is "reportc.yaml" or "reportc.yml" or "report.yaml" or "report.yml"
            or "reportc.yaml.txt" or "reportc.yml.txt" or "reportc.txt" or "reportc";

    private static void AddRules(Examination exam, Project project)
    {
        foreach (var (name, severity) in project.Severities.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            var message = new Text(
                $"{name} 在 {ProjectLayout.ProjectFile} 中改为“{severity.Name().Chinese}”",
                $"{name} is set to “{severity.Name().English}” in {ProjectLayout.ProjectFile}");
            exam.Add(new("severity", Mark.Info, new("规则", "rule"), message, File: ProjectLayout.ProjectFile));
        }
        var editions = project.Editions.Keys.Select(k => project.Editions.Find(k)!);
        var ownRules = editions.SelectMany(e => project.RulesOf(e).Except(e.Rules));
        var names = ownRules.Select(r => r.Rule.Name).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count == 0) return;
        var all = new Text(string.Join('、', names), string.Join(", ", names));
        exam.Add(new("local-rules", Mark.Fine, new("本地规则", "local rules"), all, File: ProjectLayout.Rules));
    }

    private static void AddNested(Examination exam, ExaminedProject subject)
    {
        foreach (var child in subject.Folder.Children) exam.Add(Nested(subject, child));
    }

    private static ExamRemark Nested(ExaminedProject subject, ProjectFolder child)
    {
        var title = new Text("下级", "nested");
        if (child.Read(new Findings()) is not null)
        {
            var years = new Text($"{child.Below}，年度：{Years(child, "、")}", $"{child.Below}, years: {Years(child, ", ")}");
            return new("nested", Mark.Fine, title, years, File: child.Below);
        }
        var command = ShownCommand.Of("reportc", "doctor", "-p", subject.Shown(child.Below));
        return new("nested", Mark.Problem, title,
            new($"{child.Below} 的 {ProjectLayout.ProjectFile} 有误", $"the {ProjectLayout.ProjectFile} of {child.Below} is faulty"),
            new($"运行 {command}", $"run {command}"), child.Below);
    }

    private static string Years(ProjectFolder child, string separator) =>
        child.Years.Count == 0 ? "-" : string.Join(separator, child.Years.Select(ProjectLayout.Digits));
}
