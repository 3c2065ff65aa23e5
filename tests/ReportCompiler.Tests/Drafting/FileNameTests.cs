using ReportCompiler.Drafting;
using Xunit;

namespace ReportCompiler.Tests.Drafting;

/// <summary>File names that every system takes.</summary>
public sealed class FileNameTests
{
    [Theory]
    [InlineData("区公安分局", "区公安分局.yaml")]
    [InlineData("区司法局（本级）", "区司法局（本级）.yaml")]
    [InlineData("CON", "_CON.yaml")]
    [InlineData("nul.局", "_nul.局.yaml")]
    [InlineData("com1", "_com1.yaml")]
    [InlineData("LPT³", "_LPT³.yaml")]
    [InlineData("COM", "COM.yaml")]
    [InlineData("CONSUL", "CONSUL.yaml")]
    [InlineData("a/b", "a_b.yaml")]
    [InlineData("a\\b", "a_b.yaml")]
    [InlineData("x:y", "x_y.yaml")]
    [InlineData("甲<局>\"|?*", "甲_局_____.yaml")]
    [InlineData("甲\t局\n", "甲_局_.yaml")]
    [InlineData("甲局.", "甲局.yaml")]
    [InlineData("甲局. . ", "甲局.yaml")]
    [InlineData("..", "_.yaml")]
    [InlineData("../../甲局", "_.._.._甲局.yaml")]
    [InlineData(" ", "_.yaml")]
    [InlineData(".甲局", "_.甲局.yaml")]
    [InlineData("~$甲局", "_~$甲局.yaml")]
    [InlineData("甲区totals", "甲区totals_.yaml")]
    public void A_name_is_made_safe(string unit, string expected) =>
        Assert.Equal(expected, FileName.For(unit, new HashSet<string>(StringComparer.OrdinalIgnoreCase)));

    [Fact]
    public void Units_that_differ_in_what_Windows_does_not_see_have_names_of_their_own()
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new List<string>();
        foreach (var unit in (string[])["A局", "a局", "x:y", "x?y", "x_y"])
        {
            names.Add(FileName.For(unit, taken));
            taken.Add(names[^1]);
        }

        Assert.Equal(["A局.yaml", "a局-2.yaml", "x_y.yaml", "x_y-2.yaml", "x_y-3.yaml"], names);
    }

    [Fact]
    public void A_long_name_is_cut_between_characters()
    {
        var name = FileName.For(new string('局', 59) + "\U0002C22D局", new HashSet<string>());

        Assert.Equal(new string('局', 59) + ".yaml", name);
    }
}
