using System.Collections.Immutable;
using System.CommandLine;
using Reportc.Files;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;

namespace Reportc.Commands.Build;

/// <summary><c>build</c>: everything, from the data files to the report.</summary>
internal sealed class BuildCommand : Verb
{
    private static readonly string[] FormatNames = [.. ReportFormats.All.Select(f => f.Name)];

    private readonly Argument<string[]> _years;
    private readonly Option<bool> _all;
    private readonly ValueOption<string[]> _format;
    private readonly Option<bool> _draft;
    private readonly Option<bool> _check;
    private readonly Option<bool> _alone;

    public BuildCommand(Language language) : base("build", About, language)
    {
        _years = AddWords(Say("年度", "YEARS"), "年度，可写多个或 2019..2025（默认：最近一年）",
            "years, several or as 2019..2025 (default: the newest)");
        _all = AddSwitch("--all", "所有年度", "every year");
        var what = Say("要生成的文件，可写多个（默认按 输出）", "the files to write, one or more (default: 输出)");
        _format = new("--format", what, FormatNames);
        Add(_format);
        _draft = AddSwitch("--draft", "有错误也生成，标明“草稿”并列出错误", "render in spite of errors, marked 草稿, with their list");
        _check = AddSwitch("--check", "只比较，不写文件；与磁盘上的不同时退出状态为 1",
            "write nothing; exit 1 where what is on disk differs");
        _alone = AddSwitch("--no-nested", "不生成下级，只汇总输出文件夹中它们已有的 totals.yaml",
            "do not build nested projects; add the totals.yaml of each that is in the output folder");
    }

    private static Text About => new(
        "读取、汇总、核对各单位数据，生成年度报告",
        "read, add up and check the units' data and write the report");

    public override Argument<string[]> Words => _years;

    public override WordKinds KindsAt(int place) => WordKinds.Years;

    public override IReadOnlyList<(string Line, Text Meaning)> Examples =>
    [
        ("reportc build", new("生成最近一年的报告", "the newest year's report")),
        ("reportc build 2019..2022", new("生成 2019 至 2022 年的报告", "the reports of 2019 to 2022")),
        ("reportc build 2021 --draft", new("有错误也先出一份草稿", "a draft in spite of errors")),
        ("reportc build --all -p districts -o site", new("生成 districts 下各项目的所有年度", "every year of every project in districts")),
    ];

    public override OutKind Out => OutKind.Folder;

    public override int Run(Session session, CommonOptions common, ParseResult parse)
    {
        var named = parse.GetValue(common.Out);
        var check = parse.GetValue(_check);
        var targets = Targets.Find(session, parse.GetValue(common.Project));
        var root = targets.Out(session, named);
        using var into = check ? null : new Replacement(session, root);
        into?.Recover();
        var years = parse.GetValue(_years) ?? [];
        var order = new RunRequest(YearSelection.Parse(years, parse.GetValue(_all)), Formats(parse), parse.GetValue(_draft));
        var review = () => ReviewRequest.Command(targets, order.Years, years, parse.GetValue(common.Project));
        var report = new BuildReport(session, check, review);
        if (check) report.AddHalfDone(root);
        targets.Run(
            session, order, StepsOf,
            tell: (target, folder, result) => report.Add(target.NameOf(folder), result),
            tellYear: (target, folder, result) => report.TellFound(target.NameOf(folder), result));
        into?.Commit();
        return report.Finish();

        RunSteps StepsOf(Target target)
        {
            Lazy<Index>? ahead = null;
            return new()
            {
                Relocation = Shown,
                Built = !parse.GetValue(_alone) ? null
                    : (folder, opened, year) => TotalsOf(session, opened, year, targets.Out(session, target, folder, named, year)),
                OfYear = (folder, result, compilation) =>
                    result.Put(into, targets.Out(session, target, folder, named, compilation.Year), compilation.Year, compilation.Outputs),
                Ahead = (folder, opened, asked) =>
                {
                    if (!HasIndex(opened, asked.Count)) return null;
                    var path = targets.Out(session, target, folder, named);
                    var index = ahead = new(() => Index.Of(folder, opened, asked.ToDictionary(y => y, _ => true), path));
                    return () => _ = index.Value;
                },
                OfProject = (folder, result, opened, sound) =>
                {
                    if (!HasIndex(opened, sound.Count)) return;
                    var path = targets.Out(session, target, folder, named);
                    var index = ahead is not null && sound.Values.All(s => s) ? ahead.Value : Index.Of(folder, opened, sound, path);
                    result.Add(Shown(folder).Of(index.Findings.Sorted()));
                    if (index.Page is { } page) result.Put(into, path, year: null, [page]);
                },
            };
        }

        bool HasIndex(CompilableProject opened, int years) =>
            (order.Years.IsAll || years > 1) && opened.Formats.Any(f => f.Name == "html");

        Relocation Shown(ProjectFolder folder) => new(path => session.Shown(Path.Join(folder.Root, path)), keepText: true);
    }

    /// <summary>The totals of a nested project that its own build left in the output folder.</summary>
    private static ChildTotals TotalsOf(Session session, CompilableProject opened, int year, string folder)
    {
        var path = Path.Join(folder, TotalsWriter.FileName);
        var (file, authority) = (session.Shown(path), opened.Project.Authority);
        var help = new Text(
            "先单独生成这个下级，--format 中要有 totals", "build this nested project by itself first, totals among its formats");
        if (!Disk.HasFile(path)) throw Failure.OfFile(new($"没有 {file}", $"there is no {file}"), help, null);
        return TotalsReader.Read(opened.Project, year, new Source(file, Disk.Read(path))) ?? throw Failure.OfFile(
            new($"{file} 不是 {authority} {year} 年无错误时生成的，不能汇总",
                $"{file} is not what {authority} writes for {year} where there is no error; it cannot be added"),
            help, null);
    }

    /// <summary>The page over the years: all that the project has, but of those asked for only the sound ones.</summary>
    private sealed record Index(Findings Findings, OutputFile? Page)
    {
        public static Index Of(ProjectFolder folder, CompilableProject opened, IReadOnlyDictionary<int, bool> sound, string path)
        {
            var findings = new Findings();
            return new(
                findings, opened.Compiler.Index(findings, folder.Years, year => sound.GetValueOrDefault(year, true), HasReport));

            bool HasReport(int year) =>
                sound.GetValueOrDefault(year) || Disk.HasFile(Path.Join(path, ProjectLayout.Digits(year), "report.html"));
        }
    }

    private ImmutableArray<ReportFormat>? Formats(ParseResult parse)
    {
        var names = Choices(parse.GetValue(_format), "--format", FormatNames).ToList();
        return names.Count > 0 ? ReportFormats.Named(names) : null;
    }
}
