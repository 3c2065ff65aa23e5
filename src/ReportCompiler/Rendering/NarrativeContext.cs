using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ReportCompiler.Rendering;

/// <summary>An expression of the narrative that has no value: printed it would leave a hole in a sentence, “共主动公开 条”.</summary>
internal sealed class NothingToPrintException(SourceSpan span) : ScriptRuntimeException(span, "");

/// <summary>
/// The context of the clerk's own text. There an expression must print something: the library prints nothing for null, also where
/// null came of a sum with a cell that last year's form lacks.
/// </summary>
internal sealed class NarrativeContext(Templates templates, ScriptObject data) : ReportContext(templates, data)
{
    /// <inheritdoc/>
    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        var value = base.Evaluate(scriptNode, aliasReturnedFunction);
        if (value is null && scriptNode is ScriptExpressionStatement { Expression: { } expression } && expression is not (ScriptAssignExpression or ScriptFunctionCall))
            throw new NothingToPrintException(expression.Span);
        return value;
    }
}
