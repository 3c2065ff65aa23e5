using System.Collections.Immutable;
using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Manuscripts;

namespace ReportCompiler.Rendering;

/// <summary>The report as a template writes it.</summary>
internal static class ReportPage
{
    /// <summary>Runs the template of a name; nothing, with a finding, where it fails. The files that the narrative names follow.</summary>
    public static ImmutableArray<OutputFile> Render(Report report, string template, Markup markup)
    {
        var district = report.Year.District;
        var page = Script.Page(report.Findings, report.Templates, template, Model.OfReport(report, markup), district.Units.Length);
        if (page is null) return [];
        var start = Location.AtStart(report.Templates.SourceOf(template));
        if (!page.AsSpan().ContainsAnyExcept(" \t\r\n"u8))
        {
            report.Findings.Add(Errors.Templates.EmptyReport(start) with { Year = district.Year });
            return [];
        }
        foreach (var section in report.Prose!.Sections)
            if (!Has(page, markup.Of(section.Notes)))
                report.Findings.Add(Errors.Templates.NotesLost(start, template, section.Section.Ordinal) with { Year = district.Year });
        return [new OutputFile(template, page), .. Beside(report.Prose!.Attachments, markup)];
    }

    private static bool Has(byte[] page, string text) => text.Length == 0 || page.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    /// <summary>The files that the narrative names. In a page of its own an image is a part of it.</summary>
    private static IEnumerable<OutputFile> Beside(Attachments attachments, Markup markup) =>
        (markup == Markup.Html ? attachments.Files : attachments.Files.Concat(attachments.Images))
            .Select(f => new OutputFile(f.Key, f.Value));
}
