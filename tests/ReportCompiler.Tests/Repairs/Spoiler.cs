using System.Globalization;
using ReportCompiler.Forms;

namespace ReportCompiler.Tests.Repairs;

/// <summary>Makes the mistakes of a tired hand on a sheet, and remembers what stood there.</summary>
internal sealed class Spoiler(Sheet sheet, Random random, string table)
{
    private readonly List<Row> _rows = [.. sheet.Edition.FindTable(table)!.Leaves];

    /// <summary>The slips within a number.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["swapped", "wrong", "missing", "doubled", "added", "zeroed"];

    /// <summary>The spoiled cells and what they were.</summary>
    public Dictionary<Cell, long> Truth { get; } = [];

    /// <summary>One slip within a number: a digit swapped, wrong, missing, doubled or added, or the whole number gone.</summary>
    public bool Number(string kind)
    {
        var cells = _rows.SelectMany(r => r.Cells).Where(c => !Truth.ContainsKey(c) && Slips(kind, sheet[c]).Any()).ToList();
        if (cells.Count == 0) return false;
        var cell = cells[random.Next(cells.Count)];
        var slips = Slips(kind, sheet[cell]).ToList();
        Put(cell, slips[random.Next(slips.Count)]);
        return true;
    }

    private static IEnumerable<long> Slips(string kind, long value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        var places = Enumerable.Range(0, text.Length);
        var digits = Enumerable.Range(0, 10);
        var typed = kind switch
        {
            "swapped" => places.Skip(1).Select(i => text[..(i - 1)] + text[i] + text[i - 1] + text[(i + 1)..]),
            "wrong" => places.SelectMany(i => digits.Select(d => $"{text[..i]}{d}{text[(i + 1)..]}")),
            "missing" => places.Where(_ => text.Length > 1).Select(i => text.Remove(i, 1)),
            "doubled" => places.Where(_ => value > 0).Select(i => text.Insert(i, text[i..(i + 1)])),
            "added" =>
            Enumerable.Range(0, text.Length + 1).Where(_ => value > 0).SelectMany(i => digits.Select(d => text.Insert(i, $"{d}"))),
            _ => value > 0 ? ["0"] : [],
        };
        return typed.Where(t => t != text && (t == "0" || t[0] != '0')).Select(t => long.Parse(t, CultureInfo.InvariantCulture));
    }

    /// <summary>A figure and the one in the next column (or row) change places; one of them may be 0, then a figure moved.</summary>
    public bool Neighbours(bool nextRow, Func<Cell, bool> mayMove)
    {
        var pairs = (nextRow
            ? _rows.Zip(_rows.Skip(1)).SelectMany(p => p.First.Cells.Zip(p.Second.Cells))
            : _rows.SelectMany(r => r.Cells.Zip(r.Cells.Skip(1)))).Where(p =>
                sheet[p.First] != sheet[p.Second] && mayMove(p.First) && mayMove(p.Second)).ToList();
        if (pairs.Count == 0) return false;
        var (a, b) = pairs[random.Next(pairs.Count)];
        var (x, y) = (sheet[a], sheet[b]);
        Put(a, y);
        Put(b, x);
        return true;
    }

    private void Put(Cell cell, long value)
    {
        Truth[cell] = sheet[cell];
        sheet[cell] = value;
    }
}
