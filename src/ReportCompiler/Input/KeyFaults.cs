using ReportCompiler.Diagnostics;
using ReportCompiler.Syntax;

namespace ReportCompiler.Input;

/// <summary>What is wrong with the keys of a data file.</summary>
/// <param name="findings">Takes the faults.</param>
/// <param name="document">The file.</param>
internal sealed class KeyFaults(Findings findings, Document document)
{
    /// <summary>An unknown key; gives the known one that is near and not there itself, which is surely meant.</summary>
    public string? Unknown(Mapping map, Scalar key, IEnumerable<string> known, string path = "")
    {
        if (findings.IsFull(document.Source))
        {
            findings.Add(Errors.Keys.Unknown(document.At(key), key.Value, null, []));
            return null;
        }
        var names = known.Where(k => map[k] is null).ToList();
        var nearest = Names.Nearest(key.Value, names);
        findings.Add(Errors.Keys.Unknown(document.At(key), key.Value, nearest, nearest is null ? names : [], path));
        return nearest;
    }

    /// <summary>A key that means what an earlier one of the same mapping means.</summary>
    public void Again<T>(Mapping map, Scalar key, Func<string, T?> find) where T : class
    {
        var meant = find(key.Value);
        var first = findings.IsFull(document.Source) ? key : map.Entries.First(e => find(e.Key.Value) == meant).Key;
        findings.Add(Errors.Keys.SameTwice(document.At(key), key.Value, first.Value, document.At(first)));
    }
}
