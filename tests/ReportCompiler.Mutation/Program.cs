using ReportCompiler.Mutation;

// dotnet run --project tests/ReportCompiler.Mutation -- WORK FOLDER...
if (args is not [var work, _, ..])
{
    Console.Error.WriteLine("usage: mutation WORK FOLDER...   (WORK: where the copy goes; FOLDER: of src/ReportCompiler)");
    return 2;
}
var repository = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(repository, "ReportCompiler.sln"))) repository = Path.GetDirectoryName(repository)!;
var tree = new MutatedTree(repository, Path.GetFullPath(work), args[1..]);
var mutants = tree.Build();
Console.WriteLine($"{mutants.Count} faults");
new MutationScore(tree.Run, mutants).Run(Console.Out);
return 0;
