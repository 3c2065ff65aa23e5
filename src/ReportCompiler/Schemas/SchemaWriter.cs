using System.Text.Json;
using ReportCompiler.Sources;

namespace ReportCompiler.Schemas;

/// <summary>Writes the keywords of a schema.</summary>
internal sealed class SchemaWriter
{


    private const string Reference = "$ref";

    private readonly Utf8JsonWriter _json;

    private SchemaWriter(Utf8JsonWriter json) => _json = json;

    /// <summary>A schema as a file: UTF-8, line breaks LF, one at the end.</summary>
    public static byte[] Write(Action<SchemaWriter> keywords) => JsonFile.Of(json =>
    {
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        keywords(new SchemaWriter(json));
    });

    /// <summary>A keyword or property that is an object, such as a schema.</summary>
    public void Object(string name, Action fields)
    {
        _json.WriteStartObject(name);
        fields();
        _json.WriteEndObject();
    }

    /// <summary>A keyword whose value is a list of schemas.</summary>
    public void Schemas(string name, params IEnumerable<Action> schemas)
    {
        _json.WriteStartArray(name);
        foreach (var keywords in schemas)
        {
            _json.WriteStartObject();
            keywords();
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    /// <summary>A keyword with a text.</summary>
    public void Text(string name, string value) => _json.WriteString(name, value);

    /// <summary>A keyword with a whole number.</summary>
    public void Number(string name, long value) => _json.WriteNumber(name, value);

    /// <summary>What an editor shows of a thing.</summary>
    public void Says(string title, string description)
    {
        Text("title", title);
        if (description.Length > 0) Text("description", description);
    }

    /// <summary>The kinds of JSON value that may stand there.</summary>
    public void Type(params ReadOnlySpan<string> types)
    {
        if (types is [var one]) Text("type", one);
        else List("type", types);
    }

    /// <summary>
    /// What is said of a text, and what of all else. Not as <c>anyOf</c>: of what fits neither, an editor would tell the types of both
    /// instead of the pattern or the limit that is missed.
    /// </summary>
    public void OfText(string pattern, Action otherwise) => OfType("string", () => Text("pattern", pattern), otherwise);

    /// <summary>What is said of the values of a type, and what of all others.</summary>
    public void OfType(string type, Action keywords, Action otherwise)
    {
        Object("if", () => Type(type));
        Object("then", () =>
        {
            Type(type);
            keywords();
        });
        Object("else", otherwise);
    }

    /// <summary>Any value of some types, of which nothing else is said but of each by itself.</summary>
    public void AnyOf(params IEnumerable<string> types) =>
        Schemas("anyOf", types.Select<string, Action>(t => () => Type(t)));

    /// <summary>A list of texts, or null for the JSON null.</summary>
    public void List(string name, params ReadOnlySpan<string?> values)
    {
        _json.WriteStartArray(name);
        foreach (var value in values) _json.WriteStringValue(value);
        _json.WriteEndArray();
    }

    /// <summary>A list of numbers, and then of texts.</summary>
    public void List(string name, IEnumerable<decimal> numbers, params ReadOnlySpan<string?> texts)
    {
        _json.WriteStartArray(name);
        foreach (var number in numbers) _json.WriteNumberValue(number);
        foreach (var text in texts) _json.WriteStringValue(text);
        _json.WriteEndArray();
    }

    /// <summary>Refers to a definition of this schema.</summary>
    public void Ref(string definition) => _json.WriteString(Reference, $"#/$defs/{definition}");

    /// <summary>No other key may stand there.</summary>
    public void NothingElse() => _json.WriteBoolean("additionalProperties", false);
}
