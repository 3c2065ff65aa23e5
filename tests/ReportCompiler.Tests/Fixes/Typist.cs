using System.Globalization;
using System.Text.RegularExpressions;

namespace ReportCompiler.Tests.Fixes;

/// <summary>Types a data file as a clerk does: slips of the hand and of the input method, none of which changes what is said.</summary>
internal static partial class Typist
{
    /// <summary>How many slips there are.</summary>
    public const int Slips = 12;

    /// <summary>The slip of a line indented by ideographic spaces.</summary>
    public const int Ideographic = 10;

    /// <summary>The text with one slip at one of the places for it; the text itself if there is none.</summary>
    public static string Slip(string text, int slip, int which) => slip switch
    {
        0 => At(KeyEnd(), text, which, m => m.Value.Replace(": ", "：", StringComparison.Ordinal)),
        1 => At(BareKeyEnd(), text, which, m => m.Value.Replace(": ", ":", StringComparison.Ordinal)),
        2 => At(Separator(), text, which,
            m => m.Value.Replace(", ", which % 3 == 0 ? "、" : which % 3 == 1 ? "，" : "；", StringComparison.Ordinal)),
        3 => At(Open(), text, which, _ => "｛"),
        4 => At(Close(), text, which, _ => "｝"),
        5 => At(Figure(), text, which, m => Wide(m.Value)),
        6 => At(Figure(), text, which, m => Behind(text, m)),
        7 => At(Figure(), text, which, m => Grouped(m.Value, which % 2 == 0 ? "," : "，")),
        8 => At(KeyEnd(), text, which, m => m.Value.Replace(": ", which % 2 == 0 ? ":\u00A0" : ":\t", StringComparison.Ordinal)),
        9 => At(LineEnd(), text, which, _ => which % 2 == 0 ? "\u200B" : "\0"),
        Ideographic => At(Indent(), text, which, m => new string('　', m.Length / 2)),
        _ => At(Year(), text, which, m => which % 2 == 0 ? Wide(m.Value) : m.Value + "年"),
    };

    /// <summary>Every indentation by tabs.</summary>
    public static string WithTabs(string text) => Indent().Replace(text, m => new string('\t', m.Length / 2));

    private static string At(Regex places, string text, int which, Func<Match, string> slip)
    {
        var found = places.Matches(text);
        if (found.Count == 0) return text;
        var place = found[which % found.Count];
        return text[..place.Index] + slip(place) + text[(place.Index + place.Length)..];
    }

    private static string Wide(string text) => string.Concat(text.Select(c => c is >= '0' and <= '9' or '.' ? (char)(c + 0xFEE0) : c));

    private static string Behind(string text, Match figure)
    {
        var key = text[(text.LastIndexOfAny(['\n', ',', '{', '，', '；', '、', '｛'], figure.Index) + 1)..figure.Index];
        return figure.Value
            + (key.Contains("金额", StringComparison.Ordinal) || key.Contains("行政事业性收费", StringComparison.Ordinal) ? "万元" : "件");
    }

    private static string Grouped(string figure, string separator)
    {
        var parts = figure.TrimStart('+', '-').Split('.');
        if (parts[0].Length < 4 || figure[0] is '+' or '-') return figure;
        var grouped = long.Parse(parts[0], CultureInfo.InvariantCulture).ToString("#,0", CultureInfo.InvariantCulture)
            .Replace(",", separator, StringComparison.Ordinal);
        return parts.Length > 1 ? $"{grouped}.{parts[1]}" : grouped;
    }

    [GeneratedRegex("(?<=[^ \n{,]): (?=[^ \n])", RegexOptions.CultureInvariant)]
    private static partial Regex KeyEnd();

    [GeneratedRegex("(?<=[^ \n{,\"'件]): (?=[^ \n])", RegexOptions.CultureInvariant)]
    private static partial Regex BareKeyEnd();

    [GeneratedRegex("(?<=[0-9无\"}]), (?=[^ \n])", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex("(?<=: )\\{(?=[^}])", RegexOptions.CultureInvariant)]
    private static partial Regex Open();

    [GeneratedRegex("(?<=[0-9无\"])\\}", RegexOptions.CultureInvariant)]
    private static partial Regex Close();

    // A figure behind its key, in quotes or not; the year is none, nor what stands before a separator of thousands.
    [GeneratedRegex("(?<=(?<!年度): \"?)[+-]?[0-9]+(?:\\.[0-9]+)?(?=[\"}\n]|,(?![0-9]))", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    [GeneratedRegex("(?<=[^\n])(?=\n)", RegexOptions.CultureInvariant)]
    private static partial Regex LineEnd();

    [GeneratedRegex("^(?:  )+(?=[^ ])", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Indent();

    [GeneratedRegex("(?<=年度: )[0-9]{4}(?=\n)", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
