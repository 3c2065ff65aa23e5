using System.Collections.Concurrent;
using System.CommandLine;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Rendering;

namespace Reportc.Commands.Bind;

/// <summary><c>bind</c>: the typed figures of narratives that were verified become expressions; the report stays the same.</summary>
internal sealed class BindCommand : Verb
{
    private readonly Argument<string[]> _years;
    private readonly Option<bool> _all;
    private readonly Option<bool> _diff;

    public BindCommand(Language language) : base("bind", About, language)
    {
        _years = AddWords(Say("年度", "YEARS"), "年度，写法同 build（默认：最近一年）", "years as for build (default: the newest)");
        _all = AddSwitch("--all", "所有年度", "every year");
        _diff = AddSwitch("--diff", "只显示将怎样改，不写入", "show what would change, write nothing");
    }

    private static Text About => new(
        "把正文中核对相符的数和本年度改为表达式，报告不变",
        "make expressions of the narrative's verified figures and its year; the report stays the same");

    public override Argument<string[]> Words => _years;

    public override WordKinds KindsAt(int place) => WordKinds.Years;

    public override IReadOnlyList<(string Line, Text Meaning)> Examples =>
    [
        ("reportc bind 2021 --diff", new("先看会怎样改", "see first what would change")),
        ("reportc bind --all", new("所有年度", "every year")),
    ];

    public override int Run(Session session, CommonOptions common, ParseResult parse)
    {
        var diff = parse.GetValue(_diff);
        var targets = Targets.Find(session, parse.GetValue(common.Project));
        var order = new RunRequest(YearSelection.Parse(parse.GetValue(_years) ?? [], parse.GetValue(_all)), [], Draft: false);
        var bound = new ConcurrentDictionary<string, List<BoundNarrative>>(StringComparer.Ordinal);
        var report = new BindReport(session, diff);
        targets.Run(session, order, _ => Steps(bound), (target, folder, result) =>
            report.Add(target.NameOf(folder), folder, result, bound.GetValueOrDefault(folder.Root) ?? []));
        return report.Finish();
    }

    /// <summary>
    /// The narratives are bound when the years of their project are read; what was found in these is <c>check</c>'s to tell.
    /// </summary>
    private static RunSteps Steps(ConcurrentDictionary<string, List<BoundNarrative>> bound) => new()
    {
        Relocation = static _ => new Relocation(static path => path, keepText: true),
        OfProject = (folder, result, opened, years) =>
        {
            var made = bound[folder.Root] = [];
            foreach (var year in years.Keys.Order())
            {
                var findings = new Findings();
                if (opened.Compiler.Bind(findings, year) is { } narrative) made.Add(narrative);
            }
        },
    };
}
