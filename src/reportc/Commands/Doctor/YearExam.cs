using Reportc.Files;
using ReportCompiler;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;

namespace Reportc.Commands.Doctor;

/// <summary>The years: which form they use, from where, and whether they would build.</summary>
internal static class YearExam
{
    /// <summary>Looks at every year; what each would write.</summary>
    public static Dictionary<int, IReadOnlyList<string>> Add(Examination exam, ExaminedProject subject)
    {
        var outputs = new Dictionary<int, IReadOnlyList<string>>();
        exam.Begin("years", new("年度", "Years"), subject.Name);
        if (subject.Folder.Years.Count == 0)
            exam.Add(new("no-data", Mark.Problem, new("数据", ProjectLayout.Data),
                new("还没有数据：没有 data/<年度>/ 文件夹", "there is no data yet: no folder data/<year>/"),
                new("把各单位的数据文件放入 data/<年度>/，例如 data/2021/",
                    "put the units' data files into data/<year>/, such as data/2021/"), "data"));
        foreach (var year in subject.Folder.Years) exam.Look(() => outputs[year] = Look(exam, subject, year));
        return outputs;
    }

    private static IReadOnlyList<string> Look(Examination exam, ExaminedProject subject, int year)
    {
        exam.Session.Cancellation.ThrowIfCancellationRequested();
        var files = subject.DataOf(year).Count();
        var narrative = Disk.HasFile(Path.Join(subject.Folder.Root, ProjectLayout.NarrativeOf(year)));
        var read = narrative
            ? new Text($"{files} 个数据文件，有正文", $"data files: {files}, with a narrative")
            : new($"{files} 个数据文件，没有正文", $"data files: {files}, no narrative");
        if (subject.Opened is not { } opened)
        {
            exam.Add(new("year", Mark.Info, Title(year), read, File: Folder(year)));
            return [];
        }
        var compilation = opened.Compiler.Compile(year, opened.Formats, draft: true);
        var form = Form(subject, year);
        var (errors, warnings) = (Count(compilation, Severity.Error), Count(compilation, Severity.Warning));
        var message = new Text(
            $"{form.Chinese}；{read.Chinese}；{errors} 个错误，{warnings} 个警告",
            $"{form.English}; {read.English}; errors: {errors}, warnings: {warnings}");
        var help = new Text($"运行 reportc check {year} 查看", $"run reportc check {year}");
        exam.Add(errors > 0
            ? new("year", Mark.Problem, Title(year), message, help, Folder(year))
            : new("year", Mark.Fine, Title(year), message, File: Folder(year)));
        return [.. compilation.Outputs.Select(o => o.Name)];
    }

    private static Text Title(int year) => new($"{year} 年", $"{year}");

    private static string Folder(int year) => ProjectLayout.DataOf(year);

    private static Text Form(ExaminedProject subject, int year)
    {
        var project = subject.Project!;
        if (project.EditionFor(year) is not { } edition) return new("没有适用的格式", "no form for it");
        var from = project.Editions.IsOwn(edition) ? new Text("项目自有", "the project's own") : new("自带", "built in");
        var why = project.NamedFor(year) is not null ? new Text("，由“格式”指定", ", set by 格式") : new("", "");
        return new($"格式 {edition.Key}（{from.Chinese}{why.Chinese}）", $"edition {edition.Key} ({from.English}{why.English})");
    }

    private static int Count(Compilation compilation, Severity severity) =>
        compilation.Diagnostics.Count(d => d.Severity == severity);
}
