using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReportCompiler.Sources;

namespace ReportCompiler.Diagnostics;

/// <summary>The sink of findings; the first parameter of everything that may find fault.</summary>
/// <param name="weigh">Gives a finding the severity that the project wants for its rule.</param>
public sealed class Findings(Func<Diagnostic, Diagnostic>? weigh = null)
{
    /// <summary>As many findings of a file that is read are listed: whoever has these has enough to do, and the rest is counted.</summary>
    public const int MostOfAFile = 200;

    private readonly List<Diagnostic> _all = [];
    private Dictionary<string, FileCount>? _files;

    /// <summary>Whether every finding is wanted, however many a file has: each may carry an edit.</summary>
    public bool IsExhaustive { get; init; }

    /// <summary>A sink for what is found while files are read: beyond <see cref="MostOfAFile"/> a file's rest is one finding.</summary>
    public Findings ForReading() => new() { IsExhaustive = IsExhaustive, _files = IsExhaustive ? null : new(StringComparer.Ordinal) };

    /// <summary>Whether more findings of a file are only counted: then nobody needs to look for what was meant.</summary>
    public bool IsFull(SourceText source) => _files is not null && _files.GetValueOrDefault(source.Path).Listed >= MostOfAFile;

    /// <summary>Whether anything found so far stops the report.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Whether nothing was found.</summary>
    public bool IsEmpty => _all.Count == 0;

    /// <summary>Everything so far, in the order it was found; for each file that has too many, how many more there are.</summary>
    public IReadOnlyList<Diagnostic> All =>
        _files is null ? _all : [.. _all, .. _files.Values.Where(f => f.More > 0).Select(Beyond)];

    private static Diagnostic Beyond(FileCount file) => Errors.Files.MoreFindings(file.First!, file.More, file.Worst);

    /// <summary>Adds a finding, unless its rule is switched off.</summary>
    public void Add(Diagnostic diagnostic)
    {
        diagnostic = weigh?.Invoke(diagnostic) ?? diagnostic;
        if (diagnostic.Severity == Severity.Off) return;
        HasErrors |= diagnostic.Severity == Severity.Error;
        if (_files is null || diagnostic.Location is not { } at || Counts(at, diagnostic)) _all.Add(diagnostic);
    }

    /// <summary>Counts a finding of a file that is being read; whether it is to be listed.</summary>
    private bool Counts(Location at, Diagnostic diagnostic)
    {
        ref var file = ref CollectionsMarshal.GetValueRefOrAddDefault(_files!, at.File, out _);
        if (diagnostic.StandsFor == 1 && file.Listed < MostOfAFile)
        {
            file.Listed++;
            return true;
        }
        file.First ??= at;
        file.More += diagnostic.StandsFor;
        if (diagnostic.Severity > file.Worst) file.Worst = diagnostic.Severity;
        return false;
    }

    /// <summary>How many findings of a file are listed, and how many not; the place of the first of these, the worst severity.</summary>
    private record struct FileCount(int Listed, int More, Location? First, Severity Worst);

    /// <summary>Adds all findings of another sink.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics) Add(diagnostic);
    }

    /// <summary>
    /// All findings sorted by year, unit (none first, the district last), file, line, column and code, each in code-point order,
    /// so that the same input gives the same list however many threads found it.
    /// </summary>
    public ImmutableArray<Diagnostic> Sorted() => Sort(_all);

    /// <summary>The order of <see cref="Sorted"/> for findings of several years.</summary>
    public static ImmutableArray<Diagnostic> Sort(IEnumerable<Diagnostic> diagnostics) => [.. diagnostics.OrderBy(d => d, Order)];

    private static readonly Comparer<Diagnostic> Order = Comparer<Diagnostic>.Create(Compare);

    private static int Compare(Diagnostic a, Diagnostic b)
    {
        var order = (a.Year ?? int.MinValue).CompareTo(b.Year ?? int.MinValue);
        if (order == 0) order = Rank(a) - Rank(b);
        if (order == 0) order = CompareCodePoints(a.Unit, b.Unit);
        if (order == 0) order = CompareCodePoints(a.Location?.File, b.Location?.File);
        if (order == 0) order = (a.Location?.Span.Line ?? 0) - (b.Location?.Span.Line ?? 0);
        if (order == 0) order = (a.Location?.Span.Column ?? 0) - (b.Location?.Span.Column ?? 0);
        if (order == 0) order = string.CompareOrdinal(a.Rule.Code, b.Rule.Code);
        return order == 0 ? CompareCodePoints(a.Cell, b.Cell) : order;
    }

    /// <summary>None first, the district last.</summary>
    private static int Rank(Diagnostic diagnostic) => diagnostic.Unit is null ? 0 : diagnostic.OfDistrict ? 2 : 1;

    /// <summary>Ordinal comparison by code point; UTF-16 order would put a surrogate pair before U+E000.</summary>
    private static int CompareCodePoints(string? a, string? b)
    {
        if (a is null || b is null) return a is null ? b is null ? 0 : -1 : 1;
        var shared = Math.Min(a.Length, b.Length);
        for (var i = 0; i < shared; i++)
        {
            if (a[i] == b[i]) continue;
            return char.IsSurrogate(a[i]) == char.IsSurrogate(b[i]) ? a[i] - b[i] : char.IsSurrogate(a[i]) ? 1 : -1;
        }
        return a.Length - b.Length;
    }
}
