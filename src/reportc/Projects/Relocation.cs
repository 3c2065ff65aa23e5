using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Repairs;
using ReportCompiler.Sources;

namespace Reportc.Projects;

/// <summary>
/// Findings with the paths the user is to see: the compiler knows them relative to the project only. Without text (JSON needs
/// none) the files themselves are let go, so that memory does not grow with the number of projects.
/// </summary>
internal sealed class Relocation(Func<string, string> path, bool keepText)
{
    private readonly Dictionary<SourceText, SourceText> _sources = [];

    /// <summary>A finding at its shown paths.</summary>
    public Diagnostic Of(Diagnostic diagnostic) => diagnostic with
    {
        Location = Of(diagnostic.Location),
        Edits = diagnostic.Edits.IsEmpty ? diagnostic.Edits : [.. diagnostic.Edits.Select(e => e with { At = Of(e.At)! })],
        Related = diagnostic.Related.IsEmpty ? diagnostic.Related : [.. diagnostic.Related.Select(Of)],
    };

    /// <summary>Findings at their shown paths.</summary>
    public IEnumerable<Diagnostic> Of(ImmutableArray<Diagnostic> diagnostics) => diagnostics.Select(Of);

    /// <summary>Repairs at their shown paths.</summary>
    public UnitRepairs Of(UnitRepairs repairs) => repairs with
    {
        Localisation = repairs.Localisation with { Repairs = [.. repairs.Localisation.Repairs.Select(Of)] },
    };

    private Repair Of(Repair repair) => repair with { Edits = [.. repair.Edits.Select(Of)] };

    private Related Of(Related related) => related with { Location = Of(related.Location) };

    private CellEdit Of(CellEdit edit) => edit with { Location = Of(edit.Location), Beside = Of(edit.Beside) };

    private Location? Of(Location? location) => location is null ? null : location with { Source = Of(location.Source) };

    private SourceText Of(SourceText source)
    {
        if (_sources.TryGetValue(source, out var moved)) return moved;
        moved = keepText ? source.At(path(source.Path)) : new SourceText(path(source.Path), "");
        _sources.Add(source, moved);
        return moved;
    }
}
