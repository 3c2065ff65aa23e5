using System.Text;
using Reportc.Files;
using Reportc.Shell;
using ReportCompiler.Drafting;

namespace Reportc.Commands;

/// <summary>Files that are written if they are missing: what is there is somebody's.</summary>
internal static class MissingFiles
{
    /// <summary>Writes, in this order, those that are not there, and says of each what became of it.</summary>
    public static void Write(Session session, string folder, IEnumerable<StarterFile> files)
    {
        var bounds = new Bounds(folder);
        foreach (var file in files)
        {
            var path = Path.GetFullPath(Path.Join(folder, file.Path));
            var place = bounds.Place(path);
            if (Disk.HasFile(place))
            {
                session.Note(new($"已有，没有改动：{session.Shown(path)}", $"there already, left as it is: {session.Shown(path)}"));
                continue;
            }
            DiskWriter.Create(Path.GetDirectoryName(place)!, [(Path.GetFileName(place), Encoding.UTF8.GetBytes(file.Text))]);
            if (!session.Quiet) session.Host.Out.Write(session.Shown(path) + "\n");
        }
        session.Flush();
    }
}
