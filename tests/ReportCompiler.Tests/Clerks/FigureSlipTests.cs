using ReportCompiler.Forms;
using ReportCompiler.Input;
using Xunit;

namespace ReportCompiler.Tests.Clerks;

/// <summary>What is proposed for a text in the place of a figure, and what is said of one for which there is no proposal.</summary>
public sealed class FigureSlipTests
{
    [Theory]
    [InlineData("一", "1")]
    [InlineData("十", "10")]
    [InlineData("十二", "12")]
    [InlineData("二十", "20")]
    [InlineData("二十一", "21")]
    [InlineData("三百", "300")]
    [InlineData("一百零五", "105")]
    [InlineData("一百一十", "110")]
    [InlineData("三百二十一", "321")]
    [InlineData("九千九百九十九", "9999")]
    [InlineData("两千零八", "2008")]
    [InlineData("一千零二十", "1020")]
    [InlineData("伍仟贰佰叁拾壹", "5231")]
    [InlineData("二〇", "20")]
    [InlineData("一二三四五六七八九", "123456789")]
    // 102 or 120, 205 or 250: the clerk knows.
    [InlineData("一百二", null)]
    [InlineData("二百五", null)]
    [InlineData("三千五", null)]
    // 3 or 4, 7 or 8.
    [InlineData("三四", null)]
    [InlineData("七八", null)]
    [InlineData("千千", null)]
    [InlineData("二二十", null)]
    [InlineData("二十十", null)]
    [InlineData("十百", null)]
    [InlineData("百", null)]
    [InlineData("十二万", null)]
    [InlineData("二十一一", null)]
    public void A_number_in_words_is_proposed_where_it_is_one_number(string text, string? figure) =>
        Assert.Equal(figure, FigureReader.Proposal(text, ValueKind.Count, "件"));

    [Theory]
    [InlineData("12.00", ValueKind.Count, "件", "12")]
    [InlineData("12.05", ValueKind.Count, "件", null)]
    [InlineData("1.2.", ValueKind.Count, "件", null)]
    [InlineData(".", ValueKind.Amount, "万元", null)]
    [InlineData(".5", ValueKind.Count, "件", null)]
    [InlineData("件", ValueKind.Count, "件", null)]
    [InlineData("", ValueKind.Count, "件", null)]
    [InlineData("0件", ValueKind.Count, "件", "0")]
    [InlineData("5元", ValueKind.Amount, "亿元", null)]
    [InlineData("5万元", ValueKind.Amount, "元", null)]
    [InlineData("5元", ValueKind.Amount, "元", "5")]
    [InlineData("1 234", ValueKind.Count, "件", "1234")]
    [InlineData("12 345 678", ValueKind.Count, "件", "12345678")]
    [InlineData("1234 567", ValueKind.Count, "件", null)]
    [InlineData("1 23", ValueKind.Count, "件", null)]
    [InlineData("3 1 0", ValueKind.Count, "件", null)]
    [InlineData("I0", ValueKind.Count, "件", "10")]
    [InlineData("|2", ValueKind.Count, "件", "12")]
    [InlineData("lO", ValueKind.Count, "件", null)]
    [InlineData("1+2+3", ValueKind.Count, "件", "6")]
    [InlineData("1+", ValueKind.Count, "件", null)]
    [InlineData("1.5+1", ValueKind.Count, "件", null)]
    [InlineData("1.5+1", ValueKind.Amount, "万元", "2.5")]
    [InlineData("2e-1", ValueKind.Amount, "万元", "0.2")]
    [InlineData("e5", ValueKind.Count, "件", null)]
    [InlineData("3万", ValueKind.Amount, "万元", "3")]
    [InlineData("3万", ValueKind.Amount, "元", null)]
    [InlineData("3万5000元", ValueKind.Amount, "万元", "3.5")]
    [InlineData("3万9999元", ValueKind.Amount, "万元", "3.9999")]
    [InlineData("3万10000元", ValueKind.Amount, "万元", null)]
    [InlineData("3万5000", ValueKind.Amount, "万元", null)]
    [InlineData("3.5万5000元", ValueKind.Amount, "万元", null)]
    [InlineData("计 012 件", ValueKind.Count, "件", "12")]
    [InlineData("合计约3", ValueKind.Count, "件", null)]
    public void Only_what_can_be_one_figure_alone_is_proposed(string text, ValueKind kind, string unit, string? figure) =>
        Assert.Equal(figure, FigureReader.Proposal(text, kind, unit));

    [Theory]
    [InlineData("1,234,567.5", "1234567.5")]
    [InlineData("123,456", "123456")]
    [InlineData("123", null)]
    [InlineData("1234,567", null)]
    [InlineData(",123", null)]
    [InlineData("1,23", null)]
    [InlineData("1,234,56", null)]
    [InlineData("1,23,456", null)]
    [InlineData("1,2345", null)]
    [InlineData("1,a23", null)]
    public void Separators_stand_before_every_third_digit(string text, string? figure)
    {
        Assert.Equal(figure, FigureReader.Fixed(text, ValueKind.Amount, "万元")?.Text);
        Assert.Equal(figure is not null, FigureReader.IsGrouped(text));
    }

