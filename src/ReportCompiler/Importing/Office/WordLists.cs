using System.Globalization;
using System.Text;
using ReportCompiler.Importing.Documents;
using ReportCompiler.Packages;

namespace ReportCompiler.Importing.Office;

/// <summary>
/// The numbers that Word puts before paragraphs by itself: no text of the document has them, yet they are what everybody reads, be it
/// 一、 before a heading or a count before a figure.
/// </summary>
internal sealed class WordLists
{
    private const string Ones = "〇一二三四五六七八九";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";

    private readonly Dictionary<string, string> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<(string List, int Level), Numbering> _levels = [];
    private readonly Dictionary<string, int[]> _counts = new(StringComparer.Ordinal);

    /// <summary>Reads the lists of a document; none if it has no such part.</summary>
    public static WordLists Read(PackageReader package, string document)
    {
        var lists = new WordLists();
        using var xml = package.Find(document, "numbering") is { } part ? package.Read(part) : null;
        if (xml is null) return lists;
        foreach (var name in xml.Children())
        {
            if (name == "abstractNum") lists.Levels(xml, xml["abstractNumId"] ?? "");
            else if (name == "num" && xml["numId"] is { } id)
                foreach (var part_ in xml.Children())
                    if (part_ == "abstractNumId") lists._lists[id] = xml["val"] ?? "";
        }
        return lists;
    }

    /// <summary>The number of the next paragraph of a list; null if that has none.</summary>
    public ListMark? Next(string? list, int level)
    {
        if (list is null or "0" || level is < 0 or > 8 || !_lists.TryGetValue(list, out var numbering)) return null;
        if (!_levels.TryGetValue((numbering, level), out var look)) return null;
        if (!_counts.TryGetValue(numbering, out var counts)) _counts.Add(numbering, counts = new int[9]);
        counts[level]++;
        for (var below = level + 1; below < counts.Length; below++) counts[below] = 0;
        if (look.Format == "bullet") return new ListMark("•", true);
        if (look.Format == "none") return null;
        var text = new StringBuilder(look.Text);
        for (var i = 0; i <= level; i++)
        {
            var part = _levels.GetValueOrDefault((numbering, i)) ?? look;
            text.Replace($"%{i + 1}", Number(part.Format, Math.Max(counts[i], 1) + part.Start - 1));
        }
        return text.Length == 0 ? null : new ListMark(text.ToString(), false);
    }

    private void Levels(PartReader xml, string list)
    {
        foreach (var name in xml.Children())
        {
            if (name != "lvl" || !int.TryParse(xml["ilvl"], NumberStyles.None, CultureInfo.InvariantCulture, out var level)) continue;
            var numbering = new Numbering("decimal", "", 1);
            foreach (var part in xml.Children())
                numbering = part switch
                {
                    "numFmt" => numbering with { Format = xml["val"] ?? "decimal" },
                    "lvlText" => numbering with { Text = xml["val"] ?? "" },
                    "start" when int.TryParse(xml["val"], NumberStyles.None, CultureInfo.InvariantCulture, out var start) =>
                        numbering with { Start = start },
                    _ => numbering,
                };
            _levels[(list, level)] = numbering;
        }
    }

    private static string Number(string format, int number)
    {
        if (format.StartsWith("chinese", StringComparison.Ordinal) || format.StartsWith("japanese", StringComparison.Ordinal)
            || format.StartsWith("taiwanese", StringComparison.Ordinal) || format == "ideographDigital")
            return Chinese(number);
        return format switch
        {
            "ideographTraditional" when number is > 0 and <= 10 => Stems[(number - 1)..number],
            "upperLetter" when number is > 0 and <= 26 => ((char)('A' + number - 1)).ToString(),
            "lowerLetter" when number is > 0 and <= 26 => ((char)('a' + number - 1)).ToString(),
            "upperRoman" => Roman(number),
            "lowerRoman" => Roman(number).ToLowerInvariant(),
            "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is > 0 and <= 20 =>
                ((char)('①' + number - 1)).ToString(),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static string Chinese(int number)
    {
        if (number is < 1 or > 99) return number.ToString(CultureInfo.InvariantCulture);
        var (tens, ones) = (number / 10, number % 10);
        return (tens > 1 ? Ones[tens..(tens + 1)] : "") + (tens > 0 ? "十" : "") + (ones > 0 ? Ones[ones..(ones + 1)] : "");
    }

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999) return number.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        foreach (var (value, sign) in new[]
                 {
                     (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
                     (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
                 })
            for (; number >= value; number -= value) text.Append(sign);
        return text.ToString();
    }

    private sealed record Numbering(string Format, string Text, int Start);
}
