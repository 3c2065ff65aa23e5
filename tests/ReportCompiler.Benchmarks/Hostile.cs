using System.Diagnostics;
using System.Globalization;
using System.Text;
using ReportCompiler.Fixes;
using ReportCompiler.Sources;

namespace ReportCompiler.Benchmarks;

/// <summary>
/// Data files that repeat one fault without end, each at a size, twice and four times it: the time must grow as the file does. The
/// size is that of the files that once took many seconds.
/// </summary>
internal static class Hostile
{
    private const string Head = "单位: 甲\n年度: 2021\n依申请公开: 无\n复议诉讼: 无\n";

    private static readonly (string Name, int Count, Func<int, string> Text)[] Files =
    [
        ("unknown keys", 20_000, n => $"{Head}主动公开:\n{Lines(n, i => $"  未知{i}: 1\n")}"),
        ("unknown keys in braces", 20_000, n => $"{Head}主动公开: {{{Lines(n, i => $"未知{i}: 1, ")}}}\n"),
        ("misspelt keys", 20_000, n => $"{Head}主动公开:\n{Lines(n, i => $"  行政许{i}: 1\n")}"),
        ("one row under many names", 20_000, n =>
            $"{Head}主动公开:\n{Lines(n, i => $"  未知{i}: 1\n")}{Lines(n, i => $"  {Quotes(i)}行政许可: 1\n")}"),
        ("duplicate keys", 20_000, n => $"{Head}主动公开:\n{Lines(n, i => $"  未知{i}: 1\n")}{Lines(n, i => $"  未知{i}: 1\n")}"),
        ("unknown cells explained", 20_000, n => $"{Head}主动公开: 无\n说明:\n{Lines(n, i => $"  主动公开.未知{i}: 原因\n")}"),
        ("zero-width spaces", 40_000, n => $"{Head}主动公开: 无{Many("\u200B", n)}\n"),
        ("zero-width spaces and figures", 40_000, n => $"{Head}主动公开: {{行政许可: {Many("1\u200B", n)}}}\n"),
        ("full-width entries", 40_000, n => $"{Head}主动公开: {{{Many("b：1，", n)}}}\n"),
        ("commas without a key", 40_000, n => $"{Head}主动公开: {{a: {Many("b，", n)}}}\n"),
        ("brackets never closed", 40_000, n => $"{Head}主动公开: {{{Many("a: ［, ", n)}}}\n"),
        ("quotes never closed", 40_000, n => $"{Head}主动公开: {{{Many("a: \"x\", ", n)}\n"),
        ("colons after an open brace", 40_000, n => $"{Head}主动公开: {{\n{Many("a:b ", n)}\n"),
        ("anchors", 8_000, n => $"{Head}主动公开:\n{Lines(n, i => $"  a{i}: &x{i} 1\n")}"),
        ("aliases", 8_000, n => $"{Head}主动公开: [{Lines(n, i => $"*x{i}, ")}]\n"),
        ("tags", 8_000, n => $"{Head}主动公开:\n{Lines(n, i => $"  a{i}: !!int 1\n")}"),
        ("tabs", 80_000, n => $"{Head}主动公开:{Many("\t", n)}无\n"),
        ("lines indented by tabs", 20_000, n => $"{Head}主动公开:\n{Lines(n, i => $"\ta{i}: 1\n")}"),
        ("open brackets", 80_000, n => $"{Head}主动公开: {Many("[", n)}\n"),
        ("open braces with keys", 40_000, n => $"{Head}主动公开: {Many("{a: ", n)}\n"),
        ("nested by indentation", 1_000, n => $"{Head}主动公开:\n{Lines(n, i => $"{new string(' ', i + 1)}a:\n")}"),
        ("dashes", 40_000, n => $"{Head}主动公开: {Many("- ", n)}\n"),
        ("question marks", 40_000, n => $"{Head}主动公开:\n  {Many("? ", n)}\n"),
        ("characters beyond the first plane", 40_000, n => $"{Head}主动公开: {{{Many("𬭎：1，", n)}}}\n"),
        ("wrong figures", 20_000, n => $"{Head}主动公开: {{{Lines(n, i => $"行政许可{Many(" ", i % 7)}: 1O0, ")}}}\n"),
        ("a long word", 1_000_000, n => $"{Head}主动公开: {{{new string('甲', n)}: 1}}\n"),
        ("a long figure", 1_000_000, n => $"{Head}主动公开: {{行政许可: {new string('1', n)}}}\n"),
        ("plain list", 100_000, n => $"{Head}主动公开: [{Many("a, ", n)}]\n"),
        ("empty lines", 500_000, n => $"{Head}主动公开: 无{Many("\n", n)}"),
        ("remarks", 100_000, n => $"{Head}主动公开: 无\n{Many("# 备注：无\n", n)}"),
    ];

    /// <summary>Prints the milliseconds of every file at its size, twice and four times it; those that grow faster are marked.</summary>
    public static void Run()
    {
        foreach (var (name, count, text) in Files)
        {
            var times = new[] { 1, 2, 4 }.Select(f => (Check: Time(text(count * f), Check), Fix: Time(text(count * f), Fix))).ToList();
            var isLinear = IsLinear(times.Select(t => t.Check)) && IsLinear(times.Select(t => t.Fix));
            var (check, fix) = (Shown(times.Select(t => t.Check)), Shown(times.Select(t => t.Fix)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(isLinear ? ' ' : '!')} {name,-34} check {check}  fix {fix}"));
        }
    }

    // A clock is rough: from half the time on what grows as the file does stays below six times it.
    private static bool IsLinear(IEnumerable<double> times) =>
        times.ToList() is [var once, _, var fourfold] && fourfold < Math.Max(once, 20) * 6;

    private static string Shown(IEnumerable<double> times) => string.Join(' ', times.Select(t => $"{t,8:0}"));

    private static void Check(Source file) => Compiler.CheckFile(file);

    private static void Fix(Source file) => Fixer.Data(file);

    private static double Time(string text, Action<Source> work)
    {
        var source = new Source("a.yaml", Encoding.UTF8.GetBytes(text));
        work(source);
        var watch = Stopwatch.StartNew();
        work(source);
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>Quotes are no part of a name: another writing of the same one for every number.</summary>
    private static string Quotes(int number) =>
        string.Concat(number.ToString("b17", CultureInfo.InvariantCulture).Select(b => b == '0' ? '「' : '」'));

    private static string Many(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(line));
}
