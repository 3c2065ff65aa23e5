using System.Buffers;
using ReportCompiler.Projects;
using ReportCompiler.Syntax;

namespace ReportCompiler.Narratives;

/// <summary>What a report calls the authority that publishes it, and which places are wider than it.</summary>
internal sealed class OwnNames
{
    private const string Government = "人民政府";
    private const string Office = "办事处";
    private const string Bureau = "办公室";
    private const string Bureaus = "局";
    private const string BranchName = "分局";
    private const string Commission = "委员会";
    private const string Levels = "省市州盟县区旗镇乡";
    private const int Shortest = 3;
    private static readonly SearchValues<char> LevelSigns = SearchValues.Create(Levels);

    private const string BeforeBare = "，,；;：:。（(年度底内对由因经以";

    /// <summary>What is done to or with the street itself, and no part of a name.</summary>
    private static readonly string[] BareVerbs =
    [
        "推进", "推动", "加强", "做好", "抓好", "提升", "规范", "完善", "优化", "深化", "强化", "落实", "健全", "结合", "梳理", "编制",
        "修订", "制定", "公开", "公示", "发布", "更新",
    ];

    private static readonly string[] BareStreet = ["街道办事处", "街道办", "街道"];

    /// <summary>What a street does that is called by its name alone: 柳亭收到申请, and not 柳亭社区.</summary>
    private static readonly string[] Deeds =
        ["收到", "受理", "新收", "接到", "接收", "共收到", "共受理", "共新收", "全年", "主动公开", "办理", "办结", "答复"];

    private static readonly string[] BareBureau = ["政府办公室", "政府办", "办公室"];

    private static readonly string[] BareOffices = ["分局", "管委会", "总队", "支队", "办公室", "办公厅"];

    private static readonly string[] Selves = ["机关本级", "机关", "本级"];
    private static readonly string[] BehindSelf = ["服务", "事务", "后勤", "党", "工会", "各", "及", "和"];

    private static readonly (string Whole, string Zone)[] Zones =
    [
        ("高新技术产业开发区", "高新区"), ("高新技术开发区", "高新区"), ("经济技术开发区", "经开区"), ("经济开发区", "经开区"),
    ];

    private static readonly string[] Committees = ["管理委员会", "管委会"];

    private const int LongestShort = 20;

    /// <summary>The name of an office, and the same with 委 for 委员会; none for a government.</summary>
    private readonly string[] _offices;
    private readonly string[] _names;
    private readonly string[] _wider;
    private readonly bool _isAlone;

    /// <summary>What any of the names begins with: asked at every word of the prose, and most begin with none of these.</summary>
    private readonly string _first;

    /// <summary>What a street office is called alone; no names of another authority are.</summary>
    private readonly string[] _bare;

    private OwnNames(string[] offices, string[] names, string[] wider, string[] bare, bool isAlone) =>
        (_offices, _names, _wider, _bare, _isAlone, _first) = (offices, names, wider, bare, isAlone, string.Concat(new HashSet<char>(
            [.. Levels, .. offices.SelectMany(Places), .. offices.Concat(names).Concat(wider).Concat(bare).Select(n => n[0])])));

    /// <summary>How long the authority's name at a place is: whole, short, without its place, 县政府, 省人社厅; 0 if none.</summary>
    public int LengthAt(string text, int at)
    {
        if (!_first.Contains(text[at])) return 0;
        if (LengthAt(text, at, _names) is > 0 and var length) return WithSelf(text, at, length);
        if (_bare.Length > 0 && IsBare(text, at) && LengthAt(text, at, _bare) is > 0 and var bare && IsSubject(text, at, bare))
            return bare;
        // 某省人社厅: with its place before it.
        foreach (var office in _offices)
        {
            // 东湖区人社局 for 某市东湖区人力资源和社会保障局.
            for (var place = 0; PlaceAt(office, place) is > 0 and var level; place += level + 1)
                if (text.AsSpan(at).StartsWith(office.AsSpan(place, level)) && ShortLength(text.AsSpan(at + level)) is > 0 and var rest)
                    return WithSelf(text, at, level + rest);
        }
        return WithSelf(text, at, ShortLength(text.AsSpan(at)) is > 0 and var whole ? whole : BareLength(text.AsSpan(at)));
    }

