using System.Text.Json;
using Reportc.Messages;
using Reportc.Shell;
using Reportc.Tests.Schemas;
using ReportCompiler.Diagnostics;
using ReportCompiler.Explaining;
using Xunit;

namespace Reportc.Tests;

/// <summary><c>check --format sarif</c>, for code scanning.</summary>
public sealed class SarifTests
{
    [Fact]
    public void Every_rule_is_declared_and_a_clean_project_has_no_results()
    {
        using var bench = Workbench.WithProject(Workbench.Sound.Replace("复议诉讼: 无", "复议诉讼: 无", StringComparison.Ordinal));

        var run = Sarif(bench, out var json, "check", "-q");
        using var _ = json;

        Assert.Equal(0, run.Status);
        Assert.DoesNotContain(Results(json), r => r.GetProperty("level").GetString() != "note");
        var driver = Driver(json);
        var declared = driver.GetProperty("rules").EnumerateArray().Concat(driver.GetProperty("notifications").EnumerateArray())
            .Select(r => r.GetProperty("id").GetString()!);
        Assert.Equal(Explanations.Of().Select(e => e.Rule.Code), declared);
        Assert.All(driver.GetProperty("rules").EnumerateArray(), rule =>
        {
            Assert.NotEmpty(rule.GetProperty("help").GetProperty("markdown").GetString()!);
            Assert.NotEmpty(rule.GetProperty("fullDescription").GetProperty("text").GetString()!);
            Assert.NotEmpty(rule.GetProperty("properties").GetProperty("category").GetString()!);
        });
        Assert.True(Invocation(json).GetProperty("executionSuccessful").GetBoolean());
    }

    [Fact]
    public void Nothing_found_is_an_empty_list()
    {
        using var bench = Workbench.WithProject("单位: 甲局\n年度: 2021\n主动公开: 无\n依申请公开: 无\n复议诉讼: 无\n");
        bench.Write("reportc.yaml",
            "机关: 某县人民政府\n单位: [甲局]\n联系方式: {单位: 办公室, 地址: 一号, 邮编: \"830017\", 电话: \"4684320\"}\n");

        Sarif(bench, out var json, "check");
        using var _ = json;

        Assert.Empty(Results(json));
    }

