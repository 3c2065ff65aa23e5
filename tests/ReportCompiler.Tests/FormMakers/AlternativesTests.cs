using ReportCompiler.Forms;
using Xunit;

namespace ReportCompiler.Tests.FormMakers;

/// <summary>Words of 行文 that are written as one.</summary>
public sealed class AlternativesTests
{
    [Theory]
    [InlineData("予以公开", "予以公开")]
    [InlineData("结转(至|到|)下年", "结转至下年 结转到下年 结转下年")]
    [InlineData("(由|)上年(结转|转入)", "由上年结转 由上年转入 上年结转 上年转入")]
    [InlineData("(同意|同意)公开", "同意公开")]
    [InlineData("维持(或者驳回)", "维持(或者驳回)")]
    [InlineData("(一)收到(的|)", "(一)收到的 (一)收到")]
    [InlineData("收到(申请|", "收到(申请|")]
    [InlineData("（其中|）", "（其中|）")]
    [InlineData("(|)", "")]
    [InlineData("(同(意|允)公开", "(同意公开 (同允公开")]
    [InlineData("(同(意|允)|准)公开", "(同意|准)公开 (同允|准)公开")]
    public void A_bracket_holds_what_may_stand_in_its_place(string written, string words) =>
        Assert.Equal(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), Alternatives.Of(written));

    [Fact]
    public void So_many_words_are_counted_and_not_made()
    {
        var written = string.Concat(Enumerable.Repeat("(一|二|三|四|五|六|七|八)", 40));

        Assert.Equal(Alternatives.Most + 1, Alternatives.Count(written));
    }
}
