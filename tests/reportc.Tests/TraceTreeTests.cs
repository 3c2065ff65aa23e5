using Xunit;

namespace Reportc.Tests;

/// <summary><c>trace</c> through nested authorities and reorganised units.</summary>
public sealed class TraceTreeTests
{
    private const string Cell = "依申请公开.本年新收.总计";

    [Fact]
    public void Every_level_opens_into_its_own_units()
    {
        using var bench = Province();

        var run = bench.Run("trace", Cell);

        Assert.Equal(("""
            依申请公开.本年新收.总计
            2021 年，某省人民政府：41 件

            各单位                                         2021  2020
            某省人民政府                                     41    36
            ├─ 省公安厅                                       2     1  data/2021/省公安厅.yaml:4
            ├─ 省甲乙厅（前身：省甲厅、省乙厅）               4     3  data/2021/省甲乙厅.yaml:4
            ├─ 省丁厅（与省戊厅的前身：省丙厅）               1     3  data/2021/省丁厅.yaml:4
            ├─ 省戊厅（与省丁厅的前身：省丙厅）               2  同上  data/2021/省戊厅.yaml:4
            ├─ 丙市人民政府                                   7     4  data/2021/丙市-totals.yaml:4
            ├─ 乙市人民政府                                   4     4  cities/乙/reportc.yaml
            │  └─ 乙局                                        4     4  cities/乙/data/2021/乙局.yaml:4
            ├─ 甲市人民政府                                  21    15  cities/甲/reportc.yaml
            │  ├─ 市局                                        4     2  cities/甲/data/2021/市局.yaml:4
            │  ├─ 东区人民政府                               10     6  cities/甲/districts/东/reportc.yaml
            │  │  ├─ 东局                                    10     6  cities/甲/districts/东/data/2021/东局.yaml:4
            │  │  └─ 其余 1 个单位为 0
            │  └─ 西区人民政府                                7     7  cities/甲/districts/西/reportc.yaml
            │     └─ 西局                                     7     7  cities/甲/districts/西/data/2021/西局.yaml:4
            ├─ 省撤厅                                         —     6  2021 年没有这个单位；上年的数在 data/2020/省撤厅.yaml:4
            └─ 某省人民政府（自己的文件，只核对，不计入）    41        data/2021/省.yaml:4（与合计相同）

            由这些格得出
            依申请公开.本年新收.自然人  41
            ├─ 省公安厅                  2  data/2021/省公安厅.yaml:4
            ├─ 省甲乙厅                  4  data/2021/省甲乙厅.yaml:4
            ├─ 省丁厅                    1  data/2021/省丁厅.yaml:4
            ├─ 省戊厅                    2  data/2021/省戊厅.yaml:4
            ├─ 丙市人民政府              7  data/2021/丙市-totals.yaml:4
            ├─ 乙市人民政府              4  cities/乙/reportc.yaml
            │  └─ 乙局                   4  cities/乙/data/2021/乙局.yaml:4
            └─ 甲市人民政府             21  cities/甲/reportc.yaml
               ├─ 市局                   4  cities/甲/data/2021/市局.yaml:4
               ├─ 东区人民政府          10  cities/甲/districts/东/reportc.yaml
               │  └─ 东局               10  cities/甲/districts/东/data/2021/东局.yaml:4
               └─ 西区人民政府           7  cities/甲/districts/西/reportc.yaml
                  └─ 西局                7  cities/甲/districts/西/data/2021/西局.yaml:4
            其余 5 格为 0

            各年
              2020  36
              2021  41

            """, "", 0), (run.Out, run.Error, run.Status));
    }

