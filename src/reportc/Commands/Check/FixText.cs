using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Fixes;
using ReportCompiler.Repairs;
using ReportCompiler.Sources;
using Reportc.Shell;

namespace Reportc.Commands.Check;

/// <summary>What was mended in a file, for people: how often which slip, and every line before and after.</summary>
internal sealed class FixText(Language language, bool verbose)
{
    private const int MostLines = 10;

    private readonly StringBuilder _text = new();

    /// <summary>A file's lines, with an empty one at the end.</summary>
    public static string Of(FixedFile mended, Language language, bool verbose)
    {
        var text = new FixText(language, verbose);
        text.Append(mended);
        return DisplayWidth.CleanLines(text._text.Append('\n').ToString());
    }

    private void Append(FixedFile mended)
    {
        var kinds = mended.Edits.GroupBy(e => Say(e.Reason), StringComparer.Ordinal).Select(g => Say(new($"{g.Key}{(g.Key.EndsWith('）') ? "" : " ")}{g.Count()} 处", $"{g.Key}: {g.Count()}"))).ToList();
        if (mended.Totals.Length > 0) kinds.Add(Say(new($"总计 {mended.Totals.Length} 处", $"total: {mended.Totals.Length}")));
        _text.Append(Say(new($"已改正 {mended.After.Path}：", $"mended {mended.After.Path}: "))).AppendJoin(Say(new("，", ", ")), kinds).Append('\n');
        AppendLines(mended);
        foreach (var total in mended.Totals)
            _text.Append("  ").Append(Say(new($"{mended.After.Path}:{total.Edit.At.Span.Line}：{total.Cell} {total.From} → {total.To}", $"{mended.After.Path}:{total.Edit.At.Span.Line}: {total.Cell} {total.From} → {total.To}"))).Append('\n');
        if (mended.Doubt is { } doubt) _text.Append("  ").Append(Say(RepairWords.InsteadOfTotal(doubt))).Append('\n');
    }

    private void AppendLines(FixedFile mended)
    {
        var (before, after) = (TextOf(mended.Before), TextOf(mended.After));
        var lines = mended.Edits.Where(e => !e.IsOfWholeFile).GroupBy(e => e.At.Span.Line).ToList();
        foreach (var edits in verbose ? lines : lines.Take(MostLines))
        {
            var (old, now) = (before.Line(edits.Key).Trim(), after.Line(edits.Key).Trim());
            // What cannot be seen in either line is named.
            var what = DisplayWidth.Clean(old) == DisplayWidth.Clean(now) ? string.Join(Say(new("、", ", ")), edits.Select(e => Say(e.Reason)).Distinct(StringComparer.Ordinal))
                : Say(new($"“{old}”改为“{now}”", $"“{old}” is now “{now}”"));
            _text.Append("  ").Append(Say(new($"第 {edits.Key} 行：", $"line {edits.Key}: "))).Append(what.Replace('\n', ' ')).Append('\n');
        }
        if (!verbose && lines.Count > MostLines) _text.Append("  ").Append(Say(new($"另有 {lines.Count - MostLines} 行，加 -v 全部列出", $"{lines.Count - MostLines} more lines; -v shows all"))).Append('\n');
    }



    /// <summary>The characters of a file that was decoded once already.</summary>
    public static SourceText TextOf(Source source) => ReportCompiler.Syntax.Decoder.Decode(new Findings(), source) ?? new SourceText(source.Path, "");

    private string Say(Text text) => text.In(language);
}
