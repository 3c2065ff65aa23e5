using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ReportCompiler.Benchmarks;

/// <summary>How the time and the memory of a build grow with the number of data files: measured on invented trees, drawn as SVG.</summary>
/// <param name="program">The NativeAOT executable; on Linux, which tells a process's peak.</param>
internal sealed class Growth(string program)
{
    // Districts by units; the last is every county of the country with 60 bureaus.
    private static readonly (int Districts, int Units)[] Sizes =
        [(1, 10), (1, 40), (3, 40), (10, 40), (25, 40), (75, 40), (300, 40), (750, 40), (1422, 60), (2843, 60)];

    private readonly record struct Point(int Files, double Milliseconds, double Mebibytes);

    /// <summary>Measures up to a number of files, prints the figures and writes the picture.</summary>
    public void Run(string picture, int most)
    {
        var points = Sizes.Where(s => s.Districts * s.Units <= most).Select(Measure).ToList();
        // What a run costs however little there is to do hides the slope of small trees.
        var large = points.Where(p => p.Files >= 1000).ToList();
        var rest = large.Count < 2 ? "" : Slopes(large);
        var title = $"reportc build --format md,html{rest}";
        Console.WriteLine(title);
        File.WriteAllText(picture, Picture(title, points).ReplaceLineEndings("\n"), new UTF8Encoding(false));
    }

    private static string Slopes(List<Point> points)
    {
        var (time, memory) = (Slope(points, p => p.Milliseconds), Slope(points, p => p.Mebibytes));
        var (from, each) = (points[0].Files, 1000 * PerFile(points));
        return Shown($": from {from:N0} files on files^{time:0.00} in time, ^{memory:0.00} in memory, {each:0} µs each");
    }

    private Point Measure((int Districts, int Units) size)
    {
        var folder = Directory.CreateTempSubdirectory("growth-").FullName;
        try
        {
            new Tree(Path.Join(folder, "tree"), size.Units, years: 1).Write(size.Districts);
            var files = size.Districts * size.Units;
            // The first run is for the file cache; of the others the middle one counts.
            var runs = Enumerable.Range(0, files > 50_000 ? 4 : 8).Select(_ => Build(folder)).Skip(1).ToList();
            var point = new Point(files, Middle(runs.Select(r => r.Milliseconds)), runs.Max(r => r.Mebibytes));
            Console.WriteLine(Shown($"{point.Files,8:N0} files {point.Milliseconds,10:N1} ms {point.Mebibytes,8:N1} MiB"));
            return point;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private (double Milliseconds, double Mebibytes) Build(string folder)
    {
        var output = Path.Join(folder, "out");
        if (Directory.Exists(output)) Directory.Delete(output, recursive: true);
        string[] words = ["build", "-q", "-p", Path.Join(folder, "tree"), "-o", output, "--format", "md,html"];
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, words) { UseShellExecute = false })!;
        var peak = 0L;
        while (!process.WaitForExit(1)) peak = Math.Max(peak, PeakOf(process.Id));
        var time = watch.Elapsed.TotalMilliseconds;
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} exits {process.ExitCode}");
        return (time, peak / 1024.0);
    }

    /// <summary>The largest resident size that a process has had, in KiB; 0 if it has ended.</summary>
    private static long PeakOf(int process)
    {
        try
        {
            var peak = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return peak is { } line
                ? long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static double Middle(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private static double PerFile(List<Point> points) =>
        (points[^1].Milliseconds - points[0].Milliseconds) / (points[^1].Files - points[0].Files);

    /// <summary>The exponent: 1 is linear. Least squares over the logarithms.</summary>
    private static double Slope(List<Point> points, Func<Point, double> value)
    {
        var (x, y) = (points.Average(p => Math.Log(p.Files)), points.Average(p => Math.Log(value(p))));
        return points.Sum(p => (Math.Log(p.Files) - x) * (Math.Log(value(p)) - y)) / points.Sum(p => Math.Pow(Math.Log(p.Files) - x, 2));
    }

    private static string Picture(string title, List<Point> points) => $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 300" font-family="sans-serif" font-size="11">
        <title>{title}</title>
        <rect width="720" height="300" fill="#fff"/>
        {Panel(0, "wall time, ms", "#1f6f8b", points, p => p.Milliseconds)}
        {Panel(360, "peak memory, MiB", "#a4472b", points, p => p.Mebibytes)}
        </svg>

        """;

    /// <summary>A panel of 260 by 220 with powers of ten on both axes.</summary>
    private static string Panel(int left, string name, string colour, List<Point> points, Func<Point, double> value)
    {
        var (low, high) = (Math.Floor(Math.Log10(points.Min(value))), Math.Ceiling(Math.Log10(points.Max(value))));
        var (first, last) = (1.0, Math.Max(2, Math.Ceiling(Math.Log10(points[^1].Files))));
        double X(double power) => left + 70 + (260 * (power - first) / (last - first));
        double Y(double power) => 250 - (220 * (power - low) / (high - low));
        var svg = new StringBuilder();
        void Add(FormattableString line) => svg.Append(FormattableString.Invariant(line)).Append('\n');
        for (var p = first; p <= last; p++)
        {
            Add($"<path d=\"M{X(p):0.#} 30V250\" stroke=\"#ddd\"/>");
            Add($"<text x=\"{X(p):0.#}\" y=\"265\" text-anchor=\"middle\">{Math.Pow(10, p):N0}</text>");
        }
        for (var p = low; p <= high; p++)
        {
            Add($"<path d=\"M{left + 70} {Y(p):0.#}h260\" stroke=\"#ddd\"/>");
            Add($"<text x=\"{left + 64}\" y=\"{Y(p) + 4:0.#}\" text-anchor=\"end\">{Math.Pow(10, p):N0}</text>");
        }
        var places = points.ConvertAll(p => (X: X(Math.Log10(p.Files)), Y: Y(Math.Log10(value(p)))));
        Add($"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"{Line(places)}\"/>");
        foreach (var (x, y) in places) Add($"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"3\" fill=\"{colour}\"/>");
        Add($"<text x=\"{left + 200}\" y=\"18\" text-anchor=\"middle\" font-weight=\"bold\">{name}</text>");
        Add($"<text x=\"{left + 200}\" y=\"288\" text-anchor=\"middle\">data files</text>");
        return svg.ToString().TrimEnd('\n');
    }

    private static string Line(List<(double X, double Y)> places) =>
        string.Join(' ', places.Select(p => Shown($"{p.X:0.#},{p.Y:0.#}")));

    private static string Shown(FormattableString text) => FormattableString.Invariant(text);
}
