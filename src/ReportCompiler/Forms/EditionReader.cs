using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;

namespace ReportCompiler.Forms;

/// <summary>Reads an edition file, checks it as a whole, and reports its faults with their lines.</summary>
public sealed class EditionReader
{
    private readonly Findings _findings;
    private readonly Document _document;
    private readonly Dictionary<Row, Location> _rowAt = [];

    private EditionReader(Findings findings, Document document)
    {
        _findings = findings;
        _document = document;
    }

    /// <summary>Reads an edition; null, with findings, where it has any fault.</summary>
    public static Edition? Read(Findings findings, Source source)
    {
        var own = new Findings();
        var document = YamlReader.Read(own, source);
        var edition = document is null ? null : new EditionReader(own, document).ReadEdition();
        findings.AddRange(own.All);
        return own.HasErrors ? null : edition;
    }

    private Edition? ReadEdition()
    {
        if (Fields.Of(_findings, _document, _document.Root) is not { } fields) return null;
        var key = fields.Required("版本");
        if (fields.Scalar("版本") is { } name && !IsIdentifier(key, digitFirst: true)) _findings.Add(Errors.Editions.NotAnIdentifier(fields.At(name), key));
        var from = fields.Number("自") ?? 0;
        var basis = fields.Required("依据");
        var title = fields.Required("标题");
        var footnote = fields.Text("脚注");
        var sections = fields.List("章节").Select(ReadSection).OfType<Section>().ToImmutableArray();
        var tables = fields.List("表").Select(ReadTable).OfType<Table>().ToImmutableArray();
        var cells = Number(tables);
        foreach (var twice in cells.GroupBy(c => c.Path, StringComparer.Ordinal).Where(g => g.Count() > 1).DistinctBy(g => g.Last().Row))
            _findings.Add(Errors.Editions.TwoCellsOfOnePath(_rowAt.GetValueOrDefault(twice.Last().Row) ?? fields.At(fields.Map), twice.Key));
        if (tables.IsEmpty) _findings.Add(Errors.Fields.Missing(fields.At(fields.Map), "表"));
        var ruleNodes = fields.List("规则");
        var figureNodes = fields.List("附表");
        var formerNodes = fields.List("沿革");
        var phraseNode = fields.Node("行文");
        fields.Close();
        if (_findings.HasErrors) return null;

        var form = new Form(tables, cells);
        var rules = new RuleReader(_findings, _document, form).Read(ruleNodes);
        var keyFigures = figureNodes.Select(n => ReadKeyFigure(n, form)).OfType<KeyFigure>().ToImmutableArray();
        var correspondences = new CorrespondenceReader(_findings, _document, form).Read(formerNodes);
        var phrasing = phraseNode is null ? null : new PhraseReader(_findings, _document, form, sections).Read(phraseNode);
        CheckSections(form, fields);
        if (_findings.HasErrors) return null;
        var derivations = Derivations.Of(rules, out var circle);
        if (circle is not null) _findings.Add(Errors.Editions.Circle(fields.At(Deriving(circle, rules, ruleNodes) ?? fields.Map), circle.Path));
        return _findings.HasErrors ? null : new Edition(form)
        {
            Key = key,
            At = fields.At(fields.Scalar("版本")!),
            From = from,
            Basis = basis,
            Title = title,
            Sections = sections,
            Rules = rules,
            KeyFigures = keyFigures,
            Derivations = derivations,
            Phrasing = phrasing,
            Footnote = footnote,
            Correspondences = correspondences,
        };
    }

    /// <summary>Keys are identifiers of the template language, or templates could not name them.</summary>
    internal static bool IsIdentifier(string key, bool digitFirst = false) =>
        key.Length > 0 && (digitFirst || !char.IsDigit(key[0])) && key.All(c => c == '_' || char.IsLetterOrDigit(c));

    private void CheckSections(Form form, Fields fields)
    {
        foreach (var table in fields.List("章节").OfType<Mapping>().Select(s => s["表"]).OfType<Scalar>().Where(t => !t.IsNull && form.FindTable(t.Value) is null))
            _findings.Add(Errors.Editions.UnknownName(fields.At(table), table.Value, Names.Nearest(table.Value, form.Tables.Select(t => t.Key))));
    }

    /// <summary>Where the rule stands that computes a cell.</summary>
    private static Node? Deriving(Cell cell, ImmutableArray<EquationRule> rules, IReadOnlyList<Node> nodes)
    {
        var rule = rules.FirstOrDefault(r => r.Derives && r.Equations.Any(e => e.Subject == cell));
        return nodes.OfType<Mapping>().FirstOrDefault(n => n["规则"] is Scalar name && name.Value == rule?.Rule.Name)?["得出"];
    }

    private Section? ReadSection(Node node)
    {
        if (Fields.Of(_findings, _document, node) is not { } fields) return null;
        var section = new Section(fields.Required("序"), fields.Required("标题"), fields.Required("英文"), [.. fields.Texts("又作")], fields.Text("表"));
        fields.Close();
        return section;
    }

