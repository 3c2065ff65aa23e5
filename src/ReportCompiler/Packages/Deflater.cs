using System.Buffers.Binary;
using System.Numerics;

namespace ReportCompiler.Packages;

/// <summary>
/// Deflates (RFC 1951). The library's own deflates by what the processor can and the version of the runtime: a report would be other
/// bytes on another machine.
/// </summary>
internal sealed class Deflater
{
    private const int Window = 1 << 15;
    private const int FewestHashBits = 8;
    private const int MostHashBits = 15;
    private const int ShortestMatch = 4;
    private const int LongestMatch = 258;

    /// <summary>How many earlier places are tried; XML repeats itself so much that more gain a hundredth and cost double.</summary>
    private const int MostTried = 16;

    /// <summary>A match of so many bytes is taken without a look whether the next byte begins a longer one.</summary>
    private const int GoodMatch = 32;

    /// <summary>How many literals and matches share their codes.</summary>
    private const int BlockSize = 1 << 14;

    /// <summary>How far before the end nothing is packed yet: a match, and one a place further, could become longer.</summary>
    private const int FarthestLook = LongestMatch + ShortestMatch + 1;

    private const int EndOfBlock = 256;
    private const int MatchFlag = 1 << 30;

    private readonly DeflateBits _bits = new();
    private readonly int _hashBits;
    private readonly int[] _heads;
    private readonly int[] _before;
    private readonly int[] _block;
    private int _count;
    private int _at;
    private Match? _next;

    /// <summary>For what comes in pieces and is long.</summary>
    public Deflater() : this(int.MaxValue - 1)
    {
    }

    /// <summary>What is kept is as large as what is packed: of a dozen parts most have less than a thousand bytes.</summary>
    private Deflater(int length)
    {
        _hashBits = Math.Clamp(BitOperations.Log2((uint)length + 1), FewestHashBits, MostHashBits);
        _heads = new int[1 << _hashBits];
        Array.Fill(_heads, -1);
        _before = new int[Math.Min(Window, (long)BitOperations.RoundUpToPowerOf2((uint)length + 1))];
        _block = new int[Math.Min(BlockSize, length)];
    }

    /// <summary>The bytes deflated, piece by piece.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Deflate(ReadOnlySpan<byte> bytes)
    {
        var deflater = new Deflater(bytes.Length);
        deflater.Pack(bytes, isLast: true);
        return deflater.Finish();
    }

    /// <summary>
    /// Packs what is new: all there is at last, before that no more than is sure to be packed so whatever follows.
    /// </summary>
    /// <param name="bytes">What there is: as the last time, less what was let go, and more behind it.</param>
    /// <param name="isLast">Whether nothing follows.</param>
    public void Pack(ReadOnlySpan<byte> bytes, bool isLast)
    {
        var end = isLast ? bytes.Length : bytes.Length - FarthestLook;
        while (_at < end)
        {
            var match = _next ?? Find(bytes, _at);
            _next = null;
            if (match.Length == 0)
            {
                Take(bytes[_at++]);
                continue;
            }
            if (match.Length < GoodMatch && _at + 1 < bytes.Length)
            {
                _next = Find(bytes, _at + 1);
                if (_next.Value.Length > match.Length)
                {
                    Take(bytes[_at++]);
                    continue;
                }
            }
            Take(MatchFlag | (match.Length << 15) | (match.Distance - 1));
            // The place after this one is remembered already if it was looked at.
            for (var i = _at + (_next is null ? 1 : 2); i < _at + match.Length; i++) Remember(bytes, i);
            _at += match.Length;
            _next = null;
        }
    }

    /// <summary>Lets go what no match can reach any more; how many bytes that is.</summary>
    public int LetGo()
    {
        // Whole windows: each place keeps its place among those remembered.
        var gone = Math.Max(0, _at - Window) / Window * Window;
        _at -= gone;
        foreach (ref var place in _heads.AsSpan()) place = Math.Max(-1, place - gone);
        foreach (ref var place in _before.AsSpan()) place = Math.Max(-1, place - gone);
        return gone;
    }

