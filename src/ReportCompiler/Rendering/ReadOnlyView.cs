using ReportCompiler.Syntax;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace ReportCompiler.Rendering;

/// <summary>
/// Data as a template sees it: names to values, made when asked for, never written to; an unknown name is an error. It holds no
/// state, so that outputs and threads may share it.
/// </summary>
internal abstract class ReadOnlyView : IScriptObject
{
    public int Count => GetMembers().Count();

    public bool IsReadOnly
    {
        get => true;
        set { }
    }

    public abstract IEnumerable<string> GetMembers();

    /// <summary>The value of a name; false if there is none.</summary>
    protected abstract bool TryGet(string name, out object? value);

    /// <summary>The value of a name as it is kept, an amount as one; null if it has none, or no such name.</summary>
    public object? Find(string name) => TryGet(name, out var value) ? value : null;

    public virtual bool Contains(string member) => TryGet(member, out _);

    public virtual bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        if (!TryGet(member, out value)) throw new UnknownNameException(span, member, Names.Nearest(member, GetMembers()));
        if (value is ReadOnlyView below) (context as CountingContext)?.Ask(below, span);
        if (value is Amount amount) value = (context as CountingContext)?.Amounts.Take(amount) ?? amount.Value;
        return true;
    }

    public bool CanWrite(string member) => false;

    public bool TrySetValue(TemplateContext? context, SourceSpan span, string member, object? value, bool readOnly) => false;

    public bool Remove(string member) => false;

    public void SetReadOnly(string member, bool readOnly) { }

    public IScriptObject Clone(bool deep) => this;
}
