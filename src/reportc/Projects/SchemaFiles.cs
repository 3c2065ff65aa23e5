using Reportc.Files;
using ReportCompiler.Forms;
using ReportCompiler.Projects;
using ReportCompiler.Schemas;

namespace Reportc.Projects;

/// <summary>
/// The schemas that the first lines of a project's files name, so that an editor offers names and marks slips without being set up.
/// </summary>
internal static class SchemaFiles
{
    /// <summary>Writes those of reportc.yaml and of an edition's data files if they are not as they should be; their paths.</summary>
    /// <remarks>They are made, not written by hand: unlike everything else here they are replaced.</remarks>
    public static IEnumerable<string> Refresh(ProjectFolder folder, Project project, Edition edition)
    {
        foreach (var (file, bytes) in Of(project, edition))
        {
            var path = Path.GetFullPath(file, folder.Root);
            var place = folder.Bounds.Place(path);
            if (Disk.Holds(place, bytes)) continue;
            DiskWriter.Replace(place, bytes);
            yield return path;
        }
    }

    /// <summary>Those of reportc.yaml and of an edition's data files: their paths in the project and what they are to hold.</summary>
    public static IEnumerable<(string File, byte[] Bytes)> Of(Project project, Edition edition) =>
        [(Schema.ProjectFile, Schema.OfProject(project)), (Schema.DataFile(edition), Schema.OfData(edition, project))];
}
