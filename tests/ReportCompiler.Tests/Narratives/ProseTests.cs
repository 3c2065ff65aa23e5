using System.Globalization;
using ReportCompiler.Forms;
using Xunit;

namespace ReportCompiler.Tests.Narratives;

/// <summary>
/// The prose reader on sentences that were written before it: none that is right, or of something else, is an alarm, and of the slips
/// at least as many are seen as were seen when the set was last worked on.
/// </summary>
public sealed class ProseTests(ITestOutputHelper output)
{
    private const int SentencesOfLine = 47;

    private static readonly string Folder = Path.Combine(Repository.Root, "tests/ReportCompiler.Tests/Narratives/Prose");

    [Theory]
    [InlineData("2021", "示范县人民政府", "county", 2023, 198)]
    [InlineData("2021-second", "示范县人民政府", "county", 2023, 136)]
    [InlineData("2021-third", "示范县人民政府", "county", 2023, 83)]
    [InlineData("2021-fourth", "银杏市自然资源局", "bureau", 2023, 184)]
    [InlineData("2021-fifth", "银杏市东湖区人民政府", "district", 2024, 198)]
    [InlineData("2021-sixth", "银杏市自然资源局", "bureau", 2023, 118)]
    [InlineData("2021-seventh", "云岭省水利厅", "department", 2022, 158)]
    [InlineData("2021-eighth", "望海市人民政府", "city", 2023, 166)]
    [InlineData("2021-ninth", "银杏市东湖区人民政府", "district", 2024, 107)]
    [InlineData("2021-tenth", "白鹤县人民政府", "town", 2024, 132)]
    [InlineData("2021-eleventh", "云岭省发展和改革委员会", "commission", 2023, 135)]
    [InlineData("2021-twelfth", "银杏市东湖区望江街道办事处", "office", 2022, 114)]
    [InlineData("2021-thirteenth", "望海市人力资源和社会保障局", "labour", 2023, 72)]
    [InlineData("2014-first", "云岭县人民政府", "old-county", 2017, 152)]
    [InlineData("2014-second", "云岭县人民政府", "old-county", 2017, 74)]
    [InlineData("2014-third", "望海市人民政府", "old-city", 2018, 117)]
    [InlineData("2021-fourteenth", "临河县人民政府", "2021-fourteenth", 2023, 64)]
    [InlineData("2021-fifteenth", "工业发展部", "2021-fifteenth", 2022, 61)]
    [InlineData("2021-sixteenth", "青石镇人民政府", "2021-sixteenth", 2024, 23)]
    [InlineData("2019-first", "望海市人民政府", "2019-first", 2020, 66)]
    [InlineData("2014-fourth", "银杏市交通运输局", "2014-fourth", 2016, 73)]
    [InlineData("2021-seventeenth", "云岭省教育厅", "2021-seventeenth", 2023, 56)]
    [InlineData("2021-eighteenth", "江源市市场监督管理局", "2021-eighteenth", 2022, 49)]
    [InlineData("2021-nineteenth", "望海市东港区人民政府望湖街道办事处", "2021-nineteenth", 2023, 23)]
    [InlineData("2019-second", "云岭县人民政府", "2019-second", 2020, 51)]
    [InlineData("2014-fifth", "白鹤县人民政府", "2014-fifth", 2015, 69)]
    [InlineData("2021-twentieth", "南屏市生态环境局", "2021-twentieth", 2022, 47)]
    [InlineData("2021-twenty-first", "国家海洋资源局", "2021-twenty-first", 2023, 64)]
    [InlineData("2021-twenty-second", "柳河县民政局", "2021-twenty-second", 2024, 17)]
    [InlineData("2019-third", "云岭省水利厅", "2019-third", 2020, 30)]
    [InlineData("2014-sixth", "江源市国土资源局", "2014-sixth", 2017, 71)]
    [InlineData("2021-twenty-third", "兰亭市水务局", "2021-twenty-third", 2023, 46)]
    [InlineData("2021-twenty-fourth", "北岭省人民政府办公厅", "2021-twenty-fourth", 2022, 39)]
    [InlineData("2019-fourth", "东港市人民政府", "2019-fourth", 2020, 23)]
    [InlineData("2014-seventh", "松江县教育局", "2014-seventh", 2016, 36)]
    [InlineData("2021-twenty-seventh", "澜川省交通运输厅", "2021-twenty-seventh", 2023, 77)]
    [InlineData("2021-twenty-eighth", "沂阳市住房和城乡建设局", "2021-twenty-eighth", 2022, 55)]
    [InlineData("2021-twenty-ninth", "松岭市北塘区人民政府", "2021-twenty-ninth", 2024, 60)]
    [InlineData("2019-fifth", "石桥县人民政府", "2019-fifth", 2020, 76)]
    [InlineData("2021-twenty-fifth", "松岭镇人民政府", "2021-twenty-fifth", 2023, 28)]
    [InlineData("2021-twenty-sixth", "望海市临港经济开发区管理委员会", "2021-twenty-sixth", 2022, 54)]
    [InlineData("2014-eighth", "兰亭市住房和城乡建设局", "2014-eighth", 2017, 73)]
    [InlineData("2021-thirtieth", "锦川区人民政府", "2021-thirtieth", 2023, 63)]
    [InlineData("2021-thirty-first", "鹿鸣市卫生健康委员会", "2021-thirty-first", 2023, 53)]
    [InlineData("2021-eightieth", "沅溪县人民政府", "2021-eightieth", 2022, 47)]
    [InlineData("2021-eighty-first", "槐安区人民政府", "2021-eighty-first", 2024, 40)]
    [InlineData("2021-eighty-second", "桐岭省生态环境厅", "2021-eighty-second", 2023, 32)]
    [InlineData("2019-thirtieth", "临渚市人民政府", "2019-thirtieth", 2020, 34)]
    [InlineData("2019-thirty-first", "柏川市市场监督管理局", "2019-thirty-first", 2020, 28)]
    [InlineData("2021-limits", "示范县人民政府", "county", 2023, 4)]
    [InlineData("2014-limits", "云岭县人民政府", "old-county", 2017, 3)]
    [InlineData("2021-glosses", "示范县人民政府", "county", 2023, 14)]
    [InlineData("2021-times", "示范县人民政府", "county", 2023, 13)]
    [InlineData("2021-thirty-second", "澄湖县人民政府办公室", "2021-thirty-second", 2023, 56)]
    [InlineData("2021-thirty-third", "枫溪县住房和城乡建设局", "2021-thirty-third", 2023, 19)]
    [InlineData("2021-thirty-fourth", "柳溪区长桥街道", "2021-thirty-fourth", 2024, 8)]
    [InlineData("2021-thirty-fifth", "云汀高新技术产业开发区管委会城市管理局", "2021-thirty-fifth", 2023, 25)]
    [InlineData("2021-thirty-sixth", "临江市白鹭区人力资源和社会保障局", "2021-thirty-sixth", 2023, 69)]
    [InlineData("2021-thirty-seventh", "枫溪县住房和城乡建设局", "2021-thirty-third", 2023, 40)]
    [InlineData("2021-thirty-eighth", "枫溪县住房和城乡建设局", "2021-thirty-third", 2023, 34)]
    [InlineData("2021-fortieth", "银杏市东湖区望江街道办事处", "office", 2022, 55)]
    [InlineData("2021-thirty-ninth", "枫溪县住房和城乡建设局", "2021-thirty-third", 2023, 30)]
    [InlineData("2021-forty-third", "澄湖县人民政府办公室", "2021-thirty-second", 2023, 11)]
    [InlineData("2021-forty-fourth", "枫溪县住房和城乡建设局", "2021-thirty-third", 2023, 6)]
    [InlineData("2014-ninth", "青杨市农业局", "2014-ninth", 2016, 7)]
    [InlineData("2014-tenth", "云汀县石桥街道办事处", "2014-tenth", 2018, 7)]
    [InlineData("2014-eleventh", "青杨市林业局", "2014-eleventh", 2017, 49)]
    [InlineData("2014-twelfth", "青杨市卫生和计划生育局", "2014-twelfth", 2017, 29)]
    [InlineData("2014-thirteenth", "青杨市卫生和计划生育局", "2014-twelfth", 2017, 23)]
    [InlineData("2014-fourteenth", "青杨市卫生和计划生育局", "2014-twelfth", 2017, 12)]
    [InlineData("2019-sixth", "石桥县人民政府", "2019-fifth", 2020, 5)]
    [InlineData("2014-fifteenth", "青杨市卫生和计划生育局", "2014-twelfth", 2017, 19)]
    [InlineData("2019-seventh", "石桥县人民政府", "2019-fifth", 2020, 20)]
    [InlineData("2021-forty-fifth", "枫溪县住房和城乡建设局", "2021-thirty-third", 2023, 17)]
    [InlineData("2014-thirty-first", "澜溪市人民政府", "2014-thirty-first", 2018, 54)]
    [InlineData("2014-thirty-second", "沅州市人民政府", "2014-thirty-second", 2017, 46)]
    [InlineData("2014-thirty-third", "泾阴县人民政府", "2014-thirty-third", 2017, 46)]
    [InlineData("2014-thirty-fourth", "水产部", "2014-thirty-fourth", 2015, 38)]
    [InlineData("2021-fiftieth", "澜溪市城市管理局", "2021-fiftieth", 2023, 33)]
    [InlineData("2021-fifty-first", "沅州市人民政府", "2021-fifty-first", 2022, 44)]
    [InlineData("2021-fifty-second", "岷江省农业农村厅", "2021-fifty-second", 2022, 37)]
    [InlineData("2021-fifty-third", "岷城市江北区住房和城乡建设局", "2021-fifty-third", 2023, 34)]
    [InlineData("2019-eleventh", "平陵县人民政府", "2019-eleventh", 2020, 34)]
    [InlineData("2021-sixtieth", "临岚市云潭区人民政府", "2021-sixtieth", 2023, 83)]
    [InlineData("2021-sixty-first", "澜州市自然资源和规划局", "2021-sixty-first", 2022, 80)]
    [InlineData("2021-sixty-second", "松屏省交通运输厅", "2021-sixty-second", 2024, 76)]
    [InlineData("2021-sixty-third", "苍朔市公安局", "2021-sixty-third", 2021, 62)]
    [InlineData("2021-sixty-fourth", "岳宁县人民政府", "2021-sixty-fourth", 2024, 79)]
    [InlineData("2021-sixty-fifth", "苍朔市住房和城乡建设局", "2021-sixty-fifth", 2025, 72)]
    [InlineData("2019-twenty-first", "霁川县人民政府", "2019-twenty-first", 2020, 74)]
    [InlineData("2021-sums", "枫溪县住房和城乡建设局", "2021-thirty-third", 2023, 22)]
    [InlineData("2019-twentieth", "霁川县凤麓乡人民政府", "2019-twentieth", 2020, 34)]
    [InlineData("2014-forty-first", "云岭省水利厅", "2014-forty-first", 2017, 41)]
    [InlineData("2014-forty-second", "青渡县人民政府", "2014-forty-second", 2016, 38)]
    [InlineData("2014-forty-third", "栖云镇人民政府", "2014-forty-third", 2018, 19)]
    [InlineData("2014-forty-fourth", "国家海岛事务局", "2014-forty-fourth", 2016, 37)]
    [InlineData("2014-forty-fifth", "云岭省粮食局", "2014-forty-fifth", 2018, 28)]
    [InlineData("2021-seventy-first", "丹溪市市场监督管理局", "2021-seventy-first", 2023, 27)]
    [InlineData("2021-seventy-second", "澄湖区人民政府柳亭街道办事处", "2021-seventy-second", 2022, 13)]
    [InlineData("2021-seventy-fourth", "云岭省发展和改革委员会", "2021-seventy-fourth", 2023, 23)]
    [InlineData("2021-seventy-third", "嵩河县自然资源局", "2021-seventy-third", 2022, 23)]
    public void Right_sentences_are_no_alarm_and_slips_are_seen(string name, string authority, string facts, int year, int floor)
    {
        var outcome = new SentenceSet(authority, year, Facts(facts, year), Facts(facts, year - 1))
            .Check(File.ReadAllText(Path.Combine(Folder, $"{name}.txt")));
        foreach (var alarm in outcome.FalseAlarms) output.WriteLine($"alarm: {alarm}");
        foreach (var missed in outcome.Missed) output.WriteLine($"missed: {missed.Wrong} in {missed.Text}");
        var all = outcome.Seen.Length + outcome.Missed.Length;
        output.WriteLine($"{outcome.Seen.Length} of {all} slips seen, {outcome.FalseAlarms.Length} false alarms");
        Assert.Empty(outcome.FalseAlarms);
        Assert.True(outcome.Seen.Length >= floor, $"{outcome.Seen.Length} of {all}, not {floor}");
    }

