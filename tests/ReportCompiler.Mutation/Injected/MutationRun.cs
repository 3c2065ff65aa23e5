using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: ReportCompiler.Tests.WhatIsSeen]

namespace ReportCompiler.Tests;

/// <summary>
/// Runs the tests once to see which come by which faults, then, with each fault switched on, those that come by it, the quickest first,
/// until one fails. Prints a line for each fault: its number, and the test that failed, <c>survived</c> or <c>unseen</c>.
/// </summary>
internal static class MutationRun
{
    /// <summary>What a test may take: as many as are run together then end before the time for all of them.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    public static int Main(string[] args)
    {
        var count = Number(args[0]);
        var mutants = File.ReadAllLines(args[1]).Select(Number).ToList();
        var assembly = typeof(MutationRun).Assembly;
        var framework = ExtensibilityPointFactory.GetTestFramework(assembly);
        var found = new List<ITestCase>();
        var silent = new Listener();
        TestContext.SetForInitialization(silent, false, false);
        framework.GetDiscoverer(assembly).Find(
            test =>
            {
                found.Add(test);
                return new ValueTask<bool>(true);
            }, Options(), null, null).AsTask().GetAwaiter().GetResult();
        var executor = framework.GetExecutor(assembly);
        WhatIsSeen.Count = count + 1;
        executor.RunTestCases(found, silent, Options(), CancellationToken.None).AsTask().GetAwaiter().GetResult();
        Console.Error.WriteLine($"{found.Count} tests, {silent.Failed} fail without a fault");
        var wrong = silent.FailedCases.ToHashSet(StringComparer.Ordinal);
        var byId = found.Where(t => !wrong.Contains(t.UniqueID)).DistinctBy(t => t.UniqueID)
            .ToDictionary(t => t.UniqueID, StringComparer.Ordinal);
        foreach (var mutant in mutants)
        {
            Console.WriteLine($"{mutant}\tbegun");
            var seen = WhatIsSeen.By.Where(b => b.Value.Seen[mutant] && b.Value.Time < Slow && byId.ContainsKey(b.Key))
                .OrderBy(b => b.Value.Time).Select(b => byId[b.Key]).ToList();
            if (seen.Count == 0)
            {
                Console.WriteLine($"{mutant}\tunseen");
                continue;
            }
            var outcome = "survived";
            const int AtATime = 40;
            const int MostTime = 20_000;
            var watch = Stopwatch.StartNew();
            for (var from = 0; from < seen.Count && outcome == "survived"; from += AtATime)
            {
                var listener = new Listener();
                Mutants.Deadline = Environment.TickCount64 + MostTime;
                Mutants.Active = mutant;
                executor.RunTestCases([.. seen.Skip(from).Take(AtATime)], listener, Options(), CancellationToken.None)
                    .AsTask().GetAwaiter().GetResult();
                Mutants.Active = 0;
                Mutants.Deadline = long.MaxValue;
                if (listener.Failed > 0) outcome = byId[listener.FailedCases[0]].TestCaseDisplayName.ReplaceLineEndings(" ");
            }
            Console.WriteLine($"{mutant}\t{outcome}\t{seen.Count}\t{watch.ElapsedMilliseconds}");
        }
        return 0;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static Options Options() => new();

    private sealed class Listener : IMessageSink
    {
        public List<string> FailedCases { get; } = [];

        public int Failed => FailedCases.Count;

        public bool OnMessage(IMessageSinkMessage message)
        {
            if (message is ITestFailed failed) FailedCases.Add(failed.TestCaseUniqueID);
            return true;
        }
    }
}

/// <summary>One test after the other, and none after one that failed.</summary>
internal sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
{
    private readonly Dictionary<string, string?> _values = new(StringComparer.Ordinal);

    public Options()
    {
        this.SetDisableParallelization(true);
        this.SetStopOnTestFail(Mutants.Active > 0);
        ((ITestFrameworkExecutionOptions)this).SetSynchronousMessageReporting(true);
        this.SetPreEnumerateTheories(true);
    }

    public TValue? GetValue<TValue>(string name)
    {
        if (_values.GetValueOrDefault(name) is not { } text) return default;
        var type = Nullable.GetUnderlyingType(typeof(TValue)) ?? typeof(TValue);
        return (TValue)(type.IsEnum ? Enum.Parse(type, text) : Convert.ChangeType(text, type, CultureInfo.InvariantCulture));
    }

    public void SetValue<TValue>(string name, TValue value) => _values[name] = Convert.ToString(value, CultureInfo.InvariantCulture);

    public string ToJson() => "{}";
}

/// <summary>Notes which faults each test comes by, and how long it takes.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class WhatIsSeen : BeforeAfterTestAttribute
{
    private readonly Stopwatch _watch = new();

    public static int Count { get; set; }

    public static Dictionary<string, (bool[] Seen, TimeSpan Time)> By { get; } = new(StringComparer.Ordinal);

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (Mutants.Active > 0) return;
        _watch.Restart();
        Mutants.Seen = By.TryGetValue(test.TestCase.UniqueID, out var before) ? before.Seen : new bool[Count];
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (Mutants.Active > 0 || Mutants.Seen is not { } seen) return;
        By[test.TestCase.UniqueID] = (seen, By.GetValueOrDefault(test.TestCase.UniqueID).Time + _watch.Elapsed);
        Mutants.Seen = null;
    }
}
