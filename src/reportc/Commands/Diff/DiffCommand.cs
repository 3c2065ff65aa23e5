using System.CommandLine;
using ReportCompiler.Diagnostics;
using Reportc.Projects;
using Reportc.Shell;

namespace Reportc.Commands.Diff;

/// <summary><c>diff</c>: what changed between two years.</summary>
internal sealed class DiffCommand : Verb
{
    private readonly Argument<string[]> _words;
    private readonly Option<bool> _units;
    private readonly Option<string?> _format;
    private readonly Language _language;

    public DiffCommand(Language language) : base("diff", new Text("比较两年：哪些数变了，哪些是跳变", "compare two years cell by cell, jumps marked").In(language))
    {
        _language = language;
        _words = WordsNamed("YEAR", Say("两个年度，例如 2020 2021", "two years, such as 2020 2021"));
        _units = Switch("--units", Say("也比较各单位（机构改革前后的单位合在一起）", "compare the units too, those reorganised together with their predecessors"));
        _format = new Option<string?>("--format") { Description = Say("输出格式（默认 text）", "how it is written (default text)"), HelpName = "text|json|html", Arity = ArgumentArity.ExactlyOne };
        Add(_words);
        Add(_units);
        Add(_format);

        string Say(string chinese, string english) => new Text(chinese, english).In(language);
    }

    public override Argument<string[]> Words => _words;

    public override WordKinds KindsAt(int place) => place < 2 ? WordKinds.Years : WordKinds.None;

    public override string WordsForm => new Text("年度 年度", "YEAR YEAR").In(_language);

    public override IReadOnlyList<(string Line, Text Meaning)> Examples =>
    [
        ("reportc diff 2020 2021", new("两年之间变了的数", "the totals that changed")),
        ("reportc diff 2020 2021 --units", new("各单位变了的数", "those of every unit too")),
        ("reportc diff 2020 2021 --format html > diff.html", new("存成网页", "as a web page")),
        ("reportc diff 2020 2021 --format json", new("结果供其他程序读取", "the result for other programs")),
    ];

    public override bool WantsJson(ParseResult parse) => parse.GetResult(_format) is { Tokens: [{ Value: "json" }] };

    public override OutKind Out => OutKind.File;

    public override int Run(Session session, CommonOptions common, ParseResult parse)
    {
        var format = Choice(parse.GetValue(_format), "--format", "text", "json", "html") ?? "text";
        if (parse.GetValue(_words) is not { Length: 2 } words)
            throw Failure.OfUsage(new("要写两个年度", "two years are wanted"), new("例如 reportc diff 2020 2021", "such as reportc diff 2020 2021"));
        var look = SingleProject.Open(session, parse.GetValue(common.Project));
        var years = (Before: look.District(look.Year(words[0])), After: look.District(look.Year(words[1])));
        look.Doubt(years.Before);
        if (years.After != years.Before) look.Doubt(years.After);
        var comparison = Comparison.Of(look.Project, years.Before, years.After, parse.GetValue(_units));
        return Into(session, common, parse, $"diff.{(format == "text" ? "txt" : format)}", into =>
        {
            into.Host.Out.Write(format switch
            {
                "json" => DiffJson.Of(comparison),
                "html" => new DiffHtml(comparison, into.Language).ToString(),
                _ => new DiffText(comparison, into.Language, into.OutWidth).ToString(),
            });
            return ExitStatus.Fine;
        });
    }
}
