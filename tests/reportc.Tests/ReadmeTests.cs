using Xunit;

namespace Reportc.Tests;

/// <summary>What the guides print is what the program prints: every block of commands is run.</summary>
[Trait(ExpectedFiles.Trait, ExpectedFiles.Kept)]
public sealed class ReadmeTests
{
    private const string Fence = "```";

    private static readonly string[] Samples =
        [.. Directory.GetDirectories(Path.Join(Repository.Root, "samples")).Select(d => $"samples/{Path.GetFileName(d)}")];

    public static TheoryData<string> Guides => [.. Guide.OfFolders];

    /// <summary>A slip in the example of the Chinese guide, and the code of the message it brings; the guide quotes it.</summary>
    public static TheoryData<string, string, string> Slips => new()
    {
        { "行政许可: 26", "行政许可：26", "RC1003" },
        { "自然人: 3, 商业", "自然人: 3，商业", "RC1003" },
        { "行政许可: 26", "行政许可:26", "RC1003" },
        { "行政处罚: 12", "行政处罚: 12件", "RC1020" },
        { "行政强制: 0", "行政强制:", "RC1021" },
        { "行政许可", "行政许司", "RC1011" },
        { "  行政处罚: 12", " 行政处罚: 12", "RC1004" },
        { "总计: 4}", "总计: 5}", "RC2001" },
        { "结转下年度: {自然人: 1}", "结转下年度: {自然人: 2}", "RC2003" },
    };

