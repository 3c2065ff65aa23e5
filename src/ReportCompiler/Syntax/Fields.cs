using System.Globalization;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.Syntax;

/// <summary>
/// Reads the fields of a mapping by name. Every fault is a finding with its place; <see cref="Close"/> reports the fields nobody
/// asked for, with the nearest name that is known.
/// </summary>
internal sealed class Fields
{
    private readonly Findings _findings;
    private readonly Document _document;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    private readonly HashSet<Scalar> _seen = [];
    private readonly List<string> _missing = [];
    private readonly bool _areNames;

    private Fields(Findings findings, Document document, Mapping map, bool areNames)
    {
        _areNames = areNames;
        _findings = findings;
        _document = document;
        Map = map;
    }

    /// <summary>The mapping that is read.</summary>
    public Mapping Map { get; }

    /// <summary>The fields of a node; null, with a finding, if it is no mapping.</summary>
    /// <param name="findings">Takes the faults.</param>
    /// <param name="document">The file.</param>
    /// <param name="node">The node.</param>
    /// <param name="areNames">Whether each text is one line that is printed, not a text of several.</param>
    public static Fields? Of(Findings findings, Document document, Node node, bool areNames = false)
    {
        if (node is Mapping map) return new Fields(findings, document, map, areNames);
        if (node is not Faulty) findings.Add(Errors.Fields.NotAMap(document.At(node)));
        return null;
    }

    /// <summary>The value of a field; null if it is left out or empty.</summary>
    public Node? Node(string name)
    {
        _known.Add(name);
        return Map[name] is { } node and not Syntax.Scalar { IsNull: true } ? node : null;
    }

    /// <summary>The text of a field; null if it is left out.</summary>
    public string? Text(string name) => Scalar(name)?.Value;

    /// <summary>The scalar of a field; null if it is left out or (with a finding) no scalar.</summary>
    public Scalar? Scalar(string name)
    {
        var node = Node(name);
        if (node is Syntax.Scalar scalar) CheckSeen(scalar);
        if (node is null or Syntax.Scalar) return node as Scalar;
        if (node is not Faulty) _findings.Add(Errors.Fields.NotText(_document.At(node), name));
        return null;
    }

    /// <summary>The text of a field that must be there; empty, with a finding when the fields are closed, if it is not.</summary>
    public string Required(string name)
    {
        if (Text(name) is { } text) return text;
        var isThere = Map[name] is not (null or Syntax.Scalar { IsNull: true });
        if (!isThere && !_missing.Contains(name)) _missing.Add(name);
        return "";
    }

    /// <summary>A whole number from 0; null if it is left out or (with a finding) not one.</summary>
    public int? Number(string name)
    {
        if (Scalar(name) is not { } scalar) return null;
        if (int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        _findings.Add(Errors.Fields.NotANumber(_document.At(scalar), name, scalar.Value));
        return null;
    }

    /// <summary>One of the given words; null if it is left out or (with a finding) another.</summary>
    public T? Choice<T>(string name, params (string Word, T Value)[] choices) where T : struct
    {
        if (Scalar(name) is not { } scalar) return null;
        foreach (var (word, value) in choices)
            if (word == scalar.Value) return value;
        _findings.Add(Errors.Fields.NotOneOf(_document.At(scalar), name, scalar.Value, choices.Select(c => c.Word)));
        return null;
    }

    private void CheckSeen(Scalar scalar)
    {
        // A field is asked for more than once.
        if (_seen.Add(scalar) && _document.Unseen(scalar, _areNames) is { } unseen) _findings.Add(unseen);
    }

    /// <summary>The items of a list field; none if it is left out.</summary>
    public IReadOnlyList<Node> List(string name)
    {
        var node = Node(name);
        if (node is Sequence list) return list.Items;
        if (node is not null and not Faulty) _findings.Add(Errors.Fields.NotAList(_document.At(node), name));
        return [];
    }

    /// <summary>The texts of a list field; none if it is left out.</summary>
    public IEnumerable<string> Texts(string name)
    {
        foreach (var item in List(name))
        {
            if (item is Syntax.Scalar { IsNull: false } scalar)
            {
                CheckSeen(scalar);
                yield return scalar.Value;
            }
            else if (item is not Faulty) _findings.Add(Errors.Fields.NotText(_document.At(item), name));
        }
    }

    /// <summary>The entries of a mapping field; none if it is left out.</summary>
    public IReadOnlyList<Entry> Entries(string name)
    {
        var node = Node(name);
        if (node is Mapping map) return map.Entries;
        if (node is not null and not Faulty) _findings.Add(Errors.Fields.NotAMap(_document.At(node)));
        return [];
    }

    /// <summary>The place of a node of this file.</summary>
    public Location At(Node node) => _document.At(node);

    /// <summary>
    /// Reports the fields that were never asked for, and those that must be there and are not: one that is there under a name
    /// slightly wrong is told once, where it stands.
    /// </summary>
    public void Close()
    {
        foreach (var entry in Map.Entries)
        {
            var name = entry.Key.Value;
            if (_known.Contains(name)) continue;
            var nearest = Names.Nearest(name, _missing) ?? Names.Nearest(name, _known);
            if (nearest is not null) _missing.Remove(nearest);
            _findings.Add(Errors.Keys.Unknown(_document.At(entry.Key), name, nearest, _known));
        }
        foreach (var name in _missing) _findings.Add(Errors.Fields.Missing(_document.At(Map), name));
        _missing.Clear();
    }
}
