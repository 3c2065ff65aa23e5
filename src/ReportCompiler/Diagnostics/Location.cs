using ReportCompiler.Sources;

namespace ReportCompiler.Diagnostics;

/// <summary>A place in a source file, from the first character to the one after the last.</summary>
public sealed record Location(SourceText Source, Span Span)
{
    /// <summary>The start of a file: the place of what is wrong with it as a whole.</summary>
    public static Location AtStart(SourceText source) => new(source, Span.Start);

    /// <summary>The path as it is shown, with <c>/</c>.</summary>
    public string File => Source.Path;
}
