using System.Text;
using ReportCompiler.Importing.Documents;
using ReportCompiler.Packages;

namespace ReportCompiler.Importing.Texts;

/// <summary>Reads text whose cells are divided by commas, semicolons, tabs or bars: a CSV, or a table copied out of a program.</summary>
internal static class DelimitedText
{
    /// <summary>A text with more signs between cells holds no form.</summary>
    private const int MostCells = 200_000;

    /// <summary>As many lines in a row with as many cells are a table, not a list in a sentence.</summary>
    private const int FewestLines = 3;

    /// <summary>The tables and paragraphs of a text; null if nothing divides its lines into cells.</summary>
    public static Paper? Read(string text)
    {
        foreach (var sign in (ReadOnlySpan<char>)['\t', '|', ',', ';'])
        {
            var lines = Lines(text, sign);
            var wide = lines.Count(l => l.Count > 2);
            if (wide < FewestLines || (sign is ',' or ';' && wide * 2 < lines.Count(l => l.Exists(c => c.Length > 0)))) continue;
            var blocks = Blocks(lines, sign);
            // Every program ends a line; where the last one does not, its last cell may be half.
            if (text[^1] is not ('\n' or '\r' or '\f') && blocks is [.., PaperTable { Rows: [.., { Cells: [.., var last] }] }])
                last.Doubt = Doubts.CutOff;
            return new Paper(blocks);
        }
        return null;
    }

    private static List<Block> Blocks(List<List<string>> lines, char sign)
    {
        var blocks = new List<Block>();
        PaperTable? table = null;
        var pending = new List<List<string>>();
        foreach (var line in lines)
        {
            var filled = line.FindAll(c => c.Length > 0);
            if (line.Count == 1 && sign is not (',' or ';'))
            {
                if (filled.Count == 1) blocks.Add(Paragraph.Of(filled[0]));
                if (filled.Count == 1) table = null;
                continue;
            }
            if (filled.Count == 1 && table is null) blocks.Add(Paragraph.Of(filled[0]));
            if (filled.Count == 0 && table is null) continue;
            if (table is null) blocks.Add(table = new PaperTable());
            if (filled.Count == 1 && line[0].Length > 0 && blocks is [.., PaperTable] && IsText(line[0])) blocks.Insert(
                blocks.Count - 1, Paragraph.Of(line[0]));
            var row = new PaperRow();
            for (var column = 0; column < line.Count; column++) row.Cells.Add(PaperCell.Of(column, line[column]));
            table.Rows.Add(row);
        }
        return blocks;
    }

    private static bool IsText(string cell) => cell.Contains('年') || cell.Contains('。');

    /// <summary>The lines, each with its cells; a line break in quotes is text.</summary>
    /// <exception cref="UnreadableException">There are more cells than any report has.</exception>
    private static List<List<string>> Lines(string text, char sign)
    {
        if (text.AsSpan().Count(sign) > MostCells) throw new UnreadableException(PackageFault.TooLarge);
        var lines = new List<List<string>>();
        var line = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted)
            {
                if (c == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[++i]);
                else if (c == '"') isQuoted = false;
                else cell.Append(c);
            }
            else if (c == '"' && sign != '|' && cell.ToString().AsSpan().IsWhiteSpace()) isQuoted = true;
            else if (c == sign) Take();
            else if (c is '\n' or '\f')
            {
                Take();
                lines.Add(line);
                line = [];
            }
            else if (c != '\r') cell.Append(c);
        }
        Take();
        lines.Add(line);
        if (sign != '|') return lines;
        var hasEdges = lines.TrueForAll(l => l.Count < 3 || (l[0].Length == 0 && l[^1].Length == 0));
        return lines.ConvertAll(l => Bare(l, hasEdges));

        void Take()
        {
            line.Add(cell.ToString().Trim());
            cell.Clear();
        }
    }

    /// <summary>A line without the bars around it; the rule below the heads of a table is no row.</summary>
    private static List<string> Bare(List<string> line, bool hasEdges)
    {
        if (hasEdges && line.Count > 2) line = line[1..^1];
        return line.Count > 1 && line.TrueForAll(c => c.Length > 0 && c.All(x => x is '-' or ':')) ? [""] : line;
    }
}
