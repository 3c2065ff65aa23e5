using System.Text;
using System.Text.Json;
using Reportc.Messages;
using ReportCompiler.Diagnostics;
using ReportCompiler.Explaining;
using Xunit;

namespace Reportc.Tests;

/// <summary>The page of all rules that is read on the web: what <c>explain</c> says, with an anchor for each, which SARIF names.</summary>
public sealed class RuleReferenceTests
{
    private const string Head = "# The rules\n\n"
        + "What every code means, in English and in short in Chinese: the same that `reportc explain CODE` says. A test makes this page of "
        + "[explanations.yaml](explanations.yaml), the catalogue and the editions; [the manual](../../reportc/README.md#the-rules) "
        + "tells how a rule is silenced or made stricter.\n\n"
        + "这里是全部规则：代码、名称、级别、含义、错例、对例、改法。中文的全文用 `reportc explain 代码` 看。\n";

    private static string Path { get; } = System.IO.Path.Join(Repository.Root, SarifFindings.ReferencePath);

    [Fact]
    [Trait(ExpectedFiles.Trait, ExpectedFiles.Kept)]
    public void The_page_says_what_explain_says()
    {
        var rules = Explanations.Of();
        var page = new StringBuilder(Head).Append("\n| code | name | severity | what holds | 要求 |\n")
            .Append("| --- | --- | --- | --- | --- |\n");
        foreach (var rule in rules.Select(e => e.Rule))
            page.Append($"| [{rule.Code}](#{Anchor(rule.Code)}) | `{rule.Name}` | {rule.Severity.Name().English} | ")
                .Append($"{rule.Title.English} | {rule.Title.Chinese} |\n");
        foreach (var explanation in rules) page.Append('\n').Append(Section(explanation));

        ExpectedFiles.IsEqual(Path, page.ToString());
    }

    [Theory]
    [InlineData("https://example.org/reportc")]
    [InlineData("https://example.org/reportc/")]
    [InlineData("https://example.org/reportc.git")]
    public void Sarif_names_the_place_of_every_rule_on_the_page(string address)
    {
        const string Start = $"https://example.org/reportc/blob/HEAD/{SarifFindings.ReferencePath}#";
        // The headings of examples are within their fences.
        var anchors = File.ReadLines(Path).Where(l => l.StartsWith("## RC", StringComparison.Ordinal)).Select(l => Anchor(l[3..])).ToList();
        var own = new Rule("BD01", "own", Severity.Warning, new("不多于", "no more"));
        using var written = new StringWriter();

        SarifFindings.Write(written, Language.English, [new Diagnostic(own, new("多了", "more"), null)], [], status: 1, address);

        using var json = JsonDocument.Parse(written.ToString());
        var driver = json.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver");
        var rules = driver.GetProperty("rules").EnumerateArray().Concat(driver.GetProperty("notifications").EnumerateArray()).ToList();
        // A project's own rule stands on no page of ours.
        Assert.Equal(["BD01"], rules.Where(r => !r.TryGetProperty("helpUri", out _)).Select(r => r.GetProperty("id").GetString()));
        var named = rules.Where(r => r.TryGetProperty("helpUri", out _)).Select(r => r.GetProperty("helpUri").GetString()!).ToList();
        Assert.All(named, n => Assert.StartsWith(Start, n, StringComparison.Ordinal));
        Assert.Equal(anchors, named.Select(n => n[Start.Length..]));
    }

    [Fact]
    public void A_program_that_was_told_no_address_names_no_page()
    {
        using var written = new StringWriter();

        SarifFindings.Write(written, Language.English, [], [], status: 0, address: null);

        Assert.DoesNotContain("helpUri", written.ToString(), StringComparison.Ordinal);
    }

    /// <summary>The heading is the code alone, which is never used again: links to it last.</summary>
    private static string Section(Explanation explanation)
    {
        var rule = explanation.Rule;
        var meaning = (explanation.Meaning ?? rule.Title).Chinese;
        return $"""
            ## {rule.Code}

            `{rule.Name}`, {rule.Severity.Name().English}: {rule.Title.English} · {rule.Severity.Name().Chinese}：{rule.Title.Chinese}

            {new ExplanationText(explanation, Language.English).Markdown()}

            **中文** {Ended(meaning)}改法：{Ended(explanation.Remedy.Chinese)}

            """.ReplaceLineEndings("\n");
    }

    private static string Ended(string sentence) => sentence.EndsWith('。') ? sentence : sentence + "。";

    private static string Anchor(string heading) => heading.ToLowerInvariant();
}
