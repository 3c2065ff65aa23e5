using System.Globalization;
using BenchmarkDotNet.Running;
using ReportCompiler.Benchmarks;

// dotnet run -c Release --project tests/ReportCompiler.Benchmarks -- --filter '*'
// dotnet run -c Release --project tests/ReportCompiler.Benchmarks -- tree FOLDER DISTRICTS UNITS YEARS
// dotnet run -c Release --project tests/ReportCompiler.Benchmarks -- hostile
// dotnet run -c Release --project tests/ReportCompiler.Benchmarks -- growth EXECUTABLE PICTURE MOST
if (args is ["hostile"]) Hostile.Run();
else if (args is ["growth", var executable, var picture, var most])
    new Growth(Path.GetFullPath(executable)).Run(picture, int.Parse(most, NumberStyles.None, CultureInfo.InvariantCulture));
else if (args is ["tree", var folder, .. { Length: 3 } numbers])
{
    var (districts, units, years) = (Number(0), Number(1), Number(2));
    new Tree(folder, units, years).Write(districts);

    int Number(int i) => int.Parse(numbers[i], NumberStyles.None, CultureInfo.InvariantCulture);
}
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
