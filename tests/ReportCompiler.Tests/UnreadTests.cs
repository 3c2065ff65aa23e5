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

    private static Source Of(string path, string? form) =>
        InMemory.Source(path, $"{(form is null ? "" : $"# 2021 年政府信息公开数据，读自“{form}”\n")}单位: 甲局\n年度: 2021\n");
}
