using System.Collections.Immutable;
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
    private static readonly Lazy<ImmutableArray<(int From, string Resource)>> BuiltIn = new(() =>
        [.. typeof(Editions).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("editions/", StringComparison.Ordinal))
            .Select(n => (From: int.Parse(n["editions/".Length..^".yaml".Length], System.Globalization.CultureInfo.InvariantCulture), n))
            .OrderByDescending(e => e.From)]);

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Lazy<Edition>> Read = new(StringComparer.Ordinal);

    private readonly ImmutableArray<Edition> _own;

    private Editions(ImmutableArray<Edition> own) => _own = own;

    /// <summary>The built-in editions alone.</summary>
    public static Editions OfForm { get; } = new([]);

    /// <summary>The names of all editions, newest first.</summary>
    public IEnumerable<string> Keys => _own.Select(e => e.Key).Concat(BuiltIn.Value.Select(b => Key(b.Resource)))
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
                yield return Errors.Editions.UnknownName(named.At, named.Former, Names.Nearest(named.Former, Keys));
            else if (named.Before.FirstOrDefault(p => former.Find(p) is null) is { } path)
                yield return Errors.Editions.UnknownName(named.At, path, former.Nearest(path));
        }
    }

    /// <summary>The edition of this name; null if there is none.</summary>
    public Edition? Find(string key)
    {
        foreach (var edition in _own)
            if (edition.Key == key) return edition;
        foreach (var (_, resource) in BuiltIn.Value)
            if (Key(resource) == key) return Load(resource);
        return null;
    }

    /// <summary>Whether an edition is the project's own.</summary>
    public bool IsOwn(Edition edition) => _own.Contains(edition);

    /// <summary>The newest edition in force for the reports of a year; null before the first.</summary>
    public Edition? For(int year)
    {
        var own = _own.Where(e => e.From <= year).MaxBy(e => e.From);
        foreach (var (from, resource) in BuiltIn.Value)
            if (from <= year) return own is not null && own.From >= from ? own : Load(resource);
        return own;
    }

    private static string Key(string resource) => resource["editions/".Length..^".yaml".Length];

    private static Edition Load(string resource) => Read.GetOrAdd(resource, static name => new Lazy<Edition>(() =>
    {
        using var stream = typeof(Editions).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var findings = new Findings();
        return EditionReader.Read(findings, new Source(name, bytes))
            ?? throw new InvalidOperationException($"{name}: {findings.All[0].Message.English} ({findings.All[0].Location?.Span.Line})");
    })).Value;
}
