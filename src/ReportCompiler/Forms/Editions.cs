using System.Collections.Immutable;
using System.Globalization;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;

namespace ReportCompiler.Forms;

/// <summary>
/// The editions a project may use: the built-in ones, read when first asked for, and the project's own, which replace a built-in
/// one of the same name and beginning.
/// </summary>
public sealed class Editions
{
    // By their places in the list of built-in ones; all threads have one object of an edition.
    private static readonly Edition?[] Read = new Edition?[BuiltInEditions.Years().Length];
    private static readonly Lock Reading = new();

    private readonly ImmutableArray<Edition> _own;

    private Editions(ImmutableArray<Edition> own) => _own = own;

    /// <summary>The built-in editions alone.</summary>
    public static Editions OfForm { get; } = new([]);

    /// <summary>The names of all editions, newest first.</summary>
    public IEnumerable<string> Keys => _own.Select(e => e.Key).Concat(BuiltInEditions.Years().ToArray().Select(Key))
        .Distinct(StringComparer.Ordinal).OrderDescending(StringComparer.Ordinal);

    /// <summary>The built-in editions and those of a project; null, with findings, where one of those is faulty.</summary>
    public static Editions? With(Findings findings, IEnumerable<Source> own)
    {
        var read = own.OrderBy(s => s.Path, StringComparer.Ordinal).Select(s => EditionReader.Read(findings, s)).ToList();
        if (read.Contains(null)) return null;
        var editions = new Editions([.. read.OfType<Edition>()]);
        var faults = editions._own.SelectMany(editions.UnknownBefore).Concat(Collisions.Of(editions._own)).ToList();
        findings.AddRange(faults);
        return faults.Count > 0 ? null : editions;
    }

    /// <summary>What an edition compares with that the former one has not. Only an edition that says so has the former one read.</summary>
    private IEnumerable<Diagnostic> UnknownBefore(Edition edition)
    {
        foreach (var named in edition.Correspondences.DistinctBy(c => c.At))
        {
            if (Find(named.Former) is not { } former)
                yield return Errors.Editions.UnknownName(named.FormerAt, named.Former, Names.Nearest(named.Former, Keys));
            else if (named.Before.FirstOrDefault(p => former.Find(p) is null) is { } path)
                yield return Errors.Editions.UnknownName(named.At, path, former.Nearest(path));
        }
    }

    /// <summary>The edition of this name; null if there is none.</summary>
    public Edition? Find(string key)
    {
        foreach (var edition in _own)
            if (edition.Key == key) return edition;
        foreach (var year in BuiltInEditions.Years())
            if (Key(year) == key) return Load(year);
        return null;
    }

    /// <summary>Whether an edition is the project's own.</summary>
    public bool IsOwn(Edition edition) => _own.Contains(edition);

    /// <summary>The newest edition in force for the reports of a year; null before the first.</summary>
    public Edition? For(int year)
    {
        var own = _own.IsEmpty ? null : _own.Where(e => e.From <= year).MaxBy(e => e.From);
        foreach (var from in BuiltInEditions.Years())
            if (from <= year) return own is not null && own.From >= from ? own : Load(from);
        return own;
    }

    private static string Key(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static Edition Load(int year)
    {
        lock (Reading)
        {
            return Read[BuiltInEditions.Years().IndexOf(year)] ??=
                EditionImage.Read(() => BuiltInEditions.Image(year), $"editions/{Key(year)}.yaml");
        }
    }
}
