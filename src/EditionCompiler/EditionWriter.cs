using System.Collections.Immutable;
using System.Text;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.Forms;

/// <summary>Writes the image of an edition, in the order in which <see cref="EditionImage"/> reads it.</summary>
internal sealed class EditionWriter
{
    private readonly List<byte> _image = [];
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Edition _edition;
    private readonly List<Row> _leaves;

    private EditionWriter(Edition edition)
    {
        _edition = edition;
        _leaves = [.. edition.Tables.SelectMany(t => t.Leaves)];
    }

    /// <summary>The image of an edition.</summary>
    public static byte[] Write(Edition edition) => new EditionWriter(edition).Write();

    private byte[] Write()
    {
        Text(_edition.Key);
        Int(_edition.From);
        Text(_edition.Basis);
        Text(_edition.Title);
        TextOrNull(_edition.Footnote);
        At(_edition.At);
        Many(_edition.Wording.Own, w => { Text(w.Key); Text(w.Value); });
        Flag(_edition.Skeleton is not null);
        if (_edition.Skeleton is { } skeleton)
        {
            Text(skeleton.Text);
            At(skeleton.At);
        }
        Many(_edition.Sections, Section);
        Many(_edition.Tables, Table);
        Many(_edition.Rules, Rule);
        Many(_edition.Derivations, Derivation);
        Many(_edition.KeyFigures, f => { Cell(f.Cell); Text(f.Label); });
        Many(_edition.Correspondences, Correspondence);
        Flag(_edition.Phrasing is not null);
        if (_edition.Phrasing is { } phrasing) Phrasing(phrasing);
        var body = _image.ToArray();
        _image.Clear();
        var texts = _texts.ConvertAll(Encoding.UTF8.GetBytes);
        Int(texts.Count);
        foreach (var text in texts) Int(text.Length);
        return [.. _image, .. texts.SelectMany(t => t), .. body];
    }

    private void Section(Section section)
    {
        Text(section.Ordinal);
        Text(section.Heading);
        Text(section.Gloss);
        Texts(section.OtherHeadings);
        TextOrNull(section.Table);
    }

    private void Table(Table table)
    {
        Text(table.Key);
        Text(table.Gloss);
        Text(table.Caption);
        TextOrNull(table.Note);
        Int((int)table.Arrangement);
        Many(table.Bands, Band);
    }

    private void Band(Band band)
    {
        TextOrNull(band.Title);
        TextOrNull(band.Stub);
        Flag(band.IsSingle);
        Many(band.Columns, Column);
        Many(band.Rows, r => Row(r, band));
    }

    private void Column(Column column)
    {
        TextOrNull(column.Key);
        Text(column.Label);
        Text(column.Gloss);
        Text(column.Unit);
        Int((int)column.Kind);
        Flag(column.IsUncounted);
        Many(column.Children, Column);
    }

    private void Row(Row row, Band band)
    {
        Text(row.Path);
        TextOrNull(row.Key);
        Text(row.Label);
        Texts(row.OtherLabels);
        Text(row.Gloss);
        Text(row.Unit);
        Int(row.Kind is { } kind ? (int)kind + 1 : 0);
        Flag(row.IsOwnValue);
        Flag(row.IsInGroupLine);
        Flag(row.IsUncounted);
        Many(row.Children, r => Row(r, band));
        if (row.IsGroup) return;
        // What the glosses of its cells begin with; the rest is the column's.
        var first = row.Cells[0];
        Text(band.IsSingle ? first.Gloss : first.Gloss[..^(first.Column.Gloss.Length + ", ".Length)]);
        foreach (var cell in row.Cells) Int((int)cell.Role);
    }

    private void Rule(EquationRule rule)
    {
        Text(rule.Rule.Code);
        Text(rule.Rule.Name);
        Int((int)rule.Rule.Severity);
        Text(rule.Rule.Title.Chinese);
        Text(rule.Rule.Title.English);
        Text(rule.Help.Chinese);
        Text(rule.Help.English);
        Text(rule.Basis);
        Text(rule.Formula);
        Flag(rule.Derives);
        Flag(rule.IsOfEachRow);
        At(rule.At);
        At(rule.FormulaAt);
        At(rule.SubjectAt);
        Many(rule.Equations, Equation);
    }

