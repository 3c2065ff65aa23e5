using System.Text;
using System.Text.Json;
using ReportCompiler.Sources;

namespace Reportc.Shell;

/// <summary>A JSON object on standard output, with a line break at its end.</summary>
internal static class JsonText
{
    /// <summary>An object of the tool's own: its version stands first.</summary>
    public static string Of(Action<Utf8JsonWriter> fields) => OfObject(json =>
    {
        json.WriteNumber("version", 1);
        fields(json);
    });

    /// <summary>The same, piece by piece.</summary>
    public static void Write(TextWriter to, Action<Utf8JsonWriter> fields)
    {
        var buffer = new TextBuffer(to);
        JsonFile.Write(buffer, json =>
        {
            json.WriteNumber("version", 1);
            fields(json);
        });
        buffer.Flush();
    }

    /// <summary>An object whose form is somebody else's.</summary>
    public static string OfObject(Action<Utf8JsonWriter> fields) => Encoding.UTF8.GetString(JsonFile.Of(fields));
}
