using System.Text;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Importing;
using ReportCompiler.Importing.Documents;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Sources;

namespace Reportc.Commands.Check.Formats;

/// <summary>The form that a unit filled in, of which its data file was read: the unit knows its cells, not the lines of the file.</summary>
/// <param name="Name">The form's name without folders.</param>
internal sealed record NoteForm(string Name)
{
    private ImportedDocument? Document { get; init; }

    private Filing? Filing { get; init; }

    /// <summary>The form of a data file; null if that names none.</summary>
    /// <param name="folder">The project.</param>
    /// <param name="project">What it says of itself.</param>
    /// <param name="path">The data file, relative to the project.</param>
    public static NoteForm? Of(ProjectFolder folder, Project project, string path)
    {
        if (ProjectLayout.YearOf(path) is not { } year || Read(folder, path) is not { } data) return null;
        if (ImportedDocument.SourceOf(Encoding.UTF8.GetString(data.Bytes)) is not { } said) return null;
        var name = said[(said.LastIndexOfAny(['/', '\\']) + 1)..];
        var source = folder.OthersOf(year).Where(f => f.EndsWith('/' + name, StringComparison.Ordinal)).Append(said)
            .Where(f => !Path.IsPathRooted(f) && !f.Split('/').Contains(".."))
            .Select(f => Read(folder, f)).FirstOrDefault(s => s is not null);
        var documents = source is null ? []
            : Importer.Read(new Findings(), name, source.Bytes, project.Editions, year, project.Indicators);
        return documents is not [var document] ? new NoteForm(name) : new NoteForm(name)
        {
            Document = document,
            Filing = FilingReader.Read(new Findings(), data, document.Edition, project.Indicators, year),
        };
    }

    /// <summary>Where a cell stands on it; null where it says something else by now, or is no form of <c>new</c>.</summary>
    /// <param name="path">The path of the cell.</param>
    public CellPlace? PlaceOf(string? path)
    {
        if (path is null || Document?.PlaceOf(path) is not { } place) return null;
        return Document.Edition.Find(path) is { } cell && Filing is { } filing && !Document.Agrees(cell, filing) ? null : place;
    }

    private static Source? Read(ProjectFolder folder, string path)
    {
        try
        {
            return folder.Source(path);
        }
        // It lies elsewhere, or is open in another program.
        catch (Failure)
        {
            return null;
        }
    }
}
