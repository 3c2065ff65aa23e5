using System.CommandLine;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;

namespace Reportc.Commands.Import;

/// <summary><c>import</c>: reports as others made them become data files and narratives.</summary>
internal sealed class ImportCommand : Verb
{
    private readonly Argument<string[]> _words;
    private readonly ValueOption<string> _unit;
    private readonly ValueOption<string> _year;
    private readonly Option<bool> _narrative;
    private readonly Option<bool> _noNarrative;
    private readonly Option<bool> _writeEdition;
    private readonly Option<bool> _force;
    private readonly ValueOption<string> _format;

    public ImportCommand(Language language) : base("import", About, language)
    {
        _words = AddWords("FILE", "网页、Word、Excel、CSV、文字文件或文件夹；- 为标准输入",
            "web pages, Word, Excel, CSV and text files, or folders; - is standard input");
        _unit = AddValue("--unit", "单位（默认：文件里写的）", "the unit (default: what the file says)", new("单位", "UNIT"),
            WordKinds.Units);
        _year = AddValue("--year", "年度（默认：文件里写的）", "the year (default: what the file says)", new("年度", "YEAR"),
            WordKinds.Years);
        _narrative = AddSwitch("--narrative", "不论哪个单位都写正文", "write a narrative whatever the unit");
        _noNarrative = AddSwitch("--no-narrative", "不写正文", "write no narrative");
        _writeEdition = AddSwitch("--write-edition", "表格是别的版本的，在 reportc.yaml 的“格式”里加上",
            "where the tables are of another edition, add it under 格式 in reportc.yaml");
        _force = AddSwitch("--force", "已有的文件不同时替换", "replace files that are there and differ");
        _format = AddChoice("--format", "输出格式（默认 text）", "how it is told (default text)", "text", "json");
    }

    private static Text About => new("把已有的报告（网页、Word、Excel、文字）读成数据文件和正文",
        "read existing reports (web pages, Word, Excel, text) into data files and narratives");

    public override Argument<string[]> Words => _words;

    public override WordKinds KindsAt(int place) => WordKinds.Files;

    public override string WordsForm => Say("文件…", "FILE…");

    public override OutKind Out => OutKind.Folder | OutKind.File;

    public override Text OutMeaning => new(
        "写入的文件夹，- 为标准输出（默认：项目的 data 和 narrative）",
        "the folder written into, - for standard output (default: data and narrative of the project)");

    public override bool WantsJson(ParseResult parse) => parse.GetResult(_format) is { Tokens: [{ Value: "json" }] };

    public override IReadOnlyList<(string Line, Text Meaning)> Examples =>
    [
        ("reportc import 2021.html", new(
            "一份网页：写 data/2021/… 和 narrative/2021.md", "a web page: writes data/2021/… and narrative/2021.md")),
        ("reportc import reports/", new("一个文件夹里的所有报告", "all reports of a folder")),
        ("reportc import 2019.txt --year 2019 -o out", new(
            "不在项目里：写到 out", "outside a project: written into out")),
    ];

    public override int Run(Session session, CommonOptions common, ParseResult parse)
    {
        var words = parse.GetValue(_words) ?? [];
        if (words.Length == 0)
            throw Failure.OfUsage(new("没有写要导入的文件", "no file to import is given"),
                new("写成 reportc import 报告.html", "write it like reportc import report.html"));
        if (parse.GetValue(_narrative) && parse.GetValue(_noNarrative))
            throw Failure.OfUsage(new("--narrative 与 --no-narrative 只能写一样", "--narrative and --no-narrative exclude each other"));
        var format = Choice(parse.GetValue(_format), _format.Name, _format.Choices);
        var request = new ImportRequest
        {
            Unit = parse.GetValue(_unit),
            Year = Year(parse.GetValue(_year)),
            Narrative = parse.GetValue(_narrative) ? true : parse.GetValue(_noNarrative) ? false : null,
            WritesEdition = parse.GetValue(_writeEdition),
            Force = parse.GetValue(_force),
            Out = parse.GetValue(common.Out),
        };
        var target = ImportTarget.Find(session, parse.GetValue(common.Project), request.Out);
        var run = new ImportRun(session, request, target);
        run.Take(words);
        if (format == "json") ImportReport.WriteJson(session, run);
        else ImportReport.WriteText(session, run);
        return run.Status;
    }

    private static int? Year(string? word) => word is null ? null : ProjectLayout.Year(word) ?? throw Failure.OfUsage(
        new($"“{word}”不是年度", $"“{word}” is not a year"), new(
            "写四位数字，例如 --year 2021", "write four digits, such as --year 2021"));
}
