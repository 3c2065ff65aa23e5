using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using ReportCompiler.Tests.Importing.Office;

namespace ReportCompiler.Tests.Importing.Published;

/// <summary>Writes a report as one sheet of an XLS: the few records that a table needs, in a compound file.</summary>
internal sealed class OldSheetWriting(Look look)
{
    private readonly List<byte> _records = [];
    private int _row;

    /// <summary>The file.</summary>
    public static byte[] Xls(PublishedReport report, Look look)
    {
        var sheet = new OldSheetWriting(look) { _row = look.Top };
        sheet.Add(0x809, Shorts(0x600, 5, 0, 0), new byte[8]);
        var name = Encoding.Unicode.GetBytes("年报");
        foreach (var (type, data) in look.OldStyles) sheet.Add(type, data);
        var start = sheet._records.Count + 4 + 8 + name.Length + 4;
        sheet.Add(0x85, BitConverter.GetBytes(start), [0, 0, (byte)(name.Length / 2), 1], name);
        sheet.Add(0x0A);
        sheet.Add(0x809, Shorts(0x600, 0x10, 0, 0), new byte[8]);
        if (look.IsNoisy) sheet.Add(0x7D, Shorts(2, 2, 2048, 0, 1, 0));
        foreach (var part in report.Parts)
        {
            if (part.Table is { } table) sheet.Table(table);
            else sheet.Put(sheet._row++, 0, part.Line, isFigure: false);
        }
        sheet.Add(0x0A);
        return CompoundMaker.File("Workbook", sheet._records.ToArray());
    }

    private void Table(PublishedTable table)
    {
        var places = table.Places();
        var joined = new List<byte[]>();
        var top = _row;
        for (var row = 0; row < places.Rows; row++)
        {
            if (look.IsNoisy) Put(top + row, 2, "9", isFigure: true);
            for (var column = 0; column < places.Columns; column++)
            {
                if (!places.Begins(row, column)) continue;
                var cell = places[row, column]!;
                if (look.Old(cell) is { } records) Put(top + row, At(column), records);
                else if (cell.Text.Length > 0) Put(top + row, At(column), cell.Text, cell.IsFigure);
                var last = Math.Min(places.Rows, row + cell.Rows) - 1;
                if (cell.Rows * cell.Columns > 1)
                    joined.Add(Shorts(top + row, top + last, At(column), At(column + cell.Columns - 1)));
            }
        }
        if (joined.Count > 0) Add(0xE5, [Shorts(joined.Count), .. joined]);
        _row += places.Rows;
        if (!look.IsNoisy) return;
        // A hidden row of other figures.
        Add(0x208, Shorts(_row, 0, 256, 255, 0, 0), [0x20, 0, 0, 0]);
        for (var column = 0; column < places.Columns; column++) Put(_row, At(column), "8", isFigure: true);
        _row++;
    }

    /// <summary>The column; the hidden one is left out.</summary>
    private int At(int column) => column + (look.IsNoisy && column > 1 ? 1 : 0);

    private void Put(int row, int column, (int Type, byte[] Data)[] records)
    {
        // Only the first of them is that of a cell.
        Add(records[0].Type, Shorts(row, column), records[0].Data);
        foreach (var (type, data) in records.Skip(1)) Add(type, data);
    }

    private void Put(int row, int column, string text, bool isFigure)
    {
        if (isFigure && !text.StartsWith('0') && double.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            Add(0x203, Shorts(row, column, 0), BitConverter.GetBytes(number));
        else Add(0x204, Shorts(row, column, 0, text.Length), [1], Encoding.Unicode.GetBytes(text));
    }

    private void Add(int type, params byte[][] data)
    {
        _records.AddRange(Shorts(type, data.Sum(d => d.Length)));
        foreach (var piece in data) _records.AddRange(piece);
    }

    public static byte[] Shorts(params int[] values)
    {
        var bytes = new byte[values.Length * 2];
        for (var i = 0; i < values.Length; i++) BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(i * 2), (ushort)values[i]);
        return bytes;
    }
}
