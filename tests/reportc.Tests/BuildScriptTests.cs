using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;
using Xunit;

namespace Reportc.Tests;

/// <summary>build.ps1, run in a PowerShell of this process: an installed one is not needed.</summary>
public sealed class BuildScriptTests
{
    // A function goes before a program of the same name: the script meets this one instead of the real dotnet.
    private const string StubDotnet =
        "function dotnet { \"called: $args\"; $global:LASTEXITCODE = if ($args[0] -eq $failing) { 3 } else { 0 } }";

    [Fact]
    public void An_unknown_task_is_refused_with_the_tasks_there_are()
    {
        var error = Assert.Throws<RuntimeException>(() => Run("& $script nonsense"));

        Assert.Equal("Unknown task 'nonsense'. The tasks are: restore, format, build, test, samples, publish, all.", error.Message);
    }

    [Fact]
    public void Every_task_says_what_it_would_run()
    {
        Assert.Equal(["dotnet restore"], Run("& $script restore -WhatIf"));
        Assert.Equal(["dotnet format --verify-no-changes"], Run("& $script format -WhatIf"));
        Assert.Equal(["dotnet build"], Run("& $script build -WhatIf"));
        Assert.Equal(["dotnet test"], Run("& $script test -WhatIf"));
        Assert.Contains("dotnet run --no-build --project src/reportc -- build --all -p samples/minimal", Run("& $script samples -WhatIf"));
        Assert.Equal(["dotnet msbuild src/reportc -t:Release"], Run("& $script publish -WhatIf"));
    }

    [Fact]
    public void Without_a_task_it_tests()
        => Assert.Equal(Run("& $script test -WhatIf"), Run("& $script -WhatIf"));

    [Fact]
    public void All_is_every_task_in_order()
    {
        string[] tasks = ["restore", "format", "build", "test", "samples", "publish"];

        Assert.Equal(tasks.SelectMany(task => Run($"& $script {task} -WhatIf")), Run("& $script all -WhatIf"));
    }

    [Fact]
    public void It_runs_what_it_says()
    {
        var output = Run($"{StubDotnet}; $failing = ''; & $script all");

        Assert.Equal(Run("& $script all -WhatIf"), output.Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal)));
        Assert.Equal(
            output.Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal)).Select(line => line["dotnet ".Length..]),
            output.Where(line => line.StartsWith("called: ", StringComparison.Ordinal)).Select(line => line["called: ".Length..]));
    }

    [Fact]
    public void It_stops_at_the_first_failure_with_that_exit_code()
    {
        var output = Run($"{StubDotnet}; $failing = 'build'; & $script all; \"exit code $LASTEXITCODE\"");

        Assert.Equal(["called: restore", "called: format --verify-no-changes", "called: build"],
            output.Where(line => line.StartsWith("called: ", StringComparison.Ordinal)));
        Assert.Equal("exit code 3", output[^1]);
    }

    // The one task that is cheap and changes nothing: these tests were built from the same restore.
    [Fact]
    public void Restore_really_restores()
    {
        var output = Run("& $script restore; \"exit code $LASTEXITCODE\"");

        Assert.True(output[^1] == "exit code 0", string.Join('\n', output));
    }

    /// <returns>The lines that the statement writes, the script's being in $script.</returns>
    private static List<string> Run(string statement)
    {
        var state = InitialSessionState.CreateDefault2();
        // Windows refuses script files by default; elsewhere there is no policy to set.
        if (OperatingSystem.IsWindows())
            state.ExecutionPolicy = ExecutionPolicy.Bypass;

        using var shell = PowerShell.Create(state);
        shell.Runspace.SessionStateProxy.SetVariable("script", Path.Combine(Repository.Root, "build.ps1"));
        return [.. shell.AddScript(statement).Invoke<string>()];
    }
}
