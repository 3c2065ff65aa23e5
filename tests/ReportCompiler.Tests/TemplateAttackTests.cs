using System.Collections.Immutable;
using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>
/// Templates that would hang, fill the memory, end the program or change the data: each ends in an error at its place, with the same
/// place and the same words every time, and little memory.
/// </summary>
public sealed class TemplateAttackTests
{
    private const long MostAllocated = 600 << 20;

    /// <summary>Too much work.</summary>
    public static TheoryData<string> Costly =>
    [
        "{{ func f(n) \n if n > 0 \n f(n - 1) \n f(n - 1) \n end \n end \n f(60) }}",
        "{{ func f(n) \n f(n + 1) \n end \n f(0) }}",
        "{{ f = do \n ret 1 \n end \n while true \n x = f \n end }}",
        "{{ while true }}{{ end }}",
        "{{ while true }}x{{ end }}",
        "{{ while true }}报告很长{{ end }}",
        "{{ for i in 1..1000000000 }}{{ end }}",
        "{{ for i in 1..2000 }}{{ for j in 1..2000 }}{{ end }}{{ end }}",
        "{{ x = (1..1000000000) | array.size }}",
        "{{ x = 1..900000 \n for i in 1..1000 \n y = x | array.size \n end }}",
        "{{ x = 1..900000 \n while true \n y = x | array.reverse \n end }}",
        "{{ x = 1..900000 \n while true \n y = x | array.sort \n end }}",
        "{{ x = 1..900000 \n while true \n y = x | array.join ',' \n end }}",
        "{{ x = [1] * 1900000 \n while true \n y = x == x \n end }}",
        "{{ func c \n ret (1..900000) == (1..900000) \n end \n func f(n) \n c \n if n > 0 " +
            "\n f(n - 1) \n f(n - 1) \n end \n end \n f(20) }}",
        "{{ x = 'a' * 500000 \n y = 'a' * 250000 + 'b' \n while true \n z = x | string.contains y \n end }}",
        "{{ x = 'a' * 500000 \n y = 'a' * 250000 + 'b' \n while true \n z = x | string.index_of y \n end }}",
        "{{ x = 'a' * 500000 \n while true \n z = x | string.upcase \n end }}",
        "{{ x = 'a' * 500000 \n while true \n z = x | string.split '' \n end }}",
        "{{ x = 'a' * 500000 \n while true \n z = x == x \n end }}",
        "{{ x = ['a' * 500000] * 1000 \n while true \n z = x | array.contains ('a' * 499999 + 'b') \n end }}",
        "{{ x = 'a' * 2000000000 }}",
        "{{ x = ['a'] * 2000000000 }}",
        "{{ x = 'a' \n while true \n x = x + x \n end }}",
        "{{ x = [1] \n while true \n x = x + x \n end }}",
        "{{ x = [] \n x[2000000000] = 1 }}",
        "{{ while true \n x = [] \n x[1000000] = 1 \n end }}",
        "{{ x = [] \n for i in 0..1000000 \n x[i] = 'abc' + i \n end }}",
        "{{ x = [] | array.insert_at 2000000000 1 }}",
        "{{ x = {} \n for i in 0..1000000 \n x['k' + i] = i \n end }}",
        "{{ 'a' | string.pad_left 1000000000 }}",
        "{{ 'a' | string.pad_right 1000000000 }}",
        "{{ x = 'a' * 500000 | string.replace 'a' ('b' * 500000) }}",
        "{{ x = 'a' * 500000 | string.replace_first 'a' ('b' * 600000) }}",
        "{{ 1 | math.format 'N999999999' }}",
        "{{ 1 | math.format '0' * 1000000000 }}",
        "{{ 1 | object.format 'D999999999' }}",
        "{{ x = 9 \n while true \n x = x * x \n end }}",
        "{{ 10 | math.round 999999999 }}",
        "{{ 1E777777777 }}",
        "{{ 1E41 }}",
        "{{ x = 7777 + 777777E+777777777 }}",
        "{{ x = 5e-777777777m }}",
        "{{ x = " + new string('7', 100_000) + " }}",
        "{{ 1 << 2000000000 }}",
        "{{ x = '' \n while true \n capture y \n for i in 1..1000 }}报告很长报告很长报告很长报告很长{{ end \n end \n x = y \n end }}",
        "{{ a = [1, 1] \n for i in 1..40 \n a = [a, a] \n end \n x = a | array.join ',' }}",
        "{{ a = [1, 1] \n b = [1, 1] \n for i in 1..40 \n a = [a, a] \n b = [b, b] \n end \n x = a == b }}",
        "{{ a = [1] \n a[0] = a \n x = a == a \n b = [1] \n b[0] = b \n x = a == b }}",
        "{{ a = [1] \n a[0] = a \n a }}",
        "{{ x = 'a' * 500000 | html.escape | html.url_encode }}{{ while true \n y = x | string.append x \n end }}",
        "{{ tablerow i in 1..100000000 }}x{{ end }}",
        "{{ for i in (1..3 | array.each @(do; while true; end; end)) }}{{ end }}",
    ];

