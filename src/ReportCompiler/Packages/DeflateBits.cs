namespace ReportCompiler.Packages;

/// <summary>Bits as deflate writes them: the lowest first.</summary>
internal sealed class DeflateBits
{
    private readonly List<byte> _bytes = [];
    private ulong _pending;
    private int _count;

    /// <summary>Writes the lowest bits of a number.</summary>
    public void Write(int value, int bits)
    {
        _pending |= (ulong)(uint)value << _count;
        _count += bits;
        for (; _count >= 8; _count -= 8)
        {
            _bytes.Add((byte)_pending);
            _pending >>= 8;
        }
    }

    /// <summary>All that was written, the last byte filled up.</summary>
    public byte[] ToArray()
    {
        Write(0, 7);
        return _bytes.ToArray();
    }
}
