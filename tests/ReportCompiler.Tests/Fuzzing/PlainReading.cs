using System.Globalization;

namespace ReportCompiler.Tests.Fuzzing;

/// <summary>
/// A second reader of data files that shares nothing with the compiler's: it knows keys in lines and braces, plain figures and 无, and
/// gives up at everything else. Where both read a file, they must have read the same.
/// </summary>
internal sealed class PlainReading
{
    private readonly Dictionary<string, decimal?> _figures = new(StringComparer.Ordinal);

    private PlainReading()
    {
    }

    /// <summary>The figures by their paths, null for 无; of rows and groups too. Null if the file is not plain.</summary>
    public static IReadOnlyDictionary<string, decimal?>? Of(string text)
    {
        var reading = new PlainReading();
        var open = new List<(int Indent, string Path)>();
        foreach (var line in text.Split('\n'))
        {
            if (line.Trim(' ').Length == 0 || line.TrimStart(' ').StartsWith('#')) continue;
            if (line.Any(c => c < ' ' || "\"'\\&*!|>%@`?".Contains(c, StringComparison.Ordinal))) return null;
            var remark = line.IndexOf(" #", StringComparison.Ordinal);
            var content = (remark < 0 ? line : line[..remark]).TrimEnd(' ');
            var indent = content.Length - content.TrimStart(' ').Length;
            while (open.Count > 0 && open[^1].Indent >= indent) open.RemoveAt(open.Count - 1);
            if (indent > 0 && open.Count == 0) return null;
            var colon = content.IndexOf(':');
            if (colon < 0 || (colon + 1 < content.Length && content[colon + 1] != ' ')) return null;
            var path = (open.Count > 0 ? open[^1].Path + "." : "") + content[indent..colon].Trim(' ');
            var value = content[(colon + 1)..].Trim(' ');
            if (value.Length == 0) open.Add((indent, path));
            else if (!reading.Take(path, value)) return null;
        }
        return reading._figures;
    }

    private bool Take(string path, string value)
    {
        if (value is ['{', .. var inner, '}']) return inner.Trim(' ').Length == 0 || TakeEntries(path, inner);
        if (value is "无") return _figures.TryAdd(path, null);
        // What is no figure belongs to no cell: the unit, the year, a date.
        if (!path.Contains('.', StringComparison.Ordinal)) return !value.AsSpan().ContainsAny("{}[],");
        return decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure)
            && _figures.TryAdd(path, figure);
    }

    private bool TakeEntries(string path, string entries)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i <= entries.Length; i++)
        {
            if (i < entries.Length && entries[i] == '{') depth++;
            if (i < entries.Length && entries[i] == '}') depth--;
            if (i < entries.Length && (entries[i] != ',' || depth > 0)) continue;
            var entry = entries[start..i].Trim(' ');
            start = i + 1;
            if (entry.Length == 0 && i == entries.Length) continue;
            var colon = entry.IndexOf(": ", StringComparison.Ordinal);
            if (colon <= 0 || !Take($"{path}.{entry[..colon].Trim(' ')}", entry[(colon + 2)..].Trim(' '))) return false;
        }
        return depth == 0;
    }
}
