using System.Text;
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
    public void The_file_of_a_format_is_the_first_it_makes()
    {
        foreach (var format in ReportFormats.All)
        {
            var compilation = InMemory.Compile("机关: 甲县\n", 2021, null, [format], InMemory.Empty("甲县", 2021));

            Assert.Equal(format.File, compilation.Outputs[0].Name);
        }
    }
}
