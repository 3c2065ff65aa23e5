using System.Collections.Immutable;
using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;

namespace ReportCompiler.Forms;

/// <summary>
/// Reads the image of an edition: what <see cref="EditionReader"/> made of its file when the program was built, checked then and
/// written down by <c>EditionWriter</c>. Nothing is looked up and nothing checked again. Its words for prose are read when asked for.
/// </summary>
internal sealed class EditionImage
{
    private readonly CompiledBytes _source;
    private readonly SourceText _file;
    // The texts stand one behind the other at the beginning; one is decoded when it is needed.
    private readonly string?[] _strings;
    private readonly int[] _ends;
    private readonly int _texts;
    private readonly ImmutableArray<Cell>.Builder _cells = ImmutableArray.CreateBuilder<Cell>();
    private readonly List<Row> _leaves = [];
    private ImmutableArray<Table> _tables;
    private Wording _wording = Wording.OfForm;
    private int _at;

    private EditionImage(CompiledBytes source, string path)
    {
        _source = source;
        _file = new SourceText(path, "");
        var image = source();
        _strings = new string?[Int(image)];
        _ends = new int[_strings.Length];
        for (int i = 0, end = 0; i < _ends.Length; i++) _ends[i] = end += Int(image);
        _texts = _at;
        if (_ends.Length > 0) _at += _ends[^1];
    }

    /// <summary>The edition of an image.</summary>
    /// <param name="source">Gives the image.</param>
    /// <param name="path">What messages call the file it was made of.</param>
    public static Edition Read(CompiledBytes source, string path) => new EditionImage(source, path).ReadEdition();

    private Edition ReadEdition()
    {
        var image = _source();
        var (key, from, basis, title) = (Text(image), Int(image), Text(image), Text(image));
        var (footnote, at) = (TextOrNull(image), At(image));
        var words = Many(image, static (self, i) => KeyValuePair.Create(self.Text(i), self.Text(i)));
        _wording = words.IsEmpty ? Wording.OfForm : new Wording(words);
        var skeleton = Flag(image) ? new Skeleton(Text(image), At(image)) : null;
        var sections = Many(image, (self, i) => self.ReadSection(i));
        _tables = Many(image, (self, i) => self.ReadTable(i));
        var form = new Form(_tables, _cells.ToImmutable());
        var rules = Many(image, (self, i) => self.ReadRule(i));
        var derivations = Many(image, (self, i) => self.ReadDerivation(i, rules));
        return new Edition(form, derivations)
        {
            Key = key,
            At = at,
            From = from,
            Basis = basis,
            Title = title,
            Footnote = footnote,
            Wording = _wording,
            Skeleton = skeleton,
            Sections = sections,
            Rules = rules,
            KeyFigures = Many(image, (self, i) => new KeyFigure(self.Cell(i), self.Text(i))),
            Correspondences = Many(image, (self, i) => self.ReadCorrespondence(i)),
            LazyPhrasing = Flag(image) ? new Lazy<Phrasing>(() => ReadPhrasing(_source())) : null,
        };
    }

    private Section ReadSection(ReadOnlySpan<byte> image) => new(Text(image), Text(image), Text(image), Texts(image), TextOrNull(image));

    private Table ReadTable(ReadOnlySpan<byte> image)
    {
        var (key, gloss, caption) = (Text(image), Text(image), Text(image));
        var (note, arrangement) = (TextOrNull(image), (Arrangement)Int(image));
        return new Table(table => Many(_source(), (self, i) => self.ReadBand(i, table)))
        {
            Key = key,
            Gloss = gloss,
            Caption = caption,
            Note = note,
            Arrangement = arrangement,
            Wording = _wording,
        };
    }

    private Band ReadBand(ReadOnlySpan<byte> image, Table table)
    {
        var (title, stub, isSingle) = (TextOrNull(image), TextOrNull(image), Flag(image));
        var columns = Many(image, static (self, i) => self.ReadColumn(i));
        ImmutableArray<Column> leaves = [.. columns.SelectMany(c => c.Leaves)];
        return new Band(title, stub, columns, Many(image, (self, i) => self.ReadRow(i, table, leaves, isSingle)), isSingle);
    }

