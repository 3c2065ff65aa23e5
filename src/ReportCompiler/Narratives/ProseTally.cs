namespace ReportCompiler.Narratives;

/// <summary>The figures of the prose by what is known of each; every figure is of one kind.</summary>
/// <param name="Computed">Those that expressions printed.</param>
/// <param name="Verified">Those that the tables, or the figures beside them, bear out.</param>
/// <param name="Contradicted">Those that they contradict.</param>
/// <param name="Outside">Those of something else than the tables.</param>
/// <param name="Unread">Those that are not understood.</param>
public readonly record struct ProseTally(int Computed, int Verified, int Contradicted, int Outside, int Unread)
{
    /// <summary>All of them.</summary>
    public int Figures => Computed + Verified + Contradicted + Outside + Unread;

    /// <summary>The tally of both.</summary>
    public static ProseTally operator +(ProseTally a, ProseTally b) => new(a.Computed + b.Computed, a.Verified + b.Verified,
        a.Contradicted + b.Contradicted, a.Outside + b.Outside, a.Unread + b.Unread);

    /// <summary>The tally of figures.</summary>
    internal static ProseTally Of(IEnumerable<ProseFigure> figures)
    {
        Span<int> counts = stackalloc int[(int)Knowledge.Contradicted + 1];
        foreach (var figure in figures) counts[(int)figure.Knowledge]++;
        return new(counts[(int)Knowledge.Computed], counts[(int)Knowledge.Verified], counts[(int)Knowledge.Contradicted],
            counts[(int)Knowledge.Outside], counts[(int)Knowledge.Unread]);
    }
}
