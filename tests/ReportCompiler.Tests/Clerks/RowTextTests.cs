using System.Collections.Immutable;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using Xunit;

namespace ReportCompiler.Tests.Clerks;

/// <summary>Behind the name of a row stand columns with their figures, or figures in the order of the columns, and nothing else.</summary>
public sealed class RowTextTests
{
    private const string Details = "自然人: 3, 商业企业: 1, 科研机构: 0, 社会公益组织: 0, 法律服务机构: 0, 其他: 0";
    private const string Whole = $"{{{Details}, 总计: 4}}";
    private const string Wrong = $"{{{Details}, 总计: 5}}";

    private static readonly Edition Form = Editions.OfForm.For(2021)!;
    private static readonly ImmutableArray<Column> Applicants = FormNode.Root(Form, null).Find("依申请公开")!.Find("本年新收")!.Columns;

    [Theory]
    [InlineData("自然人: 3, 商业企业: 1", "{自然人: 3, 商业企业: 1}")]
    [InlineData("{自然人：3；商业企业＝1}", "{自然人: 3, 商业企业: 1}")]
    [InlineData("自然人3商业企业1", "{自然人: 3, 商业企业: 1}")]
    [InlineData("（（自然人 3 件、商业企业 1,234））", null)]
    [InlineData("（（自然人 3件、商业企业 无））", "{自然人: 3, 商业企业: 无}")]
    [InlineData("“自然人: 3”", "{自然人: 3}")]
    [InlineData("{自然人: 3 }，", "{自然人: 3}")]
    [InlineData("{自然人: 3}件。", null)]
    [InlineData("{自然人: 3} 件", "{自然人: 3}")]
    [InlineData("{自然人: 3} 项", null)]
    [InlineData("{自然人: 3}}", "{自然人: 3}")]
    [InlineData("{自然人: 待填, 商业企业: 待核}", "{自然人: 待填, 商业企业: 待核}")]
    [InlineData("自然人: 3, 自然人: 3", null)]
    [InlineData("自然人: 3, 个人: 1", null)]
    [InlineData("自然人: , 商业企业: 1", null)]
    [InlineData("自然人", null)]
    [InlineData("3, 1", null)]
    [InlineData("件", null)]
    [InlineData("。", null)]
    [InlineData("}", null)]
    [InlineData("", null)]
    public void Columns_are_read_by_their_names(string text, string? entries) => Assert.Equal(entries, RowText.Named(text, Applicants));

    /// <summary>One counts contracts, the other 万元: no word behind them is that of both.</summary>
    [Theory]
    [InlineData("{采购项目数量: 3, 采购总金额: 10.5}", "{采购项目数量: 3, 采购总金额: 10.5}")]
    [InlineData("{采购项目数量: 3, 采购总金额: 10.5万元}", "{采购项目数量: 3, 采购总金额: 10.5}")]
    [InlineData("{采购项目数量: 3, 采购总金额: 10.5} 万元", null)]
    [InlineData("{采购项目数量: 3.5}", null)]
    public void A_word_behind_the_braces_is_of_all_columns(string text, string? entries)
    {
        var row = FormNode.Root(Editions.OfForm.For(2019)!, null).Find("主动公开")!.Find("政府集中采购")!;
        Assert.Equal(entries, RowText.Named(text, row.Columns));
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData("{自然人: 3}", true)]
    [InlineData("{自然人: 3, 商业企业: 1, }", true)]
    [InlineData("{ 自然人: 3 }", true)]
    [InlineData("自然人: 3", false)]
    [InlineData("{自然人:3}", false)]
    [InlineData("{自然人: 3 商业企业1}", false)]
    [InlineData("{自然人: 3总计}", false)]
    [InlineData("{自然人: 3: 1}", false)]
    [InlineData("{自然人: }", false)]
    [InlineData("{{自然人: 3}}", false)]
    [InlineData("{自然人: 3}}", false)]
    public void Entries_in_braces_are_as_YAML_wants_them(string text, bool isFlow) =>
        Assert.Equal(isFlow, RowText.IsFlow(text, Applicants));

    [Theory]
    [InlineData("3 1 0", "3|1|0")]
    [InlineData("：3、1，0；", "3|1|0")]
    [InlineData("[3, 1]", "3|1")]
    [InlineData("3", null)]
    [InlineData("3 甲", null)]
    [InlineData("", null)]
    public void Figures_stand_one_after_the_other(string text, string? cells) =>
        Assert.Equal(cells?.Split('|'), RowText.Figures(text));

    [Theory]
    [InlineData("3|1|0|0|0|0|4", true, Whole, true)]
    // Of halves of figures the sum is wrong; of cells that tabs divide it may be the clerk's own mistake.
    [InlineData("3|1|0|0|0|0|5", true, Wrong, true)]
    [InlineData("3|1|0|0|0|0|5", false, Wrong, false)]
    [InlineData("3|1|0|0|0|0|4", false, Whole, true)]
    [InlineData("3||||||3", true, "{自然人: 3, 总计: 3}", true)]
    [InlineData("3||||||4", true, "{自然人: 3, 总计: 4}", false)]
    [InlineData("3||||||", true, "{自然人: 3}", false)]
    [InlineData("无||||||0", true, "{自然人: 无, 总计: 0}", true)]
    [InlineData("||||||0", true, "{总计: 0}", true)]
    [InlineData("||||||", true, null, false)]
    [InlineData("3|1|0|0|0|0", true, null, false)]
    [InlineData("3|1|0|0|0|0|4|4", true, null, false)]
    [InlineData("3|约1|0|0|0|0|4", true, null, false)]
    public void Cells_fit_the_columns_or_are_none(string cells, bool areCells, string? text, bool isSure)
    {
        var placed = RowText.Placed(cells.Split('|'), FormNode.Root(Form, null).Find("依申请公开")!.Find("本年新收")!, areCells);
        Assert.Equal(text is null ? null : (text, isSure), placed);
    }
}
