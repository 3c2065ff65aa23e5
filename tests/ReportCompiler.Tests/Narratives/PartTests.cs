using ReportCompiler.Forms;
using ReportCompiler.Narratives;
using Xunit;

namespace ReportCompiler.Tests.Narratives;

/// <summary>The stages of the reader of prose alone: which words belong to which figure, and whom and when they speak of.</summary>
public sealed class PartTests
{
    private static readonly Edition Form = Editions.OfForm.For(2023)!;

    [Theory]
    [InlineData("收到申请95件，办结98件", "[收到申请|95件|] [办结|98件|]")]
    [InlineData("其中予以公开3件、部分公开2件", "[予以公开|3件|] [部分公开|2件|]")]
    [InlineData("11件予以公开、4件部分公开", "[|11件|予以公开] [|4件|部分公开]")]
    [InlineData("14件因本机关不掌握或没有现成信息而无法提供", "[|14件|因本机关不掌握或没有现成信息而无法提供]")]
    [InlineData("作出的742件行政许可、34件行政处罚均在7个工作日内公示", "[作出的|742件|行政许可] [|34件|行政处罚] [均在|7个|工作日内公示]")]
    [InlineData("由150件上升至179件", "[由|150件|] [上升至|179件|]")]
    [InlineData("在不予公开的答复中，7件因第三方合法权益", "[|7件|因第三方合法权益]")]
    [InlineData("187件办结申请中涉及自然人的150件", "[|187件|办结申请中] [涉及自然人的|150件|]")]
    public void Every_figure_has_its_own_words(string text, string parts)
    {
        var sentence = Read(text);
        var read = PartReader.Read(Form.Phrasing!, sentence).SelectMany(p => p.Mentions).Select(m => Written(sentence, m));
        Assert.Equal(parts, string.Join(' ', read));
    }

    [Theory]
    [InlineData("2023年，收到申请95件", "本")]
    [InlineData("2021年全县收到申请95件", "他")]
    [InlineData("2022年收到申请95件", "上")]
    [InlineData("教育局收到申请95件，全县办结98件", "他本")]
    [InlineData("申请均在一季度办结；共收到95件", "本")]
    [InlineData("上半年办结90件；全年办结98件", "他本")]
    [InlineData("收到申请95件（2022年为80件），办结98件", "本上本")]
    [InlineData("2020年至2023年累计收到申请95件", "他")]
    [InlineData("全县各部门、镇街收到申请95件", "本")]
    public void Every_figure_has_its_time_and_whom_it_is_of(string text, string scopes)
    {
        var sentence = Read(text);
        var read = ScopeReader.Read(sentence, new Discourse(Form.Phrasing!, sentence.Text, [], []));
        Assert.Equal(scopes, string.Concat(sentence.Tokens.Select((t, i) => t.Kind != Kind.Number ? "" : read[i] switch
        {
            { IsOther: true } => "他",
            { Year: StatedYear.This } => "本",
            { Year: StatedYear.Last } => "上",
            _ => "？",
        })));
    }

    [Theory]
    [InlineData("收到依申请公开请求5件", "收到 依申请公开请求 5件")]
    [InlineData("以示范县人民政府名义作出", "以示范县人民政府名义 作出")]
    [InlineData("按申请人类别统计，自然人5件", "按申请人类别统计 ， 自然人 5件")]
    [InlineData("局长信箱收到3件", "局长信箱 收到 3件")]
    public void Words_are_the_longest_that_are_known(string text, string words)
    {
        var sentence = Read(text);
        Assert.Equal(words, string.Join(' ', sentence.Tokens.Select(sentence.Word)));
    }

    private static Sentence Read(string text)
    {
        var sentence = Sentences.Of(Form, 2023, text)[0];
        var own = OwnNames.Of("示范县人民政府", "示范县");
        sentence.Tokens = Locutions.Join(sentence.Text, sentence.At, Lexicon.Of(Form.Phrasing!).Split(sentence.Text, own));
        return sentence;
    }

    private static string Written(Sentence sentence, Mention mention)
    {
        return $"[{Text(mention.From, mention.Number)}|{sentence.Word(mention.Figure)}|{Text(mention.Number + 1, mention.End)}]";

        string Text(int from, int to) => string.Concat(sentence.Tokens.Skip(from).Take(to - from).Select(sentence.Word));
    }
}
