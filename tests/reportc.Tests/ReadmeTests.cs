using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using Xunit;

namespace Reportc.Tests;

/// <summary>
/// Keeps README.md and README.zh-CN.md true: what they print is what the program prints, what they list is what there is.
/// </summary>
[Trait(ExpectedFiles.Trait, ExpectedFiles.Kept)]
public sealed class ReadmeTests
{
    private const string English = "README.md";
    private const string Chinese = "README.zh-CN.md";
    private const string Fence = "```";

    private static readonly string Root = Repository.Root;

    /// <summary>A slip in the example file of the Chinese guide, and the code of the first message it brings; the guide quotes the message.</summary>
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
    public void The_tour_prints_what_it_says()
    {
        using var bench = new Workbench();
        CopySample(bench, "samples/shuimogou", "samples/shuimogou");
        CopySample(bench, "samples/minimal", "samples/minimal");
        CopySample(bench, "samples/city", "samples/city");

        Compare(English, Replay(English, "$ ", (_, command) => command.Split(' ') switch
        {
            ["reportc", .. var args] => Reportc(bench, "en_US.UTF-8", args),
            ["cp", "-r", var from, var to] => CopySample(bench, from, to),
            ["sed", "-i", ..] => Mend(bench, command),
            ["grep", var word, var file] => string.Join('\n', bench.Read(file).Split('\n').Where(l => l.Contains(word, StringComparison.Ordinal))),
            ["head", "-n", var lines, var file] => string.Join('\n', bench.Read(file).Split('\n').Take(int.Parse(lines, System.Globalization.CultureInfo.InvariantCulture))),
            _ => throw new InvalidOperationException($"'{command}' is no command this test knows"),
        }));
    }

    [Fact]
    public void The_walk_through_prints_what_it_says()
    {
        const string Ours = "data/2022/县政府办公室.yaml", Others = "data/2022/县教育局.yaml";
        using var bench = new Workbench();
        CopySample(bench, "samples/minimal", "");

        Compare(Chinese, Replay(Chinese, "> ", (number, command) =>
        {
            // What the guide says in words is done before the command that shows what comes of it.
            if (number == 2) bench.Write(Ours, FillIn(bench.Read(Ours), Block("  行政规范性文件")));
            if (number == 4) bench.Write(Ours, Slip(bench.Read(Ours), "自然人: 13,", "自然人: 3,"));
            if (number == 6) bench.Write(Others, FillIn(bench.Read(Others), ["  行政许可: 24"])).Write("narrative/2022.md", bench.Read("narrative/2021.md"));
            return Reportc(bench, "zh_CN.UTF-8", command.Split(' ')[1..]);
        }));
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
    public void Every_rule_is_listed()
    {
        var ofEditions = Editions.OfForm.Keys.SelectMany(k => Editions.OfForm.Find(k)!.Rules).Select(r => r.Rule).DistinctBy(r => r.Code);
        var expected = Catalogue.All.Concat(ofEditions).Select(r => $"| `{r.Code}` | `{r.Name}` | {Name(r.Severity)} |");

        var listed = Lines(English).Where(l => l.StartsWith("| `RC", StringComparison.Ordinal)).Select(l => string.Join('|', l.Split('|').Take(4)) + "|");

        Assert.Equal(expected.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_formulas_are_those_of_the_editions()
    {
        foreach (var key in Editions.OfForm.Keys)
            foreach (var rule in Editions.OfForm.Find(key)!.Rules)
                Assert.Contains(Lines(English), l => l.StartsWith($"| `{rule.Rule.Code}` |", StringComparison.Ordinal)
                    && l.Contains($"`{rule.Formula}` |", StringComparison.Ordinal) && l.Split('|')[^2].Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public void The_glossary_is_the_editions()
    {
        var glossary = Lines(English).SkipWhile(l => l != "<details>").TakeWhile(l => l != "</details>");

        Assert.Equal(Glossary(Editions.OfForm.Find("2021")!), glossary.Where(l => l.StartsWith('|') || l.StartsWith("**", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(English)]
    [InlineData(Chinese)]
    public void Every_link_leads_somewhere(string file)
    {
        var links = Text(file).Split("](").Skip(1).Select(l => l[..l.IndexOf(')', StringComparison.Ordinal)])
            .Where(l => !l.StartsWith("https://", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link =>
        {
            var parts = link.Split('#');
            Assert.True(parts[0].Length == 0 || Path.Exists(Path.Join(Root, parts[0])), $"{link}: there is no such file");
            if (parts.Length > 1) Assert.Contains($"#{parts[1]}", Anchors(parts[0].Length == 0 ? file : parts[0]));
        });
    }

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
            foreach (var line in table.Bands.SelectMany(b => b.Columns).SelectMany(WithBelow).Select(c => $"| {c.Key} | {c.Label} | {c.Gloss} | {c.Unit} |").Distinct())
                yield return line;
        }
    }

    private static IEnumerable<Row> WithBelow(Row row) => row.Children.SelectMany(WithBelow).Prepend(row);

    private static IEnumerable<Column> WithBelow(Column column) => column.Children.SelectMany(WithBelow).Prepend(column);

    private static string Name(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    private static IEnumerable<string> Anchors(string file) => Lines(file).Where(l => l.StartsWith('#'))
        .Select(l => $"#{l.TrimStart('#').Trim().ToLowerInvariant().Replace(' ', '-')}");

    /// <summary>The file with every block of commands (lines that begin with the prompt) as running them prints it.</summary>
    private static string Replay(string file, string prompt, Func<int, string, string> run)
    {
        var replayed = new List<string>();
        var number = 0;
        var (inBlock, isTranscript) = (false, false);
        foreach (var line in Lines(file))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal)) (inBlock, isTranscript) = (!inBlock, false);
            var isCommand = inBlock && line.StartsWith(prompt, StringComparison.Ordinal);
            if (isCommand || !isTranscript) replayed.Add(line);
            if (!isCommand) continue;
            isTranscript = true;
            var output = run(number++, line[prompt.Length..]).TrimEnd('\n');
            if (output.Length > 0) replayed.AddRange(output.Split('\n'));
        }
        Assert.NotEqual(0, number);
        return string.Join('\n', replayed);
    }

    private static void Compare(string file, string replayed) => ExpectedFiles.IsEqual(Path.Join(Root, file), replayed);

    private static string Reportc(Workbench bench, string locale, string[] args)
    {
        var run = bench.RunWith(h => h with { Variable = name => name == "LANG" ? locale : null }, args);
        return run.Out + run.Error;
    }

    private static string CopySample(Workbench bench, string from, string to)
    {
        bench.Copy(from, to);
        return "";
    }

    /// <summary><c>sed -i 's/old/new/' file</c>.</summary>
    private static string Mend(Workbench bench, string command)
    {
        var parts = command.Split('/', 4);
        var file = parts[3].TrimStart('\'', ' ');
        bench.Write(file, Slip(bench.Read(file), parts[1], parts[2]));
        return "";
    }

    /// <summary>The example file of the Chinese guide.</summary>
    private static string Example() =>
        string.Concat(Lines(Chinese).SkipWhile(l => l != Fence + "yaml").Skip(1).TakeWhile(l => l != Fence).Select(l => l + "\n"));

    /// <summary>The lines of the block of the Chinese guide that begins with this one.</summary>
    private static List<string> Block(string first) =>
        [.. Lines(Chinese).SkipWhile(l => !(l.StartsWith(first, StringComparison.Ordinal) && l.Contains("现行有效件数: 10", StringComparison.Ordinal))).TakeWhile(l => l != Fence)];

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
