using System.Globalization;
using ReportCompiler.Projects;
using ReportCompiler.Sources;

namespace ReportCompiler.Rendering;

/// <summary>
/// Prints a narrative whose expressions are names and the steps below them (<c>{{ 依申请公开.本年新收.总计 }}</c>), as nearly all are,
/// the way the template library prints it, and without it. Whatever may be more than that, or may fail, is left to the library.
/// </summary>
internal static class PathsAlone
{
    /// <summary>Of a longer text, or one that prints as much, the library counts what it costs.</summary>
    private const int Longest = 1 << 16;

    private const int MostSteps = 16;

    /// <summary>The narrative as the library prints it; null where that has to look at it.</summary>
    /// <param name="source">The narrative.</param>
    /// <param name="data">What it sees.</param>
    /// <param name="style">How it prints amounts.</param>
    public static NarrativeOutput? Print(SourceText source, NamedValues data, PrintStyle style)
    {
        var text = source.Text;
        if (text.Length > Longest || text.Contains('\0') || text.Contains("{%", StringComparison.Ordinal)) return null;
        var output = new NarrativeOutput(source);
        var amounts = new Amounts(style);
        var (at, printed) = (0, 0);
        for (var open = Opening(text, at); open >= 0; open = Opening(text, at))
        {
            output.Write(text, at, open - at);
            var end = open + 2;
            if (Printed(Value(text, ref end, data), amounts) is not { } value || (printed += value.Length) > Longest) return null;
            output.Write(value, 0, value.Length);
            at = end;
        }
        output.Write(text, at, text.Length - at);
        return output;
    }

    private static int Opening(string text, int from) => text.IndexOf("{{", from, StringComparison.Ordinal);

    /// <summary>The value of the path between braces; the place behind them is moved on. Null where it is more than a path.</summary>
    private static object? Value(string text, ref int at, ReadOnlyView data)
    {
        object? value = data;
        at = Behind(text, at, ' ');
        for (var steps = 0; steps < MostSteps; steps++)
        {
            var end = EndOfName(text, at);
            if (end == at || value is not ReadOnlyView view) return null;
            value = view.Find(text[at..end]);
            at = end;
            if (at >= text.Length || text[at] != '.') break;
            at++;
        }
        at = Behind(text, at, ' ');
        if (!text.AsSpan(at).StartsWith("}}")) return null;
        at += 2;
        return value;
    }

    private static int Behind(string text, int at, char skipped)
    {
        while (at < text.Length && text[at] == skipped) at++;
        return at;
    }

    /// <summary>The end of a name that begins with a Chinese character, as no word of the template language does.</summary>
    private static int EndOfName(string text, int start)
    {
        var end = start;
        while (end < text.Length && (IsChinese(text[end]) || (end > start && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))))
            end++;
        return end;
    }

    private static bool IsChinese(char c) => c is >= '\u4E00' and <= '\u9FFF';

    /// <summary>A value as the library prints it; null for one that it may refuse, or print line by line.</summary>
    private static string? Printed(object? value, Amounts amounts) => value switch
    {
        string text when text.AsSpan().IndexOfAny('\n', '\r') < 0 => text,
        int number => number.ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        Amount amount => amounts.Printed(amounts.Take(amount)) ?? amount.Value.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