    [Fact]
    public void A_result_has_its_place_its_rule_and_its_fingerprint()
    {
        using var bench = Workbench.WithProject(Workbench.Broken);

        var run = Sarif(bench, out var json, "check");
        using var _ = json;

        Assert.Equal((1, ""), (run.Status, run.Error));
        var result = Results(json).Single(r => r.GetProperty("level").GetString() == "error");
        Assert.Equal("RC2003", result.GetProperty("ruleId").GetString());
        Assert.Equal("RC2003", Driver(json).GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("data/2021/%E7%94%B2.yaml", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal("%SRCROOT%", place.GetProperty("artifactLocation").GetProperty("uriBaseId").GetString());
        Assert.Equal("9 15 9 16", string.Join(' ', place.GetProperty("region").EnumerateObject().Select(p => p.Value.GetInt32())));
        Assert.Equal("依申请公开.本年新收.自然人 = 3", result.GetProperty("relatedLocations")[0].GetProperty("message").GetProperty("text")
            .GetString());
        Assert.Matches("^[0-9a-f]{64}$", Fingerprint(result));
        Assert.Equal("unicodeCodePoints", json.RootElement.GetProperty("runs")[0].GetProperty("columnKind").GetString());
        Assert.Equal(1, Invocation(json).GetProperty("exitCode").GetInt32());
    }

    [Fact]
    public void The_fingerprint_outlives_lines_that_move_and_figures_that_change()
    {
        using var bench = Workbench.WithProject(Workbench.Broken);
        using var moved =
            Workbench.WithProject("# 核对过\n\n"
                + Workbench.Broken.Replace("结转下年度: {自然人: 1}", "结转下年度: {自然人: 7}", StringComparison.Ordinal));

        Sarif(bench, out var before, "check");
        Sarif(moved, out var after, "check");
        using var _ = before;
        using var __ = after;

        Assert.Equal(Results(before).Select(Fingerprint), Results(after).Select(Fingerprint));
    }

    [Fact]
    public void Several_of_a_kind_have_fingerprints_of_their_own()
    {
        using var bench = Workbench.WithProject(Workbench.Sound + "甲: 1\n乙: 2\n丙: 3\n");

        Sarif(bench, out var json, "check");
        using var _ = json;

        var prints = Results(json).Where(r => r.GetProperty("ruleId").GetString() == "RC1011").Select(Fingerprint).ToList();
        Assert.Equal(3, prints.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(2, "RC9001", "check", "2031")]
    [InlineData(2, "RC9001", "check", "--colour")]
    [InlineData(3, "RC9002", "check", "没有.yaml")]
    public void What_stops_the_run_is_a_notification(int status, string code, params string[] args)
    {
        using var bench = Workbench.WithProject();

        var run = Sarif(bench, out var json, args);
        using var _ = json;

        Assert.Equal(status, run.Status);
        Assert.Empty(Results(json));
        Assert.False(Invocation(json).GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal(status, Invocation(json).GetProperty("exitCode").GetInt32());
        Assert.Equal(code, Invocation(json).GetProperty("toolExecutionNotifications")[0].GetProperty("descriptor").GetProperty("id")
            .GetString());
    }

    [Fact]
    public void A_faulty_project_is_a_result_of_a_run_that_failed()
    {
        using var bench = Workbench.WithProject().Write("reportc.yaml", "机关: 某县人民政府\n规则: {balance: 警告}\n");

        var run = Sarif(bench, out var json, "check");
        using var _ = json;

        Assert.Equal(2, run.Status);
        Assert.Equal("RC5001", Assert.Single(Results(json)).GetProperty("ruleId").GetString());
        Assert.False(Invocation(json).GetProperty("executionSuccessful").GetBoolean());
    }

    [Fact]
    public void A_projects_own_rule_is_declared_when_it_is_broken()
    {
        using var bench = Workbench.WithProject(
            Workbench.Sound.Replace("主动公开: 无", "主动公开: {行政强制: 2}", StringComparison.Ordinal))
            .Write("rules/本地.yaml", "规则:\n"
                + "  - {规则: own, 代码: BD01, 名称: 不多于, 英文: no more, 级别: 警告, 式: 主动公开.行政强制 <= 主动公开.行政处罚}\n");

        Sarif(bench, out var json, "check");
        using var _ = json;

        var result = Results(json).First(r => r.GetProperty("ruleId").GetString() == "BD01");
        Assert.Equal("own", Driver(json).GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("name").GetString());
    }

    [Fact]
    public void Paths_are_relative_to_what_was_checked_out()
    {
        using var bench = Workbench.WithProject(Workbench.Broken, "报告/甲 县");

        Host InItsFolder(Host host) =>
            host with { Folder = bench.Full("报告/甲 县"), Variable = name => name == "GITHUB_WORKSPACE" ? bench.Root : null };
        using var json = JsonDocument.Parse(bench.RunWith(InItsFolder, "check", "--format", "sarif").Out);

        Assert.All(Results(json), r => Assert.StartsWith("%E6%8A%A5%E5%91%8A/%E7%94%B2%20%E5%8E%BF/", Uri(r), StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_by_name_is_relative_too()
    {
        using var bench = Workbench.WithProject(Workbench.Broken);

        Sarif(bench, out var json, "check", bench.Full("data/2021/甲.yaml"));
        using var _ = json;

        Assert.All(Results(json), r => Assert.Equal("data/2021/%E7%94%B2.yaml", Uri(r)));
    }

    [Fact]
    public void No_more_than_is_shown_and_no_error_is_lost()
    {
        var files = Enumerable.Range(0, 51).Select(i => $"{i}.yaml").ToArray();
        var lines = string.Concat(Enumerable.Range(0, 100).Select(i => $"  项{i}: 1\n"));
        using var bench = new Workbench();
        foreach (var file in files) bench.Write(file, $"单位: 甲局\n年度: 2021\n主动公开:\n{lines}依申请公开: 无\n复议诉讼: 无\n");

        Sarif(bench, out var json, ["check", .. files]);
        using var _ = json;

        Assert.Equal(5000, Results(json).Count);
        Assert.Contains("没有列出", Invocation(json).GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text")
            .GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_are_in_the_language_asked_for()
    {
        using var bench = Workbench.WithProject(Workbench.Broken);

        Sarif(bench, out var json, "check", "--lang", "en");
        using var _ = json;

        Assert.Contains("does not add up", Results(json).Select(r => r.GetProperty("message").GetProperty("text").GetString()!)
            .First(m => m.Contains("依申请公开.办理结果", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal("en-US", json.RootElement.GetProperty("runs")[0].GetProperty("language").GetString());
    }

    [Fact]
    public void A_result_that_can_be_mended_carries_the_replacement()
    {
        using var bench = Workbench.WithProject(
            Workbench.Sound.Replace("主动公开: 无", "主动公开: {行政许可: １２件, 行政处罚: 十}", StringComparison.Ordinal));

        Sarif(bench, out var json, "check");
        using var _ = json;

        var results = Results(json).Where(r => r.GetProperty("ruleId").GetString() == "RC1020").ToList();
        Assert.Equal([true, false], results.Select(r => r.TryGetProperty("fixes", out var fixes)));
        var change = results[0].GetProperty("fixes")[0].GetProperty("artifactChanges")[0];
        Assert.Equal("data/2021/%E7%94%B2.yaml", change.GetProperty("artifactLocation").GetProperty("uri").GetString());
        var replacement = change.GetProperty("replacements")[0];
        Assert.Equal("3 14 3 17",
            string.Join(' ', replacement.GetProperty("deletedRegion").EnumerateObject().Select(p => p.Value.GetInt32())));
        Assert.Equal("12", replacement.GetProperty("insertedContent").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("https://example.org/reportc", "https://example.org/reportc")]
    [InlineData("", null)]
    [InlineData("git@example.org:reportc.git", null)]
    [InlineData("file:///srv/reportc", null)]
    public void The_tool_says_where_its_project_lies_if_the_build_was_told(string built, string? told)
    {
        using var written = new StringWriter();

        SarifFindings.Write(written, Language.English, [], [], status: 0, Machine.PageAt(built));

        Assert.Empty(Schema.FaultsOfSarif(written.ToString()));
        using var json = JsonDocument.Parse(written.ToString());
        Assert.Equal(told, Driver(json).TryGetProperty("informationUri", out var uri) ? uri.GetString() : null);
    }

    /// <summary>Runs, and validates what comes against the schema.</summary>
    private static Run Sarif(Workbench bench, out JsonDocument json, params string[] args)
    {
        var run = bench.Run([.. args, "--format", "sarif"]);
        Assert.Empty(Schema.FaultsOfSarif(run.Out));
        json = JsonDocument.Parse(run.Out);
        return run;
    }

    private static List<JsonElement> Results(JsonDocument json) =>
        [.. json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()];

    private static JsonElement Driver(JsonDocument json) =>
        json.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver");

    private static JsonElement Invocation(JsonDocument json) => json.RootElement.GetProperty("runs")[0].GetProperty("invocations")[0];

    private static string Fingerprint(JsonElement result) =>
        result.GetProperty("partialFingerprints").GetProperty("reportc/v1").GetString()!;

    private static string Uri(JsonElement result) =>
        result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!;
}
