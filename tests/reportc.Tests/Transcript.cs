namespace Reportc.Tests;

/// <summary>The blocks of commands in a guide: lines that begin with the prompt are commands, what follows is what they print.</summary>
internal static class Transcript
{
    private const string Fence = "```";

    /// <summary>The guide with each block's commands followed by what running them prints.</summary>
    /// <param name="guide">The guide's text.</param>
    /// <param name="prompt">How a command begins.</param>
    /// <param name="run">Runs the commands of one block, in their order, and gives what each prints.</param>
    public static string Replay(string guide, string prompt, Func<IReadOnlyList<string>, IEnumerable<string>> run)
    {
        var replayed = new List<string>();
        var rest = new Queue<string>(guide.Split('\n'));
        while (rest.Count > 0)
        {
            replayed.Add(rest.Dequeue());
            if (!replayed[^1].StartsWith(Fence, StringComparison.Ordinal)) continue;
            var block = new List<string>();
            while (!rest.Peek().StartsWith(Fence, StringComparison.Ordinal)) block.Add(rest.Dequeue());
            var commands = Commands(block, prompt);
            if (commands.Count == 0) replayed.AddRange(block);
            else replayed.AddRange(commands.Zip(run(commands), (command, output) => Printed(prompt + command, output)).SelectMany(l => l));
            replayed.Add(rest.Dequeue());
        }
        return string.Join('\n', replayed);
    }

    /// <summary>The commands of a block, without the prompt. After <c>&lt;&lt;'END'</c> the lines to END are of the command.</summary>
    private static List<string> Commands(List<string> block, string prompt)
    {
        var commands = new List<string>();
        for (var i = 0; i < block.Count; i++)
        {
            if (!block[i].StartsWith(prompt, StringComparison.Ordinal)) continue;
            var last = block[i].EndsWith("<<'END'", StringComparison.Ordinal) ? block.IndexOf("END", i) : i;
            commands.Add(string.Join('\n', block[i..(last + 1)])[prompt.Length..]);
            i = last;
        }
        return commands;
    }

    private static string[] Printed(string command, string output) =>
        [.. command.Split('\n'), .. output.Length == 0 ? [] : output.TrimEnd('\n').Split('\n')];
}