    private Table? ReadTable(Node node)
    {
        if (Fields.Of(_findings, _document, node) is not { } fields) return null;
        var key = ReadKey(fields, required: true) ?? "";
        var gloss = fields.Required("英文");
        var caption = fields.Required("题");
        var note = fields.Text("注");
        var layout = fields.Choice("排列", ("纵", Arrangement.Down), ("横", Arrangement.Across), ("清单", Arrangement.List)) ?? Arrangement.Down;
        var unit = fields.Text("计量") ?? "";
        var bands = fields.Node("栏") is not null
            ? fields.List("栏").Select(n => Fields.Of(_findings, _document, n)).OfType<Fields>().Select(f => ReadBand(f, unit, own: true)).ToImmutableArray()
            : [ReadBand(fields, unit, own: false)];
        fields.Close();
        return new Table { Key = key, Gloss = gloss, Caption = caption, Note = note, Arrangement = layout, Bands = bands };
    }

    private Band ReadBand(Fields fields, string unit, bool own)
    {
        var title = own ? fields.Text("题") : null;
        var stub = fields.Text("表头");
        unit = fields.Text("计量") ?? unit;
        var single = fields.Node("值");
        var columns = single is not null
            ? Fields.Of(_findings, _document, single) is { } value ? [ReadColumn(value, unit, isValue: true)] : ImmutableArray<Column>.Empty
            : ReadColumns(fields, unit);
        var rows = ReadRows(fields);
        if (columns.IsEmpty) _findings.Add(Errors.Fields.Missing(fields.At(fields.Map), "列"));
        if (rows.IsEmpty) _findings.Add(Errors.Fields.Missing(fields.At(fields.Map), "行"));
        if (own) fields.Close();
        return new Band(title, stub, columns, rows, single is not null);
    }

    private ImmutableArray<Column> ReadColumns(Fields fields, string unit) =>
        [.. fields.List("列").Select(n => Fields.Of(_findings, _document, n)).OfType<Fields>().Select(f => ReadColumn(f, unit, isValue: false))];

    private Column ReadColumn(Fields fields, string unit, bool isValue)
    {
        var children = isValue ? [] : ReadColumns(fields, unit);
        var key = isValue ? null : ReadKey(fields, required: children.IsEmpty);
        var kind = ReadKind(fields) ?? ValueKind.Count;
        var column = new Column(children.IsEmpty ? key : null, fields.Text("名称") ?? key ?? fields.Required("名称"), fields.Required("英文"), fields.Text("计量") ?? unit, kind, children);
        fields.Close();
        return column;
    }

    private static ValueKind? ReadKind(Fields fields) =>
        fields.Choice("类型", ("件数", ValueKind.Count), ("增减", ValueKind.SignedCount), ("金额", ValueKind.Amount));

    private ImmutableArray<Row> ReadRows(Fields fields) =>
        [.. fields.List("行").Select(n => Fields.Of(_findings, _document, n)).OfType<Fields>().Select(ReadRow)];

    private Row ReadRow(Fields fields)
    {
        var key = ReadKey(fields, required: fields.Map["行"] is null);
        var label = fields.Text("名称") ?? key ?? fields.Required("名称");
        var gloss = fields.Required("英文");
        var unit = fields.Text("计量") ?? "";
        var kind = ReadKind(fields);
        var children = ReadRows(fields);
        if (fields.Choice("自有值", ("是", true), ("否", false)) == true)
            children = [new Row { Key = Row.OwnValueKey, Label = label, Gloss = gloss, Unit = unit, Kind = kind, IsOwnValue = true }, .. children];
        fields.Close();
        var row = new Row { Key = key, Label = label, Gloss = gloss, Unit = unit, Kind = kind, Children = children };
        _rowAt[row] = fields.At(fields.Scalar("键") ?? (Node)fields.Map);
        return row;
    }

    private string? ReadKey(Fields fields, bool required)
    {
        var key = required ? fields.Required("键") : fields.Text("键");
        if (key is { Length: > 0 } && !IsIdentifier(key)) _findings.Add(Errors.Editions.NotAnIdentifier(fields.At(fields.Scalar("键")!), key));
        return key;
    }

    private KeyFigure? ReadKeyFigure(Node node, Form form)
    {
        if (Fields.Of(_findings, _document, node) is not { } fields) return null;
        var path = fields.Required("单元格");
        var label = fields.Required("题");
        fields.Close();
        if (form.Find(path) is { } cell) return new KeyFigure(cell, label);
        if (path.Length > 0) _findings.Add(Errors.Editions.UnknownName(fields.At(fields.Scalar("单元格")!), path, form.Nearest(path)));
        return null;
    }

    /// <summary>Gives every row its path and its cells, numbered through the whole form.</summary>
    private static ImmutableArray<Cell> Number(ImmutableArray<Table> tables)
    {
        var cells = ImmutableArray.CreateBuilder<Cell>();
        foreach (var table in tables)
            foreach (var band in table.Bands)
                foreach (var row in band.Rows) Visit(row, table.Key, table.Gloss, table, band);
        return cells.ToImmutable();

        void Visit(Row row, string path, string gloss, Table table, Band band)
        {
            if (row.Key is not null)
            {
                path = $"{path}.{row.Key}";
                gloss = row.IsOwnValue ? $"{gloss}, total" : $"{gloss}, {row.Gloss}";
            }
            row.Path = path;
            foreach (var child in row.Children) Visit(child, path, gloss, table, band);
            if (row.IsGroup) return;
            row.Cells = [.. band.Leaves.Select((column, i) => band.IsSingle
                ? new Cell(cells.Count + i, path, table, row, column, gloss)
                : new Cell(cells.Count + i, $"{path}.{column.Key}", table, row, column, $"{gloss}, {column.Gloss}"))];
            cells.AddRange(row.Cells);
        }
    }
}
