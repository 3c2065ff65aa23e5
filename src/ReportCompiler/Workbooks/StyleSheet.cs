using System.Globalization;
using System.Text;

namespace ReportCompiler.Workbooks;

/// <summary>The styles of a workbook, each written once, in the order of their first use.</summary>
internal sealed class StyleSheet
{
    private static readonly string[] Sides = ["left", "right", "top", "bottom"];

    private readonly string? _font;
    private readonly Entries _fonts = new();
    private readonly Entries _fills = new();
    private readonly Entries _borders = new();
    private readonly Entries _formats = new();
    private readonly Entries _conditions = new();
    private readonly Dictionary<CellStyle, int> _known = [];

    /// <param name="font">The font of all cells, in place of their own; null for none.</param>
    public StyleSheet(string? font)
    {
        _font = font;
        // What is not styled is the first of each; spreadsheets expect these two fills at their places.
        _ = _fills.Of("<fill><patternFill patternType=\"none\"/></fill>");
        _ = _fills.Of("<fill><patternFill patternType=\"gray125\"/></fill>");
        _ = Of(CellStyle.Plain);
    }

    /// <summary>The number of a style.</summary>
    public int Of(CellStyle style)
    {
        if (!_known.TryGetValue(style, out var number)) _known.Add(style, number = Added(style));
        return number;
    }

    private int Added(CellStyle style)
    {
        var bold = style.IsBold ? "<b/>" : "";
        var colour = style.Colour is { } own ? $"<color rgb=\"FF{own}\"/>" : "";
        var name = XmlText.Escape(_font ?? style.Font);
        var font = _fonts.Of($"<font>{bold}<sz val=\"{Number(style.Size)}\"/>{colour}<name val=\"{name}\"/></font>");
        var fill = style.Ground is { } ground ? _fills.Of(Fill($"<fgColor rgb=\"FF{ground}\"/><bgColor indexed=\"64\"/>")) : 0;
        var border = _borders.Of($"<border>{Lines(style.IsLined ? " style=\"thin\"" : "")}<diagonal/></border>");
        var horizontal = style.Alignment switch
        {
            Alignment.Left => " horizontal=\"left\"",
            Alignment.Centre => " horizontal=\"center\"",
            _ => "",
        };
        var wraps = style.Wraps ? " wrapText=\"1\"" : "";
        var open = style.IsOpen ? "<protection locked=\"0\"/>" : "";
        return _formats.Of(
            $"<xf numFmtId=\"{(style.IsText ? 49 : 0)}\" fontId=\"{Number(font)}\" fillId=\"{Number(fill)}\" borderId=\"{Number(border)}\""
            + " xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\""
            + " applyProtection=\"1\">"
            + $"<alignment{horizontal} vertical=\"center\"{wraps}/>{open}</xf>");
    }

    /// <summary>The number of the colours of a condition.</summary>
    public int Of(Condition condition)
    {
        var font = condition.Colour is { } colour ? $"<font><color rgb=\"FF{colour}\"/></font>" : "";
        // Of a condition it is the background that fills.
        var fill = Fill($"<fgColor rgb=\"FF{condition.Ground}\"/><bgColor rgb=\"FF{condition.Ground}\"/>");
        return _conditions.Of($"<dxf>{font}{fill}</dxf>");
    }

    /// <summary>The part's content.</summary>
    public string ToXml() => new StringBuilder()
        .Append(_fonts.In("fonts")).Append(_fills.In("fills")).Append(_borders.In("borders"))
        .Append("<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>")
        .Append(_formats.In("cellXfs"))
        .Append("<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>")
        .Append(_conditions.In("dxfs")).ToString();

    private static string Fill(string colours) => $"<fill><patternFill patternType=\"solid\">{colours}</patternFill></fill>";

    private static string Lines(string style) => string.Concat(Sides.Select(s => $"<{s}{style}/>"));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Elements of one kind, each once.</summary>
    private sealed class Entries
    {
        private readonly List<string> _all = [];
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

        public int Of(string xml)
        {
            if (_numbers.TryGetValue(xml, out var number)) return number;
            _all.Add(xml);
            return _numbers[xml] = _all.Count - 1;
        }

        public string In(string element) => $"<{element} count=\"{Number(_all.Count)}\">{string.Concat(_all)}</{element}>";
    }
}
