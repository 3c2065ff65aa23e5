using Xunit;

namespace ReportCompiler.Tests.FormMakers;

/// <summary>格式 of reportc.yaml: a year or years in a row take another edition.</summary>
public sealed class NamedEditionTests
{
    [Theory]
    [InlineData("2018..2020: \"2021\"", 2017, "2014")]
    [InlineData("2018..2020: \"2021\"", 2018, "2021")]
    [InlineData("2018..2020: \"2021\"", 2020, "2021")]
    [InlineData("2027..: \"2019\"", 2026, "2021")]
    [InlineData("2027..: \"2019\"", 2099, "2019")]
    [InlineData("2027..: \"2019\", 2028: \"2014\"", 2028, "2014")]
    [InlineData("2028: \"2014\", 2027..: \"2019\"", 2028, "2014")]
    [InlineData("2028: \"2014\", 2027..: \"2019\"", 2029, "2019")]
    public void A_range_names_the_edition_of_its_years_and_a_year_beats_it(string named, int year, string edition) =>
        Assert.Equal(edition, InMemory.Project($"机关: 甲县\n格式: {{{named}}}\n").EditionFor(year)?.Key);
}
