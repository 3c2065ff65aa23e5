using System.Numerics;

namespace ReportCompiler.Repairs;

/// <summary>Sets of a component's cells as bits, 64 to a word.</summary>
internal static class CellBits
{
    /// <summary>An empty set with room for some cells.</summary>
    public static ulong[] For(int cells) => new ulong[(cells + 63) / 64];

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
