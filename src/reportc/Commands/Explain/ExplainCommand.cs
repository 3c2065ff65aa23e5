using System.CommandLine;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Explaining;
using ReportCompiler.Projects;
using ReportCompiler.Syntax;

namespace Reportc.Commands.Explain;

/// <summary><c>explain</c>: what a rule means, why, wrong and right; or the list of all rules.</summary>
internal sealed class ExplainCommand : Query<ExplainedRules>
{
    private readonly Argument<string[]> _rules;

    public ExplainCommand(Language language)
        : base("explain", About, language, [new("text", ".txt", static (rules, session) => rules.Text(session))])
    {
        _rules = AddWords(Say("代码或规则", "CODE or RULE"), "代码或规则名，例如 RC2003 或 balance（不写则列出全部）",
            "code or name, such as RC2003 or balance (default: the list of all)");
    }

    private static Text About =>
        new("说明一条规则：含义、依据、错例和对例", "explain a rule: meaning, legal basis, a wrong and a right example");

    public override OutKind Out => OutKind.None;

    public override Argument<string[]> Words => _rules;

    public override WordKinds KindsAt(int place) => WordKinds.Rules;

    public override IReadOnlyList<(string Line, Text Meaning)> Examples =>
    [
        ("reportc explain", new("列出全部规则", "list all rules")),
        ("reportc explain RC2003", new("按代码查一条规则", "one rule by its code")),
        ("reportc explain carry-over", new("按名称查一条规则", "one rule by its name")),
    ];

    protected override ExplainedRules Find(Session session, CommonOptions common, ParseResult parse, QueryFormat<ExplainedRules> format)
    {
        var all = All(session, parse.GetValue(common.Project));
        var words = parse.GetValue(_rules) ?? [];
        return words.Length == 0 ? new ExplainedRules(all, IsList: true)
            : new ExplainedRules([.. words.SelectMany(w => Find(all, w)).Distinct()], IsList: false);
    }

    /// <summary>The rules of the form, and the project's own where the command runs in one that can be read.</summary>
    private static List<Explanation> All(Session session, string? named)
    {
        var folders = named is not null
            ? Targets.Find(session, named).Projects.Select(t => t.Folder)
            : ProjectFolder.Around(session.Host.Folder) is { } around ? [around] : [];
        var all = new List<Explanation>();
        foreach (var folder in folders) all.AddRange(Explanations.Of(Read(session, folder)));
        return all.Count == 0 ? [.. Explanations.Of()] : [.. all.DistinctBy(e => (e.Rule.Code, e.Rule.Name))];
    }

    /// <summary>A project with a fault must not stand in the way of the explanation of that fault.</summary>
    private static Project? Read(Session session, ProjectFolder folder)
    {
        var project = folder.Read(new Findings());
        if (project is null)
            session.Note(new("项目文件有误，本地规则没有列入；运行 reportc check 查看",
                "the project is faulty, its own rules are left out; run reportc check"));
        return project;
    }

    private static List<Explanation> Find(List<Explanation> all, string word)
    {
        var found = all.FindAll(e =>
            string.Equals(e.Rule.Code, word, StringComparison.OrdinalIgnoreCase)
            || string.Equals(e.Rule.Name, word, StringComparison.OrdinalIgnoreCase));
        if (found.Count > 0) return found;
        var nearest = Names.Nearest(word, all.Select(e => e.Rule.Name).Concat(all.Select(e => e.Rule.Code)));
        throw Failure.OfUsage(new($"没有规则“{word}”", $"there is no rule “{word}”"),
            nearest is not null
                ? new($"是不是“{nearest}”？", $"did you mean “{nearest}”?")
                : new("用 reportc explain 列出全部规则", "reportc explain lists all rules"));
    }
}
