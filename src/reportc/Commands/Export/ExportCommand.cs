using System.CommandLine;
using System.Text;
using ReportCompiler.Diagnostics;
using Reportc.Projects;
using Reportc.Shell;

namespace Reportc.Commands.Export;

/// <summary><c>export</c>: all figures of all units, for other programs.</summary>
internal sealed class ExportCommand : Verb
{
    private readonly Argument<string[]> _words;
    private readonly Option<bool> _all;
    private readonly Option<string?> _format;
    private readonly Option<bool> _mark;

    public ExportCommand(Language language) : base("export", new Text("导出全部数字，供表格软件和其他程序使用（-o 写文件名）", "write all figures for spreadsheets and other programs; -o names the file").In(language))
    {
        _words = WordsNamed(Say("年度", "YEARS"), Say("年度，可写多个或 2019..2025（默认：最近一年）", "years, several or as 2019..2025 (default: the newest)"));
        _all = Switch("--all", Say("所有年度", "every year"));
        _format = new Option<string?>("--format") { Description = Say("格式（默认 csv）", "the format (default csv)"), HelpName = string.Join('|', Formats), Arity = ArgumentArity.ExactlyOne };
        _mark = Switch("--bom", Say("csv 以字节序标记开头，Excel 和 WPS 才认得出 UTF-8", "begin the csv with a byte order mark: Excel and WPS need it to see UTF-8"));
        Add(_words);
        foreach (var option in (Option[])[_all, _format, _mark]) Add(option);

        string Say(string chinese, string english) => new Text(chinese, english).In(language);
    }

    private static readonly string[] Formats = ["csv", "json", "xlsx"];

    public override Argument<string[]> Words => _words;

    public override WordKinds KindsAt(int place) => WordKinds.Years;

    public override IReadOnlyList<(string Line, Text Meaning)> Examples =>
    [
        ("reportc export > figures.csv", new("最近一年，csv", "the newest year as csv")),
        ("reportc export --all --bom -o figures.csv", new("所有年度，供 Excel 或 WPS 打开", "every year, for Excel or WPS")),
        ("reportc export 2020 2021 --format json", new("两年，json", "two years as json")),
        ("reportc export --all --format xlsx -o figures.xlsx", new("按法定表格排版的工作簿", "a workbook laid out like the form")),
    ];

    public override bool WantsJson(ParseResult parse) => parse.GetResult(_format) is { Tokens: [{ Value: "json" }] };

    public override OutKind Out => OutKind.File;

    public override int Run(Session session, CommonOptions common, ParseResult parse)
    {
        var format = Choice(parse.GetValue(_format), "--format", Formats) ?? "csv";
        var mark = parse.GetValue(_mark);
        if (mark && format != "csv") throw Failure.OfUsage(new("--bom 只用于 csv", "--bom is for csv"));
        var target = FileOf(common, parse);
        if (format == "xlsx" && target is null)
            throw Failure.OfUsage(new("xlsx 要写入文件", "xlsx needs a file"), new("加上 -o figures.xlsx", "add -o figures.xlsx"));
        var look = SingleProject.Open(session, parse.GetValue(common.Project));
        var districts = look.Select(parse.GetValue(_words) ?? [], parse.GetValue(_all)).ConvertAll(look.District);
        foreach (var district in districts) look.Doubt(district);
        var figures = districts.SelectMany(d => ExportedFigure.Of(look.Project, d));
        if (format == "xlsx") Write(session, target!, "figures.xlsx", Workbook.Of(look.Project, districts, look.InJson));
        else
        {
            var text = format == "csv" ? (mark ? "\uFEFF" : "") + FigureTable.Csv(figures, look.InJson) : FigureTable.Json(figures, look.InJson);
            if (target is null) session.Host.Out.Write(text);
            else Write(session, target, "figures." + format, Encoding.UTF8.GetBytes(text));
        }
        return ExitStatus.Fine;
    }
}
