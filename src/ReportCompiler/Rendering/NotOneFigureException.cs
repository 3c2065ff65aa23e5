using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ReportCompiler.Rendering;

/// <summary>A table, group or row where a figure or a text belongs.</summary>
internal sealed class NotOneFigureException(SourceSpan span, IScriptObject value) : ScriptRuntimeException(span, "not one figure")
{
    public IEnumerable<string> Below { get; } = [.. value.GetMembers()];
}
