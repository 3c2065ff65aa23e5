using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;

namespace ReportCompiler.Rendering;

/// <summary>
/// The template language's own functions, each group made when a template first names it: the library finds a group's functions by
/// reflection, and the built-in templates need none of them. Only what follows from its arguments, in a time that can be counted:
/// no clock, no chance, no evaluation of strings, no patterns, which may take for ever.
/// </summary>
internal sealed class Functions : ScriptObject
{
    private static readonly Dictionary<string, Lazy<object>> Groups = new(StringComparer.Ordinal)
    {
        ["array"] = new(() => Counted(new ArrayFunctions())),
        ["empty"] = new(() => EmptyScriptObject.Default),
        ["html"] = new(() => Counted(new HtmlFunctions(), "strip")),
        ["include"] = new(() => new IncludeFunction()),
        ["math"] = new(() => Counted(new MathFunctions(), "random", "uuid")),
        ["object"] = new(() => Counted(new ObjectFunctions(), "eval", "eval_template", "from_json", "to_json")),
        ["string"] = new(() => Counted(new StringFunctions())),
    };

    /// <inheritdoc/>
    public override bool Contains(string member) => Groups.ContainsKey(member);

    /// <inheritdoc/>
    public override bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        value = Groups.GetValueOrDefault(member)?.Value;
        return value is not null;
    }

    /// <inheritdoc/>
    public override bool CanWrite(string member) => false;

    private static NamedValues Counted(ScriptObject functions, params ReadOnlySpan<string> without)
    {
        foreach (var name in without) functions.Remove(name);
        return new NamedValues([.. functions.Select(f => (f.Key, (object?)new CountedFunction((IScriptCustomFunction)f.Value!)))]);
    }
}
