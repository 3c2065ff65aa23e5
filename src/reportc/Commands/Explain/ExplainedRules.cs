using System.Text;
using Reportc.Messages;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Explaining;

namespace Reportc.Commands.Explain;

/// <summary>Rules to be explained, or to be listed.</summary>
internal sealed record ExplainedRules(IReadOnlyList<Explanation> Rules, bool IsList)
{
    private const int Narrowest = 40;
    private const int Widest = 100;

    /// <summary>The list in columns, or the explanations one below the other.</summary>
    public string Text(Session session)
    {
        var width = session.OutWidth > 0 ? Math.Clamp(session.OutWidth, Narrowest, Widest) : ExplanationText.DefaultWidth;
        return IsList ? List(Rules, session.Language, width)
            : string.Join('\n', Rules.Select(e => new ExplanationText(e, session.Language).Plain(width)));
    }

    private static string List(IReadOnlyList<Explanation> all, Language language, int width)
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
            text.AppendJoin("\n" + new string(' ', margin),
                Wrapped.Lines(DisplayWidth.Clean(explanation.Rule.Title.In(language)), Math.Max(16, width - margin))).Append('\n');
        }
        return text.ToString();

        string Severity(Explanation explanation) => explanation.Rule.Severity.Name().In(language);

        void Cell(string content, int columns) => text.Append(content).Append(' ', columns - DisplayWidth.Of(content) + 2);
    }
}
