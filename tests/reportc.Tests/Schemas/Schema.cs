using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Reportc.Tests.Schemas;

/// <summary>
/// A validator for JSON Schema: as much of draft 4 as the schema of SARIF needs, and of draft 2020-12 as its meta-schema and the
/// schemas of reportc need. A keyword it does not know is an exception. The packages that validate more cannot be restored
/// everywhere. The schema of SARIF is the one OASIS publishes, as the npm package @microsoft/jest-sarif 1.0.0-beta.0 ships it
/// (MIT); the meta-schema is the one of json-schema.org, as the npm package ajv 8.20.0 ships it (MIT).
/// </summary>
internal sealed class Schema
{
    private const string Meta = "https://json-schema.org/draft/2020-12/";
    private static readonly Lazy<Dictionary<string, JsonElement>> MetaSchemas = new(() => typeof(Schema).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith("2020-12/", StringComparison.Ordinal))
            .ToDictionary(n => n["2020-12/".Length..^".json".Length], Read, StringComparer.Ordinal));

    private readonly JsonElement _root;
    private readonly List<string> _faults = [];

    private Schema(JsonElement root) => _root = root;

    /// <summary>What is wrong with a SARIF file; empty if nothing is.</summary>
    public static IReadOnlyList<string> FaultsOfSarif(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Faults(Read("sarif-2.1.0.json"), document.RootElement);
    }

    /// <summary>What is wrong with a schema of draft 2020-12, by its meta-schema.</summary>
    public static IReadOnlyList<string> FaultsOfSchema(JsonElement schema) => Faults(MetaSchemas.Value["schema"], schema);

    /// <summary>What is wrong with a value; empty if nothing is.</summary>
    public static IReadOnlyList<string> Faults(JsonElement schema, JsonElement value)
    {
        var validation = new Schema(schema);
        validation.Check(schema, value, "$");
        return validation._faults;
    }

    private static JsonElement Read(string resource)
    {
        using var stream = typeof(Schema).Assembly.GetManifestResourceStream(resource)!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    private void Check(JsonElement schema, JsonElement value, string at)
    {
        if (schema.ValueKind == JsonValueKind.False) _faults.Add($"{at}: nothing may stand here, found {value}");
        if (schema.ValueKind is JsonValueKind.False or JsonValueKind.True) return;
        foreach (var keyword in schema.EnumerateObject())
            if (!Holds(keyword.Name, keyword.Value, schema, value, at)) _faults.Add($"{at}: {keyword.Name} {keyword.Value}, found {value}");
    }

    private bool Holds(string keyword, JsonElement rule, JsonElement schema, JsonElement value, string at)
    {
        switch (keyword)
        {
            case "$schema" or "id" or "$id" or "$vocabulary" or "$dynamicAnchor" or "$comment" or "title" or "description"
                or "default" or "deprecated" or "examples" or "definitions" or "$defs":
                return true;
            case "$ref":
                Refer(rule.GetString()!, value, at);
                return true;
            case "$dynamicRef":
                // The meta-schema alone uses it, for itself.
                _faults.AddRange(Faults(MetaSchemas.Value["schema"], value).Select(f => at + f[1..]));
                return true;
            case "type":
                return rule.ValueKind == JsonValueKind.Array
                    ? rule.EnumerateArray().Any(t => IsOf(t.GetString()!, value))
                    : IsOf(rule.GetString()!, value);
            case "enum":
                return rule.EnumerateArray().Any(e => JsonElement.DeepEquals(e, value));
            case "pattern":
                return value.ValueKind != JsonValueKind.String || Matches(rule.GetString()!, value.GetString()!);
            case "format" when rule.GetString() == "regex":
                return value.ValueKind != JsonValueKind.String || Matches(value.GetString()!, "") is var _;
            case "format":
                return value.ValueKind != JsonValueKind.String || rule.GetString() is "date-time" or "uri-reference"
                    || Uri.IsWellFormedUriString(value.GetString(), rule.GetString() == "uri"
                        ? UriKind.Absolute
                        : UriKind.RelativeOrAbsolute);
            case "minimum":
                return !IsNumber(value, out var least) || least >= rule.GetDecimal();
            case "maximum":
                return !IsNumber(value, out var most) || most <= rule.GetDecimal();
            case "exclusiveMinimum":
                return !IsNumber(value, out var above) || above > rule.GetDecimal();
            case "minLength":
                return value.ValueKind != JsonValueKind.String || value.GetString()!.EnumerateRunes().Count() >= rule.GetInt32();
            case "minItems":
                return value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.GetInt32();
            case "uniqueItems":
                return value.ValueKind != JsonValueKind.Array || !rule.GetBoolean() || value.EnumerateArray().Select(e => e.GetRawText())
                    .Distinct(StringComparer.Ordinal).Count() == value.GetArrayLength();
            case "items":
                if (value.ValueKind == JsonValueKind.Array)
                    foreach (var (i, item) in value.EnumerateArray().Index()) Check(rule, item, $"{at}[{i}]");
                return true;
            case "required":
                return value.ValueKind != JsonValueKind.Object
                    || rule.EnumerateArray().All(r => value.TryGetProperty(r.GetString()!, out _));
            case "properties":
                if (value.ValueKind == JsonValueKind.Object)
                    foreach (var property in rule.EnumerateObject())
                        if (value.TryGetProperty(property.Name, out var found)) Check(property.Value, found, $"{at}.{property.Name}");
                return true;
            case "patternProperties":
                if (value.ValueKind == JsonValueKind.Object)
                    foreach (var property in value.EnumerateObject())
                        foreach (var pattern in rule.EnumerateObject())
                            if (Matches(pattern.Name, property.Name)) Check(pattern.Value, property.Value, $"{at}.{property.Name}");
                return true;
            case "propertyNames":
                if (value.ValueKind == JsonValueKind.Object)
                    foreach (var property in value.EnumerateObject())
                        Check(rule, JsonSerializer.SerializeToElement(property.Name), $"{at}, the name {property.Name}");
                return true;
            case "additionalProperties":
                return value.ValueKind != JsonValueKind.Object || Additional(rule, schema, value, at);
            case "anyOf" or "oneOf":
                var fitting = rule.EnumerateArray().Count(one => Fits(one, value));
                return keyword == "anyOf" ? fitting > 0 : fitting == 1;
            case "allOf":
                foreach (var one in rule.EnumerateArray()) Check(one, value, at);
                return true;
            case "if":
                // What the branch finds is the finding: its place and keyword are told.
                if (schema.TryGetProperty(Fits(rule, value) ? "then" : "else", out var branch)) Check(branch, value, at);
                return true;
            case "then" or "else":
                return true;
            case "not":
                return !Fits(rule, value);
            default:
                throw new NotSupportedException(keyword);
        }
    }

    private void Refer(string reference, JsonElement value, string at)
    {
        var (file, pointer) = reference.Split('#') is [var before, var after] ? (before, after) : (reference, "");
        var root = file.Length == 0 ? _root : MetaSchemas.Value[file.Replace(Meta, "", StringComparison.Ordinal)];
        var target = pointer.Split('/').Skip(1).Aggregate(root, (node, step) => node.GetProperty(step));
        if (file.Length == 0)
        {
            Check(target, value, at);
            return;
        }
        var other = new Schema(root);
        other.Check(target, value, at);
        _faults.AddRange(other._faults);
    }

    private bool Additional(JsonElement rule, JsonElement schema, JsonElement value, string at)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var known) && known.TryGetProperty(property.Name, out _)) continue;
            if (schema.TryGetProperty("patternProperties", out var patterns)
                && patterns.EnumerateObject().Any(p => Matches(p.Name, property.Name)))
                continue;
            if (rule.ValueKind == JsonValueKind.False) return false;
            Check(rule, property.Value, $"{at}.{property.Name}");
        }
        return true;
    }

    private bool Fits(JsonElement schema, JsonElement value)
    {
        var trial = new Schema(_root);
        trial.Check(schema, value, "");
        return trial._faults.Count == 0;
    }

    // The $ of ECMAScript is the end of the text; that of .NET may also stand before a last line break.
    private static bool Matches(string pattern, string text) =>
        Regex.IsMatch(Whole(text), Regex.Replace(Whole(pattern), @"(?<!\\)\$", @"\z", RegexOptions.None, TimeSpan.FromSeconds(1)),
            RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>With the flag u a rare character is one letter; to .NET it is two halves, none of them a letter.</summary>
    private static string Whole(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => r.IsBmp ? r.ToString() : Rune.IsLetter(r) ? "字" : "·"));

    private static bool IsNumber(JsonElement value, out decimal number)
    {
        number = 0;
        return value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out number);
    }

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number,
        // 12.0 is a whole number: JSON knows values, not how they are written.
        "integer" => IsNumber(value, out var number) && decimal.Truncate(number) == number,
        _ => throw new NotSupportedException(type),
    };
}
