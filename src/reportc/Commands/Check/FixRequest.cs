using Reportc.Commands.Check.Formats;
using Reportc.Files;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Fixes;
using ReportCompiler.Sources;

namespace Reportc.Commands.Check;

/// <summary>What <c>check</c> is to fix before it checks, and whether to write it or only to show the difference.</summary>
internal sealed record FixRequest(bool Fix, bool Totals, bool Diff)
{
    /// <summary>Nothing is to be fixed.</summary>
    public static FixRequest None { get; } = new(Fix: false, Totals: false, Diff: false);

    private bool IsAsked => Fix || Totals || Diff;

    /// <summary>Refuses what cannot be had together.</summary>
    public void ThrowIfImpossible(CheckFormat format, IReadOnlyList<string> files)
    {
        if (Diff && format != CheckFormat.Text) throw Excluded();
        if (!IsAsked || !files.Contains(CheckedWords.Stdin, StringComparer.Ordinal)) return;
        if (files.Count > 1) throw Failure.OfUsage(new("改正标准输入时，- 要单独写", "to mend standard input, give - alone"));
        if (format != CheckFormat.Text)
            throw Failure.OfUsage(new(
                $"改正后的文件写到标准输出，不能同时写 --format {format.Name}",
                $"the mended file goes to standard output, --format {format.Name} cannot go there too"));

        Failure Excluded() => Failure.OfUsage(new(
            $"--diff 与 --format {format.Name} 只能写一样", $"--diff and --format {format.Name} exclude each other"));
    }

    /// <summary>Fixes what is to be checked and tells it; gives what the check says of it at its end, and its session.</summary>
    /// <param name="session">The run.</param>
    /// <param name="isText">Whether standard output is for people.</param>
    /// <param name="files">The files by name; none if the years of projects are checked.</param>
    /// <param name="projects">Fixes those.</param>
    public (Session Session, Text? Summary, IReadOnlyList<Failure> Failures) Run(
        Session session, bool isText, List<string> files, Action<FixRun> projects)
    {
        if (!IsAsked) return (session, null, []);
        if (files is [CheckedWords.Stdin]) return (OfStdin(session), null, []);
        var byPath = files.GroupBy(session.Full, StringComparer.Ordinal);
        var named = byPath.ToDictionary(g => g.Key, g => Session.Slashed(g.First()), StringComparer.Ordinal);
        var shown = (string full) => named.GetValueOrDefault(full) ?? session.Shown(full);
        var run = new FixRun(shown, Totals, write: !Diff, session.Cancellation);
        if (files.Count == 0) projects(run);
        foreach (var full in named.Keys) run.OfFile(full);
        run.Write();
        foreach (var file in run.Files) Tell(session, file, isText);
        session.Flush();
        return (session, Diff ? null : Summary(run), run.Failures);
    }

    /// <summary>Fixes standard input onto standard output; what is still wrong goes to standard error.</summary>
    private Session OfStdin(Session session)
    {
        var source = new Source(CheckedWords.Stdin, Disk.ReadAll(session.Host.In, session.Cancellation));
        var file = Fixer.Data(source, Totals);
        if (Diff) Tell(session, file, isText: true);
        else session.Host.Out.Write(Text(file.After));
        session.Flush();
        var host = session.Host with
        {
            In = new MemoryStream((Diff ? source : file.After).Bytes),
            Out = session.Host.Error,
            OutIsTerminal = session.Host.ErrorIsTerminal,
        };
        return session with { Host = host };
    }

    private void Tell(Session session, FixedFile file, bool isText)
    {
        if (Diff)
        {
            session.Host.Out.Write(UnifiedDiff.Of(file.Before.Path, file.Before, file.After));
            foreach (var edit in file.Edits.Where(e => e.IsOfWholeFile)) session.Note(OfBytes(file.Before, edit.Reason));
        }
        else if (!session.Quiet)
        {
            var writer = isText ? session.Host.Out : session.Host.Error;
            writer.Write(FixText.Of(file, session.Language, session.Verbose));
        }
    }

    /// <summary>That the bytes of a file would change: no line of the difference shows it.</summary>
    private static Text OfBytes(Source before, Text reason) => before.HasMark
        ? new($"{before.Path}：将去掉{reason.Chinese}", $"{before.Path}: {reason.English}, would be removed")
        : new($"{before.Path}：{reason.Chinese}，将改为 UTF-8，原来的文件留作 {before.Path}{Disk.Kept}",
            $"{before.Path}: {reason.English}, would be UTF-8, and kept as it is as {before.Path}{Disk.Kept}");

    private static string Text(Source source) => FixText.TextOf(source).Text;

    private static Text Summary(FixRun run)
    {
        var (edits, files) = (run.Files.Sum(f => f.Edits.Length + f.Totals.Length), run.Files.Count);
        if (edits == 0)
            return run.Failures.Count > 0 ? new("；没有写入文件", "; no file written") : new("；没有可以自动改正的", "; nothing to mend");
        return new(
            $"；已改正 {edits} 处，写入 {files} 个文件",
            $"; {edits} mended, {files} {(files == 1 ? "file" : "files")} written");
    }
}
