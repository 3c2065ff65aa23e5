using System.Collections.Immutable;

namespace ReportCompiler.Diagnostics;

/// <summary>The sink of findings; the first parameter of everything that may find fault.</summary>
/// <param name="weigh">Gives a finding the severity that the project wants for its rule.</param>
public sealed class Findings(Func<Diagnostic, Diagnostic>? weigh = null)
{
    private readonly List<Diagnostic> _all = [];

    /// <summary>Whether anything found so far stops the report.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Whether nothing was found.</summary>
    public bool IsEmpty => _all.Count == 0;

    /// <summary>Everything so far, in the order it was found.</summary>
    public IReadOnlyList<Diagnostic> All => _all;

    /// <summary>Adds a finding, unless its rule is switched off.</summary>
    public void Add(Diagnostic diagnostic)
    {
        diagnostic = weigh?.Invoke(diagnostic) ?? diagnostic;
        if (diagnostic.Severity == Severity.Off) return;
        HasErrors |= diagnostic.Severity == Severity.Error;
        _all.Add(diagnostic);
    }

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
    public static ImmutableArray<Diagnostic> Sort(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics
            .OrderBy(d => d.Year ?? int.MinValue)
            .ThenBy(d => d.Unit is null ? 0 : d.OfDistrict ? 2 : 1)
            .ThenBy(d => d.Unit, CodePoints)
            .ThenBy(d => d.Location?.File, CodePoints)
            .ThenBy(d => d.Location?.Span.Line ?? 0)
            .ThenBy(d => d.Location?.Span.Column ?? 0)
            .ThenBy(d => d.Rule.Code, StringComparer.Ordinal)
            .ThenBy(d => d.Cell, CodePoints)];

    private static readonly Comparer<string?> CodePoints = Comparer<string?>.Create(CompareCodePoints);

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
