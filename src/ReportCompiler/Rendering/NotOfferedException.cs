using Scriban.Parsing;
using Scriban.Syntax;

namespace ReportCompiler.Rendering;

/// <summary>A word of the template language that is not offered.</summary>
internal sealed class NotOfferedException(SourceSpan span, string word) : ScriptRuntimeException(span, word)
{
    public string Word { get; } = word;
}
