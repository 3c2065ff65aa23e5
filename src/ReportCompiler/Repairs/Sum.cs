using ReportCompiler.Forms;

namespace ReportCompiler.Repairs;

/// <summary>An equation over unknowns: the changes, each times its coefficient, must add up to the gap. It holds where that is 0.</summary>
internal sealed record Sum(EquationRule Rule, int[] Unknowns, int[] Coefficients, Int128 Gap, bool IsOfLastYear)
{
    public bool IsBroken => Gap != 0;
}
