using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Projects;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;

namespace ReportCompiler.Input;

/// <summary>
/// What went wrong with whole lines of a data file, where its YAML cannot be read or says nothing sensible: rows pasted from a table,
/// braces and colons forgotten, indentation lost.
/// </summary>
/// <param name="Findings">One for each slip, with the line to write.</param>
/// <param name="Lines">The lines they are about.</param>
/// <param name="Mended">The file without them; null if one takes a decision, or adds a line.</param>
internal sealed record LineSlips(ImmutableArray<Diagnostic> Findings, IReadOnlySet<int> Lines, MendedText? Mended)
{
    // No data file is as large, no line of one as long: what is done for a line grows faster than its length.
    private const int LargestFile = 64_000;
    private const int LongestLine = 500;

    private static readonly Text Indentation = new("缩进", "indentation");
    private static readonly Text Row = new("行的写法", "way of writing a row");

    /// <summary>The slips of a file; null if it has none, or none that its names tell.</summary>
    public static LineSlips? Find(SourceText source, Edition edition, ImmutableArray<Indicator>? indicators)
    {
        if (source.Text.Length > LargestFile || SyntaxFault.Marker(source) is not null) return null;
        for (var line = 1; line <= source.LineCount; line++)
            if (source.Line(line).Length > LongestLine) return null;
        var slips = Slips.Find(source);
        var mended = slips.Count == 0 ? source : new SourceText(source.Path, Slips.Fix(source, slips).Text);
        if (Outline.Of(source, mended, edition, indicators) is not { } lines) return null;
        var rows = lines.Where(p => p.Text is not null).ToList();
        var moved = lines.Where(p => p.Text is null && p.Node is { } node && IsOfTable(node) && p.Indent != p.Line.Indent).ToList();
        if (rows.Count + moved.Count == 0) return null;
        var newLine = source.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var edits = rows.Concat(moved).ToDictionary(p => p.Line.Number, p => EditOf(source, p, newLine));
        var findings = new List<Diagnostic>();
        findings.AddRange(Groups(rows).Select(g => OfRows(source, g, edits)));
        var unsure = false;
        foreach (var table in moved.GroupBy(p => TableOf(p.Node!), StringComparer.Ordinal))
        {
            var first = lines.IndexOf(table.First());
            var last = lines.IndexOf(table.Last());
            // An unknown line in their midst may be the name of what they stand below.
            var isSure = table.All(p => p.IsCertain) && lines[first..(last + 1)].TrueForAll(p => p.Node is not null || p.Text is not null);
            unsure |= !isSure;
            findings.Add(OfIndentation(source, [.. table], isSure, edits));
        }
        unsure |= rows.Exists(p => !p.IsSure);
        var after = MendedText.Of(source, edits);
        // Whatever was meant: what YAML cannot read then is left as it stands.
        if (!unsure && YamlReader.Read(new Findings(), new SourceText(source.Path, after.Text)) is null)
            (unsure, findings) = (true, [.. findings.Select(f => f with { Edits = [] })]);
        var addsLines = rows.Exists(p => p.Missing.Count > 0 || p.Text!.Contains('\n', StringComparison.Ordinal));
        return new LineSlips([.. findings], edits.Keys.ToHashSet(), unsure || addsLines ? null : after);
    }

    /// <summary>A field of the file as a whole that stands within a table was put there: it is not set in wrongly.</summary>
    private static bool IsOfTable(FormNode node) => node.Table is not null || node.Parent!.Parent is not null;

    private static string TableOf(FormNode node)
    {
        while (node.Parent is { Parent: not null } above) node = above;
        return node.Name;
    }

    /// <summary>Pasted rows that follow each other are one slip, if all can be mended or none can; any other line is its own.</summary>
    private static IEnumerable<List<Placed>> Groups(List<Placed> rows)
    {
        var group = new List<Placed>();
        foreach (var row in rows)
        {
            var goesOn = group.Count > 0 && row.IsPasted && group[^1].IsPasted && group[^1].Line.Number + 1 == row.Line.Number
                && group[^1].IsSure == row.IsSure;
            if (!goesOn && group.Count > 0)
            {
                yield return group;
                group = [];
            }
            group.Add(row);
        }
        if (group.Count > 0) yield return group;
    }

    private static Edit EditOf(SourceText source, Placed placed, string newLine)
    {
        var (line, margin) = (placed.Line, new string(' ', placed.Indent));
        if (placed.Text is null) return Replace(source, line.Number, line.Margin, margin, Indentation);
        var above = string.Concat(placed.Missing.Select((m, i) => $"{Margin(i)}{m.Name}:{newLine}"));
        var remark = line.Remark.Length == 0 ? "" : "  " + line.Remark.TrimStart();
        var text = placed.Text.Replace("\n", newLine + margin, StringComparison.Ordinal);
        return Replace(source, line.Number, line.Raw.Length, above + margin + text + remark, Row);

        string Margin(int missing) => new(' ', Math.Max(0, placed.Indent - (2 * (placed.Missing.Count - missing))));
    }

    private static Edit Replace(SourceText source, int line, int length, string with, Text reason) =>
        new(new Location(source, Span.OnLine(line, 1, source.CodePointColumn(line, length) - 1)), with, reason);

    private static Location At(SourceText source, FileLine line)
    {
        var start = source.CodePointColumn(line.Number, line.Margin);
        var end = source.CodePointColumn(line.Number, line.Raw.TrimEnd().Length);
        return new Location(source, Span.OnLine(line.Number, start, Math.Max(1, end - start)));
    }

    private static Diagnostic OfRows(SourceText source, List<Placed> rows, Dictionary<int, Edit> edits)
    {
        var (first, at) = (rows[0], At(source, rows[0].Line));
        var told = rows.Find(p => p.Node is not null) ?? first;
        var (isSure, text) = (first.IsSure, told.Text!.Split('\n')[0]);
        var columns = told.Node is { IsSingle: false } row ? row.Columns.Length : 1;
        var finding = !first.IsPasted ? Errors.Lines.Row(at, text, text[0] == '#', told.Cells, columns)
            : Errors.Lines.Pasted(at, rows.Count, rows[^1].Line.Number, text, told.Cells, columns);
        return finding with { Edits = isSure ? [.. rows.Select(p => edits[p.Line.Number])] : [] };
    }

    private static Diagnostic OfIndentation(SourceText source, List<Placed> lines, bool isSure, Dictionary<int, Edit> edits)
    {
        var first = lines[0];
        var parent = first.Node!.Parent!;
        var numbers = lines.Select(p => p.Line.Number).ToList();
        var finding = Errors.Lines.Indentation(At(source, first.Line), numbers, first.Node.Name, parent.Name, first.Indent);
        return finding with { Edits = isSure ? [.. lines.Select(p => edits[p.Line.Number])] : [] };
    }
}
