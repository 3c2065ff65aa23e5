using System.Text.RegularExpressions;
using ReportCompiler.Forms;
using Xunit;

namespace Reportc.Tests;

/// <summary>
/// Keeps the guides true, README.md, README.zh-CN.md and the README.md of the folders: what they print is what the program prints,
/// what they name is there.
/// </summary>
[Trait(ExpectedFiles.Trait, ExpectedFiles.Kept)]
public sealed partial class ReadmeTests
{
    private const string English = "README.md";
    private const string Chinese = "README.zh-CN.md";
    private const string OfSource = "src/README.md";
    private const string OfEditions = "src/ReportCompiler/Forms/Editions/README.md";
    private const string Fence = "```";

    private static readonly string Root = Repository.Root;
    private static readonly string[] Tops = [".ci", "samples", "src", "templates", "tests"];
    private static readonly string[] Samples =
        [.. Directory.GetDirectories(Path.Join(Root, "samples")).Select(d => $"samples/{Path.GetFileName(d)}")];

    /// <summary>Every guide, also those of the folders.</summary>
    public static TheoryData<string> All => [Chinese, .. Guides];

    /// <summary>The guides in English.</summary>
    public static TheoryData<string> Guides =>
        [English, .. Tops.SelectMany(t => Directory.GetFiles(Path.Join(Root, t), "README.md", SearchOption.AllDirectories))
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/')).Where(f => !f.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    /// <summary>A slip in the example file of the Chinese guide and the code of the first message, which the guide quotes.</summary>
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
            Lines(English).Skip(1).Take(6));
        Assert.StartsWith("# ", Lines(English)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_read_in_ten_minutes() => Assert.InRange(Lines(English).Length, 1, 350);

    [Theory]
    [MemberData(nameof(Guides))]
    public void Every_block_prints_what_it_says_and_leaves_nothing_behind(string guide)
    {
        Compare(guide, Transcript.Replay(Text(guide), "$ ", commands =>
        {
            // A folder of its own for each block: none may need what another left there.
            using var bench = new Workbench();
            foreach (var sample in Samples.Where(s => commands.Any(c => c.Contains(s, StringComparison.Ordinal))))
                bench.Copy(sample, sample);
            var before = bench.Files();
            var shell = new GuideShell(bench, "en_US.UTF-8");
            var printed = commands.Select(shell.Run).ToList();
            Assert.Equal(before, bench.Files());
            return printed;
        }));
    }

    [Fact]
    public void The_recipe_for_ci_runs_and_publishes_no_review_page()
    {
        const string Program = "      - run: dotnet run --no-build --project src/reportc -- ";
        using var bench = new Workbench();
        foreach (var sample in Samples) bench.Copy(sample, sample);

        var commands = Lines(English).Where(l => l.StartsWith(Program, StringComparison.Ordinal))
            .Select(l => l[Program.Length..].Split(' ')).ToList();

        Assert.Equal(2, commands.Count);
        Assert.All(commands, c => Assert.Equal(0, bench.Run(c).Status));
        Assert.Contains("site/shuimogou/2021/report.html", bench.Files("site"));
        Assert.DoesNotContain(bench.Files("site"), f => f.Contains("review", StringComparison.Ordinal));
    }

    [Fact]
    public void The_walk_through_prints_what_it_says()
    {
        const string Ours = "data/2022/县政府办公室.yaml", Others = "data/2022/县教育局.yaml";
        using var bench = new Workbench();
        bench.Copy("samples/minimal", "");

        var shell = new GuideShell(bench, "zh_CN.UTF-8");
        var number = 0;

        Compare(Chinese, Transcript.Replay(Text(Chinese), "> ", commands => commands.Select(command =>
        {
            // What the guide says in words is done before the command that shows what comes of it.
            if (number == 2) bench.Write(Ours, FillIn(bench.Read(Ours), Block("  行政规范性文件")));
            if (number == 4) bench.Write(Ours, Slip(bench.Read(Ours), "自然人: 13,", "自然人: 3,"));
            if (number == 6)
                bench.Write(Others, FillIn(bench.Read(Others), ["  行政许可: 24"])).Write("narrative/2022.md", bench.Read("narrative/2021.md"));
            number++;
            return shell.Run(command);
        }).ToList()));
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
        Assert.Contains($"| {code} | {first[start.Length..]} | ", Text(Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void The_glossary_is_the_editions()
    {
        var glossary = Lines(OfEditions).SkipWhile(l => l != "<details>").TakeWhile(l => l != "</details>");

        Assert.Equal(Glossary(Editions.OfForm.Find("2021")!),
            glossary.Where(l => l.StartsWith('|') || l.StartsWith("**", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_link_leads_somewhere(string guide)
    {
        var links = Link().Matches(Text(guide)).Select(m => m.Groups["to"].Value)
            .Where(l => !l.StartsWith("https://", StringComparison.Ordinal)).ToList();

        Assert.All(links, link =>
        {
            var parts = link.Split('#');
            var target = parts[0].Length == 0 ? guide : Beside(guide, parts[0]);
            Assert.True(Path.Exists(Path.Join(Root, target)), $"{link}: there is no such file");
            if (parts.Length > 1) Assert.Contains($"#{parts[1]}", Anchors(target));
        });
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_path_exists(string guide)
    {
        var paths = Code().Matches(Text(guide)).Select(m => m.Groups["code"].Value).Where(IsPath);

        Assert.All(paths, path => Assert.True(Path.Exists(Path.Join(Root, path)), $"{path}: there is no such file"));
    }

    [Fact]
    public void Every_folder_of_the_source_is_on_the_page_about_it()
    {
        var linked = Link().Matches(Text(OfSource)).Select(m => Beside(OfSource, m.Groups["to"].Value).TrimEnd('/'))
            .ToHashSet(StringComparer.Ordinal);

        Assert.All(SourceFiles().Select(f => Path.GetDirectoryName(f)!.Replace('\\', '/'))
            .Distinct(), folder => Assert.Contains(folder, linked));
    }

    [Fact]
    public void Every_type_on_the_page_about_the_source_exists()
    {
        var types = SourceFiles().Select(f => Path.GetFileNameWithoutExtension(f)).ToHashSet(StringComparer.Ordinal);

        Assert.All(Code().Matches(Text(OfSource)).Select(m => m.Groups["code"].Value)
            .Where(c => TypeName().IsMatch(c)), type => Assert.Contains(type, types));
    }

    /// <summary>Whether a piece of code is a path of the repository, not a pattern, a command, or a file that a build makes.</summary>
    private static bool IsPath(string code) =>
        Tops.Any(t => code.StartsWith(t + "/", StringComparison.Ordinal)) && code.IndexOfAny(['<', '*', ' ', '…']) < 0
            && !code.Contains("/out/", StringComparison.Ordinal);

    private static IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(Path.Join(Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Root, f)).Where(f => !f.Split(Path.DirectorySeparatorChar).Any(d => d is "bin" or "obj"));

    /// <summary>A path beside a guide, from the top of the repository.</summary>
    private static string Beside(string guide, string path) =>
        Path.GetRelativePath(Root, Path.GetFullPath(Path.Join(Root, Path.GetDirectoryName(guide), path))).Replace('\\', '/');

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<code>[^`\r\n]+)`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex(@"^[A-Z][a-z]+([A-Z][a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TypeName();

    private static IEnumerable<string> Glossary(Edition edition)
    {
        foreach (var table in edition.Tables)
        {
            yield return $"**{table.Key}**: {table.Gloss} (printed as “{table.Caption}”)";
            yield return "| Row | As printed | Meaning |";
            yield return "| --- | --- | --- |";
            foreach (var row in table.Bands.SelectMany(b => b.Rows).SelectMany(WithBelow))
                yield return $"| {(row.Key is null ? "" : row.Path[(table.Key.Length + 1)..])} | {row.Label} | {row.Gloss} |";
            yield return "| Column | As printed | Meaning | Unit |";
            yield return "| --- | --- | --- | --- |";
            foreach (var line in table.Bands.SelectMany(b => b.Columns).SelectMany(WithBelow)
                .Select(c => $"| {c.Key} | {c.Label} | {c.Gloss} | {c.Unit} |").Distinct())
                yield return line;
        }
    }

    private static IEnumerable<Row> WithBelow(Row row) => row.Children.SelectMany(WithBelow).Prepend(row);

    private static IEnumerable<Column> WithBelow(Column column) => column.Children.SelectMany(WithBelow).Prepend(column);

    /// <summary>What GitHub makes of the headings: letters, digits and hyphens.</summary>
    private static IEnumerable<string> Anchors(string guide) =>
        from line in Lines(guide)
        where line.StartsWith('#')
        let words = line.TrimStart('#').Trim().ToLowerInvariant().Replace(' ', '-')
        select "#" + string.Concat(words.Where(c => char.IsLetterOrDigit(c) || c == '-'));

    private static void Compare(string file, string replayed) => ExpectedFiles.IsEqual(Path.Join(Root, file), replayed);

    /// <summary>The example file of the Chinese guide.</summary>
    private static string Example() =>
        string.Concat(Lines(Chinese).SkipWhile(l => l != Fence + "yaml").Skip(1).TakeWhile(l => l != Fence).Select(l => l + "\n"));

    /// <summary>The lines of the block of the Chinese guide that begins with this one.</summary>
    private static List<string> Block(string first) =>
        [.. Lines(Chinese)
            .SkipWhile(l => !(l.StartsWith(first, StringComparison.Ordinal) && l.Contains("现行有效件数: 10", StringComparison.Ordinal)))
            .TakeWhile(l => l != Fence)];

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

    private static string[] Lines(string file) => Text(file).Split('\n');

    private static string Text(string file) => File.ReadAllText(Path.Join(Root, file)).ReplaceLineEndings("\n");
}
