using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace ReportCompiler.Grids;

/// <summary>Reads the tables of a Word document that <c>build</c> wrote.</summary>
internal sealed class WordTables
{
    private const int WidestSpan = 1000;

    private readonly XmlReader _xml;
    private readonly List<TableGrid> _tables = [];

    private WordTables(XmlReader xml) => _xml = xml;

    private sealed record Cell(int Column, int Span, bool IsMerged, bool IsContinued, string Text, bool IsHead);

    /// <summary>The tables of a document, from top to bottom.</summary>
    public static List<TableGrid> Read(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package, writable: false));
        using var part = zip.GetEntry("word/document.xml")!.Open();
        using var xml = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var reader = new WordTables(xml);
        while (xml.Read())
            if (reader.Begins("tbl") && reader.Table() is { } table) reader._tables.Add(table);
        return reader._tables;
    }

    private bool Begins(string name) => _xml.NodeType == XmlNodeType.Element && !_xml.IsEmptyElement && _xml.LocalName == name;

    /// <summary>A table up to its end; null if it cannot be read: it has another one inside, or cells that do not fit.</summary>
    private TableGrid? Table()
    {
        var depth = _xml.Depth;
        var rows = new List<List<Cell>>();
        var isWhole = true;
        while (_xml.Read() && _xml.Depth > depth)
        {
            if (Begins("tbl")) isWhole = false;
            if (Begins("tr")) isWhole &= Row(rows);
        }
        return isWhole ? Grid(rows) : null;
    }

    private bool Row(List<List<Cell>> rows)
    {
        var depth = _xml.Depth;
        var cells = new List<Cell>();
        var (isHead, isWhole, column) = (false, true, 0);
        while (_xml.Read() && _xml.Depth > depth)
        {
            if (_xml.NodeType != XmlNodeType.Element) continue;
            isHead |= _xml.LocalName == "tblHeader";
            if (!Begins("tc")) continue;
            isWhole &= Take(cells, ref column, isHead);
        }
        rows.Add(cells);
        return isWhole;
    }

    private bool Take(List<Cell> cells, ref int column, bool isHead)
    {
        var depth = _xml.Depth;
        var (span, isMerged, isContinued, isWhole) = (1, false, false, true);
        var text = new StringBuilder();
        while (_xml.Read() && _xml.Depth > depth)
        {
            if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace) text.Append(_xml.Value);
            if (_xml.NodeType != XmlNodeType.Element) continue;
            if (_xml.LocalName == "tbl") isWhole = false;
            else if (_xml.LocalName == "gridSpan")
                isWhole &= int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out span);
            else if (_xml.LocalName == "vMerge") (isMerged, isContinued) = (true, Value() != "restart");
            else if (_xml.LocalName is "br" or "tab") text.Append(' ');
        }
        if (span is < 1 or > WidestSpan) return false;
        cells.Add(new Cell(column, span, isMerged, isContinued, text.ToString().Trim(), isHead));
        column += span;
        return isWhole;
    }

    private string? Value()
    {
        var value = _xml.MoveToFirstAttribute() ? _xml.Value : null;
        _xml.MoveToElement();
        return value;
    }

    private static TableGrid? Grid(List<List<Cell>> rows)
    {
        var grid = new TableGrid();
        for (var row = 0; row < rows.Count; row++)
        {
            grid.Begin(row);
            foreach (var cell in rows[row].Where(c => !c.IsContinued))
                if (!grid.Put(row, cell.Text, cell.IsHead, Height(rows, row, cell), cell.Span)) return null;
        }
        return grid;
    }

    private static int Height(List<List<Cell>> rows, int row, Cell cell)
    {
        var height = 1;
        while (cell.IsMerged && row + height < rows.Count
            && rows[row + height].Exists(c => c.IsContinued && c.Column == cell.Column && c.Span == cell.Span)) height++;
        return height;
    }
}
