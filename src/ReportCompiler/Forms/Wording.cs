using System.Collections.Immutable;
using System.Globalization;

namespace ReportCompiler.Forms;

/// <summary>
/// The words of a report's pages that are neither a table's nor the prose's: 项目 over the labels, 合计, 附表, what stands before a
/// section's number. An edition of another kind of report, or of another language, says its own under 用语.
/// </summary>
public sealed class Wording
{
    private static readonly (string Name, string Word)[] Usual =
    [
        ("语言", "zh-CN"), ("项目", "项目"), ("计量", "单位"), ("总计", "总计"), ("单位", "单位"), ("合计", "合计"),
        ("附表", "附表：各单位主要数据"), ("附表题", "各单位主要数据"), ("章题", "{序}、{标题}"), ("注", "注："),
        ("联系", "如对本报告有疑问，请与{单位}联系（{联系方式}）。"),
        ("地址", "地址："), ("邮编", "邮编："), ("网址", "网址："), ("电话", "电话："),
        ("分隔", "；"), ("日期", "{年}年{月}月{日}日"), ("年度", "{年度}年"), ("原名", "{单位}（原{前身}）"), ("指标", "{名称}（{计量}）"),
        ("顿号", "、"), ("逗号", "，"), ("句号", "。"),
        ("草稿", "草稿"), ("不得发布", "草稿，不得发布"), ("不可信", "以下错误改正以前，数据不可信："),
        ("历年数据", "历年数据"), ("其他年度", "其他年度的报告"), ("滑动", "左右滑动看全表 →"),
        ("总题", "{简称}政府信息公开工作年度报告"), ("各年报告", "各年报告"), ("未列入", "{年度} 年的数据有错误或不齐，未列入。"),
        ("变化", "主要数据的变化"), ("旧数据", "以前的格式才有的数据"), ("旧项", "{项数} 项，现在的报告格式已没有"),
        ("各年附表", "附表：各年主要数据"), ("各年附表题", "各年主要数据"), ("单位数", "单位数"), ("没有数据", "没有数据"),
    ];

    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    /// <summary>Takes the words that an edition says otherwise.</summary>
    internal Wording(ImmutableArray<KeyValuePair<string, string>> own)
    {
        Own = own;
        foreach (var (name, word) in own) _words[name] = word;
        foreach (var (name, word) in Usual) _words.TryAdd(name, word);
    }

    /// <summary>The words where an edition says nothing.</summary>
    public static Wording OfForm { get; } = new([]);

    /// <summary>The names of all words, in the order in which they are listed.</summary>
    internal static IEnumerable<string> Names => Usual.Select(u => u.Name);

    /// <summary>The words that the edition says, in its order.</summary>
    internal ImmutableArray<KeyValuePair<string, string>> Own { get; }

    /// <summary>The word of a name.</summary>
    public string this[string name] => _words[name];

    /// <summary>All of them.</summary>
    internal IEnumerable<KeyValuePair<string, string>> All => _words;

    /// <summary>A word with its places filled in.</summary>
    /// <param name="name">The word.</param>
    /// <param name="values">What stands in braces in it, and what is printed for that.</param>
    public string Of(string name, params ReadOnlySpan<(string Place, string Value)> values) => Fill(_words[name], values);

    /// <summary>A year as the edition writes it.</summary>
    public string Year(int year) => Fill(_words["年度"], YearPlaces(year));

    /// <summary>A day as the edition writes it.</summary>
    public string Date(DateOnly day) => Of("日期",
        ("年", Plain(day.Year)), ("月", Plain(day.Month)), ("日", Plain(day.Day)), ("月:00", Two(day.Month)), ("日:00", Two(day.Day)));

    /// <summary>What a label says without the colon behind it.</summary>
    internal string Label(string name) => _words[name].TrimEnd(':', '：', ' ', '\u3000');

    /// <summary>The places of a title: the year, and the one after it, for a year that is not the calendar's.</summary>
    internal static (string Place, string Value)[] YearPlaces(int year) =>
        [("年度", Plain(year)), ("次年", Plain(year + 1)), ("次年:00", Two((year + 1) % 100))];

    /// <summary>Fills in one place after the other, each where the text itself has it: what is filled in is not looked at again.</summary>
    internal static string Fill(string text, params ReadOnlySpan<(string Place, string Value)> values)
    {
        var at = text.IndexOf('{');
        if (at < 0) return text;
        var filled = new System.Text.StringBuilder(text.Length + 32).Append(text, 0, at);
        while (at < text.Length)
        {
            var end = text[at] == '{' ? text.IndexOf('}', at) : -1;
            if (end > 0 && Value(text.AsSpan(at + 1, end - at - 1), values) is { } value)
            {
                filled.Append(value);
                at = end + 1;
            }
            else filled.Append(text[at++]);
        }
        return filled.ToString();
    }

    /// <summary>What stands in braces in a text.</summary>
    internal static IEnumerable<string> PlacesIn(string text)
    {
        for (var at = text.IndexOf('{'); at >= 0; at = text.IndexOf('{', at + 1))
            if (text.IndexOf('}', at) is > 0 and var end) yield return text[(at + 1)..end];
    }

    /// <summary>What a word may have filled in: what the usual one has, and the ways to write it.</summary>
    internal static IReadOnlyCollection<string> PlacesOf(string name) => name switch
    {
        "日期" => ["年", "月", "日", "月:00", "日:00"],
        "年度" => ["年度", "次年", "次年:00"],
        _ => [.. PlacesIn(OfForm[name])],
    };

    private static string? Value(ReadOnlySpan<char> place, ReadOnlySpan<(string Place, string Value)> values)
    {
        foreach (var (name, value) in values)
            if (place.SequenceEqual(name)) return value;
        return null;
    }

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Two(int number) => number.ToString("00", CultureInfo.InvariantCulture);
}
