namespace ReportCompiler.Narratives;

/// <summary>A figure of the prose.</summary>
/// <param name="Value">As written, in its unit; 1.2万件 is 12 000.</param>
/// <param name="Unit">件, 万元, %, …; empty if none is understood.</param>
/// <param name="Places">The decimals that were written.</param>
/// <param name="Slack">How far the true figure may lie from a rounded one; 0 for a plain count.</param>
/// <param name="Digits">How many characters of the token are the number itself.</param>
/// <param name="IsOther">Whether the unit counts what no table has, 稿件 96 篇.</param>
internal sealed record Quantity(decimal Value, string Unit, int Places, decimal Slack, int Digits, bool IsOther)
{
    /// <summary>Whether it is an amount of money.</summary>
    public bool IsMoney => Money(Unit) > 0;

    /// <summary>Whether it is a count of the tables' things.</summary>
    public bool IsCount => IsCounted && !IsOther;

    /// <summary>Whether it is a count of things of whatever kind.</summary>
    public bool IsCounted => Unit.Length > 0 && !IsMoney && Unit != "%";

    /// <summary>Whether a counting word is one of people: a figure of them is no cell of cases, nor the other way round.</summary>
    public static bool IsOfPeople(string unit) => unit is "人" or "人次" or "名" or "位";

    /// <summary>The value and its slack in a counting word of money; null if it is none.</summary>
    public (decimal Value, decimal Slack)? In(string unit)
    {
        if (Money(unit) is not (> 0 and var to) || Money(Unit) is not (> 0 and var from)) return null;
        return (Value * from / to, Slack * from / to);
    }

    private static decimal Money(string unit) => unit switch { "元" => 1, "万元" => 10_000, "亿元" => 100_000_000, _ => 0 };
}
