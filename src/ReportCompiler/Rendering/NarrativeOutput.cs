using System.Text;
using ReportCompiler.Manuscripts;
using ReportCompiler.Sources;
using Scriban.Runtime;

namespace ReportCompiler.Rendering;

/// <summary>
/// Takes the narrative's output and remembers what was typed. Raw text comes as a stretch of the template's own string; the value
/// of an expression, and an included template, come as other strings.
/// </summary>
internal sealed class NarrativeOutput(SourceText source) : IScriptOutput
{
    private readonly StringBuilder _text = new(source.Text.Length);
    private readonly List<int> _starts = [];
    private readonly List<int> _origins = [];

    /// <summary>
    /// A narrative that has no expression, nor the <c>{%{</c> around what looks like one, is its own output; null for any other, and
    /// for one beyond the limit, which the library finds.
    /// </summary>
    public static NarrativeOutput? Plain(SourceText source)
    {
        var text = source.Text.AsSpan();
        if (text.Length > Templates.LongestNarrative || text.Contains("{{", StringComparison.Ordinal)
            || text.Contains("{%", StringComparison.Ordinal)) return null;
        var output = new NarrativeOutput(source);
        output.Write(source.Text, 0, source.Text.Length);
        return output;
    }

    /// <inheritdoc/>
    public void Write(string text, int offset, int count)
    {
        if (count == 0) return;
        _starts.Add(_text.Length);
        _origins.Add(ReferenceEquals(text, source.Text) ? offset : -1);
        _text.Append(text, offset, count);
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return ValueTask.CompletedTask;
    }

    /// <summary>What was written.</summary>
    public Rendered Rendered() => new(source, _text.ToString(), [.. _starts], [.. _origins]);

    /// <summary>The text, where the template library asks for it.</summary>
    public override string ToString() => _text.ToString();
}
