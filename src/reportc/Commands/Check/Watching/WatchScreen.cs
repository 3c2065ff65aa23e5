using System.Globalization;
using System.Text;
using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Check.Watching;

/// <summary>Where the results of a watch are shown: on a terminal each in place of the one before, elsewhere one below the other.</summary>
internal sealed class WatchScreen(Session session)
{
    private const string Clear = "\e[2J\e[H";
    // Leaves what was scrolled away where it is, and does not flicker.
    private const string ClearBelow = "\e[H\e[J";
    // On a screen with less room than this nothing is left out.
    private const int Fewest = 4;

    private readonly bool _inPlace = session.Host.OutIsTerminal && session.Host.Variable("TERM") != "dumb";

    /// <summary>Whether there is a result to be seen.</summary>
    public bool HasShown { get; private set; }

    /// <summary>Shows a result under a line that says when it was made and why.</summary>
    public void Show(Text? why, string result)
    {
        var text = new StringBuilder();
        if (_inPlace) text.Append(HasShown ? ClearBelow : Clear);
        else if (HasShown && !session.Quiet) text.Append('\n');
        var screen = session.Host.Size();
        var head = session.Quiet ? "" : Wrapped.Broken(Head(why), _inPlace ? screen.Width : 0) + "\n\n";
        text.Append(head).Append(_inPlace ? Fitting(head, result, screen, More) : result);
        session.Host.Out.Write(text);
        session.Host.Out.Flush();
        HasShown = true;
    }

    private string Head(Text? why)
    {
        var time = session.Host.Now().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var (chinese, english) = why ?? new("保存文件后自动重新核对", "checking again whenever a file is saved");
        return session.Say(new(
            $"已核对 {time} · {DisplayWidth.Clean(chinese)}（Ctrl-C 结束）",
            $"checked {time} · {DisplayWidth.Clean(english)} (Ctrl-C ends)"));
    }

    /// <summary>
    /// What of a result fits on the screen: its beginning, for what is first is mended first, and its last line, which counts.
    /// </summary>
    private static string Fitting(string head, string result, (int Width, int Height) screen, Func<int, string> more)
    {
        var (width, height) = screen;
        if (width <= 0) return result;
        var lines = result.TrimEnd('\n').Split('\n');
        lines[^1] = Wrapped.Broken(lines[^1], width);
        var all = string.Join('\n', [.. lines, ""]);
        // One row is the cursor's.
        var room = height - 1 - Rows(head);
        if (Rows(all) <= room) return all;
        room -= Rows(lines[^1] + "\n") + Rows(more(lines.Length) + "\n");
        if (room < Fewest) return all;
        var (shown, used) = (0, 0);
        while (used + Rows(lines[shown] + "\n") <= room) used += Rows(lines[shown++] + "\n");
        // Better to end with a whole finding, unless that leaves half the screen empty.
        var whole = Array.LastIndexOf(lines, "", shown) + 1;
        if (whole > shown / 2) shown = whole;
        return string.Join('\n', [.. lines[..shown], more(lines.Length - 1 - shown), lines[^1], ""]);

        int Rows(string text) => text.Split('\n').SkipLast(1).Sum(RowsOf);

        int RowsOf(string line) => Math.Max(1, (DisplayWidth.OfShown(line) + width - 1) / width);
    }

    private string More(int lines) => session.Say(new(
        $"… 下面还有 {lines} 行，不加 --watch 可全部列出",
        $"… {lines} more lines; without --watch all are shown"));
}
