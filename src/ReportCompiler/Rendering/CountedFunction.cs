using System.Collections;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ReportCompiler.Rendering;

/// <summary>A function of the library that pays for the texts it is given: one may search one in the other.</summary>
internal sealed class CountedFunction(IScriptCustomFunction function) : IScriptCustomFunction
{
    /// <inheritdoc/>
    public int RequiredParameterCount => function.RequiredParameterCount;

    /// <inheritdoc/>
    public int ParameterCount => function.ParameterCount;

    /// <inheritdoc/>
    public ScriptVarParamKind VarParamKind => function.VarParamKind;

    /// <inheritdoc/>
    public Type ReturnType => function.ReturnType;

    /// <inheritdoc/>
    public ScriptParameterInfo GetParameterInfo(int index) => function.GetParameterInfo(index);

    /// <inheritdoc/>
    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        if (context is CountingContext report) report.Budget.Compare(callerContext?.Span ?? context.CurrentSpan, Cost(arguments));
        return function.Invoke(context, callerContext, arguments, blockStatement);
    }

    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));

    /// <summary>The characters to look at where every text is searched for in every other.</summary>
    private static long Cost(ScriptArray arguments)
    {
        var cost = 1L;
        foreach (var argument in arguments)
        {
            var length = argument switch
            {
                string text => text.Length,
                IList list => list.Cast<object?>().Sum(v => Budget.Place + ((v as string)?.Length ?? 0)),
                _ => 0,
            };
            cost *= Math.Max(1, length);
            if (cost > int.MaxValue) return cost;
        }
        return cost;
    }
}
