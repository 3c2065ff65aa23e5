using System.Runtime.CompilerServices;
using ReportCompiler.Forms;

namespace ReportCompiler.Grids;

/// <summary>The statutory tables as earlier pages of a format had them, edition by edition.</summary>
internal sealed class KnownTables
{
    /// <summary>How many are kept of an edition: templates that print them differently are few.</summary>
    private const int Most = 16;

    private readonly ConditionalWeakTable<Edition, StrongBox<KnownTable[]>> _tables = [];

    /// <summary>The tables known of an edition.</summary>
    public ReadOnlySpan<KnownTable> Of(Edition edition) => Box(edition).Value;

    /// <summary>Takes one more, unless there are too many.</summary>
    public void Add(Edition edition, KnownTable table)
    {
        var box = Box(edition);
        lock (box)
            if (box.Value!.Length < Most) Volatile.Write(ref box.Value, [.. box.Value, table]);
    }

    private StrongBox<KnownTable[]> Box(Edition edition) => _tables.GetValue(edition, static _ => new StrongBox<KnownTable[]>([]));
}
