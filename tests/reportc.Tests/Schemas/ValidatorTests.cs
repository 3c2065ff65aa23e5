using System.Text.Json;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;
using Xunit;

namespace Reportc.Tests.Schemas;

/// <summary>The validator and the reading of YAML that the tests of schemas stand on.</summary>
public sealed class ValidatorTests
{
    [Theory]
    [InlineData("""{"type": ["integer", "null"]}""", "[12, 12.0, -3, null]", """["12", 1.5, true, {}, [], 1e9999]""")]
    [InlineData("""{"type": "number", "minimum": 0, "maximum": 3}""", "[0, 3, 0.5]", "[-1, 3.1]")]
    [InlineData("""{"exclusiveMinimum": 0}""", """[0.1, "0"]""", "[0, -1]")]
    [InlineData("""{"pattern": "^(a|b)$", "minLength": 1}""", """["a", "b", 3]""", """["", "c", "a\n"]""")]
    [InlineData("""{"enum": ["a", 1, null]}""", """["a", 1, null]""", """["b", "1", false]""")]
    [InlineData(
        """{"properties": {"a": {"type": "null"}}, "patternProperties": {"^b": {"type": "string"}}, "additionalProperties": false}""",
        """[{}, {"a": null}, {"b1": "x"}, 3]""", """[{"a": 1}, {"b1": 1}, {"c": 1}]""")]
    [InlineData("""{"properties": {"a": {}}, "additionalProperties": {"type": "string"}}""",
        """[{"a": 1}, {"b": "x"}]""", """[{"b": 1}]""")]
    [InlineData("""{"propertyNames": {"pattern": "^a"}}""", """[{"a": 1}, {}]""", """[{"b": 1}, {"a": 1, "b": 1}]""")]
    [InlineData("""{"required": ["a"]}""", """[{"a": null}, 3]""", "[{}]")]
    [InlineData("""{"anyOf": [{"type": "string"}, {"minimum": 5}]}""", """["a", 5, true]""", "[4]")]
    [InlineData("""{"oneOf": [{"type": "number"}, {"minimum": 5}]}""", "[4]", "[5]")]
    [InlineData("""{"allOf": [{"type": "number"}, {"minimum": 5}]}""", "[5]", """[4, "5"]""")]
    [InlineData("""{"not": {"propertyNames": {"not": {"pattern": "^a"}}}}""", """[{"a": 1}, {"a": 1, "b": 1}]""", """[{}, {"b": 1}]""")]
    [InlineData("""{"if": {"type": "string"}, "then": {"pattern": "^a"}, "else": {"minimum": 5}}""", """["a", 5, true]""", """["b", 4]""")]
    [InlineData("""{"if": {"type": "string"}, "then": {"pattern": "^a"}}""", """["a", 4]""", """["b"]""")]
    [InlineData("""{"items": {"type": "string"}}""", """[["a"], []]""", "[[1]]")]
    [InlineData("""{"$ref": "#/$defs/a", "minimum": 2, "$defs": {"a": {"maximum": 3}}}""", "[2, 3]", "[1, 4]")]
    [InlineData("""{"properties": {"a": true, "b": false}}""", """[{"a": 1}]""", """[{"b": 1}]""")]
    public void A_keyword_lets_pass_and_refuses(string schema, string right, string wrong)
    {
        Assert.All(Json(right).EnumerateArray(), v => Assert.Empty(Schema.Faults(Json(schema), v)));
        Assert.All(Json(wrong).EnumerateArray(), v => Assert.NotEmpty(Schema.Faults(Json(schema), v)));
    }

    [Theory]
    [InlineData("""{"dependentRequired": {}}""")]
    [InlineData("""{"propertys": {}}""")]
    public void A_keyword_it_does_not_know_is_no_keyword_that_holds(string schema) =>
        Assert.Throws<NotSupportedException>(() => Schema.Faults(Json(schema), Json("1")));

    [Theory]
    [InlineData("""{"type": "text"}""")]
    [InlineData("""{"properties": {"a": {"minimum": "1"}}}""")]
    [InlineData("""{"$defs": {"a": {"required": "b"}}}""")]
    [InlineData("""{"anyOf": []}""")]
    [InlineData("""{"patternProperties": {"a": 3}}""")]
    public void The_meta_schema_refuses_what_is_no_schema(string schema)
    {
        Assert.NotEmpty(Schema.FaultsOfSchema(Json(schema)));
        Assert.Empty(Schema.FaultsOfSchema(Json("""{"type": "string", "properties": {"a": true}, "anyOf": [{}]}""")));
    }

    [Theory]
    [InlineData("12", "12")]
    [InlineData("\"12\"", "\"12\"")]
    [InlineData("014", "14")]
    [InlineData("0x1F", "31")]
    [InlineData("1e3", "1000")]
    [InlineData("12.0", "12.0")]
    [InlineData(".5", "0.5")]
    [InlineData("10.", "10")]
    [InlineData("+3", "3")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData("1:30", "\"1:30\"")]
    [InlineData("1,000", "\"1,000\"")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("true", "true")]
    [InlineData("2022-01-12", "\"2022-01-12\"")]
    [InlineData("01-20", "\"01-20\"")]
    [InlineData("~", "null")]
    [InlineData("", "null")]
    [InlineData("{a: [1, 无]}", "{\"a\":[1,\"无\"]}")]
    public void Yaml_is_read_as_editors_read_it(string yaml, string json) =>
        Assert.True(JsonElement.DeepEquals(Json(json),
            YamlJson.Of(YamlReader.Read(new Findings(), new SourceText("a.yaml", $"k: {yaml}\n"))!.Root).GetProperty("k")));

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
