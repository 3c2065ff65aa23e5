using System.Collections.Immutable;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.Rendering;

/// <summary>The report as a template writes it.</summary>
internal static class ReportPage
{
    /// <summary>Runs the template of a name; nothing, with a finding, where it fails.</summary>
    public static ImmutableArray<OutputFile> Render(Report report, string template, Markup markup)
    {
        if (Script.Page(report.Findings, report.Templates, template, Model.OfReport(report, markup), report.Year.District.Units.Length) is not { } page) return [];
        if (!page.AsSpan().ContainsAnyExcept(" \t\r\n"u8))
        {
            report.Findings.Add(Errors.Templates.EmptyReport(Location.AtStart(report.Templates.SourceOf(template))) with { Year = report.Year.District.Year });
            return [];
        }
        return [new OutputFile(template, page)];
    }
}
