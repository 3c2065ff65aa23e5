using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReportCompiler.Diagnostics;
using ReportCompiler.Explaining;
using ReportCompiler.Forms;
using ReportCompiler.Projects;
using ReportCompiler.Sources;
using Xunit;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using Schemes = ReportCompiler.Schemas.Schema;

namespace Reportc.Tests.Schemas;

/// <summary>
/// What an editor marks by the schemas and what only the check finds: of every rule, by the wrong example that <c>explain</c> gives.
/// The manual names both.
/// </summary>
public sealed partial class EditorTests
{
    [Fact]
    public void The_manual_says_of_every_rule_whether_an_editor_marks_it()
    {
        var all = Explanations.Of();
        var marked = all.Where(e => Files(e).Any(f => IsMarked(f, e))).Select(e => e.Rule.Code).ToList();

        Assert.Equal(marked, Named("| an editor marks | ", all));
        Assert.Equal(all.Select(e => e.Rule.Code).Except(marked), Named("| only `reportc check` finds | ", all));
    }

    /// <summary>The codes in a line of the manual; 甲 to 乙 are all from one to the other.</summary>
    private static IEnumerable<string> Named(string line, IReadOnlyList<Explanation> all)
    {
        var codes = Guide.OfCommands.Lines.Single(l => l.StartsWith(line, StringComparison.Ordinal));
        return Span().Matches(codes).SelectMany(m => all.Select(e => e.Rule.Code).Where(c =>
            string.CompareOrdinal(c, m.Groups["from"].Value) >= 0
            && string.CompareOrdinal(c, m.Groups["to"].Success ? m.Groups["to"].Value : m.Groups["from"].Value) <= 0));
    }

    [Fact]
    public void The_right_examples_are_not_marked() =>
        Assert.Empty(Explanations.Of().SelectMany(e => e.Right.Where(IsOfSchema).Select(CompletedExample.Of).Where(f => IsMarked(f, e))
            .Select(f => $"{e.Rule.Code} {f.Path}")));

    /// <summary>The files of the year that is checked, and reportc.yaml: what else there is may be at fault for another rule.</summary>
    private static IEnumerable<Source> Files(Explanation explanation)
    {
        var files = explanation.Wrong.Where(IsOfSchema).Select(CompletedExample.Of).ToList();
        var year = files.Where(f => f.Path != "reportc.yaml").Max(f => f.Path.Split('/')[1]);
        return files.Where(f => f.Path == "reportc.yaml" || f.Path.Split('/')[1] == year);
    }

    private static bool IsOfSchema(ExampleFile file) =>
        file.Name == "reportc.yaml" || (file.Name.StartsWith("data/", StringComparison.Ordinal) && file.Name.Contains(".yaml"));

    /// <summary>Whether an editor that reads YAML and the schema of a file marks anything in it.</summary>
    private static bool IsMarked(Source file, Explanation of)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(Encoding.UTF8.GetString(file.Bytes)));
        }
        // What is no YAML an editor marks as such; of some of it the library stumbles over its own feet.
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            return true;
        }
        using var schema = JsonDocument.Parse(file.Path == "reportc.yaml" ? Schemes.OfProject(Editions.OfForm) : OfData(file, of));
        return yaml.Documents.Any(d => Schema.Faults(schema.RootElement, YamlJson.Of(d.RootNode)).Count > 0);
    }

    private static byte[] OfData(Source file, Explanation of)
    {
        var year = int.Parse(file.Path.AsSpan("data/".Length, 4), CultureInfo.InvariantCulture);
        var written = of.Wrong.Concat(of.Right).FirstOrDefault(f => f.Name == "reportc.yaml");
        var project = written is null ? null : ProjectReader.Read(new Findings(), new ProjectSources(CompletedExample.Of(written)));
        return project?.EditionFor(year) is { } edition ? Schemes.OfData(edition, project)
            : Schemes.OfData(Editions.OfForm.For(year)!, Editions.OfForm);
    }

    [GeneratedRegex("(?<from>RC[0-9]{4})( to (?<to>RC[0-9]{4}))?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Span();
}
