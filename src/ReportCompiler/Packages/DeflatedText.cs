using System.Text;

namespace ReportCompiler.Packages;

/// <summary>
/// Deflates a text that comes in pieces, with no more of it in memory than a match can reach back over. A short one is kept whole:
/// what is reserved for it can then be as small as it is. The pieces may be cut anywhere between two characters: the bytes are the same.
/// </summary>
internal sealed class DeflatedText
{
    private const int Most = 1 << 18;

    private byte[] _bytes = new byte[1 << 12];
    private int _count;
    private Deflater? _deflater;

    /// <summary>How many bytes there were.</summary>
    public long Size { get; private set; }

    /// <summary>Their checksum.</summary>
    public uint Checksum { get; private set; }

    /// <summary>Whether all of it is here still, and nothing deflated.</summary>
    public bool HasAll => _deflater is null;

    /// <summary>All of it.</summary>
    public ReadOnlyMemory<byte> All => _bytes.AsMemory(0, _count);

    /// <summary>Adds a piece.</summary>
    public void Add(string piece)
    {
        for (var rest = piece.AsSpan(); rest.Length > 0;)
        {
            // A character is three bytes at most, or four of two.
            var length = Math.Min(rest.Length, Most / 8);
            if (length < rest.Length && char.IsHighSurrogate(rest[length - 1])) length--;
            MakeRoom(length * 3);
            var added = Encoding.UTF8.GetBytes(rest[..length], _bytes.AsSpan(_count));
            Checksum = Packages.Checksum.Of(_bytes.AsSpan(_count, added), Checksum);
            (_count, Size) = (_count + added, Size + added);
            rest = rest[length..];
        }
    }

    /// <summary>The deflated bytes.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Finish()
    {
        _deflater ??= new Deflater();
        _deflater.Pack(_bytes.AsSpan(0, _count), isLast: true);
        return _deflater.Finish();
    }

    private void MakeRoom(int wanted)
    {
        if (_count + wanted <= _bytes.Length) return;
        if (_count + wanted > Most)
        {
            _deflater ??= new Deflater();
            _deflater.Pack(_bytes.AsSpan(0, _count), isLast: false);
            var gone = _deflater.LetGo();
            _bytes.AsSpan(gone, _count - gone).CopyTo(_bytes);
            _count -= gone;
        }
        if (_count + wanted > _bytes.Length) Array.Resize(ref _bytes, Math.Min(Most, Math.Max(_count + wanted, _bytes.Length * 2)));
    }
}
