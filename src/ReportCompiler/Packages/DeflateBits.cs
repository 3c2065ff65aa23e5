namespace ReportCompiler.Packages;

/// <summary>Bits as deflate writes them: the lowest first.</summary>
internal sealed class DeflateBits
{
    private const int ShortestPiece = 1 << 9;
    private const int LongestPiece = 1 << 16;

    private readonly List<ReadOnlyMemory<byte>> _pieces = [];
    private byte[] _piece = new byte[ShortestPiece];
    private int _length;
    private ulong _pending;
    private int _count;

    /// <summary>Writes the lowest bits of a number.</summary>
    public void Write(int value, int bits)
    {
        _pending |= (ulong)(uint)value << _count;
        _count += bits;
        for (; _count >= 8; _count -= 8)
        {
            if (_length == _piece.Length) NextPiece();
            _piece[_length++] = (byte)_pending;
            _pending >>= 8;
        }
    }

    /// <summary>All that was written, the last byte filled up.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Finish()
    {
        Write(0, 7);
        // Of thousands of small files no more is kept than they are.
        _pieces.Add(_piece.AsSpan(0, _length).ToArray());
        return _pieces;
    }

    private void NextPiece()
    {
        _pieces.Add(_piece);
        (_piece, _length) = (new byte[Math.Min(LongestPiece, _piece.Length * 2)], 0);
    }
}
