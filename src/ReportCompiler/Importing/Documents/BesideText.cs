using ReportCompiler.Diagnostics;

namespace ReportCompiler.Importing.Documents;

/// <summary>What is told of a document's pictures and links.</summary>
internal static class BesideText
{
    private const int Longest = 100;

    /// <summary>What a picture is told as; of one that the page itself holds nothing is known.</summary>
    public static Text Picture(string? address)
    {
        if (string.IsNullOrWhiteSpace(address) || address.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            return new("图片", "a picture");
        var path = address.AsSpan(0, address.AsSpan().IndexOfAny('?', '#') is >= 0 and var end ? end : address.Length);
        var name = Short(path[(path.LastIndexOfAny('/', '\\') + 1)..].ToString());
        return new($"图片 {name}", $"picture {name}");
    }

    /// <summary>What pictures over a sheet are told as.</summary>
    public static Text Pictures(string sheet, int number) =>
        new($"图片：工作表“{sheet}”上 {number} 张", $"pictures: {number} on the sheet “{sheet}”");

    /// <summary>Whether what is told is a picture, not a link.</summary>
    public static bool IsPicture(Text what) => what.Chinese.StartsWith("图片", StringComparison.Ordinal);

    /// <summary>Where a link leads; null for one that leads nowhere else than the document, or says so itself.</summary>
    public static Text? Link(string? address, string text)
    {
        var to = address?.Trim() ?? "";
        if (to.Length == 0 || to[0] == '#' || to.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)) return null;
        var said = text.Trim();
        return to == said || to.TrimEnd('/') == "http://" + said || to.TrimEnd('/') == "https://" + said || to == "mailto:" + said
            ? null : said.Length == 0 ? new($"链接 {Short(to)}", $"link {Short(to)}")
            : new($"“{Short(said)}”的链接 {Short(to)}", $"link “{Short(said)}” to {Short(to)}");
    }

    private static string Short(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length > Longest ? line[..(Longest - 1)] + "…" : line;
    }
}