    [Fact]
    public void It_begins_with_the_two_commands_that_do_everything()
    {
        Assert.Equal(
            ["", Fence, "dotnet run --project src/reportc -- build 2021 -p samples/shuimogou", "dotnet test", Fence, ""],
            Guide.English.Lines.Skip(1).Take(6));
        Assert.StartsWith("# ", Guide.English.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_read_in_ten_minutes() => Assert.InRange(Guide.English.Lines.Length, 1, 350);

    [Theory]
    [MemberData(nameof(Guides))]
    public void Every_block_prints_what_it_says_and_leaves_nothing_behind(string path)
    {
        var guide = new Guide(path);

        var replayed = Transcript.Replay(guide.Text, "$ ", commands =>
        {
            // A folder of its own for each block: none may need what another left there.
            using var bench = new Workbench();
            foreach (var sample in Samples)
                if (commands.Any(c => c.Contains(sample, StringComparison.Ordinal) || c.EndsWith(" samples", StringComparison.Ordinal)))
                    bench.Copy(sample, sample);
            var before = bench.Files();
            var shell = new GuideShell(bench, "en_US.UTF-8");
            var printed = commands.Select(shell.Run).ToList();
            Assert.Equal(before, bench.Files());
            return printed;
        });

        ExpectedFiles.IsEqual(Path.Join(Repository.Root, path), replayed);
    }

    [Fact]
    public void The_recipe_for_ci_runs_and_publishes_no_review_page()
    {
        const string Program = "      - run: dotnet run --no-build --project src/reportc -- ";
        using var bench = new Workbench();
        foreach (var sample in Samples) bench.Copy(sample, sample);

        var lines = Guide.English.Lines.Where(l => l.StartsWith(Program, StringComparison.Ordinal)).ToList();

        Assert.Equal(2, lines.Count);
        Assert.All(lines, l => Assert.Equal(0, bench.Run(l[Program.Length..].Split(' ')).Status));
        Assert.Contains("site/shuimogou/2021/report.html", bench.Files("site"));
        Assert.DoesNotContain(bench.Files("site"), f => f.Contains("review", StringComparison.Ordinal));
    }

    [Fact]
    public void The_walk_through_prints_what_it_says()
    {
        const string Ours = "data/2022/县政府办公室.yaml", Others = "data/2022/县教育局.yaml", Prose = "narrative/2022.md";
        using var bench = new Workbench();
        bench.Copy("samples/minimal", "");
        var shell = new GuideShell(bench, "zh_CN.UTF-8");
        // What the guide says in words is done before the command that shows what comes of it.
        Action[] before =
        [
            () => { },
            () => { },
            () => { },
            () => bench.Write(Ours, FillIn(bench.Read(Ours), Block("  行政规范性文件"))),
            () => { },
            () => bench.Write(Ours, Slip(bench.Read(Ours), "自然人: 13,", "自然人: 3,")),
            () => { },
            () => bench.Write(Others, FillIn(bench.Read(Others), ["  行政许可: 24"]))
                .Write(Prose, bench.Read("narrative/2021.md")),
            // The year of forms: what comes back, one with a slip, and the same form once more.
            () => { },
            () =>
            {
                Fill(bench, "表格2023/县政府办公室.xlsx", ("行政规范性文件.现行有效件数", "10"), ("行政许可", "20"),
                    ("本年新收.自然人", "5"), ("予以公开.自然人", "15"), ("结转下年度.自然人", "1"));
                Fill(bench, "表格2023/县教育局.xlsx", ("行政许可", "31"));
            },
            () => bench.Write("narrative/2023.md", bench.Read("narrative/2021.md")),
            () => { },
            () => { },
            () => Fill(bench, "表格2023/县政府办公室.xlsx", ("予以公开.自然人", "5")),
            () => { },
            () => { },
            () => { },
            () => { },
        ];
        var steps = new Queue<Action>(before);

        var replayed = Transcript.Replay(Guide.Chinese.Text, "> ", commands => [.. commands.Select(Step)]);

        Assert.Empty(steps);
        ExpectedFiles.IsEqual(Path.Join(Repository.Root, Guide.Chinese.Path), replayed);

        string Step(string command)
        {
            steps.Dequeue()();
            return shell.Run(command);
        }
    }

    [Theory]
    [MemberData(nameof(Slips))]
    public void The_guide_quotes_the_message_of_a_frequent_slip(string right, string wrong, string code)
    {
        using var bench = new Workbench();
        bench.Write("县司法局.yaml", Slip(Example(), right, wrong));

        // Where equations are broken the repair stands before the findings.
        var first = bench.Run("check", "县司法局.yaml").Out.Split('\n').First(l => l.StartsWith("错误", StringComparison.Ordinal));

        var start = $"错误[{code}]：";
        Assert.StartsWith(start, first, StringComparison.Ordinal);
        Assert.Contains($"| {code} | {first[start.Length..]} | ", Guide.Chinese.Text, StringComparison.Ordinal);
    }

    /// <summary>The example file of the Chinese guide.</summary>
    private static string Example() =>
        string.Concat(Guide.Chinese.Lines.SkipWhile(l => l != Fence + "yaml").Skip(1).TakeWhile(l => l != Fence).Select(l => l + "\n"));

    /// <summary>The lines of the block of the Chinese guide that begins with this one.</summary>
    private static List<string> Block(string first) =>
        [.. Guide.Chinese.Lines.SkipWhile(l => !(l.StartsWith(first, StringComparison.Ordinal) && l.Contains("现行有效件数: 10")))
            .TakeWhile(l => l != Fence)];

    /// <summary>Fills a form in as Excel does and saves it: some cells, and 0 in whatever else is still blank.</summary>
    private static void Fill(Workbench bench, string file, params (string Cell, string Value)[] typed)
    {
        using var form = new FilledForm(File.ReadAllBytes(bench.Full(file)));
        foreach (var (path, kind) in form.Kinds)
        {
            var value = typed.FirstOrDefault(t => path.EndsWith(t.Cell, StringComparison.Ordinal)).Value;
            if (kind == "输入" && (value is not null || form[path].Length == 0)) form.Type(path, value ?? "0");
        }
        form.Type("填报人", "李四").Type("审核人", "王五").Type("电话", "0990-7654321");
        File.WriteAllBytes(bench.Full(file), form.Saved());
    }

    /// <summary>A drafted file with these lines in the places of theirs, and 无 wherever else something is to be filled in.</summary>
    private static string FillIn(string draft, IEnumerable<string> lines)
    {
        var filled = draft.Split('\n');
        foreach (var line in lines)
        {
            var at = Array.FindIndex(filled, l => l.StartsWith(Key(line) + ":", StringComparison.Ordinal));
            Assert.True(at >= 0, $"'{line}' has no place");
            filled[at] = line;
        }
        return string.Join('\n', filled.Select(l => l.StartsWith('#') ? l : l.Replace("待填", "无", StringComparison.Ordinal)));

        static string Key(string line) => line[..line.IndexOfAny([':', '：'])];
    }

    private static string Slip(string text, string right, string wrong)
    {
        var at = text.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{right}' is not there");
        return text[..at] + wrong + text[(at + right.Length)..];
    }
}
