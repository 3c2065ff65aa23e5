using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReportCompiler.Syntax;
using YamlDotNet.RepresentationModel;

namespace Reportc.Tests.Schemas;

/// <summary>
/// A YAML file as an editor sees it before it validates: scalars without quotes are typed by the core schema of YAML 1.2, which is
/// what yaml-language-server reads by default. What is lost on the way (014 is 14 there) no schema can see.
/// </summary>
internal static partial class YamlJson
{
    /// <summary>The JSON of a tree.</summary>
    public static JsonElement Of(Node root)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true })) Write(json, root);
        using var document = JsonDocument.Parse(buffer.ToArray());
        return document.RootElement.Clone();
    }

    /// <summary>The JSON of a document as another reader of YAML has it: aliases are what they stand for, tags say nothing.</summary>
    public static JsonElement Of(YamlNode root)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true })) Write(json, root);
        using var document = JsonDocument.Parse(buffer.ToArray());
        return document.RootElement.Clone();
    }

    private static void Write(Utf8JsonWriter json, YamlNode node)
    {
        switch (node)
        {
            case YamlMappingNode map:
                json.WriteStartObject();
                foreach (var (key, value) in map)
                {
                    json.WritePropertyName(key.ToString());
                    Write(json, value);
                }
                json.WriteEndObject();
                break;
            case YamlSequenceNode list:
                json.WriteStartArray();
                foreach (var item in list) Write(json, item);
                json.WriteEndArray();
                break;
            case YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } plain:
                WritePlain(json, plain.Value ?? "");
                break;
            case YamlScalarNode scalar:
                json.WriteStringValue(scalar.Value);
                break;
            default:
                throw new InvalidOperationException($"{node.NodeType} is no node of a document.");
        }
    }

    private static void Write(Utf8JsonWriter json, Node node)
    {
        switch (node)
        {
            case Mapping map:
                json.WriteStartObject();
                foreach (var entry in map.Entries)
                {
                    json.WritePropertyName(entry.Key.Value);
                    Write(json, entry.Value);
                }
                json.WriteEndObject();
                break;
            case Sequence list:
                json.WriteStartArray();
                foreach (var item in list.Items) Write(json, item);
                json.WriteEndArray();
                break;
            case Scalar { Style: ScalarStyle.Plain } plain:
                WritePlain(json, plain.Value);
                break;
            case Scalar scalar:
                json.WriteStringValue(scalar.Value);
                break;
            default:
                throw new InvalidOperationException("An anchor, alias or tag is refused before anything is validated.");
        }
    }

    private static void WritePlain(Utf8JsonWriter json, string text)
    {
        if (text is "" or "~" or "null" or "Null" or "NULL") json.WriteNullValue();
        else if (text is "true" or "True" or "TRUE") json.WriteBooleanValue(true);
        else if (text is "false" or "False" or "FALSE") json.WriteBooleanValue(false);
        else if (text.StartsWith("0x", StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
            json.WriteNumberValue(number);
        else if (Number().IsMatch(text)) json.WriteRawValue(Encoding.UTF8.GetBytes(Plainly(text)));
        // JSON has no infinity; a number no type is large enough for stands for it.
        else if (text is ".inf" or "+.inf") json.WriteRawValue("1e9999"u8, skipInputValidation: true);
        else json.WriteStringValue(text);
    }

    private static string Plainly(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : "1e9999";

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