    [Fact]
    public void Depth_1_opens_no_nested_authority_and_says_how_many_units_it_has()
    {
        using var bench = Province();

        var text = bench.Run("trace", Cell, "--depth", "1", "--lang", "en").Out;
        var two = bench.Run("trace", Cell, "--depth", "2").Out;

        Assert.Contains("├─ 甲市人民政府                                       21     15  cities/甲/reportc.yaml (3 units)\n├─ 省撤厅",
            text,
            StringComparison.Ordinal);
        Assert.Contains("省戊厅 (before, with 省丁厅: 省丙厅)                2  above  ", text, StringComparison.Ordinal);
        Assert.Contains("└─ 西区人民政府                                7     7  cities/甲/districts/西/reportc.yaml（下有 1 个单位）\n",
            two,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_added_is_told_at_its_place()
    {
        using var bench = Province();
        File.Delete(bench.Full("data/2021/省公安厅.yaml"));
        Directory.Delete(bench.Full("cities/乙/data/2021"), recursive: true);
        bench.Write("cities/丁/reportc.yaml", "机关:\n").Write("cities/丁/data/2021/x.yaml", "")
            .Write("cities/戊/reportc.yaml", "机关: 戊市\n格式: {2021: \"2019\"}\n")
                .Write("cities/戊/data/2021/a.yaml", "单位: 某局\n年度: 2021\n主动公开: 无\n依申请公开: 无\n复议诉讼: 无\n");
        var west = "cities/甲/districts/西/data/2021/西局.yaml";
        bench.Write(west, bench.Read(west).Replace("予以公开: {自然人: 7}", "予以公开: {自然人: 9}", StringComparison.Ordinal));

        var run = bench.Run("trace", Cell);

        Assert.Equal((0, "注意：2021 年的数据不全或有误，数字可能会变；运行 reportc check 2021 查看\n"), (run.Status, run.Error));
        Assert.Contains("2021 年，某省人民政府：14 件（数据不全或有误）\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("""
            某省人民政府                                     14    36  不完整
            ├─ 省公安厅                                       —     1  没有报送

            """, run.Out, StringComparison.Ordinal);
        const string Look = "有错误，没有计入；运行 reportc check 2021 -p cities/甲/districts/西 查看";
        Assert.Contains($"""
            ├─ cities/丁                                      —     —  有错误，没有计入；运行 reportc check 2021 -p cities/丁 查看
            ├─ 乙市人民政府                                   —     4  没有 2021 年的数据，没有计入：cities/乙/reportc.yaml
            ├─ 戊市                                           —     —  用的是 2019 版，不能相加，没有计入：cities/戊/reportc.yaml
            ├─ 甲市人民政府                                   —    15  因下级有错误，没有计入
            │  └─ 西区人民政府                                —     7  {Look}

            """, run.Out, StringComparison.Ordinal);
        Assert.EndsWith("41        data/2021/省.yaml:4（比合计多 27）", run.Out.Split('\n')
            .Single(l => l.Contains("只核对", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_nested_authority_that_ended_is_not_missed()
    {
        using var bench = Province();
        Directory.Delete(bench.Full("cities/乙/data/2021"), recursive: true);
        bench.Write("reportc.yaml",
            bench.Read("reportc.yaml").Replace("下级:", "  - {名称: 乙市人民政府, 至: 2020}\n下级:", StringComparison.Ordinal));

        var run = bench.Run("trace", Cell);

        Assert.Contains("├─ 乙市人民政府                                   —     4  2021 年没有这个单位；", run.Out,
            StringComparison.Ordinal);
        Assert.DoesNotContain("没有 2021 年的数据", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void In_the_folder_of_a_nested_authority_it_is_the_one_that_is_traced()
    {
        using var bench = Province();

        var run = bench.RunWith(h => h with { Folder = bench.Full("cities/甲/districts/东/data") }, "trace", Cell, "2021");

        Assert.Equal(0, run.Status);
        Assert.Contains("2021 年，东区人民政府：10 件\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("└─ 东局", run.Out.Replace("├─", "└─", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("  2021/东局.yaml:4\n", run.Out, StringComparison.Ordinal);
    }

    /// <summary>A province over two years: units renamed, merged, split, ended; two cities, one with districts, one as a file.</summary>
    private static Workbench Province()
    {
        var bench = new Workbench()
            .Write("reportc.yaml", """
                机关: 某省人民政府
                单位:
                  - 省公安厅
                  - {名称: 省甲厅, 至: 2020}
                  - {名称: 省乙厅, 至: 2020}
                  - {名称: 省甲乙厅, 自: 2021, 前身: [省甲厅, 省乙厅]}
                  - {名称: 省丙厅, 至: 2020}
                  - {名称: 省丁厅, 自: 2021, 前身: [省丙厅]}
                  - {名称: 省戊厅, 自: 2021, 前身: [省丙厅]}
                  - {名称: 省撤厅, 至: 2020}
                  - 丙市人民政府
                下级: ["cities/*"]

                """)
            .Write("cities/甲/reportc.yaml", "机关: 甲市人民政府\n下级: [\"districts/*\"]\n单位: [市局]\n")
            .Write("cities/甲/districts/东/reportc.yaml", "机关: 东区人民政府\n单位: [东局, 东二局]\n")
            .Write("cities/甲/districts/西/reportc.yaml", "机关: 西区人民政府\n单位: [西局]\n")
            .Write("cities/乙/reportc.yaml", "机关: 乙市人民政府\n单位: [乙局]\n");
        Units("", 2020, ("省公安厅", 1), ("省甲厅", 1), ("省乙厅", 2), ("省丙厅", 3), ("省撤厅", 6));
        Units("", 2021, ("省公安厅", 2), ("省甲乙厅", 4), ("省丁厅", 1), ("省戊厅", 2));
        Units("cities/甲", 2020, ("市局", 2));
        Units("cities/甲", 2021, ("市局", 4));
        Units("cities/甲/districts/东", 2020, ("东局", 6), ("东二局", 0));
        Units("cities/甲/districts/东", 2021, ("东局", 10), ("东二局", 0));
        foreach (var year in (int[])[2020, 2021])
        {
            Units("cities/甲/districts/西", year, ("西局", 7));
            Units("cities/乙", year, ("乙局", 4));
            bench.Write($"data/{year}/丙市-totals.yaml", Unit("丙市人民政府", year, year == 2020 ? 4 : 7));
        }
        return bench.Write("data/2021/省.yaml", Unit("某省人民政府", 2021, 41)
            .Replace("本年新收: {自然人: 41}", "本年新收: {自然人: 41, 总计: 41}", StringComparison.Ordinal));

        void Units(string folder, int year, params (string Name, int Received)[] units)
        {
            foreach (var (name, received) in units) bench.Write(Path.Join(folder, $"data/{year}/{name}.yaml"), Unit(name, year, received));
        }

        static string Unit(string name, int year, int received) =>
            $"单位: {name}\n年度: {year}\n依申请公开:\n  本年新收: {{自然人: {received}}}\n  办理结果:\n"
                + $"    予以公开: {{自然人: {received}}}\n主动公开: 无\n复议诉讼: 无\n";
    }
}
