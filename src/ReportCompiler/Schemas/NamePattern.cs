using System.Text;
using ReportCompiler.Syntax;

namespace ReportCompiler.Schemas;

/// <summary>
/// The regular expression of the ways a name of the form may be written other than by its key: the label or the key, with or
/// without numbering, spaces anywhere, the label's quotes of any kind or none, full or half width. ECMAScript with the flag u.
/// </summary>
internal static class NamePattern
{
    private const string Space = @"\s*";
    private const string Quote = "[\"'“”‘’「」《》]?";
    private const string Numbering = @"([（(]?[一二三四五六七八九十0-9０-９\s]+[）)、.．。,，])?";

    /// <summary>The pattern of a thing; it does not match the key itself, which is a property of its own.</summary>
    public static string Of(string key, string label)
    {
        var forms = Names.Fold(key) == Names.Fold(label) ? Form(label) : $"({Form(label)}|{Form(key)})";
        return $"^(?!{Escape(key)}$){Space}{Numbering}{Space}{forms}$";
    }

    /// <summary>Exactly this text.</summary>
    public static string Exactly(string text) => $"^{Escape(text)}$";

    private static string Form(string name)
    {
        var numbering = name.Count(c => !IsIgnored(c)) - Names.Fold(name).Length;
        var pattern = new StringBuilder();
        foreach (var c in name)
        {
            if (IsIgnored(c))
            {
                if (numbering == 0 && !char.IsWhiteSpace(c)) pattern.Append(Quote).Append(Space);
            }
            else if (numbering > 0) numbering--;
            else pattern.Append(Widths(c)).Append(Space);
        }
        return pattern.ToString();
    }

    private static bool IsIgnored(char c) => Names.Ignored(Names.HalfWidth(c));

    private static string Widths(char c)
    {
        var half = Names.HalfWidth(c);
        if (half is '.') return "[.．。]";
        if (half is <= ' ' or > '~') return Escape(c);
        char[] cases = [char.ToLowerInvariant(half), char.ToUpperInvariant(half)];
        var forms = cases.Distinct().SelectMany(h => new[] { h, (char)(h + 0xFEE0) });
        return $"({string.Join('|', forms.Select(Escape))})";
    }

    private static string Escape(string text) => string.Concat(text.Select(Escape));

    private static string Escape(char c) => @"\^$.|?*+()[]{}".Contains(c) ? $@"\{c}" : c.ToString();
}
