using System.Globalization;
using System.Text;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Explaining;

namespace Reportc.Messages;

/// <summary>An explanation as a text: in lines for the terminal, as Markdown for code scanning.</summary>
internal sealed class ExplanationText(Explanation explanation, Language language)
{
    /// <summary>The width if no terminal says otherwise.</summary>
    public const int DefaultWidth = 80;

    private const string Indent = "  ";

    /// <summary>A piece under a heading: a paragraph, or lines to be shown as they are under their label.</summary>
    private readonly record struct Part(string Head, string Prose, string? Code = null);

    /// <summary>For people at a terminal.</summary>
    public string Plain(int width)
    {
        var text = new StringBuilder();
        var rule = explanation.Rule;
        var severity = Say(rule.Severity.Name());
        text.Append(CultureInfo.InvariantCulture, $"{rule.Code} {rule.Name}{Say($"（{severity}）", $" ({severity})")}\n");
        Lines(text, "", Say(rule.Title), width);
        var head = "";
        foreach (var part in Parts())
        {
            if (part.Head != head) text.Append('\n').Append(head = part.Head).Append('\n');
            Lines(text, Indent, part.Prose, width);
            foreach (var line in CodeLines(part)) text.Append((Indent + Indent + line).TrimEnd()).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>For code scanning, which shows the name and title itself.</summary>
    public string Markdown()
    {
        var text = new StringBuilder();
        var head = "";
        foreach (var part in Parts())
        {
            if (part.Head != head) text.Append("**").Append(head = part.Head).Append("**\n\n");
            text.Append(IsCode(part) ? $"`{part.Prose}`" : Escape(part.Prose)).Append("\n\n");
            if (part.Code is null) continue;
            text.Append("```yaml\n");
            foreach (var line in CodeLines(part)) text.Append(line).Append('\n');
            text.Append("```\n\n");
        }
        return text.ToString().TrimEnd();
    }

    /// <summary>Whether the prose is code: a formula or a file's name. No other prose here holds a sign of Markdown's.</summary>
    private bool IsCode(Part part) => part.Prose == explanation.Formula || (part.Code is not null && Files.Any(f => f.Name == part.Prose));

    private IEnumerable<ExampleFile> Files => explanation.Wrong.Concat(explanation.Right);

    private IEnumerable<Part> Parts()
    {
        if (explanation.Meaning is { } meaning) yield return new(Say("含义", "What it means"), meaning.In(language));
        if (explanation.Reason is { } reason) yield return new(Say("缘由", "Why"), reason.In(language));
        if (explanation.Formula is { } formula) yield return new(Say("式", "Formula"), formula);
        foreach (var basis in explanation.Basis) yield return new(Say("依据", "Legal basis"), basis);
        foreach (var file in explanation.Wrong) yield return new(Say("错例", "Wrong"), file.Name, file.Content);
        foreach (var file in explanation.Right) yield return new(Say("对例", "Right"), file.Name, file.Content);
        yield return new(Say("改法", "What to do"), explanation.Remedy.In(language));
        foreach (var part in Silence()) yield return part;
    }

    private IEnumerable<Part> Silence()
    {
        var head = Say("能否不报", "May it be silenced?");
        var rule = explanation.Rule;
        if (rule.Severity == Severity.Error)
        {
            yield return new(head, Say(
                "不能：这条规则本来就是错误，不能关闭，也不能降级；改正以后就不再出现。",
                "No: it is an error by nature and can be neither switched off nor lowered. It goes away when it is corrected."));
            yield break;
        }
        var ruleOff = $"规则: {{{rule.Name}: 关}}\n";
        if (rule.Severity == Severity.Warning && explanation.Cell is { } cell)
        {
            var reason = $"说明:\n  {cell}: {Say("写明原因", "the reason")}\n";
            yield return new(head, Say(
                "能：数字属实的，在数据文件的“说明”中写明原因，这一格就只作提示。",
                "Yes: where the figure is right, a reason under 说明 in the data file turns it into a hint."), reason);
            yield return new(head, Say(
                "整条规则可以在 reportc.yaml 中改为错误、警告、提示或关。",
                "The rule as a whole may be made 错误 (error), 警告 (warning), 提示 (hint) or 关 (off) in reportc.yaml."), ruleOff);
            yield break;
        }
        yield return new(head, Say(
            "能：在 reportc.yaml 中改为错误、警告、提示或关。",
            "Yes: it may be made 错误 (error), 警告 (warning), 提示 (hint) or 关 (off) in reportc.yaml."), ruleOff);
    }

    private static IEnumerable<string> CodeLines(Part part) =>
        part.Code is { } code ? code.TrimEnd('\n').Split('\n').Select(DisplayWidth.Clean) : [];

    private static void Lines(StringBuilder text, string indent, string prose, int width)
    {
        foreach (var line in Wrapped.Lines(DisplayWidth.Clean(prose), width - indent.Length))
            text.Append(indent).Append(line).Append('\n');
    }

    private static string Escape(string prose) =>
        prose.Replace("*", "\\*", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private string Say(string chinese, string english) => language == Language.Chinese ? chinese : english;

    private string Say(Text text) => text.In(language);
}
