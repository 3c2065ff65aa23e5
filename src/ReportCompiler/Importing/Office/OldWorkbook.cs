using System.Buffers.Binary;
using System.Text;
using ReportCompiler.Importing.Documents;
using ReportCompiler.Packages;

namespace ReportCompiler.Importing.Office;

/// <summary>
/// Reads the sheets of an XLS, as Excel 97 to 2003 wrote it and offices still do: a stream of records, of which a dozen kinds matter
/// here. A library would cost 1.6 MB of the program.
/// </summary>
internal sealed class OldWorkbook
{
    private readonly byte[] _bytes;
    private readonly List<SheetCell> _strings = [];
    private readonly List<Font> _fonts = [];
    private readonly List<(int Font, int Format)> _looks = [];
    private readonly Dictionary<int, string> _formats = [];
    private bool _from1904;
    private int _cells;

    private OldWorkbook(byte[] bytes) => _bytes = bytes;

    /// <summary>The sheets of a workbook, in their order.</summary>
    /// <param name="workbook">The stream of its records.</param>
    public static List<Sheet> Read(byte[] workbook)
    {
        try
        {
            return new OldWorkbook(workbook).Read();
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            // A record that is shorter than what it holds.
            throw Damaged();
        }
    }

    private List<Sheet> Read()
    {
        var sheets = new List<(int At, Sheet Sheet)>();
        var at = 0;
        if (Next(ref at) is not { Type: Kind.Begin } begin || begin.Short(0) != 0x600)
            throw new UnreadableException(PackageFault.Foreign, "biff");
        while (Next(ref at) is { Type: not Kind.End } record)
            switch (record.Type)
            {
                case Kind.Password:
                    throw new UnreadableException(PackageFault.Encrypted);
                case Kind.From1904:
                    _from1904 = record.Short(0) == 1;
                    break;
                case Kind.Font:
                    _fonts.Add(new Font((record.Short(2) & 8) != 0, record.Short(8) is 1 or 2));
                    break;
                case Kind.Format:
                    _formats[record.Short(0)] = new Characters(record.Pieces, 2, 2).Read();
                    break;
                case Kind.Look:
                    _looks.Add((record.Short(0), record.Short(2)));
                    break;
                case Kind.Strings:
                    Strings(record);
                    break;
                case Kind.Sheet when record.Data[5] == 0:
                    var visibility = (record.Data[4] & 3) switch
                    {
                        0 => SheetVisibility.Shown,
                        1 => SheetVisibility.Hidden,
                        _ => SheetVisibility.VeryHidden,
                    };
                    sheets.Add((record.Int(0), new Sheet(new Characters(record.Pieces, 6, 1).Read(), visibility)));
                    break;
            }
        foreach (var (start, sheet) in sheets) Sheet(start, sheet);
        return [.. sheets.Select(s => s.Sheet)];
    }

    private void Strings(Record record)
    {
        var characters = new Characters(record.Pieces, 8, 2);
        for (var count = record.Int(4); count > 0; count--) _strings.Add(characters.ReadMarked(_fonts));
    }

    private void Sheet(int at, Sheet sheet)
    {
        if (Next(ref at) is not { Type: Kind.Begin }) throw Damaged();
        (int Row, int Column, int Look)? formula = null;
        while (true)
        {
            // A chart in a sheet has a beginning and an end of its own, which says nothing of the sheet.
            var record = Next(ref at) ?? throw Damaged();
            if (record.Type == Kind.End) return;
            if (record.Type == Kind.Begin) Pass(ref at);
            switch (record.Type)
            {
                case Kind.DefaultRow:
                    sheet.HidesOtherRows = (record.Short(0) & 2) != 0;
                    break;
                case Kind.Row:
                    sheet.Row(record.Short(0), (record.Short(12) & 0x20) != 0);
                    break;
                case Kind.Columns when (record.Short(8) & 1) != 0 || record.Short(4) == 0:
                    sheet.Hide(record.Short(0), record.Short(2));
                    break;
                case Kind.Merges:
                    for (var i = 0; i < record.Short(0); i++)
                    {
                        var place = 2 + (i * 8);
                        var (row, column) = (record.Short(place), record.Short(place + 4));
                        sheet.Merges.Add(new Merge(row, column, record.Short(place + 2), record.Short(place + 6)));
                    }
                    break;
                case Kind.SharedText:
                    var index = record.Int(6);
                    Put(sheet, record, index >= 0 && index < _strings.Count ? _strings[index] : throw Damaged());
                    break;
                case Kind.Text or Kind.RichText:
                    Put(sheet, record, new Characters(record.Pieces, 6, 2).ReadMarked(_fonts, record.Type == Kind.RichText));
                    break;
                case Kind.Number:
                    Put(sheet, record, Show(Number(record.Data[6..14]), record.Short(4)));
                    break;
                case Kind.Short:
                    Put(sheet, record, Show(Short(record.Int(6)), record.Short(4)));
                    break;
                case Kind.Shorts:
                    for (var (i, column) = (4, (int)record.Short(2)); i + 6 <= record.Data.Length - 2; i += 6, column++)
                        Put(sheet, record.Short(0), column, record.Short(i), Show(Short(record.Int(i + 2)), record.Short(i)));
                    break;
                case Kind.Blank or Kind.Blanks when !sheet.ShowsRow(record.Short(0)):
                    var last = record.Type == Kind.Blank ? record.Short(2) : record.Short(record.Data.Length - 2);
                    for (int column = record.Short(2); column <= last; column++) sheet.HiddenBlanks.Add((record.Short(0), column));
                    break;
                case Kind.Truth:
                    Put(sheet, record, Truth(record.Data[7] != 0, record.Data[6]));
                    break;
                case Kind.Formula:
                    formula = Formula(sheet, record);
                    break;
                case Kind.Result when formula is { } cell:
                    Put(sheet, cell.Row, cell.Column, cell.Look, OfFormula(new SheetCell(new Characters(record.Pieces, 0, 2).Read())));
                    formula = null;
                    break;
            }
        }
    }

