using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ReportCompiler.Diagnostics;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests.Narratives;

/// <summary>
/// Sentences in the manner of published reports, each with figures as they are and as a slip of the keyboard makes them, held to
/// the tables of an invented county.
/// </summary>
internal sealed partial class SentenceSet
{
    private readonly Project _project;

    private readonly Dictionary<int, ImmutableArray<Source>> _data;

    /// <summary>A set over the data of an authority's two years, those of its units under lines of --- where it has any.</summary>
    public SentenceSet(string authority, int year, string now, string before)
    {
        _project = InMemory.Project(
            $"机关: {authority}\n联系方式: {{地址: 人民路1号, 邮编: \"830017\", 电话: \"4684320\"}}\n");
        Year = year;
        _data = new() { [year] = Data(year, now), [year - 1] = Data(year - 1, before) };

        static ImmutableArray<Source> Data(int y, string files) =>
            [.. files.Split("---\n").Select((file, i) => Source($"data/{y}/unit{i}.yaml", file))];
    }

    /// <summary>The report's year.</summary>
    public int Year { get; }

    /// <summary>A figure of a line as it is typed wrong.</summary>
    public sealed record Slip(string Line, string Text, string Wrong);

    /// <summary>What comes of a file of lines.</summary>
    public sealed record Outcome(
        ImmutableArray<string> FalseAlarms, ImmutableArray<Slip> Seen, ImmutableArray<Slip> Missed);

    /// <summary>Checks every line as it is, and once with every slip.</summary>
    public Outcome Check(string lines)
    {
        var alarms = ImmutableArray.CreateBuilder<string>();
        var (seen, missed) = (ImmutableArray.CreateBuilder<Slip>(), ImmutableArray.CreateBuilder<Slip>());
        var heading = "";
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("###", StringComparison.Ordinal)) heading = line.Length > 4 ? line : "";
            if (line[0] == '#') continue;
            var (free, text) = line[0] == '~' ? (true, line[2..]) : (false, line);
            var right = Typed(text, slip: -1);
            foreach (var finding in Of(heading, right)) alarms.Add($"{right}  [{finding}]");
            for (var i = 0; i < Mark().Count(text); i++)
            {
                var wrong = Typed(text, i);
                var found = Of(heading, wrong);
                if (free) alarms.AddRange(found.Select(f => $"{wrong}  [{f}]"));
                else (found.Length > 0 ? seen : missed).Add(new Slip(line, wrong, Mark().Matches(text)[i].Value));
            }
        }
        return new Outcome(alarms.ToImmutable(), seen.ToImmutable(), missed.ToImmutable());
    }

    private static string Typed(string text, int slip)
    {
        var at = 0;
        return Mark().Replace(text, m => at++ == slip ? m.Groups[2].Value : m.Groups[1].Value);
    }

    private ImmutableArray<string> Of(string heading, string text)
    {
        var narrative = Source(
            $"narrative/{Year}.md", ProseProject.Report($"{heading}\n\n{text.Replace("¶", "\n\n", StringComparison.Ordinal)}"));
        var compiler = new Compiler(_project, year => _data.TryGetValue(year, out var data)
            ? new YearSources(year, data, year == Year ? narrative : null) : null, Templates.BuiltIn);
        var found = compiler.Compile(Year, [], draft: false).Diagnostics;
        // Prose is held only to tables that are right.
        Assert.DoesNotContain(found, d => d is { Severity: Severity.Error, Unit: not null, OfDistrict: false });
        // The frame is that of the newer forms: whether its headings are those of the year is not what the sentences are asked.
        return [.. found
            .Where(d => d.Rule.Name.StartsWith("narrative-", StringComparison.Ordinal) && d.Severity is Severity.Error or Severity.Warning)
            .Where(d => d.Rule.Name is not ("narrative-heading" or "narrative-section"))
            .Select(d => $"{d.Rule.Name}: {d.Message.English}")];
    }

    private static Source Source(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    [GeneratedRegex(@"\{([^|}]*)\|([^}]*)\}")]
    private static partial Regex Mark();
}
