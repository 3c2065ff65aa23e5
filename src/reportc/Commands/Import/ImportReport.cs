using System.Text.Json;
using Reportc.Messages;
using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Import;

/// <summary>Tells what became of an import.</summary>
internal static class ImportReport
{
    /// <summary>For people: findings, the files that were written, a summary.</summary>
    public static void WriteText(Session session, ImportRun run)
    {
        session.FindingsOnError().Write([.. run.Findings], []);
        foreach (var left in run.Files.Where(f => f.Document is not null).SelectMany(f => f.Document!.Left, (f, l) => (f.File, Left: l)))
            session.Note(new($"{left.File}：{left.Left.Place.Chinese}没有用：{left.Left.What.Chinese}",
                $"{left.File}: {left.Left.Place.English} was left: {left.Left.What.English}"));
        session.Flush();
        if (!session.Quiet)
            foreach (var path in run.Files.SelectMany(f => f.Written)) session.Host.Out.Write(path + "\n");
        session.Flush();
        if (run.Blank.Count > 0)
        {
            const int MostNamed = 10;
            var (named, more) = (run.Blank.Take(MostNamed).ToList(), run.Blank.Count - MostNamed);
            session.Note(new(
                $"有 {run.Blank.Count} 份表格还没有填，没有导入：{string.Join('、', named)}{(more > 0 ? $"，另有 {more} 份" : "")}",
                $"forms not filled in yet, and not imported: {run.Blank.Count}: {string.Join(", ", named)}"
                    + (more > 0 ? $", and {more} more" : "")));
        }
        var read = run.Files.Where(f => f.Document is not null).ToList();
        var (cells, open) = (read.Sum(f => f.Document!.Cells), read.Sum(f => f.Document!.Open));
        var written = run.Files.Sum(f => f.Written.Count);
        session.Note(run.Count == run.Files.Count
            ? new($"读了 {run.Count} 个文件，{read.Count} 个是报告；{cells} 格读定，{open} 格待核；写入 {written} 个文件",
                $"{run.Count} files read, {read.Count} of them reports; {cells} cells settled, {open} to settle; {written} files written")
            : new($"读了 {run.Count} 个文件，有 {read.Count} 份报告；{cells} 格读定，{open} 格待核；写入 {written} 个文件",
                $"{run.Count} files read with {read.Count} reports; {cells} cells settled, {open} to settle; {written} files written"));
    }

    /// <summary>For programs.</summary>
    public static void WriteJson(Session session, ImportRun run) => session.Host.Out.Write(JsonText.Of(json =>
    {
        json.WriteStartArray("files");
        foreach (var file in run.Files) Write(json, file, session.Language);
        json.WriteEndArray();
        JsonFindings.WriteDiagnostics(json, session.Language, run.Findings);
    }));

    private static void Write(Utf8JsonWriter json, ImportedFile file, Language language)
    {
        json.WriteStartObject();
        json.WriteString("file", file.File);
        json.WriteString("edition", file.Document?.Edition.Key);
        json.WriteString("unit", file.Unit ?? file.Document?.Unit);
        if (file.Year is { } year) json.WriteNumber("year", year);
        else json.WriteNull("year");
        json.WriteNumber("cells", file.Document?.Cells ?? 0);
        json.WriteNumber("open", file.Document?.Open ?? 0);
        json.WriteStartArray("left");
        foreach (var left in file.Document?.Left ?? [])
        {
            json.WriteStartObject();
            json.WriteString("kind", left.Kind);
            json.WriteString("place", left.Place.In(language));
            json.WriteString("text", left.What.In(language));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("written");
        foreach (var path in file.Written) json.WriteStringValue(path);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
