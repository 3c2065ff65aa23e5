using System.Diagnostics;

namespace Reportc.Tests;

/// <summary>
/// The program for Windows, run by Wine where that is installed: its files, their sharing and its paths are those of Windows. It is
/// made from a copy of the sources, as folders and not trimmed, which is what Wine can run.
/// </summary>
public sealed class WindowsProgram : IDisposable
{
    private readonly Workbench _sources = new();

    /// <summary>Makes the program; nothing where there is no Wine.</summary>
    public WindowsProgram()
    {
        IsHere = !OperatingSystem.IsWindows() && Starts("wine", "--version");
        if (!IsHere) return;
        foreach (var file in (string[])[.. Guide.Files("src", "*"), .. Guide.Files("templates", "*"), "global.json", ".gitignore"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_sources.Full(file))!);
            File.Copy(Path.Join(Repository.Root, file), _sources.Full(file));
        }
        string[] whole = ["-p:RunAnalyzers=false", "-p:PublishSingleFile=false", "-p:PublishReadyToRun=false", "-p:PublishTrimmed=false"];
        var (status, printed) = Run(_sources.Root, "dotnet", ["publish", "src/reportc", "-r", "win-x64", .. whole, "-o", "windows"]);
        if (status != 0) throw new InvalidOperationException(printed);
        // The first start makes the prefix, and says much.
        Run(_sources.Root, "wine", [_sources.Full("windows/reportc.exe"), "--version"]);
    }

    /// <summary>Whether it can be run.</summary>
    public bool IsHere { get; }

    /// <summary>Runs it in a folder: the exit status, and both what it printed and what it told.</summary>
    public (int Status, string Printed) Run(string folder, params string[] args) =>
        Run(folder, "wine", [_sources.Full("windows/reportc.exe"), .. args]);

    /// <summary>Starts a command of Windows' own shell.</summary>
    public Process Shell(string folder, string command) => Started(folder, "wine", ["cmd", "/c", command]);

    public void Dispose()
    {
        const int Tries = 40;
        if (IsHere) Run(_sources.Root, "wine", ["wineboot", "--kill"]);
        for (var i = 1; ; i++)
        {
            try
            {
                _sources.Dispose();
                return;
            }
            catch (IOException) when (i < Tries)
            {
                // Wine's server writes its settings before it ends, seconds after the last program.
                Thread.Sleep(250);
            }
        }
    }

    private (int Status, string Printed) Run(string folder, string program, string[] args)
    {
        using var process = Started(folder, program, args);
        var error = process.StandardError.ReadToEndAsync();
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, printed + error.GetAwaiter().GetResult());
    }

    private Process Started(string folder, string program, string[] args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(_sources.Root);
        start.Environment["WINEPREFIX"] = _sources.Full("prefix");
        start.Environment["WINEDEBUG"] = "-all";
        // Wine takes the encoding of names from it.
        start.Environment["LC_ALL"] = "C.UTF-8";
        return Process.Start(start)!;
    }

    private static bool Starts(string program, string arg)
    {
        try
        {
            var start = new ProcessStartInfo(program, arg) { RedirectStandardOutput = true, UseShellExecute = false };
            using var process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
