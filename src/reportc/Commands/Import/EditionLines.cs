using System.Globalization;

namespace Reportc.Commands.Import;

/// <summary>Writes an edition for a year under 格式 of reportc.yaml; everything else stays as it is written.</summary>
internal static class EditionLines
{
    private const string Key = "格式:";

    /// <summary>The text with the line added; unchanged if the year has one.</summary>
    public static string Add(string text, int year, string edition)
    {
        var entry = string.Create(CultureInfo.InvariantCulture, $"{year}: \"{edition}\"");
        var lines = text.Split('\n').ToList();
        var at = lines.FindIndex(l => l.StartsWith(Key, StringComparison.Ordinal));
        if (at < 0)
        {
            var end = text.Length == 0 || text[^1] == '\n' ? "" : "\n";
            return $"{text}{end}{Key}\n  {entry}\n";
        }
        var line = lines[at];
        var open = line.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            lines.Insert(at + 1, $"  {entry}");
            return string.Join('\n', lines);
        }
        var rest = line[(open + 1)..];
        lines[at] = $"{line[..(open + 1)]}{entry}{(rest.TrimStart().StartsWith('}') ? "" : ", ")}{rest}";
        return string.Join('\n', lines);
    }
}
