using System.Collections.Immutable;
using ReportCompiler.Forms;
using ReportCompiler.Projects;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;

namespace ReportCompiler.Input;

/// <summary>
/// Finds what each line of a data file names by the names alone: indentation decides only where they leave a choice. So rows keep
/// their places when mail took the spaces, and rows pasted from a table find theirs.
/// </summary>
internal sealed class Outline
{
    private const string Ends = ":：=＝{｛(（[［【\t \u3000;；—-,，→";

    private readonly Edition _edition;
    private readonly FormNode _root;
    private readonly HashSet<string> _headings;
    private readonly HashSet<FormNode> _used = [];
    private readonly List<FormNode> _open;

    private Outline(Edition edition, ImmutableArray<Indicator>? indicators)
    {
        (_edition, _root, _headings) = (edition, FormNode.Root(edition, indicators), FormNode.Headings(edition));
        _open = [_root];
    }

    /// <summary>The lines of a file, each with its place and what it should say; null if they cannot be told apart.</summary>
    public static List<Placed>? Of(SourceText source, SourceText mended, Edition edition, ImmutableArray<Indicator>? indicators)
    {
        if (FileLine.All(source, mended) is not { } lines) return null;
        var outline = new Outline(edition, indicators);
        var placed = new List<Placed>();
        var above = new Stack<(int Indent, FormNode? Node)>([(-1, outline._root)]);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsWithin) continue;
            while (above.Peek().Indent >= lines[i].Indent) above.Pop();
            var next = outline.Place(lines[i], above.Peek().Node, i + 1 < lines.Count ? lines[i + 1] : null);
            above.Push((lines[i].Indent, next.Node));
            placed.Add(next);
        }
        Indent(placed, outline._root);
        return placed;
    }

    private Placed Place(FileLine line, FormNode? parent, FileLine? next)
    {
        var content = line.Content.TrimStart('-', '*', '•', '·', '●').TrimStart();
        var isBulleted = content.Length < line.Content.Length;
        var split = Split(content, parent);
        if (split is { } found && !isBulleted && IsRight(found.Node, found.Value))
            return Take(new Placed(line), found.Node, found.IsOnly, found.Value);
        if (!isBulleted && line.Cells() is var (cells, areTabbed) && OfCells(line, cells, areTabbed, parent) is { } pasted) return pasted;
        if (IsDrawn(line.Content)) return new Placed(line) { Text = "# " + line.Written };
        if (!content.Contains(':', StringComparison.Ordinal) && _headings.Contains(Names.Fold(content)) && !IsNameOf(content, next))
            return new Placed(line) { Text = "# " + line.Written };
        if (split is not var (node, rest, isOnly)) return new Placed(line) { IsCertain = false };
        var placed = Take(new Placed(line), node, isOnly, rest);
        if (!line.GoesOn) Write(placed, content[..^rest.Length].Trim(), rest, isBulleted, next);
        return placed;
    }

    /// <summary>A line of dashes or the like between the parts of a text; three dashes are YAML's own.</summary>
    private static bool IsDrawn(string content) =>
        content.Length > 3 && content.All(static c => c is '-' or '=' or '_' or '*' or '~' or '—' or '─' or '－');

    /// <summary>Whether a heading is the name of a row or a table whose rows follow, or the line of a column.</summary>
    private bool IsNameOf(string content, FileLine? next) =>
        Split(content, null) is { Node: var node } && (node.IsColumn || (next is not null && Label(next.Content, node.Find) is not null));

    private Placed Take(Placed placed, FormNode node, bool isOnly, string rest)
    {
        (placed.Node, placed.IsCertain) = (node, isOnly);
        _used.Add(node);
        while (_open.Count > 1 && _open[^1] != node.Parent) _open.RemoveAt(_open.Count - 1);
        if (node.IsOpen && rest.Trim(':', '：', ' ').Length == 0) _open.Add(node);
        return placed;
    }

    /// <summary>The longest beginning of a line that is a name where it stands, and what follows it.</summary>
    private (FormNode Node, string Value, bool IsOnly)? Split(string content, FormNode? parent)
    {
        for (var end = content.Length; end > 0; end--)
        {
            if (!IsEnd(content, end) || content[..end].Trim() is not { Length: > 0 } label) continue;
            if (Find(label, content[end..], parent) is var (node, isOnly)) return (node, content[end..], isOnly);
        }
        return null;
    }

    private static string? Label(string content, Func<string, FormNode?> find)
    {
        for (var end = content.Length; end > 0; end--)
            if (IsEnd(content, end) && content[..end].Trim() is { Length: > 0 } label && find(label) is not null) return label;
        return null;
    }

    private static bool IsEnd(string content, int end) => end == content.Length || Ends.Contains(content[end], StringComparison.Ordinal)
        || (char.IsAsciiDigit(Names.HalfWidth(content[end])) && !char.IsAsciiDigit(Names.HalfWidth(content[end - 1])));

    /// <summary>What a name means below what is open; of several things that which fits its value and its indentation.</summary>
    private (FormNode Node, bool IsOnly)? Find(string label, string rest, FormNode? parent)
    {
        var found = new List<FormNode>();
        for (var i = _open.Count - 1; i >= 0; i--)
            if ((!_open[i].TakesAny || _open[i] == parent) && _open[i].Find(label) is { } node && !_used.Contains(node)) found.Add(node);
        if (found.Count > 1 && found.Where(n => Fits(n, rest)).ToList() is { Count: > 0 } fitting) found = fitting;
        if (found.Count > 1 && found.Find(n => n.Parent == parent) is { } indented) return (indented, true);
        return found.Count == 0 ? null : (found[0], found.Count == 1);
    }

    private static bool Fits(FormNode node, string rest)
    {
        var value = rest.Trim(':', '：', ' ', '\t');
        if (node.IsSingle) return value.Length > 0 && value[0] is not ('{' or '｛');
        return value.Length == 0 || value[0] is '{' or '｛' || value is FigureReader.Nothing or FigureReader.ToFill;
    }

    /// <summary>Whether what stands behind a name is as it should be, or what only the reader of figures can tell.</summary>
    private static bool IsRight(FormNode node, string rest)
    {
        if (rest is not ([':'] or [':', ' ', ..])) return false;
        var value = rest[1..].Trim();
        if (node.Columns is not { Length: > 0 } columns || value.Length == 0 || RowText.IsFlow(value, columns)) return true;
        return RowText.Named(value, columns) is null && RowText.Figures(value) is null;
    }

    /// <summary>What a line should say that is not as it should be.</summary>
    private static void Write(Placed placed, string label, string rest, bool isBulleted, FileLine? next)
    {
        var (node, value) = (placed.Node!, rest.TrimStart(':', '：', '=', '＝', ';', '；', '→', ' ', '\t', '\u3000'));
        if (isBulleted && IsRight(node, rest)) placed.Text = label + rest;
        else if (node.IsSingle)
        {
            var cell = node.Cell;
            var bare = value.TrimStart('—', '-', '－', '–').TrimStart();
            if (cell is null || rest is [':', ' ', ..] || RowText.Figure(bare, cell.Kind, cell.Unit) is not { } figure) return;
            // A dash may be a minus, or say that there is none.
            (placed.Text, placed.IsSure) = ($"{label}: {figure}", bare.Length == value.Length);
        }
        else if (node.Columns is { Length: > 0 } columns && value.Length > 0)
        {
            if (RowText.Named(value, columns) is { } named) placed.Text = $"{label}: {named}";
            else if (RowText.Figures(value) is { } cells) WriteCells(placed, label, cells, areCells: false);
        }
        else if (node.IsOpen && value.Length == 0 && next is not null && Label(next.Content, node.Find) is not null)
            placed.Text = $"{label}:";
    }

    private static void WriteCells(Placed placed, string label, List<string> cells, bool areCells)
    {
        var node = placed.Node!;
        if (RowText.Placed(cells, node, areCells) is var (text, isSure)) (placed.Text, placed.IsSure) = ($"{label}: {text}", isSure);
        else
        {
            var empty = string.Join(", ", node.Columns.Select(c => $"{c.Key}: …"));
            (placed.Text, placed.IsSure, placed.Cells) = ($"{label}: {{{empty}}}", false, cells.Count);
        }
    }

    /// <summary>A line pasted from a table: labels of its groups and its row, then a cell for each column; null if it is none.</summary>
    private Placed? OfCells(FileLine line, List<string> cells, bool areTabbed, FormNode? parent)
    {
        if (cells.TrueForAll(c => c.Length == 0 || _headings.Contains(Names.Fold(c))) && !cells.Exists(RowText.IsFigure))
            return new Placed(line) { IsPasted = true, Text = "# " + line.Written };
        var first = cells.FindIndex(RowText.IsFigure);
        if (first < 0) first = cells.Count;
        var labels = cells[..first].Where(c => c.Length > 0).Select(c => c.TrimEnd(':', '：', ' ')).ToList();
        if (labels.Count == 0) return areTabbed ? Across(line, cells) : null;
        // Cells that are merged with the label leave empty ones behind it.
        var figures = cells[(cells.FindLastIndex(Math.Max(0, first - 1), c => c.Length > 0) + 1)..];
        if (PlaceOf(labels, parent) is not var (node, isOnly)) return null;
        var count = node.IsSingle ? 1 : node.Columns.Length;
        while (figures.Count > count && figures[0].Length == 0) figures.RemoveAt(0);
        while (figures.Count > count && figures[^1].Length == 0) figures.RemoveAt(figures.Count - 1);
        if (count == 0 && figures.Exists(c => c.Length > 0)) return null;
        var placed = new Placed(line) { IsPasted = true };
        placed.Missing = [.. Missing(node)];
        foreach (var above in placed.Missing) Take(placed, above, isOnly: true, "");
        Take(placed, node, isOnly, count == 0 ? "" : "x");
        if (count == 0) placed.Text = $"{node.Name}:";
        else if (!node.IsSingle) WriteCells(placed, node.Name, figures, areTabbed || line.Cells()!.Value.Cells.Count > 2);
        else if (figures is [var only] && RowText.Figure(only, node.Row!.Cells[0].Kind, node.Row.Cells[0].Unit) is { } figure)
            placed.Text = $"{node.Name}: {figure}";
        else (placed.Text, placed.IsSure, placed.Cells) = ($"{node.Name}: …", false, figures.Count(c => c.Length > 0));
        placed.IsSure &= isOnly;
        return placed;
    }

    /// <summary>The line of a table whose rows are printed side by side: one for each of them; null if the figures do not fit.</summary>
    private Placed? Across(FileLine line, List<string> cells)
    {
        if (_open.Find(n => n is { Row: null, Table.IsAcross: true }) is not { } table) return null;
        var rows = table.Table!.Leaves.Select(r => table.Find(r.Key ?? "")).ToList();
        if (rows.Exists(r => r is null || _used.Contains(r)) || cells.Count != rows.Sum(r => r!.Columns.Length)) return null;
        var (placed, lines, at) = (new Placed(line) { IsPasted = true }, new List<string>(), 0);
        foreach (var row in rows.OfType<FormNode>())
        {
            Take(placed, row, isOnly: true, "x");
            if (RowText.Placed(cells.GetRange(at, row.Columns.Length), row, areCells: true) is not var (text, isSure)) return null;
            placed.IsSure &= isSure;
            lines.Add($"{row.Name}: {text}");
            at += row.Columns.Length;
        }
        placed.Text = string.Join('\n', lines);
        return placed;
    }

    /// <summary>The row that labels name, the last of them by itself: below what is open, or the only one of the form.</summary>
    private (FormNode Node, bool IsOnly)? PlaceOf(List<string> labels, FormNode? parent)
    {
        var above = labels.Take(labels.Count - 1).ToList();
        if (above.Count == 0 && Find(labels[^1], "", parent) is { } near) return near;
        var all = FormNode.Everywhere(_root, _edition, labels[^1]).Where(n => !_used.Contains(n) && IsBelow(n, above)).ToList();
        return all is [{ IsColumn: false } only] && Missing(only).All(m => !_used.Contains(m)) ? (only, true) : null;
    }

    private static bool IsBelow(FormNode node, List<string> labels)
    {
        foreach (var label in labels.AsEnumerable().Reverse())
        {
            node = node.Parent!;
            if (node.Parent is null || node.Parent.Find(label) != node) return false;
        }
        return true;
    }

    /// <summary>What stands above a row that is not open, outermost first.</summary>
    private List<FormNode> Missing(FormNode node)
    {
        var missing = new List<FormNode>();
        for (var above = node.Parent!; !_open.Contains(above); above = above.Parent!) missing.Insert(0, above);
        return missing;
    }

    /// <summary>
    /// How far each line should stand in: as most that stand below the same, of those further in than it; two columns where there
    /// are none.
    /// </summary>
    private static void Indent(List<Placed> lines, FormNode root)
    {
        var (indents, levels) = (new Dictionary<FormNode, int> { [root] = -1 }, new Dictionary<FormNode, int>());
        var below = lines.Where(p => p.Node is not null).ToLookup(p => p.Node!.Parent!);
        foreach (var placed in lines.Where(p => p.Node is not null))
        {
            foreach (var above in placed.Missing) indents.TryAdd(above, Level(above.Parent!));
            placed.Indent = Level(placed.Node!.Parent!);
            indents[placed.Node] = placed.Indent;
        }

        int Level(FormNode parent)
        {
            if (levels.TryGetValue(parent, out var known)) return known;
            var outer = indents[parent];
            var usual = below[parent].Where(p => !p.IsPasted && p.Line.Indent > outer).GroupBy(p => p.Line.Indent).MaxBy(g => g.Count());
            return levels[parent] = usual?.Key ?? (parent == root ? 0 : outer + 2);
        }
    }
}
