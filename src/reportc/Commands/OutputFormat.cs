namespace Reportc.Commands;

/// <summary>A way in which a command writes what it finds.</summary>
/// <param name="Name">What <c>--format</c> calls it.</param>
/// <param name="Ending">The ending of its file.</param>
internal abstract record OutputFormat(string Name, string Ending)
{
    /// <summary>Whether it is for programs that read JSON: then a failure is told on standard output as JSON too.</summary>
    public bool IsJson => Name == "json";
}
