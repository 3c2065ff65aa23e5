using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using ReportCompiler.Tests.Importing.Office;

namespace ReportCompiler.Tests.Importing.Published;

/// <summary>Writes a report as one sheet of an XLS: the few records that a table needs, in a compound file.</summary>
internal sealed class OldSheetWriting
{
    private readonly List<byte> _records = [];
    private int _row;

    /// <summary>The file.</summary>
    public static byte[] Xls(PublishedReport report, Look look)
    {
        var sheet = new OldSheetWriting { _row = look.Top };
        sheet.Add(0x809, Shorts(0x600, 5, 0, 0), new byte[8]);
        var name = Encoding.Unicode.GetBytes("年报");
        var start = sheet._records.Count + 4 + 8 + name.Length + 4;
        sheet.Add(0x85, BitConverter.GetBytes(start), [0, 0, (byte)(name.Length / 2), 1], name);
        sheet.Add(0x0A);
        sheet.Add(0x809, Shorts(0x600, 0x10, 0, 0), new byte[8]);
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
        for (var row = 0; row < places.Rows; row++)
            for (var column = 0; column < places.Columns; column++)
            {
                if (!places.Begins(row, column)) continue;
                var cell = places[row, column]!;
                if (cell.Text.Length > 0) Put(_row + row, column, cell.Text, cell.IsFigure);
                var last = Math.Min(places.Rows, row + cell.Rows) - 1;
                if (cell.Rows * cell.Columns > 1)
                    joined.Add(Shorts(_row + row, _row + last, column, column + cell.Columns - 1));
            }
        if (joined.Count > 0) Add(0xE5, [Shorts(joined.Count), .. joined]);
        _row += places.Rows;
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

    private static byte[] Shorts(params int[] values)
    {
        var bytes = new byte[values.Length * 2];
        for (var i = 0; i < values.Length; i++) BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(i * 2), (ushort)values[i]);
        return bytes;
    }
}
