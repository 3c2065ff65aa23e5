using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Syntax;

namespace ReportCompiler.Forms;

/// <summary>A name in a formula.</summary>
/// <param name="Path">Without the leading <c>上年.</c>.</param>
/// <param name="Sign">1 or -1.</param>
/// <param name="LastYear">Whether <c>上年.</c> stood before it.</param>
/// <param name="Offset">Where it stands in the formula.</param>
internal sealed record FormulaName(string Path, int Sign, bool LastYear, int Offset);

/// <summary>A rule as the statute writes it: <c>本年新收 + 上年结转 = 办理结果.总计 + 结转下年度</c>.</summary>
internal sealed record Formula(ImmutableArray<FormulaName> Left, ImmutableArray<FormulaName> Right, Relation Relation)
{
    private const string LastYear = "上年.";

    /// <summary>All names of both sides.</summary>
    public IEnumerable<FormulaName> Names => Left.Concat(Right);

    /// <summary>The place of a part of a formula; that of the whole where the part does not stand there as it reads.</summary>
    public static Location At(Document document, Scalar formula, int offset, int length)
    {
        var (source, span) = (document.Source, formula.Span);
        var start = source.OffsetAt(span.Line, span.Column) + (formula.Style == ScalarStyle.Quoted ? 1 : 0) + offset;
        var isThere = offset + length <= formula.Value.Length
            && string.CompareOrdinal(source.Text, start, formula.Value, offset, length) == 0;
        return isThere ? new Location(source, source.SpanAt(start, length)) : document.At(formula);
    }

    /// <summary>Parses a formula; null, with a finding, if it is not one.</summary>
    public static Formula? Parse(Findings findings, Document document, Scalar scalar)
    {
        var sides = (Left: ImmutableArray.CreateBuilder<FormulaName>(), Right: ImmutableArray.CreateBuilder<FormulaName>());
        Relation? relation = null;
        var sign = 1;
        var expectName = true;
        var text = scalar.Value;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (c == ' ')
            {
                i++;
                continue;
            }
            if (expectName && Identifier.LengthAt(text, i) > 0)
            {
                var start = i;
                while (i < text.Length && (text[i] == '.' ? 1 : Identifier.LengthAt(text, i)) is > 0 and var length) i += length;
                var name = text[start..i];
                var last = name.StartsWith(LastYear, StringComparison.Ordinal);
                (relation is null ? sides.Left : sides.Right).Add(
                    new FormulaName(last ? name[LastYear.Length..] : name, sign, last, last ? start + LastYear.Length : start));
                expectName = false;
                continue;
            }
            if (expectName) return Fault(i, lacksName: true);
            expectName = true;
            sign = 1;
            if (c is '+' or '＋') i++;
            else if (c is '-' or '−' or '－')
            {
                sign = -1;
                i++;
            }
            else if (relation is null && c is '=' or '＝')
            {
                relation = Relation.Equal;
                i++;
            }
            else if (relation is null && (c == '≤' || text.AsSpan(i).StartsWith("<=")))
            {
                relation = Relation.AtMost;
                i += c == '≤' ? 1 : 2;
            }
            else return Fault(i, lacksName: false);
        }
        if (expectName || relation is null) return Fault(text.Length, expectName);
        return new Formula(sides.Left.ToImmutable(), sides.Right.ToImmutable(), relation.Value);

        Formula? Fault(int at, bool lacksName)
        {
            findings.Add(Errors.Editions.NotAFormula(At(document, scalar, at, 1), text, at, lacksName));
            return null;
        }
    }
}
