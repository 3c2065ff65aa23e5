using System.Collections.Concurrent;
using System.CommandLine;
using System.Text;
using Reportc.Commands.Check.Formats;
using Reportc.Commands.Check.Watching;
using Reportc.Files;
using Reportc.Messages;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;

namespace Reportc.Commands.Check;

/// <summary><c>check</c>: everything but the report; its findings are its result.</summary>
internal sealed class CheckCommand : Verb
{
    private readonly Argument<string[]> _words;
    private readonly Option<bool> _all;
    private readonly ValueOption<string> _format;
    private readonly ValueOption<string> _failOn;
    private readonly ValueOption<string> _date;
    private readonly Option<bool> _fix;
    private readonly Option<bool> _fixTotals;
    private readonly Option<bool> _diff;
    private readonly Option<bool> _watch;
    private readonly ValueOption<string[]> _units;
    private byte[]? _file;

    public CheckCommand(Language language) : base("check", About, language)
    {
        _words = AddWords(Say("年度或文件", "YEARS or FILES"), "年度（写法同 build），或数据文件；- 为标准输入",
            "years as for build, or data files; - is standard input");
        _all = AddSwitch("--all", "所有年度", "every year");
        _format = AddChoice("--format", "输出格式（默认 text）", "how findings are written (default text)",
            [.. CheckFormat.All.Select(f => f.Name)]);
        var which = Say("只看这些单位的，可写多个", "the findings of these units alone");
        _units = new("--unit", [], which, Say("单位", "NAME"), WordKinds.Units);
        Add(_units);
        _failOn = AddChoice("--fail-on", "从哪一级起退出状态为 1（默认 error）", "from which severity on to exit 1 (default error)",
            "error", "warning");
        _date = AddValue("--date", "函件的日期，写在落款下面", "the date of a note, below the signature", new("日期", "DATE"));
        _fix = AddSwitch("--fix", "自动改正全角标点、数字写法、编码等，再核对",
            "mend full-width signs, ways of writing figures, encodings, then check");
        _fixTotals = AddSwitch("--fix-totals", "同 --fix，并把与分项不符的总计改为分项之和",
            "the same, and totals that their details contradict are made anew");
        _diff = AddSwitch("--diff", "只显示将怎样改，不写入；退出状态按现有文件核对的结果",
            "show what these would change, write nothing; the exit status is that of the files as they are");
        _watch = AddSwitch("--watch", "保存文件后自动重新核对，按 Ctrl-C 结束", "check again whenever a file is saved, until Ctrl-C");
    }

    private static Text About => new(
        "核对数据和正文，不生成报告；加 --fix 先自动改正",
        "check data and narrative, write no report; with --fix mend first");

    public override Argument<string[]> Words => _words;

    public override WordKinds KindsAt(int place) => WordKinds.Years | WordKinds.Files;

    public override IReadOnlyList<(string Line, Text Meaning)> Examples =>
    [
        ("reportc check", new("核对最近一年", "check the newest year")),
        ("reportc check --all --fail-on warning", new("核对所有年度，有警告也算不通过", "check every year; warnings fail too")),
        ("reportc check data/2021/公安.yaml", new("只核对一个文件", "check one file")),
        ("reportc check --watch", new("边改边核对：每次保存后重新核对", "check again at every save")),
        ("reportc check --fix data/2021/公安.yaml", new("自动改正，再核对", "mend what can be mended, then check")),
        ("reportc check --diff", new("先看 --fix 会改什么", "what --fix would change")),
        ("reportc check 2021 --format json", new("结果供其他程序读取", "the result for other programs")),
        ("reportc check --format sarif > reportc.sarif", new("结果供代码扫描平台读取", "the result for code scanning")),
        ("reportc check 2021 --format html > review.html", new(
            "审核页：每个数从哪里来，错在哪一格",
            "the review page: where every figure comes from, what is wrong where")),
        ("reportc check --all --format html -o review", new(
            "各年的审核页，写入 review 文件夹",
            "the review pages of every year, into the folder review")),
        ("reportc check --unit 区教育局 --format note-docx -o 区教育局.docx", new(
            "给单位的核对通知，Word 文件",
            "a note to the unit: what to correct, for Word")),
        ("reportc check --format github", new("在 GitHub 工作流中标注", "annotations in a GitHub workflow")),
    ];

    public override bool WantsJson(ParseResult parse) => WantedOf(parse, _format, CheckFormat.All) is { IsJson: true };

    public override bool Tells(Session session, ParseResult parse, Failure failure)
    {
        if (WantedOf(parse, _format, CheckFormat.All) is not { TellsFailures: true } format) return false;
        var report = new CheckReport(session, format, warningsFail: false);
        report.Add(failure);
        report.Finish();
        return true;
    }

