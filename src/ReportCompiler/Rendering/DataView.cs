using Scriban;
using Scriban.Parsing;

namespace ReportCompiler.Rendering;

/// <summary>All data of a page: the names a template may use as they stand. Any other name may be one of the template's own.</summary>
internal sealed class DataView(NamedValues data) : ReadOnlyView
{
    /// <inheritdoc/>
    public override IEnumerable<string> GetMembers() => data.GetMembers();

    /// <inheritdoc/>
    public override bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        value = null;
        return data.Contains(member) && data.TryGetValue(context, span, member, out value);
    }

    /// <inheritdoc/>
    protected override bool TryGet(string name, out object? value)
    {
        value = data.Contains(name) ? data[name] : null;
        return data.Contains(name);
    }
}
