using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Grids;
using ReportCompiler.Importing.Documents;
using ReportCompiler.Syntax;

namespace ReportCompiler.Importing.Matching;

/// <summary>What a document says of a cell of the form.</summary>
/// <param name="State">Whether it is a number, nothing, or not settled.</param>
/// <param name="Value">The number.</param>
/// <param name="Remark">What stands where, in one line, for a cell that is not settled; null for others.</param>
internal sealed record ImportedFigure(CellState State, decimal Value, Text? Remark)
{
    private const int LongestQuote = 60;

    /// <summary>Whether it is a blank input cell of a form: to be filled in, where a blank of a document says nothing.</summary>
    public bool IsToFill { get; init; }

    /// <summary>Reads a claimed cell.</summary>
    /// <param name="claim">The cell.</param>
    /// <param name="table">What the table is called.</param>
    public static ImportedFigure Of(Claim claim, Text table) =>
        Of(claim.There, claim.There.Where ?? Places.In(table, claim.Place), claim.Doubt, claim.Cell.Kind, claim.Cell.Unit);

    /// <summary>Reads a cell.</summary>
    /// <param name="there">The cell.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="doubt">Why labels do not settle what it is; null where they do.</param>
    /// <param name="kind">What it holds.</param>
    /// <param name="unit">Its unit.</param>
    public static ImportedFigure Of(PageCell there, Text at, Text? doubt, ValueKind kind, string unit)
    {
        var reading = there.Doubt is null ? CellText.Read(there.Text, kind, unit) : CellReading.Doubtful;
        if (reading.State == CellState.Blank) return new ImportedFigure(CellState.Blank, 0, null);
        if (reading.State != CellState.Doubtful && doubt is null) return new ImportedFigure(reading.State, reading.Value, null);
        return new ImportedFigure(CellState.Doubtful, 0, Remarked(at, there.Text, [.. new[] { there.Doubt, doubt }.OfType<Text>()]));
    }

    private static Text Remarked(Text at, string text, List<Text> doubts)
    {
        var (chinese, english) = text.Length == 0 ? ("", "") : ($"写着“{Quote(text)}”", $": “{Quote(text)}” stands there");
        return new(Invisible.Show(at.Chinese + chinese + string.Concat(doubts.Select(d => $"，{d.Chinese}"))),
            Invisible.Show(at.English + english + string.Concat(doubts.Select(d => $"; {d.English}"))));
    }

    private static string Quote(string text)
    {
        var line = string.Concat(text.Trim().Select(c => c switch
        {
            '\n' or '\r' or '\t' => "\u2424",
            _ when char.IsControl(c) || c is '\u2028' or '\u2029' => $"\\u{(int)c:X4}",
            _ => c.ToString(),
        })).Replace("\u2424", " ", StringComparison.Ordinal);
        return line.Length > LongestQuote ? line[..(LongestQuote - 1)] + "…" : line;
    }
}
