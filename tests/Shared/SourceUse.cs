namespace Tests.Shared;

/// <summary>A file that names a type, or an extension method, of another.</summary>
internal sealed record SourceUse(string From, string To, string Type)
{
    public string FromFolder => From[..From.LastIndexOf('/')];

    public string ToFolder => To[..To.LastIndexOf('/')];
}
