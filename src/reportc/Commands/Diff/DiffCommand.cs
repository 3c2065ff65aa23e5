using System.CommandLine;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Diff;

/// <summary><c>diff</c>: what changed between two years.</summary>
internal sealed class DiffCommand : Query<Comparison>
{
    private static readonly QueryFormat<Comparison>[] Formats =
    [
        new("text", ".txt", static (comparison, session) => new DiffText(comparison, session.Language, session.OutWidth).ToString()),
        new("json", ".json", static (comparison, _) => DiffJson.Of(comparison)),
        new("html", ".html", static (comparison, session) => new DiffHtml(comparison, session.Language).ToString()),
    ];

    private readonly Argument<string[]> _words;
    private readonly Option<bool> _units;

    public DiffCommand(Language language) : base("diff", About, language, Formats)
    {
        _words = AddWords("YEAR", "两个年度，例如 2020 2021", "two years, such as 2020 2021");
        _units = AddSwitch("--units", "也比较各单位（机构改革前后的单位合在一起）",
            "compare the units too, those reorganised together with their predecessors");
        AddFormat();
    }

    private static Text About => new("比较两年：哪些数变了，哪些是跳变", "compare two years cell by cell, jumps marked");

    public override Argument<string[]> Words => _words;

    public override WordKinds KindsAt(int place) => place < 2 ? WordKinds.Years : WordKinds.None;

    public override string WordsForm => Say("年度 年度", "YEAR YEAR");

    public override IReadOnlyList<(string Line, Text Meaning)> Examples =>
    [
        ("reportc diff 2020 2021", new("两年之间变了的数", "the totals that changed")),
        ("reportc diff 2020 2021 --units", new("各单位变了的数", "those of every unit too")),
        ("reportc diff 2020 2021 --format html > diff.html", new("存成网页", "as a web page")),
        ("reportc diff 2020 2021 --format json", new("结果供其他程序读取", "the result for other programs")),
    ];

    protected override Comparison Find(Session session, CommonOptions common, ParseResult parse, QueryFormat<Comparison> format)
    {
        if (parse.GetValue(_words) is not { Length: 2 } words)
            throw Failure.OfUsage(new("要写两个年度", "two years are wanted"),
                new("例如 reportc diff 2020 2021", "such as reportc diff 2020 2021"));
        var project = SingleProject.Open(session, parse.GetValue(common.Project));
        var (before, after) = (project.District(project.Year(words[0])), project.District(project.Year(words[1])));
        project.Doubt(before);
        if (after != before) project.Doubt(after);
        return Comparison.Of(project.Project, before, after, parse.GetValue(_units)) with
        {
            InDoubt = [.. new[] { before, after }.Distinct().Where(project.IsInDoubt)],
        };
    }
}
