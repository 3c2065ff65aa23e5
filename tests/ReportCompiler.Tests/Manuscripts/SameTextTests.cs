using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using Xunit;

namespace ReportCompiler.Tests.Manuscripts;

/// <summary>Whatever is written, report.html and report.md as a reader of Markdown shows it say the same, emphasised alike.</summary>
public sealed partial class SameTextTests
{
    private static readonly string[] Words =
    [
        "甲", "乙丙", "重点", "abc", "2021", "。", "，", "（", "）", "“", "”", "《条例》", "、", "：", " ", "\n", "~", "$", "\\*", "\\{",
            "}",
        "_", "a_b", "&amp;", "&nbsp;", "1~3", "`码`", "`` ` ``", "[链](https://a.cn)", "[附](a.pdf)", "![图](图.png)", "<!-- 注 -->",
        "<https://a.cn>", "|", "\\|", "+", "-", "#", "!", "\\", "\u3000", "𬭎", "é", ">", "1.", "=",
    ];

    private static readonly Gen<string> Plain = Gen.Int[0, Words.Length - 1].Select(i => Words[i]);

    // Stars are put in pairs, as they are meant; what is meant by others nobody can tell, and they are a fault.
    private static readonly Gen<string> Inline = Gen.Frequency(
        (6, Plain),
        (2, Plain.Array[1, 4].Select(words => $"**{string.Concat(words)}**")),
        (1, Plain.Array[1, 3].Select(words => $"*{string.Concat(words)}*")),
        (1, Plain.Array[1, 3].Select(words => $"**甲*{string.Concat(words)}*乙。**")));

    private static readonly Gen<string> Line = Inline.Array[1, 8].Select(string.Concat);

    private static readonly Gen<string> Block = Gen.Frequency(
        (6, Line),
        (1, Line.Array[1, 4].Select(lines => string.Join('\n', lines.Select(l => "- " + l.Replace("\n", " ", StringComparison.Ordinal))))),
        (1, Line.Select(l => "### " + l.Replace("\n", " ", StringComparison.Ordinal))),
        (1, Line.Select(l => "> " + l.Replace("\n", "\n> ", StringComparison.Ordinal))),
        (1, Gen.Select(Cell(), Cell(), (a, b) => $"| 甲 | 乙 |\n| --- | --- |\n| {a} | {b} |")),
        (1, Line.Select(l => $"```\n{l}\n```")),
        (1, Line.Select(l => $"注：{l}")),
        (1, Gen.Const("# 大标题")), (1, Gen.Const("标题\n---")), (1, Gen.Const("<!-- 甲\n\n乙 -->")));

    private static readonly Gen<string> Prose = Block.Array[1, 5].Select(blocks => string.Join("\n\n", blocks));

    private static readonly Dictionary<string, byte[]> Files = new(StringComparer.Ordinal)
    {
        ["narrative/图.png"] = [0x89, 0x50, 0x4E, 0x47],
        ["narrative/a.pdf"] = [1],
    };

    [Fact]
    public void Every_output_says_the_same() => Prose.Sample(
        prose =>
        {
            var (html, markdown, findings) = InMemory.Prose(prose, Files);
            if (findings.Count > 0) return;
            Assert.Equal(Shown(html), Shown(CommonMark.ToHtml(markdown)));
            Assert.Equal(Shown(html), Shown(CommonMark.ToGitHubHtml(markdown)));
        },
        iter: 20_000, print: p => p);

    /// <summary>The generator is worth its while: a good part of what it makes has no fault, and stars beside punctuation.</summary>
    [Fact]
    public void Much_of_what_is_made_is_sound()
    {
        var (sound, rewritten) = (0, 0);
        Prose.Sample(
            prose =>
            {
                var (_, markdown, findings) = InMemory.Prose(prose, Files);
                if (findings.Count > 0) return;
                Interlocked.Increment(ref sound);
                if (markdown.Contains("<strong>", StringComparison.Ordinal)) Interlocked.Increment(ref rewritten);
            },
            iter: 2000);
        Assert.InRange(sound, 400, 2000);
        Assert.InRange(rewritten, 100, 2000);
    }

    /// <summary>The text with the emphasis in it, and where each block ends.</summary>
    private static string Shown(string html)
    {
        var text = new StringBuilder();
        foreach (var node in new HtmlParser().ParseDocument(html).Body!.Descendants())
        {
            if (node is IText t && !string.IsNullOrWhiteSpace(t.Data)) text.Append(Kind(t)).Append(t.Data);
            else if (node is IElement { LocalName: "img" } image) text.Append("[图：").Append(image.GetAttribute("alt")).Append(']');
            else if (node is IElement { LocalName: "p" or "li" or "td" or "th" or "h3" or "pre" }) text.Append('¶');
        }
        return AtEnds().Replace(Spaces().Replace(text.ToString(), " "), "");
    }

    private static string Kind(IText text)
    {
        var kinds = text.Ancestors<IElement>().Select(e => e.LocalName).Where(n => n is "strong" or "em" or "code" or "a" or "del" or "h3");
        return $"‹{string.Join(' ', kinds.Order(StringComparer.Ordinal))}›";
    }

    private static Gen<string> Cell() =>
        Line.Select(l => l.Replace("\n", " ", StringComparison.Ordinal).Replace("|", "", StringComparison.Ordinal));

    // Spaces at the ends of a line are shown by nobody.
    [GeneratedRegex("(?<=[¶›]) | (?=¶|$)")]
    private static partial Regex AtEnds();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
