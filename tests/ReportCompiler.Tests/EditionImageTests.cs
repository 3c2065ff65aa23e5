using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Narratives;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>What is compiled into the program is what the files of the built-in editions say.</summary>
public sealed class EditionImageTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "src/ReportCompiler/Forms/Editions");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f))];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_built_in_edition_is_its_file(string name)
    {
        var (written, builtIn) = (OfFile(name), Editions.OfForm.Find(name)!);
        Assert.Equal(Told(written), Told(builtIn));
        Assert.Equal(EditionWriter.Write(written), EditionWriter.Write(builtIn));
        Assert.Equal(EditionWriter.Write(written), BuiltInEditions.Image(written.From));
    }

    [Fact]
    public void Every_file_is_built_in() =>
        Assert.Equal(Names.Select(n => n.Data).OrderDescending(StringComparer.Ordinal), Editions.OfForm.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_word_of_a_built_in_edition_names_what_its_entry_does(string name)
    {
        var phrasing = Editions.OfForm.Find(name)!.Phrasing!;
        var (rows, columns) = (Entries(name, "行"), Entries(name, "列"));
        Assert.True(rows.Count > 50 && phrasing.Rows.Length >= rows.Count);
        Assert.Equal(columns.Count, phrasing.Columns.Length);
        for (var i = 0; i < rows.Count; i++)
            foreach (var word in rows[i]) Assert.Same(phrasing.Rows[i], phrasing.PhraseOf(Found(word)));
        for (var i = 0; i < columns.Count; i++)
            foreach (var word in columns[i]) Assert.Same(phrasing.Columns[i], phrasing.PhraseOf(Found(word)));
        foreach (var word in phrasing.Objects.Concat(phrasing.ShortObjects).Where(w => phrasing.PhraseOf(Found(w)) is null))
            Assert.Equal(PhraseWord.Object, phrasing.WordOf(Found(word)));

        int Found(string word)
        {
            var spelt = Spelling.Of(word);
            var (length, number) = phrasing.Words.Longest(spelt);
            Assert.Equal((word, spelt.Length), (word, length));
            return number;
        }
    }

    [Fact]
    public void The_words_of_the_language_are_built_in_with_their_kinds()
    {
        Assert.Equal(WordGraph.Of(Words.All).Bytes, CommonWords.Bytes());
        Assert.Equal((3, (int)Kind.Own), WordGraph.Of(Words.All).Longest("本部门的"));
    }

    /// <summary>The words of each entry of a list of 行文, as the file has them.</summary>
    private static List<List<string>> Entries(string name, string list)
    {
        var source = new Source($"editions/{name}.yaml", File.ReadAllBytes(Path.Combine(Folder, $"{name}.yaml")));
        var prose = (Mapping)((Mapping)YamlReader.Read(new Findings(), source)!.Root!)["行文"]!;
        return prose[list] is not Sequence entries ? [] : [.. entries.Items.Select(entry =>
            ((Sequence)((Mapping)entry)["词"]!).Items.SelectMany(w => Alternatives.Of(((Scalar)w).Value)).ToList())];
    }

    private static Edition OfFile(string name)
    {
        var findings = new Findings();
        var bytes = File.ReadAllBytes(Path.Combine(Folder, $"{name}.yaml"));
        var edition = EditionReader.Read(findings, new Source($"editions/{name}.yaml", bytes));
        Assert.Empty(findings.All);
        return edition!;
    }

    /// <summary>All that an edition says, without the writer of images.</summary>
    private static string Told(Edition edition)
    {
        var text = new StringBuilder();
        Line(edition.Key, edition.From, edition.Basis, edition.Title, edition.Footnote, edition.At.Span, edition.At.File);
        Line(edition.Skeleton!.Text, edition.Skeleton.At.Span, string.Join('|', edition.Wording.All));
        foreach (var s in edition.Sections) Line(s.Ordinal, s.Heading, s.Gloss, string.Join('|', s.OtherHeadings), s.Table);
        foreach (var table in edition.Tables)
        {
            Line(table.Key, table.Gloss, table.Caption, table.Note, table.Arrangement);
            foreach (var band in table.Bands)
            {
                Line(band.Title, band.Stub, band.IsSingle, string.Join('|', band.Leaves.Select(c => c.Label)));
                foreach (var column in band.Columns) Column(column);
                foreach (var row in band.Rows) Row(row);
            }
        }
        foreach (var cell in edition.Cells)
        {
            var other = edition.Find(cell.Path);
            Line(cell.Index, cell.Path, cell.Gloss, cell.Role, cell.Kind, cell.Unit, cell.Table.Key, cell.Row.Path, cell.Column.Label);
            Assert.Same(cell, other);
            Assert.Same(cell.Row, edition.FindRow(cell.Row.Path));
        }
        foreach (var rule in edition.Rules)
        {
            Line(rule.Rule, rule.Help, rule.Basis, rule.Formula, rule.Derives, rule.IsOfEachRow);
            Line(rule.At.Span, rule.FormulaAt.Span, rule.SubjectAt.Span);
            foreach (var e in rule.Equations)
                Line(e.Subject, Side(e.Left), e.Relation, Side(e.Right), e.FollowsWhenDerived, e.NeedsLastYear, e.Rule == rule);
        }
        foreach (var d in edition.Derivations) Line(d.Total, Side(d.Operands), edition.DerivationOf(d.Total) == d);
        foreach (var f in edition.KeyFigures) Line(f.Cell, f.Label);
        foreach (var c in edition.Correspondences)
            Line(c.Former, c.Path, string.Join('|', c.Cells), string.Join('|', c.Before), c.At.Span);
        Prose(edition.Phrasing!);
        return text.ToString();

        void Line(params object?[] parts) => text.AppendJoin(" · ", parts).Append('\n');

        void Column(Column column)
        {
            Line(column.Key, column.Label, column.Gloss, column.Unit, column.Kind, column.IsUncounted, column.Children.Length);
            foreach (var child in column.Children) Column(child);
        }

        void Row(Row row)
        {
            Line(row.Path, row.Key, row.Label, row.Gloss, row.Unit, row.Kind);
            Line(row.IsOwnValue, row.IsInGroupLine, row.IsUncounted, row.Children.Length);
            foreach (var child in row.Children) Row(child);
        }

        void Prose(Phrasing phrasing)
        {
            Line(Words(phrasing.CountingWords), Words(phrasing.Objects), Words(phrasing.ObjectEndings));
            Line(Words(phrasing.ShortObjects), Words(phrasing.MayBeNone), phrasing.Fee?.Section, phrasing.Fee?.Limit);
            foreach (var context in phrasing.Contexts) Line(context.Table.Key, Words(context.Words));
            foreach (var row in phrasing.Rows)
            {
                Line(row.Table.Key, row.Column, row.IsVerb, row.IsPlain,
                    row.IsContinuing, Words(row.Avoid), row.Severity);
                foreach (var reading in row.Readings) Line(string.Join('|', reading.Select(r => r.Path)));
            }
            foreach (var column in phrasing.Columns) Line(column.Table.Key, Words(column.Columns));
        }

        static string Words(IEnumerable<string> words) => string.Join('|', words);

        static string Side(IEnumerable<Operand> operands) => string.Join(" + ",
            operands.Select(o => $"{o.Sign}·{(o.LastYear ? "上年." : "")}{o.Name}[{string.Join('|', o.Cells.Select(c => c.Index))}]"));
    }
}
