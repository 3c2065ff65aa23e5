using Scriban.Parsing;

namespace ReportCompiler.Rendering;

/// <summary>
/// What one page may cost: steps, characters kept and characters written. It is counted, not measured, so that the same page stops at
/// the same place everywhere; it grows with the number of units, for whom every page has lines.
/// </summary>
/// <param name="units">How many units the page is about.</param>
internal sealed class Budget(int units)
{
    /// <summary>The longest text a function or an operator may make, in characters.</summary>
    public const int LongestText = 1 << 19;

    /// <summary>A text costs a step more for so many characters: a processor compares them in the time of a step.</summary>
    private const int TextOfAStep = 256;

    /// <summary>How many characters of memory the place of a value takes.</summary>
    public const int Place = 16;

    private long _steps;
    private long _kept;

    /// <summary>How many steps: the parts of the template that are computed, loop by loop.</summary>
    public int MostSteps { get; } = 1_000_000 + Math.Min(units, 100_000) * 5_000;

    /// <summary>How many characters may be made and kept.</summary>
    public long MostKept { get; } = (32 << 20) + units * (4L << 10);

    /// <summary>How many characters may be written.</summary>
    public int MostOutput { get; init; } = (int)Math.Min((8 << 20) + units * (64L << 10), 1 << 30);

    /// <summary>Takes a step and the cost of the text it gives.</summary>
    /// <exception cref="BudgetException">There were too many.</exception>
    public void Step(SourceSpan at, object? value)
    {
        _steps += 1 + (value is string text ? text.Length / TextOfAStep : 0);
        if (_steps > MostSteps) throw new BudgetException(at, Limit.Steps, MostSteps);
    }

    /// <summary>Takes the cost of comparing or searching texts.</summary>
    public void Compare(SourceSpan at, long characters)
    {
        _steps += characters / TextOfAStep;
        if (_steps > MostSteps) throw new BudgetException(at, Limit.Steps, MostSteps);
    }

    /// <summary>Takes the memory of a text that was made.</summary>
    public void Keep(SourceSpan at, string text) => Keep(at, (long)text.Length);

    /// <summary>Takes the memory of a list's places.</summary>
    public void KeepPlaces(SourceSpan at, long places) => Keep(at, places * Place);

    private void Keep(SourceSpan at, long characters)
    {
        _kept += characters;
        if (_kept > MostKept) throw new BudgetException(at, Limit.Memory, MostKept);
    }
}
