using System.Collections;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Runtime.Accessors;

namespace ReportCompiler.Rendering;

/// <summary>Access to a list by index: one written to beyond its end is filled up, and the places count.</summary>
internal sealed class CountedList : IListAccessor
{
    public static readonly CountedList Instance = new();

    /// <inheritdoc/>
    public int GetLength(TemplateContext context, SourceSpan span, object target) => ((IList)target).Count;

    /// <inheritdoc/>
    public object? GetValue(TemplateContext context, SourceSpan span, object target, int index) =>
        index >= 0 && index < ((IList)target).Count ? ((IList)target)[index] : null;

    /// <inheritdoc/>
    public void SetValue(TemplateContext context, SourceSpan span, object target, int index, object? value)
    {
        var list = (IList)target;
        if (list.IsReadOnly) throw new ReadOnlyException();
        if (context is CountingContext report && index >= list.Count) report.Budget.KeepPlaces(span, 1L + index - list.Count);
        ListAccessor.Default.SetValue(context, span, target, index, value);
    }
}
