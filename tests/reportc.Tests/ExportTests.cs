using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Reportc.Files;
using Xunit;

namespace Reportc.Tests;

/// <summary><c>export</c>.</summary>
public sealed class ExportTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static Workbench Bench() => Workbench.WithProject().AddYear(2020)
        .Write("reportc.yaml", "机关: 某县人民政府\n单位: [\"甲,\\\"局\"]\n指标:\n  - {键: 条数, 名称: 信息, 计量: 条}\n")
        .Write("data/2021/甲.yaml", Workbench.Sound.Replace("甲局", "'甲,\"局'", StringComparison.Ordinal)
            .Replace("主动公开: 无", "主动公开:\n  行政许可: 12\n  行政事业性收费: 0.50", StringComparison.Ordinal) + "指标: {条数: 7}\n")
        .Write("data/2020/甲.yaml", Workbench.Sound.Replace("甲局", "'甲,\"局'", StringComparison.Ordinal)
            .Replace("年度: 2021", "年度: 2020", StringComparison.Ordinal).Replace("自然人: 2", "自然人: 3", StringComparison.Ordinal)
            .Replace("结转下年度: {自然人: 1}", "结转下年度: 无", StringComparison.Ordinal));

    [Fact]
    public void Csv_has_a_row_for_every_figure()
    {
        using var bench = Bench();

        var run = bench.Run("export");

        Assert.Equal((0, ""), (run.Status, run.Error));
        var lines = run.Out.Split("\r\n");
        Assert.Equal("year,unit,table,cell,label,gloss,value,state,counted_in,file,line,doubt,level", lines[0]);
        const string Unit = "2021,\"甲,\"\"局\",主动公开";
        Assert.Equal("", lines[^1]);
        Assert.DoesNotContain('\n', string.Concat(lines));
        Assert.Contains(
            $"{Unit},主动公开.行政许可,行政许可 本年处理决定数量,\"proactive disclosure, licences\",12,number,件,data/2021/甲.yaml,4,,unit",
            lines);
        Assert.Contains($"{Unit},主动公开.行政事业性收费,行政事业性收费 本年收费金额（单位：万元）,"
            + "\"proactive disclosure, administrative fees\",0.5,number,万元,data/2021/甲.yaml,5,,unit", lines);
        Assert.Contains(lines, l => l.Contains(",主动公开.行政处罚,", StringComparison.Ordinal)
            && l.Contains(",,absent,", StringComparison.Ordinal) && l.EndsWith("甲.yaml,,,unit", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains(",依申请公开.上年结转.自然人,", StringComparison.Ordinal)
            && l.Contains(",0,none,", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains(",依申请公开.本年新收.总计,", StringComparison.Ordinal)
            && l.Contains(",3,derived,", StringComparison.Ordinal));
        Assert.Contains("""2021,"甲,""局",指标,指标.条数,信息,,7,number,条,data/2021/甲.yaml,14,,unit""", lines);
        const string Total = "2021,某县人民政府,依申请公开,依申请公开.本年新收.总计,";
        Assert.Contains(lines, l => l.StartsWith(Total, StringComparison.Ordinal)
            && l.EndsWith(",3,derived,件,,,,authority", StringComparison.Ordinal));
        Assert.Contains("2021,某县人民政府,指标,指标.条数,信息,,7,derived,条,,,,authority", lines);
        var rows = ReportCompiler.Forms.Editions.OfForm.For(2021)!.Cells.Length + 1;
        Assert.Equal((2 * rows) + 2, lines.Length);
        var units = bench.Run("export", "--no-totals").Out.Split("\r\n");
        Assert.Equal(rows + 2, units.Length);
        Assert.All(units[1..^1], l => Assert.EndsWith(",unit", l, StringComparison.Ordinal));
    }

    [Fact]
    public void Figures_of_a_faulty_year_say_so_in_every_format()
    {
        using var bench = Bench();
        bench.Write("data/2021/乙.yaml", "单位: 甲,\"局\n");

        var csv = bench.Run("export", "--all").Out.Split("\r\n")[1..^1];
        using var json = JsonDocument.Parse(bench.Run("export", "--format", "json").Out);
        bench.Run("export", "--all", "--format", "xlsx", "-o", "a.xlsx");

        Assert.All(csv, l => Assert.Equal(l.StartsWith("2021", StringComparison.Ordinal),
            l.Contains(",incomplete,", StringComparison.Ordinal)));
        Assert.All(json.RootElement.GetProperty("figures").EnumerateArray(),
            f => Assert.Equal("incomplete", f.GetProperty("doubt").GetString()));
        using var book = ZipFile.OpenRead(bench.Full("a.xlsx"));
        var texts = Texts(book);
        Assert.Equal(3, Part(book, "xl/worksheets/sheet4.xml").Descendants(Main + "c").Count(c => TextOf(c, texts) is
            "2021 年的数据不全或有误，数字可能会变" or "不全或有误"));
        Assert.Contains(Part(book, "xl/worksheets/sheet5.xml").Descendants(Main + "c"),
            c => TextOf(c, texts) == "2021 年的数据不全或有误，数字可能会变");
        Assert.DoesNotContain(Part(book, "xl/worksheets/sheet1.xml").Descendants(Main + "c"),
            c => TextOf(c, texts).Contains("不全", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("csv", 1000)]
    [InlineData("json", 1 << 14)]
    public void Text_is_written_piece_by_piece(string format, int most)
    {
        using var bench = Bench();
        using var writes = new Writes();

        bench.RunWith(h => h with { Out = writes }, "export", "--all", "--format", format);

        Assert.InRange(writes.Longest, 1, most);
    }

    /// <summary>A file as long as many units make it is written beside its place as it comes, and moved there when it is whole.</summary>
    [Fact]
    public void A_file_is_written_piece_by_piece_too_and_only_if_it_differs()
    {
        using var bench = Bench();
        foreach (var format in (string[])["csv", "json"])
        {
            var shown = bench.Run("export", "--all", "--format", format).Out;
            bench.Run("export", "--all", "--format", format, "-o", "f");
            Assert.Equal(shown, bench.Read("f"));
            File.SetLastWriteTimeUtc(bench.Full("f"), DateTime.UnixEpoch);
            bench.Run("export", "--all", "--format", format, "-o", "f");
            Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(bench.Full("f")));
            // One sign is another, the length is the same.
            bench.Write("f", shown[..^3] + "?" + shown[^2..]);
            bench.Run("export", "--all", "--format", format, "-o", "f");
            Assert.Equal(shown, bench.Read("f"));
            File.Delete(bench.Full("f"));
        }
        Assert.DoesNotContain(bench.Files(), f => f.Contains("reportc-new", StringComparison.Ordinal));
    }

    [Fact]
    public void What_fails_on_the_way_leaves_the_old_file_and_nothing_beside_it()
    {
        using var bench = new Workbench().Write("f", "old");

        Assert.Throws<InvalidOperationException>(() => DiskWriter.Replace(bench.Full("f"), to =>
        {
            to.Write(new byte[100_000]);
            throw new InvalidOperationException();
        }));

        Assert.Equal(["f"], bench.Files());
        Assert.Equal("old", bench.Read("f"));
    }

    /// <summary>Notes the longest text written at once.</summary>
    private sealed class Writes() : StringWriter(System.Globalization.CultureInfo.InvariantCulture)
    {
        public int Longest { get; private set; }

        public override void Write(string? value) => Longest = Math.Max(Longest, value?.Length ?? 0);

        public override void Write(char[] buffer, int index, int count) => Longest = Math.Max(Longest, count);
    }

    [Fact]
    public void Json_has_the_same_rows()
    {
        using var bench = Bench();

        using var json = JsonDocument.Parse(bench.Run("export", "--all", "--format", "json").Out);

        var figures = json.RootElement.GetProperty("figures").EnumerateArray().ToList();
        Assert.Equal([2020, 2021], figures.Select(f => f.GetProperty("year").GetInt32()).Distinct());
        Assert.Equal(["year", "unit", "table", "cell", "label", "gloss", "value", "state", "counted_in", "file", "line", "doubt",
            "level"],
            figures[0]
            .EnumerateObject().Select(p => p.Name));
        Assert.Equal(bench.Run("export", "--all").Out.Split("\r\n").Length - 2, figures.Count);
        Assert.Equal(["12", "12"], figures.Where(f =>
            f.GetProperty("cell").GetString() == "主动公开.行政许可" && f.GetProperty("year").GetInt32() == 2021)
            .Select(f => f.GetProperty("value").GetString()));
    }

    [Fact]
    public void A_file_or_a_folder_may_be_named()
    {
        using var bench = Bench();

        Assert.Equal("a/b.csv\n", bench.Run("export", "--bom", "-o", "a/b.csv").Out);
        Assert.Equal("a/figures.json\n", bench.Run("export", "--format", "json", "-o", "a").Out);
        Assert.Equal("new/figures.csv\n", bench.Run("export", "-o", "new/").Out);

        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'y'], File.ReadAllBytes(bench.Full("a/b.csv"))[..4]);
        Assert.Equal(bench.Run("export", "-o", "-").Out, bench.Read("new/figures.csv"));
    }

    [Fact]
    public void The_ending_of_the_file_says_the_format_and_quiet_says_nothing()
    {
        using var bench = Bench();

        Assert.Equal("f.XLSX\n", bench.Run("export", "-o", "f.XLSX").Out);
        Assert.Equal("", bench.Run("export", "-o", "f.json", "-q").Out);

        ZipFile.OpenRead(bench.Full("f.XLSX")).Dispose();
        Assert.Equal(bench.Run("export", "--format", "json").Out, bench.Read("f.json"));
    }

    [Fact]
    public void That_figures_may_change_is_said_with_the_number_of_errors_and_a_command_that_shows_them()
    {
        using var bench = new Workbench().AddProject(Workbench.Broken, "a b");
        using var one = new Workbench().AddProject(
            Workbench.Sound.Replace("主动公开: 无", "主动公开: {行政许可: 待填}", StringComparison.Ordinal));

        var errors = bench.Run("check", "2021", "-p", "a b", "--format", "json").Out;
        using var json = JsonDocument.Parse(errors);
        var number = json.RootElement.GetProperty("summary").GetProperty("errors").GetInt32();
        Assert.Equal($"注意：2021 年的数据有 {number} 个错误，数字可能会变；运行 reportc check 2021 -p \"a b\" 查看\n",
            bench.Run("export", "-p", "a b").Error);
        Assert.Equal("note: the data of 2021 have 1 error and figures may change; run reportc check 2021\n",
            one.Run("export", "--lang", "en").Error);
    }

    /// <summary>The units in rows, the forms as printed, all figures: with heads in Chinese, and widths, so that it can be read.</summary>
    [Fact]
    public void The_workbook_is_what_an_office_uses()
    {
        using var bench = Bench();

        Assert.Equal((0, "f.xlsx\n"),
            (bench.Run("export", "--all", "--format", "xlsx", "-o", "f.xlsx") is var run ? (run.Status, run.Out) : default));

        using var zip = ZipFile.OpenRead(bench.Full("f.xlsx"));
        var texts = Texts(zip);
        Assert.Equal(
            ["2020 汇总", "2020 某县人民政府", "2020 甲,\"局", "2021 汇总", "2021 某县人民政府", "2021 甲,\"局", "数据"],
            Part(zip, "xl/workbook.xml").Descendants(Main + "sheet").Select(s => s.Attribute("name")!.Value));
        var summary = Rows(Part(zip, "xl/worksheets/sheet4.xml"), texts);
        Assert.Equal("某县人民政府2021年政府信息公开数据汇总表", summary[0][0]);
        Assert.Equal(["单位", "现行有效规范性文件", "行政许可"], summary[1].Take(3));
        Assert.Equal(["甲,\"局", "0", "12"], summary[2].Take(3));
        Assert.Equal(["合计", "0", "12"], summary[3].Take(3));
        var form = Part(zip, "xl/worksheets/sheet5.xml");
        Assert.Contains(Rows(form, texts), r => r.Where(c => c.Length > 0).SequenceEqual(
            ["一、本年新收政府信息公开申请数量", "3", "0", "0", "0", "0", "0", "3"]));
        Assert.NotEmpty(form.Descendants(Main + "cols"));
        var data = Rows(Part(zip, "xl/worksheets/sheet7.xml"), texts);
        Assert.Equal(["年度", "单位", "表", "指标路径", "名称", "数值", "状态", "计量", "文件", "行", "备注", "级别"], data[0]);
        Assert.Equal(bench.Run("export", "--all").Out.Split("\r\n").Length - 1, data.Count);
        Assert.All(zip.Entries.Where(e => e.FullName.Contains("worksheets/sheet", StringComparison.Ordinal)),
            e => NoOverlap(Part(zip, e.FullName)));
    }

    [Fact]
    public void A_unit_that_has_not_filed_is_in_the_summary_and_marked()
    {
        using var bench = Workbench.WithProject().Write("reportc.yaml", "机关: 某县人民政府\n单位: [乙局, 甲局]\n");
        bench.Run("export", "--format", "xlsx", "-o", "f.xlsx");

        using var zip = ZipFile.OpenRead(bench.Full("f.xlsx"));
        var summary = Rows(Part(zip, "xl/worksheets/sheet1.xml"), Texts(zip));
        Assert.Equal(["乙局", "甲局", "合计"], summary.TakeLast(3).Select(r => r[0]));
        Assert.Equal(["未报", "", "不全或有误"], summary.TakeLast(3).Select(r => r[^1]));
    }

    [Fact]
    public void The_same_figures_give_the_same_bytes()
    {
        using var bench = Bench();
        bench.Run("export", "--format", "xlsx", "-o", "a.xlsx");
        bench.Run("export", "--format", "xlsx", "-o", "b.xlsx", "--lang", "en");

        Assert.Equal(File.ReadAllBytes(bench.Full("a.xlsx")), File.ReadAllBytes(bench.Full("b.xlsx")));
        using var zip = ZipFile.OpenRead(bench.Full("a.xlsx"));
        Assert.All(zip.Entries, e => Assert.Equal(new DateTime(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), e.LastWriteTime.DateTime));
        Assert.All(zip.Entries, e => Assert.True(e.CompressedLength < e.Length, e.FullName));
    }

    /// <summary>A row lost at the end of a sheet would be missing in every sum: nothing is written.</summary>
    [Fact]
    public void More_figures_than_a_sheet_has_rows_are_refused()
    {
        using var bench = Bench();
        bench.Write("reportc.yaml", "机关: 某县人民政府\n");
        for (var i = 0; i < 2_650; i++)
            foreach (var year in (int[])[2020, 2021])
                bench.Write($"data/{Number(year)}/{Number(i)}.yaml", $"单位: 第{Number(i)}局\n年度: {Number(year)}\n主动公开: 无\n");

        var all = bench.Run("export", "--all", "--format", "xlsx", "-o", "f.xlsx");

        Assert.Equal((2, ""), (all.Status, all.Out));
        Assert.Contains("最多 1048575 行", all.Error, StringComparison.Ordinal);
        Assert.Contains("分几次导出", all.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("f.xlsx", bench.Files());

        static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("xlsx 要写入文件\n = 改法：加上 -o figures.xlsx", "--format", "xlsx")]
    [InlineData("--all 与具体年份只能写一样\n = 改法：写 --all，或写 2021", "2021", "--all")]
    [InlineData("f.xlsx 的结尾是 .xlsx，而 --format 是 csv\n = 改法：文件名写成 f.csv，或写 --format xlsx",
        "--format", "csv", "-o", "f.xlsx")]
    [InlineData("选项“-o”后面缺少值，紧接着的是选项“--all”", "-o", "--all")]
    [InlineData("不写入 reportc.yaml：它是项目自己的文件", "-o", "reportc.yaml")]
    [InlineData("不写入 data/2021/甲.yaml：它是项目自己的文件", "-o", "data/2021/甲.yaml")]
    [InlineData("xlsx 要写入文件", "--format", "xlsx", "-o", "-")]
    [InlineData("--bom 只用于 csv", "--format", "json", "--bom", "--lang", "zh")]
    [InlineData("没有 1999 年的数据", "1999")]
    [InlineData("选项“-o”后面是空的", "-o", "")]
    public void Wrong_words_are_refused(string answer, params string[] words)
    {
        using var bench = Bench();

        var before = bench.Files().ToDictionary(f => f, bench.Read, StringComparer.Ordinal);
        var run = bench.Run(["export", .. words]);

        Assert.Equal(2, run.Status);
        Assert.Contains(answer, run.Out + run.Error, StringComparison.Ordinal);
        Assert.Equal(before, bench.Files().ToDictionary(f => f, bench.Read, StringComparer.Ordinal));
    }

    private static XDocument Part(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        return XDocument.Load(stream);
    }

    private static List<string> Texts(ZipArchive zip) =>
        [.. Part(zip, "xl/sharedStrings.xml").Descendants(Main + "si").Select(s => s.Value)];

    private static string TextOf(XElement cell, List<string> texts) => cell.Attribute("t")?.Value == "s"
        ? texts[int.Parse(cell.Value, System.Globalization.CultureInfo.InvariantCulture)] : cell.Value;

    private static List<List<string>> Rows(XDocument sheet, List<string> texts) =>
        [.. sheet.Descendants(Main + "row").Select(r => r.Elements(Main + "c").Select(c => TextOf(c, texts)).ToList())];

    /// <summary>A spreadsheet calls a file damaged whose merged cells overlap.</summary>
    private static void NoOverlap(XDocument sheet)
    {
        var covered = sheet.Descendants(Main + "mergeCell").SelectMany(m => Places(m.Attribute("ref")!.Value)).ToList();
        Assert.Equal(covered.Count, covered.Distinct().Count());
    }

    private static IEnumerable<(int Row, int Column)> Places(string range)
    {
        var (from, to) = range.Split(':') is [var a, var b] ? (Place(a), Place(b)) : default;
        for (var row = from.Row; row <= to.Row; row++)
            for (var column = from.Column; column <= to.Column; column++) yield return (row, column);
    }

    private static (int Row, int Column) Place(string name) =>
        (int.Parse(name.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), System.Globalization.CultureInfo.InvariantCulture),
            name.TakeWhile(char.IsAsciiLetter).Aggregate(0, (n, c) => (n * 26) + c - 'A'));
}
