using ReportCompiler.Diagnostics;
using ReportCompiler.Syntax;

namespace ReportCompiler.Input;

/// <summary>What is wrong with the keys of a data file.</summary>
/// <param name="findings">Takes the faults.</param>
/// <param name="document">The file.</param>
internal sealed class KeyFaults(Findings findings, Document document)
{
    private static readonly string[] OfFile = [FileKeys.Unit, FileKeys.Year, FileKeys.Submitted, .. Signers.Keys];

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
        findings.Add(path.Length > 0 && OfFile.Contains(key.Value, StringComparer.Ordinal) && map[key.Value] is Scalar said
            ? Errors.Keys.OfFile(document.At(key), key.Value, path, said.Value)
            : Errors.Keys.Unknown(document.At(key), key.Value, nearest, nearest is null ? names : [], path, null, RemarkOf(map, key)));
        return nearest;
    }

    /// <summary>The entry as a remark, where it holds a text and no figure; null otherwise.</summary>
    public static string? RemarkOf(Mapping map, Scalar key) =>
        map[key.Value] is Scalar { IsNull: false, Style: not ScalarStyle.Block } said && said.Value != FigureReader.Nothing
        && !said.Value.All(static c => char.IsAsciiDigit(c) || c is '.' or ',' or '-' or '+') ? $"{key.Value}: {said.Value}" : null;

    /// <summary>A key that means what an earlier one of the same mapping means.</summary>
    public void Again<T>(Mapping map, Scalar key, Func<string, T?> find) where T : class
    {
        var meant = find(key.Value);
        var first = findings.IsFull(document.Source) ? key : map.Entries.First(e => find(e.Key.Value) == meant).Key;
        findings.Add(Errors.Keys.SameTwice(document.At(key), key.Value, first.Value, document.At(first)));
    }
}
