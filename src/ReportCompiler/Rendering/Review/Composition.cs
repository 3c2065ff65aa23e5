using System.Text;
using ReportCompiler.Forms;
using ReportCompiler.Input;

namespace ReportCompiler.Rendering.Review;

/// <summary>What a total is made of, as it is read aloud.</summary>
internal static class Composition
{
    /// <summary><c>自然人 2 + 商业企业 1</c>, without the zeros; null if no other cells give the cell.</summary>
    public static string? InWords(Figures figures, Cell total)
    {
        if (!total.IsTotal || Find(figures.Edition, total) is not { } derivation) return null;
        var text = new StringBuilder();
        foreach (var operand in derivation.Operands)
        {
            var sum = 0m;
            foreach (var cell in operand.Cells) sum += figures.Value(cell);
            if (sum == 0) continue;
            if (text.Length > 0 || operand.Sign < 0) text.Append(operand.Sign < 0 ? " − " : " + ");
            text.Append(Name(figures.Edition, operand)).Append(' ').Append(Figure.Format(sum));
        }
        return text.ToString();
    }

    /// <summary>An operand as the edition writes it; in a form in English the figure of a group is that group.</summary>
    private static string Name(Edition edition, Operand operand) => edition.Language == Diagnostics.Language.Chinese
        ? operand.Name : operand.Name.Replace($".{Row.OwnValueKey}", "", StringComparison.Ordinal);

    private static Derivation? Find(Edition edition, Cell total)
    {
        foreach (var derivation in edition.Derivations)
            if (derivation.Total == total) return derivation;
        return null;
    }
}
