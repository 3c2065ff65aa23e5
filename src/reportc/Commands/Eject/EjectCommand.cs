using System.CommandLine;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Drafting;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;

namespace Reportc.Commands.Eject;

/// <summary><c>eject</c>: a built-in template or edition as a file of the project, to be changed.</summary>
internal sealed class EjectCommand : Verb
{
    private readonly Argument<string[]> _words;

    public EjectCommand(Language language) : base("eject", About, language) =>
        _words = AddWords(Say("文件", "FILE"), "模板或格式，可写多个（默认：列出全部）",
            "templates and editions, one or more (default: list all)");

    private static Text About => new("把自带的模板或格式写成项目的文件，供修改",
        "write a built-in template or edition as a file of the project, to be changed");

    public override Argument<string[]> Words => _words;

    public override WordKinds KindsAt(int place) => WordKinds.BuiltIns;

    public override IReadOnlyList<(string Line, Text Meaning)> Examples =>
    [
        ("reportc eject", new("列出可以取出的文件", "what there is")),
        ("reportc eject templates/report.html", new("网页报告的模板", "the template of the page")),
        ("reportc eject report.docx.styles.xml", new("Word 报告的样式，templates/ 可以不写",
            "the styles of the Word document, named in short")),
        ("reportc eject editions/2021.yaml", new("2021 年起的格式", "the edition in force from 2021")),
    ];

    public override int Run(Session session, CommonOptions common, ParseResult parse)
    {
        if (parse.GetValue(_words) is not { Length: > 0 } words)
        {
            foreach (var path in BuiltInFiles.Paths) session.Host.Out.Write(path + "\n");
            return ExitStatus.Fine;
        }
        var paths = words.Select(PathOf).Distinct(StringComparer.Ordinal).ToList();
        var folder = Targets.Find(session, parse.GetValue(common.Project)).Projects is [var target] ? target.Folder
            : throw Failure.OfUsage(
                new("这里有几个项目，这个命令一次只写一个", "there are several projects here; this command writes into one"),
                new("用 -p 写明是哪一个", "name it with -p"));
        MissingFiles.Write(session, folder.Root, paths.Select(p => new StarterFile(p, BuiltInFiles.Copy(p))));
        return ExitStatus.Fine;
    }

    /// <summary>The path of a file, which may be named by its path or by its name alone.</summary>
    private static string PathOf(string word)
    {
        var known = BuiltInFiles.Paths;
        if (known.Contains(word, StringComparer.Ordinal)) return word;
        foreach (var path in known)
            if (path[(path.IndexOf('/') + 1)..] == word) return path;
        throw Failure.OfUsage(new($"没有自带的“{word}”", $"there is no built-in “{word}”"),
            Names.Nearest(word, known.Concat(known.Select(p => p[(p.IndexOf('/') + 1)..]))) is { } nearest
                ? new($"是不是“{nearest}”？", $"did you mean “{nearest}”?")
                : new("运行 reportc eject 列出全部", "reportc eject lists all"));
    }
}
