using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/ReportCompiler.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
