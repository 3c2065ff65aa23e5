using System.Globalization;
using Reportc.Commands.Check.Watching;
using Reportc.Shell;
using Xunit;

namespace Reportc.Tests;

/// <summary><c>check --watch</c>. What happens on disk between two looks is played by the test: nothing waits for a clock.</summary>
public sealed class WatchTests
{
    private const string Unit = "data/2021/甲.yaml";

    [Fact]
    public void It_checks_once_and_again_when_a_file_is_saved_until_interrupted()
    {
        using var bench = Workbench.WithProject();

        var play = new Play(bench, ["check", "--watch"]) { Save(Unit, Workbench.Broken), Save(Unit, Workbench.Sound) };

        Assert.Equal((130, "已中断\n"), (play.Run.Status, play.Run.Error));
        Assert.Equal(3, play.Results.Count);
        Assert.Matches(@"^已核对 08:00:01 · 保存文件后自动重新核对（Ctrl-C 结束）\n\n1 个单位[^\n]*；0 个错误", play.Results[0]);
        Assert.Matches(@"^已核对 08:00:02 · 甲\.yaml 已保存（Ctrl-C 结束）\n\n(.*\n)*错误\[RC2003\](.*\n)*1 个单位", play.Results[1]);
        Assert.StartsWith("已核对 08:00:03 · 甲.yaml 已保存（Ctrl-C 结束）\n\n1 个单位", play.Results[2], StringComparison.Ordinal);
        Assert.DoesNotContain('\e', play.Run.Out);
    }

