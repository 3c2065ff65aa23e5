using ReportCompiler.Forms;

namespace ReportCompiler.Input;

/// <summary>Writes what stands after the colon in a data file, so that <see cref="FilingReader"/> reads it again.</summary>
public static class FigureWriter
{
    /// <summary>无: there is nothing in it.</summary>
    public const string Nothing = FigureReader.Nothing;

    /// <summary>待填: not filled in yet.</summary>
    public const string ToFill = FigureReader.ToFill;

    /// <summary>待核: read from another document and not settled.</summary>
    public const string ToSettle = FigureReader.ToSettle;

    /// <summary>A row with cells: the figure itself, 无 where all say so, or the columns in braces.</summary>
    /// <param name="row">The row.</param>
    /// <param name="print">What is written of a cell; null leaves it out.</param>
    public static string Row(Row row, Func<Cell, string?> print)
    {
        var written = row.Cells.Select(c => (c.Column.Key, Text: print(c))).ToList();
        if (written.TrueForAll(w => w.Text == Nothing)) return Nothing;
        if (!row.HasColumns) return written[0].Text ?? Nothing;
        return $"{{{string.Join(", ", written.Where(w => w.Text is not null).Select(w => $"{w.Key}: {w.Text}"))}}}";
    }

    /// <summary>A name as a YAML scalar, in quotes unless it is plainly a text.</summary>
    public static string Name(string name) =>
        name.All(c => char.IsLetterOrDigit(c) || c is '（' or '）') && !name.All(char.IsAsciiLetterOrDigit)
            ? name : $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
