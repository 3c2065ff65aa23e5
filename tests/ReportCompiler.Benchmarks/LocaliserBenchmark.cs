using BenchmarkDotNet.Attributes;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Repairs;
using ReportCompiler.Sources;

namespace ReportCompiler.Benchmarks;

/// <summary>The search for the wrong cell of one unit, in a published table of a city of ten million.</summary>
[MemoryDiagnoser]
public class LocaliserBenchmark
{
    private const int Year = 2025;

    private Filing _filing = null!;

    /// <summary>How many figures are wrong.</summary>
    [Params(0, 1, 2, 3, 10)]
    public int Wrong { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var edition = Editions.OfForm.For(Year)!;
        var file = Path.Combine(Repository.Root, "tests/ReportCompiler.Tests/Cases/RealHangzhou/input/data/2025/unit.yaml");
        var sound = FilingReader.Read(new Findings(), new Source("unit.yaml", File.ReadAllBytes(file)), edition, null, Year)!;
        var figures = edition.Cells.Select(sound.Figures.Stated).ToArray();
        var random = new Random(1);
        var cells = edition.FindTable("依申请公开")!.Leaves.SelectMany(r => r.Cells).Where(c => figures[c.Index].Value > 0).ToList();
        for (var i = 0; i < Wrong; i++)
        {
            var at = cells[random.Next(cells.Count)].Index;
            figures[at] = figures[at] with { Value = figures[at].Value + random.Next(1, 90) };
        }
        _filing = new Filing
        {
            Unit = sound.Unit,
            Year = Year,
            Submitted = null,
            Source = sound.Source,
            UnitSpan = sound.UnitSpan,
            Figures = new Figures(edition, figures, []),
            Notes = sound.Notes,
            IsSound = true,
        };
    }

    [Benchmark]
    public Localisation Find() => Localiser.Find(_filing);
}
