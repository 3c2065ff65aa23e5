using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Reportc.Tests;

/// <summary>A tree built project by project, and the figures of many projects read together, as the manual shows it.</summary>
public sealed partial class ScaleOutTests : IDisposable
{
    private readonly Workbench _bench = new Workbench().Copy("samples/city", "city");

    [Fact]
    [Trait("tool", "make")]
    public void Make_builds_project_by_project_what_one_build_writes()
    {
        Assert.SkipUnless(Runs("make", "--version"), "make is not installed");
        _bench.Write("Makefile", Block("make", "ROOT ?="));
        _bench.Write("reportc", $"#!/bin/sh\nexec dotnet exec '{typeof(CommandLine).Assembly.Location}' \"$@\"\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_bench.Full("reportc"), (UnixFileMode)0b111_101_101);

        var made = Start("make", "-j", "2", "ROOT=city", "OUT=made");

        Assert.Equal((0, ""), made);
        AreAsOneBuildWrites("made");
    }

    [Fact]
    public void The_jobs_of_the_matrix_write_what_one_build_writes()
    {
        var steps = Block("yaml", "jobs:").Split('\n').Where(l => l.Contains("run: reportc ", StringComparison.Ordinal))
            .Select(l => l[(l.IndexOf("reportc ", StringComparison.Ordinal) + "reportc ".Length)..]).ToList();
        var districts = Directory.GetDirectories(_bench.Full("city/districts")).Select(d => $"districts/{Path.GetFileName(d)}");

        Assert.Equal(2, steps.Count);
        foreach (var district in districts) Assert.Equal(0, InCity(steps[0].Replace("${{ matrix.district }}", district)));
        Assert.Equal(0, InCity(steps[1]));

        AreAsOneBuildWrites("city/out");

        int InCity(string words) => _bench.RunWith(h => h with { Folder = _bench.Full("city") }, words.Split(' ')).Status;
    }

    [Fact]
    public void Totals_that_no_sound_build_wrote_are_not_added()
    {
        const string Totals = "city/out/districts/示南区/2021/totals.yaml";
        Assert.Equal(0, _bench.Run("build", "2020", "2021", "-p", "city").Status);
        var right = _bench.Read(Totals);
        string[] parent = ["build", "2021", "--no-nested", "-p", "city", "--lang", "en"];

        var alone = _bench.Run(parent);
        Assert.Equal(0, alone.Status);
        // Whoever reads "0 errors" is told of what nobody looked at.
        Assert.Contains("nested projects: the totals.yaml in the output folder are used as they are", alone.Error,
            StringComparison.Ordinal);
        string[] wrong =
        [
            right.Replace("年度: 2021", "年度: 2020", StringComparison.Ordinal),
            right.Replace("示南区", "示东区", StringComparison.Ordinal),
            TotalOf().Replace(right, m => $"总计: {long.Parse(m.Groups["n"].Value, CultureInfo.InvariantCulture) + 1}}}", 1),
            "# 草稿\n" + right, right + "\n", "",
        ];
        Assert.All(wrong, text => Refused(text, $"{Totals} is not what 示南区人民政府 writes for 2021 where there is no error"));
        File.Delete(_bench.Full(Totals));
        Refused(null, $"there is no {Totals}\n = help: build this nested project by itself first");

        void Refused(string? text, string message)
        {
            Assert.NotEqual(right, text);
            if (text is not null) _bench.Write(Totals, text);
            var run = _bench.Run(parent);
            Assert.Equal(3, run.Status);
            Assert.Contains(message, run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_draft_with_errors_leaves_totals_that_are_not_added()
    {
        var file = Directory.GetFiles(_bench.Full("city/districts/示南区/data/2021"))[0];
        File.WriteAllText(file, File.ReadAllText(file).Replace("本年新收: {", "本年新收: {其他: 99, ", StringComparison.Ordinal));

        Assert.Equal(1, _bench.Run("build", "2020", "2021", "--draft", "-p", "city/districts/示南区", "-o", "out/districts/示南区").Status);

        Assert.StartsWith("# 草稿：有错误", _bench.Read("out/districts/示南区/2021/totals.yaml"), StringComparison.Ordinal);
        Assert.StartsWith("单位: ", _bench.Read("out/districts/示南区/2020/totals.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("tool", "duckdb")]
    public void DuckDB_reads_the_csv_of_many_projects()
    {
        Assert.SkipUnless(Runs("node", "-e", "require('@duckdb/node-api')"), "node with @duckdb/node-api is not installed");
        var expected = new SortedDictionary<int, decimal>();
        foreach (var district in Directory.GetDirectories(_bench.Full("city/districts")).Select(Path.GetFileName))
        {
            _bench.Write($"csv/{district}.csv", _bench.Run("export", "--all", "-p", $"city/districts/{district}").Out);
            using var json = JsonDocument.Parse(_bench.Run("export", "--all", "-p", $"city/districts/{district}", "--format", "json").Out);
            foreach (var figure in json.RootElement.GetProperty("figures").EnumerateArray()
                .Where(f => f.GetProperty("cell").GetString() == "依申请公开.本年新收.总计"
                    && f.GetProperty("level").GetString() == "unit"))
            {
                var year = figure.GetProperty("year").GetInt32();
                expected[year] = expected.GetValueOrDefault(year)
                    + decimal.Parse(figure.GetProperty("value").GetString() ?? "0", CultureInfo.InvariantCulture);
            }
        }
        var line = Guide.OfCommands.Lines.Single(l => l.StartsWith("duckdb -c ", StringComparison.Ordinal));
        var query = Quoted().Match(line).Groups["sql"].Value;
        _bench.Write("query.js", """
            const { DuckDBInstance } = require('@duckdb/node-api');
            (async () => {
                const connection = await (await DuckDBInstance.create(':memory:')).connect();
                const rows = (await connection.runAndReadAll(process.argv[2])).getRowsJson();
                console.log(rows.map(r => r.join(' ')).join('\n'));
            })();
            """);

        var (status, rows) = Start("node", "query.js", query);

        Assert.Equal(0, status);
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Select(e => (e.Key, e.Value)), rows.TrimEnd('\n').Split('\n').Select(r => r.Split(' '))
            .Select(r => (int.Parse(r[0], CultureInfo.InvariantCulture), decimal.Parse(r[1], CultureInfo.InvariantCulture))));
    }

    public void Dispose() => _bench.Dispose();

    private void AreAsOneBuildWrites(string folder)
    {
        Assert.Equal(0, _bench.Run("build", "--all", "-q", "-p", "city", "-o", "one").Status);
        Assert.Equal(_bench.Files("one").Select(f => f["one".Length..]), _bench.Files(folder).Select(f => f[folder.Length..]));
        Assert.All(_bench.Files("one"), f =>
            Assert.Equal(File.ReadAllBytes(_bench.Full(f)), File.ReadAllBytes(_bench.Full(folder + f["one".Length..]))));
        Assert.NotEmpty(_bench.Files("one"));
    }

    /// <summary>A block of the manual, by its language and how it begins.</summary>
    private static string Block(string language, string begins)
    {
        var fence = $"```{language}\n";
        var start = Guide.OfCommands.Text.IndexOf(fence + begins, StringComparison.Ordinal) + fence.Length;
        return Guide.OfCommands.Text[start..Guide.OfCommands.Text.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private bool Runs(string program, params string[] words)
    {
        try
        {
            return Start(program, words).Status == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private (int Status, string Printed) Start(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words)
        {
            UseShellExecute = false,
            WorkingDirectory = _bench.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // reportc stands in the folder of the test; make tells of every command unless it is told not to.
        start.Environment["PATH"] = _bench.Root + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        start.Environment["MAKEFLAGS"] = "-s";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, printed + error.GetAwaiter().GetResult());
    }

    [GeneratedRegex("\"(?<sql>.+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex("总计: (?<n>[0-9]+)}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TotalOf();
}
