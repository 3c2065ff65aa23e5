namespace ReportCompiler.Manuscripts;

/// <summary>A file of the project in a report.</summary>
/// <param name="Path">Its path beside the report, with <c>/</c>.</param>
/// <param name="Address">What the page has as its address: the path, or for an image the file itself.</param>
internal sealed record Attachment(string Path, string Address)
{
    /// <summary>Nothing: an address that is refused is left out of the page.</summary>
    public static readonly Attachment None = new("", "");
}
