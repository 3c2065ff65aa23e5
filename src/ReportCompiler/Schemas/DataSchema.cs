using System.Collections.Immutable;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Sources;

namespace ReportCompiler.Schemas;

/// <summary>
/// The schema of an edition's data files. It says what may be written, so 待填 is right in it: that something is still to be filled
/// in is for the check to say. Keys are properties and so proposed by editors; labels match patterns and are merely let pass.
/// </summary>
internal sealed class DataSchema
{
    private const string Missing = $"{FigureReader.Nothing}|{FigureReader.ToFill}|{FigureReader.ToSettle}";
    private const string Digits = "(0|[1-9][0-9]{0,17})";
    private const long MostCount = 999_999_999_999_999_999;

    private static readonly char[] AsciiDigits = [.. "0123456789"];

    private readonly SchemaWriter _json;
    private readonly Edition _edition;
    private readonly FormYears _years;
    private readonly ImmutableArray<Indicator>? _indicators;
    private readonly RowText _text;
    private readonly Dictionary<object, string> _names = [];
    private readonly List<(string Name, Action Write)> _definitions = [];

    public DataSchema(
        SchemaWriter json, Edition edition, FormYears years, ImmutableArray<EquationRule> rules, ImmutableArray<Indicator>? indicators)
    {
        _json = json;
        _edition = edition;
        _years = years;
        _indicators = indicators;
        _text = new RowText(rules);
    }

    /// <summary>Writes its keywords.</summary>
    public void Write()
    {
        _json.Says($"{_edition.Basis}数据文件（{_edition.Key} 版）", "一个单位一个年度一份");
        _json.Type("object");
        _json.List("required", FileKeys.Unit, FileKeys.Year);
        _json.Schemas("allOf", _edition.Tables.Select<Table, Action>(t => () => MustStand(t)));
        _json.Object("properties", () =>
        {
            WriteHead();
            foreach (var table in _edition.Tables) _json.Object(table.Key, () => _json.Ref(OfTable(table)));
            _json.Object(Indicator.Group, WriteIndicators);
            _json.Object(FileKeys.Notes, WriteNotes);
        });
        _json.Object("patternProperties", () =>
        {
            foreach (var table in _edition.Tables) _json.Object(NamePattern.Of(table.Key, table.Caption), () => _json.Ref(OfTable(table)));
        });
        _json.NothingElse();
        _json.Object("$defs", () =>
        {
            // Writing one may ask for more.
            for (var i = 0; i < _definitions.Count; i++) _json.Object(_definitions[i].Name, _definitions[i].Write);
        });
    }

    /// <summary>The table's key; or else a name that is its caption in any way.</summary>
    private void MustStand(Table table) => _json.Schemas("anyOf",
        () =>
        {
            _json.List("required", table.Key);
            // What is required is named beside it: a strict reader asks for that.
            _json.Object("properties", () => _json.Object(table.Key, () => { }));
        },
        () => Not(() => _json.Object("propertyNames", () => Not(() => _json.Text("pattern", NamePattern.Of(table.Key, table.Caption))))));

    private void Not(Action write) => _json.Object("not", write);

    private void WriteHead()
    {
        _json.Object(FileKeys.Unit, () =>
        {
            _json.Says("填报单位", "与名册（reportc.yaml 的 单位）上的名称一致");
            _json.Type("string");
            _json.Number("minLength", 1);
        });
        _json.Object(FileKeys.Year, WriteYear);
        _json.Object(FileKeys.Submitted, () =>
        {
            _json.Says("报送日期", "例如 2022-01-12；可以不写，用来判断是否按期报送");
            _json.Type("string", "null");
            _json.Text("pattern", $"^({DatePattern.Day}|{FigureReader.ToFill}|{FigureReader.ToSettle})$");
        });
        foreach (var key in Signers.Keys)
            _json.Object(key, () =>
            {
                _json.Says(key, "可以不写；只有 status -v 和核对页显示，不公布");
                _json.AnyOf("string", "number", "null");
            });
    }

