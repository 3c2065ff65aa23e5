using Scriban;
using Scriban.Syntax;

namespace ReportCompiler.Rendering;

/// <summary>
/// A page as one round of a loop. The library limits what loops and list functions do together, but begins anew after every
/// outermost loop; within this one nothing begins anew.
/// </summary>
internal sealed class WholePage : ScriptLoopStatementBase
{
    private readonly ScriptPage _page;

    public WholePage(ScriptPage page) => (_page, Span) = (page, page.Span);

    /// <inheritdoc/>
    public override void PrintTo(ScriptPrinter printer) => printer.Write(_page);

    /// <inheritdoc/>
    public override void Accept(ScriptVisitor visitor) => visitor.Visit(_page);

    /// <inheritdoc/>
    public override TResult Accept<TResult>(ScriptVisitor<TResult> visitor) => visitor.Visit(_page);

    /// <inheritdoc/>
    protected override object? EvaluateImpl(TemplateContext context) => _page.Evaluate(context);

    /// <inheritdoc/>
    protected override ValueTask<object?> EvaluateImplAsync(TemplateContext context) => _page.EvaluateAsync(context);

    /// <inheritdoc/>
    protected override object? LoopItem(TemplateContext context, LoopState state) => null;

    /// <inheritdoc/>
    protected override ValueTask<object?> LoopItemAsync(TemplateContext context, LoopState state) => default;
}
