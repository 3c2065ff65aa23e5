namespace ReportCompiler.Packages;

/// <summary>The codes of a block's symbols: frequent ones are short. They are told by their lengths alone.</summary>
internal sealed class HuffmanCode
{
    /// <summary>The order in which deflate tells the lengths of the codes that tell lengths.</summary>
    private static ReadOnlySpan<byte> TellingOrder => [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    private readonly int[] _lengths;
    private readonly int[] _codes;

    private HuffmanCode(int[] lengths)
    {
        (_lengths, _codes) = (lengths, new int[lengths.Length]);
        var code = 0;
        for (var length = 1; length < 16; length++, code <<= 1)
            for (var symbol = 0; symbol < lengths.Length; symbol++)
                if (lengths[symbol] == length) _codes[symbol] = Reversed(code++, length);
    }

    /// <summary>Codes for symbols that occur so often.</summary>
    /// <param name="counts">By symbol; 0 for one that needs none.</param>
    /// <param name="longest">How long a code may be.</param>
    public static HuffmanCode Of(int[] counts, int longest)
    {
        var lengths = Lengths(counts);
        // Rare symbols are taken for less rare until no code is too long.
        while (lengths.Max() > longest)
        {
            counts = [.. counts.Select(c => c == 0 ? 0 : c / 2 + 1)];
            lengths = Lengths(counts);
        }
        return new HuffmanCode(lengths);
    }

    /// <summary>Tells a block's codes by their lengths, which have codes of their own.</summary>
    public static void Write(DeflateBits bits, HuffmanCode letters, HuffmanCode places)
    {
        var (letterCount, placeCount) = (Math.Max(257, letters.Used), Math.Max(1, places.Used));
        List<(int Symbol, int Extra, int Bits)> told = [.. Told([.. letters._lengths[..letterCount], .. places._lengths[..placeCount]])];
        var counts = new int[19];
        foreach (var (symbol, _, _) in told) counts[symbol]++;
        var telling = Of(counts, 7);
        var tellingCount = 19;
        while (tellingCount > 4 && telling._lengths[TellingOrder[tellingCount - 1]] == 0) tellingCount--;
        bits.Write(letterCount - 257, 5);
        bits.Write(placeCount - 1, 5);
        bits.Write(tellingCount - 4, 4);
        foreach (var symbol in TellingOrder[..tellingCount]) bits.Write(telling._lengths[symbol], 3);
        foreach (var (symbol, extra, width) in told)
        {
            telling.Write(bits, symbol);
            bits.Write(extra, width);
        }
    }

    /// <summary>Writes a symbol.</summary>
    public void Write(DeflateBits bits, int symbol) => bits.Write(_codes[symbol], _lengths[symbol]);

    private int Used => Array.FindLastIndex(_lengths, l => l > 0) + 1;

    /// <summary>Lengths in short: 16 says the last one again, 17 and 18 say that many have none.</summary>
    private static IEnumerable<(int Symbol, int Extra, int Bits)> Told(int[] lengths)
    {
        for (var at = 0; at < lengths.Length;)
        {
            var length = lengths[at];
            var run = 1;
            while (at + run < lengths.Length && lengths[at + run] == length) run++;
            at += run;
            if (length > 0)
            {
                yield return (length, 0, 0);
                run--;
            }
            for (int some; run >= 3; run -= some)
            {
                some = Math.Min(run, length > 0 ? 6 : run < 11 ? 10 : 138);
                yield return length > 0 ? (16, some - 3, 2) : some <= 10 ? (17, some - 3, 3) : (18, some - 11, 7);
            }
            for (; run > 0; run--) yield return (length, 0, 0);
        }
    }

    /// <summary>Huffman's lengths: the two rarest become one, again and again; of equals the symbol that comes first.</summary>
    private static int[] Lengths(int[] counts)
    {
        var lengths = new int[counts.Length];
        var leaves = Enumerable.Range(0, counts.Length).Where(s => counts[s] > 0).OrderBy(s => counts[s]).ToArray();
        if (leaves.Length == 1) lengths[leaves[0]] = 1;
        if (leaves.Length < 2) return lengths;
        // The leaves come sorted, and the knots are made in order: the rarest is the first of either.
        var weights = new long[2 * leaves.Length - 1];
        var parents = new int[weights.Length];
        for (var i = 0; i < leaves.Length; i++) weights[i] = counts[leaves[i]];
        var (leaf, knot) = (0, leaves.Length);
        for (var made = leaves.Length; made < weights.Length; made++)
        {
            for (var child = 0; child < 2; child++)
            {
                var rarest = leaf < leaves.Length && (knot == made || weights[leaf] <= weights[knot]) ? leaf++ : knot++;
                weights[made] += weights[rarest];
                parents[rarest] = made;
            }
        }
        var depths = new int[weights.Length];
        for (var i = weights.Length - 2; i >= 0; i--) depths[i] = depths[parents[i]] + 1;
        for (var i = 0; i < leaves.Length; i++) lengths[leaves[i]] = depths[i];
        return lengths;
    }

    private static int Reversed(int code, int length)
    {
        var reversed = 0;
        for (var i = 0; i < length; i++) reversed |= ((code >> i) & 1) << (length - 1 - i);
        return reversed;
    }
}
