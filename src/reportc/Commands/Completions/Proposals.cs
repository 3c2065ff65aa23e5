using System.Text;

namespace Reportc.Commands.Completions;



/// <summary>What may stand where the cursor is: words, and files or folders, which the shell knows best.</summary>
internal sealed record Proposals(IReadOnlyList<Proposal> Words, WordKinds OfShell)
{
    /// <summary>Nothing at all.</summary>
    public static readonly Proposals None = new([], WordKinds.None);

    /// <summary>
    /// As the scripts read them: a line for each word, its meaning behind a tabulator, and at the end a line that begins with a
    /// colon and says what the shell adds.
    /// </summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var word in Words)
        {
            text.Append(OnLine(word.Value));
            if (word.Meaning.Length > 0) text.Append('\t').Append(OnLine(word.Meaning));
            text.Append('\n');
        }
        var shellAdds = OfShell.HasFlag(WordKinds.Files) ? "files" : OfShell.HasFlag(WordKinds.Folders) ? "folders" : "";
        return text.Append(':').Append(shellAdds).Append('\n').ToString();
    }

    // Names come from files: a tabulator or line break in one must not look like two words.
    private static string OnLine(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');
}
