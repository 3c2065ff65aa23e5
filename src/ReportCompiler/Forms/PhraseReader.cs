using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Syntax;

namespace ReportCompiler.Forms;

/// <summary>Reads how reports speak of a form's tables (行文). A name that the form has not is a fault of its line.</summary>
internal sealed class PhraseReader(Findings findings, Document document, Form form, ImmutableArray<Section> sections)
{
    // A shorter key, such as 其他, is an ordinary word.
    private const int ShortestLabel = 4;

    /// <summary>Reads the part; null if it is no mapping.</summary>
    public Phrasing? Read(Node node)
    {
        if (Fields.Of(findings, document, node) is not { } fields) return null;
        var countingWords = fields.Texts("计件").ToImmutableArray();
        var (denials, denialsAfter) = (fields.Texts("否定").ToList(), fields.Texts("否定后").ToList());
        var (objects, shortObjects) = (fields.Texts("宾语").ToImmutableArray(), fields.Texts("简称").ToImmutableArray());
        Worded<RowPhrase>[] rows = [.. Each(fields, "行", ReadRow), .. Scalars(fields, "标签").SelectMany(s => Labels(fields, s))];
        Worded<ColumnPhrase>[] columns = [.. Each(fields, "列", ReadColumn)];
        // In the order of their numbers; of the same words the first counts.
        IEnumerable<IEnumerable<string>> words =
            [.. rows.Select(r => r.Words), .. columns.Select(c => c.Words), denialsAfter, denials, objects.Concat(shortObjects)];
        var phrasing = new Phrasing(WordGraph.Of(words.SelectMany((of, number) => of.Select(w => (Spelling.Of(w), number)))))
        {
            CountingWords = countingWords,
            Objects = objects,
            ObjectEndings = [.. fields.Texts("宾语后")],
            ShortObjects = shortObjects,
            Contexts = [.. Each(fields, "语境", ReadContext)],
            MayBeNone = [.. Scalars(fields, "可无").Select(s => Ordinal(fields, s))],
            Fee = fields.Node("信息处理费") is { } fee ? ReadFee(fee) : null,
            Topics = [.. Each(fields, "内容", ReadTopic)],
            Rows = [.. rows.Select(r => r.Phrase)],
            Columns = [.. columns.Select(c => c.Phrase)],
        };
        CheckWordsDiffer(fields);
        fields.Close();
        return phrasing;
    }

    /// <summary>A word is found by itself: what it means is said once, be it a denial, or of rows or of columns.</summary>
    private void CheckWordsDiffer(Fields fields)
    {
        var first = new Dictionary<string, Scalar>(StringComparer.Ordinal);
        var words = fields.List("行").Concat(fields.List("列")).OfType<Mapping>().Select(m => m["词"]).OfType<Sequence>()
            .SelectMany(s => s.Items).OfType<Scalar>();
        var denials = fields.List("否定").Concat(fields.List("否定后")).OfType<Scalar>();
        foreach (var written in denials.Concat(words).Where(w => !IsTooMany(w)))
            foreach (var word in Alternatives.Of(written.Value))
                if (!first.TryAdd(word, written))
                    findings.Add(Errors.Editions.WordTwice(fields.At(written), word, fields.At(first[word])));
    }

    private IEnumerable<T> Each<T>(Fields fields, string name, Func<Fields, T?> read) where T : class =>
        fields.List(name).Select(n => Fields.Of(findings, document, n)).OfType<Fields>().Select(read).OfType<T>();

    private TableContext? ReadContext(Fields fields)
    {
        var table = ReadTable(fields);
        var words = fields.Texts("词").ToImmutableArray();
        fields.Close();
        return table is null ? null : new TableContext(table, words);
    }

    private Topic? ReadTopic(Fields fields)
    {
        _ = (fields.Required("章"), fields.Required("名称"));
        var section = fields.Scalar("章") is { } ordinal ? Ordinal(fields, ordinal) : "";
        var name = fields.Text("名称");
        var words = fields.Texts("词").ToImmutableArray();
        fields.Close();
        return name is null ? null : new Topic(section, name, words);
    }

    private FeeStatement? ReadFee(Node node)
    {
        if (Fields.Of(findings, document, node) is not { } fields) return null;
        _ = (fields.Required("章"), fields.Required("上限"));
        var section = fields.Scalar("章") is { } ordinal ? Ordinal(fields, ordinal) : "";
        var limit = fields.Scalar("上限");
        var words = fields.Texts("词").ToImmutableArray();
        fields.Close();
        if (limit is null) return null;
        if (form.Find(limit.Value) is { } cell) return new FeeStatement(section, words, cell);
        findings.Add(Errors.Editions.UnknownName(fields.At(limit), limit.Value, form.Nearest(limit.Value)));
        return null;
    }

