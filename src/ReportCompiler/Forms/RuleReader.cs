using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Syntax;

namespace ReportCompiler.Forms;

/// <summary>
/// Reads rules written as equations and applies them to the rows and columns of a form. The same reader serves an edition's rules
/// and a project's own.
/// </summary>
internal sealed class RuleReader(Findings findings, Document document, Form form)
{
    private enum Each { Once, Row, Column }

    /// <summary>Reads the rules of a list; a faulty one is a finding and is left out.</summary>
    public ImmutableArray<EquationRule> Read(IReadOnlyList<Node> nodes) => [.. nodes.Select(ReadRule).OfType<EquationRule>()];

    private EquationRule? ReadRule(Node node)
    {
        if (Fields.Of(findings, document, node) is not { } fields) return null;
        var name = fields.Required("规则");
        var code = fields.Required("代码");
        var title = new Text(fields.Required("名称"), fields.Text("英文") ?? name);
        var severity = fields.Choice("级别", SeverityWords.Choices[..3]) ?? Severity.Error;
        var table = fields.Scalar("表");
        var each = fields.Choice("每", ("行", Each.Row), ("列", Each.Column)) ?? Each.Once;
        var formula = fields.Scalar("式");
        _ = fields.Required("式");
        var derived = fields.Scalar("得出");
        var subject = derived ?? fields.Scalar("核对");
        var basis = fields.Text("依据") ?? "";
        var help = fields.Text("补救");
        var remedy = new Text(help ?? "核对式中各格", fields.Text("补救英文") ?? "compare the cells of the equation");
        fields.Close();
        if (formula is null || Formula.Parse(findings, document, formula) is not { } parsed || !IsNamed(parsed, subject)) return null;
        var scope = table is null ? null : form.FindTable(table.Value);
        if (table is not null && scope is null)
        {
            findings.Add(Errors.Editions.UnknownName(fields.At(table), table.Value, Names.Nearest(table.Value, form.Tables.Select(t => t.Key))));
            return null;
        }
        if (each != Each.Once && scope is null)
        {
            findings.Add(Errors.Fields.Missing(fields.At(fields.Map), "表"));
            return null;
        }
        var rule = new EquationRule(new Rule(code, name, severity, title), remedy, basis, formula.Value, derived is not null) { At = fields.At(fields.Scalar("规则") ?? node) };
        rule.Equations = each switch
        {
            Each.Row => EachRow(rule, parsed, scope!, formula, subject?.Value),
            Each.Column => EachColumn(rule, parsed, scope!, formula, subject?.Value),
            _ => Once(rule, parsed, scope, formula, subject?.Value),
        };
        if (rule.Equations.IsEmpty && !findings.HasErrors) findings.Add(Errors.Editions.NeverApplies(fields.At(formula), name));
        return rule;
    }

    /// <summary>Whether the cell that a rule is about is one of its formula's; whatever the form, another cannot be meant.</summary>
    private bool IsNamed(Formula formula, Scalar? subject)
    {
        var names = formula.Names.Where(n => !n.LastYear).Select(n => n.Path).ToList();
        if (subject is null || names.Contains(subject.Value, StringComparer.Ordinal)) return true;
        findings.Add(Errors.Editions.NotInFormula(document.At(subject), subject.Value, Names.Nearest(subject.Value, names), names));
        return false;
    }

    private ImmutableArray<Equation> EachRow(EquationRule rule, Formula formula, Table table, Scalar at, string? subject)
    {
        foreach (var name in formula.Names.Where(n => !table.Bands.Any(b => b.FindColumn(n.Path) is not null)))
            Unknown(at, name, table.Bands.SelectMany(b => b.Leaves).Select(c => c.Key ?? c.Label));
        return [.. table.Leaves
            .Where(row => formula.Names.All(n => table.BandOf(row).FindColumn(n.Path) is not null))
            .Select(row => Apply(rule, formula, subject, name => [Cell(row, name)]))];

        Cell Cell(Row row, string name) => row.Cells[table.BandOf(row).Leaves.IndexOf(table.BandOf(row).FindColumn(name)!)];
    }

