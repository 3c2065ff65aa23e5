using Reportc.Files;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler;

namespace Reportc.Commands;

/// <summary>Where the review pages that <c>check</c> makes go: standard output takes one, the folder of <c>-o</c> all.</summary>
/// <param name="Folder">The folder; null for standard output.</param>
internal sealed record ReviewRequest(string? Folder)
{
    /// <summary>Whether there is more than one page: one is made for each year of each project, nested ones aside.</summary>
    public static bool HasSeveral(Targets targets, YearSelection years) =>
        targets.Projects is not [var only] || (only.Folder.Years.Count > 0 && years.Of(only.Folder.Years, static _ => { }).Count != 1);

    /// <summary>The command that makes the pages of what another command was asked for, to be copied.</summary>
    public static string Command(Targets targets, YearSelection years, IEnumerable<string> words, string? project)
    {
        var check = ShownCommand.Of([.. words.Prepend("check").Prepend("reportc"), .. years.IsAll ? ["--all"] : Array.Empty<string>()]);
        var output = HasSeveral(targets, years) ? "-o review" : "> review.html";
        return $"{check}{ShownCommand.InProject(project)} --format html {output}";
    }

    /// <summary>What <c>--format html</c> asks for; refuses files, for a page is of a year.</summary>
    public static ReviewRequest Of(List<string> files, string? folder) => files.Count == 0 ? new(folder)
        : throw Failure.OfUsage(
            new("审核页（--format html）是整个年度的，不能只要一个文件",
                "a review page (--format html) is of a whole year, not of a file"),
            new("写年度，例如 reportc check 2021 --format html；只核对文件，去掉 --format html",
                "name the year: reportc check 2021 --format html; to check files alone leave --format html out"));

    /// <summary>Refuses more pages than standard output takes.</summary>
    public void ThrowIfSeveral(Targets targets, YearSelection years)
    {
        if (Folder is null && HasSeveral(targets, years))
            throw Failure.OfUsage(
                new("审核页每年每个项目一页，标准输出只放得下一页",
                    "there is one review page for each year and project, and standard output takes one"),
                new("加 -o 文件夹，写成多个文件，例如 reportc check --all --format html -o review",
                    "add -o DIR to write them all: reportc check --all --format html -o review"));
    }

    /// <summary>Takes the page of a year: into the folder, or kept for standard output.</summary>
    public void Take(
        Session session, Targets targets, Target target, ProjectFolder folder, ProjectResult result, Compilation compilation,
        Replacement? into)
    {
        foreach (var page in compilation.Outputs) result.Pages[compilation.Year] = Folder is null ? page.Bytes : [];
        if (Folder is not null)
            result.Put(into, targets.Out(session, target, folder, Folder, compilation.Year), compilation.Year, compilation.Outputs);
    }
}
