using System.Runtime.CompilerServices;
using System.Text;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>Many years made one after the other: each is read once, and its units are let go when the next is made.</summary>
public sealed class YearsTests
{
    private readonly Project _project = InMemory.Project("机关: 甲县\n单位: [甲局, 乙局]\n");
    private readonly List<int> _asked = [];
    private readonly List<(int Year, WeakReference Bytes)> _bytes = [];

    [Fact]
    public void A_year_is_read_once_and_kept_until_the_next_is_made()
    {
        var compiler = new Compiler(_project, Sources, Templates.BuiltIn);
        foreach (var year in (int[])[2021, 2022, 2023, 2024]) Compile(compiler, year);

        Assert.Equal([2021, 2020, 2022, 2023, 2024], _asked);
        GC.Collect();
        Assert.Equal([2024, 2024], _bytes.Where(b => b.Bytes.IsAlive).Select(b => b.Year));
        GC.KeepAlive(compiler);
    }

    [Fact]
    public void Of_a_year_that_was_let_go_the_totals_are_known_and_the_units_are_read_again()
    {
        var compiler = new Compiler(_project, Sources, Templates.BuiltIn);
        foreach (var year in (int[])[2021, 2022, 2023]) Compile(compiler, year);
        _asked.Clear();

        var cell = _project.EditionFor(2021)!.Find("主动公开.行政许可")!;
        Assert.Equal(4042, compiler.Totals(2021, hasErrors: false).Totals!.Value(cell));
        var page = compiler.Index(new(), [2021, 2022, 2023], _ => true, _ => true);
        Assert.Contains("4042", Encoding.UTF8.GetString(page!.Bytes), StringComparison.Ordinal);
        Assert.Empty(_asked);

        Assert.Equal(["甲局", "乙局"], compiler.DistrictOf(2021)!.Units.Select(u => u.Unit));
        Assert.Equal([2021], _asked);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Compile(Compiler compiler, int year) =>
        Assert.False(compiler.Compile(year, ReportFormats.Named("md"), draft: false).HasErrors);

    private YearSources? Sources(int year)
    {
        _asked.Add(year);
        return year < 2021 ? null : new YearSources(year, [File("甲局", year), File("乙局", year)], null);
    }

    private Source File(string unit, int year)
    {
        var text = InMemory.Empty(unit, year).Replace("主动公开: 无", $"主动公开: {{行政许可: {year}}}", StringComparison.Ordinal);
        var source = new Source($"data/{year}/{unit}.yaml", Encoding.UTF8.GetBytes(text));
        _bytes.Add((year, new WeakReference(source.Bytes)));
        return source;
    }
}
