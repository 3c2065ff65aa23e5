using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Grids;
using ReportCompiler.Manuscripts;
using ReportCompiler.Narratives;
using ReportCompiler.Narratives.Checks;
using ReportCompiler.Sources;

namespace ReportCompiler.Rendering;

/// <summary>A year's totals and prose to files.</summary>
internal static class Renderer
{
    private const string Skeleton = "narrative.md";

    /// <summary>Makes what all reports of an edition have in common; whoever needs it first makes it otherwise.</summary>
    public static void Prepare(Templates templates, Edition edition, ImmutableArray<ReportFormat> formats)
    {
        // First what is asked for first.
        Rehearse(templates, edition);
        // The runtime measures the processor before the first pooled array that two want.
        _ = Thread.GetCurrentProcessorId();
        if (edition.Phrasing is { } phrasing) Lexicon.Of(phrasing);
        foreach (var format in formats) format.Prepare?.Invoke(templates, edition);
        if (formats.Any(f => f.Tables is not null)) TableLabels.Prepare(edition);
    }

    /// <summary>Takes a line through both libraries: whatever is called for the first time is looked for first.</summary>
    private static void Rehearse(Templates templates, Edition edition)
    {
        var line = new SourceText("", "## 一、{{ 二.三 }}\n\n1. **四** {{ 二.三 }}。\n");
        if (Script.Line(templates, line, new NamedValues(("二", new NamedValues(("三", 5m))))) is not { } output) return;
        var attachments = new Attachments(static (_, _) => NamedFile.Absent, static _ => false);
        var manuscript = Manuscript.Read(new Findings(), output.Rendered(), attachments, static _ => false);
        Narrative.Split(new Findings(), edition, manuscript, attachments);
    }

    /// <summary>
    /// Renders the outputs asked for. The narrative is rendered and taken apart even when none is asked for, so that check finds
    /// its faults.
    /// </summary>
    /// <param name="findings">What was found so far; takes faults of the narrative and the templates.</param>
    /// <param name="templates">The templates.</param>
    /// <param name="year">The year.</param>
    /// <param name="narrative">The clerk's Markdown; null for the form's own skeleton.</param>
    /// <param name="formats">What to make.</param>
    /// <param name="beside">Has work done on another thread; null for nothing.</param>
    /// <returns>The files, and what is known of the figures of the prose.</returns>
    public static (ImmutableArray<OutputFile> Files, ProseTally Prose) Render(
        Findings findings, Templates templates, CheckedYear year, Source? narrative, ImmutableArray<ReportFormat> formats,
        Action<Action>? beside = null)
    {
        var begun = new Dictionary<ReportFormat, Lazy<(Findings, ImmutableArray<OutputFile>)>>();
        var prose = Into(findings, found => ReadNarrative(found, templates, year, narrative, split =>
        {
            if (beside is not null && !year.IsDraft && !findings.HasErrors && !found.HasErrors)
                Begin(begun, findings, templates, year, split, formats, beside);
        }), year.District.Year);
        var outputs = ImmutableArray.CreateBuilder<OutputFile>();
        var tally = ProseTally.Of(prose?.Figures ?? []);
        foreach (var format in formats)
        {
            if (findings.HasErrors && !year.IsDraft) return ([], tally);
            if (begun.TryGetValue(format, out var page))
            {
                var (found, files) = page.Value;
                outputs.AddRange(Take(findings, found, files));
                continue;
            }
            if (prose is null && !format.IsInternal) continue;
            // A page that is no draft has nothing of them.
            var checkedYear = year.IsDraft || format.IsInternal ? year with { Findings = findings.Sorted() } : year;
            outputs.AddRange(Into(findings, found => Make(format, new Report(found, templates, checkedYear, prose))));
        }
        // Two pages have the same files beside them.
        return ([.. outputs.DistinctBy(o => o.Name, StringComparer.Ordinal)], tally);
    }

    /// <summary>The files of an output, its tables read back and held to the totals.</summary>
    private static ImmutableArray<OutputFile> Make(ReportFormat format, Report report)
    {
        var files = format.Render(report);
        if (format.Tables is not null && files is [var page, ..]) PageFigures.Check(report, format, page);
        return files;
    }

    /// <summary>
    /// Begins the pages on another thread, while the caller holds the prose to the tables; each finds for itself, and is taken in its turn
    /// unless there is an error by then. What is not begun when its turn comes the caller makes: so they begin with the last.
    /// </summary>
    private static void Begin(
        Dictionary<ReportFormat, Lazy<(Findings, ImmutableArray<OutputFile>)>> begun, Findings findings, Templates templates,
        CheckedYear year, Narrative prose, ImmutableArray<ReportFormat> formats, Action<Action> beside)
    {
        foreach (var format in formats.Where(f => !f.IsInternal))
            begun[format] = new(() =>
            {
                var found = findings.ForReading();
                return (found, Make(format, new Report(found, templates, year, prose)));
            });
        var pages = begun.Values.Reverse().ToList();
        beside(() =>
        {
            foreach (var page in pages) _ = page.Value;
        });
    }

