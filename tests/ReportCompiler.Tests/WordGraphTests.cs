using CsCheck;
using ReportCompiler.Forms;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>A graph of words finds what a list of them would.</summary>
public sealed class WordGraphTests
{
    private static readonly Gen<string> Texts = Gen.String[Gen.Char["甲乙丙"], 0, 6];

    private static readonly Gen<(string Word, int Number)[]> Lists = Gen.Select(Texts, Gen.Int[0, 3]).Array[0, 40];

    [Fact]
    public void The_longest_word_is_found_with_its_first_number() => Gen.Select(Lists, Texts).Sample((words, text) =>
    {
        var longest = words.Where(w => w.Word.Length > 0 && text.StartsWith(w.Word, StringComparison.Ordinal))
            .OrderByDescending(w => w.Word.Length).Select(w => (w.Word.Length, w.Number)).FirstOrDefault((0, -1));
        Assert.Equal(longest, WordGraph.Of(words).Longest(text));
    });

    [Fact]
    public void The_order_of_different_words_changes_no_byte() => Lists.Sample(words =>
    {
        var each = words.DistinctBy(w => w.Word).ToList();
        Assert.Equal(WordGraph.Of(each).Bytes, WordGraph.Of(each.AsEnumerable().Reverse()).Bytes);
    });

    [Fact]
    public void A_way_ends_where_no_word_goes_on()
    {
        var walk = WordGraph.Of([("甲乙", 0), ("甲乙丙丁", 1)]).Begin();
        Assert.True(walk.Step("甲乙"));
        Assert.Equal(0, walk.Number);
        Assert.True(walk.Step('丙'));
        Assert.Equal(-1, walk.Number);
        Assert.False(walk.Step('甲'));
        Assert.False(walk.Step("丁丁"));
        Assert.False(WordGraph.Of([]).Begin().Step('甲'));
    }

    [Fact]
    public void Like_endings_stand_once()
    {
        string[] first = ["甲", "乙", "丙"], last = ["子", "丑", "寅", "卯"];
        var product = first.SelectMany(f => last.Select(l => (f + l + "结转至下年", 7)));
        Assert.Equal(WordGraph.Of(last.Select(l => ("甲" + l + "结转至下年", 7))).Bytes.Length + 2 * 2 * sizeof(int),
            WordGraph.Of(product).Bytes.Length);
    }

    [Fact]
    public void A_word_of_any_length_is_written() =>
        Assert.Equal((1_000_000, 5), WordGraph.Of([(new string('甲', 1_000_000), 5)]).Longest(new string('甲', 1_000_001)));
}
