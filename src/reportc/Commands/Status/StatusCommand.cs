using System.CommandLine;
using System.Globalization;
using ReportCompiler.Diagnostics;
using Reportc.Projects;
using Reportc.Shell;

namespace Reportc.Commands.Status;

/// <summary><c>status</c>: who has filed, who has not, who fails, who is late.</summary>
internal sealed class StatusCommand : Verb
{
    private readonly Argument<string[]> _words;
    private readonly Option<string?> _asOf;
    private readonly Option<string?> _format;
    private readonly Language _language;

    public StatusCommand(Language language) : base("status", new Text("报送情况：谁报了，谁没报，谁有错，谁逾期", "show who has filed, who has not, who fails and who is late").In(language))
    {
        _language = language;
        _words = WordsNamed("YEAR", Say("年度（默认：最近一年）", "the year (default: the newest)"));
        _asOf = new Option<string?>("--as-of") { Description = Say("按这一天判断是否逾期（默认：今天）", "the day by which lateness is judged (default: today)"), HelpName = Say("日期", "DATE"), Arity = ArgumentArity.ExactlyOne };
        _format = new Option<string?>("--format") { Description = Say("输出格式（默认 text）", "how it is written (default text)"), HelpName = "text|json", Arity = ArgumentArity.ExactlyOne };
        Add(_words);
        Add(_asOf);
        Add(_format);

        string Say(string chinese, string english) => new Text(chinese, english).In(language);
    }

    public override Argument<string[]> Words => _words;

    public override WordKinds KindsAt(int place) => place == 0 ? WordKinds.Years : WordKinds.None;

    public override string WordsForm => new Text("[年度]", "[YEAR]").In(_language);

    public override IReadOnlyList<(string Line, Text Meaning)> Examples =>
    [
        ("reportc status", new("最近一年的报送情况", "the newest year")),
        ("reportc status 2021 --as-of 2022-02-01", new("截至某一天的情况", "a year as of a day")),
        ("reportc status --format json", new("结果供其他程序读取", "the result for other programs")),
    ];

    public override bool WantsJson(ParseResult parse) => parse.GetResult(_format) is { Tokens: [{ Value: "json" }] };

    public override OutKind Out => OutKind.File;

    public override int Run(Session session, CommonOptions common, ParseResult parse)
    {
        var json = Choice(parse.GetValue(_format), "--format", "text", "json") == "json";
        var asOf = parse.GetValue(_asOf) is { } date ? Date(date) : session.Host.Today;
        var words = parse.GetValue(_words) ?? [];
        if (words.Length > 1) throw Failure.OfUsage(new($"只能写一个年度，多写了“{words[1]}”", $"one year is wanted; “{words[1]}” is one too many"));
        var look = SingleProject.Open(session, parse.GetValue(common.Project));
        var standing = Standing.Of(look, look.Year(words.FirstOrDefault()), asOf);
        return Into(session, common, parse, json ? "status.json" : "status.txt", into =>
        {
            if (json) StatusJson.Write(into.Host.Out, standing, look.InJson);
            else into.Host.Out.Write(StatusText.Of(standing, look.Shown, into.Language, into.OutWidth));
            return ExitStatus.Fine;
        });
    }

    private static DateOnly Date(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw Failure.OfUsage(new($"--as-of 后面不是日期：“{text}”", $"--as-of needs a date, not “{text}”"), new("写成 2022-02-01 这样", "write it like 2022-02-01"));
}
