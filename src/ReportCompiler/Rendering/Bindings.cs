using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace ReportCompiler.Rendering;

/// <summary>
/// Holds a template of the project's own to names of its own: whatever gives a value to a name may not give it to one of the data,
/// nor to a part of the data, and nothing that takes names from an object stands in it.
/// </summary>
internal static class Bindings
{
    /// <summary>Looks through a template.</summary>
    /// <exception cref="TakenNameException">It gives a value to a name of the data.</exception>
    /// <exception cref="NotOfferedException">It uses a word of the language that could.</exception>
    public static void Check(Template template, NamedValues data)
    {
        // Not by recursion: nothing says how deep a template goes.
        var open = new Stack<ScriptNode>();
        open.Push(template.Page!);
        while (open.TryPop(out var node))
        {
            Check(node, data);
            for (var i = node.ChildrenCount - 1; i >= 0; i--)
                if (node.GetChildren(i) is { } child) open.Push(child);
        }
    }

    private static void Check(ScriptNode node, NamedValues data)
    {
        switch (node)
        {
            case ScriptThisExpression or ScriptWithStatement or ScriptImportStatement or ScriptReadOnlyStatement:
                throw new NotOfferedException(WordOf(node), Word(node));
            case ScriptAssignExpression assign:
                Target(assign.Target);
                break;
            case ScriptIncrementDecrementExpression increment:
                Target(increment.Right);
                break;
            case ScriptCaptureStatement capture:
                Target(capture.Target);
                break;
            case ScriptForStatement loop:
                Target(loop.Variable);
                break;
            case ScriptFunction function:
                Target(function.NameOrDoToken);
                foreach (var parameter in function.Parameters?.AsEnumerable() ?? []) Target(parameter.Name);
                break;
            default:
                break;
        }

        void Target(ScriptNode? target)
        {
            while (true)
            {
                switch (target)
                {
                    case ScriptMemberExpression member:
                        target = member.Target;
                        break;
                    case ScriptIndexerExpression indexer:
                        target = indexer.Target;
                        break;
                    case ScriptNestedExpression nested:
                        target = nested.Expression;
                        break;
                    case ScriptVariableGlobal name when data.Contains(name.Name):
                        throw new TakenNameException(name.Span, name.Name);
                    default:
                        return;
                }
            }
        }
    }

    private static string Word(ScriptNode node) => node switch
    {
        ScriptThisExpression => "this",
        ScriptWithStatement => "with",
        ScriptImportStatement => "import",
        _ => "readonly",
    };

    private static SourceSpan WordOf(ScriptNode node) =>
        node.Span with { End = node.Span.Start.NextColumn(Word(node).Length - 1) };
}
