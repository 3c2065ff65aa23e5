using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>Figures, names, slips and places, as the contract writes them.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData("2020-01-05", true)]
    [InlineData("2021-12-31", true)]
    [InlineData("2022-01-01", false)]
    public void Figures_are_not_sent_in_before_their_year_is_over(string date, bool isTold)
    {
        var (_, findings) = InMemory.Read($"{InMemory.Empty("甲局", 2021)}报送日期: {date}\n", 2021);

        Assert.Equal(isTold, findings.All.Any(d => d.Message.English.Contains("2021 was not over then", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("{行政规范性文件: {本年制发件数: 2, 本年制发件数: 3}}", true)]
    [InlineData("{行政规范性文件: {本年制发件数: 2, 本年废止件数: 3}}", false)]
    public void A_table_in_which_a_name_stands_twice_is_in_doubt(string table, bool isInDoubt)
    {
        var (filing, _) = InMemory.Read($"单位: 甲局\n年度: 2021\n主动公开: {table}\n依申请公开: 无\n复议诉讼: 无\n", 2021);

        Assert.Equal(isInDoubt, filing!.Doubtful.Contains("主动公开"));
    }

    [Fact]
    public void Several_entries_where_an_indicator_has_one_figure_are_told()
    {
        var compilation = InMemory.Compile(
            "机关: 甲县\n指标: [{键: 接访, 汇总: 求和}]\n", 2021, null, $"{InMemory.Empty("甲局", 2021)}指标: {{接访: {{上半年: 1}}}}\n");

        Assert.Contains(compilation.Diagnostics, d => d.Rule == Catalogue.Number && d.Cell == "指标.接访");
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("12", 12)]
    [InlineData("999999999999999999", 999999999999999999)]
    [InlineData("105", 105)]
    public void A_count_is_read_as_any_kind(string text, long value)
    {
        foreach (var kind in Enum.GetValues<ValueKind>()) Assert.Equal(value, FigureReader.Number(text, kind));
    }

    [Theory]
    [InlineData("105.95", "105.95")]
    [InlineData("0.5", "0.5")]
    [InlineData("0.123456", "0.123456")]
    [InlineData("0.10", "0.1")]
    [InlineData("999999999999999999.999999", "999999999999999999.999999")]
    public void A_decimal_is_an_amount_alone(string text, string value)
    {
        Assert.Equal(value, Figure.Format(FigureReader.Number(text, ValueKind.Amount)!.Value));
        Assert.Null(FigureReader.Number(text, ValueKind.Count));
        Assert.Null(FigureReader.Number(text, ValueKind.SignedCount));
    }

    [Theory]
    [InlineData("12.0", "12")]
    [InlineData("-0.0", "0")]
    [InlineData("-7", "-7")]
    [InlineData("9223372036854775808", "9223372036854775808")]
    [InlineData("-79228162514264337593543950335", "-79228162514264337593543950335")]
    public void A_figure_is_printed_without_what_it_does_not_need(string value, string printed) =>
        Assert.Equal(printed, Figure.Format(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("-3", -3)]
    [InlineData("+3", 3)]
    [InlineData("+0", 0)]
    [InlineData("-999999999999999999", -999999999999999999)]
    public void A_sign_belongs_to_a_signed_count_alone(string text, long value)
    {
        Assert.Equal(value, FigureReader.Number(text, ValueKind.SignedCount));
        Assert.Null(FigureReader.Number(text, ValueKind.Count));
        Assert.Null(FigureReader.Number(text, ValueKind.Amount));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("12 ")]
    [InlineData(" 12")]
    [InlineData("014")]
    [InlineData("00")]
    [InlineData("00.5")]
    [InlineData("1_000")]
    [InlineData("1,000")]
    [InlineData("1:30")]
    [InlineData("0x1F")]
    [InlineData("0o14")]
    [InlineData("1e3")]
    [InlineData("1.5e3")]
    [InlineData("10.")]
    [InlineData(".5")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("１２")]
    [InlineData("٣")]
    [InlineData("12件")]
    [InlineData("/")]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData("--3")]
    [InlineData("+-3")]
    [InlineData("yes")]
    [InlineData("true")]
    [InlineData("十二")]
    [InlineData(".inf")]
    [InlineData(".nan")]
    [InlineData("NaN")]
    [InlineData("∞")]
    [InlineData("1234567890123456789")]
    [InlineData("0.1234567")]
    [InlineData("1\n")]
    [InlineData("1\0")]
    [InlineData("(3)")]
    [InlineData("3-")]
    [InlineData("$3")]
    [InlineData("¤3")]
    public void Anything_else_is_no_figure_of_any_kind(string text)
    {
        foreach (var kind in Enum.GetValues<ValueKind>()) Assert.Null(FigureReader.Number(text, kind));
    }

    [Theory]
    [InlineData("１２", ValueKind.Count, "件", "12")]
    [InlineData("12件", ValueKind.Count, "件", "12")]
    [InlineData("12 件", ValueKind.Count, "件", "12")]
    [InlineData("1,000", ValueKind.Count, "件", "1000")]
    [InlineData("1，000", ValueKind.Count, "件", "1000")]
    [InlineData("1_000_000", ValueKind.Count, "件", "1000000")]
    [InlineData("014", ValueKind.Count, "件", "14")]
    [InlineData("000", ValueKind.Count, "件", "0")]
    [InlineData("12.0", ValueKind.Count, "件", "12")]
    [InlineData("10.", ValueKind.Count, "件", "10")]
    [InlineData("10.", ValueKind.Amount, "万元", "10")]
    [InlineData(".5", ValueKind.Amount, "万元", "0.5")]
    [InlineData("１０．５", ValueKind.Amount, "万元", "10.5")]
    [InlineData("1,234.50", ValueKind.Amount, "万元", "1234.50")]
    [InlineData("10.59万元", ValueKind.Amount, "万元", "10.59")]
    [InlineData("105900元", ValueKind.Amount, "万元", "10.59")]
    [InlineData("105900元", ValueKind.Amount, "元", "105900")]
    [InlineData("－5", ValueKind.SignedCount, "项", "-5")]
    [InlineData("“12”", ValueKind.Count, "件", "12")]
    public void What_was_surely_meant_is_proposed(string text, ValueKind kind, string unit, string proposal) =>
        Assert.Equal(proposal, FigureReader.Proposal(text, kind, unit));

    [Theory]
    [InlineData("/", ValueKind.Count, "件")]
    [InlineData("-", ValueKind.Count, "件")]
    [InlineData("——", ValueKind.Amount, "万元")]
    [InlineData("12.5", ValueKind.Count, "件")]
    [InlineData("1,00", ValueKind.Count, "件")]
    [InlineData("1:30", ValueKind.Count, "件")]
    [InlineData("0x1F", ValueKind.Count, "件")]
    [InlineData("3万", ValueKind.Count, "件")]
    [InlineData("3万件", ValueKind.Count, "件")]
    [InlineData("12%", ValueKind.Count, "件")]
    [InlineData("-3", ValueKind.Count, "件")]
    [InlineData("12、13", ValueKind.Count, "件")]
    [InlineData("10.59亿元", ValueKind.Amount, "万元")]
    [InlineData("5万元", ValueKind.Amount, "元")]
    [InlineData("0.1234567", ValueKind.Amount, "万元")]
    [InlineData("1234567890123456789", ValueKind.Count, "件")]
    public void Nothing_is_proposed_where_more_than_one_figure_could_be_meant(string text, ValueKind kind, string unit) =>
        Assert.Null(FigureReader.Proposal(text, kind, unit));

    /// <summary>Said in the message, so that the clerk need not think of it; --fix leaves it to him.</summary>
    [Theory]
    [InlineData("1e3", "1000")]
    [InlineData("十二", "12")]
    [InlineData("1 000", "1000")]
    public void What_is_surely_meant_is_said_and_not_mended(string text, string figure)
    {
        Assert.Equal(figure, FigureReader.Proposal(text, ValueKind.Count, "件"));
        var (_, findings) = InMemory.Read(InMemory.Empty("甲局", 2021).Replace("主动公开: 无", $"主动公开: {{行政许可: {text}}}",
            StringComparison.Ordinal), 2021);
        Assert.Empty(Assert.Single(findings.All, f => f.Severity == Severity.Error).Edits);
    }

    [Theory]
    [InlineData("一、本年新收政府信息公开申请数量", "本年新收政府信息公开申请数量")]
    [InlineData("（一）予以公开", "予以公开")]
    [InlineData("(十二) 其他", "其他")]
    [InlineData("3.危及“三安全一稳定”", "危及三安全一稳定")]
    [InlineData("3．危及\"三安全一稳定\"", "危及三安全一稳定")]
    [InlineData("本年增／减", "本年增/减")]
    [InlineData("总　计", "总计")]
    [InlineData("（部分）公开", "(部分)公开")]
    [InlineData("三公经费", "三公经费")]
    [InlineData("一、", "一、")]
    [InlineData("ＡＢc", "abc")]
    [InlineData("", "")]
    public void Numbering_spaces_quotes_and_width_do_not_count(string name, string fold) => Assert.Equal(fold, Names.Fold(name));

    [Theory]
    [InlineData("本年新受", "本年新收")]
    [InlineData("新收", "本年新收")]
    [InlineData("上年结转数", "上年结转")]
    [InlineData("结传下年度", "结转下年度")]
    [InlineData("一、本年新收", "本年新收")]
    [InlineData("撤回", null)]
    [InlineData("下", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_proposed_where_it_is_near_enough(string name, string? nearest) =>
        Assert.Equal(nearest, Names.Nearest(name, ["本年新收", "上年结转", "办理结果", "结转下年度"]));

    [Theory]
    [InlineData("卫健委", "卫生健康委员会")]
    [InlineData("县卫生健康委员会", null)]
    [InlineData("人力资源和社会保障局", "人社局")]
    [InlineData("局", null)]
    [InlineData("公安", null)]
    public void An_abbreviation_is_of_one_name(string name, string? full) =>
        Assert.Equal(full, Names.Abbreviated(name, ["卫生健康委员会", "人社局", "公安一分局", "公安二分局"]));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("abc", "acb", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_counts_changes_and_exchanges(string a, string b, int distance) => Assert.Equal(distance, Names.Distance(a, b));

    [Theory]
    [InlineData("年度：2021", SlipKind.Colon, 1, 2, "年度: 2021")]
    [InlineData("a: {b： 1}", SlipKind.Colon, 1, 5, "a: {b: 1}")]
    [InlineData("a: {b: 1，c: 2}", SlipKind.Comma, 1, 8, "a: {b: 1, c: 2}")]
    [InlineData("a: {b: 1、c: 2}", SlipKind.Comma, 1, 8, "a: {b: 1, c: 2}")]
    [InlineData("a: [1，2]", SlipKind.Comma, 1, 5, "a: [1, 2]")]
    [InlineData("a: ｛b: 1}", SlipKind.Bracket, 1, 3, "a: {b: 1}")]
    [InlineData("a: {b: 1｝", SlipKind.Bracket, 1, 8, "a: {b: 1}")]
    [InlineData("a:12", SlipKind.Space, 1, 1, "a: 12")]
    [InlineData("a: {b:1}", SlipKind.Space, 1, 5, "a: {b: 1}")]
    [InlineData("a:\n　b: 1", SlipKind.WideSpace, 2, 0, "a:\n  b: 1")]
    [InlineData("a:　1", SlipKind.WideSpace, 1, 2, "a: 1")]
    [InlineData("a:\n\tb: 1", SlipKind.Tab, 2, 0, "a:\n  b: 1")]
    [InlineData("a:\t1", SlipKind.Tab, 1, 2, "a: 1")]
    [InlineData("a: 1\u0000", SlipKind.Control, 1, 4, "a: 1")]
    [InlineData("a: 1\uFEFF", SlipKind.Control, 1, 4, "a: 1")]
    [InlineData("a: 1\u200B", SlipKind.Control, 1, 4, "a: 1")]
    [InlineData("a:\u200B", SlipKind.Control, 1, 2, "a:")]
    [InlineData("a: {b: 1,000}", SlipKind.Grouping, 1, 8, "a: {b: 1000}")]
    [InlineData("a: {b: 12，345, c: 1}", SlipKind.Grouping, 1, 9, "a: {b: 12345, c: 1}")]
    [InlineData("a: {b: 无；\"c\": 1}", SlipKind.Comma, 1, 8, "a: {b: 无, \"c\": 1}")]
    [InlineData("a: -", SlipKind.Dash, 1, 3, "a: \"-\"")]
    [InlineData("a: {b: -, c: 1}", SlipKind.Dash, 1, 7, "a: {b: \"-\", c: 1}")]
    public void A_slip_is_found_and_mended(string text, SlipKind kind, int line, int offset, string mended)
    {
        var source = new SourceText("a.yaml", text);
        var slip = Assert.Single(Slips.Find(source));
        Assert.Equal((kind, line, offset), (slip.Kind, slip.Line, slip.Offset));
        Assert.Equal(mended + "\n", Slips.Fix(source, [slip]).Text);
    }

    [Theory]
    [InlineData("单位: 县人社局（县医保局）、县残联")]
    [InlineData("说明: 划转，见附件；共 3 项：含“一件事”")]
    [InlineData("说明: 见 http://example.com/a:b")]
    [InlineData("说明: \"甲：乙，丙\"")]
    [InlineData("说明: '甲：乙，丙'   # 注：丙，丁；｛戊｝")]
    [InlineData("# 注：甲，乙；\t丙\na: 1")]
    [InlineData("a: |\n  甲：乙，丙\n  丁：戊\nb: 1")]
    [InlineData("a: >\n  甲：乙，丙\n\n  丁：戊\nb: 1")]
    [InlineData("a: 跨行\n  续：行，也是；文字\nb: 1")]
    [InlineData("单位: [县人社局（县医保局）、县残联, 乙局]")]
    [InlineData("一、本年新收政府信息公开申请数量: {自然人: 1}")]
    [InlineData("\"行政许可\": 3")]
    [InlineData("{\"a\":1,\"b\":2}")]
    [InlineData("a: {说明: 甲，乙, b: 1}")]
    [InlineData("a: 12:30")]
    [InlineData("- -3\n- a")]
    [InlineData("a: -3\nb: - 3")]
    [InlineData("a: 1\r\nb: 2\r\n")]
    [InlineData("文号: ［2021］5 号")]
    [InlineData("a: {b: 1, 000: 2}")]
    [InlineData("a: {b: 1,2: 3}")]
    [InlineData("a: {b: 1234,567: 3}")]
    [InlineData("a: [1,000,2]")]
    [InlineData("a: 1,000")]
    public void Chinese_punctuation_in_texts_is_no_slip(string text) => Assert.Empty(Slips.Find(new SourceText("a.yaml", text)));

    /// <summary>What a slip is read as is a guess here: it is not written into the file.</summary>
    [Theory]
    [InlineData("a: 1\u00072", SlipKind.Control)]
    [InlineData("a: 1\u200B\u200B2", SlipKind.Control)]
    [InlineData("a: 1\vb: 2", SlipKind.Control)]
    [InlineData("a: 1\u2028b", SlipKind.Control)]
    [InlineData("注：a: 1", SlipKind.Colon)]
    [InlineData("a: {说明: 甲局，另: 1}", SlipKind.Comma)]
    [InlineData("a:\n  b:\n\tc: 1", SlipKind.Tab)]
    public void A_slip_that_may_be_something_else_is_not_sure(string text, SlipKind kind)
    {
        var slips = Slips.Find(new SourceText("a.yaml", text));
        Assert.All(slips.Where(s => s.Kind == kind), s => Assert.False(s.IsSure));
        Assert.Contains(slips, s => s.Kind == kind);
    }

    /// <summary>Only one width of a tab lines the lines up, or every width does so alike.</summary>
    [Theory]
    [InlineData("a:\n\tb: 1\n\tc:\n\t\td: 1", "a:\n  b: 1\n  c:\n    d: 1")]
    [InlineData("a:\n    b: 1\n\tc: 1", "a:\n    b: 1\n    c: 1")]
    [InlineData("a:\n  b: 1\n\tc: 1", "a:\n  b: 1\n  c: 1")]
    [InlineData("a:\n  b:\n      c: 1\n  \td: 1\n# \t\n\n", "a:\n  b:\n      c: 1\n  \td: 1\n# \t\n\n")]
    [InlineData("a:\n        b: 1\n\tc: 1", "a:\n        b: 1\n        c: 1")]
    public void A_tab_is_as_wide_as_the_lines_around_it_say(string text, string mended)
    {
        var source = new SourceText("a.yaml", text);
        Assert.Equal(mended.TrimEnd('\n'), Slips.Fix(source, [.. Slips.Find(source).Where(s => s.IsSure)]).Text.TrimEnd('\n'));
    }

    [Theory]
    [InlineData("2022年1月12日", "2022-01-12")]
    [InlineData("2022.1.12", "2022-01-12")]
    [InlineData("２０２２／０１／１２", "2022-01-12")]
    [InlineData("2022-1-12", "2022-01-12")]
    [InlineData("2022年2月30日", null)]
    [InlineData("22年1月12日", null)]
    [InlineData("1月12日", null)]
    [InlineData("12/1/2022", null)]
    public void A_date_in_the_order_of_the_calendar_is_meant(string text, string? date) => Assert.Equal(date, Dates.Meant(text));

    [Theory]
    [InlineData("２０２１", "2021")]
    [InlineData("2021年", "2021")]
    [InlineData("2021 年度", "2021")]
    [InlineData("21年", null)]
    [InlineData("二〇二一年", "2021")]
    [InlineData("2020-2021", null)]
    public void A_year_is_four_digits_however_wide(string text, string? year) => Assert.Equal(year, Dates.MeantYear(text));

    [Theory]
    [InlineData("１２", ValueKind.Count, "件", "12")]
    [InlineData("12 件", ValueKind.Count, "件", "12")]
    [InlineData("“12”", ValueKind.Count, "件", "12")]
    [InlineData("1,234,567", ValueKind.Count, "件", "1234567")]
    [InlineData("10。59", ValueKind.Amount, "万元", "10.59")]
    [InlineData("10.59 万元", ValueKind.Amount, "万元", "10.59")]
    [InlineData("1，234.50万元", ValueKind.Amount, "万元", "1234.50")]
    [InlineData("－5", ValueKind.SignedCount, "项", "-5")]
    [InlineData("12\u200B", ValueKind.Count, "件", "12")]
    [InlineData("014", ValueKind.Count, "件", null)]
    [InlineData("０１４", ValueKind.Count, "件", null)]
    [InlineData("12.0", ValueKind.Count, "件", null)]
    [InlineData("10.", ValueKind.Amount, "万元", null)]
    [InlineData(".5", ValueKind.Amount, "万元", null)]
    [InlineData("105900元", ValueKind.Amount, "万元", null)]
    [InlineData("5万元", ValueKind.Amount, "元", null)]
    [InlineData("5万件", ValueKind.Count, "件", null)]
    [InlineData("十二", ValueKind.Count, "件", null)]
    [InlineData("零", ValueKind.Count, "件", null)]
    [InlineData("/", ValueKind.Count, "件", null)]
    [InlineData("—", ValueKind.Count, "件", null)]
    [InlineData("没有", ValueKind.Count, "件", null)]
    [InlineData("1\u200B2", ValueKind.Count, "件", null)]
    public void Only_the_writing_of_a_figure_is_mended(string text, ValueKind kind, string unit, string? mended) =>
        Assert.Equal(mended, FigureReader.Fixed(text, kind, unit)?.Text);

    [Theory]
    [InlineData("甲 + 乙 = 丙", 2, 1, Relation.Equal)]
    [InlineData("甲＋乙＝丙", 2, 1, Relation.Equal)]
    [InlineData("甲 = 上年.甲 + 乙 - 丙", 1, 3, Relation.Equal)]
    [InlineData("甲 <= 乙", 1, 1, Relation.AtMost)]
    [InlineData("甲.子 ≤ 上年.乙.丑", 1, 1, Relation.AtMost)]
    public void A_formula_is_two_sides(string text, int left, int right, Relation relation)
    {
        var (formula, findings) = Parse(text);
        Assert.True(findings.IsEmpty);
        Assert.Equal((left, right, relation), (formula!.Left.Length, formula.Right.Length, formula.Relation));
        foreach (var name in formula.Names) Assert.Equal(name.Path, text.Substring(name.Offset, name.Path.Length));
    }

    [Fact]
    public void A_formula_knows_signs_and_years()
    {
        var formula = Parse("甲 = 上年.甲 + 乙 - 丙").Formula!;
        Assert.Equal([("甲", 1, true), ("乙", 1, false), ("丙", -1, false)], formula.Right.Select(n => (n.Path, n.Sign, n.LastYear)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("甲")]
    [InlineData("甲 +")]
    [InlineData("= 甲")]
    [InlineData("甲 = ")]
    [InlineData("甲 = 乙 = 丙")]
    [InlineData("甲 < 乙")]
    [InlineData("甲 >= 乙")]
    [InlineData("甲 * 2 = 乙")]
    [InlineData("甲 乙 = 丙")]
    [InlineData("甲 + + 乙 = 丙")]
    [InlineData("-甲 = 乙")]
    [InlineData("甲 == 乙")]
    public void Anything_else_is_no_formula(string text)
    {
        var (formula, findings) = Parse(text);
        Assert.Null(formula);
        Assert.Equal(Catalogue.Edition, Assert.Single(findings.All).Rule);
    }

    [Fact]
    public void A_line_is_the_same_from_the_bytes_of_a_file_and_from_its_text()
    {
        string[] pieces = ["单位: 甲", "𬭎a", " ", "\n", "\r\n", "\r", "\r\r\n", ""];
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            byte[] mark = round % 2 == 0 ? [] : [.. Source.Mark];
            var (whole, lines) = (new SourceText("a.yaml", text), Enumerable.Range(-1, 15).ToList());
            var file = new SourceText(new Source("a.yaml", [.. mark, .. System.Text.Encoding.UTF8.GetBytes(text)]));
            Assert.Equal(lines.Select(whole.Line), lines.Select(file.Line));
            Assert.Equal(whole.LineCount, file.LineCount);
        }
    }

    [Fact]
    public void Columns_count_code_points()
    {
        var source = new SourceText("a.yaml", "𬭎a：b\r\n\n𬭎𬭎\nend");
        Assert.Equal(4, source.LineCount);
        Assert.Equal(("𬭎a：b", "", "𬭎𬭎", "end", "", ""),
            (source.Line(1), source.Line(2), source.Line(3), source.Line(4), source.Line(5), source.Line(0)));
        Assert.Equal((1, 2, 3, 4),
            (source.CodePointColumn(1, 0), source.CodePointColumn(1, 2), source.CodePointColumn(1, 3), source.CodePointColumn(1, 4)));
        Assert.Equal(new Span(1, 2, 1, 3), source.SpanAt(2, 1));
        Assert.Equal(new Span(3, 2, 3, 3), source.SpanAt(source.Text.IndexOf("𬭎𬭎", StringComparison.Ordinal) + 2, 2));
        Assert.Equal((4, 3), source.LineAt(source.Text.Length));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("a", 1)]
    [InlineData("a\n", 1)]
    [InlineData("a\nb", 2)]
    [InlineData("\n", 1)]
    public void The_line_after_the_last_break_is_not_counted(string text, int lines) =>
        Assert.Equal(lines, new SourceText("a", text).LineCount);

    [Fact]
    public void A_place_after_a_character_beyond_the_BMP_is_the_one_an_editor_shows()
    {
        var findings = new Findings();
        var document = YamlReader.Read(findings, new SourceText("a.yaml", "{单位: 𬭎县, 行政许可: 12件}"))!;
        var value = ((Mapping)document.Root)["行政许可"]!;
        Assert.Equal(new Span(1, 16, 1, 19), value.Span);
    }

    [Fact]
    public void A_file_beyond_the_limit_is_refused_unread()
    {
        var findings = new Findings();
        Assert.Null(YamlReader.Read(findings, new Source("a.yaml", new byte[(4 << 20) + 1])));
        Assert.Equal(Catalogue.FileSize, Assert.Single(findings.All).Rule);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("- ")]
    [InlineData("{a: ")]
    [InlineData("? ")]
    public void Deep_nesting_ends_quickly(string open)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var findings = new Findings();
        YamlReader.Read(findings, new SourceText("a.yaml", string.Concat(Enumerable.Repeat(open, 100_000))));
        Assert.True(findings.HasErrors);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("{a: 1, b: {c: 2}}")]
    [InlineData("a: 1\nb:\n  c: 2")]
    [InlineData("a: \"1\"\nb: {c: '2'}")]
    [InlineData("\uFEFFa: 1\r\nb:\r\n  c: 2\r\n")]
    public void The_same_data_in_another_writing_is_the_same(string text)
    {
        var findings = new Findings();
        var root = (Mapping)YamlReader.Read(findings, new Source("a.yaml", Encoding.UTF8.GetBytes(text)))!.Root;
        Assert.True(findings.IsEmpty);
        Assert.Equal(("1", "2"), (((Scalar)root["a"]!).Value, ((Scalar)((Mapping)root["b"]!)["c"]!).Value));
    }

    /// <summary>Documents of the YAML test suite on which the library throws what is no YamlException.</summary>
    [Theory]
    [InlineData("---\n[a, b, c, ]\n---\n[a, b, c, ,]\n")]
    [InlineData("k: {\nk\n:\nv\n}\n")]
    [InlineData("? []: x\n")]
    [InlineData("- :,\n- ::\n- {x: :}\n")]
    [InlineData("%YAML 1.2\n")]
    [InlineData("!<tag:x> a")]
    [InlineData("*")]
    [InlineData("&")]
    [InlineData("? a\n? b\n")]
    public void The_library_s_exceptions_stay_inside(string text)
    {
        var findings = new Findings();
        var document = YamlReader.Read(findings, new SourceText("a.yaml", text));
        Assert.True(document is not null || findings.HasErrors);
    }

    private static (Formula? Formula, Findings Findings) Parse(string text)
    {
        var findings = new Findings();
        var scalar = new Scalar(text, ScalarStyle.Plain, new Span(1, 1, 1, 1));
        return (Formula.Parse(findings, new Document(new SourceText("a.yaml", text), scalar), scalar), findings);
    }
}
