namespace Tests.Shared;

/// <summary>
/// Which file of a project uses which. Read as text, so a type that is used without being named (the type of a <c>var</c>) is not
/// seen; what is seen is named there. The parts of a type are one file, named by the shortest path.
/// </summary>
internal sealed class SourceGraph
{
    private readonly SourceFile[] _files;

    public SourceGraph(SourceFile[] files)
    {
        _files = files;
        var names =
            files.ToDictionary(f => f, f => files.Where(o => o == f || o.IsPartOf(f)).Select(o => o.Path).OrderBy(p => p.Length).First());
        Uses = [.. from file in files from other in files where names[file] != names[other]
                   let type = file.Used(other) where type is not null
                   select new SourceUse(names[file], names[other], type)];
    }

    /// <summary>The uses between files.</summary>
    public SourceUse[] Uses { get; }

    /// <summary>The folders that hold files.</summary>
    public IEnumerable<string> Folders => _files.Select(f => f.Folder).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>The files that reach each other.</summary>
    public List<List<string>> FileCircles() => Circles(Uses.ToLookup(u => u.From, u => u.To, StringComparer.Ordinal));

    /// <summary>The folders that reach each other.</summary>
    public List<List<string>> FolderCircles() =>
        Circles(Uses.Where(u => u.FromFolder != u.ToFolder).ToLookup(u => u.FromFolder, u => u.ToFolder, StringComparer.Ordinal));

    /// <summary>The largest sets of which each member reaches every other, those of one left out.</summary>
    private static List<List<string>> Circles(ILookup<string, string> uses)
    {
        var reached = uses.ToDictionary(u => u.Key, u => Reach(uses, u.Key), StringComparer.Ordinal);
        return
        [
            .. reached.Keys.Where(n => reached[n].Contains(n)).Order(StringComparer.Ordinal)
                .GroupBy(n => reached[n].Where(m => reached.ContainsKey(m) && reached[m].Contains(n)).Min(StringComparer.Ordinal))
                .Select(circle => circle.ToList()),
        ];
    }

    private static HashSet<string> Reach(ILookup<string, string> uses, string from)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var left = new Stack<string>(uses[from]);
        while (left.TryPop(out var node))
            if (reached.Add(node))
                foreach (var next in uses[node]) left.Push(next);
        return reached;
    }
}
