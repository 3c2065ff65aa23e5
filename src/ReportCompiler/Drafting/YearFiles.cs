using ReportCompiler.Input;
using ReportCompiler.Sources;

namespace ReportCompiler.Drafting;

/// <summary>The files a year's folder has, by their units and by their names.</summary>
internal sealed class YearFiles
{
    private readonly Dictionary<string, string> _byUnit = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _nameless = new(StringComparer.OrdinalIgnoreCase);

    public YearFiles(IEnumerable<Source> files)
    {
        foreach (var file in files)
        {
            var name = file.Path[(file.Path.LastIndexOf('/') + 1)..];
            _names.Add(name);
            if (FilingReader.UnitOf(file) is { } unit) _byUnit.TryAdd(unit, name);
            else _nameless.Add(name);
        }
    }

    /// <summary>The units that have a file.</summary>
    public IEnumerable<string> Units => _byUnit.Keys;

    /// <summary>The file of a unit: the one that names it, or one that names nobody and lies where its own would; null for none.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="lastYears">The name of the file it had the year before.</param>
    public string? FileOf(string unit, string? lastYears)
    {
        if (_byUnit.TryGetValue(unit, out var named)) return named;
        var own = FileName.For(unit, new HashSet<string>(StringComparer.Ordinal));
        return new[] { lastYears, own }.FirstOrDefault(n => n is not null && _nameless.Contains(n));
    }

    /// <summary>A name for a unit's new file: last year's, or one made of the unit's.</summary>
    public string Take(string unit, string? lastYears)
    {
        var name = lastYears is not null && !_names.Contains(lastYears) ? lastYears : FileName.For(unit, _names);
        _names.Add(name);
        return name;
    }
}
