using System.CommandLine;
using System.Text;
using Reportc.Files;
using Reportc.Messages;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Drafting;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;

namespace Reportc.Commands.New;

/// <summary><c>new</c>: the data files of a year, to be filled in.</summary>
internal sealed class NewCommand : Verb
{
    private const string Yaml = "yaml";
    private const string Xlsx = "xlsx";

    private readonly Argument<string[]> _words;
    private readonly ValueOption<string> _format;
    private readonly Option<bool> _narrative;

    public NewCommand(Language language) : base("new", About, language)
    {
        _words = AddWords("YEAR", "年度，后面可以写单位（默认：所有应报单位）",
            "the year, and the units after it (default: all that are due)");
        _format = AddChoice("--format", "yaml：数据文件；xlsx：用 Excel 或 WPS 填的表（默认 yaml）",
            "yaml: data files; xlsx: forms to be filled in with Excel or WPS (default yaml)", Yaml, Xlsx);
        _narrative = AddSwitch("--narrative", "照上年的正文起草本年的正文", "start the year's narrative from last year's");
    }

    private static Text About => new("写出一年的数据文件，取自上年的数已填好，其余待填",
        "write a year's data files, last year's figures carried over, the rest to fill in");

    public override Argument<string[]> Words => _words;

    public override WordKinds KindsAt(int place) => place == 0 ? WordKinds.Years : WordKinds.Units;

    public override string WordsForm => Say("年度 [单位…]", "YEAR [UNIT…]");

    public override IReadOnlyList<(string Line, Text Meaning)> Examples =>
    [
        ("reportc new 2022", new(
            "2022 年所有应报单位的文件，已有的不动",
            "the files of 2022 of every unit due; those that are there are left")),
        ("reportc new 2022 区司法局 区教育局", new("只写这两个单位的", "of these two units alone")),
        ("reportc new 2022 --format xlsx", new("用 Excel 或 WPS 填的表，一个单位一份", "forms for Excel or WPS, one for each unit")),
        ("reportc new 2022 --narrative", new("照 2021 年的正文起草", "a narrative begun with that of 2021")),
    ];

    public override OutKind Out => OutKind.Folder;

    public override OutKind OutOf(ParseResult parse) => WantsForms(parse) ? OutKind.Folder : OutKind.None;

    public override Text OutMeaning => new("放表格的文件夹（默认：data/年度）", "the folder for the forms (default: data/<year>)");

    public override Text HelpWithoutOut => new("数据文件写在 data 文件夹里，去掉 -o；-o 只用于 --format xlsx",
        "data files go into the data folder: leave -o out; it is for --format xlsx");

    public override int Run(Session session, CommonOptions common, ParseResult parse)
    {
        var words = parse.GetValue(_words) ?? [];
        var year = Year(words);
        var look = SingleProject.Open(session, parse.GetValue(common.Project));
        look.RequireEdition(year);
        foreach (var unit in words.Skip(1)) RequireDue(look, year, unit);
        if (parse.GetValue(_narrative)) return NarrativeDraft.Write(session, look, year, words.Length > 1, WantsForms(parse));
        if (Choice(parse.GetValue(_format), _format.Name, _format.Choices) == Xlsx)
        {
            WriteForms(session, look, year, words[1..], parse.GetValue(common.Out), parse.GetValue(common.Project));
            return ExitStatus.Fine;
        }
        var findings = new Findings();
        var drafts = look.Compiler.Draft(findings, year, words[1..]);
        session.FindingsOnError().Write(look.Relocated(findings), []);
        Write(session, look, year, drafts, parse.GetValue(common.Project));
        return ExitStatus.Fine;
    }

    private bool WantsForms(ParseResult parse) => parse.GetResult(_format) is { Tokens: [{ Value: Xlsx }] };

