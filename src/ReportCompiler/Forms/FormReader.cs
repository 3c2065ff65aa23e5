using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Syntax;

namespace ReportCompiler.Forms;

/// <summary>Reads the tables of an edition: bands, columns, rows and the cells they make, numbered through the whole form.</summary>
/// <param name="findings">Takes the faults.</param>
/// <param name="document">The edition's file.</param>
/// <param name="roles">Which cell paths are totals; a path that is not there is counted.</param>
/// <param name="wording">The words that are printed beside those of the tables.</param>
internal sealed class FormReader(
    Findings findings, Document document, IReadOnlyDictionary<string, CellRole> roles, Wording wording)
{
    // What a data file, the narrative or a template calls something else: a table of that name could not be reached.
    private static readonly string[] Reserved =
    [
        "单位", "年度", "报送日期", "填报人", "审核人", "电话", "说明", "指标", "机关", "简称", "标题", "联系方式", "发布日期",
        "上年", "表单", "值", "前言", "缺联系方式", "章节", "附表", "上年报告", "下年报告", "历年", "草稿", "用语", "联系语",
    ];

    private readonly ImmutableArray<Cell>.Builder _cells = ImmutableArray.CreateBuilder<Cell>();

    // Two columns may be alike in all they say and stand in two bands.
    private readonly Dictionary<object, Location> _at = new(ReferenceEqualityComparer.Instance);

    /// <summary>The form of these tables; faulty where there are findings.</summary>
    public Form Read(IReadOnlyList<Node> nodes)
    {
        var tables = nodes.Select(n => Fields.Of(findings, document, n)).OfType<Fields>().Select(ReadTable).ToImmutableArray();
        CheckNames(tables, t => [t.Key, t.Caption]);
        return new Form(tables, _cells.ToImmutable());
    }

    /// <summary>Where a table, row or column is written.</summary>
    public Location At(object part) => _at[part];

    private Table ReadTable(Fields fields)
    {
        var key = ReadKey(fields, required: true) ?? "";
        if (Reserved.Contains(key, StringComparer.Ordinal)) findings.Add(Errors.Editions.ReservedKey(fields.At(fields.Scalar("键")!), key));
        var gloss = fields.Required("英文");
        var caption = fields.Required("题");
        var note = fields.Text("注");
        var arrangement = fields.Choice("排列", ("纵", Arrangement.Down), ("横", Arrangement.Across), ("清单", Arrangement.List));
        var unit = fields.Text("计量") ?? "";
        var table = new Table(self => ReadBands(fields, self, key, gloss, unit))
        {
            Key = key,
            Gloss = gloss,
            Caption = caption,
            Note = note,
            Arrangement = arrangement ?? Arrangement.Down,
            Wording = wording,
        };
        _at[table] = PlaceOf(fields);
        fields.Close();
        CheckRows(table.KeyedRows);
        return table;
    }

    private ImmutableArray<Band> ReadBands(Fields fields, Table table, string path, string gloss, string unit)
    {
        if (fields.Node("栏") is null) return [ReadBand(fields, own: false)];
        return [.. Each(fields, "栏").Select(f => ReadBand(f, own: true))];

        Band ReadBand(Fields band, bool own)
        {
            var title = own ? band.Text("题") : null;
            var stub = band.Text("表头");
            var counted = band.Text("计量") ?? unit;
            var single = band.Node("值");
            var columns = single is null ? ReadColumns(band, counted)
                : Fields.Of(findings, document, single) is { } value ? [ReadColumn(value, counted, isValue: true)] : [];
            var leaves = columns.SelectMany(c => c.Leaves).ToImmutableArray();
            CheckNames(leaves, c => [c.Key ?? c.Label, c.Label]);
            var rows = ReadRows(band, new Place(path, gloss, table, leaves, single is not null));
            if (columns.IsEmpty) findings.Add(Errors.Fields.Missing(band.At(band.Map), "列"));
            if (rows.IsEmpty) findings.Add(Errors.Fields.Missing(band.At(band.Map), "行"));
            if (own) band.Close();
            return new Band(title, stub, columns, rows, single is not null);
        }
    }

    private ImmutableArray<Column> ReadColumns(Fields fields, string unit) =>
        [.. Each(fields, "列").Select(f => ReadColumn(f, unit, isValue: false))];

    private Column ReadColumn(Fields fields, string unit, bool isValue)
    {
        var children = isValue ? [] : ReadColumns(fields, unit);
        var key = isValue ? null : ReadKey(fields, required: children.IsEmpty);
        var kind = ReadKind(fields) ?? ValueKind.Count;
        var label = fields.Text("名称") ?? key ?? fields.Required("名称");
        var counted = fields.Text("计量") ?? unit;
        var column = new Column(children.IsEmpty ? key : null, label, fields.Required("英文"), counted, kind, children)
        {
            IsUncounted = !isValue && IsUncounted(fields),
        };
        _at[column] = PlaceOf(fields);
        fields.Close();
        return column;
    }

    /// <summary>What a row inherits from where it stands.</summary>
    private sealed record Place(string Path, string Gloss, Table Table, ImmutableArray<Column> Columns, bool IsSingle);

    private ImmutableArray<Row> ReadRows(Fields fields, Place place) => [.. Each(fields, "行").Select(f => ReadRow(f, place))];

    /// <summary>Where a group's own value stands.</summary>
    private enum OwnLine
    {
        None,
        Below,
        InGroup,
    }

    private Row ReadRow(Fields fields, Place place)
    {
        var key = ReadKey(fields, required: fields.Map["行"] is null);
        var label = fields.Text("名称") ?? key ?? fields.Required("名称");
        var others = fields.Texts("又作").ToImmutableArray();
        var gloss = fields.Required("英文");
        var unit = fields.Text("计量") ?? "";
        var kind = ReadKind(fields);
        var own = key is null ? place : place with { Path = $"{place.Path}.{key}", Gloss = $"{place.Gloss}, {gloss}" };
        Row? ownValue = null;
        var ownLine = fields.Choice("自有值", ("是", OwnLine.Below), ("本行", OwnLine.InGroup), ("否", OwnLine.None)) ?? OwnLine.None;
        if (ownLine != OwnLine.None)
        {
            var at = own with { Path = $"{own.Path}.{Row.OwnValueKey}", Gloss = $"{own.Gloss}, total" };
            ownValue = new Row(at.Path, [], row => ReadCells(row, at))
            {
                Key = Row.OwnValueKey,
                Label = label,
                Gloss = gloss,
                Unit = unit,
                Kind = kind,
                IsOwnValue = true,
                IsInGroupLine = ownLine == OwnLine.InGroup,
            };
            _at[ownValue] = PlaceOf(fields);
        }
        var children = ReadRows(fields, own);
        if (ownValue is not null) children = [ownValue, .. children];
        var isUncounted = IsUncounted(fields);
        fields.Close();
        var row = new Row(own.Path, children, self => ReadCells(self, own))
        {
            Key = key,
            Label = label,
            OtherLabels = others,
            Gloss = gloss,
            Unit = unit,
            Kind = kind,
            IsUncounted = isUncounted,
        };
        _at[row] = PlaceOf(fields);
        if (key is not null) CheckRows(row.KeyedRows);
        return row;
    }

    private ImmutableArray<Cell> ReadCells(Row row, Place place)
    {
        var first = _cells.Count;
        foreach (var column in place.Columns)
        {
            var path = place.IsSingle ? place.Path : $"{place.Path}.{column.Key}";
            var gloss = place.IsSingle ? place.Gloss : $"{place.Gloss}, {column.Gloss}";
            _cells.Add(new Cell(_cells.Count, path, place.Table, row, column, gloss, roles.GetValueOrDefault(path)));
        }
        return [.. _cells.Skip(first)];
    }

    private static bool IsUncounted(Fields fields) => fields.Choice("不计入", ("是", true), ("否", false)) ?? false;

    private static ValueKind? ReadKind(Fields fields) =>
        fields.Choice("类型", ("件数", ValueKind.Count), ("增减", ValueKind.SignedCount), ("金额", ValueKind.Amount));

    private string? ReadKey(Fields fields, bool required)
    {
        var key = required ? fields.Required("键") : fields.Text("键");
        if (key is { Length: > 0 } && !Identifier.IsKey(key))
            findings.Add(Errors.Editions.NotAnIdentifier(fields.At(fields.Scalar("键")!), key));
        return key;
    }

    private IEnumerable<Fields> Each(Fields fields, string name) =>
        fields.List(name).Select(n => Fields.Of(findings, document, n)).OfType<Fields>();

    private static Location PlaceOf(Fields fields) => fields.At(fields.Map["键"] ?? fields.Map["名称"] ?? fields.Map);

    private void CheckRows(IEnumerable<Row> level) => CheckNames(level, r => r.Names);

    /// <summary>Data files write a key or a label, however numbered: no two of one level are alike, or a cell could stand twice.</summary>
    private void CheckNames<T>(IEnumerable<T> level, Func<T, string[]> names) where T : class
    {
        var first = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var part in level)
        {
            foreach (var name in names(part).Where(n => n.Length > 0))
            {
                if (first.TryAdd(Names.Fold(name), part) || first[Names.Fold(name)] == part) continue;
                findings.Add(Errors.Editions.SameName(At(part), name, names(first[Names.Fold(name)])[0], At(first[Names.Fold(name)])));
                break;
            }
        }
    }
}
