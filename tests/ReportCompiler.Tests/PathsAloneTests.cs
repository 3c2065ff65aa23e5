using CsCheck;
using ReportCompiler.Projects;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>
/// What is printed of a narrative without the template library is what the library prints, each character of the same origin.
/// </summary>
public sealed class PathsAloneTests
{
    private static readonly NamedValues Data = new(
        ("年度", 2021),
        ("机关", "甲市人民政府"),
        ("空", ""),
        ("两行", "一\n二"),
        ("无", null),
        ("对", true),
        ("列", new Items([1m, 2m])),
        ("费", new Amount(10.590m)),
        ("a", 7),
        ("依申请公开", new NamedValues(
            ("总计", 1234567m), ("零", 0m), ("分", 0.50m), ("负", -3m), ("费", new Amount(12345.6789m)), ("无", null), ("if", 5m),
            ("甲1_b", 6m),
            ("本年新收", new NamedValues(("总计", 12m))))));

    private static readonly string[] Paths =
    [
        "{{年度}}", "{{ 机关 }}", "{{  依申请公开.总计 }}", "{{ 依申请公开.零}}", "{{ 依申请公开.分 }}", "{{ 依申请公开.负 }}",
        "{{ 空 }}", "{{ 费 }}",
        "{{ 依申请公开.费 }}", "{{ 依申请公开.甲1_b }}", "{{ 依申请公开.本年新收.总计 }}",
    ];

    private static readonly string[] Others =
    [
        "{{ 两行 }}", "{{ 无 }}", "{{ 对 }}", "{{ 列 }}", "{{ a }}", "{{ 依申请公开 }}", "{{ 依申请公开.无 }}", "{{ 依申请公开.if }}",
        "{{ 依申请公开.没有 }}", "{{ 没有 }}", "{{ 年度.甲 }}", "{{ 机关.甲 }}", "{{ 列.size }}", "{{- 年度 }}", "{{ 年度 -}}",
        "{{~ 年度 ~}}",
        "{{ 年度 + 1 }}", "{{ 依申请公开 .总计 }}", "{{ 依申请公开. 总计 }}", "{{ 依申请公开?.总计 }}",
        "{{ 依申请公开['总计'] }}", "{{ 年度; 机关 }}",
        "{{ 年度\n}}", "{{\t年度 }}", "{{ if 年度 }}", "{{ end }}", "{{ 年度 # 说明 }}", "{{ ## 年度 ## }}", "{{ }}", "{{", "{%{",
        "{{{ 年度 }}}",
        "{{ 年度 机关 }}", "{{ 年度 | string.upcase }}", "{{ 年度 = 1 }}", "{{ '年度' }}", "{{ 1 }}", "{{ _ }}", "{{ 年度. }}",
        "{{ .年度 }}", "{{ 𬭎 }}",
    ];

    private static readonly string[] Raw = ["全年", "件。\n", "\n\n", "  ", "}}", "}", "{", "\\", "#", "| ", "\0", "{%", "}%}",
        "\n  ", "\r\n"];

    [Fact]
    public void Paths_are_printed() => Assert.All(Paths, path => Assert.True(IsPrinted($"一{path}二\n{path}{path}")));

    [Fact]
    public void Whatever_is_more_is_left_to_the_library() => Assert.All(Others, other => Assert.False(IsPrinted($"一{other}二\n")));

    [Fact]
    public void A_long_text_is_left_to_the_library() => Assert.False(IsPrinted("{{ 年度 }}" + new string('一', 1 << 16)));

    [Fact]
    public void Whatever_is_printed_the_library_prints_the_same()
    {
        string[] pieces = [.. Paths, .. Paths, .. Paths, .. Raw, .. Raw, .. Raw, .. Others];
        Gen.Int[0, pieces.Length - 1].Array[1, 8].Sample(taken =>
        {
            IsPrinted(string.Concat(taken.Select(i => pieces[i])));
        }, iter: 20_000);
    }

    /// <summary>Whether a text is printed without the library.</summary>
    private static bool IsPrinted(string text)
    {
        var source = new SourceText("narrative/2021.md", text);
        var any = false;
        foreach (var style in (PrintStyle[])[new(BlankZeros: false, Decimals: null), new(BlankZeros: true, Decimals: 2)])
        {
            if (PathsAlone.Print(source, Data, style)?.Rendered() is not { } printed) continue;
            any = true;
            var library = Script.Line(Templates.BuiltIn, source, Data, style)?.Rendered();
            Assert.NotNull(library);
            Assert.Equal(library.Text, printed.Text);
            for (var i = 0; i < printed.Text.Length; i++)
            {
                Assert.Equal(library.Origin(i), printed.Origin(i));
                Assert.Equal(library.Place(i, 1), printed.Place(i, 1));
            }
        }
        return any;
    }
}
