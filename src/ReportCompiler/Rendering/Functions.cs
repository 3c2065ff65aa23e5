using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;

namespace ReportCompiler.Rendering;

/// <summary>
/// The template language's own functions, each group made when a template first names it: the library finds a group's functions by
/// reflection, and the built-in templates need none of them. No clock, and no evaluation of strings.
/// </summary>
internal sealed class Functions : ScriptObject
{
    private static readonly Dictionary<string, Lazy<object>> Groups = new(StringComparer.Ordinal)
    {
        ["array"] = new(() => ReadOnly(new ArrayFunctions())),
        ["empty"] = new(() => EmptyScriptObject.Default),
        ["html"] = new(() => ReadOnly(new HtmlFunctions())),
        ["include"] = new(() => new IncludeFunction()),
        ["math"] = new(() => ReadOnly(new MathFunctions())),
        ["object"] = new(() => ReadOnly(new ObjectFunctions(), "eval", "eval_template")),
        ["regex"] = new(() => ReadOnly(new RegexFunctions())),
        ["string"] = new(() => ReadOnly(new StringFunctions())),
        ["timespan"] = new(() => ReadOnly(new TimeSpanFunctions())),
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

    private static ScriptObject ReadOnly(ScriptObject functions, params string[] without)
    {
        foreach (var name in without) functions.Remove(name);
        functions.IsReadOnly = true;
        return functions;
    }
}
