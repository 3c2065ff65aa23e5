using Reportc.Files;
using Reportc.Projects;
using Reportc.Shell;

namespace Reportc.Commands.Check;

/// <summary>What <c>check</c> is to look at: years of projects, or files by name; never both.</summary>
/// <param name="Years">The years as they were typed; none for the newest.</param>
/// <param name="Files">The files as they were typed, <c>-</c> for standard input.</param>
internal sealed record CheckedWords(List<string> Years, List<string> Files)
{
    /// <summary>Standard input.</summary>
    public const string Stdin = "-";

    /// <summary>Sorts words: a file is there, or looks like one.</summary>
    public static CheckedWords Of(Session session, string[] words)
    {
        var sorted = new CheckedWords([], []);
        foreach (var word in words)
        {
            // A shell that was given data/2021/* names them too.
            if (words.Length > 1 && word.EndsWith(Disk.Kept, StringComparison.OrdinalIgnoreCase))
            {
                session.Note(new($"{word} 是改正前的原文件，没有核对", $"{word} is a file as it was before --fix, and is not checked"));
                continue;
            }
            if (IsFile(session, word)) sorted.Files.Add(word);
            else if (IsMeantAsYears(word)) sorted.Years.Add(word);
            else throw Neither(session, word);
        }
        return sorted is not { Years: [var year, ..], Files: [var file, ..] } ? sorted
            : throw Failure.OfUsage(
                new($"年度（{year}）与文件（{file}）不能一起写", $"years ({year}) and files ({file}) exclude each other"),
                new("分两次运行", "run it once for each"));
    }

    private static bool IsMeantAsYears(string word) => YearSelection.IsYears(word) || word.Contains("..", StringComparison.Ordinal);

    private static Failure Neither(Session session, string word) => Disk.HasFolder(session.Full(word))
        ? Failure.OfUsage(
            new($"“{word}”不是年度，是文件夹", $"“{word}” is not a year but a folder"),
            new($"写文件名或年度；核对里面的项目，用{ShownCommand.InProject(word)}",
                $"name a file or a year; to check the project in it write{ShownCommand.InProject(word)}"))
        : Failure.OfUsage(
            new($"“{word}”不是年度，也没有这个文件", $"“{word}” is not a year, and there is no such file"),
            new("年度写四位数字，例如 2021；连续几年写 2019..2025", "write a year in four digits, such as 2021; several as 2019..2025"));

    private static bool IsFile(Session session, string word) =>
        word == Stdin || (!YearSelection.IsYears(word) && (HasFormOfFile(word) || Disk.HasFile(session.Full(word))));

    private static bool HasFormOfFile(string word) =>
        word.AsSpan().ContainsAny('/', '\\')
        || word.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || word.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
}