    /// <summary>卫生计生局, 卫计局 for 卫生和计划生育局 of any place: signs of its name in order; 0 if it is not called so.</summary>
    private int BareLength(ReadOnlySpan<char> text)
    {
        foreach (var office in _offices)
        {
            var at = office.AsSpan().LastIndexOfAny(LevelSigns) + 1;
            if (at == 0 || at == office.Length || office[at] != text[0]) continue;
            for (var length = 1; at > 0 && length < Math.Min(LongestShort, text.Length); length++)
            {
                at = office.IndexOf(text[length], at + 1);
                if (at == office.Length - 1) return length + 1 >= Shortest ? length + 1 : 0;
            }
        }
        return 0;
    }

    /// <summary>How long the name of a place is that begins there in the name of an office; 0 or less if none does.</summary>
    private static int PlaceAt(string office, int at) => office.AsSpan(at).IndexOfAny(LevelSigns);

    /// <summary>What a place in the name of an office begins with.</summary>
    private static IEnumerable<char> Places(string office)
    {
        for (var place = 0; PlaceAt(office, place) is > 0 and var level; place += level + 1) yield return office[place];
    }

    /// <summary>省水利厅机关 is the office itself, where it files for itself alone; 省水利厅机关服务中心 is another.</summary>
    private int WithSelf(string text, int at, int length)
    {
        if (length == 0 || !_isAlone || _offices.Length == 0) return length;
        foreach (var self in Selves)
        {
            var end = length + self.Length;
            if (text.AsSpan(at + length).StartsWith(self)) return IsOfUnit(text.AsSpan(at + end)) ? length : end;
        }
        return length;
    }

    private static bool IsOfUnit(ReadOnlySpan<char> behind)
    {
        foreach (var word in BehindSelf)
            if (behind.StartsWith(word)) return true;
        return false;
    }

    /// <summary>街道收到, 本年街道收到, 做好街道工作: nothing stands before that could say of which; 江北街道 is another.</summary>
    private static bool IsBare(string text, int at) => at == 0 || BeforeBare.Contains(text[at - 1])
        || Array.Exists(BareVerbs, v => text.AsSpan(0, at).EndsWith(v));

    /// <summary>How long a name of another, wider than it, at a place is: 全市 in the report of a county, 市政府; 0 if none.</summary>
    public int WiderLengthAt(string text, int at) => _first.Contains(text[at]) ? LengthAt(text, at, _wider) : 0;

    /// <summary>Whether what it is called alone is said to do something, if that is the name of a place.</summary>
    private static bool IsSubject(string text, int at, int length)
    {
        var name = text.AsSpan(at, length);
        if (name.StartsWith("街道") || name is [.., '委' or '会' or '局' or '队' or '室' or '厅' or '办']) return true;
        foreach (var deed in Deeds)
            if (text.AsSpan(at + length).StartsWith(deed)) return true;
        return false;
    }

    private static int LengthAt(string text, int at, string[] names)
    {
        foreach (var name in names)
            if (name[0] == text[at] && string.CompareOrdinal(text, at, name, 0, name.Length) == 0 && !IsVerb(text, at + name.Length))
                return name.Length;
        return 0;
    }

    /// <summary>街道办理 12 件: what the 街道 did, and no 街道办; 市局属单位 are no 市局.</summary>
    private static bool IsVerb(string text, int end) => end < text.Length && text[end - 1] switch
    {
        '办' => text[end] is '理' or '结' or '复',
        '局' => text[end] is '属' or '直' or '系' or '部' or '面' or '势' or '限' or '长',
        '厅' => text[end] is '属' or '直' or '系' or '长',
        _ => false,
    };

