using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace ReportCompiler.Rendering;

/// <summary>What the parts of a page know of the run that evaluates them: its budget, and where a part of the data was asked for.</summary>
internal abstract class CountingContext(ScriptObject functions, Budget budget, Amounts amounts) : TemplateContext(functions)
{
    /// <summary>Which values are amounts.</summary>
    public Amounts Amounts { get; } = amounts;

    /// <summary>What the page may still cost.</summary>
    public Budget Budget { get; } = budget;

    /// <summary>The part of the data that was asked for last, and where.</summary>
    protected (ReadOnlyView? Value, SourceSpan At) Asked { get; private set; }

    /// <summary>Remembers where a part of the data was asked for: of a name alone the library gives a whole page as the place.</summary>
    public void Ask(ReadOnlyView value, SourceSpan at) => Asked = (value, at);
}
