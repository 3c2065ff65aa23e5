using System.Globalization;
using System.Text;
using ReportCompiler.Forms;
using ReportCompiler.Tests.Importing.Published;
using Xunit;

namespace ReportCompiler.Tests.Importing;

/// <summary>
/// Reports of every edition in all shapes and formats: no figure is read as another, and <c>shapes.tsv</c> says how many are read at
/// all, how many are 待核, how many are not found.
/// </summary>
public sealed class ShapeTests
{
    private const int Times = 3;

    private static string Kept => Path.Combine(Repository.Root, "tests", "ReportCompiler.Tests", "Importing", "shapes.tsv");

    [Fact]
    [Trait(ExpectedFiles.Trait, ExpectedFiles.Kept)]
    public void No_figure_is_read_as_another_and_no_fewer_are_read_than_before()
    {
        var (lines, wrong) = (new StringBuilder("形状\t格式\t读对\t待核\t没有读到\t读错\n"), new StringBuilder());
        foreach (var (name, shape) in Shapes.All)
            foreach (var format in shape.Formats.Split(' '))
            {
                var tally = new Tally();
                foreach (var key in Editions.OfForm.Keys.Where(k => shape.Editions.Length == 0 || shape.Editions.Split(' ').Contains(k)))
                    for (var seed = 0; seed < Times; seed++)
                    {
                        var random = new Random(seed);
                        var report = PublishedReport.Of(Editions.OfForm.Find(key)!, random);
                        shape.Make(report, random);
                        tally.Add($"{name}.{key}.{seed}.{format}", Writing.Formats[format](report, shape.Look, random), report);
                    }
                lines.Append(CultureInfo.InvariantCulture,
                    $"{name}\t{format}\t{tally.Right}\t{tally.Open}\t{tally.Missing}\t{tally.Wrong}\n");
                wrong.Append(tally.Said);
            }
        if (Environment.GetEnvironmentVariable("REPORTC_SHAPES") is { } path) File.WriteAllText(path, lines.ToString() + wrong);
        Assert.True(wrong.Length == 0, wrong.ToString());
        ExpectedFiles.IsEqual(Kept, lines.ToString());
    }
}
