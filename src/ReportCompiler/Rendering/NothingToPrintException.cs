using Scriban.Parsing;
using Scriban.Syntax;

namespace ReportCompiler.Rendering;

/// <summary>An expression of the narrative that has no value: printed it would leave a hole in a sentence, “共主动公开 条”.</summary>
internal sealed class NothingToPrintException(SourceSpan span) : ScriptRuntimeException(span, "");