    private Worded<RowPhrase>? ReadRow(Fields fields)
    {
        var readings = Scalars(fields, "行").Select(s => Rows(fields, s)).Where(r => !r.IsEmpty).ToImmutableArray();
        var words = Words(fields);
        var column = fields.Scalar("列");
        var phrase = new RowPhrase
        {
            Readings = [.. readings.Select(r => r.SelectMany(row => row.Leaves).ToImmutableArray())],
            Table = readings.IsEmpty ? form.Tables[0] : readings[0][0].Leaves.First().Cells[0].Table,
            Column = column?.Value,
            IsVerb = fields.Choice("动词", ("是", true), ("否", false)) ?? false,
            IsPlain = fields.Choice("自明", ("是", true), ("否", false)) ?? false,
            IsContinuing = fields.Choice("接续", ("是", true), ("否", false)) ?? false,
            Avoid = [.. fields.Texts("忌")],
            Severity = fields.Choice("级别", SeverityWords.Choices[..2]) ?? Severity.Error,
        };
        fields.Close();
        if (readings.IsEmpty) return null;
        if (column is null || phrase.Readings.All(r => !phrase.Cells(r, [column.Value]).IsEmpty))
            return new Worded<RowPhrase>(words, phrase);
        Unknown(fields, column, phrase.Readings[0][0].Cells.Select(c => c.Column.Key ?? c.Column.Label));
        return null;
    }

    /// <summary>The words of an entry, each that is written as one of several by itself.</summary>
    private ImmutableArray<string> Words(Fields fields)
    {
        foreach (var word in Scalars(fields, "词").Where(IsTooMany))
            findings.Add(Errors.Editions.TooManyWords(fields.At(word), word.Value, Alternatives.Most));
        return [.. fields.Texts("词").Where(w => Alternatives.Count(w) <= Alternatives.Most).SelectMany(Alternatives.Of)];
    }

    private static bool IsTooMany(Scalar word) => Alternatives.Count(word.Value) > Alternatives.Most;

    private Worded<ColumnPhrase>? ReadColumn(Fields fields)
    {
        var table = ReadTable(fields);
        var words = Words(fields);
        var columns = Scalars(fields, "列").ToList();
        fields.Close();
        if (table is null) return null;
        var known = table.Bands.SelectMany(b => b.Leaves).Select(c => c.Key).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var column in columns.Where(c => !known.Contains(c.Value))) Unknown(fields, column, known);
        return new Worded<ColumnPhrase>(words, new ColumnPhrase(table, [.. columns.Select(c => c.Value)]));
    }

    /// <summary>The rows below a group under their own names: the words of the form itself.</summary>
    private IEnumerable<Worded<RowPhrase>> Labels(Fields fields, Scalar group) =>
        Rows(fields, group).SelectMany(r => r.Leaves).Where(r => r.Key is { Length: >= ShortestLabel }).Select(row =>
            new Worded<RowPhrase>([row.Key!, Names.Fold(row.Label)], new RowPhrase
            {
                Readings = [[row]],
                Table = row.Cells[0].Table,
                Column = row.HasColumns ? row.Cells[^1].Column.Key : null,
                IsVerb = false,
                IsPlain = false,
                Avoid = [],
                Severity = Severity.Error,
            }));

    /// <summary>The rows and groups of “甲 + 乙”; none, with a finding, where the form has no such row.</summary>
    private ImmutableArray<Row> Rows(Fields fields, Scalar sum)
    {
        var rows = ImmutableArray.CreateBuilder<Row>();
        foreach (var path in sum.Value.Split('+', StringSplitOptions.TrimEntries))
        {
            if (form.FindRow(path) is { } row) rows.Add(row);
            else
            {
                findings.Add(Errors.Editions.UnknownName(fields.At(sum), path, form.NearestRow(path)));
                return [];
            }
        }
        return rows.ToImmutable();
    }

    private Table? ReadTable(Fields fields)
    {
        _ = fields.Required("表");
        if (fields.Scalar("表") is not { } name) return null;
        if (form.FindTable(name.Value) is { } table) return table;
        Unknown(fields, name, form.Tables.Select(t => t.Key));
        return null;
    }

    private string Ordinal(Fields fields, Scalar ordinal)
    {
        if (!sections.Any(s => s.Ordinal == ordinal.Value)) Unknown(fields, ordinal, sections.Select(s => s.Ordinal));
        return ordinal.Value;
    }

    private static IEnumerable<Scalar> Scalars(Fields fields, string name) => fields.List(name).OfType<Scalar>();

    private void Unknown(Fields fields, Scalar at, IEnumerable<string> known) =>
        findings.Add(Errors.Editions.UnknownName(fields.At(at), at.Value, Names.Nearest(at.Value, known)));

    /// <summary>What words name, and the words.</summary>
    private sealed record Worded<T>(ImmutableArray<string> Words, T Phrase);
}
