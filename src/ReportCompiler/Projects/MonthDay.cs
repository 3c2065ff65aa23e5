namespace ReportCompiler.Projects;

/// <summary>A day of the year without its year.</summary>
public readonly record struct MonthDay(int Month, int Day)
{
    /// <summary>The day in a year; 29 February becomes the 28th in common years.</summary>
    public DateOnly In(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));
}
