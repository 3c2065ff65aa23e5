using ReportCompiler.Syntax;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ReportCompiler.Rendering;

/// <summary>A name no template may use, with the nearest one that it may.</summary>
internal sealed class UnknownNameException(SourceSpan span, string name, string? nearest, bool isTemplate = false) : ScriptRuntimeException(span, name)
{
    public bool IsTemplate { get; } = isTemplate;

    public string Name { get; } = name;

    public string? Nearest { get; } = nearest;
}

/// <summary>A table, group or row where a figure or a text belongs.</summary>
internal sealed class NotOneFigureException(SourceSpan span, IScriptObject value) : ScriptRuntimeException((value as ReadOnlyView)?.AskedAt ?? span, "not one figure")
{
    public IEnumerable<string> Below { get; } = [.. value.GetMembers()];
}

/// <summary>Data as a template sees it: names to values, made when asked for, never written to; an unknown name is an error.</summary>
internal abstract class ReadOnlyView : IScriptObject
{
    /// <summary>Where a template asked for it; null where it is a name of its own.</summary>
    public SourceSpan? AskedAt { get; private set; }

    public int Count => GetMembers().Count();

    public bool IsReadOnly
    {
        get => true;
        set { }
    }

    public abstract IEnumerable<string> GetMembers();

    /// <summary>The value of a name; false where there is none.</summary>
    protected abstract bool TryGet(string name, out object? value);

    public bool Contains(string member) => TryGet(member, out _);

    public bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        if (!TryGet(member, out var found)) throw new UnknownNameException(span, member, Names.Nearest(member, GetMembers()));
        if (found is ReadOnlyView below) below.AskedAt = span;
        value = found;
        return true;
    }

    public bool CanWrite(string member) => false;

    public bool TrySetValue(TemplateContext? context, SourceSpan span, string member, object? value, bool readOnly) => false;

    public bool Remove(string member) => false;

    public void SetReadOnly(string member, bool readOnly) { }

    public IScriptObject Clone(bool deep) => this;
}