    private Column ReadColumn(ReadOnlySpan<byte> image)
    {
        var (key, label, gloss, unit) = (TextOrNull(image), Text(image), Text(image), Text(image));
        var (kind, isUncounted) = ((ValueKind)Int(image), Flag(image));
        return new Column(key, label, gloss, unit, kind, Many(image, static (self, i) => self.ReadColumn(i))) { IsUncounted = isUncounted };
    }

    private Row ReadRow(ReadOnlySpan<byte> image, Table table, ImmutableArray<Column> columns, bool isSingle)
    {
        var (path, key, label, others) = (Text(image), TextOrNull(image), Text(image), Texts(image));
        var (gloss, unit) = (Text(image), Text(image));
        var kind = Int(image) is > 0 and var k ? (ValueKind)(k - 1) : (ValueKind?)null;
        var (isOwnValue, isInGroupLine, isUncounted) = (Flag(image), Flag(image), Flag(image));
        var children = Many(image, (self, i) => self.ReadRow(i, table, columns, isSingle));
        var row = new Row(path, children, self => ReadCells(_source(), self, table, columns, isSingle))
        {
            Key = key,
            Label = label,
            OtherLabels = others,
            Gloss = gloss,
            Unit = unit,
            Kind = kind,
            IsOwnValue = isOwnValue,
            IsInGroupLine = isInGroupLine,
            IsUncounted = isUncounted,
        };
        if (!row.IsGroup) _leaves.Add(row);
        return row;
    }

    private ImmutableArray<Cell> ReadCells(ReadOnlySpan<byte> image, Row row, Table table, ImmutableArray<Column> columns, bool isSingle)
    {
        var gloss = Text(image);
        var cells = ImmutableArray.CreateBuilder<Cell>(columns.Length);
        foreach (var column in columns)
        {
            var cell = isSingle ? new Cell(_cells.Count, row.Path, table, row, column, gloss, (CellRole)Int(image))
                : new Cell(_cells.Count, $"{row.Path}.{column.Key}", table, row, column, $"{gloss}, {column.Gloss}", (CellRole)Int(image));
            cells.Add(cell);
            _cells.Add(cell);
        }
        return cells.MoveToImmutable();
    }

    private EquationRule ReadRule(ReadOnlySpan<byte> image)
    {
        var (code, name, severity) = (Text(image), Text(image), (Severity)Int(image));
        var (title, help) = (new Text(Text(image), Text(image)), new Text(Text(image), Text(image)));
        var (basis, formula, derives, isOfEachRow) = (Text(image), Text(image), Flag(image), Flag(image));
        var (at, formulaAt, subjectAt) = (At(image), At(image), At(image));
        return new EquationRule(rule => Many(_source(), (self, i) => self.ReadEquation(i, rule)))
        {
            Rule = new Rule(code, name, severity, title),
            Help = help,
            Basis = basis,
            Formula = formula,
            Derives = derives,
            IsOfEachRow = isOfEachRow,
            At = at,
            FormulaAt = formulaAt,
            SubjectAt = subjectAt,
        };
    }

    private Equation ReadEquation(ReadOnlySpan<byte> image, EquationRule rule)
    {
        var (subject, relation, follows) = (Cell(image), (Relation)Int(image), Flag(image));
        var left = Many(image, static (self, i) => self.ReadOperand(i));
        return new Equation(rule, subject, left, Many(image, static (self, i) => self.ReadOperand(i)), relation)
        {
            FollowsWhenDerived = follows,
        };
    }

    private Operand ReadOperand(ReadOnlySpan<byte> image)
    {
        var (name, isNegative, lastYear) = (Text(image), Flag(image), Flag(image));
        return new Operand(name, isNegative ? -1 : 1, Cells(image), lastYear);
    }

