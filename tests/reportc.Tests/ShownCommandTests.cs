using Reportc.Shell;
using Xunit;

namespace Reportc.Tests;

/// <summary>Command lines that are shown can be copied: each word is one word to the shell.</summary>
public sealed class ShownCommandTests
{
    [Theory]
    [InlineData("districts/水磨沟区", "districts/水磨沟区")]
    [InlineData("2019..2025", "2019..2025")]
    [InlineData("", "\"\"")]
    [InlineData("年 报", "\"年 报\"")]
    [InlineData("年报（2021）", "\"年报（2021）\"")]
    [InlineData("it's", "\"it's\"")]
    [InlineData("~", "\"~\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("$HOME", "'$HOME'")]
    [InlineData("a\"b'c", "'a\"b'\\''c'")]
    [InlineData("“十四五”年报", "'“十四五”年报'")]
    public void A_word_is_quoted_if_a_shell_would_read_it_otherwise(string word, string quoted) =>
        Assert.Equal(quoted, ShownCommand.Quoted(word));

    [Fact]
    public void Words_of_a_command_line_stand_apart() =>
        Assert.Equal("reportc check 2021 -p \"a b\"", ShownCommand.Of("reportc", "check", "2021") + ShownCommand.InProject("a b"));
}