    [Fact]
    public void English_is_spoken_too()
    {
        using var bench = Workbench.WithProject();

        var play = new Play(bench, ["check", "--watch", "--lang", "en"]) { Save(Unit, Workbench.Broken) };

        Assert.StartsWith("checked 08:00:01 · checking again whenever a file is saved (Ctrl-C ends)\n\n1 unit", play.Results[0],
            StringComparison.Ordinal);
        Assert.StartsWith("checked 08:00:02 · 甲.yaml saved (Ctrl-C ends)\n\n", play.Results[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Where_nothing_changed_nothing_is_shown(bool woken)
    {
        using var bench = Workbench.WithProject();

        var play = new Play(bench, ["check", "--watch"], woken) { () => { }, () => { }, () => bench.Write("out/2021/report.md", "x") };

        Assert.Single(play.Results);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Any_file_the_check_reads_counts_with_and_without_news_of_it(bool woken)
    {
        using var bench = Workbench.WithProject();

        var play = new Play(bench, ["check", "--watch"], woken)
        {
            Save("narrative/2021.md", "## 一、总体情况\n\n平稳。\n"),
            Save("rules/本县.yaml", "规则: {\n"),
            Save("rules/本县.yaml", "规则: []\n"),
            Save("editions/试行.yaml", "版本: \n"),
            () => File.Delete(bench.Full("editions/试行.yaml")),
            Save("templates/report.md", "{{ 没有 }}"),
            Save("data/2021/乙.yaml", Workbench.Sound.Replace("甲局", "乙局", StringComparison.Ordinal)),
            () => File.Delete(bench.Full("data/2021/乙.yaml")),
            Save("reportc.yaml", "机关：某县\n"),
            Save("reportc.yaml", "机关: 某县\n单位: [甲局]\n"),
        };

        Assert.Equal(["保存文件后自动重新核对", "2021.md 已保存", "本县.yaml 已加入", "本县.yaml 已保存", "试行.yaml 已加入",
            "试行.yaml 已删除", "report.md 已加入",
            "乙.yaml 已加入", "乙.yaml 已删除", "reportc.yaml 已保存", "reportc.yaml 已保存"],
            play.Results.Select(r => r.Split("· ")[1].Split('（')[0]));
        Assert.Contains("错误[RC3001]", play.Results[7], StringComparison.Ordinal);
        Assert.Contains("错误[RC1003]", play.Results[9], StringComparison.Ordinal);
        Assert.Contains("1 个单位", play.Results[10], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_emptied_before_it_is_written_is_no_finding()
    {
        using var bench = Workbench.WithProject();

        var play = new Play(bench, ["check", "--watch"]) { Save(Unit, "") };
        play.UnderWay.Enqueue(() => { });
        play.UnderWay.Enqueue(Bound(Save(Unit, Workbench.Broken), bench));

        Assert.Equal(2, play.Results.Count);
        Assert.Contains("甲.yaml 已保存", play.Results[1], StringComparison.Ordinal);
        Assert.Contains("错误[RC2003]", play.Results[1], StringComparison.Ordinal);
        Assert.DoesNotContain("空", play.Run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_put_in_place_of_the_old_one_is_no_finding()
    {
        using var bench = Workbench.WithProject();

        var play = new Play(bench, ["check", "--watch"]) { () => File.Move(bench.Full(Unit), bench.Full("data/2021/甲.yaml~")) };
        play.UnderWay.Enqueue(Bound(Save(Unit, Workbench.Broken), bench));
        play.UnderWay.Enqueue(() => File.Delete(bench.Full("data/2021/甲.yaml~")));

        Assert.DoesNotContain("RC3001", play.Run.Out, StringComparison.Ordinal);
        Assert.Contains("错误[RC2003]", play.Results[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_stays_empty_is_meant_so()
    {
        using var bench = Workbench.WithProject();

        var play = new Play(bench, ["check", "--watch"]) { Save(Unit, ""), Save(Unit, Workbench.Sound) };

        Assert.Equal(3, play.Results.Count);
        Assert.Contains("错误[RC1006]", play.Results[1], StringComparison.Ordinal);
        Assert.Contains("；0 个错误", play.Results[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_saved_again_within_the_grain_of_its_time_stamp_is_seen()
    {
        using var bench = Workbench.WithProject();
        var time = File.GetLastWriteTimeUtc(bench.Full(Unit));

        var play = new Play(bench, ["check", "--watch"])
        {
            () =>
            {
                bench.Write(Unit, Workbench.Sound.Replace("自然人: 3", "自然人: 4", StringComparison.Ordinal));
                File.SetLastWriteTimeUtc(bench.Full(Unit), time);
            },
        };

        Assert.Equal(2, play.Results.Count);
        Assert.Contains("错误[RC2003]", play.Results[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_saved_while_it_is_read_is_read_again()
    {
        using var bench = Workbench.WithProject();
        var saved = false;

        // Whether colours are wanted is asked in the middle of a check.
        var play = new Play(bench, ["check", "--watch"], change: h => h with
        {
            OutIsTerminal = true,
            Variable = name =>
            {
                if (name == "NO_COLOR" && !saved && bench.Read(Unit).Contains('停')) Bound(Save(Unit, Workbench.Sound), bench)();
                return null;
            },
        })
        { Save(Unit, "停") };

        Assert.Equal(2, play.Results.Count);
        Assert.Contains("；0 个错误", play.Results[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_tried_until_it_can()
    {
        using var bench = new Workbench();

        var play = new Play(bench, ["check", "--watch", "甲.yaml"], woken: false) { () => { }, Save("甲.yaml", Workbench.Broken),
            () => File.Delete(bench.Full("甲.yaml")) };

        Assert.Equal(3, play.Results.Count);
        Assert.Contains("没有这个文件", play.Results[0], StringComparison.Ordinal);
        Assert.Contains("甲.yaml 已加入", play.Results[1], StringComparison.Ordinal);
        Assert.Contains("错误[RC2003]", play.Results[1], StringComparison.Ordinal);
        Assert.Contains("没有这个文件", play.Results[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_file_in_a_project_the_project_is_watched_too()
    {
        using var bench = Workbench.WithProject();

        var play = new Play(bench, ["check", "--watch", Unit]) { Save("rules/本县.yaml", "规则: {\n") };

        Assert.Contains("本县.yaml 已加入", play.Results[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Nested_projects_are_watched_also_while_the_parent_is_faulty()
    {
        using var bench = new Workbench().AddProject(folder: "市/甲县").Write("市/reportc.yaml", "机关: 某市\n下级: [甲*]\n");

        var play = new Play(bench, ["check", "--watch", "-p", "市"])
        {
            Save("市/甲县/" + Unit, Workbench.Broken),
            Save("市/reportc.yaml", "机关：某市\n下级: [甲*]\n"),
            Save("市/reportc.yaml", "机关: 某市\n下级: [甲*]\n"),
            Save("市/甲乡/reportc.yaml", "机关: 某乡\n单位: [丙站]\n"),
        };

        Assert.Equal(["甲.yaml 已保存", "reportc.yaml 已保存", "reportc.yaml 已保存", "reportc.yaml 已加入"], play.Results.Skip(1)
            .Select(r => r.Split("· ")[1].Split('（')[0]));
        Assert.Contains("错误[RC2003]", play.Results[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_folder_of_projects_a_new_one_is_seen()
    {
        using var bench = new Workbench().AddProject(folder: "all/a").AddProject(folder: "all/b");

        var play = new Play(bench, ["check", "--watch", "-p", "all"]) { () => bench.AddProject(Workbench.Broken, "all/c") };

        Assert.Contains("2 个项目", play.Results[0], StringComparison.Ordinal);
        Assert.Contains("3 个文件有改动", play.Results[1], StringComparison.Ordinal);
        Assert.Contains("3 个项目", play.Results[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_that_goes_and_comes_back_ends_nothing()
    {
        using var bench = Workbench.WithProject();

        var play = new Play(bench, ["check", "--watch"]) { () => File.Move(bench.Full("reportc.yaml"), bench.Full("x")),
            () => File.Move(bench.Full("x"), bench.Full("reportc.yaml")) };

        Assert.Equal(130, play.Run.Status);
        Assert.Contains("错误[RC9001]：这里不是项目", play.Results[1], StringComparison.Ordinal);
        Assert.Contains("1 个单位", play.Results[2], StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_terminal_each_result_takes_the_place_of_the_one_before()
    {
        using var bench = Workbench.WithProject();

        var play = new Play(bench, ["check", "--watch", "--color", "never"],
            change: h => h with { OutIsTerminal = true }) { Save(Unit, Workbench.Broken) };

        Assert.StartsWith("\e[2J\e[H已核对", play.Run.Out, StringComparison.Ordinal);
        Assert.Contains("\n\e[H\e[J已核对", play.Run.Out, StringComparison.Ordinal);
        Assert.Equal(4, play.Run.Out.Count(c => c == '\e'));
    }

    [Fact]
    public void A_dumb_terminal_is_not_cleared()
    {
        using var bench = Workbench.WithProject();

        var play = new Play(bench, ["check", "--watch"],
            change: h => h with { OutIsTerminal = true, Variable = n => n == "TERM" ? "dumb" : null }) { Save(Unit, Workbench.Broken) };

        Assert.DoesNotContain('\e', play.Run.Out);
    }

    [Theory]
    [InlineData(80, 24, "auto")]
    [InlineData(120, 30, "auto")]
    [InlineData(40, 20, "never")]
    public void What_does_not_fit_the_screen_is_counted_and_the_summary_stays(int width, int height, string color)
    {
        using var bench = Workbench.WithProject();

        var play = new Play(bench, ["check", "--watch", "--color", color],
            change: h => h with { OutIsTerminal = true, Width = width, Size = () => (width, height) })
        {
            Save(Unit, Workbench.Broken + string.Concat(Enumerable.Range(0, 40).Select(i => $"多余{i}: 1\n"))),
        };
        var lines = play.Run.Out[(play.Run.Out.LastIndexOf("\e[J", StringComparison.Ordinal) + 3)..].TrimEnd('\n').Split('\n');

        Assert.InRange(lines.Sum(l => Math.Max(1, (DisplayWidth.OfShown(l) + width - 1) / width)), height / 2, height - 1);
        Assert.Matches("\n… 下面还有 [0-9]+ 行，[^…]*\n1 个单位，[^…]* 个警告[^…]*$", string.Join('\n', lines));
    }

    [Fact]
    public void Quiet_shows_findings_alone()
    {
        using var bench = Workbench.WithProject();

        var play = new Play(bench, ["check", "--watch", "-q"]) { Save(Unit, Workbench.Broken), Save(Unit, Workbench.Sound) };

        Assert.StartsWith("改一格即可", play.Run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("已核对", play.Run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--watch 只有文字输出，不能与 --format sarif 一起写", "--format", "sarif")]
    [InlineData("--watch 不能用于标准输入（-）", "-")]
    [InlineData("--watch 与 --diff 不能一起写", "--diff")]
    [InlineData("这里不是项目", "2021")]
    public void What_cannot_be_watched_is_wrong_usage(string message, params string[] args)
    {
        using var bench = new Workbench();

        var run = bench.Run(["check", "--watch", .. args]);

        Assert.Equal(2, run.Status);
        Assert.Contains(message, run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_saved_is_mended_first_and_told_once()
    {
        using var bench = Workbench.WithProject();
        var slipped = Workbench.Sound.Replace("自然人: 3", "自然人：３", StringComparison.Ordinal);

        var play = new Play(bench, ["check", "--watch", "--fix"]) { Save(Unit, slipped), () => { }, Save(Unit, Workbench.Broken) };

        Assert.Equal(3, play.Results.Count);
        Assert.DoesNotContain("已改正", play.Results[0], StringComparison.Ordinal);
        Assert.StartsWith("已核对 08:00:02 · 甲.yaml 已保存（Ctrl-C 结束）\n\n已改正 data/2021/甲.yaml：全角冒号 1 处，全角数字 1 处\n",
            play.Results[1], StringComparison.Ordinal);
        Assert.Contains("；0 个错误", play.Results[1], StringComparison.Ordinal);
        Assert.DoesNotContain("已改正", play.Results[2], StringComparison.Ordinal);
        Assert.Contains("错误[RC2003]", play.Results[2], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_at_the_start_is_mended_and_the_file_kept_as_it_was_is_no_news()
    {
        using var bench = Workbench.WithProject();
        var gb = System.Text.CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        File.WriteAllBytes(bench.Full(Unit), gb.GetBytes(Workbench.Sound));

        var play = new Play(bench, ["check", "--watch", "--fix", Unit]) { () => { } };

        Assert.Contains("原来的文件留作 data/2021/甲.yaml.orig", Assert.Single(play.Results), StringComparison.Ordinal);
        Assert.Equal(Workbench.Sound, bench.Read(Unit));
    }

    [Fact]
    public void What_cannot_be_mended_is_told_once()
    {
        using var bench = Workbench.WithProject();
        var gb = System.Text.CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        File.WriteAllBytes(bench.Full(Unit), gb.GetBytes(Workbench.Sound));
        Directory.CreateDirectory(bench.Full(Unit + ".orig/x"));

        var play = new Play(bench, ["check", "--watch", "--fix"]) { () => { }, () => { } };

        Assert.Contains("甲.yaml.orig", Assert.Single(play.Results), StringComparison.Ordinal);
    }

    [Fact]
    public void The_disk_itself_wakes_it()
    {
        using var bench = Workbench.WithProject();
        using var interruption = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var output = new Awaited();
        var status = 0;
        var watching = new Thread(() => status = CommandLine.Run(["check", "--watch"],
            new Host { Out = output, Error = TextWriter.Null, In = Stream.Null, Folder = bench.Root }, interruption.Token));
        watching.Start();

        output.Await("；0 个错误");
        bench.Write(Unit, Workbench.Broken);
        output.Await("错误[RC2003]");
        File.Delete(bench.Full(Unit));
        output.Await("错误[RC3001]");
        Directory.Delete(bench.Full("data"), recursive: true);
        output.Await("还没有数据");
        bench.Write(Unit, Workbench.Sound);
        output.Await("；0 个错误");
        interruption.Cancel();
        watching.Join();

        Assert.Equal(130, status);
    }

    [Fact]
    public void A_folder_that_cannot_be_watched_sends_no_news()
    {
        using var bench = new Workbench();
        using var wakeup = new Wakeup([(bench.Full("gone"), true)]);

        Assert.False(wakeup.Wait(TimeSpan.FromMilliseconds(1), TestContext.Current.CancellationToken));
    }

    private static Action<Workbench> Save(string path, string text) => bench => bench.Write(path, text);

    private static Action Bound(Action<Workbench> save, Workbench bench) => () => save(bench);

    /// <summary>A watch, and what happens at each of its waits: first a change after the other, then Ctrl-C.</summary>
    private sealed class Play(Workbench bench, string[] args, bool woken = true, Func<Host, Host>? change = null)
        : System.Collections.IEnumerable
    {
        private readonly Queue<Action> _changes = new();
        private Run? _run;
        private int _seconds;

        /// <summary>What happens in the middle of saves, one a wait.</summary>
        public Queue<Action> UnderWay { get; } = new();

        public Run Run => _run ??= bench.RunWith(h => (change
            ?? (c => c))(h with { Now = () => new DateTime(2022, 1, 5, 8, 0, ++_seconds, DateTimeKind.Local), Pause = Pause }), args);

        /// <summary>What was shown, result by result.</summary>
        public List<string> Results => [.. Run.Out.Split("已核对 ").SelectMany(r => r.Split("checked 0")).Skip(1)
            .Select(r => Run.Out.Contains("已核对", StringComparison.Ordinal) ? "已核对 " + r : "checked 0" + r)];

        public void Add(Action<Workbench> save) => Add(() => save(bench));

        public void Add(Action happens) => _changes.Enqueue(happens);

        public System.Collections.IEnumerator GetEnumerator() => _changes.GetEnumerator();

        private bool Pause(TimeSpan atMost, CancellationToken cancellation)
        {
            var isInSave = atMost < TimeSpan.FromMilliseconds(100);
            if ((isInSave ? UnderWay : _changes).TryDequeue(out var happens)) Happen(happens);
            else if (!isInSave) throw new OperationCanceledException();
            return woken;
        }

        /// <summary>Each save gets a time of its own, however fast the test runs.</summary>
        private void Happen(Action happens)
        {
            var before = bench.Files()
                .ToDictionary(f => f, f => (bench.Read(f), File.GetLastWriteTimeUtc(bench.Full(f))), StringComparer.Ordinal);
            happens();
            foreach (var file in bench.Files())
                if (before.TryGetValue(file, out var was) && was.Item1 != bench.Read(file)
                    && was.Item2 != File.GetLastWriteTimeUtc(bench.Full(file)))
                    File.SetLastWriteTimeUtc(bench.Full(file), was.Item2.AddSeconds(1));
        }
    }

    /// <summary>What a run on another thread writes, waited for.</summary>
    private sealed class Awaited : StringWriter
    {
        private readonly Lock _lock = new();
        private readonly AutoResetEvent _written = new(initialState: false);

        public Awaited() : base(CultureInfo.InvariantCulture)
        {
        }

        public override void Write(System.Text.StringBuilder? value)
        {
            lock (_lock) base.Write(value);
            _written.Set();
        }

        /// <summary>Waits for a text and takes everything up to now.</summary>
        public void Await(string text)
        {
            while (true)
            {
                lock (_lock)
                {
                    if (GetStringBuilder().ToString().Contains(text, StringComparison.Ordinal))
                    {
                        GetStringBuilder().Clear();
                        return;
                    }
                }
                Assert.True(_written.WaitOne(TimeSpan.FromMinutes(1)), $"'{text}' is not shown");
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) _written.Dispose();
            base.Dispose(disposing);
        }
    }
}