    private void WriteYear()
    {
        _json.Says("报告年度", "与所在文件夹 data/<年度> 一致");
        if (_years.All is { Count: > 0 and <= 30 } all)
        {
            _json.List("enum", all.Select(y => (decimal)y), [.. all.Select(Words)]);
            return;
        }
        _json.OfText("^[0-9]{4}$", () =>
        {
            _json.Type("integer");
            if (_years.Spans.IsEmpty) return;
            _json.Number("minimum", _years.Spans[0].From);
            _json.Number("maximum", _years.Spans[^1].To ?? 9999);
        });
        if (_years.Between is { Count: > 0 } others)
            Not(() => _json.List("enum", others.Select(y => (decimal)y), [.. others.Select(Words)]));

        static string Words(int year) => ProjectLayout.Digits(year);
    }

    private string OfTable(Table table) => Define(table, "table", () =>
    {
        _json.Says(table.Caption, RowText.Of(table));
        WriteRows(table.Bands.SelectMany(b => KeyedRows(b.Rows, b.Title is null ? table.Caption : $"{table.Caption} › {b.Title}")));
    });

    /// <summary>The rows that are a step of a cell path, each with what it is printed under.</summary>
    private static IEnumerable<(Row Row, string Place)> KeyedRows(IEnumerable<Row> rows, string place) =>
        rows.SelectMany(r => r.Key is null ? KeyedRows(r.Children, $"{place} › {r.Label}") : [(r, place)]);

    private void WriteRows(IEnumerable<(Row Row, string Place)> rows) =>
        WriteMap([.. rows], r => r.Row.Key!, r => r.Row.Label, r => OfRow(r.Row, r.Place));

    private string OfRow(Row row, string place) => Define(row, "row", () =>
    {
        _json.Says(row.Label, _text.Of(row, place));
        if (row.IsGroup) WriteRows(KeyedRows(row.Children, $"{place} › {row.Label}"));
        else _json.Ref(row.HasColumns ? OfColumns(row) : OfFigure(row.Cells[0].Kind));
    });

    /// <summary>The columns of a row; rows of one band share them, unless one counts something else.</summary>
    private string OfColumns(Row row)
    {
        var band = row.Cells[0].Table.BandOf(row);
        return Define((band, row.Kind, row.Unit), "columns",
            () => WriteMap([.. band.Leaves.Index()], c => c.Item.Key!, c => c.Item.Label, c => OfColumn(band, row, c.Index)));
    }

    private string OfColumn(Band band, Row like, int index) => Define((band, like.Kind, like.Unit, index), "column", () =>
    {
        var rows = band.Rows.SelectMany(r => r.Leaves).Where(r => r.Kind == like.Kind && r.Unit == like.Unit);
        _json.Says(band.Leaves[index].Label, _text.Of(band.Leaves[index], [.. rows.Select(r => r.Cells[index])]));
        _json.Ref(OfFigure(like.Cells[index].Kind));
    });

    /// <summary>Keys with their figures, rows or columns, or a word for all of them.</summary>
    private void WriteMap<T>(IReadOnlyList<T> things, Func<T, string> key, Func<T, string> label, Func<T, string> definition)
    {
        _json.List("examples", FigureReader.Nothing, FigureReader.ToFill);
        _json.OfText($"^({Missing})$", () =>
        {
            _json.Type("object", "null");
            _json.Object("properties", () =>
            {
                foreach (var thing in things) _json.Object(key(thing), () => _json.Ref(definition(thing)));
            });
            _json.Object("patternProperties", () =>
            {
                foreach (var thing in things) _json.Object(NamePattern.Of(key(thing), label(thing)), () => _json.Ref(definition(thing)));
            });
            _json.NothingElse();
        });
    }

