using Scriban.Parsing;
using Scriban.Syntax;

namespace ReportCompiler.Rendering;

/// <summary>A name no template may use, with the nearest one that it may.</summary>
internal sealed class UnknownNameException(SourceSpan span, string name, string? nearest, bool isTemplate = false)
    : ScriptRuntimeException(span, name)
{
    public bool IsTemplate { get; } = isTemplate;

    public string Name { get; } = name;

    public string? Nearest { get; } = nearest;
}
