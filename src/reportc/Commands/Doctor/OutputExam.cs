using Reportc.Files;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;

namespace Reportc.Commands.Doctor;

/// <summary>What a build would write, and whether it could.</summary>
internal static class OutputExam
{
    /// <summary>Tries the output folder without leaving a trace.</summary>
    /// <param name="exam">Takes the remarks.</param>
    /// <param name="subject">The project.</param>
    /// <param name="root">The folder that everything is written into.</param>
    /// <param name="outputs">The files of each year.</param>
    public static void Add(Examination exam, ExaminedProject subject, string root, Dictionary<int, IReadOnlyList<string>> outputs)
    {
        exam.Begin("output", new("输出", "Output"), subject.Name);
        var shown = exam.Session.Shown(subject.Out) + "/";
        var failures = Places(subject).Select(p => WriteProbe.Refuses(p, Disk.Files(p))).OfType<Failure>().ToList();
        foreach (var failure in failures) exam.Add(failure, "not-writable");
        foreach (var folder in Replacement.HalfDone(root)) exam.Add(DiskFailure.IsHalfDone(exam.Session.Shown(folder)), "half-done");
        if (failures.Count == 0)
            exam.Add(new("writable", Mark.Fine, new("文件夹", "folder"), new($"{shown} 可以写入", $"{shown} can be written")));
        foreach (var (year, names) in outputs.Where(o => o.Value.Count > 0))
        {
            var folder = $"{shown}{ProjectLayout.Digits(year)}/";
            Writes(new($"{year} 年", $"{year}"), new($"{folder}：{string.Join('、', names)}", $"{folder}: {string.Join(", ", names)}"));
        }
        if (outputs.Count > 1)
            Writes(new("历年", "all years"), new($"{shown}index.html（build --all 时）", $"{shown}index.html (with build --all)"));

        void Writes(Text title, Text files) => exam.Add(new("writes", Mark.Info, title, files));
    }

    /// <summary>The folder itself, and those of the years that are there already.</summary>
    private static IEnumerable<string> Places(ExaminedProject subject)
    {
        var years = subject.Folder.Years.Select(y => Path.Join(subject.Out, ProjectLayout.Digits(y)));
        return years.Where(p => Disk.HasFolder(p) || Disk.HasFile(p)).Prepend(subject.Out);
    }
}