    public override OutKind Out => OutKind.Folder | OutKind.File;

    public override OutKind OutOf(ParseResult parse) =>
        parse.GetValue(_watch) || parse.GetValue(_diff) ? OutKind.None : WantedOf(parse, _format, CheckFormat.All)?.Out ?? OutKind.None;

    public override Text OutMeaning => new(
        $"{Of(OutKind.Folder, "、")} 的文件夹，{Of(OutKind.File, "、")} 的文件（默认：标准输出）",
        $"a folder for {Of(OutKind.Folder, " and ")}, a file for {Of(OutKind.File, " and ")} (default: standard output)");

    public override Text HelpWithoutOut => new(
        $"check 只在 --format {Of(OutKind.File, "、")}（写文件名）或 {Of(OutKind.Folder, "、")}（写文件夹）时有 -o；要存文字，用 > 文件",
        $"with check, -o goes with --format {Of(OutKind.File, " or ")} (a file) or {Of(OutKind.Folder, " or ")} (a folder); "
            + "to keep the text write > FILE");

    /// <summary>The formats for which <c>-o</c> names such a thing.</summary>
    private static string Of(OutKind kind, string and) => string.Join(and, CheckFormat.All.Where(f => f.Out == kind).Select(f => f.Name));

    public override int Run(Session session, CommonOptions common, ParseResult parse)
    {
        if (OutOf(parse) != OutKind.File || FileOf(common, parse) is not { } target)
        {
            if (WantedOf(parse, _format, CheckFormat.All) is { NeedsFile: true } word)
                throw Failure.OfUsage(
                    new($"{word.Name} 是 Word 文件，标准输出放不下", $"{word.Name} is a Word document and no text"),
                    new($"用 -o 写文件名，例如 -o 通知{word.Ending}", $"name the file: -o note{word.Ending}"));
            return Check(session, common, parse);
        }
        var format = WantedOf(parse, _format, CheckFormat.All)!;
        using var text = new StringWriter();
        var status = Check(session with { Host = session.Host with { Out = text, OutIsTerminal = false } }, common, parse);
        Write(session, target, Name + format.Ending, to => to.Write(_file ?? Encoding.UTF8.GetBytes(text.ToString())));
        return status;
    }

    private int Check(Session session, CommonOptions common, ParseResult parse)
    {
        if (parse.GetValue(_watch) && !session.IsCaptured) return Watch(session, common, parse);
        return Check(session, common, parse, new FixRequest(parse.GetValue(_fix), parse.GetValue(_fixTotals), parse.GetValue(_diff)));
    }

    private int Check(Session session, CommonOptions common, ParseResult parse, FixRequest request)
    {
        var format = ChoiceOf(parse, _format, CheckFormat.All) ?? CheckFormat.Text;
        var warningsFail = Choice(parse.GetValue(_failOn), _failOn.Name, _failOn.Choices) == "warning";
        DateOnly? date = parse.GetValue(_date) is { } written ? Date(written, _date.Name) : null;
        if (date is not null && !format.IsNote)
            throw Failure.OfUsage(new("--date 只用于 --format note、note-docx", "--date goes with --format note and note-docx"));
        var (years, files) = CheckedWords.Of(session, parse.GetValue(_words) ?? []);
        if (files.Count > 0 && parse.GetValue(_all))
            throw Failure.OfUsage(new("--all 与文件只能写一样", "--all and files exclude each other"));
        var units = (parse.GetValue(_units) ?? []).SelectMany(u => u.Split(',')).ToHashSet(StringComparer.Ordinal);
        if (files.Count > 0 && units.Count > 0)
            throw Failure.OfUsage(new("--unit 与文件只能写一样", "--unit and files exclude each other"));
        var review = format.IsReview ? ReviewRequest.Of(files, parse.GetValue(common.Out)) : null;
        // The review page is for the data as they stand.
        var selection = files.Count > 0 ? YearSelection.Newest : YearSelection.Parse(years, parse.GetValue(_all));
        var order = new RunRequest(selection, review is null ? [] : ReportFormats.Named("review"), Draft: review is not null)
        {
            Units = units,
        };
        request.ThrowIfImpossible(format, files);
        (session, var summary, var failures) = Fix(session, request, format == CheckFormat.Text, files, common, parse, order.Years);
        var report = new CheckReport(session, request.Diff ? CheckFormat.Silent : format, warningsFail, date, summary);
        foreach (var failure in failures) report.Add(failure);
        if (files.Count > 0)
        {
            var check = new FileCheck(session, format == CheckFormat.Text, FromCheckout(session, format));
            report.Add("", check.Run(files), Session.Slashed(files[0]));
        }
        else CheckProjects(session, report, format, Targets.Find(session, parse.GetValue(common.Project)), order, review);
        var status = report.Finish();
        _file = report.File;
        return status;
    }

