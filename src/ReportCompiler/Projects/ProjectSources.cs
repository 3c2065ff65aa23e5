using System.Collections.Immutable;
using ReportCompiler.Sources;

namespace ReportCompiler.Projects;

/// <summary>The files that make a project: reportc.yaml, its own editions and its own rules.</summary>
public sealed record ProjectSources(Source Project, ImmutableArray<Source> Editions, ImmutableArray<Source> Rules)
{
    /// <summary>A project with reportc.yaml alone.</summary>
    public ProjectSources(Source project) : this(project, [], []) { }
}