    [Theory]
    [InlineData("/", ValueKind.Count, "没有就写 0 或 无")]
    [InlineData("——", ValueKind.Amount, "没有就写 0 或 无")]
    [InlineData("1234567890123456789", ValueKind.Count, "最多 18 位")]
    [InlineData("-1234567890123456789", ValueKind.SignedCount, "最多 18 位")]
    [InlineData("1234567890123456789.5", ValueKind.Amount, "最多 18 位")]
    [InlineData("123456789012345678x", ValueKind.Count, null)]
    [InlineData("0.1234567", ValueKind.Amount, "最多六位小数")]
    [InlineData("0.123456x", ValueKind.Amount, null)]
    [InlineData("x.1234567", ValueKind.Amount, null)]
    [InlineData("+3", ValueKind.Count, "不写正号")]
    [InlineData("+x", ValueKind.Count, null)]
    [InlineData("03", ValueKind.Count, "不以 0 开头")]
    [InlineData("00.5", ValueKind.Amount, "不以 0 开头")]
    [InlineData("000", ValueKind.Count, "不以 0 开头")]
    [InlineData("0x", ValueKind.Count, null)]
    [InlineData("-3", ValueKind.Count, "不能是负数")]
    [InlineData("-3.5", ValueKind.Amount, "不能是负数")]
    [InlineData("-3", ValueKind.SignedCount, null)]
    [InlineData("-x", ValueKind.Count, null)]
    [InlineData("3.5", ValueKind.Count, "件数没有小数")]
    [InlineData("3.5", ValueKind.Amount, null)]
    [InlineData("二百五", ValueKind.Count, "写成阿拉伯数字")]
    [InlineData("二百多", ValueKind.Count, null)]
    [InlineData("", ValueKind.Count, null)]
    [InlineData("12#", ValueKind.Count, "# 备注")]
    [InlineData("¥ 12", ValueKind.Amount, "不写“￥”：单位是万元，写 12；如果是元，写 0.0012")]
    [InlineData("¥12", ValueKind.Count, null)]
    [InlineData("¥x", ValueKind.Amount, null)]
    [InlineData("10,5", ValueKind.Amount, "是小数点就写 10.5；是千分位就连着写 105")]
    [InlineData("10,5", ValueKind.Count, null)]
    [InlineData("x,5", ValueKind.Amount, null)]
    [InlineData("1,x", ValueKind.Amount, null)]
    [InlineData("约30", ValueKind.Count, "写准确的数，例如 30")]
    [InlineData("近30多", ValueKind.Count, "写准确的数，例如 30")]
    [InlineData("约若干", ValueKind.Count, null)]
    [InlineData("30上下", ValueKind.Count, null)]
    public void What_is_known_of_a_text_is_said(string text, ValueKind kind, string? says)
    {
        var hint = FigureSlips.Hint(text, kind, kind == ValueKind.Amount ? "万元" : "件")?.Chinese;
        if (says is null) Assert.Null(hint);
        else Assert.Contains(says, hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sum_of_money_is_converted_where_the_unit_is_not_that_of_the_sign_alone() =>
        Assert.Equal("改为 12", FigureSlips.Hint("￥12", ValueKind.Amount, "元")!.Chinese);

    [Theory]
    [InlineData("12（含分局）", "12", "含分局")]
    [InlineData("１２ # 含分局 3 件", "12", "含分局 3 件")]
    [InlineData("12/甲", "12", "甲")]
    [InlineData("12。甲", "12", "甲")]
    [InlineData("12", null, null)]
    [InlineData("12（）", null, null)]
    [InlineData("12（", null, null)]
    [InlineData("12，5", null, null)]
    [InlineData("12,345.6", null, null)]
    [InlineData("12 甲", null, null)]
    [InlineData("（甲）", null, null)]
    [InlineData("012（甲）", null, null)]
    [InlineData("1.5（甲）", null, null)]
    [InlineData("12（甲\n乙）", null, null)]
    public void A_remark_behind_a_figure_is_told_from_the_figure(string text, string? figure, string? remark) =>
        Assert.Equal(figure is null ? null : (figure, remark!), FigureSlips.Remark(text, ValueKind.Count));

    [Theory]
    [InlineData("REF!", true)]
    [InlineData("div/0!", true)]
    [InlineData("甲", false)]
    [InlineData(null, false)]
    public void An_error_of_a_sheet_is_no_remark(string? remark, bool isError) => Assert.Equal(isError, FigureSlips.IsSheetError(remark));

    [Theory]
    [InlineData("甲局（乙）", "甲局（乙）")]
    [InlineData("A区", "A区")]
    [InlineData("123", "\"123\"")]
    [InlineData("abc", "\"abc\"")]
    [InlineData("甲 乙", "\"甲 乙\"")]
    [InlineData("甲\\\"乙", "\"甲\\\\\\\"乙\"")]
    [InlineData("", "\"\"")]
    public void A_name_is_written_as_a_text(string name, string written) => Assert.Equal(written, FigureWriter.Name(name));
}
