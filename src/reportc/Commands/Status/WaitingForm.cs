using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;

namespace Reportc.Commands.Status;

/// <summary>A form that a unit sent in and that lies in the data folder: no figure of it counts before it is imported.</summary>
/// <param name="File">The file, relative to the project.</param>
/// <param name="SaveAs">The ending it must be saved under first, since the import cannot read it; null if it can.</param>
internal sealed record WaitingForm(string File, string? SaveAs)
{
    /// <summary>The forms among the files of a data folder that nobody reads, but for those whose figures are there.</summary>
    /// <param name="others">The files, relative to the project.</param>
    /// <param name="read">The data files.</param>
    /// <param name="units">The units that have one.</param>
    public static IEnumerable<WaitingForm> Among(IEnumerable<string> others, List<string> read, IReadOnlyCollection<string> units)
    {
        foreach (var file in others)
        {
            // What came back as 区教育局（盖章）.xlsx is that unit's.
            if (OfficeFile.IsImported(file, read) || units.Any(u => OfficeFile.Stem(file).Contains(u, StringComparison.Ordinal))) continue;
            if (OfficeFile.IsImportable(file)) yield return new WaitingForm(file, null);
            else if (OfficeFile.SavedAs(file) is { } ending) yield return new WaitingForm(file, ending);
        }
    }

    /// <summary>What to do about it.</summary>
    /// <param name="shown">The file as it is shown.</param>
    /// <param name="named">The project as it was named; null if it was not.</param>
    public Text Remedy(string shown, string? named)
    {
        if (SaveAs is { } ending) return new($"先用 WPS 或 Office 另存为 {ending}，再导入", $"save it as {ending} first, then import it");
        var command = $"{ShownCommand.Of("reportc", "import", shown)}{ShownCommand.InProject(named)}";
        return new($"运行 {command}", $"run {command}");
    }
}
