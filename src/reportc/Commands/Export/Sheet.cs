using System.Globalization;
using System.Text;
using Reportc.Shell;
using ReportCompiler.Input;
using ReportCompiler.Rendering;

namespace Reportc.Commands.Export;

/// <summary>A sheet of a workbook, as the XML of its part.</summary>
internal sealed class Sheet
{
    /// <summary>The styles a cell may have, as the workbook's list has them.</summary>
    public enum Style
    {
        /// <summary>No line around it.</summary>
        Plain,

        /// <summary>A heading, lined and centred.</summary>
        Heading,

        /// <summary>A figure, lined.</summary>
        Figure,
    }

    // Beyond this a spreadsheet would round.
    private const decimal Largest = 999_999_999_999_999;

    private readonly SortedDictionary<(int Row, int Column), (string Xml, Style Style)> _cells = [];
    private readonly List<string> _merged = [];
    private int _top;

    /// <summary>A line above all that is written from now on.</summary>
    public void Head(string text)
    {
        Write(0, 0, text);
        _top = 1;
    }

    /// <summary>A text; nothing if there is none.</summary>
    public void Write(int row, int column, string? text, Style style = Style.Plain)
    {
        var xml = string.IsNullOrEmpty(text)
            ? "" : $"<is><t{(text.Trim() == text ? "" : " xml:space=\"preserve\"")}>{Escape(text)}</t></is>";
        _cells[(row + _top, column)] = (xml, style);
    }

    /// <summary>A number; a text where a spreadsheet could not hold it.</summary>
    public void Write(int row, int column, decimal number, Style style = Style.Plain)
    {
        if (Math.Abs(number) > Largest) Write(row, column, Figure.Format(number), style);
        else _cells[(row + _top, column)] = ($"<v>{Figure.Format(number)}</v>", style);
    }

    /// <summary>Makes one cell of those a printed cell spans; each keeps its lines.</summary>
    public void Merge(GridCell cell, Style style)
    {
        if (cell is { Rows: 1, Columns: 1 }) return;
        var top = cell.Row + _top;
        for (var r = top; r < top + cell.Rows; r++)
            for (var c = cell.Column; c < cell.Column + cell.Columns; c++) _cells.TryAdd((r, c), ("", style));
        _merged.Add($"{Name(top, cell.Column)}:{Name(top + cell.Rows - 1, cell.Column + cell.Columns - 1)}");
    }

    /// <summary>The part.</summary>
    public override string ToString()
    {
        var xml = new StringBuilder(Workbook.Declaration).Append($"<worksheet xmlns=\"{Workbook.Main}\">")
            .Append("<sheetFormatPr defaultColWidth=\"14\" defaultRowHeight=\"15\"/><sheetData>");
        foreach (var row in _cells.GroupBy(c => c.Key.Row))
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row.Key + 1}\">");
            foreach (var (place, (content, style)) in row)
            {
                var styled = style == Style.Plain ? "" : $" s=\"{(int)style}\"";
                var typed = content.StartsWith("<is>", StringComparison.Ordinal) ? " t=\"inlineStr\"" : "";
                xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{Name(place.Row, place.Column)}\"{styled}{typed}>{content}</c>");
            }
            xml.Append("</row>");
        }
        xml.Append("</sheetData>");
        if (_merged.Count > 0)
            xml.Append(CultureInfo.InvariantCulture, $"<mergeCells count=\"{_merged.Count}\">")
                .AppendJoin("", _merged.Select(m => $"<mergeCell ref=\"{m}\"/>")).Append("</mergeCells>");
        return xml.Append("</worksheet>").ToString();
    }

    /// <summary>A text within XML; what no XML may hold is replaced by a visible character.</summary>
    public static string Escape(string text) => DisplayWidth.Clean(text).Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD')
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>A1 and so on.</summary>
    private static string Name(int row, int column)
    {
        var letters = "";
        for (var c = column + 1; c > 0; c = (c - 1) / 26) letters = (char)('A' + ((c - 1) % 26)) + letters;
        return string.Create(CultureInfo.InvariantCulture, $"{letters}{row + 1}");
    }
}
