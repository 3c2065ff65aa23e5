using System.Numerics;

namespace ReportCompiler.Forms;

/// <summary>Sets of cells as bits, 64 to a word.</summary>
internal static class CellBits
{
    /// <summary>An empty set with room for some cells.</summary>
    public static ulong[] For(int cells) => new ulong[(cells + 63) / 64];

    /// <summary>The set of some cells of a form, by their index.</summary>
    public static ulong[] Of(IEnumerable<Cell> cells)
    {
        ulong[] set = [];
        foreach (var cell in cells)
        {
            if (cell.Index >> 6 >= set.Length) Array.Resize(ref set, (cell.Index >> 6) + 1);
            Add(set, cell.Index);
        }
        return set;
    }

    /// <summary>Whether two sets have a cell in common; one may have fewer words.</summary>
    public static bool Meet(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        for (var i = 0; i < Math.Min(one.Length, other.Length); i++)
            if ((one[i] & other[i]) != 0) return true;
        return false;
    }

    /// <summary>Whether a cell is in a set.</summary>
    public static bool Has(ReadOnlySpan<ulong> set, int cell) => (set[cell >> 6] >> (cell & 63) & 1) != 0;

    /// <summary>Puts a cell in.</summary>
    public static void Add(Span<ulong> set, int cell) => set[cell >> 6] |= 1UL << (cell & 63);

    /// <summary>Takes a cell out.</summary>
    public static void Remove(Span<ulong> set, int cell) => set[cell >> 6] &= ~(1UL << (cell & 63));

    /// <summary>The cells of a set, ascending, as it is when each word of it is reached.</summary>
    public static Cells In(ReadOnlySpan<ulong> set) => new(set);

    /// <summary>The cells of a set, one by one.</summary>
    public ref struct Cells(ReadOnlySpan<ulong> set)
    {
        private readonly ReadOnlySpan<ulong> _set = set;
        private int _word = -1;
        private ulong _bits = 0;

        /// <summary>The cell.</summary>
        public readonly int Current => (_word << 6) + BitOperations.TrailingZeroCount(_bits);

        public readonly Cells GetEnumerator() => this;

        public bool MoveNext()
        {
            _bits &= _bits - 1;
            while (_bits == 0)
            {
                if (++_word >= _set.Length) return false;
                _bits = _set[_word];
            }
            return true;
        }
    }
}
