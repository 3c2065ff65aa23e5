using System.Globalization;
using System.Text;
using ReportCompiler.Importing.Documents;
using ReportCompiler.Packages;

namespace ReportCompiler.Importing.Office;

/// <summary>Reads the sheets of an XLSX (and XLSM: macros are not looked at).</summary>
internal sealed class WorkbookReader
{
    /// <summary>As many cells of a workbook's forms hold something; those of a city with all units and years have some 60,000.</summary>
    public const int MostCells = 100_000;

    /// <summary>A sheet of more is no form but a list, such as all the figures one below the other.</summary>
    private const int MostCellsOfForm = 50_000;

    /// <summary>As many times cells of a sheet are joined.</summary>
    private const int MostMerges = 50_000;

    /// <summary>Excel's last row and column.</summary>
    public const int Rows = 1_048_576, Columns = 16_384;

    private readonly PackageReader _package;
    private readonly List<SheetCell> _strings = [];
    private readonly List<CellLook> _looks = [];
    private bool _from1904;
    private int _cells;

    private WorkbookReader(PackageReader package) => _package = package;

    /// <summary>The sheets of a workbook, in their order.</summary>
    /// <param name="package">The package.</param>
    /// <param name="part">The name of its main part.</param>
    /// <param name="xml">The main part.</param>
    public static List<Sheet> Read(PackageReader package, string part, PartReader xml) => new WorkbookReader(package).Read(part, xml);

    private List<Sheet> Read(string part, PartReader xml)
    {
        var relations = _package.RelationsOf(part);
        Strings(_package.Find(part, "sharedStrings"));
        Looks(_package.Find(part, "styles"));
        var sheets = new List<Sheet>();
        foreach (var name in xml.Children())
        {
            if (name == "workbookPr") _from1904 = IsOn(xml["date1904"]);
            if (name != "sheets") continue;
            foreach (var _ in xml.Children())
            {
                if (relations.GetValueOrDefault(xml["id"] ?? "") is not { Target: { Length: > 0 } target } relation)
                    throw new UnreadableException(PackageFault.Damaged, part);
                if (relation.Kind != "worksheet") continue;
                var visibility = xml["state"] switch
                {
                    "hidden" => SheetVisibility.Hidden,
                    "veryHidden" => SheetVisibility.VeryHidden,
                    _ => SheetVisibility.Shown,
                };
                var sheet = Sheet(target, new Sheet(xml["name"] ?? "", visibility));
                if ((_cells += sheet.Cells.Count) > MostCells) throw new UnreadableException(PackageFault.TooLarge, part);
                sheets.Add(sheet);
            }
        }
        return sheets;
    }

    private static bool IsOn(string? value) => value is "1" or "true" or "on";

    private void Strings(string? part)
    {
        if (part is null || _package.Read(part) is not { } xml) return;
        using (xml)
            foreach (var name in xml.Children())
                if (name == "si") _strings.Add(RichText(xml));
    }

    /// <summary>A text in one or several pieces; how its characters are read aloud is not part of it.</summary>
    private static SheetCell RichText(PartReader xml)
    {
        StringBuilder? more = null;
        var (text, isStruck) = ("", false);
        foreach (var name in xml.Children())
        {
            var piece = name == "t" ? xml.Content() : name == "r" ? Piece(xml, ref isStruck) : "";
            if (text.Length == 0) text = piece;
            else if (piece.Length > 0) (more ??= new StringBuilder(text)).Append(piece);
        }
        return new SheetCell(Plain(more?.ToString() ?? text)) { Doubt = isStruck ? Doubts.Struck : null };
    }

    private static string Piece(PartReader xml, ref bool isStruck)
    {
        var (isRaised, text) = (false, "");
        foreach (var name in xml.Children())
        {
            if (name == "t") text = xml.Content();
            if (name != "rPr") continue;
            foreach (var property in xml.Children())
            {
                isRaised |= property == "vertAlign" && xml["val"] is "superscript" or "subscript";
                isStruck |= property == "strike" && IsOn(xml["val"] ?? "1");
            }
        }
        return isRaised ? Marks.Raise(text) : text;
    }