    /// <summary>What no parser should follow to its end.</summary>
    public static TheoryData<string, int> Deep => new()
    {
        { "(", 100_000 },
        { "[", 100_000 },
        { "{a:", 100_000 },
        { "!", 100_000 },
        { "- ", 100_000 },
        { "1 + ", 100_000 },
        { "1 | ", 100_000 },
        { "1 ? ", 100_000 },
        { "a.", 100_000 },
        { "a[", 100_000 },
        { "if 1\n", 100_000 },
        { "if 1\nelse ", 60_000 },
        { "for i in [1]\n", 50_000 },
        { "func f\n", 100_000 },
        { "do\n", 100_000 },
        { "capture x\n", 50_000 },
        { "case 1\nwhen 1\n", 50_000 },
        { "$\"{", 100_000 },
        { "wrap x\n", 100_000 },
        { "@", 100_000 },
        { "++", 100_000 },
        { "f f ", 100_000 },
    };

    /// <summary>Ways to give a value to a name of the data.</summary>
    public static TheoryData<string> Writes =>
    [
        "{{ 标题 = '假' }}",
        "{{ 年度 = 1999 }}",
        "{{ 年度 += 1 }}",
        "{{ 年度++ }}",
        "{{ --年度 }}",
        "{{ (年度) = 1 }}",
        "{{ capture 机关 }}假{{ end }}",
        "{{ capture 联系方式.电话 }}110{{ end }}",
        "{{ 联系方式.电话 = '110' }}",
        "{{ 联系方式['电话'] = '110' }}",
        "{{ 联系方式.新 = 1 }}",
        "{{ x = 联系方式 \n x.电话 = '110' }}",
        "{{ x = 联系方式 \n x['电话'] = '110' }}",
        "{{ x = 表单.各表[0].栏[1].行[0].序 \n x[0] = 1 }}",
        "{{ 表单.各表[0].栏[1].行[0].序[0] = 1 }}",
        "{{ 表单.各表[0] = 1 }}",
        "{{ 表单.表.主动公开 = 1 }}",
        "{{ x = 单位 \n x[0] = 1 }}",
        "{{ x = 单位 \n x[5] = 1 }}",
        "{{ x = 单位[0] \n x.名称 = '假' }}",
        "{{ x = 主动公开 \n x.行政许可 = 1 }}",
        "{{ 主动公开.行政许可 = 1 }}",
        "{{ 主动公开.行政许可++ }}",
        "{{ 指标.新 = 1 }}",
        "{{ for 年度 in 1..2 }}{{ end }}",
        "{{ for 主动公开 in 1..2 }}{{ end }}",
        "{{ tablerow 机关 in 1..2 }}{{ end }}",
        "{{ func 机关 \n ret '假' \n end }}",
        "{{ func 机关(x) \n ret '假' \n end }}",
        "{{ func f(机关) \n ret 机关 \n end \n f('假') }}",
        "{{ 机关(x) = '假' }}",
        "{{ f = do(机关) \n ret 机关 \n end \n f('假') }}",
        "{{ this.年度 = 1999 }}",
        "{{ this['年度'] = 1999 }}",
        "{{ x = this \n x.年度 = 1999 }}",
        "{{ import {机关: '假'} }}",
        "{{ x = {机关: '假'} \n import x }}",
        "{{ with {机关: '假'} }}{{ 机关 }}{{ end }}",
        "{{ x = {} \n with x \n 机关 = '假' \n end }}",
        "{{ with 联系方式 }}{{ 电话 = '110' }}{{ end }}",
        "{{ readonly 年度 }}",
        "{{ if true }}{{ for i in 1..2 }}{{ 年度 = i }}{{ end }}{{ end }}",
        "{{ x = 1 ? (年度 = 2) : 3 }}",
        "{{ [年度 = 2] }}",
        "{{ x = {a: (年度 = 2)} }}",
        "{{ x = 1 | math.plus (年度 = 2) }}",
        "{{ 单位 | array.clear }}",
        "{{ x = 表单.各表 | array.remove_at 0 \n 表单.各表.size = 0 }}",
        "{{ 上年 = {年度: 1} }}",
        "{{ 发布日期 ?= '2000年1月1日' }}",
    ];

