using System.Text;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Repairs;

namespace Reportc.Messages;

/// <summary>The summary of a step of a GitHub workflow, in Markdown: what was looked at, then all findings by file.</summary>
internal sealed class StepSummary(Language language, long room)
{
    /// <summary>GitHub refuses a summary beyond 1 MiB.</summary>
    public const int Largest = 1_000_000;

    private readonly StringBuilder _text = new();
    private long _bytes;

    /// <summary>The Markdown.</summary>
    /// <param name="language">Its language.</param>
    /// <param name="projects">The projects by name (empty for a single one), with their counts.</param>
    /// <param name="findings">What was found, in order.</param>
    /// <param name="repairs">What mends the units whose equations are broken.</param>
    /// <param name="room">How many bytes there is room for.</param>
    public static string Of(
        Language language, IReadOnlyList<(string Name, Counts Counts)> projects, IReadOnlyList<Diagnostic> findings,
        IReadOnlyList<UnitRepairs> repairs, long room)
    {
        var summary = new StepSummary(language, room);
        summary.AppendCounts(projects);
        summary.AppendRepairs(repairs);
        summary.AppendFindings(findings);
        return summary._text.ToString();
    }

    private void AppendCounts(IReadOnlyList<(string Name, Counts Counts)> projects)
    {
        Append("## reportc check\n\n");
        if (projects.Count == 0) return;
        var names = projects.Count > 1 ? $"| {Say(new("项目", "project"))} " : "";
        Append($"{names}| {Say(new(
            "年度 | 单位 | 勾稽关系 | 不成立 | 错误 | 警告 | 提示",
            "years | units | equations | broken | errors | warnings | hints"))} |\n");
        Append((projects.Count > 1 ? "| --- " : "") + "| --- |" + string.Concat(Enumerable.Repeat(" ---: |", 6)) + "\n");
        foreach (var (name, counts) in projects)
        {
            var project = projects.Count > 1 ? $"| {(name.Length > 0 ? Escape(name) : ".")} " : "";
            if (!Append(project + Row(counts))) return;
        }
        Append("\n");
    }

    /// <summary>What to do first: the likeliest repair of every unit.</summary>
    private void AppendRepairs(IReadOnlyList<UnitRepairs> repairs)
    {
        if (repairs.Count == 0 || !Append($"### {Say(new("最可能的改法", "the likeliest repairs"))}\n\n")) return;
        foreach (var unit in repairs)
            if (!Append($"- {Escape(unit.Unit)}{Say(new("：", ": "))}{Escape(Say(RepairWords.Sentence(unit)))}\n")) return;
        Append("\n");
    }

    private static string Row(Counts counts)
    {
        int[] figures = [counts.Units, counts.Tally.Equations, counts.Tally.Broken, counts.Errors, counts.Warnings, counts.Infos];
        return $"| {string.Join(", ", counts.Years)} | {string.Join(" | ", figures)} |\n";
    }

    private void AppendFindings(IReadOnlyList<Diagnostic> findings)
    {
        var left = findings.Count;
        foreach (var file in findings.GroupBy(f => f.Location?.File ?? "", StringComparer.Ordinal))
        {
            if (!Append($"### {(file.Key.Length == 0 ? Say(new("整体", "as a whole")) : Escape(file.Key))}\n\n")) break;
            foreach (var finding in file)
            {
                if (!Append(Line(finding)))
                {
                    AppendRest(left);
                    return;
                }
                left--;
            }
            Append("\n");
        }
        if (left > 0) AppendRest(left);
    }

    private string Line(Diagnostic finding)
    {
        var place = finding.Location is { } at ? Say(new($"第 {at.Span.Line} 行，", $"line {at.Span.Line}, ")) : "";
        var unit = finding.Unit is null ? "" : Escape(finding.Unit) + Say(new("：", ": "));
        var help = finding.Help is { } remedy ? Say(new("。", ". ")) + Escape(Say(remedy)) : "";
        var head = $"{Say(finding.Severity.Name())} {finding.Rule.Code} {Escape(finding.Rule.Name)}";
        return $"- {place}**{head}**{Say(new("：", ": "))}{unit}{Escape(Say(finding.Message))}{help}\n";
    }

    private void AppendRest(int left)
    {
        var rest = new Text($"还有 {left} 条没有列出：摘要最多 1 MB。", $"{left} more are not listed: a summary holds 1 MB at most.");
        _text.Append('\n').Append(Say(rest)).Append('\n');
    }

    private bool Append(string text)
    {
        // A line is kept back for what is not listed.
        const int Reserve = 200;
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (_bytes + bytes > room - Reserve) return false;
        _text.Append(text);
        _bytes += bytes;
        return true;
    }

    /// <summary>Text that is no Markdown and no HTML, on one line.</summary>
    private static string Escape(string text)
    {
        const string Signs = @"\`*_[]#|~$";
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in DisplayWidth.Clean(text))
        {
            if (c is '<') escaped.Append("&lt;");
            else if (c is '&') escaped.Append("&amp;");
            else if (Signs.Contains(c, StringComparison.Ordinal)) escaped.Append('\\').Append(c);
            else escaped.Append(c);
        }
        return escaped.ToString();
    }

    private string Say(Text text) => text.In(language);
}
