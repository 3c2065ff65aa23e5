using System.CommandLine;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Status;

/// <summary><c>status</c>: who has filed, who has not, who fails, who is late.</summary>
internal sealed class StatusCommand : Query<Standing>
{
    private static readonly QueryFormat<Standing>[] Formats =
    [
        new("text", ".txt", static (standing, session) => StatusText.Of(standing, session)),
        new("json", ".json", static (standing, session) => StatusJson.Of(standing, session.Verbose)),
        new("brief", ".txt", static (standing, session) => StatusBrief.Of(standing, session.Language)),
    ];

    private readonly Argument<string[]> _words;
    private readonly ValueOption<string> _asOf;

    public StatusCommand(Language language) : base("status", About, language, Formats)
    {
        _words = AddWords("YEAR", "年度（默认：最近一年）", "the year (default: the newest)");
        _asOf = AddValue("--as-of", "按这一天判断是否逾期（默认：今天）",
            "the day by which lateness is judged (default: today)", new("日期", "DATE"));
        AddFormat();
    }

    private static Text About =>
        new("报送情况：谁报了，谁没填完，谁有错，谁逾期", "show who has filed, who has not, who fails and who is late");

    public override Argument<string[]> Words => _words;

    public override WordKinds KindsAt(int place) => place == 0 ? WordKinds.Years : WordKinds.None;

    public override string WordsForm => Say("[年度]", "[YEAR]");

    public override IReadOnlyList<(string Line, Text Meaning)> Examples =>
    [
        ("reportc status", new("最近一年的报送情况", "the newest year")),
        ("reportc status 2021 --as-of 2022-02-01", new("截至某一天的情况", "a year as of a day")),
        ("reportc status --format brief", new("发到工作群的几行字", "a few lines for a chat group")),
        ("reportc status -v", new("连同填报人、审核人、电话", "with who answers for the files, and telephones")),
        ("reportc status --format json", new("结果供其他程序读取", "the result for other programs")),
    ];

    protected override Standing Find(Session session, CommonOptions common, ParseResult parse, QueryFormat<Standing> format)
    {
        var asOf = parse.GetValue(_asOf) is { } date ? Date(date, _asOf.Name) : session.Host.Today();
        var words = parse.GetValue(_words) ?? [];
        if (words.Length > 1)
            throw Failure.OfUsage(new($"只能写一个年度，多写了“{words[1]}”", $"one year is wanted; “{words[1]}” is one too many"));
        var project = SingleProject.Open(session, parse.GetValue(common.Project));
        return Standing.Of(project, project.Year(words.FirstOrDefault()), asOf, parse.GetValue(common.Project));
    }
}
