using System.Text;
using Reportc.Files;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Fixes;
using ReportCompiler.Repairs;
using ReportCompiler.Sources;

namespace Reportc.Commands.Check;

/// <summary>What was fixed in a file, for people: how often which slip, and every line before and after.</summary>
internal sealed class FixText(Language language, bool verbose)
{
    private const int MostLines = 10;

    private readonly StringBuilder _text = new();

    /// <summary>A file's lines, with an empty one at the end.</summary>
    public static string Of(FixedFile file, Language language, bool verbose)
    {
        var text = new FixText(language, verbose);
        text.Append(file);
        return DisplayWidth.CleanLines(text._text.Append('\n').ToString());
    }

    private void Append(FixedFile file)
    {
        var path = file.After.Path;
        var reasons = file.Edits.CountBy(e => Say(e.Reason), StringComparer.Ordinal);
        var kinds = reasons.Select(r => Say(OfReason(r.Key, r.Value))).ToList();
        if (file.Totals.Length > 0) kinds.Add(Say(new($"总计 {file.Totals.Length} 处", $"total: {file.Totals.Length}")));
        _text.Append(Say(new($"已改正 {path}：", $"mended {path}: "))).AppendJoin(Say(new("，", ", ")), kinds).Append('\n');
        AppendLines(file);
        foreach (var total in file.Totals)
        {
            var (place, change) = ($"{path}:{total.Edit.At.Span.Line}", $"{total.Cell} {total.From} → {total.To}");
            AppendLine(new($"{place}：{change}", $"{place}: {change}"));
        }
        if (file.IsRecoded)
            AppendLine(new($"原来的文件留作 {path}{Disk.Kept}，各命令都不读它；核对无误后可以删去",
                $"the file as it was is kept as {path}{Disk.Kept}, which no command reads; delete it when all is right"));
        if (file.Doubt is { } doubt) AppendLine(RepairWords.InsteadOfTotal(doubt));
    }

    private static Text OfReason(string reason, int count) =>
        new($"{reason}{(reason.EndsWith('）') ? "" : " ")}{count} 处", $"{reason}: {count}");

    private void AppendLines(FixedFile file)
    {
        var (before, after) = (TextOf(file.Before), TextOf(file.After));
        var lines = file.Edits.Where(e => !e.IsOfWholeFile).GroupBy(e => e.At.Span.Line).ToList();
        var added = 0;
        foreach (var edits in verbose ? lines : lines.Take(MostLines))
        {
            added += edits.Sum(e => e.With.Count('\n'));
            var (old, now) = (before.Line(edits.Key).Trim(), after.Line(edits.Key + added).Trim());
            // What cannot be seen in either line is named.
            var change = DisplayWidth.Clean(old) == DisplayWidth.Clean(now)
                ? string.Join(Say(new("、", ", ")), edits.Select(e => Say(e.Reason)).Distinct(StringComparer.Ordinal))
                : Say(new($"“{old}”改为“{now}”", $"“{old}” is now “{now}”"));
            var shown = change.Replace('\n', ' ');
            AppendLine(new($"第 {edits.Key} 行：{shown}", $"line {edits.Key}: {shown}"));
        }
        var hidden = lines.Count - MostLines;
        if (!verbose && hidden > 0) AppendLine(new($"另有 {hidden} 行，加 -v 全部列出", $"{hidden} more lines; -v shows all"));
    }

    private void AppendLine(Text line) => _text.Append("  ").Append(Say(line)).Append('\n');

    /// <summary>The characters of a file that was decoded once already.</summary>
    public static SourceText TextOf(Source source) =>
        ReportCompiler.Syntax.Decoder.Decode(new Findings(), source) ?? new SourceText(source.Path, "");

    private string Say(Text text) => text.In(language);
}
