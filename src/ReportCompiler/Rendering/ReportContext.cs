using System.Globalization;
using ReportCompiler.Syntax;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ReportCompiler.Rendering;

/// <summary>
/// The template language with its doors shut: an unknown name is an error instead of an empty string, output is never cut
/// silently, no clock, no evaluation of strings, and includes come from the parsed templates alone.
/// </summary>
internal class ReportContext : TemplateContext, ITemplateLoader
{
    private static readonly Functions Allowed = [];

    private readonly Templates _templates;

    /// <summary>A fresh context over the given data.</summary>
    public ReportContext(Templates templates, ScriptObject data) : base(Allowed)
    {
        _templates = templates;
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedIndexerAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedFunctionAccess = false;
        LoopLimit = 10_000_000;
        LimitToString = 0;
        OutputLimit = 256 << 20;
        OnOutputLimit = ScriptLimitBehavior.Throw;
        OnStringLimit = ScriptLimitBehavior.Throw;
        TemplateLoader = this;
        NewLine = "\n";
        TryGetVariable = (TemplateContext _, SourceSpan span, ScriptVariable variable, out object? value) =>
            throw new UnknownNameException(span, variable.Name, Names.Nearest(variable.Name, data.Keys));
        PushCulture(CultureInfo.InvariantCulture);
        PushGlobal(data);
    }

    /// <summary>Prints a value. A table, a group or a row is none; the library would print the name of its type.</summary>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        if (textAsObject is ReadOnlyView or ScriptObject) throw new NotOneFigureException(CurrentSpan, (IScriptObject)textAsObject);
        base.Write(span, textAsObject);
        return this;
    }

    /// <inheritdoc/>
    public override string? ObjectToString(object? value, bool nested = false) =>
        value is ReadOnlyView or ScriptObject ? throw new NotOneFigureException(CurrentSpan, (IScriptObject)value) : base.ObjectToString(value, nested);

    /// <inheritdoc/>
    public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) =>
        _templates.Has(templateName) ? templateName : throw new UnknownNameException(callerSpan, templateName, Names.Nearest(templateName, _templates.Names), isTemplate: true);

    /// <inheritdoc/>
    public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => "";

    /// <inheritdoc/>
    public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) => new("");

    /// <summary>An included template, parsed once for all reports.</summary>
    protected override Template CreateTemplate(string templatePath, ScriptNode? callerContext) => _templates[templatePath];
}
