using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlScalar = YamlDotNet.Core.Events.Scalar;

namespace ReportCompiler.Syntax;

/// <summary>
/// A YAML file to a tree that knows its places. Deliberately a small YAML: maps, lists and scalars. What could change a figure
/// without a word (anchors, aliases, tags, merge keys, duplicate keys, several documents) is refused, each with its position.
/// </summary>
public sealed class YamlReader
{
    /// <summary>The library's scanner is super-linear in the depth of nesting and its loader overflows the stack, so: a cap.</summary>
    private const int DeepestNesting = 32;

    /// <summary>Keys, figures, lists and maps: the roster of a province has not nearly as many.</summary>
    private const int MostNodes = 200_000;

    private const int ShortMap = 16;

    private readonly Findings _findings;
    private readonly SourceText _source;
    private readonly Dictionary<int, int[]>? _offsets;
    private readonly bool _hasPairs;
    private readonly Parser _parser;
    private int _nodes;

    private YamlReader(Findings findings, SourceText source, string text, Dictionary<int, int[]>? offsets)
    {
        _findings = findings;
        _source = source;
        _offsets = offsets;
        _hasPairs = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads a file; null if it cannot be read as a tree. Every fault is a finding.</summary>
    public static Document? Read(Findings findings, Source source)
    {
        var text = Decoder.Decode(findings, source);
        return text is null ? null : Read(findings, text);
    }

    /// <summary>Reads a text that is decoded already.</summary>
    public static Document? Read(Findings findings, SourceText source) => Read(findings, source, null);

    /// <summary>The same by the library whatever the text: what <see cref="PlainTree"/> reads must be the same tree.</summary>
    internal static Document? ReadByLibrary(Findings findings, SourceText source) =>
        new YamlReader(findings, source, source.Text, null).Read([]);

    /// <summary>Reads a text some lines of which are written anew: every place is that of the file as it stands.</summary>
    internal static Document? Read(Findings findings, SourceText source, MendedText? anew)
    {
        var seen = anew is null ? source : new SourceText(source.Path, anew.Text);
        var slips = Slips.Find(seen);
        if (slips.Count == 0 && anew is null && PlainTree.Read(seen.Text) is { } plain) return new Document(source, plain);
        var slipped = slips.Where(s => s.Kind != SlipKind.Dash).ToList();
        var (text, offsets) = slips.Count == 0 ? (seen.Text, null) : Slips.Fix(seen, slips);
        if (slipped.Count > 0) Tell(findings, source, [.. slipped.Select(s => AsWritten(s, anew))], new SourceText(source.Path, text));
        return new YamlReader(findings, source, text, Through(offsets, anew?.Offsets)).Read(slipped);
    }

    private Document? Read(List<Slip> slipped)
    {
        try
        {
            return ReadDocument() is { } root ? new Document(_source, root) : null;
        }
        catch (LimitException limit)
        {
            _findings.Add(limit.IsDepth ? Errors.Syntax.TooDeep(_source, limit.Span, DeepestNesting)
                : Errors.Syntax.TooMany(_source, limit.Span, MostNodes));
        }
        catch (YamlException error)
        {
            // Where a slip was mended the mend may be what YAML trips over; the slip is the better message.
            if (slipped.Count == 0) _findings.Add(SyntaxFault.Explain(_source, At(error.Start)));
            else if (SyntaxFault.Marker(_source) is { } marker) _findings.Add(marker);
        }
        catch (Exception error) when (error
            is InvalidOperationException or ArgumentException or IndexOutOfRangeException or NullReferenceException)
        {
            // Four documents of the YAML test suite make the library throw these.
            if (slipped.Count == 0) _findings.Add(SyntaxFault.Explain(_source, Span.OnLine(1, 1, 0)));
        }
        return null;
    }

    /// <summary>A slip at its place in the file as it stands.</summary>
    private static Slip AsWritten(Slip slip, MendedText? anew)
    {
        if (anew is null || !anew.Offsets.TryGetValue(slip.Line, out var old)) return slip;
        var (start, end) = (old[slip.Offset], old[slip.Offset + slip.Length]);
        return slip with { Offset = start, Length = Math.Max(0, end - start) };
    }

    /// <summary>The old offsets of characters that were moved twice.</summary>
    private static Dictionary<int, int[]>? Through(Dictionary<int, int[]>? second, IReadOnlyDictionary<int, int[]>? first)
    {
        if (first is null || first.Count == 0) return second;
        var both = new Dictionary<int, int[]>(first);
        foreach (var (line, map) in second ?? [])
            both[line] = first.TryGetValue(line, out var old) ? [.. map.Select(o => old[Math.Min(o, old.Length - 1)])] : map;
        return both;
    }

    /// <summary>A finding for each line that can be mended, with what it becomes, and for each slip that is not sure.</summary>
    private static void Tell(Findings findings, SourceText source, List<Slip> slips, SourceText mended)
    {
        foreach (var line in slips.GroupBy(s => s.Line))
        {
            foreach (var slip in line.Where(s => !s.IsSure)) findings.Add(Errors.Syntax.Slipped(source, slip));
            var sure = line.Where(s => s.IsSure).ToList();
            if (sure.Count == 1) findings.Add(Errors.Syntax.Slipped(source, sure[0]));
            else if (sure.Count > 1) findings.Add(Errors.Syntax.SlippedLine(source, sure, mended.Line(line.Key).Trim()));
        }
    }

    private Node? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _findings.Add(Errors.Syntax.Empty(_source));
            return null;
        }
        var root = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
            _findings.Add(Errors.Syntax.SeveralDocuments(_source, At(second.Start)));
        if (root is Scalar { IsNull: true })
        {
            _findings.Add(Errors.Syntax.Empty(_source));
            return null;
        }
        return root;
    }

    private Node ReadNode(int depth)
    {
        if (depth > DeepestNesting || ++_nodes > MostNodes)
            throw new LimitException(At(_parser.Current!.Start), isDepth: depth > DeepestNesting);
        switch (_parser.Current)
        {
            case YamlScalar scalar:
                _parser.MoveNext();
                return (Node?)Properties(scalar) ?? ReadScalar(scalar);
            case SequenceStart start:
                return ReadSequence(start, depth);
            case MappingStart start:
                return ReadMapping(start, depth);
            case AnchorAlias alias:
                _parser.MoveNext();
                _findings.Add(Errors.Syntax.Alias(_source, At(alias.Start), alias.Value.Value));
                return new Faulty(At(alias.Start));
            default:
                throw new YamlException("unexpected event");
        }
    }

    private Scalar ReadScalar(YamlScalar scalar)
    {
        var style = scalar.Style switch
        {
            YamlDotNet.Core.ScalarStyle.SingleQuoted or YamlDotNet.Core.ScalarStyle.DoubleQuoted => ScalarStyle.Quoted,
            YamlDotNet.Core.ScalarStyle.Literal or YamlDotNet.Core.ScalarStyle.Folded => ScalarStyle.Block,
            _ => ScalarStyle.Plain,
        };
        return new Scalar(scalar.Value, style, Between(scalar.Start, scalar.End));
    }

    private Sequence ReadSequence(SequenceStart start, int depth)
    {
        var items = new List<Node>();
        _ = Properties(start);
        _parser.MoveNext();
        while (_parser.Current is not SequenceEnd) items.Add(ReadNode(depth + 1));
        _parser.MoveNext();
        return new Sequence(items, At(start.Start));
    }

    private Mapping ReadMapping(MappingStart start, int depth)
    {
        var entries = new List<Entry>();
        Dictionary<string, Scalar>? seen = null;
        var repeats = false;
        _ = Properties(start);
        _parser.MoveNext();
        while (_parser.Current is not MappingEnd)
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is not Scalar name)
            {
                if (key is not Faulty) _findings.Add(Errors.Syntax.KeyIsNotText(_source, key.Span));
                continue;
            }
            if (name is { Value: "<<", Style: ScalarStyle.Plain })
            {
                _findings.Add(Errors.Syntax.MergeKey(_source, name.Span));
                continue;
            }
            // The maps of a form are short: a look along them is cheaper than a set.
            seen ??= entries.Count < ShortMap ? null : entries.ToDictionary(e => e.Key.Value, e => e.Key, StringComparer.Ordinal);
            if (First(seen, entries, name.Value) is not { } first)
            {
                seen?.Add(name.Value, name);
                entries.Add(new Entry(name, value));
            }
            else
            {
                repeats = true;
                _findings.Add(Errors.Keys.Duplicate(new Location(_source, name.Span), name.Value, new Location(_source, first.Span)));
            }
        }
        _parser.MoveNext();
        return new Mapping(entries, At(start.Start)) { HasRepeats = repeats };
    }

    private static Scalar? First(Dictionary<string, Scalar>? seen, List<Entry> entries, string key)
    {
        if (seen is not null) return seen.GetValueOrDefault(key);
        foreach (var entry in entries)
            if (entry.Key.Value == key) return entry.Key;
        return null;
    }

    /// <summary>Refuses an anchor or a tag; a node that had one is not read further.</summary>
    private Faulty? Properties(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty) _findings.Add(Errors.Syntax.Anchor(_source, At(node.Start), node.Anchor.Value));
        else if (node.Tag.IsEmpty) return null;
        else _findings.Add(Errors.Syntax.Tag(_source, At(node.Start), Shown(node.Tag)));
        return new Faulty(At(node.Start));
    }

    private static string Shown(TagName tag) => tag.Value.Replace("tag:yaml.org,2002:", "!!", StringComparison.Ordinal);

    private Span At(Mark mark)
    {
        var (line, column) = Place(mark);
        return new Span(line, column, line, column + 1);
    }

    private Span Between(Mark start, Mark end)
    {
        var (line, column) = Place(start);
        var (endLine, endColumn) = Place(end);
        if (endLine == line) return new Span(line, column, line, endColumn);
        var length = _source.CodePointColumn(line, _source.Line(line).Length) - column;
        return new Span(line, column, line, column + Math.Max(1, length));
    }

    /// <summary>The library's marks count UTF-16 units of the mended text; ours count code points of the file.</summary>
    private (int Line, int Column) Place(Mark mark)
    {
        var line = (int)mark.Line;
        var offset = (int)mark.Column - 1;
        if (_offsets is not null && _offsets.TryGetValue(line, out var map)) offset = map[Math.Clamp(offset, 0, map.Length - 1)];
        return (line, _hasPairs ? _source.CodePointColumn(line, offset) : offset + 1);
    }

    private sealed class LimitException(Span span, bool isDepth) : Exception
    {
        public Span Span { get; } = span;

        /// <summary>Whether the nesting is too deep; else there are too many nodes.</summary>
        public bool IsDepth { get; } = isDepth;
    }
}
