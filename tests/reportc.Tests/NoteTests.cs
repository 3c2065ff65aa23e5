using System.IO.Compression;
using Xunit;

namespace Reportc.Tests;

/// <summary>The note that a unit is sent: its own findings, what is wrong, where, and what it probably should be.</summary>
public sealed class NoteTests
{
    private const string Faulty = """
        单位: 乙局
        年度: 2021
        主动公开: {行政许可: 12件}
        依申请公开: 无
        复议诉讼: 无

        """;

    private static Workbench Bench() => Workbench.WithProject(Workbench.Broken).Write("data/2021/乙.yaml", Faulty)
        .Write("reportc.yaml", "机关: 某县人民政府\n联系方式: {地址: 某路1号, 邮编: \"830000\", 电话: \"1234567\"}\n"
            + "单位: [甲局, 乙局, 丙局]\n");

    [Fact]
    public void A_note_says_what_is_wrong_where_and_what_it_should_be()
    {
        using var bench = Bench();

        var run = bench.Run("check", "--unit", "甲局", "--format", "note");

        Assert.Equal(1, run.Status);
        Assert.StartsWith("甲局：2021 年报送的数据\n必须改正：1 处\n最可能的是：", run.Out, StringComparison.Ordinal);
        Assert.Contains("\n1. ", run.Out, StringComparison.Ordinal);
        Assert.Contains("\n   位置：依申请公开 → 办理结果 → 总计 → 自然人\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("\n   文件：data/2021/甲.yaml 第 ", run.Out, StringComparison.Ordinal);
        Assert.Contains("\n   改法：", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("请说明原因。\n\n某县人民政府\n地址：某路1号；邮编：830000；电话：1234567\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("乙局", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_unit_has_its_own_and_one_that_has_not_filed_too()
    {
        using var bench = Bench();

        var titles = bench.Run("check", "--format", "note").Out.Split('\n')
            .Where(l => l.Contains("年报送的数据", StringComparison.Ordinal));

        Assert.Equal(["丙局：2021 年报送的数据", "乙局：2021 年报送的数据", "甲局：2021 年报送的数据"], titles);
    }

    [Fact]
    public void For_Word_it_is_a_file()
    {
        using var bench = Bench();

        var run = bench.Run("check", "--unit", "乙局", "--format", "note-docx", "-o", "通知.docx");

        Assert.Equal((1, "通知.docx\n"), (run.Status, run.Out));
        using var zip = ZipFile.OpenRead(bench.Full("通知.docx"));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        var text = reader.ReadToEnd();
        Assert.Contains("乙局：2021 年报送的数据", text, StringComparison.Ordinal);
        Assert.Contains("12件", text, StringComparison.Ordinal);
        Assert.DoesNotContain("甲局", text, StringComparison.Ordinal);

        var without = bench.Run("check", "--format", "note-docx");
        Assert.Equal((2, ""), (without.Status, without.Out));
        Assert.Contains("用 -o 写文件名", without.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_signed_by_the_office_with_the_date_that_is_given()
    {
        using var bench = Bench();

        Assert.EndsWith("电话：1234567\n2022年2月10日\n",
            bench.Run("check", "--unit", "甲局", "--format", "note", "--date", "2022-02-10").Out, StringComparison.Ordinal);
        Assert.EndsWith("say why.\n\n某县人民政府\naddress: 某路1号; post code: 830000; telephone: 1234567\n2022-02-10\n",
            bench.Run("check", "--unit", "甲局", "--format", "note", "--date", "2022-02-10", "--lang", "en").Out, StringComparison.Ordinal);
        bench.Run("check", "data/2021/甲.yaml", "--format", "note-docx", "--date", "2022-02-10", "-o", "a.docx");
        using (var zip = ZipFile.OpenRead(bench.Full("a.docx")))
        using (var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open()))
        {
            var text = reader.ReadToEnd();
            Assert.Contains("某县人民政府", text, StringComparison.Ordinal);
            Assert.Contains("2022年2月10日", text, StringComparison.Ordinal);
        }
        bench.Write("reportc.yaml", "机关: 某县人民政府\n联系方式: {单位: 县政务公开办, 电话: \"1234567\"}\n单位: [甲局, 乙局, 丙局]\n");
        Assert.EndsWith("请说明原因。\n\n县政务公开办\n电话：1234567\n", bench.Run("check", "--unit", "甲局", "--format", "note").Out,
            StringComparison.Ordinal);

        Assert.Equal(2, bench.Run("check", "--date", "2022-02-10").Status);
        Assert.Contains("--date 后面不是日期：“10.2.2022”", bench.Run("check", "--format", "note", "--date", "10.2.2022").Error,
            StringComparison.Ordinal);
    }

    /// <summary>A unit knows the cells of the form it filled in, not the lines of a file that the office made of it.</summary>
    [Fact]
    public void What_came_as_a_form_is_cited_by_the_cells_of_the_form()
    {
        using var bench = Bench();
        File.Delete(bench.Full("data/2021/乙.yaml"));
        bench.Run("new", "2021", "乙局", "--format", "xlsx");
        (string Sheet, string Cell) received, total;
        using (var form = new FilledForm(File.ReadAllBytes(bench.Full("data/2021/乙局.xlsx"))))
        {
            foreach (var path in form.Kinds.Where(k => k.Value == "输入").Select(k => k.Key)) form.Type(path, "0");
            form.Type("依申请公开.本年新收.自然人", "5").Type("依申请公开.办理结果.予以公开.自然人", "3");
            (received, total) = (form.PlaceOf("依申请公开.本年新收.自然人"), form.PlaceOf("依申请公开.办理结果.总计.自然人"));
            File.WriteAllBytes(bench.Full("data/2021/乙局（盖章）.xlsx"), form.Saved());
        }
        File.Delete(bench.Full("data/2021/乙局.xlsx"));
        Assert.Equal(0, bench.Run("import", "data/2021/乙局（盖章）.xlsx").Status);

        var note = bench.Run("check", "--unit", "乙局", "--format", "note").Out;
        Assert.Contains($"\n   表格：乙局（盖章）.xlsx，工作表“{total.Sheet}”的 {total.Cell} 格\n", note, StringComparison.Ordinal);
        Assert.Contains($"），见工作表“{received.Sheet}”的 {received.Cell} 格\n", note, StringComparison.Ordinal);
        Assert.DoesNotContain(".yaml", note, StringComparison.Ordinal);
        Assert.Contains($"\n   Form: 乙局（盖章）.xlsx, cell {total.Cell} of the sheet “{total.Sheet}”\n",
            bench.Run("check", "--unit", "乙局", "--format", "note", "--lang", "en").Out, StringComparison.Ordinal);

        // Where the office has changed the figure itself the form no longer says what is wrong.
        var data = bench.Read("data/2021/乙局.yaml");
        bench.Write("data/2021/乙局.yaml", data.Replace("自然人: 5", "自然人: 4", StringComparison.Ordinal));
        note = bench.Run("check", "--unit", "乙局", "--format", "note").Out;
        Assert.DoesNotContain($"“{received.Sheet}”的 {received.Cell} 格", note, StringComparison.Ordinal);
        Assert.Contains($"，工作表“{total.Sheet}”的 {total.Cell} 格\n", note, StringComparison.Ordinal);

        // Without the form there is the line of the data file, and the name of the form.
        File.Delete(bench.Full("data/2021/乙局（盖章）.xlsx"));
        Assert.Matches("\n   文件：data/2021/乙局.yaml 第 [0-9]+ 行，读自 乙局（盖章）.xlsx\n",
            bench.Run("check", "--unit", "乙局", "--format", "note").Out);
    }

    /// <summary>A form that is half filled in has more blank cells than anybody reads one by one.</summary>
    [Fact]
    public void What_is_not_filled_in_is_told_together()
    {
        using var bench = Bench();
        File.Delete(bench.Full("data/2021/乙.yaml"));
        bench.Run("new", "2021", "乙局", "--format", "xlsx");
        using (var form = new FilledForm(File.ReadAllBytes(bench.Full("data/2021/乙局.xlsx"))))
            File.WriteAllBytes(bench.Full("data/2021/乙局.xlsx"), form.Type("主动公开.行政许可", "1").Saved());
        bench.Run("import", "data/2021/乙局.xlsx");

        var note = bench.Run("check", "--unit", "乙局", "--format", "note").Out;

        Assert.Matches("\n1. 还有 [0-9]+ 格没有填\n   乙局.xlsx，工作表“主动公开”：C7、D7、E7、", note);
        Assert.Matches("\n   乙局.xlsx，工作表“依申请公开”：[A-Z0-9、]+ 等 [0-9]+ 格\n", note);
        Assert.DoesNotContain("\n2. ", note, StringComparison.Ordinal);
        Assert.Matches("\n1. [0-9]+ cells are not filled in\n   乙局.xlsx, sheet “主动公开”: C7, D7, ",
            bench.Run("check", "--unit", "乙局", "--format", "note", "--lang", "en").Out);
    }

    /// <summary>What a data file calls its form is read within the project alone.</summary>
    [Fact]
    public void A_form_outside_the_project_is_not_looked_for()
    {
        using var bench = new Workbench().AddProject(Workbench.Broken.Insert(0, "# 读自“../乙局.xlsx”\n"), "in");
        bench.Run("new", "2021", "甲局", "--format", "xlsx", "-p", "in");
        File.Move(bench.Full("in/data/2021/甲局.xlsx"), bench.Full("乙局.xlsx"));

        Assert.Matches("\n   文件：in/data/2021/甲.yaml 第 [0-9]+ 行，读自 乙局.xlsx\n",
            bench.Run("check", "-p", "in", "--format", "note").Out);
    }

    [Fact]
    public void Where_nothing_is_wrong_it_says_so()
    {
        using var bench = Workbench.WithProject();

        var run = bench.Run("check", "--unit", "甲局", "--format", "note");

        Assert.Equal(0, run.Status);
        Assert.Contains("没有发现问题", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_findings_of_other_units_are_left_out_of_every_format()
    {
        using var bench = Bench();

        var all = bench.Run("check").Out;
        var one = bench.Run("check", "--unit", "丙局");

        Assert.Contains("甲局", all, StringComparison.Ordinal);
        Assert.Equal(1, one.Status);
        Assert.Contains("“丙局”", one.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("甲.yaml", one.Out, StringComparison.Ordinal);
        Assert.Contains("1 个错误", one.Out, StringComparison.Ordinal);
        var json = bench.Run("check", "--unit", "甲局,丙局", "--format", "json").Out;
        Assert.Contains("\"unit\": \"甲局\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"unit\": \"乙局\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_that_nobody_knows_is_wrong_usage()
    {
        using var bench = Bench();

        var run = bench.Run("check", "--unit", "甲");

        Assert.Equal(2, run.Status);
        Assert.Contains("没有“甲”的数据，名册上也没有", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, bench.Run("check", "data/2021/甲.yaml", "--unit", "甲局").Status);
    }
}
