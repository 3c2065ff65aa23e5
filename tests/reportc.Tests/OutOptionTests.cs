using System.Text.Json;
using Reportc.Commands;
using ReportCompiler.Diagnostics;
using Xunit;

namespace Reportc.Tests;

/// <summary><c>-o</c> means the same wherever it is written, is refused where it means nothing; an empty word is refused.</summary>
public sealed class OutOptionTests
{
    [Theory]
    [InlineData("diff 2021 2022")]
    [InlineData("diff 2021 2022 --format json")]
    [InlineData("diff 2021 2022 --format html")]
    [InlineData("status")]
    [InlineData("status --format json")]
    [InlineData("trace 依申请公开.本年新收.总计")]
    [InlineData("trace 依申请公开.本年新收.总计 --format json")]
    [InlineData("check --format json")]
    [InlineData("check --format sarif")]
    [InlineData("export")]
    [InlineData("schema")]
    public void The_file_holds_what_standard_output_would(string line)
    {
        using var bench = Workbench.WithProject(Workbench.Broken).AddYear(2022);
        var words = line.Split(' ');
        var told = bench.Run(words);
        var written = bench.Run([.. words, "-o", "a/result"]);
        Assert.Equal((told.Status, "a/result\n", told.Error), (written.Status, written.Out, written.Error));
        Assert.Equal(told.Out, bench.Read("a/result"));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check --format github")]
    [InlineData("check --diff")]
    [InlineData("check --watch")]
    [InlineData("new 2022")]
    [InlineData("init x")]
    [InlineData("explain")]
    [InlineData("completions bash")]
    [InlineData("help")]
    public void Where_it_means_nothing_it_is_refused(string line)
    {
        using var bench = Workbench.WithProject();
        var run = bench.Run([.. line.Split(' '), "-o", "a"]);
        Assert.Equal(2, run.Status);
        Assert.Contains("这里不能写 -o", run.Out + run.Error, StringComparison.Ordinal);
        Assert.False(bench.Has("a"));
    }

    [Fact]
    public void Every_help_offers_it_just_where_it_is_taken()
    {
        using var bench = Workbench.WithProject();
        foreach (var command in CommandLine.Root(Language.Chinese, new Commands.CommonOptions(Language.Chinese)).Subcommands)
        {
            var verb = Assert.IsType<Verb>(command, exactMatch: false);
            Assert.Equal(verb.Out != OutKind.None, bench.Run(command.Name, "--help").Out.Contains("-o, --out", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("-p", "build", "-p", "")]
    [InlineData("-o", "build", "-o", "")]
    [InlineData("--project", "check", "--project=")]
    [InlineData("--as-of", "status", "--as-of", "")]
    public void An_empty_value_is_wrong_usage(string option, params string[] args)
    {
        using var bench = Workbench.WithProject();
        var run = bench.Run(args);
        Assert.Equal(2, run.Status);
        Assert.Contains($"选项“{option}”后面", run.Error, StringComparison.Ordinal);
        Assert.Empty(bench.Files("out"));
    }

    [Theory]
    [InlineData("build")]
    [InlineData("check")]
    [InlineData("init")]
    [InlineData("new", "2022")]
    [InlineData("explain")]
    public void An_empty_word_is_wrong_usage(params string[] args)
    {
        using var bench = Workbench.WithProject();
        var run = bench.Run([.. args, ""]);
        Assert.Equal(2, run.Status);
        Assert.Contains("有一个参数是空的", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_doctor_that_stops_has_diagnostics_like_every_other_command()
    {
        using var bench = new Workbench().Write("reportc.yaml", "机关: 甲县\n单位: {}\n多: 1\n");
        var run = bench.Run("doctor", "--format", "json");
        Assert.Equal(2, run.Status);
        using var json = JsonDocument.Parse(run.Out);
        var first = json.RootElement.GetProperty("diagnostics")[0];
        Assert.Equal("reportc.yaml", first.GetProperty("location").GetProperty("file").GetString());
        using var none = JsonDocument.Parse(bench.Run("doctor", "--format", "json", "-p", "nowhere").Out);
        Assert.Equal("RC9001", none.RootElement.GetProperty("diagnostics")[0].GetProperty("code").GetString());
    }

    [Fact]
    public void Schema_is_completed_with_each_word_once_and_the_projects_file()
    {
        using var bench = Workbench.WithProject();
        var words = bench.Run("complete", "1", "schema", "").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split('\t')[0]).ToList();
        Assert.Contains("reportc.yaml", words);
        Assert.Single(words, "2021");
    }
}
