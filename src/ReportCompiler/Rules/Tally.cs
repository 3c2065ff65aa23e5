namespace ReportCompiler.Rules;

/// <summary>How many equations were evaluated, and how many of them are broken.</summary>
public readonly record struct Tally(int Equations, int Broken)
{
    /// <summary>The tally of both.</summary>
    public static Tally operator +(Tally a, Tally b) => new(a.Equations + b.Equations, a.Broken + b.Broken);
}
