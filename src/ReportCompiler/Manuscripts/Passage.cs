using System.Collections.Immutable;

namespace ReportCompiler.Manuscripts;

/// <summary>Some of the narrative's prose, to be printed in one place.</summary>
/// <param name="manuscript">The narrative.</param>
/// <param name="stretches">The stretches of its text.</param>
internal sealed class Passage(Manuscript manuscript, ImmutableArray<(int Start, int End)> stretches)
{
    /// <summary>As Markdown that every reader shows alike.</summary>
    public string Markdown { get; } =
        string.Join("\n\n", stretches.Select(s => manuscript.Markdown(s.Start, s.End)).Where(text => text.Length > 0));

    /// <summary>As HTML.</summary>
    public string Html => field ??= manuscript.Html(stretches);

    /// <summary>As paragraphs of a Word document.</summary>
    /// <param name="parts">Takes the links, images and lists.</param>
    public string Word(WordParts parts) => manuscript.Word(stretches, parts);
}
