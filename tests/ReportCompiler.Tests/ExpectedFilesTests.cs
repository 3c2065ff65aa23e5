using System.Text;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>What a broken case says.</summary>
public sealed class ExpectedFilesTests
{
    [Theory]
    [InlineData("甲\n乙\n", "甲\n乙\n", null)]
    [InlineData("甲\n乙\n丙\n", "甲\n丁\n丙\n", "a:2\n  - 乙\n  + 丁\n")]
    [InlineData("甲\n", "甲\n乙\n", "a:2\n  - (the end of the file)\n  + 乙\n")]
    [InlineData("甲\n", "甲\r\n", "a:1\n  - 甲\n  + 甲\\u000D\n")]
    [InlineData("甲\n", "\uFEFF甲\n", "a:1\n  - 甲\n  + \\uFEFF甲\n")]
    [InlineData("甲\n", "甲", "a:1\n  - 甲\n  + 甲 (no line break)\n")]
    [InlineData("甲", "甲乙", "a:1\n  - 甲 (no line break)\n  + 甲乙 (no line break)\n")]
    [InlineData("PK\0\u0001甲", "PK\0\u0002", "a differs from byte 3: 7 bytes expected, 4 came\n")]
    [InlineData("甲", null, "a is expected and did not come\n")]
    [InlineData(null, "甲", "a came and is not expected\n")]
    public void The_file_its_first_differing_line_and_the_command_that_accepts_it_are_named(string? expected, string? actual,
        string? difference) =>
        Assert.Equal(difference is null ? null : $"Cases/甲\n{difference}To accept all of it: {ExpectedFiles.Accept}",
            ExpectedFiles.Complaint("Cases/甲", File(expected), File(actual)));

    private static Dictionary<string, byte[]> File(string? text) =>
        text is null ? [] : new(StringComparer.Ordinal) { ["a"] = Encoding.UTF8.GetBytes(text) };
}
