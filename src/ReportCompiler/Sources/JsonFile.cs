using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReportCompiler.Sources;

/// <summary>JSON as all of it is written: for programs, and for people who look at it.</summary>
public static class JsonFile
{
    // Chinese stays readable; the text is no part of an HTML page.
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>An object as a file: UTF-8, line breaks LF, one at the end.</summary>
    /// <param name="fields">Writes the object's fields.</param>
    public static byte[] Of(Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(buffer, fields);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The same, piece by piece.</summary>
    /// <param name="to">Takes the bytes.</param>
    /// <param name="fields">Writes the object's fields.</param>
    public static void Write(IBufferWriter<byte> to, Action<Utf8JsonWriter> fields)
    {
        using (var json = new Utf8JsonWriter(to, Options))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }
        to.Write("\n"u8);
    }
}
