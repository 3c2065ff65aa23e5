using System.Collections.Immutable;
using System.Text;
using Reportc.Messages;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Importing.Documents;
using ReportCompiler.Rendering;
using ReportCompiler.Repairs;
using ReportCompiler.Sources;

namespace Reportc.Commands.Check.Formats;

/// <summary>A note to every unit with something wrong: what, where, and what it probably should be.</summary>
/// <param name="session">The run.</param>
/// <param name="isWord">Whether the notes are a Word document; else they are text.</param>
/// <param name="date">The date below the signature; null for none.</param>
internal sealed class NoteCheck(Session session, bool isWord, DateOnly? date) : CheckWriter(session)
{
    private const int MostOthers = 2;
    private const int MostUnfilled = 3;
    private const int MostNamed = 12;

    private readonly List<(string Project, Diagnostic Finding)> _findings = [];
    private readonly Dictionary<string, NoteOffice> _offices = new(StringComparer.Ordinal);
    private readonly List<UnitRepairs> _repairs = [];
    private int _others;

    /// <summary>The Word document; null for text.</summary>
    public override byte[]? File => isWord ? WordNotes.Of(Session.Say(Heading), Notes()) : null;

    private static Text Heading => new("数据核对通知", "Figures to be looked at");

    public override void Add(string project, ProjectResult result, string home)
    {
        _offices.TryAdd(project, new NoteOffice(Session, ProjectFolder.Around(Path.GetDirectoryName(Session.Full(home)))));
        foreach (var finding in result.Findings.Where(f => f.Severity != Severity.Info))
        {
            if (Addressee(finding) is null) _others++;
            else _findings.Add((project, finding));
        }
        _repairs.AddRange(result.Repairs);
    }

    public override void Add(Failure failure) => Session.Report(failure);

    public override int Finish(CheckTotals totals)
    {
        if (!isWord) Session.Host.Out.Write(string.Join("\n\n", Notes().Select(AsText)));
        if (_others > 0)
            Session.Note(new(
                $"另有 {_others} 个问题不是某个单位的：运行 reportc check 查看",
                $"{_others} findings are of no unit: run reportc check"));
        Session.Note(totals.Summary(showsHints: true));
        return totals.Status;
    }

    /// <summary>Who is to mend it: the unit, or of a file that could not be read as one the file; null for the office itself.</summary>
    private static string? Addressee(Diagnostic finding) => finding switch
    {
        { OfDistrict: true } => null,
        { Unit: { } unit } => unit,
        { Location.File: var file } when file.Split('/').Contains(ProjectLayout.Data, StringComparer.Ordinal) => file,
        _ => null,
    };

    private List<Note> Notes()
    {
        var notes = _findings.GroupBy(f => (f.Project, f.Finding.Year, Unit: Addressee(f.Finding)!))
            .Select(g => Of(_offices[g.Key.Project], g.Key.Unit, g.Key.Year, [.. g.Select(f => f.Finding)])).ToList();
        return notes.Count > 0 ? notes
            : [new Note(Session.Say(Heading), [], [], Session.Say(new("没有发现问题。", "Nothing is wrong.")), [])];
    }

    private Note Of(NoteOffice office, string unit, int? year, IReadOnlyList<Diagnostic> findings)
    {
        var (errors, warnings) = (findings.Count(f => f.Severity == Severity.Error), findings.Count(f => f.Severity == Severity.Warning));
        var lead = new List<string>();
        if (errors > 0) lead.Add(Session.Say(new($"必须改正：{errors} 处", $"To be corrected: {errors}")));
        if (warnings > 0) lead.Add(Session.Say(new($"请再核对：{warnings} 处", $"To be looked at again: {warnings}")));
        if (_repairs.Find(r => r.Unit == unit && r.Year == year) is { Localisation.Repairs: [var first, .. var others] } repairs)
        {
            lead.Add(Session.Say(Likeliest(repairs, first)) + Places(office, first));
            // Which figure is wrong nobody but the unit knows.
            lead.AddRange(others.Take(MostOthers).Select(o => Session.Say(AlsoLikely(repairs, o)) + Places(office, o)));
        }
        return new Note(
            Session.Say(new($"{unit}：{year} 年报送的数据", $"{unit}: the figures of {year}")), [.. lead],
            Items(office, findings),
            Session.Say(new("请对照台账改正后重新报送；数字没有错的，请说明原因。",
                "Please compare with your records, correct and file again; where a figure is right, please say why.")),
            [.. office.Signature(date)]);
    }

    private static Text Likeliest(UnitRepairs repairs, Repair repair)
    {
        var (edits, reason) = (RepairWords.Edits(repairs, repair), RepairWords.Reason(repair.Reason));
        return new($"最可能的是：{edits.Chinese}（{reason.Chinese}）", $"Most likely: {edits.English} ({reason.English})");
    }

