using System.Collections.Immutable;
using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Manuscripts;

namespace ReportCompiler.Rendering;

/// <summary>The report as a template writes it.</summary>
internal static class ReportPage
{
    /// <summary>Runs the template of a name; nothing, with a finding, where it fails. The files that the narrative names follow.</summary>
    public static ImmutableArray<OutputFile> Render(Report report, string template, Markup markup)
    {
        var page = Script.Page(report.Findings, report.Templates, template, Model.OfReport(report, markup),
            report.Year.District.Units.Length, report.Year.Project.Style);
        if (page is null || !IsWhole(report, template, markup, page)) return [];
        return [new OutputFile(template, page), .. Beside(report.Prose!.Attachments, markup)];
    }

    /// <summary>Makes what is the same in every page of an edition.</summary>
    public static void Prepare(Templates templates, Edition edition, string template, Markup markup)
    {
        _ = templates[template];
        TableText.Prepare(edition, markup);
    }

    /// <summary>Whether a page has something in it; a finding where not, and where notes are left out of it.</summary>
    public static bool IsWhole(Report report, string template, Markup markup, byte[] page)
    {
        var year = report.Year.District.Year;
        var start = Location.AtStart(report.Templates.SourceOf(template));
        if (!page.AsSpan().ContainsAnyExcept(" \t\r\n"u8))
        {
            report.Findings.Add(Errors.Templates.EmptyReport(start) with { Year = year });
            return false;
        }
        foreach (var section in report.Prose!.Sections)
            if (!Has(page, markup.Of(section.Notes)))
                report.Findings.Add(Errors.Templates.NotesLost(start, template, section.Section.Ordinal) with { Year = year });
        return true;
    }

    /// <summary>The files that the narrative names. In a page of its own an image is a part of it.</summary>
    public static IEnumerable<OutputFile> Beside(Attachments attachments, Markup markup) =>
        (markup.Language == Language.Markdown ? attachments.Files.Concat(attachments.Images) : attachments.Files)
            .Select(f => new OutputFile(f.Key, f.Value));

    private static bool Has(byte[] page, string text) => text.Length == 0 || page.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
