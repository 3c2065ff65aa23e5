using System.Diagnostics;
using System.Globalization;

namespace ReportCompiler.Mutation;

/// <summary>How many of the faults in a copy of the library its tests see.</summary>
/// <param name="tests">The folder that the tests run in, and their program.</param>
/// <param name="mutants">The faults.</param>
internal sealed class MutationScore((string Folder, string Program) tests, IReadOnlyList<Mutant> mutants)
{
    /// <summary>
    /// By numbers, the test that saw a fault, <c>survived</c> or <c>unseen</c>; one that ended the process stays <c>begun</c>.
    /// </summary>
    private readonly Dictionary<int, string> _outcomes = [];

    /// <summary>Runs the tests with one fault after the other, in no order, so that the score so far is that of a sample.</summary>
    /// <param name="output">Takes the score as it goes, and at the end every fault that no test saw.</param>
    public void Run(TextWriter output)
    {
        var order = new Random(1);
        var list = mutants.Select(m => m.Number).OrderBy(_ => order.Next()).ToList();
        while (list.Count > 0)
        {
            var before = _outcomes.Count;
            Run(list, output);
            list.RemoveAll(_outcomes.ContainsKey);
            if (_outcomes.Count == before) throw new InvalidOperationException("The tests do not run.");
        }
        foreach (var mutant in mutants.Where(m => _outcomes[m.Number] is "survived" or "unseen"))
            output.WriteLine($"{_outcomes[mutant.Number]}\t{mutant.File}:{mutant.Line}\t{mutant.Before}\t{mutant.After}");
        output.WriteLine(Score());
    }

    private void Run(List<int> list, TextWriter output)
    {
        var file = Path.GetTempFileName();
        File.WriteAllLines(file, list.Select(n => n.ToString(CultureInfo.InvariantCulture)));
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = tests.Folder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var word in new[] { "exec", tests.Program, $"{mutants[^1].Number}", file }) start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            var parts = line.Split('\t');
            if (parts.Length < 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) continue;
            _outcomes[number] = parts[1];
            const int Often = 200;
            if (parts[1] != "begun" && _outcomes.Count % Often == 0) output.WriteLine(Score());
        }
        process.WaitForExit();
        File.Delete(file);
    }

    private string Score()
    {
        var (survived, unseen) = (_outcomes.Values.Count(o => o == "survived"), _outcomes.Values.Count(o => o == "unseen"));
        var seen = _outcomes.Count - survived - unseen;
        return $"{seen} of {_outcomes.Count} seen ({100m * seen / _outcomes.Count:0.0} %), {survived} survived, {unseen} come by no test";
    }
}
