using System.Text.Json;
using Xunit;

namespace Reportc.Tests;

/// <summary><c>check --format json</c>, which other programs rely on.</summary>
public sealed class JsonTests
{
    [Fact]
    public void A_broken_equation_is_told_in_full()
    {
        using var bench = new Workbench().Write("a.yaml", Workbench.Broken);

        var run = bench.Run("check", "a.yaml", "--format", "json");

        Assert.Equal(1, run.Status);
        Assert.Empty(run.Error);
        using var json = JsonDocument.Parse(run.Out);
        var finding = json.RootElement.GetProperty("diagnostics").EnumerateArray()
            .Single(d => d.GetProperty("severity").GetString() == "error");
        Assert.Equal("""
            {
              "code": "RC2003",
              "rule": "balance",
              "severity": "error",
              "message": "“依申请公开.办理结果.总计.自然人”不平：本年新收 3 + 上年结转 0 = 3，而 办理结果.总计 3 + 结转下年度 1 = 4，差 1",
              "help": "第一项加第二项之和应等于第三项加第四项之和，核对这四项",
              "unit": "甲局",
              "year": 2021,
              "cell": "依申请公开.办理结果.总计.自然人",
              "expected": "3",
              "actual": "4",
              "location": {
                "file": "a.yaml",
                "line": 9,
                "column": 15,
                "endLine": 9,
                "endColumn": 16
              },
              "related": [
                {
                  "cell": "依申请公开.本年新收.自然人",
                  "value": "3",
                  "location": {
                    "file": "a.yaml",
                    "line": 5,
                    "column": 15,
                    "endLine": 5,
                    "endColumn": 16
                  }
                },
                {
                  "cell": "依申请公开.上年结转.自然人",
                  "value": "0",
                  "location": {
                    "file": "a.yaml",
                    "line": 6,
                    "column": 9,
                    "endLine": 6,
                    "endColumn": 10
                  }
                },
                {
                  "cell": "依申请公开.结转下年度.自然人",
                  "value": "1",
                  "location": {
                    "file": "a.yaml",
                    "line": 10,
                    "column": 16,
                    "endLine": 10,
                    "endColumn": 17
                  }
                }
              ]
            }
            """.ReplaceLineEndings("\n"), JsonSerializer.Serialize(finding, Readable));
    }

    [Fact]
    public void The_object_has_its_fields_in_order()
    {
        using var bench = Workbench.WithProject(Workbench.Broken).AddYear(2020);

        using var json = JsonDocument.Parse(bench.Run("check", "--all", "--format", "json").Out);

        var root = json.RootElement;
        Assert.Equal(["version", "diagnostics", "repairs", "summary"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["errors", "warnings", "infos", "files", "units", "years", "equations", "broken", "prose"], root.GetProperty("summary")
            .EnumerateObject().Select(p => p.Name));
        Assert.Equal(1, root.GetProperty("version").GetInt32());
        Assert.Equal(2, root.GetProperty("summary").GetProperty("files").GetInt32());
        Assert.Equal([2020, 2021], root.GetProperty("summary").GetProperty("years").EnumerateArray().Select(y => y.GetInt32()));
    }

    [Theory]
    [InlineData(2, "RC9001", "check", "1999", "--format", "json")]
    [InlineData(2, "RC9001", "check", "--nonsense", "--format=json")]
    [InlineData(2, "RC9001", "check", "--format", "json", "-p", "nowhere")]
    [InlineData(3, "RC9002", "check", "--format", "json", "nowhere.yaml")]
    public void A_failure_is_the_same_object_with_nothing_left_out(int status, string code, params string[] args)
    {
        using var bench = Workbench.WithProject();

        var run = bench.Run(args);

        Assert.Equal(status, run.Status);
        Assert.Empty(run.Error);
        using var json = JsonDocument.Parse(run.Out);
        var failure = Assert.Single(json.RootElement.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal(code, failure.GetProperty("code").GetString());
        Assert.Equal(["code", "rule", "severity", "message", "help", "unit", "year", "cell", "expected", "actual", "location", "related"],
            failure.EnumerateObject().Select(p => p.Name));
        Assert.Equal(status == 3 ? JsonValueKind.Object : JsonValueKind.Null, failure.GetProperty("location").ValueKind);
        Assert.Equal(1, json.RootElement.GetProperty("summary").GetProperty("errors").GetInt32());
    }

    [Fact]
    public void English_is_spoken_here_too()
    {
        using var bench = Workbench.WithProject(Workbench.Broken);

        Assert.Contains("does not add up", bench.Run("check", "--format", "json", "--lang", "en").Out, StringComparison.Ordinal);
    }

    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
