using ReportCompiler.Diagnostics;
using ReportCompiler.Input;

namespace ReportCompiler.Rendering.Review;

/// <summary>What is marked on the cells of a section: findings, and the cells that the likeliest repair changes.</summary>
internal sealed class Marks
{
    private readonly Dictionary<string, List<Numbered>> _findings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _repairs = new(StringComparer.Ordinal);

    public Marks(ReviewSection section)
    {
        foreach (var numbered in section.Findings)
        {
            if (numbered.Finding.Cell is not { } cell) continue;
            if (!_findings.TryGetValue(cell, out var list)) _findings.Add(cell, list = []);
            list.Add(numbered);
        }
        if (section.Repairs is not { Localisation.Repairs: [var best, ..] } repairs) return;
        foreach (var edit in best.Edits)
            if (edit.Unit == repairs.Unit && edit.Year == repairs.Year) _repairs[edit.Cell] = Figure.Format(edit.To);
    }

    /// <summary>Whether a cell of a table is marked.</summary>
    public bool IsAnyBelow(string table) =>
        _findings.Keys.Concat(_repairs.Keys).Any(c => c.StartsWith($"{table}.", StringComparison.Ordinal));

    /// <summary>The findings about a cell, gravest first.</summary>
    public IReadOnlyList<Numbered> Of(string cell) => _findings.TryGetValue(cell, out var found) ? found : [];

    /// <summary>The figure that the likeliest repair gives a cell; null if it leaves the cell alone.</summary>
    public string? Repair(string cell) => _repairs.GetValueOrDefault(cell);

    /// <summary>The class of a severity.</summary>
    public static string Class(Severity severity) => severity == Severity.Info ? "hint" : severity.Name().English;

    /// <summary>The one character that says a severity where colours are not seen.</summary>
    public static string Sign(Severity severity, Diagnostics.Language language)
    {
        var sign = severity switch
        {
            Severity.Error => new Text("错", "E"),
            Severity.Warning => new("警", "W"),
            _ => new("示", "H"),
        };
        return sign.In(language);
    }
}
