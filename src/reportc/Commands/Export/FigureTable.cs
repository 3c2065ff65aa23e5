using System.Globalization;
using Reportc.Shell;

namespace Reportc.Commands.Export;

/// <summary>The exported figures, one a row. The names of the columns are part of the contract.</summary>
internal static class FigureTable
{
    /// <summary>The columns.</summary>
    public static readonly string[] Columns = ["year", "unit", "table", "cell", "label", "gloss", "value", "state", "counted_in", "file",
        "line", "doubt", "level"];

    // As texts in JSON stand only the figures, so that no digit is lost.
    private static readonly string[] Numbers = ["year", "line"];

    /// <summary>RFC 4180, a row at a time: what a pipe reads is not gathered.</summary>
    public static void Csv(TextWriter to, IEnumerable<ExportedFigure> figures, Func<string, string> path, bool hasMark)
    {
        to.Write($"{(hasMark ? "\uFEFF" : "")}{string.Join(',', Columns)}\r\n");
        foreach (var figure in figures) to.Write(string.Join(',', Fields(figure, path).Select(Quoted)) + "\r\n");
    }

    /// <summary>An object with the figures as objects, piece by piece; numbers are texts, so that no digit is lost.</summary>
    public static void Json(TextWriter to, IEnumerable<ExportedFigure> figures, Func<string, string> path) => JsonText.Write(to, json =>
    {
        json.WriteStartArray("figures");
        foreach (var figure in figures)
        {
            json.WriteStartObject();
            foreach (var (name, value) in Columns.Zip(Fields(figure, path)))
            {
                if (value is not null && Numbers.Contains(name)) json.WriteNumber(name, int.Parse(value, CultureInfo.InvariantCulture));
                else json.WriteString(name, value);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    /// <summary>The fields of a figure in the order of the columns; null for what there is not.</summary>
    public static string?[] Fields(ExportedFigure figure, Func<string, string> path) =>
    [
        figure.Year.ToString(CultureInfo.InvariantCulture), figure.Unit, figure.Table, figure.Cell, figure.Label, figure.Gloss,
        figure.Value, figure.State, figure.CountedIn,
        figure.File is { } file ? path(file) : null, figure.Line?.ToString(CultureInfo.InvariantCulture),
        figure.IsInDoubt ? "incomplete" : null, figure.Level,
    ];

    private static string Quoted(string? field)
    {
        if (field is null) return "";
        // A spreadsheet takes what begins like a formula for one, whatever it would do; behind an apostrophe it is text.
        var text = DisplayWidth.Clean(IsFormula(field) ? "'" + field : field);
        return text.AsSpan().ContainsAny(",\"") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static bool IsFormula(string field) => field is ['=' or '+' or '-' or '@' or '\t' or '＝' or '＋' or '－' or '＠', ..]
        && !decimal.TryParse(field, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