    private void Pass(ref int at)
    {
        while (Next(ref at) is { } record && record.Type != Kind.End)
            if (record.Type == Kind.Begin) throw Damaged();
    }

    /// <summary>
    /// Takes a formula's last result; its cell if that is a text, which the next record holds. Programs that do not work formulas out
    /// write that the result is blank, or a zero and that it is to be worked out.
    /// </summary>
    private (int Row, int Column, int Look)? Formula(Sheet sheet, Record record)
    {
        var (row, column, look) = (record.Short(0), record.Short(2), record.Short(4));
        if (record.Short(12) == 0xFFFF ? record.Data[6] == 3 : (record.Short(14) & 2) != 0 && Number(record.Data[6..14]) == 0)
            Put(sheet, row, column, look, OfFormula(new SheetCell("=") { Doubt = Doubts.NoResult }));
        else if (record.Short(12) != 0xFFFF)
            Put(sheet, row, column, look, OfFormula(Show(Number(record.Data[6..14]), look)));
        else if (record.Data[6] == 0) return (row, column, look);
        else
            Put(sheet, row, column, look, OfFormula(Truth(record.Data[6] == 2, record.Data[8])));
        return null;
    }

    private static SheetCell Truth(bool isError, byte value) => new((isError, value) switch
    {
        (false, 0) => "FALSE",
        (false, _) => "TRUE",
        (_, 0) => "#NULL!",
        (_, 7) => "#DIV/0!",
        (_, 15) => "#VALUE!",
        (_, 23) => "#REF!",
        (_, 29) => "#NAME?",
        (_, 36) => "#NUM!",
        _ => "#N/A",
    });

    /// <summary>What formulas are is written in a language of their own, which nobody needs here.</summary>
    private static SheetCell OfFormula(SheetCell cell) => cell with { Formula = "" };

    private void Put(Sheet sheet, Record record, SheetCell cell) =>
        Put(sheet, record.Short(0), record.Short(2), record.Short(4), cell);

    private void Put(Sheet sheet, int row, int column, int look, SheetCell cell)
    {
        if (++_cells > WorkbookReader.MostCells) throw new UnreadableException(PackageFault.TooLarge);
        var font = look < _looks.Count ? FontOf(_fonts, _looks[look].Font) : null;
        if (font?.IsStruck == true) cell = cell with { Doubt = Doubts.Struck };
        if (!sheet.Cells.TryAdd((row, column), cell)) throw Damaged();
    }

    private SheetCell Show(decimal? number, int look)
    {
        if (number is not { } value) return new SheetCell("#");
        var format = look < _looks.Count ? _looks[look].Format : 0;
        return NumberFormat.Show(value, _formats.GetValueOrDefault(format) ?? NumberFormat.BuiltIn(format), _from1904);
    }

    /// <summary>A binary number as the fifteen digits that Excel shows of it; null for one that no report has.</summary>
    private static decimal? Number(ReadOnlySpan<byte> bytes) => Number(BinaryPrimitives.ReadInt64LittleEndian(bytes));

    private static decimal? Number(long bits)
    {
        var number = BitConverter.Int64BitsToDouble(bits);
        return Math.Abs(number) < 1e18 ? (decimal)number : null;
    }

    /// <summary>A number in four bytes: an integer or the front half of a binary one, and perhaps a hundred times as large.</summary>
    private static decimal? Short(int packed)
    {
        var number = (packed & 2) != 0 ? packed >> 2 : Number((long)(packed & ~3) << 32);
        return (packed & 1) != 0 ? number / 100 : number;
    }

    /// <summary>A font by its number: nobody has the fourth.</summary>
    private static Font? FontOf(List<Font> fonts, int number)
    {
        if (number > 4) number--;
        return number < fonts.Count ? fonts[number] : null;
    }

