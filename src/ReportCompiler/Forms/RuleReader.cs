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

    /// <summary>What a rule is applied to.</summary>
    /// <param name="Each">Every row, every column, or the cells as they are named.</param>
    /// <param name="Table">Its table; null if cells are named by whole paths.</param>
    /// <param name="Formula">The formula as it is written.</param>
    /// <param name="Subject">The name that a finding is about; null for the first.</param>
    /// <param name="Derives">Whether the subject is computed.</param>
    private sealed record Target(Each Each, Table? Table, Scalar Formula, string? Subject, bool Derives);

    /// <summary>Reads the rules of a list; a faulty one is a finding and is left out.</summary>
    public ImmutableArray<EquationRule> Read(IReadOnlyList<Node> nodes) => [.. nodes.Select(ReadRule).OfType<EquationRule>()];

    private EquationRule? ReadRule(Node node)
    {
        if (Fields.Of(findings, document, node) is not { } fields) return null;
        var name = fields.Required("规则");
        var code = fields.Required("代码");
        var title = new Text(fields.Required("名称"), fields.Text("英文") ?? name);
        var severity = fields.Choice("级别", ("错误", Severity.Error), ("警告", Severity.Warning), ("提示", Severity.Info));
        var table = fields.Scalar("表");
        var each = fields.Choice("每", ("行", Each.Row), ("列", Each.Column));
        var isEachKnown = each is not null || fields.Node("每") is null;
        var text = fields.Scalar("式");
        _ = fields.Required("式");
        var derived = fields.Scalar("得出");
        var subject = derived ?? fields.Scalar("核对");
        var basis = fields.Text("依据") ?? "";
        var help = fields.Text("补救");
        var remedy = new Text(help ?? "核对式中各格", fields.Text("补救英文") ?? "compare the cells of the equation");
        fields.Close();
        if (text is null || Formula.Parse(findings, document, text) is not { } formula || !IsNamed(formula, subject)) return null;
        // What its names are depends on it.
        if (!isEachKnown) return null;
        if (derived is not null && !IsSum(formula, text, derived)) return null;
        var scope = table is null ? null : form.FindTable(table.Value);
        if (table is not null && scope is null)
        {
            var nearest = Names.Nearest(table.Value, form.Tables.Select(t => t.Key));
            findings.Add(Errors.Editions.UnknownName(fields.At(table), table.Value, nearest));
            return null;
        }
        if (each is not null && scope is null)
        {
            findings.Add(Errors.Fields.Missing(fields.At(fields.Map), "表"));
            return null;
        }
        var faults = findings.All.Count;
        var target = new Target(each ?? Each.Once, scope, text, subject?.Value, derived is not null);
        var rule = new EquationRule(own => Apply(own, formula, target))
        {
            Rule = new Rule(code, name, severity ?? Severity.Error, title),
            Help = remedy,
            Basis = basis,
            Formula = text.Value,
            Derives = derived is not null,
            At = fields.At(fields.Scalar("规则") ?? node),
            FormulaAt = fields.At(text),
            SubjectAt = fields.At(subject ?? text),
            IsOfEachRow = each == Each.Row,
        };
        if (rule.Equations.IsEmpty && findings.All.Count == faults) findings.Add(Errors.Editions.NeverApplies(fields.At(text), name));
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

    /// <summary>Whether a formula gives its total as a plain sum: it alone on one side of =, this year's figures on the other.</summary>
    private bool IsSum(Formula formula, Scalar text, Scalar total)
    {
        var isLeft = formula.Left.Any(n => n.Path == total.Value && !n.LastYear);
        var (own, parts) = isLeft ? (formula.Left, formula.Right) : (formula.Right, formula.Left);
        if (formula.Relation != Relation.Equal || own.Length > 1)
        {
            findings.Add(Errors.Editions.NotAlone(document.At(text), total.Value));
            return false;
        }
        if (parts.FirstOrDefault(n => n.Sign < 0 || n.LastYear) is not { } wrong) return true;
        findings.Add(Errors.Editions.NotASum(At(text, wrong), total.Value, wrong.LastYear));
        return false;
    }

    private ImmutableArray<Equation> Apply(EquationRule rule, Formula formula, Target target)
    {
        var equations = target.Each switch
        {
            Each.Row => EachRow(rule, formula, target),
            Each.Column => EachColumn(rule, formula, target),
            _ => Once(rule, formula, target),
        };
        foreach (var equation in equations)
            if (!IsClear(equation, formula, target)) return [];
        // A rule that stands alone (每 left out) follows from nothing, whatever its cells are made of.
        if (target.Derives || equations.Length < 2) return equations;
        return [.. equations.Select(e => e with { FollowsWhenDerived = e.Cells.All(c => c.Role == CellRole.RowTotal) })];
    }

    /// <summary>Whether an equation names no cell twice, and as the total that it gives one cell and no group.</summary>
    private bool IsClear(Equation equation, Formula formula, Target target)
    {
        var seen = new HashSet<(Cell, bool)>();
        foreach (var (name, operand) in formula.Names.Zip(equation.Operands))
        {
            if (target.Derives && operand.Name == target.Subject && operand.Cells.Length > 1)
            {
                findings.Add(Errors.Editions.TotalIsAGroup(At(target.Formula, name), name.Path));
                return false;
            }
            if (operand.Cells.FirstOrDefault(c => !seen.Add((c, operand.LastYear))) is not { } twice) continue;
            findings.Add(Errors.Editions.NamedTwice(At(target.Formula, name), twice.Path));
            return false;
        }
        return true;
    }

    private ImmutableArray<Equation> EachRow(EquationRule rule, Formula formula, Target target)
    {
        var table = target.Table!;
        foreach (var name in formula.Names.Where(n => !table.Bands.Any(b => b.FindColumn(n.Path) is not null)))
            Unknown(target.Formula, name, table.Bands.SelectMany(b => b.Leaves).Select(c => c.Key ?? c.Label));
        return [.. table.Leaves
            .Where(row => formula.Names.All(n => table.BandOf(row).FindColumn(n.Path) is not null))
            .Select(row => Apply(rule, formula, target.Subject, name => [Cell(row, name)]))];

        Cell Cell(Row row, string name) => row.Cells[table.BandOf(row).Leaves.IndexOf(table.BandOf(row).FindColumn(name)!)];
    }

    private ImmutableArray<Equation> EachColumn(EquationRule rule, Formula formula, Target target)
    {
        var table = target.Table!;
        var rows = new Dictionary<string, Row>(StringComparer.Ordinal);
        foreach (var name in formula.Names)
        {
            if (table.FindRow(name.Path) is { } row) rows[name.Path] = row;
            else Unknown(target.Formula, name, AllRows(table).Select(r => r.Path[(table.Key.Length + 1)..]));
        }
        if (formula.Names.Any(n => !rows.ContainsKey(n.Path))) return [];
        var columns = ColumnsOf(formula.Left[0]);
        foreach (var name in formula.Names)
        {
            if (ColumnsOf(name).Select(c => c.Key).SequenceEqual(columns.Select(c => c.Key), StringComparer.Ordinal)) continue;
            findings.Add(Errors.Editions.OtherColumns(At(target.Formula, name), name.Path, formula.Left[0].Path));
            return [];
        }
        return [.. columns.Select((column, i) => Apply(rule, formula, target.Subject, name => rows[name].Details.Select(r => r.Cells[i])))];

        ImmutableArray<Column> ColumnsOf(FormulaName name) => table.BandOf(rows[name.Path].Leaves.First()).Leaves;
    }

    private ImmutableArray<Equation> Once(EquationRule rule, Formula formula, Target target)
    {
        var cells = new Dictionary<string, ImmutableArray<Cell>>(StringComparer.Ordinal);
        foreach (var name in formula.Names)
        {
            if (FindCells(target.Table, name.Path) is { IsEmpty: false } found) cells[name.Path] = found;
            else Unknown(target.Formula, name, form.Cells.Select(c => target.Table is null ? c.Path : c.Path[(c.Path.IndexOf('.') + 1)..]));
        }
        return formula.Names.Any(n => !cells.ContainsKey(n.Path)) ? [] : [Apply(rule, formula, target.Subject, name => cells[name])];
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

    private static IEnumerable<Row> AllRows(Table table)
    {
        return table.Bands.SelectMany(b => b.Rows).SelectMany(Self);

        static IEnumerable<Row> Self(Row row) => (row.Key is null ? Enumerable.Empty<Row>() : [row]).Concat(row.Children.SelectMany(Self));
    }

    private ImmutableArray<Cell> FindCells(Table? table, string path)
    {
        var full = table is null ? path : $"{table.Key}.{path}";
        if (form.Find(full) is { } cell) return [cell];
        if (form.FindRow(full) is { } group) return [.. group.Details.Where(r => r.Cells.Length == 1).SelectMany(r => r.Cells)];
        // A group by column: 不予公开.自然人 is the sum of its rows in that column.
        var dot = full.LastIndexOf('.');
        if (dot < 0 || form.FindRow(full[..dot]) is not { } rows) return [];
        return [.. rows.Details.SelectMany(r => r.Cells).Where(c => c.Column.Key == full[(dot + 1)..])];
    }

    private void Unknown(Scalar formula, FormulaName name, IEnumerable<string> known) =>
        findings.Add(Errors.Editions.UnknownName(At(formula, name), name.Path, Names.Nearest(name.Path, known)));

    private Location At(Scalar formula, FormulaName name) => Formula.At(document, formula, name.Offset, name.Path.Length);
}
