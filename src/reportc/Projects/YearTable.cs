using System.Globalization;
using System.Text;
using Reportc.Files;
using Reportc.Messages;
using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc.Projects;

/// <summary>The table at the end of a run over several years or projects: one line for each year of each project.</summary>
/// <param name="written">The heading of the last column, how many files were written; null to leave it out.</param>
internal sealed class YearTable(Text? written)
{
    // Beyond a screen or two nobody reads it line by line: then the projects are added up by year.
    private const int Longest = 50;

    private readonly List<(string Project, YearResult Year)> _lines = [];

    /// <summary>Takes the years of a project.</summary>
    public void Add(string project, ProjectResult result)
    {
        foreach (var year in result.Years) _lines.Add((project, year));
    }

    /// <summary>The table; empty for a single line.</summary>
    /// <param name="language">The language of its heading.</param>
    /// <param name="width">The columns of the terminal; 0 if there is none.</param>
    public string In(Language language, int width)
    {
        if (_lines.Count < 2) return "";
        var isSummed = _lines.Count > Longest;
        var hasProjects = !isSummed && _lines.Exists(l => l.Project.Length > 0);
        var rows = new List<List<string>> { Heading(language, hasProjects) };
        if (isSummed)
        {
            var years = _lines.Select(l => l.Year).GroupBy(y => y.Year).OrderBy(g => g.Key);
            rows.AddRange(years.Select(y => Row(null, Sum(y.Key, y))));
        }
        else
        {
            foreach (var (project, year) in _lines) rows.Add(Row(hasProjects ? project : null, year));
        }
        var table = new TextTable([.. Enumerable.Range(0, rows[0].Count).Skip(hasProjects ? 1 : 0)]);
        foreach (var row in rows) table.Add([.. row]);
        var text = new StringBuilder();
        table.AppendTo(text, width: width);
        return text.ToString();
    }

    private List<string> Heading(Language language, bool hasProjects)
    {
        List<Text> heading =
        [
            new("年度", "year"), new("单位", "units"), new("勾稽关系", "equations"), new("不成立", "broken"),
            new("错误", "errors"), new("警告", "warnings"),
        ];
        if (hasProjects) heading.Insert(0, new("项目", "project"));
        if (written is { } files) heading.Add(files);
        return heading.ConvertAll(t => t.In(language));
    }

    private List<string> Row(string? project, YearResult year)
    {
        var counts = year.Counts;
        List<int> numbers = [year.Year, counts.Units, counts.Tally.Equations, counts.Tally.Broken, counts.Errors, counts.Warnings];
        if (written is not null) numbers.Add(year.Written);
        var row = numbers.ConvertAll(n => n.ToString(CultureInfo.InvariantCulture));
        if (project is not null) row.Insert(0, project.Length > 0 ? DisplayWidth.Clean(project) : ".");
        return row;
    }

    private static YearResult Sum(int year, IEnumerable<YearResult> parts)
    {
        var counts = new Counts();
        var files = new List<FileSet>();
        foreach (var part in parts)
        {
            counts.Add(part.Counts);
            files.AddRange(part.Files);
        }
        return new YearResult(year, counts, files);
    }
}
