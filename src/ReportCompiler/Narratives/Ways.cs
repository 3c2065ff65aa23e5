namespace ReportCompiler.Narratives;

/// <summary>
/// The ways that applications come in by. A form that has no rows for them knows nothing of 网络申请 11 件，信函申请 3 件: they are no
/// figures of its tables that were not understood.
/// </summary>
internal static class Ways
{
    private static readonly string[] Names =
    [
        "互联网", "网络", "网上", "网页", "政府网站", "门户网站", "官方网站", "网站",
        "在线", "线上", "线下", "现场", "当面", "窗口", "来访", "口头", "书面", "纸质",
        "信函", "信件", "来信", "邮寄", "邮政", "快递", "传真", "电子邮件", "电子邮箱", "邮件", "邮箱", "信箱", "系统", "平台",
    ];

    /// <summary>What any of them begins with: asked at every word of the prose.</summary>
    private static readonly string Beginnings = string.Concat(Names.Select(n => n[0]).Distinct());

    // What may stand beside them and says of no other matter.
    private static readonly string[] Others =
    [
        "政府信息公开申请", "信息公开申请", "依申请公开", "申请表", "申请书", "申请件", "申请", "提交", "提出", "递交", "收到", "受理",
        "通过", "采取", "采用", "形式", "方式", "渠道", "途径", "其中", "数量", "分别", "来自", "以", "由", "从", "经", "为", "是", "有",
        "共", "的", "数", "件", "和", "及", "、", "或",
    ];

    /// <summary>Whether words name such a way and nothing else.</summary>
    public static bool Are(ReadOnlySpan<char> words)
    {
        var isNamed = false;
        while (!words.IsEmpty)
        {
            var name = LengthOf(words, Names);
            var length = name > 0 ? name : LengthOf(words, Others);
            if (length == 0) return false;
            isNamed |= name > 0;
            words = words[length..];
        }
        return isNamed;
    }

    /// <summary>Whether words begin with the name of such a way.</summary>
    public static bool Begin(ReadOnlySpan<char> words) =>
        !words.IsEmpty && Beginnings.Contains(words[0], StringComparison.Ordinal) && LengthOf(words, Names) > 0;

    /// <summary>Whether words end with the name of such a way: 局长信箱, 通过申请系统.</summary>
    public static bool End(ReadOnlySpan<char> words)
    {
        foreach (var name in Names)
            if (words.EndsWith(name)) return true;
        return false;
    }

    private static int LengthOf(ReadOnlySpan<char> words, string[] known)
    {
        foreach (var word in known)
            if (words.StartsWith(word)) return word.Length;
        return 0;
    }
}
