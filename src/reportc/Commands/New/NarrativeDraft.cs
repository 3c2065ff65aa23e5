using System.Text;
using Reportc.Files;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Drafting;
using ReportCompiler.Sources;

namespace Reportc.Commands.New;

/// <summary>Writes a year's narrative, begun with that of the year before.</summary>
internal static class NarrativeDraft
{
    /// <summary>Writes it; one that is there is never touched.</summary>
    public static int Write(Session session, SingleProject look, int year, bool namesUnits, bool wantsForms)
    {
        if (namesUnits || wantsForms)
            throw Failure.OfUsage(
                new("--narrative 只写正文，后面不写单位和 --format", "--narrative writes the narrative alone: no units, no --format"));
        var (path, before) = (ProjectLayout.NarrativeOf(year), ProjectLayout.NarrativeOf(year - 1));
        if (Disk.SeesFile(Path.Join(look.Root, path)))
        {
            session.Note(new($"已有，没有改动：{look.Shown(path)}", $"there already, left as it is: {look.Shown(path)}"));
            return ExitStatus.Fine;
        }
        if (!Disk.SeesFile(Path.Join(look.Root, before)))
            throw Failure.OfUsage(
                new($"没有 {year - 1} 年的正文：{look.Shown(before)}", $"there is no narrative of {year - 1}: {look.Shown(before)}"),
                new($"直接写 {look.Shown(path)}", $"write {look.Shown(path)} yourself"));
        var (text, open) = NarrativeDrafter.From(look.Folder.Source(before), year - 1);
        DiskWriter.Create(look.Folder.Bounds.Folder(Path.Join(look.Root, ProjectLayout.Narratives)),
            [(Path.GetFileName(path), Encoding.UTF8.GetBytes(text))]);
        if (!session.Quiet) session.Host.Out.Write(look.Shown(path) + "\n");
        session.Flush();
        session.Note(new(
            $"照 {year - 1} 年的正文起草，{open} 处数字待填；逐句改写后运行 reportc check {year}",
            $"begun with the narrative of {year - 1}; figures to fill in: {open}; rewrite it, then run reportc check {year}"));
        return ExitStatus.Fine;
    }
}
