using ReportCompiler.Forms;
using ReportCompiler.Projects;
using Scriban.Syntax;

namespace ReportCompiler.Rendering;

/// <summary>
/// Which of the values of a page are amounts, so that they are printed as the tables print them. Known by the very value, wherever a
/// template keeps it; the sum and the difference of two are amounts too, what else is made of them is a number.
/// </summary>
/// <param name="style">How figures are printed; null for a page that prints them as they are.</param>
internal sealed class Amounts(PrintStyle? style)
{
    // In prose a zero is written whatever the tables do.
    private readonly PrintStyle? _style = style is { Decimals: not null } ? style with { BlankZeros = false } : null;
    private readonly HashSet<object> _values = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<ScriptNode> _nodes = new(ReferenceEqualityComparer.Instance);

    /// <summary>An amount as a template reckons with it.</summary>
    public object Take(Amount amount)
    {
        object value = amount.Value;
        if (_style is not null) _values.Add(value);
        return value;
    }

    /// <summary>What a node was evaluated to; a value of its own where it is the sum of amounts.</summary>
    public object? Evaluated(ScriptNode node, object? value)
    {
        if (_values.Count == 0) return value;
        // Within a text the library prints by itself.
        if (node is ScriptInterpolatedExpression && Printed(value) is { } text) return text;
        if (value is decimal number && IsSum(node)) value = Take(new Amount(number));
        if (value is decimal && _values.Contains(value)) _nodes.Add(node);
        else _nodes.Remove(node);
        return value;
    }

    /// <summary>An amount as it is printed; null for any other value.</summary>
    public string? Printed(object? value) =>
        value is decimal number && _values.Contains(value) ? PrintedFigure.Of(number, ValueKind.Amount, _style!) : null;

    private bool IsSum(ScriptNode node) => node switch
    {
        ScriptBinaryExpression { Operator: ScriptBinaryOperator.Add or ScriptBinaryOperator.Subtract } sum =>
            _nodes.Contains(sum.Left!) && _nodes.Contains(sum.Right!),
        ScriptUnaryExpression { Operator: ScriptUnaryOperator.Negate } negated => _nodes.Contains(negated.Right!),
        _ => false,
    };
}