    private Derivation ReadDerivation(ReadOnlySpan<byte> image, ImmutableArray<EquationRule> rules)
    {
        var equation = rules[Int(image)].Equations[Int(image)];
        return new Derivation(equation.Subject, equation.Parts);
    }

    private Correspondence ReadCorrespondence(ReadOnlySpan<byte> image) =>
        new(Text(image), Text(image), Cells(image), Texts(image), At(image), At(image));

    private Phrasing ReadPhrasing(ReadOnlySpan<byte> image) => new(ReadWords(image))
    {
        CountingWords = Texts(image),
        Objects = Texts(image),
        ObjectEndings = Texts(image),
        ShortObjects = Texts(image),
        Contexts = Many(image, static (self, i) => new TableContext(self._tables[self.Int(i)], self.Texts(i))),
        MayBeNone = Texts(image),
        Fee = Flag(image) ? new FeeStatement(Text(image), Texts(image), Cell(image)) : null,
        Topics = Many(image, static (self, i) => new Topic(self.Text(i), self.Text(i), self.Texts(i))),
        Rows = Many(image, static (self, i) => self.ReadRowPhrase(i)),
        Columns = Many(image, static (self, i) => new ColumnPhrase(self._tables[self.Int(i)], self.Texts(i))),
    };

    /// <summary>The words stay where they are.</summary>
    private WordGraph ReadWords(ReadOnlySpan<byte> image)
    {
        var (bytes, length) = (_source, Int(image));
        var start = _at;
        _at += length;
        return new WordGraph(() => bytes().Slice(start, length));
    }

    private RowPhrase ReadRowPhrase(ReadOnlySpan<byte> image) => new()
    {
        Readings = Many(image, static (self, i) => self.Many(i, static (own, k) => own._leaves[own.Int(k)])),
        Table = _tables[Int(image)],
        Column = TextOrNull(image),
        IsVerb = Flag(image),
        IsPlain = Flag(image),
        IsContinuing = Flag(image),
        Avoid = Texts(image),
        Severity = (Severity)Int(image),
    };

    /// <summary>Makes an item of what stands next in an image.</summary>
    private delegate T Item<out T>(EditionImage self, ReadOnlySpan<byte> image);

    private ImmutableArray<T> Many<T>(ReadOnlySpan<byte> image, Item<T> item)
    {
        var items = ImmutableArray.CreateBuilder<T>(Int(image));
        for (var left = items.Capacity; left > 0; left--) items.Add(item(this, image));
        return items.MoveToImmutable();
    }

    private ImmutableArray<string> Texts(ReadOnlySpan<byte> image) => Many(image, static (self, i) => self.Text(i));

    private ImmutableArray<Cell> Cells(ReadOnlySpan<byte> image) => Many(image, static (self, i) => self.Cell(i));

    private Cell Cell(ReadOnlySpan<byte> image) => _cells[Int(image)];

    private Location At(ReadOnlySpan<byte> image) => new(_file, new Span(Int(image), Int(image), Int(image), Int(image)));

    private string Text(ReadOnlySpan<byte> image) => TextOf(image, Int(image));

    private string? TextOrNull(ReadOnlySpan<byte> image) => Int(image) is > 0 and var i ? TextOf(image, i - 1) : null;

    private string TextOf(ReadOnlySpan<byte> image, int i)
    {
        var start = i == 0 ? 0 : _ends[i - 1];
        return _strings[i] ??= Encoding.UTF8.GetString(image.Slice(_texts + start, _ends[i] - start));
    }

    private bool Flag(ReadOnlySpan<byte> image) => image[_at++] != 0;

    /// <summary>A number from 0 in groups of seven bits, the lowest first; the high bit says that more follow.</summary>
    private int Int(ReadOnlySpan<byte> image)
    {
        int value = 0, shift = 0, next;
        do
        {
            next = image[_at++];
            value |= (next & 0x7F) << shift;
            shift += 7;
        }
        while (next > 0x7F);
        return value;
    }
}