    /// <summary>Characters that XML cannot hold are written as _x000D_.</summary>
    private static string Plain(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 7 <= text.Length && text[i] == '_' && text[i + 1] == 'x' && text[i + 6] == '_'
                && int.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append((char)code);
                i += 6;
            }
            else plain.Append(text[i]);
        }
        return plain.ToString();
    }

    private void Looks(string? part)
    {
        if (part is null || _package.Read(part) is not { } xml) return;
        var formats = new Dictionary<string, string>(StringComparer.Ordinal);
        var struck = new List<bool>();
        using (xml)
            foreach (var name in xml.Children())
            {
                if (name is not ("numFmts" or "fonts" or "cellXfs")) continue;
                foreach (var _ in xml.Children())
                {
                    if (name == "numFmts") formats[xml["numFmtId"] ?? ""] = xml["formatCode"] ?? "";
                    else if (name == "fonts") struck.Add(IsStruck(xml));
                    else
                    {
                        var id = xml["numFmtId"] ?? "0";
                        var font = Number(xml["fontId"]) ?? 0;
                        _looks.Add(new CellLook(formats.GetValueOrDefault(id) ?? NumberFormat.BuiltIn(Number(id) ?? 0),
                            font < struck.Count && struck[font]));
                    }
                }
            }
    }

    private static bool IsStruck(PartReader xml)
    {
        var isStruck = false;
        foreach (var name in xml.Children()) isStruck |= name == "strike" && IsOn(xml["val"] ?? "1");
        return isStruck;
    }

    private Sheet Sheet(string part, Sheet sheet)
    {
        using var xml = _package.Read(part) ?? throw new UnreadableException(PackageFault.Damaged, part);
        foreach (var name in xml.Children())
        {
            if (name == "sheetFormatPr") sheet.HidesOtherRows = IsOn(xml["zeroHeight"]);
            else if (name == "cols")
            {
                foreach (var _ in xml.Children())
                    if ((IsOn(xml["hidden"]) || IsNothing(xml["width"]))
                        && Number(xml["min"]) is { } first && Number(xml["max"]) is { } last)
                        sheet.Hide(first - 1, last - 1);
            }
            else if (name == "sheetData")
            {
                Grid(xml, sheet, part);
                if (sheet.IsLong) return sheet;
            }
            else if (name == "drawing") sheet.Pictures += Pictures(part, xml["id"] ?? "");
            else if (name == "mergeCells")
            {
                foreach (var _ in xml.Children())
                    sheet.Merges.Add(Range(xml["ref"]) ?? throw new UnreadableException(PackageFault.Damaged, part));
                if (sheet.Merges.Count > MostMerges) throw new UnreadableException(PackageFault.TooLarge, part);
            }
        }
        return sheet;
    }

    private int Pictures(string part, string id) =>
        _package.RelationsOf(part).GetValueOrDefault(id) is { Target: { Length: > 0 } target }
            ? _package.RelationsOf(target).Values.Count(r => r.Kind == "image") : 0;

    private void Grid(PartReader xml, Sheet sheet, string part)
    {
        var row = -1;
        foreach (var _ in xml.Children())
        {
            row = xml["r"] is { } r ? (Number(r) ?? 0) - 1 : row + 1;
            if (row is < 0 or >= Rows) throw new UnreadableException(PackageFault.Damaged, part);
            sheet.Row(row, IsOn(xml["hidden"]) || IsNothing(xml["ht"]));
            var column = -1;
            foreach (var __ in xml.Children())
            {
                var at = xml["r"] is { } name ? Address(name) : (row, column + 1);
                // A cell in another row than its own, or twice: no program shows that twice in the same way.
                if (at is not { } place || place.Row != row || place.Column >= Columns)
                    throw new UnreadableException(PackageFault.Damaged, part);
                column = place.Column;
                if (Cell(xml, part) is not { } cell)
                {
                    if (!sheet.ShowsRow(row)) sheet.HiddenBlanks.Add(place);
                    continue;
                }
                if (!sheet.Cells.TryAdd(place, cell)) throw new UnreadableException(PackageFault.Damaged, part);
                if (sheet.Cells.Count > MostCellsOfForm)
                {
                    sheet.Drop();
                    return;
                }
            }
        }
    }

    private SheetCell? Cell(PartReader xml, string part)
    {
        var (type, look) = (xml["t"] ?? "n", Number(xml["s"]) is { } s && s < _looks.Count ? _looks[s] : CellLook.Plain);
        string? formula = null, value = null;
        SheetCell? inline = null;
        foreach (var name in xml.Children())
        {
            if (name == "f") formula = xml.Content();
            else if (name == "v") value = xml.Content();
            else if (name == "is") inline = RichText(xml);
        }
        if (formula is not null && (value is null || (value.Length == 0 && type != "str")))
            return new SheetCell($"={formula}") { Formula = formula, Doubt = Doubts.NoResult };
        if (value is null && inline is null) return null;
        var cell = inline ?? type switch
        {
            "s" => Number(value) is { } index && index < _strings.Count ? _strings[index]
                : throw new UnreadableException(PackageFault.Damaged, part),
            "n" => NumberFormat.Show(value!.Trim(), look.Format, _from1904),
            "b" => new SheetCell(value == "1" ? "TRUE" : "FALSE"),
            "str" => new SheetCell(Plain(value!)),
            _ => new SheetCell(value!),
        };
        return cell with { Formula = formula, Doubt = cell.Doubt ?? (look.IsStruck ? Doubts.Struck : null) };
    }

    private static bool IsNothing(string? size) =>
        size is not null && decimal.TryParse(size, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value == 0;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static Merge? Range(string? text)
    {
        if (text is null) return null;
        var colon = text.IndexOf(':');
        if (Address(colon < 0 ? text : text[..colon]) is not { } first || Address(text[(colon + 1)..]) is not { } last) return null;
        return first.Row <= last.Row && first.Column <= last.Column ? new Merge(first.Row, first.Column, last.Row, last.Column) : null;
    }

    /// <summary>The place that a name such as B12 says.</summary>
    public static (int Row, int Column)? Address(string name)
    {
        var column = 0;
        var i = 0;
        for (; i < name.Length && i < 3 && char.IsAsciiLetterUpper(name[i]); i++) column = (column * 26) + name[i] - 'A' + 1;
        return column > 0 && Number(name[i..]) is > 0 and <= Rows and var row ? (row - 1, column - 1) : null;
    }

    /// <summary>What of a cell's look changes how it is read.</summary>
    private sealed record CellLook(string? Format, bool IsStruck)
    {
        public static readonly CellLook Plain = new(null, false);
    }
}