    /// <summary>省人社厅 for 某省人力资源和社会保障厅: its level, signs of its name in order, and what office it is.</summary>
    private int ShortLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !Levels.Contains(text[0])) return 0;
        foreach (var office in _offices)
        {
            var at = office.IndexOf(text[0], StringComparison.Ordinal);
            for (var length = 1; at > 0 && length < Math.Min(LongestShort, text.Length); length++)
            {
                at = office.IndexOf(text[length], at + 1);
                if (at != office.Length - 1) continue;
                if (length + 1 >= Shortest) return length + 1;
                break;
            }
        }
        return 0;
    }

    private static string[] Offices(string authority)
    {
        if (Branch(authority) is { } branch) return [authority, branch];
        if (Levels.Contains(authority[^1]) || authority.EndsWith(Government, StringComparison.Ordinal)) return [];
        if (authority.EndsWith(Commission, StringComparison.Ordinal)) return [authority, authority[..^(Commission.Length - 1)]];
        return authority.EndsWith(Bureau, StringComparison.Ordinal) ? [authority, authority[..^(Bureau.Length - 1)]] : [authority];
    }

    /// <summary>东山区公安分局 for 某市公安局东山分局, 东山区分局: the branch that a bureau has in a place; null if it is none.</summary>
    private static string? Branch(string authority)
    {
        var of = authority.IndexOf(Bureaus, StringComparison.Ordinal);
        if (of < 0 || of + 1 >= authority.Length - BranchName.Length) return null;
        if (!authority.EndsWith(BranchName, StringComparison.Ordinal)) return null;
        var bureau = authority[(authority.AsSpan(0, of).LastIndexOfAny(LevelSigns) + 1)..of];
        return authority[(of + 1)..^BranchName.Length] + bureau + BranchName;
    }

    /// <summary>The names of a project's authority.</summary>
    public static OwnNames Of(Project project) => Of(project.Authority, project.ShortName, project.IsOwnUnit);

    /// <summary>The names of an authority.</summary>
    /// <param name="name">Its whole name.</param>
    /// <param name="shortName">What it calls itself for short.</param>
    /// <param name="isAlone">Whether it files for itself alone: among several units 厅机关 and 厅本级 are one of them.</param>
    public static OwnNames Of(string name, string shortName, bool isAlone = true)
    {
        var authority = Spelling.Of(name);
        var names = new HashSet<string>([authority, Spelling.Of(shortName)], StringComparer.Ordinal);
        foreach (var tail in Offices(authority).Append(authority).SelectMany(Tails)) names.UnionWith(Forms(tail));
        foreach (var zone in ZoneNames(authority)) names.UnionWith(Tails(zone).SelectMany(Forms));
        // 住房城乡建设局 is 住房和城乡建设局.
        if (Offices(authority).Length > 0) names.UnionWith([.. names.Select(WithoutAnd).OfType<string>()]);
        var level = LevelOf(authority);
        if (level is { } own && IsOfGovernment(authority)) names.UnionWith([own + Government, own + "政府"]);
        if (level is { } place) names.Add($"{place}{authority[^1]}机关");
        // 厅机关, 厅本级: of an office itself.
        if (isAlone && Offices(authority).Length > 0)
            names.UnionWith([$"{authority[^1]}机关", $"{authority[^1]}本级", $"{authority[^1]}机关本级"]);
        names.RemoveWhere(n => n.Length < Shortest);
        if (level is { } bureau && authority[^1] is '局' or '厅' && !authority.EndsWith(BranchName, StringComparison.Ordinal))
            names.Add($"{bureau}{authority[^1]}");
        var others = Levels.Where(l => l != level || !IsOfGovernment(authority));
        var wider = others.SelectMany(l => (string[])["全" + l, l + "政府", l + Government]);
        // A bureau speaks of the whole county where it speaks of more than itself; so does the government's office.
        if (level is { } of && !authority.EndsWith(Government, StringComparison.Ordinal)) wider = wider.Append("全" + of);
        string[] ordered = [.. names];
        Array.Sort(ordered, static (a, b) => a.Length == b.Length ? string.CompareOrdinal(a, b) : b.Length - a.Length);
        return new OwnNames(Offices(authority), ordered, [.. wider], Bare(authority), isAlone);
    }

    /// <summary>
    /// 高新区管委会, 高新区 for the committee of a 高新技术产业开发区, and 高新区城管局 for an office of it; none of another authority.
    /// </summary>
    private static IEnumerable<string> ZoneNames(string authority)
    {
        foreach (var (whole, zone) in Zones)
        {
            var at = authority.IndexOf(whole, StringComparison.Ordinal);
            if (at < 0) continue;
            var rest = authority[(at + whole.Length)..];
            foreach (var committee in Committees)
            {
                if (!rest.StartsWith(committee, StringComparison.Ordinal)) continue;
                rest = rest[committee.Length..];
                yield return $"{zone}管委会{rest}";
                yield return $"{zone}管理委员会{rest}";
                break;
            }
            yield return $"{zone}{rest}";
            yield return $"{authority[..at]}{zone}{rest}";
            yield break;
        }
    }

    /// <summary>What it is called without any name: 街道, 管委会, 分局.</summary>
    private static string[] Bare(string authority)
    {
        if (authority.EndsWith("街道" + Office, StringComparison.Ordinal) || authority.EndsWith("街道", StringComparison.Ordinal))
            return PlaceOf(authority) is { Length: > 1 } place ? [.. BareStreet, place] : BareStreet;
        if (authority.EndsWith("管理委员会", StringComparison.Ordinal)) return ["管委会"];
        if (authority.EndsWith("政府办公室", StringComparison.Ordinal)) return BareBureau;
        return [.. BareOffices.Where(o => authority.EndsWith(o, StringComparison.Ordinal))];
    }

    /// <summary>What the street of a name is called without that it is one: 柳亭.</summary>
    private static string PlaceOf(string street)
    {
        var end = street.LastIndexOf("街道", StringComparison.Ordinal);
        var of = street.LastIndexOf(Government, end, StringComparison.Ordinal);
        var start = of < 0 ? street.AsSpan(0, end).LastIndexOfAny(LevelSigns) + 1 : of + Government.Length;
        return street[start..end];
    }

    /// <summary>Whether it is a government or its office: 省政府 in the report of a bureau is another.</summary>
    private static bool IsOfGovernment(string authority) =>
        authority.EndsWith(Government, StringComparison.Ordinal) || authority.Contains("政府", StringComparison.Ordinal);

    /// <summary>The name, and what is left of it behind and from each place in it: 市自然资源局, 廿三里街道办事处.</summary>
    private static IEnumerable<string> Tails(string authority)
    {
        yield return authority;
        // 东港区人民政府望湖街道办事处 is 望湖街道办事处.
        var of = authority.IndexOf(Government, StringComparison.Ordinal);
        if (of > 0 && authority.EndsWith("街道" + Office, StringComparison.Ordinal))
            yield return authority[(of + Government.Length)..];
        for (var i = 1; i < authority.Length - 1; i++)
        {
            if (!Levels.Contains(authority[i])) continue;
            yield return authority[i..];
            yield return authority[(i + 1)..];
        }
    }

    /// <summary>住房城乡建设局 for 住房和城乡建设局; null for 泰和县教育局, whose sign is its place's.</summary>
    private static string? WithoutAnd(string name)
    {
        var at = name.IndexOf('和', StringComparison.Ordinal);
        return at - 2 > name.AsSpan(0, Math.Max(at, 0)).LastIndexOfAny(LevelSigns) ? name.Remove(at, 1) : null;
    }

    private static IEnumerable<string> Forms(string name)
    {
        // 人民政府 alone, and 自然资源局 of whatever place, are anybody's; a street and a town are named alone.
        if (name.StartsWith(Government, StringComparison.Ordinal)) yield break;
        yield return name;
        if (name.EndsWith(Bureau, StringComparison.Ordinal)) yield return name[..^2];
        if (name.IndexOf(Government, StringComparison.Ordinal) is > 0 and var at && at + Government.Length < name.Length)
            foreach (var form in Forms(name.Remove(at, 2))) yield return form;
        if (name.EndsWith(Government, StringComparison.Ordinal))
        {
            yield return name[..^Government.Length];
            yield return name[..^Government.Length] + "政府";
        }
        if (name.EndsWith(Office, StringComparison.Ordinal))
        {
            yield return name[..^Office.Length];
            yield return name[..^1];
            yield return name[..^2];
        }
    }

    /// <summary>The level of the place it governs or serves: the last sign of one in its name.</summary>
    private static char? LevelOf(string authority)
    {
        var whole = authority.EndsWith(Government, StringComparison.Ordinal) ? authority[..^Government.Length] : authority;
        if (whole.EndsWith("自治区", StringComparison.Ordinal)) return '区';
        var at = whole.AsSpan().LastIndexOfAny(LevelSigns);
        return at > 0 ? whole[at] : null;
    }
}
