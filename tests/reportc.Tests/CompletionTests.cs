using System.CommandLine;
using Reportc.Commands;
using Reportc.Commands.Completions;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using Xunit;

namespace Reportc.Tests;

/// <summary>What is proposed at every place of a command line, asked for as the scripts ask.</summary>
public sealed class CompletionTests
{
    private const string Roster =
        "机关: 某县人民政府\n单位: [甲局, {名称: 乙局, 至: 2020}, {名称: 丙局, 自: 2021, 前身: [乙局]}]\n指标:\n"
            + "  - {键: 发布信息条数, 名称: 发布各类政府信息, 计量: 条, 汇总: 求和}\n";

    [Fact]
    public void An_empty_line_takes_a_command()
    {
        using var bench = new Workbench();

        var proposed = Values(bench);

        Assert.Equal(Root().Subcommands.Select(c => c.Name), proposed);
        Assert.Contains("doctor", proposed);
        Assert.DoesNotContain("complete", proposed);
    }

    [Fact]
    public void Half_a_command_is_completed_with_what_it_does()
    {
        using var bench = new Workbench();

        Assert.Equal("build\t读取、汇总、核对各单位数据，生成年度报告\n:\n", bench.Run("complete", "0", "bu").Out);
        Assert.Equal("build\tread, add up and check the units' data and write the report\n:\n",
            bench.Run("complete", "2", "--lang", "en", "bu").Out);
    }

    [Theory]
    [InlineData("nonsense", "")]
    [InlineData("complete", "")]
    [InlineData("build", "--nonsense")]
    [InlineData("build", "--nonsense=")]
    [InlineData("build", "--draft=")]
    [InlineData("diff", "2020", "2021", "2")]
    [InlineData("completions", "bash", "z")]
    [InlineData("explain", "没有这条规则")]
    [InlineData("status", "--as-of", "20")]
    [InlineData("-p", "nowhere", "build", "")]
    public void Where_nothing_fits_nothing_is_said(params string[] words)
    {
        using var bench = Project();

        Assert.Equal(new Run(0, ":\n", ""), Complete(bench, words));
    }

