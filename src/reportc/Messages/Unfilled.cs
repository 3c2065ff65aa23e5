using ReportCompiler.Diagnostics;

namespace Reportc.Messages;

/// <summary>What is left to fill in of one file, if it is more than can be told one by one: a new file has dozens.</summary>
/// <param name="All">The findings, in the order of the file.</param>
internal sealed record Unfilled(IReadOnlyList<Diagnostic> All)
{
    private const int Fewest = 3;
    private const int MostLines = 10;

    /// <summary>The findings that are not told one by one; the first of each file stands for all of it, the others for none.</summary>
    public static Dictionary<Diagnostic, Unfilled?> Of(IEnumerable<Diagnostic> findings)
    {
        var groups = new Dictionary<Diagnostic, Unfilled?>(ReferenceEqualityComparer.Instance);
        var unfilled = findings.Where(f => f.Rule == Catalogue.Unfilled && f.Location is not null);
        foreach (var file in unfilled.GroupBy(f => f.Location!.File, StringComparer.Ordinal))
        {
            var all = file.ToList();
            if (all.Count < Fewest) continue;
            foreach (var finding in all) groups[finding] = ReferenceEquals(finding, all[0]) ? new Unfilled(all) : null;
        }
        return groups;
    }

    /// <summary>The one finding told for all.</summary>
    public Diagnostic Summary => All[0] with
    {
        Message = All[0].Unit is { } unit
            ? new($"“{unit}”有 {All.Count} 处还没有填", $"{unit} has {All.Count} places that are not filled in yet")
            : new($"有 {All.Count} 处还没有填", $"{All.Count} places are not filled in yet"),
        Help = new("填上数字；没有的写 无", "fill them in; where there is nothing, write 无"),
    };

    /// <summary>The places that are shown, one of each line.</summary>
    public IEnumerable<Location> Shown(bool all) => Lines.Take(all ? int.MaxValue : MostLines);

    /// <summary>The lines that are not shown, as 12-15, 18; null if there are none.</summary>
    public string? Others(bool all)
    {
        var numbers = all ? [] : Lines.Skip(MostLines).Select(l => l.Span.Line).ToList();
        var runs = new List<(int From, int To)>();
        foreach (var number in numbers)
        {
            if (runs.Count > 0 && runs[^1].To == number - 1) runs[^1] = (runs[^1].From, number);
            else runs.Add((number, number));
        }
        var shown = runs.Select(r => r.From == r.To ? $"{r.From}" : $"{r.From}-{r.To}");
        return runs.Count == 0 ? null : string.Join(", ", shown);
    }

    private IEnumerable<Location> Lines => All.Select(f => f.Location!).DistinctBy(l => l.Span.Line);
}
