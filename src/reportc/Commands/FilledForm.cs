using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Drafting;
using ReportCompiler.Importing;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Sources;

namespace Reportc.Commands;

/// <summary>Whether a document that was read says anything beyond what <c>new</c> wrote into it.</summary>
internal static class FilledForm
{
    /// <summary>The document as the data file it would become; null if nothing is filled in.</summary>
    /// <param name="document">The document.</param>
    /// <param name="project">The project.</param>
    /// <param name="fillings">Tells what is filled in.</param>
    /// <param name="unit">The unit it is for.</param>
    /// <param name="year">The year it is for.</param>
    public static Filing? Of(ImportedDocument document, Project project, Fillings fillings, string unit, int year)
    {
        var text = document.DataFile(unit, year, modeline: null);
        var source = new Source($"{ProjectLayout.DataOf(year)}/{unit}.yaml", Encoding.UTF8.GetBytes(text));
        var findings = new Findings();
        var filing = FilingReader.Read(findings, source, document.Edition, project.Indicators, year);
        var open = findings.All.Count(f => f.Rule == Catalogue.Unfilled);
        return filing is null || fillings.Of(filing, open, states: false) == Filling.Untouched ? null : filing;
    }
}