    private static Text AlsoLikely(UnitRepairs repairs, Repair repair)
    {
        var edits = RepairWords.Edits(repairs, repair);
        return new($"也可能是：{edits.Chinese}", $"Or: {edits.English}");
    }

    /// <summary>The findings one by one, but what is not filled in together: of a blank table that is every cell.</summary>
    private ImmutableArray<NoteItem> Items(NoteOffice office, IReadOnlyList<Diagnostic> findings)
    {
        var open = findings.Where(f => f.Rule == Catalogue.Unfilled).ToList();
        if (open.Count <= MostUnfilled) return [.. findings.Select(f => Item(office, f))];
        return [Unfilled(office, open), .. findings.Except(open).Select(f => Item(office, f))];
    }

    private NoteItem Unfilled(NoteOffice office, List<Diagnostic> open)
    {
        var lines = new List<string>();
        foreach (var group in open.GroupBy(f => office.FormOf(f.Location?.File ?? "") is { } form && form.PlaceOf(f.Cell) is { } place
            ? new Text($"{form.Name}，工作表“{place.Sheet}”：", $"{form.Name}, sheet “{place.Sheet}”: ")
            : new Text($"{f.Location?.File}：", $"{f.Location?.File}: ")))
        {
            var cells = group.Select(f => office.FormOf(f.Location?.File ?? "")?.PlaceOf(f.Cell)?.Cell ?? f.Cell ?? "").ToList();
            var (named, more) = (cells.Take(MostNamed).ToList(), cells.Count - MostNamed);
            lines.Add(Session.Say(new(
                $"{group.Key.Chinese}{string.Join('、', named)}{(more > 0 ? $" 等 {cells.Count} 格" : "")}",
                $"{group.Key.English}{string.Join(", ", named)}{(more > 0 ? $" and {more} more" : "")}")));
        }
        if (open[0].Help is { } help) lines.Add(Session.Say(new("改法：", "What to do: ")) + Session.Say(help));
        return new NoteItem(Session.Say(new($"还有 {open.Count} 格没有填", $"{open.Count} cells are not filled in")), [.. lines]);
    }

    /// <summary>Where the cells of a repair stand on the form.</summary>
    private string Places(NoteOffice office, Repair repair)
    {
        var places = repair.Edits.Select(e => office.FormOf((e.Location ?? e.Beside)?.File ?? "")?.PlaceOf(e.Cell)).ToList();
        if (places.Exists(p => p is null)) return "";
        var said = places.ConvertAll(p => Place(p!));
        return Session.Say(new(
            $"，见{string.Join('、', said.Select(p => p.Chinese))}", $": {string.Join(", ", said.Select(p => p.English))}"));
    }

    private static Text Place(CellPlace place) =>
        new($"工作表“{place.Sheet}”的 {place.Cell} 格", $"cell {place.Cell} of the sheet “{place.Sheet}”");

    /// <summary>Where a finding stands: on the form, if the data file was read from one, or in the data file.</summary>
    private static Text Where(NoteOffice office, Diagnostic finding, Location at)
    {
        var file = new Text($"文件：{at.File} 第 {at.Span.Line} 行", $"File: {at.File}, line {at.Span.Line}");
        if (office.FormOf(at.File) is not { } form) return file;
        var from = new Text($"{file.Chinese}，读自 {form.Name}", $"{file.English}, read from {form.Name}");
        if (form.PlaceOf(finding.Cell) is not { } place) return from;
        return new($"表格：{form.Name}，{Place(place).Chinese}", $"Form: {form.Name}, {Place(place).English}");
    }

    private NoteItem Item(NoteOffice office, Diagnostic finding)
    {
        var lines = new List<string>();
        if (finding.Cell is { } cell) lines.Add(Session.Say(new("位置：", "Where: ")) + string.Join(" → ", cell.Split('.')));
        if (finding.Location is { } at)
            lines.Add(Session.Say(Where(office, finding, at)));
        if (finding.Help is { } help) lines.Add(Session.Say(new("改法：", "What to do: ")) + Session.Say(help));
        return new NoteItem(Session.Say(finding.Message), [.. lines]);
    }

    private static string AsText(Note note)
    {
        var text = new StringBuilder();
        Line(note.Title);
        foreach (var line in note.Lead) Line(line);
        for (var i = 0; i < note.Items.Length; i++)
        {
            Line("");
            Line($"{i + 1}. {note.Items[i].Text}");
            foreach (var line in note.Items[i].Lines) Line("   " + line);
        }
        Line("");
        Line(note.Close);
        if (!note.Signature.IsEmpty) Line("");
        foreach (var line in note.Signature) Line(line);
        return text.ToString();

        void Line(string line) => text.Append(DisplayWidth.Clean(line)).Append('\n');
    }
}
