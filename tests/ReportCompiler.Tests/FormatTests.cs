using System.Text;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>An output of <c>build</c> is a value: its name, its file, and what makes it.</summary>
public sealed class FormatTests
{
    [Fact]
    public void A_new_output_is_what_makes_it_and_a_line()
    {
        var scratch = new ReportFormat("scratch", "scratch.txt", report =>
        [
            new("scratch.txt", Encoding.UTF8.GetBytes(report.Year.Project.Authority)),
            new("beside.txt", [1]),
        ]);

        var compilation = InMemory.Compile("机关: 甲县\n", 2021, "## 一、总体情况\n\n好。\n", [.. ReportFormats.Named("totals"), scratch],
            InMemory.Empty("甲县", 2021));

        Assert.Equal(["totals.yaml", "scratch.txt", "beside.txt"], compilation.Outputs.Select(o => o.Name));
        Assert.Equal("甲县", compilation.Text("scratch.txt"));
    }

    [Fact]
    public void A_project_may_ask_for_every_format_by_its_name() =>
        Assert.Equal(Outputs.All, ReportFormats.All.Select(f => f.Name));

    [Fact]
    public void A_project_that_does_not_say_has_all_but_the_copy_that_is_filed()
    {
        Assert.Equal(["md", "html", "totals", "review"], InMemory.Project("机关: 甲县\n").Outputs);
        Assert.Equal(["docx", "md"], InMemory.Project("机关: 甲县\n输出: [docx, md]\n").Outputs);
    }

    [Theory]
    [InlineData("105.955", 2, "105.96")]
    [InlineData("0.3", 2, "0.30")]
    [InlineData("200.0598", 2, "200.06")]
    [InlineData("0", 2, "0")]
    [InlineData("2.5", 0, "3")]
    public void An_amount_is_rounded_in_reports_alone(string amount, int decimals, string printed)
    {
        var stated = "主动公开: {行政事业性收费: " + amount + "}";
        var data = InMemory.Empty("甲县", 2021).Replace("主动公开: 无", stated, StringComparison.Ordinal);

        var compilation = InMemory.Compile($"机关: 甲县\n版式: {{小数: {decimals}}}\n", 2021, null, data);

        Assert.DoesNotContain(compilation.Diagnostics, d => d.Severity == Diagnostics.Severity.Error);
        Assert.Contains($"| 行政事业性收费 | {printed} |", compilation.Text("report.md"), StringComparison.Ordinal);
        Assert.Contains($"行政事业性收费: {amount}\n", compilation.Text("totals.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_of_a_format_is_the_first_it_makes()
    {
        foreach (var format in ReportFormats.All)
        {
            var compilation = InMemory.Compile("机关: 甲县\n", 2021, null, [format], InMemory.Empty("甲县", 2021));

            Assert.Equal(format.File, compilation.Outputs[0].Name);
        }
    }
}