    /// <summary>Runs a step and takes what it finds.</summary>
    private static T Into<T>(Findings findings, Func<Findings, T> step, int? year = null)
    {
        var found = findings.ForReading();
        return Take(findings, found, step(found), year);
    }

    /// <summary>Takes what a step found, each thing once: two outputs fail of one fault that both include.</summary>
    private static T Take<T>(Findings findings, Findings found, T result, int? year = null)
    {
        if (found.All.Count == 0) return result;
        // What is the same is of the same rule: of a thousand warnings few are compared.
        var rules = found.All.Select(f => f.Rule.Code).ToHashSet(StringComparer.Ordinal);
        var known = findings.All.Where(f => rules.Contains(f.Rule.Code)).ToHashSet();
        findings.AddRange(found.All.Select(f => f with { Year = year ?? f.Year }).Where(known.Add).ToList());
        return result;
    }

    /// <summary>The narrative, rendered, taken apart and held to the tables; null, with findings, if it cannot be rendered.</summary>
    /// <param name="findings">Takes what is found.</param>
    /// <param name="templates">The templates.</param>
    /// <param name="year">The year.</param>
    /// <param name="narrative">The clerk's Markdown; null for the form's own skeleton.</param>
    /// <param name="split">Told of it when it is taken apart: pages need no more.</param>
    public static Narrative? ReadNarrative(
        Findings findings, Templates templates, CheckedYear year, Source? narrative, Action<Narrative>? split = null)
    {
        var district = year.District;
        var prosaic = district.Edition.Sections.Where(s => s.Table is null).Select(s => s.Ordinal);
        if (narrative is null) findings.Add(Errors.Templates.NoNarrative(district.Year, [.. prosaic]));
        var skeleton = HasOwnSkeleton(templates) ? null : district.Edition.Skeleton;
        var source = narrative is not null ? Templates.Read(findings, narrative) : skeleton?.Source ?? templates.SourceOf(Skeleton);
        if (source is null || findings.HasErrors) return null;
        if (Rendered(findings, templates, narrative is null && skeleton is null, source, year) is not { } output) return null;
        var attachments = new Attachments(year.Named, path => IsReport(path, year));
        var manuscript = Manuscript.Read(
            findings, output.Rendered(), attachments, name => Model.Of(year, Markup.Markdown).Contains(name),
            district.Edition.Wording.Label("注"));
        var prose = Narrative.Split(findings, district.Edition, manuscript, attachments);
        split?.Invoke(prose);
        return narrative is null ? prose : NarrativeCheck.Check(
            findings, year.Project, district, year.ShownLast, manuscript.Rendered, prose, source, LastNarrative(year));
    }

    /// <summary>Whether the project has a skeleton of its own; a copy of the built-in one that nobody changed is none.</summary>
    private static bool HasOwnSkeleton(Templates templates) =>
        templates.OwnSource(Skeleton) is { } own && own.Text != BuiltInFiles.Copy($"{ProjectLayout.Templates}/{Skeleton}");

    /// <summary>Last year's narrative; null if there is none, or if it cannot be read: its own year tells that.</summary>
    private static SourceText? LastNarrative(CheckedYear year) =>
        year.LastNarrative is { } source ? Syntax.Decoder.Decode(new Findings(), source) : null;

    private static NarrativeOutput? Rendered(Findings findings, Templates templates, bool isSkeleton, SourceText source, CheckedYear year)
    {
        if (NarrativeOutput.Plain(source) is { } plain) return plain;
        if (PathsAlone.Print(source, Model.Of(year, Markup.Markdown), year.Project.Style) is { } printed) return printed;
        var template = isSkeleton ? templates[Skeleton] : Templates.Parse(findings, source);
        return template is null ? null : Script.Narrative(findings, templates, template, source, year);
    }

    /// <summary>Whether a path, from a report's folder, is an output of this year or another.</summary>
    private static bool IsReport(string path, CheckedYear year)
    {
        var steps = path.Split('/');
        var isOfAYear = steps is [_] || (steps is ["..", var other, _] && ProjectLayout.Year(other) is { } y && year.Years.Contains(y));
        return isOfAYear && year.Files.Contains(steps[^1], StringComparer.OrdinalIgnoreCase);
    }
}
