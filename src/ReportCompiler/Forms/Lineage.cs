using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ReportCompiler.Forms;

/// <summary>
/// Compares an edition with the one of the year before, cell by cell: those of one path are the same, and what the newer edition
/// says under 沿革 joins groups of cells. The form may have gone either way: a project can choose an older edition for a later year.
/// </summary>
public sealed class Lineage
{
    private static readonly ConditionalWeakTable<Edition, ConditionalWeakTable<Edition, Lineage>> Known = [];

    private readonly Edition _last;
    private readonly ImmutableArray<(string? Path, ImmutableArray<Cell> Now, ImmutableArray<Cell> Before)> _joins;
    private readonly Dictionary<string, ImmutableArray<Cell>> _byPath = new(StringComparer.Ordinal);

    private readonly Lazy<ImmutableArray<Pairing>> _pairings;

    private Lineage(Edition now, Edition last)
    {
        _last = last;
        _pairings = new(() => [.. Pair(now)]);
        _joins = now == last ? [] : [.. Joins(now, last).Where(j => !j.Now.IsDefault && !j.Before.IsDefault)];
        foreach (var join in _joins)
            if (join.Path is not null) _byPath.TryAdd(join.Path, join.Before);
    }

    /// <summary>How an edition compares with that of the year before.</summary>
    public static Lineage Of(Edition now, Edition last) =>
        Known.GetValue(now, static _ => []).GetValue(last, l => new Lineage(now, l));

    /// <summary>The cells of last year's edition whose sum compares with the sum of these; default if there are none.</summary>
    public ImmutableArray<Cell> Before(ImmutableArray<Cell> cells)
    {
        if (_joins.IsEmpty) return Same(cells);
        var before = ImmutableArray.CreateBuilder<Cell>(cells.Length);
        var left = cells;
        foreach (var (_, now, then) in _joins)
        {
            if (!now.All(left.Contains)) continue;
            left = left.RemoveRange(now);
            before.AddRange(then);
        }
        if (Same(left) is not { IsDefault: false } same) return default;
        before.AddRange(same);
        return before.ToImmutable();
    }

    /// <summary>The cells of last year's edition that 沿革 joins with a row, cell or group by column; default if there are none.</summary>
    public ImmutableArray<Cell> Before(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>The cells of last year's edition that hold some of these together with others; default if there are none.</summary>
    public ImmutableArray<Cell> JoinedWith(ImmutableArray<Cell> cells)
    {
        if (!Before(cells).IsDefault) return default;
        foreach (var (_, now, then) in _joins)
            if (now.Any(cells.Contains)) return then;
        return default;
    }

    /// <summary>Every cell of either edition, those that compare together: in this one's order, then what last year's alone has.</summary>
    public ImmutableArray<Pairing> Pairings => _pairings.Value;

    private IEnumerable<Pairing> Pair(Edition now)
    {
        var joinedNow = _joins.SelectMany(j => j.Now).ToHashSet();
        var joinedBefore = _joins.SelectMany(j => j.Before).ToHashSet();
        foreach (var cell in now.Cells)
        {
            if (!joinedNow.Contains(cell))
            {
                var isPaired = _last.Find(cell.Path) is { } then && !joinedBefore.Contains(then);
                yield return new Pairing(cell.Path, cell.Gloss, isPaired ? [_last.Find(cell.Path)!] : [], [cell]);
            }
            else
                foreach (var join in _joins.Where(j => j.Now[0] == cell)) yield return Joined(join.Path, join.Now, join.Before);
        }
        foreach (var cell in _last.Cells)
        {
            var isPaired = now.Find(cell.Path) is { } same && !joinedNow.Contains(same);
            if (!joinedBefore.Contains(cell) && !isPaired) yield return new Pairing(cell.Path, cell.Gloss, [cell], []);
        }
    }

    private static Pairing Joined(string? path, ImmutableArray<Cell> now, ImmutableArray<Cell> before)
    {
        // The edition in which it is one cell has the words for it.
        var named = now.Length > 1 && before.Length == 1 ? before : now;
        var gloss = string.Join(" + ", named.Select(c => c.Gloss));
        return new Pairing(path ?? string.Join(" + ", named.Select(c => c.Path)), gloss, before, now);
    }

    private ImmutableArray<Cell> Same(ImmutableArray<Cell> cells) => Find(_last, cells.Select(c => c.Path));

    private static IEnumerable<(string? Path, ImmutableArray<Cell> Now, ImmutableArray<Cell> Before)> Joins(Edition now, Edition last)
    {
        foreach (var join in now.Correspondences.Where(c => c.Former == last.Key))
            yield return (join.Path, join.Cells, Find(last, join.Before));
        foreach (var join in last.Correspondences.Where(c => c.Former == now.Key))
            yield return (join.Before.Length == 1 ? join.Before[0] : null, Find(now, join.Before), join.Cells);
    }

    /// <summary>The cells of these paths; default where one is not there.</summary>
    private static ImmutableArray<Cell> Find(Edition edition, IEnumerable<string> paths)
    {
        var cells = ImmutableArray.CreateBuilder<Cell>();
        foreach (var path in paths)
        {
            if (edition.Find(path) is not { } cell) return default;
            cells.Add(cell);
        }
        return cells.ToImmutable();
    }
}
