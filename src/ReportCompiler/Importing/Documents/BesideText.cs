namespace ReportCompiler.Importing.Documents;

/// <summary>What is told of a document's pictures and links.</summary>
internal static class BesideText
{
    private const int Longest = 100;

    /// <summary>What a picture is told as; of one that the page itself holds nothing is known.</summary>
    public static string Picture(string? address)
    {
        if (string.IsNullOrWhiteSpace(address) || address.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) return "图片";
        var path = address.AsSpan(0, address.AsSpan().IndexOfAny('?', '#') is >= 0 and var end ? end : address.Length);
        return $"图片 {Short(path[(path.LastIndexOfAny('/', '\\') + 1)..].ToString())}";
    }

    /// <summary>Where a link leads; null for one that leads nowhere else than the document, or says so itself.</summary>
    public static string? Link(string? address, string text)
    {
        var to = address?.Trim() ?? "";
        if (to.Length == 0 || to[0] == '#' || to.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)) return null;
        var said = text.Trim();
        return to == said || to.TrimEnd('/') == "http://" + said || to.TrimEnd('/') == "https://" + said || to == "mailto:" + said
            ? null : said.Length == 0 ? $"链接 {Short(to)}" : $"“{Short(said)}”的链接 {Short(to)}";
    }

    private static string Short(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length > Longest ? line[..(Longest - 1)] + "…" : line;
    }
}
