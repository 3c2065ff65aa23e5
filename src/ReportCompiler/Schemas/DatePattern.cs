namespace ReportCompiler.Schemas;

/// <summary>The days there are, as regular expressions; 29 February stands in every year.</summary>
internal static class DatePattern
{
    /// <summary>A day of the year, <c>01-31</c>.</summary>
    public const string MonthDay = "(02-(0[1-9]|[12][0-9])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01]))";

    /// <summary>A day, <c>2022-01-31</c>.</summary>
    public const string Day = $"[0-9]{{4}}-{MonthDay}";
}