    [Theory]
    [InlineData]
    [InlineData("x")]
    [InlineData("-1", "build")]
    [InlineData("99999999999", "build", "")]
    public void A_wrong_question_is_no_error(params string[] args)
    {
        using var bench = new Workbench();

        var run = bench.Run(["complete", .. args]);

        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.EndsWith(":\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_word_beyond_the_last_is_empty()
    {
        using var bench = Project();

        Assert.Equal(Complete(bench, "build", "").Out, bench.Run("complete", "1", "build").Out);
    }

    [Fact]
    public void Options_are_the_commands_and_those_of_all()
    {
        using var bench = new Workbench();

        foreach (var verb in Root().Subcommands)
        {
            var known = TypedWords.OptionsOf(Root(), verb).Where(o => !o.Hidden).Select(o => o.Name).ToList();
            Assert.Equal(known, Values(bench, verb.Name, "--"));
        }
        Assert.Equal(["--draft"], Values(bench, "build", "--dr"));
        Assert.Contains("-p", Values(bench, "build", "-"));
    }

    [Fact]
    public void An_option_is_proposed_once()
    {
        using var bench = new Workbench();

        Assert.DoesNotContain("--draft", Values(bench, "build", "--draft", "--"));
        Assert.DoesNotContain("--project", Values(bench, "build", "-p", "x", "--"));
        Assert.Contains("--format", Values(bench, "build", "--format", "md", "--"));
    }

    [Theory]
    [InlineData("text|json|brief", "status", "--format", "")]
    [InlineData("json", "check", "--format", "j")]
    [InlineData("--format=json", "check", "--format=j")]
    [InlineData("warning", "check", "--fail-on", "w")]
    [InlineData("zh|en", "--lang", "")]
    [InlineData("zh|en", "build", "--lang", "")]
    [InlineData("never", "--color", "n")]
    [InlineData("bash|zsh|fish|powershell", "completions", "")]
    [InlineData("powershell", "completions", "pow")]
    public void Values_of_an_option_are_those_its_help_names(string expected, params string[] words)
    {
        using var bench = new Workbench();

        Assert.Equal(expected.Split('|'), Values(bench, words));
    }

    [Fact]
    public void Behind_a_comma_the_other_values_follow()
    {
        using var bench = new Workbench();
        var values = Values(bench, "build", "--format", "");

        Assert.Contains("html", values);
        Assert.Equal(values.Where(v => v != "md").Select(v => "md," + v), Values(bench, "build", "--format", "md,"));
        Assert.Equal(["--format=md,html"], Values(bench, "build", "--format=md,h"));
    }

    /// <summary>What is proposed as a value must be one: the help's list is the only one that is kept by hand.</summary>
    [Fact]
    public void Every_value_proposed_is_accepted()
    {
        using var bench = Project();
        var tried = 0;
        foreach (var verb in Root().Subcommands.OfType<Verb>())
            foreach (var option in TypedWords.OptionsOf(Root(), verb))
                foreach (var value in Completer.ChoicesOf(option))
                {
                    Assert.DoesNotContain($"{option.Name} 不能是", bench.Run(verb.Name, option.Name, value).Error,
                        StringComparison.Ordinal);
                    tried++;
                }
        Assert.InRange(tried, 20, int.MaxValue);
    }

    [Fact]
    public void Years_are_the_projects_newest_first()
    {
        using var bench = Project();

        Assert.Equal(["2021", "2020", "2019"], Values(bench, "build", ""));
        Assert.Equal(["2021"], Values(bench, "build", "2021"));
        Assert.Equal(["2021", "2019"], Values(bench, "build", "2020", ""));
        Assert.Equal(["2019..2021", "2019..2020"], Values(bench, "build", "2019.."));
        Assert.Equal(["2021", "2020", "2019"], Values(bench, "build", "--", "20"));
        Assert.Equal(["2021", "2019"], Values(bench, "diff", "2020", "--units", ""));
    }

    [Theory]
    [InlineData("-p", "other", "build", "")]
    [InlineData("build", "-p", "other", "")]
    [InlineData("build", "--project=other", "")]
    public void The_project_named_goes_before_the_one_around(params string[] words)
    {
        using var bench = Project().AddProject(folder: "other").AddYear(2017, folder: "other");

        Assert.Equal(["2021", "2017"], Values(bench, words));
    }

    [Fact]
    public void A_folder_of_projects_gives_the_years_of_all()
    {
        using var bench = new Workbench().AddProject(folder: "all/a").AddProject(folder: "all/b").AddYear(2018, folder: "all/b");

        Assert.Equal(["2021", "2018"], Values(bench, "build", "-p", "all", ""));
    }

    [Fact]
    public void A_faulty_project_still_has_years()
    {
        using var bench = Project().Write("reportc.yaml", "机构: [\n");

        Assert.Equal(["2021", "2020", "2019"], Values(bench, "build", ""));
    }

    [Fact]
    public void A_cell_path_grows_by_steps()
    {
        using var bench = Project();

        Assert.Equal(["主动公开.", "依申请公开.", "复议诉讼.", "指标."], Values(bench, "trace", ""));
        Assert.Equal(["依申请公开."], Values(bench, "trace", "依"));
        Assert.Equal(["依申请公开.办理结果.不予公开.", "依申请公开.办理结果.不予处理."],
            Values(bench, "trace", "依申请公开.办理结果.不予"));
        Assert.Equal(["指标.发布信息条数"], Values(bench, "trace", "指标."));
        Assert.Equal(["2021", "2020", "2019"], Values(bench, "trace", "主动公开.行政许可", ""));
    }

    [Fact]
    public void A_row_of_one_column_is_a_whole_path()
    {
        using var bench = Project();

        Assert.Contains("主动公开.行政许可", Values(bench, "trace", "主动公开.行政"));
        Assert.Contains("主动公开.行政规范性文件.", Values(bench, "trace", "主动公开.行政"));
    }

    [Fact]
    public void A_step_left_out_is_found_all_the_same()
    {
        using var bench = Project();

        Assert.Contains("依申请公开.办理结果.不予公开.属于国家秘密.自然人", Values(bench, "trace", "国家秘密.自然"));
        Assert.All(Values(bench, "trace", "新收"), v => Assert.StartsWith("依申请公开.本年新收.", v, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_cell_can_be_reached()
    {
        using var bench = Project();
        var reached = new List<string>();
        var open = new Queue<string>([""]);
        while (open.TryDequeue(out var word))
            foreach (var value in Values(bench, "trace", word))
            {
                if (value.EndsWith('.')) open.Enqueue(value);
                else reached.Add(value);
            }

        var cells = new[] { "2019", "2021" }.SelectMany(k => ReportCompiler.Forms.Editions.OfForm.Find(k)!.Cells).Select(c => c.Path)
            .Append("指标.发布信息条数").Distinct();
        Assert.Equal(cells.Order(StringComparer.Ordinal), reached.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Meanings_are_labels_or_glosses()
    {
        using var bench = Project();

        Assert.Contains("依申请公开.本年新收.\t一、本年新收政府信息公开申请数量\n", Complete(bench, "trace", "依申请公开.").Out,
            StringComparison.Ordinal);
        Assert.Contains($"依申请公开.\t{ReportCompiler.Forms.Editions.OfForm.Find("2021")!.FindTable("依申请公开")!.Gloss}\n",
            bench.Run("complete", "3", "--lang", "en", "trace", "依").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_are_found_by_code_and_name()
    {
        using var bench = Project();

        Assert.Equal(["RC2003"], Values(bench, "explain", "rc2003"));
        Assert.Equal(["balance"], Values(bench, "explain", "bal"));
        Assert.Contains("row-total", Values(bench, "explain", "total"));
    }

    [Theory]
    [InlineData(":files", "check", "")]
    [InlineData(":files", "check", "data/")]
    [InlineData(":files", "build", "-o", "")]
    [InlineData(":files", "build", "--out=s")]
    [InlineData(":folders", "build", "-p", "")]
    [InlineData(":folders", "--project", "")]
    public void Files_are_left_to_the_shell(string last, params string[] words)
    {
        using var bench = new Workbench();

        Assert.EndsWith(last + "\n", Complete(bench, words).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_a_command_takes_no_word_its_options_are_proposed()
    {
        using var bench = new Workbench();

        Assert.Contains("--format", Values(bench, "doctor", ""));
        Assert.Equal(new Run(0, ":\n", ""), Complete(bench, "doctor", "--", ""));
    }

    [Fact]
    public void Help_takes_a_command()
    {
        using var bench = new Workbench();

        Assert.Equal(["build"], Values(bench, "help", "bui"));
    }

    [Fact]
    public void Every_command_that_takes_words_says_of_what_kind()
    {
        foreach (var verb in Root().Subcommands.OfType<Verb>())
            Assert.True(verb.Words is null
                || verb.KindsAt(0) != WordKinds.None, $"{verb.Name}: override KindsAt, so that its words are completed");
    }

    [Fact]
    public void Units_are_those_due_in_the_year()
    {
        using var bench = Project();
        var host = new Host { Out = TextWriter.Null, Error = TextWriter.Null, In = Stream.Null, Folder = bench.Root };
        var words = new ProjectWords(null, host, Language.Chinese);

        Assert.Equal(["甲局", "乙局", "丙局"], words.Units([]).Select(u => u.Value));
        Assert.Equal(["甲局", "丙局"], words.Units(["2021"]).Select(u => u.Value));
        Assert.Equal(["2021", "2019", "2014"], words.Editions().Select(e => e.Value));
    }

    [Fact]
    public void Without_a_roster_units_are_those_that_filed_last()
    {
        using var bench = Project().Write("reportc.yaml", "机关: 某县人民政府\n")
            .Write("data/2020/乙.yaml", "单位: 乙局\n年度: 2020\n").Write("data/2020/坏.yaml", "[");

        Assert.Equal(["乙局", "甲局"], Values(bench, "new", "2020", "").Order(StringComparer.Ordinal));
        Assert.Equal(["甲局"], Values(bench, "new", "2022", ""));
    }

    private static Workbench Project() => Workbench.WithProject().AddYear(2020).AddYear(2019).Write("reportc.yaml", Roster);

    private static Command Root() => CommandLine.Root(Language.Chinese, new CommonOptions(Language.Chinese));

    private static Run Complete(Workbench bench, params string[] words) =>
        bench.Run(["complete", $"{Math.Max(0, words.Length - 1)}", .. words]);

    private static List<string> Values(Workbench bench, params string[] words)
    {
        var run = Complete(bench, words);
        Assert.Equal((0, ""), (run.Status, run.Error));
        return [.. run.Out.Split('\n').Where(l => l.Length > 0 && l[0] != ':').Select(l => l.Split('\t')[0])];
    }
}
