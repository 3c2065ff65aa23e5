using System.Globalization;
using Xunit;

namespace Reportc.Tests;

/// <summary>The few commands that the guides use, in a folder of their own: reportc, and what a reader has in any shell.</summary>
internal sealed class GuideShell(Workbench bench, string locale)
{
    /// <summary>What a line prints, streams together; commands joined by <c>|</c> read what the one before them printed.</summary>
    public string Run(string line) => line.StartsWith("cat > ", StringComparison.Ordinal)
        ? WriteDown(line)
        : line.Split(" | ").Aggregate("", (input, command) => Run(Words(command), input));

    private string Run(string[] words, string input) => words switch
    {
        ["reportc", .. var args] => Reportc(args, input),
        ["cp", "-r", var from, var to] => Silently(() => bench.Copy(from, to)),
        ["cp", var from, var to] => Silently(() => bench.Write(to, File.ReadAllText(Path.Join(Repository.Root, from)))),
        ["mv", var from, var to] => Silently(() => File.Move(bench.Full(from), bench.Full(to))),
        ["mkdir", var folder] => Silently(() => Directory.CreateDirectory(bench.Full(folder))),
        ["rm", "-r", var folder] => Silently(() => Directory.Delete(bench.Full(folder), recursive: true)),
        ["rm", var file] => Silently(() => File.Delete(bench.Full(file))),
        ["sed", "-i", var script, var file] => Silently(() => bench.Write(file, Edited(script, bench.Read(file)))),
        ["sed", var script, var file] => Edited(script, bench.Read(file)),
        ["grep", var word, var file] => Lines(bench.Read(file).Split('\n').Where(l => l.Contains(word, StringComparison.Ordinal))),
        ["head", "-n", var count] => First(input, count),
        ["head", "-n", var count, var file] => First(bench.Read(file), count),
        _ => throw new InvalidOperationException($"'{string.Join(' ', words)}' is no command this test knows"),
    };

    private string Reportc(string[] args, string input)
    {
        // A terminal shows both streams in the order in which they were written.
        using var terminal = new StringWriter();
        using var typed = Workbench.Input(input);
        bench.RunWith(h => h with { Out = terminal, Error = terminal, In = typed, Variable = v => v == "LANG" ? locale : null }, args);
        return terminal.ToString().ReplaceLineEndings("\n");
    }

    /// <summary><c>cat > file &lt;&lt;'END'</c> and the lines of the file.</summary>
    private string WriteDown(string command)
    {
        var lines = command.Split('\n');
        bench.Write(lines[0].Split(' ')[2], Lines(lines[1..^1]));
        return "";
    }

    /// <summary><c>s/old/new/</c>: the first of each line, as it stands; one that changes nothing shows nothing.</summary>
    private static string Edited(string script, string text)
    {
        var parts = script.Split('/');
        var replacement = parts[2].Replace("\\n", "\n", StringComparison.Ordinal);
        var edited = string.Join('\n', text.Split('\n').Select(l => Replaced(l, parts[1], replacement)));
        Assert.False(edited == text, $"{script}: it is not there");
        return edited;
    }

    private static string Replaced(string line, string old, string replacement)
    {
        var at = line.IndexOf(old, StringComparison.Ordinal);
        return at < 0 ? line : line[..at] + replacement + line[(at + old.Length)..];
    }

    /// <summary>The words of a command; what stands between single quotes is one.</summary>
    private static string[] Words(string command) =>
        [.. command.Split('\'').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static string First(string text, string count) => Lines(text.Split('\n').Take(int.Parse(count, CultureInfo.InvariantCulture)));

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(l => l + "\n"));

    private static string Silently(Action action)
    {
        action();
        return "";
    }
}
