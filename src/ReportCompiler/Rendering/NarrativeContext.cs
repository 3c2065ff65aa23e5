using ReportCompiler.Projects;
using Scriban.Syntax;

namespace ReportCompiler.Rendering;

/// <summary>
/// The context of the clerk's own text. There an expression must print something: the library prints nothing for null, also where
/// null came of a sum with a cell that last year's form lacks.
/// </summary>
internal sealed class NarrativeContext(Templates templates, NamedValues data, Budget budget, PrintStyle style)
    : ReportContext(templates, data, budget, style)
{
    /// <inheritdoc/>
    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        var value = base.Evaluate(scriptNode, aliasReturnedFunction);
        if (value is not null || scriptNode is not ScriptExpressionStatement { Expression: { } expression }) return value;
        return expression is ScriptAssignExpression or ScriptFunctionCall ? value : throw new NothingToPrintException(expression.Span);
    }
}
