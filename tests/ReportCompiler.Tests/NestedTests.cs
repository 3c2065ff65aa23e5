using System.Collections.Immutable;
using System.Text;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>Totals of nested authorities count like a unit's, whether they come from the child's compiler or its totals.yaml.</summary>
public sealed class NestedTests
{
    private const int Year = 2021;
    private const string Child = "机关: 甲区\n指标: [{键: 接访, 汇总: 求和}, {键: 热线, 汇总: 最大}]\n";
    private const string Parent = "机关: 某市\n指标: [{键: 热线, 汇总: 求和}]\n";

    [Fact]
    public void Three_levels_add_up_whatever_the_units_file()
    {
        var random = new Random(4);
        for (var round = 0; round < 20; round++)
        {
            var units = Enumerable.Range(0, 8).Select(_ => random.Next(0, 1000)).ToList();
            var districts = units.Chunk(2).Select((u, i) => Totals(Compiler($"机关: 区{i}\n", u.Select((n, j) => Unit($"局{j}", n)))))
                .ToList();
            var cities = districts.Chunk(2).Select((d, i) => Totals(Compiler($"机关: 市{i}\n", [], d))).ToList();
            var province = Compiler("机关: 省\n", [Unit("厅", 7)], cities).Compile(Year, ReportFormats.Named("totals"), draft: false);

            Assert.False(province.HasErrors);
            Assert.Equal(3, province.Units);
            Assert.Contains($"行政许可: {units.Sum() + 7}\n", province.Text("totals.yaml"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Indicators_are_matched_by_key_and_a_dropped_in_file_gives_the_same_totals()
    {
        var child = Compiler(Child, [Unit("甲局", 3) + "指标: {接访: 5, 热线: 8}\n", Unit("乙局", 4) + "指标: {热线: 9}\n"]);
        var file = child.Compile(Year, ReportFormats.Named("totals"), draft: false).Text("totals.yaml");

        var nested = Compiler(Parent, [Unit("市局", 1)], [Totals(child)]).Compile(Year, ReportFormats.Named("totals"), draft: false);
        var dropped = Compiler(Parent, [Unit("市局", 1), file], name: "甲区-totals.yaml")
            .Compile(Year, ReportFormats.Named("totals"), draft: false);

        Assert.Contains("接访: 5", file, StringComparison.Ordinal);
        Assert.Contains("指标:\n  热线: 9\n", nested.Text("totals.yaml"), StringComparison.Ordinal);
        Assert.Equal(nested.Text("totals.yaml"), dropped.Text("totals.yaml"));
        var hint = Assert.Single(dropped.Diagnostics, d => d.Rule == Catalogue.UnknownKey);
        Assert.Equal(Severity.Info, hint.Severity);
    }

    [Fact]
    public void A_child_that_failed_or_has_no_such_year_or_another_form_is_an_error_of_its_parent_alone()
    {
        var sound = Totals(Compiler(Child, [Unit("甲局", 3)]));
        var failed = Compiler(Parent, [], [sound with { Totals = null, HasErrors = true }]).Compile(Year, ReportFormats.All, draft: false);
        var missing = Compiler(Parent, [], [sound with { Totals = null }]).Compile(Year, ReportFormats.All, draft: false);
        var other = Compiler(Parent + "格式: {2021: \"2019\"}\n", [], [sound]).Compile(Year, ReportFormats.All, draft: false);
        var twice = Compiler(Parent, [Unit("甲区", 3)], [sound]).Compile(Year, ReportFormats.All, draft: false);

        Assert.All([failed, missing, other, twice], c => Assert.Empty(c.Outputs));
        Assert.Equal(
            ["the nested authority 甲区 has errors in 2021 and cannot be added", "the nested authority 甲区 has no data for 2021",
                "the nested authority 甲区 uses edition 2021, this one 2019; they cannot be added",
                "甲区 is already added as a nested authority; this file would count it again"],
            ((Compilation[])[failed, missing, other, twice])
                .Select(c => c.Diagnostics.Single(d => d.Severity == Severity.Error).Message.English));
    }

    private static ChildTotals Totals(Compiler compiler) =>
        compiler.Totals(Year, compiler.Compile(Year, [], draft: false).HasErrors);

    private static Compiler Compiler(string project, IEnumerable<string> data, IEnumerable<ChildTotals>? children = null,
        string name = "{0}.yaml")
    {
        var files = data.Select((text, i) => new Source($"data/{Year}/{i}{name.Replace("{0}", "", StringComparison.Ordinal)}",
            Encoding.UTF8.GetBytes(text))).ToImmutableArray();
        ImmutableArray<ChildTotals> nested = [.. children ?? []];
        return new Compiler(InMemory.Project(project), y => y == Year
            ? new YearSources(y, files, null)
            : null, Templates.BuiltIn, _ => nested);
    }

    private static string Unit(string name, int licences) =>
        InMemory.Empty(name, Year).Replace("主动公开: 无", $"主动公开: {{行政许可: {licences}}}", StringComparison.Ordinal);
}