    private ImmutableArray<Equation> EachColumn(EquationRule rule, Formula formula, Table table, Scalar at, string? subject)
    {
        var rows = new Dictionary<string, Row>(StringComparer.Ordinal);
        foreach (var name in formula.Names)
        {
            if (FindRow(table, name.Path) is { } row) rows[name.Path] = row;
            else Unknown(at, name, AllRows(table).Select(r => r.Path[(table.Key.Length + 1)..]));
        }
        if (findings.HasErrors || rows.Count == 0) return [];
        var columns = table.BandOf(rows.Values.First().Leaves.First()).Leaves;
        return [.. columns.Select((column, i) =>
            Apply(rule, formula, subject, name => SumOf(rows[name]).Select(r => r.Cells[i])))];
    }

    private ImmutableArray<Equation> Once(EquationRule rule, Formula formula, Table? table, Scalar at, string? subject)
    {
        var cells = new Dictionary<string, ImmutableArray<Cell>>(StringComparer.Ordinal);
        foreach (var name in formula.Names)
        {
            if (FindCells(table, name.Path) is { IsEmpty: false } found) cells[name.Path] = found;
            else Unknown(at, name, form.Cells.Select(c => table is null ? c.Path : c.Path[(c.Path.IndexOf('.') + 1)..]));
        }
        return findings.HasErrors ? [] : [Apply(rule, formula, subject, name => cells[name])];
    }

    private static Equation Apply(EquationRule rule, Formula formula, string? subject, Func<string, IEnumerable<Cell>> cells)
    {
        var left = Side(formula.Left);
        var right = Side(formula.Right);
        var name = subject ?? formula.Left[0].Path;
        var about = left.Concat(right).FirstOrDefault(o => o.Name == name && !o.LastYear) ?? left[0];
        return new Equation(rule, about.Cells[0], left, right, formula.Relation);

        ImmutableArray<Operand> Side(ImmutableArray<FormulaName> names) =>
            [.. names.Select(n => new Operand(n.Path, n.Sign, [.. cells(n.Path)], n.LastYear))];
    }

    /// <summary>The rows a name stands for: itself, or all rows below a group but its totals.</summary>
    private static IEnumerable<Row> SumOf(Row row) => row.IsGroup ? row.Leaves.Where(r => r.Key != Row.OwnValueKey) : [row];

    private static Row? FindRow(Table table, string path)
    {
        var steps = path.Split('.');
        var row = table.Find(steps[0]);
        foreach (var step in steps.Skip(1)) row = row?.Find(step);
        return row;
    }

    private static IEnumerable<Row> AllRows(Table table)
    {
        return table.Bands.SelectMany(b => b.Rows).SelectMany(Self);

        static IEnumerable<Row> Self(Row row) => (row.Key is null ? Enumerable.Empty<Row>() : [row]).Concat(row.Children.SelectMany(Self));
    }

    private ImmutableArray<Cell> FindCells(Table? table, string path)
    {
        var full = table is null ? path : $"{table.Key}.{path}";
        if (form.Find(full) is { } cell) return [cell];
        var steps = full.Split('.', 2);
        if (steps.Length < 2 || form.FindTable(steps[0]) is not { } scope) return [];
        if (FindRow(scope, steps[1]) is { } group) return [.. SumOf(group).Where(r => r.Cells.Length == 1).SelectMany(r => r.Cells)];
        // A group by column: 不予公开.自然人 is the sum of its rows in that column.
        var dot = steps[1].LastIndexOf('.');
        if (dot < 0 || FindRow(scope, steps[1][..dot]) is not { } rows) return [];
        return [.. SumOf(rows).SelectMany(r => r.Cells).Where(c => c.Column.Key == steps[1][(dot + 1)..])];
    }

    private void Unknown(Scalar at, FormulaName name, IEnumerable<string> known) =>
        findings.Add(Errors.Editions.UnknownName(
            new Location(document.Source, Sources.Span.OnLine(at.Span.Line, at.Span.Column + name.Offset + (at.Style == ScalarStyle.Quoted ? 1 : 0), name.Path.Length)),
            name.Path, Names.Nearest(name.Path, known)));
}
