using System.CommandLine;
using ReportCompiler.CommandLine.Folders;
using ReportCompiler.Diagnostics;
using ReportCompiler.Rendering;

namespace ReportCompiler.CommandLine.Commands;

/// <summary><c>build</c>: everything, from the data files to the report.</summary>
internal sealed class BuildCommand : Verb
{
    private static readonly string[] FormatNames = ["md", "html", "totals"];

    private readonly Argument<string[]> _years;
    private readonly Option<bool> _all;
    private readonly Option<string[]> _format;
    private readonly Option<bool> _draft;
    private readonly Option<bool> _check;

    public BuildCommand(Language language) : base("build", new Text("读取、汇总、核对各单位数据，生成年度报告", "read, add up and check the units' data and write the report").In(language))
    {
        _years = WordsNamed(Say("年度", "YEARS"), Say("年度，可写多个或 2019..2025（默认：最近一年）", "years, several or as 2019..2025 (default: the newest)"));
        _all = Switch("--all", Say("所有年度", "every year"));
        _format = new Option<string[]>("--format") { Description = Say("要生成的文件，可写多个（默认全部）", "the files to write, one or more (default: all)"), HelpName = "md,html,totals" };
        _draft = Switch("--draft", Say("有错误也生成，标明“草稿”并列出错误", "render in spite of errors, marked 草稿, with their list"));
        _check = Switch("--check", Say("只比较，不写文件；与磁盘上的不同时退出状态为 1", "write nothing; exit 1 where what is on disk differs"));
        Add(_years);
        foreach (var option in (Option[])[_all, _format, _draft, _check]) Add(option);

        string Say(string chinese, string english) => new Text(chinese, english).In(language);
    }

    public override Argument<string[]> Words => _years;

    public override IReadOnlyList<(string Line, Text Meaning)> Examples =>
    [
        ("reportc build", new("生成最近一年的报告", "the newest year's report")),
        ("reportc build 2019..2022", new("生成 2019 至 2022 年的报告", "the reports of 2019 to 2022")),
        ("reportc build 2021 --draft", new("有错误也先出一份草稿", "a draft in spite of errors")),
        ("reportc build --all -p districts -o site", new("生成 districts 下各项目的所有年度", "every year of every project in districts")),
    ];

    public override int Run(Session session, CommonOptions common, ParseResult parse)
    {
        var order = new Order(YearSelection.Parse(parse.GetValue(_years) ?? [], parse.GetValue(_all)), Formats(parse), parse.GetValue(_draft));
        var check = parse.GetValue(_check);
        var named = parse.GetValue(common.Out);
        var targets = Targets.Find(session, parse.GetValue(common.Project));
        var report = new BuildReport(session, check, targets.Projects.Count);
        InOrder.Run(targets.Projects.Count, Build, done => report.Add(done.Name, done.Result));
        return report.Finish();

        (string Name, ProjectResult Result) Build(int index)
        {
            var target = targets.Projects[index];
            var folder = targets.Out(session, target, named);
            var relocation = new Relocation(path => session.Shown(Path.Join(target.Folder.Root, path)), keepText: true);
            return (target.Name, ProjectRun.Run(session, target.Folder, order, relocation, (result, compilation) => Put(result, compilation, folder, check)));
        }
    }

    /// <summary>Writes a year's files where they are not on disk already, or only tells them apart.</summary>
    private static void Put(ProjectResult result, Compilation compilation, string folder, bool check)
    {
        var year = Path.Join(folder, compilation.Year.ToString("D4", System.Globalization.CultureInfo.InvariantCulture));
        var changed = new List<(string Name, byte[] Bytes)>();
        foreach (var (name, bytes) in compilation.Outputs)
        {
            if (Disk.Holds(Path.Join(year, name), bytes)) result.Unchanged.Add(Path.Join(year, name));
            else changed.Add((name, bytes));
        }
        if (check && changed.Count > 0) result.Raise(ExitStatus.Errors);
        else if (changed.Count > 0) Disk.Replace(year, changed);
        foreach (var (name, _) in changed) result.Changed.Add(Path.Join(year, name));
    }

    private OutputFormats Formats(ParseResult parse)
    {
        var formats = OutputFormats.None;
        foreach (var name in Choices(parse.GetValue(_format), "--format", FormatNames))
            formats |= name switch { "md" => OutputFormats.Markdown, "html" => OutputFormats.Html, _ => OutputFormats.Totals };
        return formats == OutputFormats.None ? OutputFormats.All : formats;
    }
}
