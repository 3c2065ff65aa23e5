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
    private readonly Argument<string[]> _words;

    public NewCommand(Language language) : base("new", About, language)
    {
        _words = AddWords("YEAR", "年度，后面可以写单位（默认：所有应报单位）",
            "the year, and the units after it (default: all that are due)");
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
    ];

    public override int Run(Session session, CommonOptions common, ParseResult parse)
    {
        var words = parse.GetValue(_words) ?? [];
        var year = Year(words);
        var look = SingleProject.Open(session, parse.GetValue(common.Project));
        look.RequireEdition(year);
        foreach (var unit in words.Skip(1)) RequireDue(look, year, unit);
        var findings = new Findings();
        var drafts = look.Compiler.Draft(findings, year, words[1..]);
        session.FindingsOnError().Write(look.Relocated(findings), []);
        Write(session, look, year, drafts, parse.GetValue(common.Project));
        return ExitStatus.Fine;
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