    private string OfFigure(ValueKind kind) => kind switch
    {
        ValueKind.Count => Define(kind, "count", () => WriteFigure(kind, "integer", 0, Digits)),
        ValueKind.SignedCount => Define(kind, "change", () => WriteFigure(kind, "integer", -MostCount, $"[+-]?{Digits}")),
        _ => Define(kind, "amount", () => WriteFigure(kind, "number", 0, $@"{Digits}(\.[0-9]{{1,6}})?")),
    };

    private void WriteFigure(ValueKind kind, string type, long least, string digits)
    {
        _json.Text("description", RowText.Of(kind));
        // The number stands last: of what is no text and no map an editor then says that a number is expected.
        _json.OfText($"^({digits}|{Missing})$", () =>
            // {} says nothing, as it does of a row of several columns.
            _json.OfType("object", _json.NothingElse, () =>
            {
                _json.Type(type, "null");
                _json.Number("minimum", least);
                _json.Number("maximum", MostCount);
            }));
        // An editor proposes them: a number that is typed by accepting a proposal would be a wrong one.
        _json.List("examples", FigureReader.Nothing, FigureReader.ToFill);
    }

    private void WriteIndicators()
    {
        _json.Says("本机关自己的指标", "reportc.yaml 的 指标 所列；没有写 无");
        _json.OfText($"^{FigureReader.Nothing}$", WriteOwn);
    }

    private void WriteOwn()
    {
        _json.Type("object", "null");
        if (_indicators is not { } indicators) return;
        _json.Object("properties", () =>
        {
            foreach (var indicator in indicators) _json.Object(indicator.Key, () => _json.Ref(OfIndicator(indicator)));
        });
        _json.Object("patternProperties", () =>
        {
            var labelled = indicators.Where(i => indicators.All(o => o.Key != i.Label));
            foreach (var indicator in labelled.DistinctBy(i => i.Label, StringComparer.Ordinal))
                _json.Object(NamePattern.Exactly(indicator.Label), () => _json.Ref(OfIndicator(indicator)));
        });
        _json.NothingElse();
    }

    private string OfIndicator(Indicator indicator) => Define(indicator, "indicator", () =>
    {
        _json.Says(indicator.Label, $"{(indicator.Unit.Length > 0 ? $"计量：{indicator.Unit}；" : "")}{RowText.Of(indicator.Kind)}");
        _json.Ref(OfFigure(indicator.Kind));
    });

    private void WriteNotes()
    {
        _json.Says("说明", "警告所指的单元格，和属实的原因：警告降为提示。键是单元格路径，例如 " + _edition.Cells[0].Path);
        _json.Type("object", "null");
        // Properties rather than a list of allowed names: editors propose them, and name only the wrong one in a message.
        var reason = Define(FileKeys.Notes, "reason", () => _json.AnyOf("string", "number", "boolean", "null"));
        var joined = _edition.JoinedPaths.Where(p => _edition.Find(p) is null);
        IEnumerable<string> paths = [.. _edition.Cells.Select(c => c.Path), .. joined, .. _indicators?.Select(i => i.Path) ?? []];
        _json.Object("properties", () =>
        {
            foreach (var path in paths) _json.Object(path, () => _json.Ref(reason));
        });
        if (_indicators is null) _json.Object("patternProperties", () => _json.Object($@"^{Indicator.Group}\.", () => _json.Ref(reason)));
        _json.NothingElse();
    }

    /// <summary>The name of a definition, which is written at the end of the schema.</summary>
    private string Define(object of, string kind, Action write)
    {
        if (_names.TryGetValue(of, out var name)) return name;
        // References are URIs: names of the form would have to be escaped in them.
        name = of is ValueKind ? kind : $"{kind}{_names.Values.Count(n => n.TrimEnd(AsciiDigits) == kind) + 1}";
        _names.Add(of, name);
        _definitions.Add((name, write));
        return name;
    }
}
