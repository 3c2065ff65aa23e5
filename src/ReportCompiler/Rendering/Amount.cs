namespace ReportCompiler.Rendering;

/// <summary>A figure that is an amount, before a template takes it: to reckon with it is exact, to print it rounds as 版式 says.</summary>
/// <param name="Value">The figure.</param>
internal sealed record Amount(decimal Value)
{
    /// <summary>A figure as a view gives it.</summary>
    public static object Of(decimal value, Forms.ValueKind kind) => kind == Forms.ValueKind.Amount ? new Amount(value) : value;
}
