using Scriban.Parsing;
using Scriban.Syntax;

namespace ReportCompiler.Rendering;

/// <summary>A template gives a value to a name of the data, or to a part of it.</summary>
internal sealed class TakenNameException(SourceSpan span, string name) : ScriptRuntimeException(span, name)
{
    public string Name { get; } = name;
}
