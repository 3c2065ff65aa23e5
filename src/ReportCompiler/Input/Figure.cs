using System.Globalization;
using ReportCompiler.Sources;

namespace ReportCompiler.Input;

/// <summary>A cell's figure as it was written, and where.</summary>
/// <param name="State">What is said.</param>
/// <param name="Value">The number; 0 if there is none.</param>
/// <param name="Span">Where it is written; of an inherited 无, where that stands.</param>
/// <param name="IsInherited">Whether the 无 of the row, group or table above says it.</param>
public readonly record struct Figure(FigureState State, decimal Value, Span Span, bool IsInherited = false)
{
    /// <summary>Whether the file says something of it: a number, or 无.</summary>
    public bool IsStated => State is FigureState.Number or FigureState.None;

    /// <summary>Whether the cell itself is written, not only the 无 of the row, group or table above.</summary>
    public bool IsExplicit => IsStated && !IsInherited;

    /// <summary>Whether an equation may be evaluated with it.</summary>
    public bool IsUsable => State < FigureState.Unfilled;

    /// <summary>A number without trailing zeros, as every output writes it.</summary>
    public static string Format(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        // Nearly every figure is a count that fits, and a picture of digits is read anew for each.
        var isCount = value.Scale == 0 && parts is [_, >= 0, 0, _];
        return isCount
            ? decimal.ToInt64(value).ToString(CultureInfo.InvariantCulture) : value.ToString("0.######", CultureInfo.InvariantCulture);
    }
}
