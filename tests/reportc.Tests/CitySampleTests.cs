using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace Reportc.Tests;

/// <summary>
/// samples/city: five projects, three editions, one project that ends and one that takes it over. Every output is compared whole: by
/// its digest, and the city's own and the districts' totals as files too, so that a difference can be read; but for the style sheets.
/// </summary>
public sealed class CitySampleTests : IDisposable
{
    private const string Digests = "digests.txt";

    private static readonly string Expected = Path.Join(Repository.Root, "tests", "reportc.Tests", "Samples", "city");

    private readonly Workbench _bench = new Workbench().Copy("samples/city", "city");

    [Fact]
    [Trait(ExpectedFiles.Trait, ExpectedFiles.Kept)]
    public void Every_year_of_every_project_comes_out_as_expected()
    {
        var run = _bench.Run("build", "--all", "-p", "city", "--lang", "en");

        Assert.Equal(0, run.Status);
        Assert.Matches(@"\n5 projects, 166 units, [0-9]+ equations checked, 0 broken; 0 errors, 0 warnings; ", run.Error);
        Assert.EndsWith("; 117 files written, 0 unchanged\n", run.Error, StringComparison.Ordinal);
        var actual = _bench.Files("city/out").Select(f => f["city/out/".Length..])
            .ToDictionary(f => f, f => StyleSheets.Fold(f, File.ReadAllBytes(_bench.Full("city/out/" + f))), StringComparer.Ordinal);
        var shown = actual.Where(f => IsShown(f.Key)).ToDictionary(StringComparer.Ordinal);
        shown[Digests] =
            Encoding.UTF8.GetBytes(string.Concat(actual.Select(f => $"{Convert.ToHexStringLower(SHA256.HashData(f.Value))}  {f.Key}\n")));
        ExpectedFiles.AreEqual(Expected, shown);
    }

    [Fact]
    public void There_is_nothing_to_find_not_even_a_hint() =>
        Assert.DoesNotContain("RC", _bench.Run("check", "--all", "-v", "-p", "city", "--lang", "en").Out, StringComparison.Ordinal);

    [Fact]
    public void A_case_lost_when_the_county_became_a_district_is_found_by_the_city()
    {
        // One of the two cases of the county's bureau is entered as new: the file itself adds up.
        var file = "city/districts/示北区/data/2020/区教育局.yaml";
        _bench.Write(file, _bench.Read(file).Replace("上年结转: {自然人: 2}", "上年结转: {自然人: 1}", StringComparison.Ordinal)
            .Replace("本年新收: {自然人: 1,", "本年新收: {自然人: 2,", StringComparison.Ordinal));

        var run = _bench.Run("check", "2020", "-p", "city", "--format", "json");

        Assert.Equal(1, run.Status);
        Assert.Contains("\"message\": \"“依申请公开.上年结转.自然人”不平：上年结转 6，而 上年.结转下年度 7，差 1", run.Out,
            StringComparison.Ordinal);
        Assert.Contains("\"unit\": \"示北区人民政府\"", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("示北县人民政府, 至: 2019", "示北县人民政府", "下级 示北县人民政府 没有 2020 年数据", 2020)]
    [InlineData("示北区人民政府, 自: 2020, 前身: [示北县人民政府, 市高新区管委会]", "示北区人民政府, 自: 2020, 前身: [市高新区管委会]",
        "示北县人民政府 已撤销，2019 年结转的 5 件没有承接单位", 2020)]
    [InlineData("自: 2020, 前身: [示北", "自: 2021, 前身: [示北", "名册中 示北区人民政府 自 2021 年起报送，本年不应报送", 2020)]
    [InlineData("示北县人民政府, 至: 2019", "示北县人民政府, 至: 2018", "名册中 示北县人民政府 至 2018 年报送，本年不应报送", 2019)]
    public void The_roster_says_when_a_nested_authority_begins_and_ends(string right, string wrong, string message, int year)
    {
        _bench.Write("city/reportc.yaml", _bench.Read("city/reportc.yaml").Replace(right, wrong, StringComparison.Ordinal));

        var run = _bench.Run("check", $"{year}", "-p", "city");

        Assert.Equal(1, run.Status);
        Assert.Contains(message, run.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _bench.Dispose();

    /// <summary>The city's reports and pages of one year of each edition, and the totals of everybody.</summary>
    private static bool IsShown(string file) => file.EndsWith("totals.yaml", StringComparison.Ordinal)
        || (!file.StartsWith("districts/", StringComparison.Ordinal) && (file.EndsWith(".md", StringComparison.Ordinal)
            || file is "index.html" or "2018/report.html" or "2020/report.html" or "2023/report.html"));
}
