using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Syntax;

namespace ReportCompiler.Forms;

/// <summary>Reads 沿革: what compares with what of a former edition. That edition is not looked at until a year needs it.</summary>
internal sealed class CorrespondenceReader(Findings findings, Document document, Form form)
{
    /// <summary>Reads the entries of a list; one of a row or group with columns becomes one for every column.</summary>
    public ImmutableArray<Correspondence> Read(IReadOnlyList<Node> nodes) => [.. nodes.SelectMany(ReadEntry)];

    private IEnumerable<Correspondence> ReadEntry(Node node)
    {
        if (Fields.Of(findings, document, node) is not { } fields) return [];
        var former = fields.Required("格式");
        var path = fields.Required("本年");
        var before = fields.Required("上年").Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        fields.Close();
        if (path.Length == 0) return [];
        var at = fields.At(fields.Scalar("上年") ?? (Node)fields.Map);
        var formerAt = fields.At(fields.Scalar("格式") ?? (Node)fields.Map);
        if (form.Find(path) is { } cell) return [new Correspondence(former, path, [cell], [.. before], formerAt, at)];
        if (form.FindRow(path) is { } row) return OfRow(row, former, before, formerAt, at);
        findings.Add(Errors.Editions.UnknownName(fields.At(fields.Scalar("本年")!), path, form.NearestOfAny(path)));
        return [];
    }

    /// <summary>A group stands for the rows below it but its own value.</summary>
    private static IEnumerable<Correspondence> OfRow(Row row, string former, string[] before, Location formerAt, Location at) =>
        row.Details.SelectMany(r => r.Cells)
            .GroupBy(c => c.Path == c.Row.Path ? "" : $".{c.Column.Key}", StringComparer.Ordinal)
            .Select(column => new Correspondence(
                former, row.Path + column.Key, [.. column], [.. before.Select(b => b + column.Key)], formerAt, at));
}
