using System.Text.Json;
using Reportc.Messages;
using Reportc.Shell;

namespace Reportc.Commands.Doctor;

/// <summary>An examination for programs.</summary>
internal static class DoctorJson
{
    /// <summary>All of it; no field is left out.</summary>
    public static string Of(Examination exam) => JsonText.Of(json =>
    {
        json.WriteNumber("status", exam.Status);
        JsonFindings.WriteDiagnostics(json, exam.Session.Language, exam.Diagnostics);
        json.WriteStartArray("topics");
        foreach (var topic in exam.Topics) Write(json, exam.Session, topic);
        json.WriteEndArray();
        json.WriteStartArray("files");
        foreach (var file in exam.Files) Write(json, file);
        json.WriteEndArray();
        json.WriteStartObject("summary");
        foreach (var mark in Enum.GetValues<Mark>()) json.WriteNumber(Name(mark), exam.Count(mark));
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Session session, ExamTopic topic)
    {
        json.WriteStartObject();
        json.WriteString("topic", topic.Key);
        json.WriteString("project", topic.Project);
        json.WriteStartArray("remarks");
        foreach (var remark in topic.Remarks)
        {
            json.WriteStartObject();
            json.WriteString("kind", remark.Kind);
            json.WriteString("mark", Name(remark.Mark));
            json.WriteString("title", remark.Title is { } title ? session.Say(title) : null);
            json.WriteString("message", session.Say(remark.Message));
            json.WriteString("help", remark.Help is { } help ? session.Say(help) : null);
            json.WriteString("file", remark.File is { } file && topic.Project.Length > 0 ? $"{topic.Project}/{file}" : remark.File);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FileShape file)
    {
        json.WriteStartObject();
        json.WriteString("file", file.File);
        json.WriteString("encoding", file.Encoding);
        json.WriteString("lineEnds", file.LineEnds);
        json.WriteEndObject();
    }

    private static string Name(Mark mark) => mark switch
    {
        Mark.Fine => "fine",
        Mark.Info => "info",
        Mark.Attention => "attention",
        _ => "problem",
    };
}
