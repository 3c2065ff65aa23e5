using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Reportc.Tests;

/// <summary>
/// Every text in the sources stands there twice, in Chinese and in English. Found in the source text: a message that no test brings
/// about is held to it too.
/// </summary>
public sealed partial class MessageTests
{
    // What an English reader has to type, or finds printed, as it is.
    private static readonly HashSet<string> Typed = new(StringComparer.Ordinal)
    {
        "无", "待填", "待核", "指标", "下级", "共享", "输出",
        "格式", "说明", "规则", "单位", "机关", "年度", "草稿", "一", "五", "六", "元",
            "万元", "错误", "警告", "提示", "关", "自", "至",
    };

    [Fact]
    public void Every_text_is_in_both_languages()
    {
        var pairs = Sources().SelectMany(f => Pairs(f, File.ReadAllText(f))).ToList();

        Assert.InRange(pairs.Count, 500, int.MaxValue);
        Assert.Empty(pairs.Where(p => !IsChinese(p.Chinese) && HasWords(p.English) && p.Chinese != p.English)
            .Select(p => $"{p.At}: no Chinese beside “{p.English}”"));
        Assert.Empty(pairs.Where(p => IsChinese(p.Chinese) && HasHan(p.Chinese) && p.English.Length == 0)
            .Select(p => $"{p.At}: no English beside “{p.Chinese}”"));
    }

    [Fact]
    public void English_has_no_Chinese_but_what_is_quoted_or_typed()
    {
        var known = ReportCompiler.Forms.Editions.OfForm.Keys.SelectMany(k => ReportCompiler.Forms.Editions.OfForm.Find(k)!.Cells)
            .SelectMany(c => c.Path.Split('.')).Concat(Typed).ToHashSet(StringComparer.Ordinal);

        var found = Sources().SelectMany(f => Pairs(f, File.ReadAllText(f))).Where(p => IsChinese(p.Chinese))
            .SelectMany(p => Chinese().Matches(Quoted().Replace(p.English, "")).Select(m => (p.At, m.Value)))
                .Where(m => !known.Contains(m.Value));

        Assert.Empty(found.Select(m => $"{m.At}: “{m.Value}”"));
    }

    [Fact]
    public void The_reader_of_sources_reads_strings_with_strings_in_them()
    {
        var pair = Assert.Single(Pairs("x.cs", """_ = new($"甲{(n > 1 ? $"（{n}）" : "")}乙", $"a{string.Join(", ", all)}\"b\"");"""));

        Assert.Equal(("甲\0乙", "a\0\"b\""), (pair.Chinese, pair.English));
    }

    private static IEnumerable<string> Sources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Join(folder.FullName, "ReportCompiler.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        var separator = Path.DirectorySeparatorChar;
        return Directory.EnumerateFiles(Path.Join(folder.FullName, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{separator}obj{separator}", StringComparison.Ordinal)
                && !f.Contains($"{separator}bin{separator}", StringComparison.Ordinal));
    }

    /// <summary>What is made of two string literals and is, or may be, a text in two languages: keys beside names are none.</summary>
    private static IEnumerable<(string At, string Chinese, string English)> Pairs(string file, string source)
    {
        foreach (Match start in Opening().Matches(source))
        {
            var at = start.Index + start.Length;
            if (Literal(source, ref at) is not { } first) continue;
            var comma = Comma().Match(source, at);
            if (!comma.Success) continue;
            at += comma.Length;
            if (Literal(source, ref at) is not { } second || source[at] is not (',' or ')') || IsCode(first)
                || file.EndsWith("Explanations.cs", StringComparison.Ordinal))
                continue;
            yield return ($"{Path.GetFileName(file)}:{source.AsSpan(0, start.Index).Count('\n') + 1}", first, second);
        }
    }

    // A rule's code before its name, or a language before its own.
    private static bool IsCode(string text) => Code().IsMatch(text);

    /// <summary>A string literal, each of its holes as a NUL; null if none begins.</summary>
    private static string? Literal(string source, ref int at)
    {
        var isInterpolated = source[at] == '$';
        if (isInterpolated) at++;
        if (source[at++] != '"') return null;
        var text = new StringBuilder();
        for (; source[at] != '"'; at++)
        {
            if (source[at] == '\\') text.Append(source[++at]);
            else if (isInterpolated && source[at] == '{' && source[at + 1] == '{') text.Append(source[at++]);
            else if (isInterpolated && source[at] == '{')
            {
                Hole(source, ref at);
                text.Append('\0');
            }
            else text.Append(source[at]);
        }
        at++;
        return text.ToString();
    }

    private static void Hole(string source, ref int at)
    {
        var depth = 1;
        for (at++; depth > 0;)
        {
            var c = source[at];
            if (c == '"' || (c == '$' && source[at + 1] == '"')) Literal(source, ref at);
            else if (c == '\'') at = source.IndexOf('\'', at + (source[at + 1] == '\\' ? 3 : 2)) + 1;
            else
            {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                at++;
            }
        }
        at--;
    }

    private static bool IsChinese(string text) => Chinese().IsMatch(text) || FullWidth().IsMatch(text);

    private static bool HasHan(string text) => Chinese().IsMatch(text);

    private static bool HasWords(string text) => Word().IsMatch(text) && !FileName().IsMatch(text);

    [GeneratedRegex(@"^[\w-]*\.\w+$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"(?:\bnew|\bText|\bSay)\((?=\$?"")")]
    private static partial Regex Opening();

    [GeneratedRegex(@"\G,\s*(?=\$?"")")]
    private static partial Regex Comma();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"[\u3000-\u303F\uFF00-\uFFEF“”]")]
    private static partial Regex FullWidth();

    [GeneratedRegex("“[^”]*”")]
    private static partial Regex Quoted();

    [GeneratedRegex("[A-Za-z]{2}")]
    private static partial Regex Word();

    [GeneratedRegex("^(RC[0-9]{4}|zh-CN)$")]
    private static partial Regex Code();
}