    /// <summary>What does not follow from the input.</summary>
    public static TheoryData<string> Chances =>
    [
        "{{ date.now }}", "{{ date.now.year }}", "{{ math.uuid }}", "{{ math.random 1 10 }}",
        "{{ object.eval '1' }}", "{{ '1' | object.eval_template }}", "{{ timespan.from_days 1 }}",
        "{{ '[1]' | object.from_json }}", "{{ 年度 | object.to_json }}", "{{ 'aaaa' | regex.match '(a+)+b' }}",
        "{{ '<<<<' | html.strip }}", "{{ include_join ['a'] ',' }}", "{{ 机关.GetType }}", "{{ 单位.GetType }}", "{{ 单位[0].figures }}",
        "{{ include '../reportc.yaml' }}", "{{ include '/etc/passwd' }}", "{{ builtins }}", "{{ environment }}",
    ];

    [Theory]
    [MemberData(nameof(Costly))]
    [MemberData(nameof(Writes))]
    [MemberData(nameof(Chances))]
    public void Ends_in_an_error_at_its_place(string code)
    {
        foreach (var isTemplate in (bool[])[false, true])
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var first = Errors(code, isTemplate);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            var error = Assert.Single(first);
            Assert.Equal(isTemplate ? "templates/report.md" : "narrative/2021.md", error.Location?.File);
            Assert.InRange(allocated, 0, MostAllocated);
            var again = Assert.Single(Errors(code, isTemplate));
            Assert.Equal((error.Message, error.Help, error.Location!.Span), (again.Message, again.Help, again.Location!.Span));
        }
    }

    [Theory]
    [MemberData(nameof(Deep))]
    public void Depth_ends_in_an_error(string part, int times)
    {
        var deep = string.Concat(Enumerable.Repeat(part, times));
        var tags = string.Concat(Enumerable.Repeat($"{{{{ {part} }}}}", times / 2));
        foreach (var code in (string[])[$"{{{{ {deep}", $"{{{{ {deep} 1 }}}}", tags])
        {
            Assert.NotEmpty(Errors(code, isTemplate: false));
            Assert.NotEmpty(Errors(code, isTemplate: true));
        }
    }

    [Fact]
    public void A_narrative_beyond_a_size_is_not_read()
    {
        Assert.Equal("RC1002", Assert.Single(Errors(new string('好', 20 << 20), isTemplate: false)).Rule.Code);
        Assert.Equal("RC1002", Assert.Single(Errors(string.Concat(Enumerable.Repeat("{{ 1 }}\n", 2_000_000)), isTemplate: true)).Rule.Code);
    }

    /// <summary>The errors of a report with this narrative, or with this template for report.md.</summary>
    private static ImmutableArray<Diagnostic> Errors(string code, bool isTemplate)
    {
        const int Year = 2021;
        var findings = new Findings();
        var templates = Templates.With(findings, isTemplate ? [Source("templates/report.md", code)] : []);
        if (templates is null) return [.. findings.All];
        var data = Source("data/2021/a.yaml", InMemory.Empty("甲局", Year));
        var narrative = Source("narrative/2021.md", isTemplate ? "## 一、总体情况\n\n好。\n" : "## 一、总体情况\n\n" + code);
        var project = InMemory.Project("机关: 甲县\n联系方式: {单位: 甲县, 地址: 路, 邮编: \"830000\", 电话: \"12\"}\n");
        var compiler = new Compiler(project, y => y == Year ? new YearSources(y, [data], narrative) : null, templates);
        return [.. compiler.Compile(Year, ReportFormats.Named("md"), draft: false).Diagnostics.Where(d => d.Severity == Severity.Error)];
    }

    private static Source Source(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