    private static (Session Session, Text? Summary, IReadOnlyList<Failure> Failures) Fix(
        Session session, FixRequest request, bool isText, List<string> files, CommonOptions common, ParseResult parse,
        YearSelection years) => request.Run(session, isText, files, run =>
    {
        foreach (var target in Targets.Find(session, parse.GetValue(common.Project)).Projects) run.OfProject(target.Folder, years);
    });

    private static void CheckProjects(
        Session session, CheckReport report, CheckFormat format, Targets targets, RunRequest order, ReviewRequest? review)
    {
        review?.ThrowIfSeveral(targets, order.Years);
        using var into = review?.Folder is { } named ? new Replacement(session, targets.Out(session, named)) : null;
        into?.Recover();
        var seen = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        targets.Run(session, order, StepsOf, Tell);
        into?.Commit();
        foreach (var unit in order.Units.Where(u => !seen.ContainsKey(u)))
            report.Add(Failure.OfUsage(
                new($"没有“{unit}”的数据，名册上也没有", $"there are no figures of “{unit}”, nor is it on the roster"),
                Names.Nearest(unit, seen.Keys) is { } nearest ? new($"是不是“{nearest}”？", $"did you mean “{nearest}”?") : null));

        void Tell(Target target, ProjectFolder folder, ProjectResult result) =>
            report.Add(target.NameOf(folder), result, Shown(target, folder)(ProjectLayout.ProjectFile));

        RunSteps StepsOf(Target target) => new()
        {
            Relocation = folder => new Relocation(Shown(target, folder), format.KeepsText),
            OfYear = (folder, result, compilation) =>
            {
                if (order.Units.Count > 0)
                    foreach (var unit in compilation.Tallies.Keys.Concat(compilation.Diagnostics.Select(d => d.Unit).OfType<string>()))
                        seen[unit] = true;
                review?.Take(session, targets, target, folder, result, compilation, into);
            },
        };

        Func<string, string> Shown(Target target, ProjectFolder folder)
        {
            if (format.Paths == PathStyle.OfProject) return path => target.Prefix(folder) + path;
            var shown = FromCheckout(session, format) ?? session.Shown;
            return path => shown(Path.Join(folder.Root, path));
        }
    }

    private static Func<string, string>? FromCheckout(Session session, CheckFormat format) =>
        format.Paths == PathStyle.OfCheckout ? full => Checkout.Shown(session, full) : null;

    /// <summary>Runs this command again and again.</summary>
    private int Watch(Session session, CommonOptions common, ParseResult parse)
    {
        if (ChoiceOf(parse, _format, CheckFormat.All) is { Name: var format } chosen && chosen != CheckFormat.Text)
            throw Failure.OfUsage(
                new($"--watch 只有文字输出，不能与 --format {format} 一起写", $"--watch writes text only and excludes --format {format}"),
                new("去掉其中一个", "leave one of them out"));
        if (parse.GetValue(_diff))
            throw Failure.OfUsage(
                new($"--watch 与 {_diff.Name} 不能一起写", $"--watch and {_diff.Name} exclude each other"),
                new("先用 --diff 看，再用 --watch --fix", "look with --diff first, then write --watch --fix"));
        var (years, named) = CheckedWords.Of(session, parse.GetValue(_words) ?? []);
        if (named.Contains(CheckedWords.Stdin))
            throw Failure.OfUsage(
                new("--watch 不能用于标准输入（-）", "--watch excludes standard input (-)"),
                new("写文件名或年度", "name files or years"));
        var (files, folders) = named.Count > 0
            ? WatchedFiles.Of([.. named.Select(session.Full)])
            : WatchedFiles.Of(Targets.Find(session, parse.GetValue(common.Project)));
        var request = new FixRequest(parse.GetValue(_fix), parse.GetValue(_fixTotals), Diff: false);
        var round = new WatchRound(again => Check(again, common, parse, FixRequest.None), Mend);
        if (session.Host.Pause is { } pause) return new Watch(session, files, pause, round).Run();
        using var wakeup = new Wakeup(folders);
        return new Watch(session, files, wakeup.Wait, round).Run();

        bool Mend(Session again)
        {
            var selection = named.Count > 0 ? YearSelection.Newest : YearSelection.Parse(years, parse.GetValue(_all));
            var (_, _, failures) = Fix(again, request, isText: true, named, common, parse, selection);
            foreach (var failure in failures) again.Report(failure);
            return failures.Count == 0;
        }
    }
}
