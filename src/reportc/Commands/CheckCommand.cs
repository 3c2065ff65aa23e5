using System.CommandLine;
using ReportCompiler.CommandLine.Folders;
using ReportCompiler.Diagnostics;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;

namespace ReportCompiler.CommandLine.Commands;

/// <summary><c>check</c>: everything but the report; its findings are its result.</summary>
internal sealed class CheckCommand : Verb
{
    private readonly Argument<string[]> _words;
    private readonly Option<bool> _all;
    private readonly Option<string?> _format;
    private readonly Option<string?> _failOn;

    public CheckCommand(Language language) : base("check", new Text("只核对数据和正文，不生成报告", "check data and narrative, write nothing").In(language))
    {
        _words = WordsNamed(Say("年度或文件", "YEARS or FILES"), Say("年度（写法同 build），或数据文件；- 为标准输入", "years as for build, or data files; - is standard input"));
        _all = Switch("--all", Say("所有年度", "every year"));
        _format = new Option<string?>("--format") { Description = Say("输出格式（默认 text）", "how findings are written (default text)"), HelpName = string.Join('|', CheckReport.Formats), Arity = ArgumentArity.ExactlyOne };
        _failOn = new Option<string?>("--fail-on") { Description = Say("从哪一级起退出状态为 1（默认 error）", "from which severity on to exit 1 (default error)"), HelpName = "error|warning", Arity = ArgumentArity.ExactlyOne };
        Add(_words);
        foreach (var option in (Option[])[_all, _format, _failOn]) Add(option);

        string Say(string chinese, string english) => new Text(chinese, english).In(language);
    }

    public override Argument<string[]> Words => _words;

    public override IReadOnlyList<(string Line, Text Meaning)> Examples =>
    [
        ("reportc check", new("核对最近一年", "check the newest year")),
        ("reportc check --all --fail-on warning", new("核对所有年度，有警告也算不通过", "check every year; warnings fail too")),
        ("reportc check data/2021/公安.yaml", new("只核对一个文件", "check one file")),
        ("reportc check 2021 --format json", new("结果供其他程序读取", "the result for other programs")),
        ("reportc check --format sarif > reportc.sarif", new("结果供代码扫描平台读取", "the result for code scanning")),
        ("reportc check --format github", new("在 GitHub 工作流中标注", "annotations in a GitHub workflow")),
    ];

    public override bool WantsJson(ParseResult parse) => parse.GetResult(_format) is { Tokens: [{ Value: "json" }] };

    public override bool Tells(Session session, ParseResult parse, Failure failure)
    {
        if (parse.GetResult(_format) is not { Tokens: [{ Value: "sarif" or "github" } format] }) return false;
        var report = new CheckReport(session, format.Value, warningsFail: false);
        report.Add(failure);
        report.Finish();
        return true;
    }

    public override int Run(Session session, CommonOptions common, ParseResult parse)
    {
        var format = Choice(parse.GetValue(_format), "--format", CheckReport.Formats) ?? "text";
        var json = format == "json";
        var warningsFail = Choice(parse.GetValue(_failOn), "--fail-on", "error", "warning") == "warning";
        var report = new CheckReport(session, format, warningsFail);
        var (years, files) = Sort(session, parse.GetValue(_words) ?? []);
        if (files.Count > 0)
        {
            if (parse.GetValue(_all)) throw Failure.OfUsage(new("--all 与文件只能写一样", "--all and files exclude each other"));
            report.Add("", new FileCheck(session, keepText: format == "text", FromCheckout()).Run(files), Session.Slashed(files[0]));
            return report.Finish();
        }
        var order = new Order(YearSelection.Parse(years, parse.GetValue(_all)), OutputFormats.None, Draft: false);
        var targets = Targets.Find(session, parse.GetValue(common.Project));
        targets.Run(session, order, target => new Steps { Relocation = folder => new Relocation(Shown(target, folder), keepText: format == "text") },
            (target, folder, result) => report.Add(target.NameOf(folder), result, Shown(target, folder)(Project.FileName)));
        return report.Finish();

        Func<string, string> Shown(Target target, ProjectFolder folder)
        {
            // Text is for people in the working folder, who follow the path; JSON for programs that know the project's folder;
            // SARIF and annotations are for a code host.
            var shown = FromCheckout() ?? session.Shown;
            return json ? path => target.Prefix(folder) + path : path => shown(Path.Join(folder.Root, path));
        }

        Func<string, string>? FromCheckout() => format is "sarif" or "github" ? full => Checkout.Shown(session, full) : null;
    }

    /// <summary>Which words are years and which are files: a file is there, or looks like one.</summary>
    private static (List<string> Years, List<string> Files) Sort(Session session, string[] words)
    {
        var years = new List<string>();
        var files = new List<string>();
        foreach (var word in words)
        {
            if (word == "-" || (!YearSelection.IsYears(word) && IsFile(session, word))) files.Add(word);
            else years.Add(word);
        }
        if (years.Count > 0 && files.Count > 0)
            throw Failure.OfUsage(new($"年度（{years[0]}）与文件（{files[0]}）不能一起写", $"years ({years[0]}) and files ({files[0]}) exclude each other"));
        return (years, files);
    }

    private static bool IsFile(Session session, string word) =>
        word.AsSpan().ContainsAny('/', '\\') || word.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
        || word.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || Disk.HasFile(session.Full(word));
}
