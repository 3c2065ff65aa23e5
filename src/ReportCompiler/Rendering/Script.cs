using ReportCompiler.Diagnostics;
using ReportCompiler.Projects;
using ReportCompiler.Sources;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ReportCompiler.Rendering;

/// <summary>Runs a template; what goes wrong in it is a finding in the template's own text.</summary>
internal static class Script
{
    /// <summary>A page as the bytes of its file; null, with a finding, where an expression cannot be computed.</summary>
    /// <param name="findings">Takes the fault.</param>
    /// <param name="templates">The templates.</param>
    /// <param name="name">The page's own.</param>
    /// <param name="data">What it sees.</param>
    /// <param name="units">How many units the page is about.</param>
    /// <param name="style">How it prints amounts; null for as they are.</param>
    public static byte[]? Page(
        Findings findings, Templates templates, string name, NamedValues data, int units, PrintStyle? style = null)
    {
        var output = new FileOutput();
        return Page(findings, templates, name, data, units, output, style) ? output.Bytes() : null;
    }

    /// <summary>The same into any output; false, with a finding, where an expression cannot be computed.</summary>
    public static bool Page(
        Findings findings, Templates templates, string name, NamedValues data, int units, IScriptOutput output, PrintStyle? style = null)
    {
        var context = new ReportContext(templates, data, new Budget(units), style);
        context.PushOutput(output);
        return Run(findings, templates, templates[name], templates.SourceOf(name), context, templates.IsOwn(name));
    }

    /// <summary>The narrative as rendered Markdown; null, with a finding, where an expression cannot be computed.</summary>
    /// <param name="findings">Takes the fault.</param>
    /// <param name="templates">The templates.</param>
    /// <param name="narrative">The narrative, parsed.</param>
    /// <param name="source">Its text.</param>
    /// <param name="year">The year it speaks of.</param>
    public static NarrativeOutput? Narrative(
        Findings findings, Templates templates, Template narrative, SourceText source, CheckedYear year)
    {
        var output = new NarrativeOutput(source);
        var budget = new Budget(year.District.Units.Length) { MostOutput = Templates.LongestNarrative };
        var context = new NarrativeContext(templates, Model.Of(year, Markup.Markdown), budget, year.Project.Style);
        context.PushOutput(output);
        return Run(findings, templates, narrative, source, context, isOwn: true) ? output : null;
    }

    /// <summary>A text that sees nothing but some values; null if it cannot be parsed or run.</summary>
    public static NarrativeOutput? Line(Templates templates, SourceText source, NamedValues data, PrintStyle? style = null)
    {
        if (Templates.Parse(new Findings(), source) is not { } line) return null;
        var output = new NarrativeOutput(source);
        style ??= new PrintStyle(BlankZeros: false, Decimals: null);
        var context = new NarrativeContext(templates, data, new Budget(units: 1), style);
        context.PushOutput(output);
        return Run(new Findings(), templates, line, source, context, isOwn: true) ? output : null;
    }

    private static bool Run(
        Findings findings, Templates templates, Template template, SourceText source, ReportContext context, bool isOwn)
    {
        try
        {
            if (isOwn) Bindings.Check(template, context.Data);
            template.Render(context);
            return true;
        }
        catch (ScriptRuntimeException error)
        {
            findings.Add(ScriptFault.Explain(error, templates, source, context.Budget));
            return false;
        }
    }
}
