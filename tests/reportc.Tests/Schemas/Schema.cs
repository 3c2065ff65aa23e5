using System.Text.Json;
using System.Text.RegularExpressions;

namespace ReportCompiler.CommandLine.Tests.Schemas;

/// <summary>
/// A validator for JSON Schema draft 4, as far as the schema of SARIF goes (a keyword it does not know is an exception): the
/// packages that validate more cannot be restored everywhere. The schema is the one OASIS publishes, as the npm package
/// @microsoft/jest-sarif 1.0.0-beta.0 ships it (MIT).
/// </summary>
internal sealed class Schema
{
    private readonly JsonElement _root;
    private readonly List<string> _faults = [];

    private Schema(JsonElement root) => _root = root;

    /// <summary>What is wrong with a SARIF file; empty where nothing is.</summary>
    public static IReadOnlyList<string> FaultsOfSarif(string json)
    {
        using var stream = typeof(Schema).Assembly.GetManifestResourceStream("sarif-2.1.0.json")!;
        using var schema = JsonDocument.Parse(stream);
        using var document = JsonDocument.Parse(json);
        var validation = new Schema(schema.RootElement);
        validation.Check(schema.RootElement, document.RootElement, "$");
        return validation._faults;
    }

    private void Check(JsonElement schema, JsonElement value, string at)
    {
        foreach (var keyword in schema.EnumerateObject())
            if (!Holds(keyword.Name, keyword.Value, schema, value, at)) _faults.Add($"{at}: {keyword.Name} {keyword.Value}, found {value}");
    }

    private bool Holds(string keyword, JsonElement rule, JsonElement schema, JsonElement value, string at)
    {
        switch (keyword)
        {
            case "$schema" or "id" or "title" or "description" or "default" or "definitions":
                return true;
            case "$ref":
                Check(rule.GetString()!.Split('/').Skip(1).Aggregate(_root, (node, step) => node.GetProperty(step)), value, at);
                return true;
            case "type":
                return IsOf(rule.GetString()!, value);
            case "enum":
                return rule.EnumerateArray().Any(e => JsonElement.DeepEquals(e, value));
            case "pattern":
                return value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.GetString()!);
            case "format":
                return value.ValueKind != JsonValueKind.String || rule.GetString() is "date-time"
                    || Uri.IsWellFormedUriString(value.GetString(), rule.GetString() == "uri" ? UriKind.Absolute : UriKind.RelativeOrAbsolute);
            case "minimum":
                return value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= rule.GetDecimal();
            case "maximum":
                return value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= rule.GetDecimal();
            case "minItems":
                return value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.GetInt32();
            case "uniqueItems":
                return value.ValueKind != JsonValueKind.Array || !rule.GetBoolean() || value.EnumerateArray().Select(e => e.GetRawText()).Distinct(StringComparer.Ordinal).Count() == value.GetArrayLength();
            case "items":
                if (value.ValueKind == JsonValueKind.Array)
                    foreach (var (i, item) in value.EnumerateArray().Index()) Check(rule, item, $"{at}[{i}]");
                return true;
            case "required":
                return value.ValueKind != JsonValueKind.Object || rule.EnumerateArray().All(r => value.TryGetProperty(r.GetString()!, out _));
            case "properties":
                if (value.ValueKind == JsonValueKind.Object)
                    foreach (var property in rule.EnumerateObject())
                        if (value.TryGetProperty(property.Name, out var found)) Check(property.Value, found, $"{at}.{property.Name}");
                return true;
            case "additionalProperties":
                return value.ValueKind != JsonValueKind.Object || Additional(rule, schema, value, at);
            case "anyOf" or "oneOf":
                var fitting = rule.EnumerateArray().Count(one => Fits(one, value));
                return keyword == "anyOf" ? fitting > 0 : fitting == 1;
            default:
                throw new NotSupportedException(keyword);
        }
    }

    private bool Additional(JsonElement rule, JsonElement schema, JsonElement value, string at)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var known) && known.TryGetProperty(property.Name, out _)) continue;
            if (rule.ValueKind == JsonValueKind.False) return false;
            if (rule.ValueKind == JsonValueKind.Object) Check(rule, property.Value, $"{at}.{property.Name}");
        }
        return true;
    }

    private bool Fits(JsonElement schema, JsonElement value)
    {
        var trial = new Schema(_root);
        trial.Check(schema, value, "");
        return trial._faults.Count == 0;
    }

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new NotSupportedException(type),
    };
}