    private static void WriteForms(Session session, SingleProject look, int year, string[] units, string? target, string? named)
    {
        var place = target is null ? look.Folder.Bounds.Folder(Path.Join(look.Root, ProjectLayout.DataOf(year))) : session.Full(target);
        var there = Disk.Files(place).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var findings = new Findings();
        var forms = look.Compiler.DraftForms(findings, year, units, there);
        session.FindingsOnError().Write(look.Relocated(findings), []);
        var made = forms.Where(f => f.Bytes is not null).ToList();
        if (made.Count > 0) DiskWriter.Create(place, [.. made.Select(f => (f.Name, f.Bytes!))]);
        foreach (var form in forms.Where(f => f.Bytes is null))
            session.Note(new(
                $"已有，没有改动：{Shown(form)}（{form.Unit}）",
                $"there already, left as it is: {Shown(form)} ({form.Unit})"));
        if (!session.Quiet)
            foreach (var form in made) session.Host.Out.Write(Shown(form) + "\n");
        session.Flush();
        var next = $"reportc import {ShownCommand.Quoted(session.Shown(place))}{ShownCommand.InProject(named)}";
        var s = made.Count == 1 ? "" : "s";
        session.Note(new(
            $"写入 {made.Count} 份表格；发给各单位用 Excel 或 WPS 填，收回后运行 {next}",
            $"{made.Count} form{s} written; have them filled in with Excel or WPS, then run {next}"));

        string Shown(DraftedForm form) => session.Shown(Path.Join(place, form.Name));
    }

    private static int Year(string[] words)
    {
        if (words is not [var word, ..])
            throw Failure.OfUsage(
                new("没有写年度", "no year is given"),
                new("写成 reportc new 2022", "write it like reportc new 2022"));
        return ProjectLayout.Year(word) ?? throw Failure.OfUsage(
            new($"“{word}”不是年度", $"“{word}” is not a year"),
            new("年度写在单位前面，四位数字，例如 reportc new 2022", "the year comes first, in four digits, such as reportc new 2022"));
    }

    private static void RequireDue(SingleProject look, int year, string unit)
    {
        if (look.Project.Roster is not { } roster || unit == look.Project.Authority) return;
        if (roster.FirstOrDefault(e => e.Name == unit) is not { } entry)
        {
            var help = Names.Nearest(unit, look.Compiler.Due(year)) is { } nearest
                ? new Text($"是不是“{nearest}”？", $"did you mean “{nearest}”?")
                : new("单位名称要与 reportc.yaml 的“单位”一致", "the name must be one of 单位 in reportc.yaml");
            throw Failure.OfUsage(new($"名册中没有“{unit}”", $"the roster does not list “{unit}”"), help);
        }
        if (!entry.IsDue(year))
            throw Failure.OfUsage(
                new($"名册中“{unit}”{year} 年不报送", $"by the roster “{unit}” does not file for {year}"),
                new("核对年度，或改正名册中的“自”“至”", "check the year, or correct 自 and 至 in the roster"));
    }

    private static void Write(Session session, SingleProject look, int year, IReadOnlyList<Draft> drafts, string? named)
    {
        var folder = ProjectLayout.DataOf(year);
        var made = drafts.Where(d => d.Text is not null).ToList();
        var place = look.Folder.Bounds.Folder(Path.Join(look.Root, folder));
        if (made.Count > 0) DiskWriter.Create(place, [.. made.Select(d => (d.Name, Encoding.UTF8.GetBytes(d.Text!)))]);
        var schemas = SchemaFiles.Refresh(look.Folder, look.Project, look.Project.EditionFor(year)!);
        List<string> written = [.. made.Select(Shown), .. schemas.Select(session.Shown)];
        foreach (var draft in drafts.Where(d => d.Text is null))
            session.Note(new(
                $"已有，没有改动：{Shown(draft)}（{draft.Unit}）",
                $"there already, left as it is: {Shown(draft)} ({draft.Unit})"));
        if (!session.Quiet)
            foreach (var file in written) session.Host.Out.Write(file + "\n");
        session.Flush();
        if (drafts.Any(d => d.LacksLastYear))
            session.Note(new(
                $"没有 {year - 1} 年的数据：取自上年的数也待填，照上年的报告填",
                $"there is no data for {year - 1}: figures taken from the year before are left to fill in too, from last year's report"));
        var next = $"reportc check {year}{ShownCommand.InProject(named)}";
        session.Note(Summary(next, drafts.Count, written.Count, drafts.Count - made.Count));

        string Shown(Draft draft) => look.Shown(Path.Join(folder, draft.Name));
    }

    private static Text Summary(string next, int due, int written, int left)
    {
        if (due == 0) return new("没有应报的单位，没有写数据文件", "no unit is due: no data file was written");
        var kept = left > 0 ? new Text($"，已有 {left} 个", $", {left} there already") : new("", "");
        return new(
            $"写入 {written} 个文件{kept.Chinese}；填好“待填”的各行，运行 {next}",
            $"{written} {(written == 1 ? "file" : "files")} written{kept.English}; fill in what is 待填, then run {next}");
    }
}
