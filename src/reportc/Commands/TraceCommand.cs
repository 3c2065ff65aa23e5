using System.CommandLine;
using ReportCompiler.CommandLine.Folders;
using ReportCompiler.CommandLine.Reporting;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Projects;
using ReportCompiler.Syntax;

namespace ReportCompiler.CommandLine.Commands;

/// <summary><c>trace</c>: where a figure of the district comes from.</summary>
internal sealed class TraceCommand : Verb
{
    private readonly Argument<string[]> _words;
    private readonly Language _language;

    public TraceCommand(Language language) : base("trace", new Text("查一个数从哪里来：各单位报了多少、写在哪个文件哪一行，以及各年的数", "show where a total comes from: every unit's share with its file and line, and the years before").In(language))
    {
        _language = language;
        _words = WordsNamed("CELL", new Text("单元格路径，例如 依申请公开.本年新收.总计，以及年度（默认：最近一年）", "the cell's path, such as 依申请公开.本年新收.总计, and the year (default: the newest)").In(language));
        Add(_words);
    }

    public override Argument<string[]> Words => _words;

    public override string WordsForm => new Text("单元格 [年度]", "CELL [YEAR]").In(_language);

    public override IReadOnlyList<(string Line, Text Meaning)> Examples =>
    [
        ("reportc trace 依申请公开.本年新收.总计", new("最近一年的总数从哪里来", "where the newest year's total comes from")),
        ("reportc trace 主动公开.行政许可 2021", new("某一年的数", "a figure of one year")),
        ("reportc trace 指标.发布信息条数", new("本机关自己的指标", "an indicator of the authority's own")),
    ];

    public override int Run(Session session, CommonOptions common, ParseResult parse)
    {
        var words = parse.GetValue(_words) ?? [];
        if (words.Length is 0 or > 2)
            throw Failure.OfUsage(words.Length == 0 ? new("没有写单元格", "no cell is given") : new($"多写了“{words[2]}”", $"“{words[2]}” is one word too many"),
                new("写法：reportc trace 依申请公开.本年新收.总计 2021", "write reportc trace 依申请公开.本年新收.总计 2021"));
        var look = Lookback.Open(session, parse.GetValue(common.Project));
        var year = look.Year(words.Length > 1 ? words[1] : null);
        var district = look.District(year);
        look.Doubt(district);
        var text = new TraceText(look, session.Language, district);
        if (Indicator(look.Project, words[0]) is { } indicator) text.Append(indicator);
        else text.Append(CellPath.Find(district.Edition, words[0]) ?? throw Unknown(look.Project, district.Edition, words[0], year));
        session.Host.Out.Write(text.ToString());
        return ExitStatus.Fine;
    }

    private static Indicator? Indicator(Project project, string path)
    {
        const string Start = ReportCompiler.Projects.Indicator.Group + ".";
        if (!path.StartsWith(Start, StringComparison.Ordinal)) return null;
        var name = path[Start.Length..];
        return project.Indicators.FirstOrDefault(i => i.Key == name) ?? project.Indicators.FirstOrDefault(i => Names.Fold(i.Key) == Names.Fold(name) || Names.Fold(i.Label) == Names.Fold(name));
    }

    private static Failure Unknown(Project project, Edition edition, string path, int year)
    {
        var message = new Text($"{year} 年的格式（{edition.Key} 版）没有单元格“{path}”", $"the form of {year} (edition {edition.Key}) has no cell “{path}”");
        var below = edition.StepsBelow(path).ToList();
        if (below.Count > 0) return Failure.OfUsage(message, new($"“{path}”下面还有：{string.Join('、', below)}", $"“{path}” goes on with: {string.Join(", ", below)}"));
        var nearest = Names.Nearest(path, edition.Cells.Select(c => c.Path).Concat(project.Indicators.Select(i => i.Path)));
        return Failure.OfUsage(message, nearest is not null ? new($"是不是“{nearest}”？", $"did you mean “{nearest}”?")
            : new($"路径以表开头：{string.Join('、', edition.Tables.Select(t => t.Key))}", $"a path begins with a table: {string.Join(", ", edition.Tables.Select(t => t.Key))}"));
    }
}