    private void Equation(Equation equation)
    {
        Cell(equation.Subject);
        Int((int)equation.Relation);
        Flag(equation.FollowsWhenDerived);
        Many(equation.Left, Operand);
        Many(equation.Right, Operand);
    }

    private void Operand(Operand operand)
    {
        Text(operand.Name);
        Flag(operand.Sign < 0);
        Flag(operand.LastYear);
        Many(operand.Cells, Cell);
    }

    /// <summary>The equation that a total is computed by: the first that gives it.</summary>
    private void Derivation(Derivation derivation)
    {
        for (var i = 0; i < _edition.Rules.Length; i++)
        {
            if (!_edition.Rules[i].Derives) continue;
            for (var k = 0; k < _edition.Rules[i].Equations.Length; k++)
            {
                if (_edition.Rules[i].Equations[k].Subject != derivation.Total) continue;
                Int(i);
                Int(k);
                return;
            }
        }
        throw new InvalidOperationException($"no rule gives {derivation.Total.Path}");
    }

    private void Correspondence(Correspondence correspondence)
    {
        Text(correspondence.Former);
        Text(correspondence.Path);
        Many(correspondence.Cells, Cell);
        Texts(correspondence.Before);
        At(correspondence.FormerAt);
        At(correspondence.At);
    }

    private void Phrasing(Phrasing phrasing)
    {
        var words = phrasing.Words.Bytes;
        Int(words.Length);
        _image.AddRange(words);
        Texts(phrasing.CountingWords);
        Texts(phrasing.Objects);
        Texts(phrasing.ObjectEndings);
        Texts(phrasing.ShortObjects);
        Many(phrasing.Contexts, c => { Place(c.Table); Texts(c.Words); });
        Texts(phrasing.MayBeNone);
        Flag(phrasing.Fee is not null);
        if (phrasing.Fee is { } fee)
        {
            Text(fee.Section);
            Texts(fee.Words);
            Cell(fee.Limit);
        }
        Many(phrasing.Topics, t => { Text(t.Section); Text(t.Name); Texts(t.Words); });
        Many(phrasing.Rows, RowPhrase);
        Many(phrasing.Columns, c => { Place(c.Table); Texts(c.Columns); });
    }

    private void RowPhrase(RowPhrase phrase)
    {
        Many(phrase.Readings, r => Many(r, row => Int(_leaves.IndexOf(row))));
        Place(phrase.Table);
        TextOrNull(phrase.Column);
        Flag(phrase.IsVerb);
        Flag(phrase.IsPlain);
        Flag(phrase.IsContinuing);
        Texts(phrase.Avoid);
        Int((int)phrase.Severity);
    }

    private void Many<T>(ImmutableArray<T> items, Action<T> write)
    {
        Int(items.Length);
        foreach (var item in items) write(item);
    }

    private void Place(Table table) => Int(_edition.Tables.IndexOf(table));

    private void Cell(Cell cell) => Int(cell.Index);

    private void At(Location at)
    {
        var span = at.Span;
        foreach (var part in (int[])[span.Line, span.Column, span.EndLine, span.EndColumn]) Int(part);
    }

    private void Texts(ImmutableArray<string> texts) => Many(texts, Text);

    private void Text(string text) => Int(PlaceOf(text));

    private void TextOrNull(string? text) => Int(text is null ? 0 : PlaceOf(text) + 1);

    private int PlaceOf(string text)
    {
        if (_places.TryAdd(text, _texts.Count)) _texts.Add(text);
        return _places[text];
    }

    private void Flag(bool flag) => _image.Add(flag ? (byte)1 : (byte)0);

    private void Int(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        for (; value > 0x7F; value >>= 7) _image.Add((byte)(value | 0x80));
        _image.Add((byte)value);
    }
}
