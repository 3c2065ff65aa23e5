using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using ReportCompiler.Projects;
using ReportCompiler.Syntax;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ReportCompiler.Rendering;

/// <summary>
/// The template language with its doors shut: an unknown name is an error instead of an empty string, output is never cut
/// silently, no clock, no evaluation of strings, no object but the data, and includes come from the parsed templates alone. What a
/// page may cost is counted.
/// </summary>
internal class ReportContext : CountingContext, ITemplateLoader
{
    /// <summary>How many functions and templates may call each other.</summary>
    public const int DeepestCalls = 100;

    private static readonly Functions Allowed = [];

    private readonly Templates _templates;
    private bool _isBegun;

    /// <summary>A fresh context over the given data.</summary>
    /// <param name="templates">The templates.</param>
    /// <param name="data">What they see.</param>
    /// <param name="budget">What the page may cost.</param>
    /// <param name="style">How it prints amounts; null for as they are.</param>
    public ReportContext(Templates templates, NamedValues data, Budget budget, PrintStyle? style)
        : base(Allowed, budget, new Amounts(style))
    {
        (_templates, Data) = (templates, data);
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedIndexerAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedFunctionAccess = false;
        LoopLimit = budget.MostSteps;
        RecursiveLimit = DeepestCalls;
        LimitToString = Budget.LongestText;
        OutputLimit = budget.MostOutput;
        OnOutputLimit = ScriptLimitBehavior.Throw;
        OnStringLimit = ScriptLimitBehavior.Throw;
        TemplateLoader = this;
        NewLine = "\n";
        TryGetVariable = (TemplateContext _, SourceSpan span, ScriptVariable variable, out object? value) =>
            throw new UnknownNameException(span, variable.Name, Names.Nearest(variable.Name, data.GetMembers()));
        PushCulture(CultureInfo.InvariantCulture);
        PushGlobal(new DataView(data));
        // What a template names itself stands over the data, which cannot be written to.
        PushGlobal(new ScriptObject(StringComparer.Ordinal));
    }

    /// <summary>What the page is made of.</summary>
    public NamedValues Data { get; }

    /// <summary>Takes a step: whatever a template does is the evaluation of a node.</summary>
    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        if (scriptNode is null) return null;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (scriptNode is ScriptPage page && !_isBegun)
        {
            _isBegun = true;
            scriptNode = new WholePage(page);
        }
        var value = Amounts.Evaluated(scriptNode, Plain(scriptNode, base.Evaluate(scriptNode, aliasReturnedFunction)));
        Budget.Step(scriptNode.Span, value);
        return IsMaker(scriptNode) ? Made(scriptNode.Span, value) : value;
    }

    /// <summary>Prints a value. A table, a group or a row is none; the library would print the name of its type.</summary>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        if (textAsObject is ReadOnlyView or ScriptObject) throw NotOneFigure((IScriptObject)textAsObject);
        // A text is printed as it stands, however long: only what a template makes of texts has a limit.
        if ((textAsObject as string ?? Amounts.Printed(textAsObject)) is { } text) Write(text);
        else base.Write(span, textAsObject);
        return this;
    }

    /// <inheritdoc/>
    public override string? ObjectToString(object? value, bool nested = false) =>
        value is ReadOnlyView or ScriptObject ? throw NotOneFigure((IScriptObject)value)
            : Amounts.Printed(value) ?? base.ObjectToString(value, nested);

    /// <inheritdoc/>
    public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => _templates.Has(templateName)
        ? templateName
        : throw new UnknownNameException(callerSpan, templateName, Names.Nearest(templateName, _templates.Names), isTemplate: true);

    /// <inheritdoc/>
    public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => "";

    /// <inheritdoc/>
    public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) => new("");

    /// <summary>An included template, parsed once for all reports.</summary>
    protected override Template CreateTemplate(string templatePath, ScriptNode? callerContext)
    {
        var template = _templates[templatePath];
        if (_templates.IsOwn(templatePath)) Bindings.Check(template, Data);
        return template;
    }

    /// <summary>Members of the data alone: the library would find those of any object by reflection.</summary>
    protected override IObjectAccessor? GetMemberAccessorImpl(object target) =>
        target is IScriptObject or string or IList or decimal || target.GetType().IsPrimitive ? base.GetMemberAccessorImpl(target) : null;

    /// <inheritdoc/>
    protected override IListAccessor? GetListAccessorImpl(object target, Type type) =>
        target is IList and not Array ? CountedList.Instance : base.GetListAccessorImpl(target, type);

    /// <summary>Whether a node makes new values. What an included template gives is output.</summary>
    private static bool IsMaker(ScriptNode node) =>
        node is ScriptBinaryExpression or ScriptPipeCall or ScriptInterpolatedStringExpression
            or ScriptFunctionCall { Target: not ScriptVariableGlobal { Name: "include" } };

    /// <summary>What an operator made of decimals, without the zeros it leaves at the end: 10.59 * 10000 is 105900, no 105900.00.</summary>
    private static object? Plain(ScriptNode node, object? value) =>
        value is decimal number && node is ScriptBinaryExpression ? number / 1.0000000000000000000000000000m : value;

    /// <summary>What an operator or a function made: kept within limits, lists as they are, not as promises to compute them.</summary>
    private object? Made(SourceSpan at, object? value)
    {
        switch (value)
        {
            case string text:
                Budget.Keep(at, text);
                return value;
            case BigInteger:
                throw new BudgetException(at, Limit.Number, long.MaxValue);
            case ScriptArray list:
                Budget.KeepPlaces(at, list.Count);
                return value;
            case ScriptRange range:
                return Computed(at, range);
            default:
                return value;
        }
    }

    private ScriptArray Computed(SourceSpan at, ScriptRange range)
    {
        var list = new ScriptArray();
        foreach (var value in range)
        {
            Budget.KeepPlaces(at, 1);
            list.Add(value);
        }
        return list;
    }

    private NotOneFigureException NotOneFigure(IScriptObject value) =>
        new(ReferenceEquals(value, Asked.Value) ? Asked.At : CurrentSpan, value);
}
