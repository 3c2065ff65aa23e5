using Scriban.Parsing;
using Scriban.Syntax;

namespace ReportCompiler.Rendering;

/// <summary>A template uses more than its page may cost.</summary>
internal sealed class BudgetException(SourceSpan span, Limit limit, long most) : ScriptRuntimeException(span, "budget")
{
    public Limit Limit { get; } = limit;

    public long Most { get; } = most;
}
