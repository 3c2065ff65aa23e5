using ReportCompiler.Forms;
using ReportCompiler.Projects;
using ReportCompiler.Syntax;

namespace ReportCompiler.Input;

/// <summary>Finds the edition a data file was written for, if it is not the one of its year.</summary>
/// <param name="Edition">The edition it fits.</param>
/// <param name="First">The first key that the edition of its year does not know, or knows otherwise.</param>
/// <param name="Count">How many of those keys there are.</param>
internal sealed record EditionFit(Edition Edition, Scalar First, int Count)
{
    /// <summary>The keys of a data file that are no tables of any edition.</summary>
    private static readonly string[] Common =
        [FileKeys.Unit, FileKeys.Year, FileKeys.Submitted, .. Signers.Keys, FileKeys.Notes, Indicator.Group];

    /// <summary>An edition that knows more than half of what the file's own does not know; null if there is none.</summary>
    /// <param name="file">The file.</param>
    /// <param name="own">The edition of its year.</param>
    /// <param name="editions">All there are; read only now, for a file that fits is compared with none.</param>
    /// <param name="misspelt">How many of its keys are near to one of its own edition.</param>
    public static EditionFit? Better(Mapping file, Edition own, Editions editions, int misspelt)
    {
        var misfits = Misfits(file, own).ToList();
        if (misfits.Count <= misspelt) return null;
        var best = editions.Keys.Where(k => k != own.Key).Select(k => editions.Find(k)!)
            .Select(e => (Edition: e, Count: Misfits(file, e).Count())).MinBy(e => e.Count);
        if (best.Edition is null || best.Count * 2 >= misfits.Count) return null;
        return new EditionFit(best.Edition, misfits[0], misfits.Distinct().Count());
    }

    /// <summary>The keys that the edition does not know, each as often as figures depend on it.</summary>
    private static IEnumerable<Scalar> Misfits(Mapping file, Edition edition) =>
        file.Entries.Where(e => !Common.Contains(e.Key.Value, StringComparer.Ordinal)).SelectMany(e => OfTable(e, edition));

    private static IEnumerable<Scalar> OfTable(Entry entry, Edition edition) => (edition.FindTable(entry.Key.Value), entry.Value) switch
    {
        (null, _) => Whole(entry),
        ({ } table, Mapping rows) => rows.Entries.SelectMany(e => OfRow(e, table.Find)),
        _ => [],
    };

    private static IEnumerable<Scalar> Whole(Entry entry) => Enumerable.Repeat(entry.Key, Figures(entry.Value));

    private static int Figures(Node node) => node is Mapping map ? Math.Max(1, map.Entries.Sum(e => Figures(e.Value))) : 1;

    private static IEnumerable<Scalar> OfRow(Entry entry, Func<string, Row?> find) => (find(entry.Key.Value), entry.Value) switch
    {
        (null, _) => Whole(entry),
        ({ IsGroup: true } group, Mapping rows) => rows.Entries.SelectMany(e => OfRow(e, group.Find)),
        ({ IsGroup: false, HasColumns: true } row, Mapping columns) => columns.Entries.Select(c => c.Key).Where(c => !HasColumn(row, c)),
        ({ IsGroup: false, HasColumns: false }, Mapping) => Whole(entry),
        ({ } row, Scalar figure) when (row.IsGroup || row.HasColumns) && figure.Value.Any(char.IsAsciiDigit) => [entry.Key],
        _ => [],
    };

    private static bool HasColumn(Row row, Scalar key) => row.Cells[0].Table.BandOf(row).FindColumn(key.Value) is not null;
}
