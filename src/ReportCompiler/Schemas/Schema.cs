using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Projects;
using ReportCompiler.Sources;

namespace ReportCompiler.Schemas;

/// <summary>
/// JSON Schemas (draft 2020-12) of the files people write, made of the same editions and the same catalogue as the readers: an
/// editor completes, explains and marks by them. Their texts are Chinese, the language of the form, whatever the run speaks.
/// </summary>
public static class Schema
{
    /// <summary>Where a project keeps the schema of reportc.yaml, relative to the project.</summary>
    public const string ProjectFile = $"{ProjectLayout.Schemas}/reportc.schema.json";

    /// <summary>The first line of a reportc.yaml by which editors find its schema.</summary>
    public const string ProjectModeline = $"# yaml-language-server: $schema={ProjectFile}";

    /// <summary>Where a project keeps the schema of an edition's data files, relative to the project.</summary>
    public static string DataFile(Edition edition) => $"{ProjectLayout.Schemas}/{edition.Key}.schema.json";

    /// <summary>The first line of a data file, <c>data/&lt;year&gt;/*.yaml</c>, by which editors find its schema.</summary>
    public static string DataModeline(Edition edition) => $"# yaml-language-server: $schema=../../{DataFile(edition)}";

    /// <summary>The schema of an edition's data files outside any project: anything may stand under 指标, as for the check.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="editions">All there are: they limit its years.</param>
    public static byte[] OfData(Edition edition, Editions editions) =>
        SchemaWriter.Write(json => new DataSchema(json, edition, FormYears.Of(edition, editions, []), edition.Rules, null).Write());

    /// <summary>The schema of an edition's data files in a project, with the project's own 指标 and rules.</summary>
    public static byte[] OfData(Edition edition, Project project) =>
        SchemaWriter.Write(json =>
        {
            var years = FormYears.Of(edition, project.Editions, project.NamedEditions);
            new DataSchema(json, edition, years, project.RulesOf(edition), project.Indicators).Write();
        });

    /// <summary>The schema of reportc.yaml with the editions there are, outside any project.</summary>
    public static byte[] OfProject(Editions editions) => OfProject(editions, edition => edition.Rules);

    /// <summary>The schema of a project's reportc.yaml, with the project's own editions and rules.</summary>
    public static byte[] OfProject(Project project) => OfProject(project.Editions, edition => project.RulesOf(edition));

    private static byte[] OfProject(Editions editions, Func<Edition, IEnumerable<EquationRule>> rules)
    {
        var all = Catalogue.All.Concat(editions.Keys.SelectMany(k => rules(editions.Find(k)!)).Select(r => r.Rule));
        // A rule is changed by its name; one that is an error by nature in any edition cannot be.
        var byName = all.GroupBy(r => r.Name, StringComparer.Ordinal);
        var changeable = byName.Where(g => g.All(r => r.Severity != Severity.Error)).Select(g => g.First());
        var byCode = changeable.OrderBy(r => r.Code, StringComparer.Ordinal);
        return SchemaWriter.Write(json => new ProjectSchema(json, [.. editions.Keys], [.. byCode]).Write());
    }
}