    [Theory]
    [InlineData("2021-turns", "青原市住房和城乡建设局", 2023)]
    [InlineData("2014-turns", "青原市水利局", 2017)]
    public void However_it_is_said_a_slip_is_seen(string name, string authority, int year)
    {
        var turns = File.ReadAllLines(Path.Combine(Folder, $"{name}.txt"))
            .SelectMany(line => line[0] == '#' ? [line] : Spread([.. Alternatives.Of(line)], SentencesOfLine));
        var outcome = new SentenceSet(authority, year, Facts(name, year), Facts(name, year - 1)).Check(string.Join('\n', turns));
        Assert.Empty(outcome.FalseAlarms);
        Assert.Equal([], outcome.Missed.Select(m => m.Text));
        Assert.True(outcome.Seen.Length > 500, $"{outcome.Seen.Length}");
    }

    /// <summary>So many of some, as far from each other as they can be.</summary>
    private static IEnumerable<string> Spread(string[] all, int count) =>
        Enumerable.Range(0, Math.Min(count, all.Length)).Select(i => all[(int)((long)i * all.Length / Math.Min(count, all.Length))]);

    private static string Facts(string facts, int year) =>
        File.ReadAllText(Path.Combine(Folder, "Facts", string.Create(CultureInfo.InvariantCulture, $"{facts}-{year}.yaml")));
}