    /// <summary>All that was packed.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Finish()
    {
        WriteBlock(isLast: true);
        return _bits.Finish();
    }

    /// <summary>The longest of the nearest matches of a place, which is remembered.</summary>
    private Match Find(ReadOnlySpan<byte> bytes, int at)
    {
        var candidate = Remember(bytes, at);
        var best = default(Match);
        var rest = bytes.Slice(at, Math.Min(LongestMatch, bytes.Length - at));
        for (var tries = 0; tries < MostTried && candidate >= 0 && at - candidate <= Window; tries++)
        {
            if (best.Length < rest.Length && bytes[candidate + best.Length] == rest[best.Length])
            {
                var length = rest.CommonPrefixLength(bytes[candidate..]);
                if (length >= ShortestMatch && length > best.Length) best = new Match(length, at - candidate);
                if (length == rest.Length) break;
            }
            var earlier = _before[candidate & (_before.Length - 1)];
            if (earlier >= candidate) break;
            candidate = earlier;
        }
        return best;
    }

    /// <summary>Remembers a place by its next bytes; gives the last one that may begin alike, or -1.</summary>
    private int Remember(ReadOnlySpan<byte> bytes, int at)
    {
        if (at + ShortestMatch > bytes.Length) return -1;
        var hash = (BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) * 2654435761) >> (32 - _hashBits);
        var last = _heads[hash];
        _before[at & (_before.Length - 1)] = last;
        _heads[hash] = at;
        return last;
    }

    private void Take(int token)
    {
        if (_count == _block.Length) WriteBlock(isLast: false);
        _block[_count++] = token;
    }

    private void WriteBlock(bool isLast)
    {
        var (literals, distances) = (new int[286], new int[30]);
        literals[EndOfBlock] = 1;
        foreach (var token in _block.AsSpan(0, _count))
        {
            if (token < MatchFlag)
            {
                literals[token]++;
                continue;
            }
            literals[LengthCode(Length(token)).Symbol]++;
            distances[DistanceCode(token).Symbol]++;
        }
        var (letters, places) = (HuffmanCode.Of(literals, 15), HuffmanCode.Of(distances, 15));
        _bits.Write(isLast ? 1 : 0, 1);
        _bits.Write(2, 2); // codes of its own
        HuffmanCode.Write(_bits, letters, places);
        foreach (var token in _block.AsSpan(0, _count))
        {
            if (token < MatchFlag)
            {
                letters.Write(_bits, token);
                continue;
            }
            var length = LengthCode(Length(token));
            letters.Write(_bits, length.Symbol);
            _bits.Write(length.Extra, length.Bits);
            var distance = DistanceCode(token);
            places.Write(_bits, distance.Symbol);
            _bits.Write(distance.Extra, distance.Bits);
        }
        letters.Write(_bits, EndOfBlock);
        _count = 0;
    }

    private static int Length(int token) => (token & ~MatchFlag) >> 15;

    private static Code LengthCode(int length)
    {
        var more = length - 3;
        if (length == LongestMatch) return new(285, 0, 0);
        if (more < 8) return new(257 + more, 0, 0);
        var bits = BitOperations.Log2((uint)more) - 2;
        return new(257 + 4 * (bits + 1) + ((more >> bits) & 3), more & ((1 << bits) - 1), bits);
    }

    private static Code DistanceCode(int token)
    {
        var more = token & (Window - 1);
        if (more < 4) return new(more, 0, 0);
        var bits = BitOperations.Log2((uint)more) - 1;
        return new(2 * (bits + 1) + ((more >> bits) & 1), more & ((1 << bits) - 1), bits);
    }

    private readonly record struct Match(int Length, int Distance);

    /// <summary>A symbol and the bits that follow it.</summary>
    private readonly record struct Code(int Symbol, int Extra, int Bits);
}
