namespace ReportCompiler;

/// <summary>Which of the faults that were put into the library is switched on, and which were come by.</summary>
internal static class Mutants
{
    private const int CallsBetweenLooks = 4096;

    private static int _calls;

    /// <summary>The number of the fault; 0 for none.</summary>
    public static int Active { get; set; }

    /// <summary>By numbers, whether a place was come by; null where that is not asked.</summary>
    public static bool[]? Seen { get; set; }

    /// <summary>When to give up, by the system's clock of milliseconds: a fault may make a loop endless.</summary>
    public static long Deadline { get; set; } = long.MaxValue;

    /// <summary>Whether a fault is switched on.</summary>
    public static bool On(int number)
    {
        if (Seen is { } seen) seen[number] = true;
        if (++_calls % CallsBetweenLooks == 0 && Environment.TickCount64 > Deadline) throw new TimeoutException();
        return Active == number;
    }
}
