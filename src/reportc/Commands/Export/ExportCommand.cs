using System.CommandLine;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Export;

/// <summary><c>export</c>: all figures of all units, for other programs.</summary>
internal sealed class ExportCommand : Query<ExportedYears>
{
    private static readonly QueryFormat<ExportedYears>[] Formats =
    [
        new("csv", ".csv", static (years, _, to) => FigureTable.Csv(to, years.Figures, years.Project.InJson, years.HasMark)),
        new("json", ".json", static (years, _, to) => FigureTable.Json(to, years.Figures, years.Project.InJson)),
        new("xlsx", ".xlsx", static (ExportedYears years, Session _, Stream to) => ExportWorkbook.Write(to, years)),
    ];

    private readonly Argument<string[]> _words;
    private readonly Option<bool> _all;
    private readonly Option<bool> _mark;
    private readonly Option<bool> _noTotals;

    public ExportCommand(Language language) : base("export", About, language, Formats, new("格式（默认 csv）", "the format (default csv)"))
    {
        _words = AddWords(Say("年度", "YEARS"), "年度，可写多个或 2019..2025（默认：最近一年）",
            "years, several or as 2019..2025 (default: the newest)");
        _all = AddSwitch("--all", "所有年度", "every year");
        AddFormat();
        _mark = AddSwitch("--bom", "csv 以字节序标记开头，Excel 和 WPS 才认得出 UTF-8",
            "begin the csv with a byte order mark: Excel and WPS need it to see UTF-8");
        _noTotals = AddSwitch("--no-totals", "只要各单位的数，不要汇总数的行",
            "the figures of the units alone, without the rows of the totals");
    }

    private static Text About => new("导出全部数字，供表格软件和其他程序使用（-o 写文件名）",
        "write all figures for spreadsheets and other programs; -o names the file");

    public override Argument<string[]> Words => _words;

    public override WordKinds KindsAt(int place) => WordKinds.Years;

    public override IReadOnlyList<(string Line, Text Meaning)> Examples =>
    [
        ("reportc export > figures.csv", new("最近一年，csv", "the newest year as csv")),
        ("reportc export --all --bom -o figures.csv", new("所有年度，供 Excel 或 WPS 打开", "every year, for Excel or WPS")),
        ("reportc export 2020 2021 --format json", new("两年，json", "two years as json")),
        ("reportc export --all --format xlsx -o figures.xlsx", new("汇总表和各单位的法定表格", "a summary, and the form of every unit")),
    ];

    protected override ExportedYears Find(Session session, CommonOptions common, ParseResult parse, QueryFormat<ExportedYears> format)
    {
        var mark = parse.GetValue(_mark);
        if (mark && format != Formats[0])
            throw Failure.OfUsage(new($"--bom 只用于 csv，这里是 {format.Name}", $"--bom is for csv, not for {format.Name}"),
                new("去掉 --bom，或写 --format csv", "leave --bom out, or write --format csv"));
        var project = SingleProject.Open(session, parse.GetValue(common.Project));
        var districts = project.Select(parse.GetValue(_words) ?? [], parse.GetValue(_all)).ConvertAll(project.District);
        foreach (var district in districts) project.Doubt(district);
        var years = new ExportedYears(project, districts, mark, !parse.GetValue(_noTotals));
        if (format == Formats[^1]) FigureSheet.ThrowIfTooLong(years);
        return years;
    }

    protected override string UsualName => "figures";
}
