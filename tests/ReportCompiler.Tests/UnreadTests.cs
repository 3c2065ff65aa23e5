using ReportCompiler.Diagnostics;
using ReportCompiler.Importing;
using ReportCompiler.Input;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>Which forms of a data folder wait to be read.</summary>
public sealed class UnreadTests
{
    [Theory]
    [InlineData(0, "data/2021/甲/表.xlsx data/2021/乙/表.xlsx data/2021/丙.xlsx")]
    // Which of the two it was, its name does not say: neither is passed over in silence.
    [InlineData(1, "data/2021/甲/表.xlsx data/2021/乙/表.xlsx data/2021/丙.xlsx")]
    [InlineData(2, "data/2021/丙.xlsx")]
    public void Of_forms_of_one_name_one_import_does_not_silence_the_others(int imported, string waiting)
    {
        string[] forms = ["data/2021/甲/表.xlsx", "data/2021/乙/表.xlsx", "data/2021/丙.xlsx"];
        Source[] data = [.. Enumerable.Range(0, imported).Select(i => Of($"data/2021/{i}.yaml", "回收/表.xlsx"))];

        Assert.Equal(waiting.Split(' '), Unread.Waiting(forms, data, ImportedDocument.SourceOf));
    }

    [Fact]
    public void A_form_is_read_that_a_data_file_names_or_lies_beside()
    {
        string[] forms = ["data/2021/甲（盖章）.xlsx", "data/2021/乙.xlsx", "data/2021/丙.xlsx", "data/2021/全县.xlsx"];
        Source[] data =
        [
            Of("data/2021/甲.yaml", "data/2021/甲（盖章）.xlsx"), Of("data/2021/乙.yaml", null), Of("data/2021/丁.yaml", "全县.xlsx#丁局"),
        ];

        Assert.Equal(["data/2021/丙.xlsx"], Unread.Waiting(forms, data, ImportedDocument.SourceOf));
    }

    [Theory]
    [InlineData("说明", "没有读这个文件：它没有后缀")]
    [InlineData("说明.txt", "没有读这个文件：“.txt”")]
    [InlineData("说明.PDF", "没有读这个文件：“.PDF”")]
    [InlineData("公安.yaml.bak", "没有读这个文件：“.bak”")]
    [InlineData("公安.yaml.xlsx", "没有读这个文件：“.xlsx”")]
    [InlineData("公安.yaml.zzz", "没有读这个文件：“.zzz”")]
    [InlineData("公安.YML.zzz", "没有读这个文件：“.zzz”")]
    [InlineData("公安.xlsx", "还没有导入")]
    [InlineData("公安.et", "还没有导入")]
    [InlineData("公章.png", null)]
    [InlineData("公安.zzz", null)]
    public void A_file_that_a_unit_may_have_sent_is_told(string name, string? told)
    {
        var findings = new Findings();
        Unread.Find(findings, [$"data/2021/{name}"], [], ImportedDocument.SourceOf, 2021);

        if (told is null) Assert.Empty(findings.All);
        else Assert.Contains(told, Assert.Single(findings.All).Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 5)]
    [InlineData(6, 1)]
    public void Many_forms_are_told_once(int forms, int told)
    {
        var findings = new Findings();
        string[] paths = [.. Enumerable.Range(0, forms).Select(i => $"data/2021/{i}.xlsx"), "data/2021/说明.txt", "data/2021/旧/甲.yaml"];
        Unread.Find(findings, paths, [], ImportedDocument.SourceOf, 2021);

        Assert.Equal(told + 2, findings.All.Count);
        Assert.All(findings.All, f => Assert.Equal(2021, f.Year));
    }

    [Theory]
    [InlineData("2021年", "2021")]
    [InlineData("年报2021", "2021")]
    [InlineData("（2021）", "2021")]
    [InlineData("12-2021", "2021")]
    [InlineData("20211", "2021")]
    [InlineData("202", null)]
    [InlineData("20 21", null)]
    [InlineData("二〇二一", null)]
    [InlineData("", null)]
    public void A_folder_that_holds_a_year_in_its_name_is_meant_for_it(string folder, string? year)
    {
        var finding = Unread.YearFolder($"data/{folder}/甲.yaml", folder, 1);

        if (year is null) Assert.Null(finding);
        else Assert.Contains($"data/{year}/", finding!.Help!.Chinese, StringComparison.Ordinal);
    }

    private static Source Of(string path, string? form) =>
        InMemory.Source(path, $"{(form is null ? "" : $"# 2021 年政府信息公开数据，读自“{form}”\n")}单位: 甲局\n年度: 2021\n");
}
