using System.Collections.Immutable;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Narratives;
using ReportCompiler.Projects;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;

namespace ReportCompiler.Rendering;

/// <summary>The outputs of a report.</summary>
[Flags]
public enum OutputFormats
{
    /// <summary>Nothing is rendered: check only.</summary>
    None = 0,

    /// <summary>report.md.</summary>
    Markdown = 1,

    /// <summary>report.html.</summary>
    Html = 2,

    /// <summary>totals.yaml.</summary>
    Totals = 4,

    /// <summary>review.html.</summary>
    Review = 8,

    /// <summary>The report and its totals: what is published, or sent to the authority above.</summary>
    Report = Markdown | Html | Totals,

    /// <summary>All of them.</summary>
    All = Report | Review,
}

/// <summary>A file of a report: its name in the year's folder, and its bytes.</summary>
public sealed record OutputFile(string Name, byte[] Bytes);

/// <summary>A year's totals and prose to files.</summary>
public static class Renderer
{
    private const string Skeleton = "narrative.md";

    /// <summary>
    /// Renders the outputs asked for. The narrative is rendered and taken apart even when none is asked for, so that check finds
    /// its faults.
    /// </summary>
    /// <param name="findings">Takes faults of the narrative and the templates.</param>
    /// <param name="templates">The templates.</param>
    /// <param name="project">The project.</param>
    /// <param name="district">The year.</param>
    /// <param name="last">The year before; null where there is none.</param>
    /// <param name="narrative">The clerk's Markdown; null for the form's own skeleton.</param>
    /// <param name="formats">What to make.</param>
    /// <param name="draft">The errors a draft lists; null for a report to publish.</param>
    /// <param name="years">All years the project has: the reports beside this one are linked.</param>
    public static ImmutableArray<OutputFile> Render(
        Findings findings, Templates templates, Project project, District district, District? last, Source? narrative, OutputFormats formats, Func<IReadOnlyList<string>?> draft,
        IReadOnlyCollection<int>? years = null)
    {
        var outputs = ImmutableArray.CreateBuilder<OutputFile>();
        var found = new Findings();
        var model = Model.Of(project, district, last, Format.Markdown);
        var prose = ReadNarrative(found, templates, project, district, last, narrative, model);
        foreach (var finding in found.All) findings.Add(finding with { Year = district.Year });
        if (prose is null || formats == OutputFormats.None) return [];
        if (findings.HasErrors && draft() is null) return [];
        // What fails in one report fails in the other for the same reason.
        var rendered = !formats.HasFlag(OutputFormats.Markdown) || Report(Format.Markdown, model);
        if (rendered && formats.HasFlag(OutputFormats.Html)) Report(Format.Html, Model.Of(project, district, last, Format.Html));
        if (formats.HasFlag(OutputFormats.Totals)) outputs.Add(new OutputFile(TotalsWriter.FileName, TotalsWriter.Write(project, district)));
        return outputs.ToImmutable();

        bool Report(Format format, Scriban.Runtime.ScriptObject data)
        {
            Model.AddReport(data, project, district, prose, years ?? [], draft(), format);
            if (Script.Run(findings, templates, templates[format.Template], templates.SourceOf(format.Template), data) is not { } text) return false;
            if (string.IsNullOrWhiteSpace(text))
            {
                findings.Add(Errors.Templates.EmptyReport(Location.AtStart(templates.SourceOf(format.Template))) with { Year = district.Year });
                return false;
            }
            outputs.Add(new OutputFile(format.Template, System.Text.Encoding.UTF8.GetBytes(text)));
            return true;
        }
    }

    private static Narrative? ReadNarrative(Findings findings, Templates templates, Project project, District district, District? last, Source? narrative, Scriban.Runtime.ScriptObject model)
    {
        if (narrative is null) findings.Add(Errors.Templates.NoNarrative(district.Year, [.. district.Edition.Sections.Where(s => s.Table is null).Select(s => s.Ordinal)]));
        var source = narrative is null ? templates.SourceOf(Skeleton) : Decoder.Decode(findings, narrative);
        if (source is null || findings.HasErrors) return null;
        var template = narrative is null ? templates[Skeleton] : Templates.Parse(findings, source);
        var output = new NarrativeOutput(source.Text);
        if (template is null || Script.Run(findings, templates, template, source, model, output) is not { } markdown) return null;
        var prose = Narrative.Split(findings, district.Edition, markdown, source);
        if (narrative is not null) NarrativeCheck.Check(findings, project, district, last, output.Rendered(), prose, source);
        return prose;
    }
}
