using System.CommandLine;
using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Explaining;
using ReportCompiler.Projects;
using ReportCompiler.Syntax;
using Reportc.Messages;
using Reportc.Projects;
using Reportc.Shell;

namespace Reportc.Commands.Explain;

/// <summary><c>explain</c>: what a rule means, why, wrong and right; or the list of all rules.</summary>
internal sealed class ExplainCommand : Verb
{
    private readonly Argument<string[]> _rules;

    public ExplainCommand(Language language) : base("explain", new Text("说明一条规则：含义、依据、错例和对例", "explain a rule: meaning, legal basis, a wrong and a right example").In(language))
    {
        _rules = WordsNamed(Say("代码或规则", "CODE or RULE"), Say("代码或规则名，例如 RC2003 或 balance（不写则列出全部）", "code or name, such as RC2003 or balance (default: the list of all)"));
        Add(_rules);

        string Say(string chinese, string english) => new Text(chinese, english).In(language);
    }

    public override Argument<string[]> Words => _rules;

    public override WordKinds KindsAt(int place) => WordKinds.Rules;

    public override IReadOnlyList<(string Line, Text Meaning)> Examples =>
    [
        ("reportc explain", new("列出全部规则", "list all rules")),
        ("reportc explain RC2003", new("按代码查一条规则", "one rule by its code")),
        ("reportc explain carry-over", new("按名称查一条规则", "one rule by its name")),
    ];

    public override int Run(Session session, CommonOptions common, ParseResult parse)
    {
        var all = All(session, parse.GetValue(common.Project));
        var width = session.Host is { OutIsTerminal: true, Width: > 0 } ? Math.Clamp(session.Host.Width, 40, 100) : ExplanationText.DefaultWidth;
        var words = parse.GetValue(_rules) ?? [];
        var found = words.SelectMany(w => Find(all, w)).Distinct().ToList();
        session.Host.Out.Write(words.Length == 0 ? List(all, session.Language, width) : string.Join('\n', found.Select(e => new ExplanationText(e, session.Language).Plain(width))));
        return ExitStatus.Fine;
    }

    /// <summary>The rules of the form, and the project's own where the command runs in one that can be read.</summary>
    private static List<Explanation> All(Session session, string? named)
    {
        var folders = named is not null ? Targets.Find(session, named).Projects.Select(t => t.Folder) : ProjectFolder.Around(session.Host.Folder) is { } around ? [around] : [];
        var all = new List<Explanation>();
        foreach (var folder in folders) all.AddRange(Explanations.Of(Read(session, folder)));
        return all.Count == 0 ? [.. Explanations.Of()] : [.. all.DistinctBy(e => (e.Rule.Code, e.Rule.Name))];
    }

    /// <summary>A project with a fault must not stand in the way of the explanation of that fault.</summary>
    private static Project? Read(Session session, ProjectFolder folder)
    {
        var project = folder.Read(new Findings());
        if (project is null) session.Note(new("项目文件有误，本地规则没有列入；运行 reportc check 查看", "the project is faulty, its own rules are left out; run reportc check"));
        return project;
    }

    private static List<Explanation> Find(List<Explanation> all, string word)
    {
        var found = all.FindAll(e => string.Equals(e.Rule.Code, word, StringComparison.OrdinalIgnoreCase) || string.Equals(e.Rule.Name, word, StringComparison.OrdinalIgnoreCase));
        if (found.Count > 0) return found;
        var nearest = Names.Nearest(word, all.Select(e => e.Rule.Name).Concat(all.Select(e => e.Rule.Code)));
        throw Failure.OfUsage(new($"没有规则“{word}”", $"there is no rule “{word}”"),
            nearest is not null ? new($"是不是“{nearest}”？", $"did you mean “{nearest}”?") : new("用 reportc explain 列出全部规则", "reportc explain lists all rules"));
    }

    private static string List(List<Explanation> all, Language language, int width)
    {
        var text = new StringBuilder();
        var codes = all.Max(e => DisplayWidth.Of(e.Rule.Code));
        var names = all.Max(e => DisplayWidth.Of(e.Rule.Name));
        var severities = all.Max(e => DisplayWidth.Of(Severity(e)));
        var margin = codes + names + severities + 6;
        foreach (var explanation in all)
        {
            Cell(explanation.Rule.Code, codes);
            Cell(explanation.Rule.Name, names);
            Cell(Severity(explanation), severities);
            text.AppendJoin("\n" + new string(' ', margin), Wrapped.Lines(DisplayWidth.Clean(explanation.Rule.Title.In(language)), Math.Max(16, width - margin))).Append('\n');
        }
        return text.ToString();

        string Severity(Explanation explanation) => explanation.Rule.Severity.Name().In(language);

        void Cell(string content, int columns) => text.Append(content).Append(' ', columns - DisplayWidth.Of(content) + 2);
    }
}
