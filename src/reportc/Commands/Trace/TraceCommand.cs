using System.CommandLine;
using System.Globalization;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Syntax;
using ReportCompiler.Tracing;

namespace Reportc.Commands.Trace;

/// <summary><c>trace</c>: where a figure of the authority comes from.</summary>
internal sealed class TraceCommand : Query<TracedInProject>
{
    private static readonly QueryFormat<TracedInProject>[] Formats =
    [
        new("text", ".txt", static (found, session) => TraceText.Of(found, session)),
        new("json", ".json", static (found, _) => TraceJson.Of(found.Traced, found.Project.InJson, found.Depth)),
    ];

    private readonly Argument<string[]> _words;
    private readonly ValueOption<string> _depth;

    public TraceCommand(Language language) : base("trace", About, language, Formats)
    {
        _words = AddWords("CELL", "单元格路径，例如 依申请公开.本年新收.总计，以及年度（默认：最近一年）",
            "the cell's path, such as 依申请公开.本年新收.总计, and the year (default: the newest)");
        _depth = AddValue("--depth", "下级机关展开几层，1 为不展开（默认：全部展开）",
            "how many levels of nested authorities to open, 1 opens none (default: all)", Text.Same("N"));
        AddFormat();
    }

    private static Text About => new("查一个数从哪里来：各单位报了多少、写在哪个文件哪一行，以及各年的数",
        "show where a total comes from: every unit's share with its file and line, and the years before");

    public override Argument<string[]> Words => _words;

    public override WordKinds KindsAt(int place) => place == 0 ? WordKinds.Cells : place == 1 ? WordKinds.Years : WordKinds.None;

    public override string WordsForm => Say("单元格 [年度]", "CELL [YEAR]");

    public override IReadOnlyList<(string Line, Text Meaning)> Examples =>
    [
        ("reportc trace 依申请公开.本年新收.总计", new("最近一年的总数从哪里来", "where the newest year's total comes from")),
        ("reportc trace 主动公开.行政许可 2021 -v", new("某一年的数，为 0 的单位也列出", "a figure of one year, units with 0 too")),
        ("reportc trace 指标.发布信息条数", new("本机关自己的指标", "an indicator of the authority's own")),
        ("reportc trace 依申请公开.办理结果.不予公开.总计 --depth 1",
            new("一组各项之和，下级机关不展开", "the rows of a group together, nested authorities not opened")),
    ];

    protected override TracedInProject Find(Session session, CommonOptions common, ParseResult parse, QueryFormat<TracedInProject> format)
    {
        var depth = parse.GetValue(_depth) is { } word ? Depth(word) : int.MaxValue;
        var (path, yearWord) = Split(parse.GetValue(_words) ?? []);
        var project = SingleProject.Open(session, parse.GetValue(common.Project));
        var year = project.Year(yearWord);
        var traced = Traced.Of(project, SubjectOf(project, path, year), year, session.Cancellation);
        project.Doubt(year, traced.Origin.IsComplete);
        return new TracedInProject(project, traced, depth);
    }

    /// <summary>What a path names. A label may hold a space: only if the path is none as it stands are its spaces the steps'.</summary>
    private static TracedFigure SubjectOf(SingleProject project, string path, int year)
    {
        var edition = project.EditionFor(year);
        return TracedFigure.Find(project.Project, edition, path) ?? TracedFigure.Find(project.Project, edition, Dotted(path))
            ?? throw UnknownCell.In(project, path.Contains('.') ? path : Dotted(path), year);
    }

    /// <summary>The cell and the year, in whichever order; spaces between the steps of a path are taken for dots.</summary>
    private static (string Path, string? Year) Split(string[] words)
    {
        var steps = words.Where(w => YearOf(w) is null).ToList();
        var years = words.Select(YearOf).OfType<string>().ToList();
        if (steps.Count > 0 && years.Count <= 1) return (string.Join('.', steps), years.FirstOrDefault());
        throw Failure.OfUsage(steps.Count == 0
            ? new("没有写单元格", "no cell is given") : new($"多写了“{years[1]}”", $"“{years[1]}” is one word too many"),
            new("写法：reportc trace 依申请公开.本年新收.总计 2021", "write reportc trace 依申请公开.本年新收.总计 2021"));
    }

    /// <summary>A path whose steps one word holds with spaces between them, as a quoted one does.</summary>
    private static string Dotted(string path) => string.Join('.', path.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The year a word means, as a Chinese keyboard may write it: <c>２０２１</c>, <c>2021年</c>; null for a path.</summary>
    private static string? YearOf(string word) =>
        string.Concat(word.Select(Names.HalfWidth)).TrimEnd('年') is var year && YearSelection.IsYears(year) ? year : null;

    private static int Depth(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var depth) && depth > 0 ? depth
            : throw Failure.OfUsage(new($"--depth 后面不是层数：“{word}”", $"--depth needs a number of levels, not “{word}”"),
                new("写 1、2、3……，1 为不展开下级机关", "write 1, 2, 3 …; 1 opens no nested authority"));
}
