using ReportCompiler.Diagnostics;
using ReportCompiler.Fixes;
using ReportCompiler.Sources;
using Reportc.Files;
using Reportc.Commands.Check.Formats;
using Reportc.Shell;

namespace Reportc.Commands.Check;

/// <summary>What <c>check</c> is to mend before it checks, and whether to write it or only to show the difference.</summary>
internal sealed record FixRequest(bool Fix, bool Totals, bool Diff)
{
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

    /// <summary>Mends what is to be checked and tells it; gives what the check says of it at its end, and the session it goes on in.</summary>
    /// <param name="session">The run.</param>
    /// <param name="isText">Whether standard output is for people.</param>
    /// <param name="files">The files by name; none where the years of projects are checked.</param>
    /// <param name="projects">Mends those.</param>
    public (Session Session, Text? Summary, IReadOnlyList<Failure> Failures) Run(Session session, bool isText, List<string> files, Action<Fixing> projects)
    {
        if (!IsAsked) return (session, null, []);
        if (files is [CheckedWords.Stdin]) return (OfStdin(session), null, []);
        var named = files.GroupBy(session.Full, StringComparer.Ordinal).ToDictionary(g => g.Key, g => Session.Slashed(g.First()), StringComparer.Ordinal);
        var fixing = new Fixing(full => named.GetValueOrDefault(full) ?? session.Shown(full), Totals, write: !Diff, session.Cancellation);
        if (files.Count == 0) projects(fixing);
        foreach (var full in named.Keys) fixing.OfFile(full);
        foreach (var mended in fixing.Files) Tell(session, mended, isText);
        session.Flush();
        return (session, Diff ? null : Summary(fixing), fixing.Failures);
    }

    /// <summary>Mends standard input onto standard output; what is still wrong goes to standard error.</summary>
    private Session OfStdin(Session session)
    {
        var source = new Source(CheckedWords.Stdin, Disk.ReadAll(session.Host.In, session.Cancellation));
        var mended = Fixer.Data(source, Totals);
        if (Diff) Tell(session, mended, isText: true);
        else session.Host.Out.Write(Text(mended.After));
        session.Flush();
        var host = session.Host with
        {
            In = new MemoryStream((Diff ? source : mended.After).Bytes),
            Out = session.Host.Error,
            OutIsTerminal = session.Host.ErrorIsTerminal,
        };
        return session with { Host = host };
    }

    private void Tell(Session session, FixedFile mended, bool isText)
    {
        if (!Diff)
        {
            if (!session.Quiet) (isText ? session.Host.Out : session.Host.Error).Write(FixText.Of(mended, session.Language, session.Verbose));
            return;
        }
        var path = mended.Before.Path;
        session.Host.Out.Write(UnifiedDiff.Of(path, Text(mended.Before), Text(mended.After)));
        // No line of the difference shows that the bytes change.
        foreach (var edit in mended.Edits.Where(e => e.IsOfWholeFile)) session.Note(mended.Before.HasMark
            ? new($"{path}：将去掉{edit.Reason.Chinese}", $"{path}: {edit.Reason.English}, would be removed")
            : new($"{path}：{edit.Reason.Chinese}，将改为 UTF-8", $"{path}: {edit.Reason.English}, would be UTF-8"));
    }

    private static string Text(Source source) => FixText.TextOf(source).Text;

    private static Text Summary(Fixing fixing)
    {
        var (edits, files) = (fixing.Files.Sum(f => f.Edits.Length + f.Totals.Length), fixing.Files.Count);
        return edits > 0 ? new($"；已改正 {edits} 处，写入 {files} 个文件", $"; {edits} mended, {files} {(files == 1 ? "file" : "files")} written")
            : fixing.Failures.Count > 0 ? new("；没有写入文件", "; no file written") : new("；没有可以自动改正的", "; nothing to mend");
    }
}