    private Record? Next(ref int at)
    {
        if (at + 4 > _bytes.Length) return null;
        var type = (Kind)BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at));
        var pieces = new List<ReadOnlyMemory<byte>> { Piece(ref at) };
        // Only of texts the rest is wanted.
        while (type is Kind.Strings or Kind.Result or Kind.Text or Kind.RichText && at + 4 <= _bytes.Length
               && (Kind)BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at)) == Kind.More)
            pieces.Add(Piece(ref at));
        return new Record(type, pieces);
    }

    private ReadOnlyMemory<byte> Piece(ref int at)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at + 2));
        if (at + 4 + length > _bytes.Length) throw Damaged();
        var piece = _bytes.AsMemory(at + 4, length);
        at += 4 + length;
        return piece;
    }

    private static UnreadableException Damaged() => new(PackageFault.Damaged);

    private enum Kind
    {
        Formula = 0x06,
        End = 0x0A,
        From1904 = 0x22,
        Password = 0x2F,
        Font = 0x31,
        More = 0x3C,
        Columns = 0x7D,
        Sheet = 0x85,
        Shorts = 0xBD,
        Blanks = 0xBE,
        RichText = 0xD6,
        Look = 0xE0,
        Merges = 0xE5,
        Strings = 0xFC,
        SharedText = 0xFD,
        Blank = 0x201,
        Number = 0x203,
        Text = 0x204,
        Truth = 0x205,
        Result = 0x207,
        Row = 0x208,
        DefaultRow = 0x225,
        Short = 0x27E,
        Format = 0x41E,
        Begin = 0x809,
    }

    private sealed record Record(Kind Type, List<ReadOnlyMemory<byte>> Pieces)
    {
        public ReadOnlySpan<byte> Data => Pieces[0].Span;
        public ushort Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(Data[at..]);
        public int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(Data[at..]);
    }

    private sealed record Font(bool IsStruck, bool IsRaised);

    /// <summary>Texts in records of limited length: a piece that begins in mid-text says anew how wide its characters are.</summary>
    /// <param name="pieces">The record and those that continue it.</param>
    /// <param name="at">Where in the first of them the text begins.</param>
    /// <param name="width">Of how many bytes its length is.</param>
    private sealed class Characters(List<ReadOnlyMemory<byte>> pieces, int at, int width)
    {
        private int _piece;
        private int _at = at;

        /// <summary>The next text.</summary>
        public string Read() => ReadMarked([]).Text;

        /// <summary>The next text, which may be of several fonts.</summary>
        /// <param name="fonts">The fonts of the workbook.</param>
        /// <param name="hasRunsBehind">Whether how many parts have fonts of their own is said behind it, and not before.</param>
        public SheetCell ReadMarked(List<Font> fonts, bool hasRunsBehind = false)
        {
            var left = width == 1 ? Byte() : Short();
            var flags = Byte();
            var (runs, more) = ((flags & 8) != 0 ? Short() : 0, (flags & 4) != 0 ? Short() | (Short() << 16) : 0);
            var text = new StringBuilder();
            while (left > 0)
            {
                if (_at == pieces[_piece].Length) flags = Turn();
                var wide = (flags & 1) != 0;
                var piece = pieces[_piece].Span[_at..];
                var count = Math.Min(left, wide ? piece.Length / 2 : piece.Length);
                if (count == 0) throw Damaged();
                text.Append(wide ? Encoding.Unicode.GetString(piece[..(count * 2)]) : Encoding.Latin1.GetString(piece[..count]));
                _at += wide ? count * 2 : count;
                left -= count;
            }
            if (hasRunsBehind && (flags & 8) == 0) runs = Short();
            var starts = new List<(int At, int Font)>();
            for (var i = 0; i < runs; i++) starts.Add((Short(), Short()));
            for (var i = 0; i < more; i++) Byte();
            return Mark(text.ToString(), starts, fonts);
        }

        private static SheetCell Mark(string text, List<(int At, int Font)> starts, List<Font> fonts)
        {
            if (!starts.Exists(s => FontOf(fonts, s.Font) is { IsRaised: true } or { IsStruck: true })) return new SheetCell(text);
            var marked = new StringBuilder(text[..Math.Min(starts[0].At, text.Length)]);
            var isStruck = false;
            for (var i = 0; i < starts.Count; i++)
            {
                var end = Math.Min(i + 1 < starts.Count ? starts[i + 1].At : text.Length, text.Length);
                var run = starts[i].At < end ? text[starts[i].At..end] : "";
                var font = FontOf(fonts, starts[i].Font);
                isStruck |= font?.IsStruck == true && run.Length > 0;
                marked.Append(font?.IsRaised == true ? Marks.Raise(run) : run);
            }
            return new SheetCell(marked.ToString()) { Doubt = isStruck ? Doubts.Struck : null };
        }

        private int Short() => Byte() | (Byte() << 8);

        private int Byte()
        {
            while (_at == pieces[_piece].Length)
            {
                if (++_piece == pieces.Count) throw Damaged();
                _at = 0;
            }
            return pieces[_piece].Span[_at++];
        }

        private int Turn()
        {
            if (++_piece == pieces.Count) throw Damaged();
            _at = 1;
            return pieces[_piece].Length > 0 ? pieces[_piece].Span[0] : throw Damaged();
        }
    }
}
