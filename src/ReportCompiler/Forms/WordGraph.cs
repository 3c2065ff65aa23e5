using System.Buffers.Binary;

namespace ReportCompiler.Forms;

/// <summary>
/// Words with a number each, that are found where they stand in a text: a graph whose ways spell them, like endings once (a minimal
/// acyclic automaton). It is bytes alone, so that the build can write it and nothing is made of it at run time.
/// </summary>
internal sealed class WordGraph
{
    private readonly CompiledBytes _bytes;

    /// <summary>A graph that was written before.</summary>
    /// <param name="bytes">Gives its <see cref="Bytes"/>.</param>
    public WordGraph(CompiledBytes bytes) => _bytes = bytes;

    /// <summary>The graph of words.</summary>
    /// <param name="words">The words with their numbers from 0; of the same words the first counts, an empty one is none.</param>
    public static WordGraph Of(IEnumerable<(string Word, int Number)> words)
    {
        var bytes = new Writer().Write(words);
        return new WordGraph(() => bytes);
    }

    /// <summary>
    /// Integers of four bytes, the lowest first: the place of the first state, and the states. A state is the number of its word and 1,
    /// or 0, how many ways lead on, and of each in order its character and the place of its state.
    /// </summary>
    public ReadOnlySpan<byte> Bytes => _bytes();

    /// <summary>Begins at the first state.</summary>
    public Walk Begin() => new(_bytes());

    /// <summary>The longest word that a text begins with: its length and number; 0 and −1 if it begins with none.</summary>
    public (int Length, int Number) Longest(ReadOnlySpan<char> text)
    {
        var walk = Begin();
        var longest = (Length: 0, Number: -1);
        for (var i = 0; i < text.Length && walk.Step(text[i]); i++)
            if (walk.Number >= 0) longest = (i + 1, walk.Number);
        return longest;
    }

    /// <summary>A way through a graph, a character at a time.</summary>
    internal ref struct Walk
    {
        private readonly ReadOnlySpan<byte> _graph;
        private int _state;

        internal Walk(ReadOnlySpan<byte> graph)
        {
            _graph = graph;
            _state = At(0);
        }

        /// <summary>The number of the word that was walked; −1 if it is none.</summary>
        public readonly int Number => At(_state) - 1;

        /// <summary>Goes on by a character; false, and nowhere, if no word does.</summary>
        public bool Step(char c)
        {
            var (low, high) = (0, At(_state + 1) - 1);
            while (low <= high)
            {
                var middle = (low + high) >> 1;
                var way = _state + 2 + 2 * middle;
                var found = At(way);
                if (found == c)
                {
                    _state = At(way + 1);
                    return true;
                }
                if (found < c) low = middle + 1;
                else high = middle - 1;
            }
            return false;
        }

        /// <summary>Goes on by all characters of a text; false if no word does.</summary>
        public bool Step(ReadOnlySpan<char> text)
        {
            foreach (var c in text)
                if (!Step(c)) return false;
            return true;
        }

        private readonly int At(int place) => BinaryPrimitives.ReadInt32LittleEndian(_graph[(place * sizeof(int))..]);
    }

    /// <summary>Writes a graph: of words in order only the last one's states can still change.</summary>
    private sealed class Writer
    {
        private readonly List<int> _graph = [0];
        private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
        private readonly List<List<int>> _open = [State()];
        private string _last = "";

        public byte[] Write(IEnumerable<(string Word, int Number)> words)
        {
            var ordered = words.Where(w => w.Word.Length > 0).DistinctBy(w => w.Word, StringComparer.Ordinal)
                .OrderBy(w => w.Word, StringComparer.Ordinal);
            foreach (var (word, number) in ordered)
            {
                Close(word.AsSpan().CommonPrefixLength(_last));
                while (_open.Count <= word.Length) _open.Add(State());
                _open[^1][0] = number + 1;
                _last = word;
            }
            Close(0);
            _graph[0] = PlaceOf(_open[0]);
            var bytes = new byte[_graph.Count * sizeof(int)];
            for (var i = 0; i < _graph.Count; i++) BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i * sizeof(int)), _graph[i]);
            return bytes;
        }

        private static List<int> State() => [0, 0];

        /// <summary>Writes the states of the last word behind so many characters.</summary>
        private void Close(int kept)
        {
            while (_open.Count > kept + 1)
            {
                var place = PlaceOf(_open[^1]);
                _open.RemoveAt(_open.Count - 1);
                _open[^1].AddRange([_last[_open.Count - 1], place]);
                _open[^1][1]++;
            }
        }

        private int PlaceOf(List<int> state)
        {
            if (_places.TryAdd(string.Join(' ', state), _graph.Count)) _graph.AddRange(state);
            return _places[string.Join(' ', state)];
        }
    }
}
