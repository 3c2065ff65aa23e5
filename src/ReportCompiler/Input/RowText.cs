using System.Buffers;
using System.Collections.Immutable;
using ReportCompiler.Forms;
using ReportCompiler.Syntax;

namespace ReportCompiler.Input;

/// <summary>What stands behind the name of a row, read for its figures whatever stands between them.</summary>
internal static class RowText
{
    private const string Separators = " ,，、;；\u3000\u00A0\t";
    private const string Opening = "{｛(（[［【";
    private const string Closing = "}｝)）]］】";
    private const string Quotes = "\"'“”‘’";
    private const string Between = " :：=＝;；\u3000\u00A0\t";

    private static readonly SearchValues<char> Closings = SearchValues.Create(Closing);

    /// <summary>Whether a text is a figure of a kind, or a word that stands for one.</summary>
    public static string? Figure(string text, ValueKind kind, string unit)
    {
        var plain = text.Trim();
        if (plain is FigureReader.Nothing or FigureReader.ToFill or FigureReader.ToSettle) return plain;
        return FigureReader.Number(plain, kind) is not null ? plain : FigureReader.Fixed(plain, kind, unit)?.Text;
    }

    /// <summary>The columns that a text names with their figures, as entries in braces; null if it holds anything else.</summary>
    public static string? Named(string text, ImmutableArray<Column> columns)
    {
        var rest = text.Trim(Between.ToCharArray());
        rest = WithoutEnd(rest, columns).Trim([.. Quotes, .. Opening, .. Closing, .. Between]);
        var (entries, seen) = (new List<string>(), new HashSet<Column>());
        for (var at = 0; at < rest.Length;)
        {
            if (Separators.Contains(rest[at], StringComparison.Ordinal))
            {
                at++;
                continue;
            }
            if (ColumnAt(rest, at, columns) is not var (column, length) || !seen.Add(column)) return null;
            at += length;
            while (at < rest.Length && Between.Contains(rest[at], StringComparison.Ordinal)) at++;
            var end = at;
            while (end < rest.Length && !Separators.Contains(rest[end], StringComparison.Ordinal)
                && ColumnAt(rest, end, columns) is null) end++;
            if (Figure(rest[at..end], column.Kind, column.Unit) is not { } figure) return null;
            entries.Add($"{column.Key}: {figure}");
            at = end;
        }
        return entries.Count == 0 ? null : $"{{{string.Join(", ", entries)}}}";
    }

    /// <summary>What stands behind the closing brace ends a sentence or an entry, or is what all columns count.</summary>
    private static string WithoutEnd(string text, ImmutableArray<Column> columns)
    {
        var last = text.AsSpan().LastIndexOfAny(Closings);
        var end = text[(last + 1)..].Trim();
        var isNothing = end.All(static c => c is ',' or '，' or '。' or '.' or '、') || columns.All(c => c.Unit == end);
        return isNothing ? text[..(last + 1)] : text;
    }

    private static (Column Column, int Length)? ColumnAt(string text, int at, ImmutableArray<Column> columns)
    {
        (Column Column, int Length)? found = null;
        foreach (var column in columns)
            foreach (var name in (ReadOnlySpan<string?>)[column.Key, column.Label])
                if (name?.Length > (found?.Length ?? 0) && text.AsSpan(at).StartsWith(name, StringComparison.Ordinal))
                    found = (column, name.Length);
        return found;
    }

    /// <summary>Whether entries in braces are as YAML wants them: a colon and a space in each, and no second name.</summary>
    public static bool IsFlow(string value, ImmutableArray<Column> columns)
    {
        if (value is not ['{', .. var inner, '}'] || inner.AsSpan().ContainsAny('{', '}')) return false;
        return inner.Split(',').All(e => e.Trim().Length == 0 || (e.Split(": ") is [{ Length: > 0 }, { Length: > 0 } figure]
            && !columns.Any(c => figure.Contains(c.Key!, StringComparison.Ordinal))));
    }

    /// <summary>The figures of a row one after the other, as entries in braces.</summary>
    /// <param name="cells">What stands in each column.</param>
    /// <param name="node">The row.</param>
    /// <param name="areCells">Whether the columns stand apart for sure, as tabs set them.</param>
    /// <returns>The text, and whether it is certain; null if the cells do not fit the columns.</returns>
    public static (string Text, bool IsSure)? Placed(IReadOnlyList<string> cells, FormNode node, bool areCells)
    {
        var columns = node.Columns;
        if (cells.Count != columns.Length) return null;
        var (entries, sum, total, blanks) = (new List<string>(), 0m, (decimal?)null, 0);
        for (var i = 0; i < columns.Length; i++)
        {
            if (cells[i].Length == 0)
            {
                blanks++;
                continue;
            }
            var cell = node.Row!.Cells[i];
            if (Figure(cells[i], cell.Kind, cell.Unit) is not { } figure) return null;
            var value = FigureReader.Number(figure, cell.Kind);
            if (columns[i].Key == Row.OwnValueKey) total = value;
            else if (!columns[i].IsUncounted) sum += value ?? 0;
            entries.Add($"{columns[i].Key}: {figure}");
        }
        if (entries.Count == 0) return null;
        // An empty cell is nothing only where the total says so; figures without tabs may be halves of one.
        return ($"{{{string.Join(", ", entries)}}}", (areCells && blanks == 0) || (total is { } stated && stated == sum));
    }

    /// <summary>The cells of a text in which spaces or commas divide figures alone; null for anything else.</summary>
    public static List<string>? Figures(string text)
    {
        var inner = text.Trim(Between.ToCharArray()).Trim([.. Opening, .. Closing]);
        var cells = inner.Split(Separators.ToCharArray(), StringSplitOptions.RemoveEmptyEntries);
        return cells.Length > 1 && cells.All(IsFigure) ? [.. cells] : null;
    }

    /// <summary>Whether a text looks like a figure, right or wrong.</summary>
    public static bool IsFigure(string text) =>
        text.Length > 0 && (text is "无" or "/" or "-" or "—" or "——" || text.All(static c =>
            char.IsAsciiDigit(Names.HalfWidth(c)) || c is '.' or ',' or '，' or '+' or '-' or '件'));
}
