using System.Collections.Immutable;
using System.Text;
using CsCheck;
using ReportCompiler.Fixes;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests.Fixes;

/// <summary>Mending gives back the file as it was before the slips, to the byte.</summary>
public sealed class FixerPropertyTests
{
    private static readonly Gen<PropertyTests.Valid> Filings = Gen.Select(PropertyTests.Filings,
        Gen.OneOf(Gen.Const(1m), Gen.Const(1037m)), (valid, by) => valid with { Values = [.. valid.Values.Select(v => v * by)] });

    private static readonly Gen<ImmutableArray<(int Slip, int Which)>> Slips =
        Gen.Select(Gen.Int[0, Typist.Slips - 1], Gen.Int[0, 1_000_000]).Array[0, 12].Select(s => s.ToImmutableArray());

    [Fact]
    public void What_was_mistyped_is_mended_to_the_byte() => Gen.Select(Filings, Slips, Gen.Int[0, 31]).Sample((valid, slips, file) =>
    {
        var right = Ended(valid.Text, file);
        // Beside a tab nobody knows how far in an ideographic space is.
        var tabs = file % 4 == 3;
        var wrong = slips.Where(s => !tabs || s.Slip != Typist.Ideographic)
            .Aggregate(valid.Text, (text, s) => Typist.Slip(text, s.Slip, s.Which));
        if (tabs) wrong = Typist.WithTabs(wrong);

        var mended = Fix(new Source("a.yaml", Encoded(Ended(wrong, file), file)), valid.Year);

        Assert.Equal(right, Encoding.UTF8.GetString(mended.After.Bytes));
        Assert.False(Fix(mended.After, valid.Year).IsChanged);
        Assert.Equal(!mended.Before.Bytes.AsSpan().SequenceEqual(mended.After.Bytes), mended.IsChanged);
    }, iter: 1000);

    [Fact]
    public void A_right_file_is_left_alone() => Filings.Sample(valid => Assert.False(Fix(new Source("a.yaml",
        Encoding.UTF8.GetBytes(valid.Text)), valid.Year).IsChanged), iter: 200);

    /// <summary>Whatever the characters: no line is added or taken, a second run finds nothing, what could be read says the same.</summary>
    [Fact]
    public void Whatever_is_typed_is_mended_once_and_for_all() => Gen.Select(Filings, Gen.Select(Gen.Int[0, 1_000_000], Gen.Bool, Gen.OneOf(
        '：', '，', '；', '、', '｛', '｝', '［', '］', '　', '\u00A0', '\t', '\0', '\v', ' ', '\n', '\r', ':', ',', '{', '}', '"', '\'',
            '-', '/',
        '_', '～', '件', '１', '\u200B', '\uFEFF', '\u2028', '\u0085', '。')).Array[1, 5]).Sample((valid, slips) =>
    {
        var text = new StringBuilder(valid.Text);
        foreach (var (where, insert, character) in slips)
        {
            if (insert) text.Insert(where % text.Length, character);
            else text[where % text.Length] = character;
        }
        var source = new Source("a.yaml", Encoding.UTF8.GetBytes(text.ToString()));
        var mended = Fix(source, valid.Year);
        Assert.False(Fix(mended.After, valid.Year).IsChanged);
        Assert.Equal(Lines(source), Lines(mended.After));
        var (before, after) = (InMemory.Read(source.Bytes, valid.Year).Filing, InMemory.Read(mended.After.Bytes, valid.Year).Filing);
        if (before is null || after is null) return;
        foreach (var cell in valid.Edition.Cells)
            if (before.Figures.Stated(cell) is { IsStated: true } figure)
                Assert.Equal((cell.Path, figure.State, figure.Value),
                    (cell.Path, after.Figures.Stated(cell).State, after.Figures.Stated(cell).Value));
    }, iter: 500);

    private static FixedFile Fix(Source source, int year) => Fixer.Data(source, Forms.Editions.OfForm.For(year)!, [], year);

    private static string Ended(string text, int file)
    {
        var ended = file % 2 == 0 ? text : text.Replace("\n", "\r\n", StringComparison.Ordinal);
        return file / 2 % 2 == 0 ? ended : ended.TrimEnd('\r', '\n');
    }

    private static byte[] Encoded(string text, int file) => (file / 4) switch
    {
        1 => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        2 => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text),
        3 => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
        4 => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
        _ => Encoding.UTF8.GetBytes(text),
    };

    private static int Lines(Source source) => Encoding.UTF8.GetString(source.Bytes).Split('\n').Length;
}
