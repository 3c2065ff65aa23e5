using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;

namespace Reportc.Projects;

/// <summary>The years asked for: by name, in ranges, all, or the newest if nothing is said.</summary>
internal sealed class YearSelection
{
    private readonly List<(int From, int To)> _asked = [];
    private bool _all;

    /// <summary>The newest year.</summary>
    public static YearSelection Newest { get; } = new();

    /// <summary>Whether it takes every year there is.</summary>
    public bool IsAll => _all;

    /// <summary>Whether a word is a year or a range, right or wrong: everything else may be a file.</summary>
    public static bool IsYears(string word) => word.Any(char.IsAsciiDigit) && word.All(c => c == '.' || char.IsAsciiDigit(c));

    /// <summary>Reads <c>2020 2021</c>, <c>2019..2025</c> and <c>--all</c>.</summary>
    public static YearSelection Parse(IReadOnlyList<string> words, bool all)
    {
        if (all && words.Count > 0)
            throw Failure.OfUsage(new("--all 与具体年份只能写一样", "--all and years exclude each other"),
                new($"写 --all，或写 {string.Join(' ', words)}", $"write --all, or {string.Join(' ', words)}"));
        var selection = new YearSelection { _all = all };
        foreach (var word in words) selection._asked.Add(Range(word));
        return selection;
    }

    /// <summary>
    /// The years to work on, ascending. A year of a range that has no folder is skipped with a note; one asked for by name is a
    /// failure.
    /// </summary>
    public List<int> Of(IReadOnlyList<int> folders, Action<Text> note)
    {
        if (folders.Count == 0)
            throw Failure.OfUsage(
                new("还没有数据：没有 data/<年度>/ 文件夹", "there is no data yet: no folder data/<year>/"),
                new("把各单位的数据文件放入 data/<年度>/，例如 data/2021/",
                    "put the units' data files into data/<year>/, such as data/2021/"));
        if (_all) return [.. folders];
        if (_asked.Count == 0) return [folders[^1]];
        var years = new SortedSet<int>();
        foreach (var (from, to) in _asked) Take(years, from, to, folders, note);
        return [.. years];
    }

    private static void Take(SortedSet<int> years, int from, int to, IReadOnlyList<int> folders, Action<Text> note)
    {
        var found = 0;
        foreach (var year in folders)
        {
            if (year < from || year > to) continue;
            years.Add(year);
            found++;
        }
        if (found == 0) throw NoFolder(from, to, folders);
        if (found <= to - from) note(Skipped(from, to, folders));
    }

    private static Text Skipped(int from, int to, IReadOnlyList<int> folders)
    {
        const int Shown = 10;
        var missing = new List<int>();
        for (var year = from; year <= to; year++)
            if (!folders.Contains(year)) missing.Add(year);
        var more = missing.Count > Shown;
        var some = more ? missing[..Shown] : missing;
        return new($"跳过没有数据的年度：{string.Join('、', some)}{(more ? $" 等 {missing.Count} 年" : "")}",
            $"skipped, for there is no data: {string.Join(", ", some)}{(more ? $" and {missing.Count - Shown} more years" : "")}");
    }

    private static Failure NoFolder(int from, int to, IReadOnlyList<int> folders)
    {
        var help = new Text($"有数据的年度：{string.Join('、', folders)}", $"years with data: {string.Join(", ", folders)}");
        var message = from == to
            ? new Text($"没有 {from} 年的数据：没有 data/{from:D4}/", $"there is no data for {from}: no folder data/{from:D4}/")
            : new($"{from}..{to} 之间没有一年有数据", $"no year of {from}..{to} has data");
        return Failure.OfUsage(message, help);
    }

    private static (int From, int To) Range(string word)
    {
        var dots = word.IndexOf("..", StringComparison.Ordinal);
        var (first, last) = dots < 0 ? (word, word) : (word[..dots], word[(dots + 2)..]);
        if (ProjectLayout.Year(first) is not { } from || ProjectLayout.Year(last) is not { } to)
            throw Failure.OfUsage(
                new($"“{word}”不是年度", $"“{word}” is not a year"),
                new("写四位数字，例如 2021；连续几年写 2019..2025", "write four digits, such as 2021; several years as 2019..2025"));
        if (from > to)
            throw Failure.OfUsage(
                new($"{word} 先后颠倒", $"{word} is an empty range"),
                new($"写成 {to}..{from}", $"write {to}..{from}"));
        return (from, to);
    }
}
