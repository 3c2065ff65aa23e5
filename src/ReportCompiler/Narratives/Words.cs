using ReportCompiler.Syntax;

namespace ReportCompiler.Narratives;

/// <summary>
/// Words of the language that carry no figure themselves but decide whether a sentence is understood. What they say of the form's
/// rows is the edition's part; these hold for any form.
/// </summary>
internal static class Words
{
    /// <summary>Words that change nothing about whose or which figure it is.</summary>
    public const string Neutral =
        "一是 二是 三是 四是 五是 六是 七是 八是 含 包括 包含 共 共计 总共 合计 总计 总数 总量 总数量 数量 数 件数 量 为 是 有 共有 计 "
            + "计有 的 了 类 各类 各项 相关 有关 具体 案件 案 决定 情况 "
        + "件数为 作出 做出 依法 依法依规 依规 严格 全年 全年度 全年共 年内 年度内 年度 当年 期间 报告期内 统计期内 经统计 据统计 截至 "
        + "截止 至 到 起 自 年底 年末 底 末 1月1日 12月31日 12月31日止 "
        + "12月底 止 达 达到 因 由 由于 对 就 而 所 引起 引发 产生 发生 导致 提起 提出 被 工作 信息公开 政府信息公开 政府信息公开工作 "
        + "政府信息 公民 法人 公民、法人和其他组织 公民、法人或其他组织 "
        + "公民、法人或者其他组织 公民、法人及其他组织 公民和法人或其他组织 公民和法人或者其他组织 公民和法人及其他组织 "
        + "公民、法人和社会组织 公民、法人及社会组织 群众 社会公众 公众 申请人 当事人 向 已 已经 新 实际 现 现有 目前 一年来 实收 收取 "
        + "征收 实施 执行 完成 开展 依申请 数据 书面 进行 继续办理 继续 仍 尚有 "
        + "另有 另外 另 此外 同时 经审查 经依法审查 经审核 经检索 经查 经核实 按规定 年末尚有 下年继续办理 方面 件次 金额 总额 "
        + "总金额 金额为 "
        + "全部 本年底 本年末 在 于 内 以 中 当中 之中 也 需 共需 所需 在内 提交 提出的 提交的 规范 政府信息公开类 "
            + "处理决定 处理决定数量 决定书 加上 连同 认真 妥善 涉及政府信息公开 涉及政府信息公开的 涉政府信息公开 "
            + "涉及信息公开的 涉及依申请公开 因依申请公开 涉及政府信息公开工作的 涉及依申请公开的 "
            + "经 方式 形式 被告 较多 较少 仍然 只 只有 仅有 "
            + "针对政府信息公开 针对政府信息公开的 针对政府信息公开工作的 按期 按时 按规 按时按规 及时 限期内 期限内 法定期限内 规定期限内 "
            + "按时序 按序时 除去 除开 按时限 按规定时限 "
            + "按要求 按照要求 按照规定 按照相关要求 按照相关规定 按相关规定 按照有关规定 按有关规定 按程序 按照程序 "
            + "法定时限内 规定时限内 受理期限内 逐一 逐件 来自 源自 区分处理后 区分处理 主要为 主要是 主要有 "
            + "领域 领域的 大幅 明显 略有 小幅 持续 "
            + "稳步 快速 市民 企业群众 办事群众 告知 属于 属 作 结果为 答复为 认定为 不含 不包括 不包含 扣除 还有 尚余 尚 "
            + "法院判决 人民法院判决 法院裁定 人民法院裁定 复议机关 行政复议机关 原行为 原具体行政行为 原行政行为 原决定 主体 "
            + "最多 居多 为主 里 清理后 承接 仅 设立 设置 设有 配备 涉信息公开 涉信息公开的 "
            + "涉政府信息公开类 涉信息公开类 政府信息公开领域 信息公开领域 政府信息公开问题 信息公开问题 经批准 了 上 一共 从事 "
            + "负责政府信息公开工作 负责信息公开工作 负责政务公开工作 负责此项工作 承担此项工作 具体负责 "
            + "负责政府信息公开日常工作 负责政府信息公开的日常工作 负责信息公开日常工作 负责信息公开的日常工作 "
            + "负责政务公开日常工作 负责政务公开的日常工作 负责日常工作 负责政府信息公开具体工作 承担政府信息公开工作 "
            + "延续 代表 线上线下 线上、线下 线上和线下 线上及线下 线上与线下 线上加线下 "
            + "党政办 党政办公室 党政综合办 党政综合办公室 政务信息公开 政务信息公开工作 政务公开工作 答复内容 答复结果 "
            + "期末 判决 其后 依次 依次是 依次为 则 "
            + "其次 其次为 其次是 再次 再次为 申请人类型 申请人类别 申请人身份 申请主体 "
            + "历年最高 历年新高 历年之最 历史最高 历史新高 历史之最 创历史新高 创历年新高 "
            + "近年最高 近年来最高 近三年最高 近五年最高 "
            + "结果是 政府信息公开答复引发的 政府信息公开答复引起的 政府信息公开答复产生的 政府信息公开申请答复引发的 信息公开答复引发的 "
            + "终止办理 终止处理 主要理由 "
            + "除 外 之外 以外 进入 手中 手头 手上 时 两类案件 两类 两者 二者 三类案件 "
            + "同步 即 从 为此 专门 有所 较快 较慢 较大 较小 "
            + "政府信息公开事务 政府信息公开事务的 信息公开事务 信息公开事务的 安排 开辟 "
            + "举办 举行 召开 "
            + "先后 陆续 积极 高效 圆满 顺利 精心 稳妥 审慎 高达 悉数 整体 切实 扎实 实有 拥有 配有 撰写 编写 发表 "
            + "信息总量 信息总数 公开总数 公开总量 总公开数 公开信息总数 公开信息总量 信息公开总数 信息公开总量";

    /// <summary>Neutral words that only qualify a denial; with a figure they would make it another's.</summary>
    public const string Tail = "涉及 主要涉及 涉 关于 针对 事项 现象 问题 等 等情况 行为 情形 纠纷 及相关 任何 一";

    /// <summary>Words by which the prose speaks of the whole authority, its units included.</summary>
    public const string Own =
        "政府信息公开工作领导小组及办公室 政府信息公开工作领导小组和办公室 政府信息公开工作领导小组及其办公室 政府信息公开领导小组及办公室 "
            + "政府信息公开领导小组和办公室 政务公开工作领导小组及办公室 政务公开工作领导小组和办公室 政务公开领导小组及办公室 "
            + "本部门 我部门 我部 本部 政务公开办公室 政府信息公开办公室 政务公开工作办公室 政府信息公开工作办公室 "
            + "全区 全市 全县 全省 全州 全旗 全镇 全乡 全街道 全街 全局 全委 全厅 我区 我市 我县 我省 我州 我旗 我镇 我乡 我街道 我街 "
            + "我局 我分局 我委 "
            + "我厅 我办 我院 我中心 我园区 我管委会 我单位 我机关 本区 本市 本县 本省 本镇 本乡 本街道 "
        + "本局 本委 本厅 本办 本机关 本行政机关 本单位 各部门 各单位 各级各部门 各级 各级行政机关 各职能部门 "
        + "各处室 各科室 各股室 各内设机构 政府系统 各级行政执法机关 各行政执法机关 行政机关 各行政机关 "
        + "各有关单位 各有关部门 区政府各部门 "
        + "市政府各部门 县政府各部门 各委办局 各级政府 "
            + "及其工作部门 及其各部门 及其各工作部门 及其所属部门 及所属部门 及其职能部门 及各部门 及各工作部门 及其组成部门";

    /// <summary>Words that make what follows the figure of another: an office, a period, another kind of matter.</summary>
    public const string Other =
        "局 分局 委员会 管委会 办公室 区政府办 市政府办 县政府办 街道 街道办 办事处 镇 乡 片区 开发区 园区 中心 厅 院 法院 单位 部门 支队 "
            + "大队 公司 系统 本级 区本级 市本级 县本级 省本级 社区 村 学校 医院 "
        + "窗口 历年 以来 近年来 近三年 近五年 三年来 五年来 十三五 十四五 任期 备案 "
        + "政策性文件 党内规范性文件 其他单位 外单位 作为复议机关 作为行政复议机关 作为本级复议机关 履行复议职责 履行行政复议职责 "
        + "各县区 各区县 各市县 各县市区 各县市 各县 各区 各市 各地市 各市州 各设区市 各乡 各乡镇 各镇 各街道 "
        + "镇街 各镇街 各乡镇街道 各片区 各片区管委会 "
        + "县区 区县 下属 直属 所属";

    /// <summary>Words of a part of the year, and of another year.</summary>
    public const string Period = "某年 上半年 下半年 季度 一季度 二季度 三季度 四季度 前三季度 月 月份";

    /// <summary>Words of what has come together: over the year if one is named before, else over many.</summary>
    public const string SoFar = "累计 累计共";

    /// <summary>Words of what is to be or might be: no statement about the year.</summary>
    public const string Planned = "将 拟 计划 下一步 力争 确保 努力 避免 防止 杜绝 如果 一旦 凡 应当 需要 下年";

    /// <summary>Words by which a figure is about, above or below what it says.</summary>
    public const string Vague = "约 近 超 超过 逾 不足 余";

    /// <summary>Words of what is left of a whole.</summary>
    public const string Rest = "剩余 余下 剩下 其余 还剩";

    /// <summary>Words of what else there is beside the rows or columns named before.</summary>
    public const string Else = "其他 其他情形 其他情况 其他原因 其他类 其它 其它情形 其它情况";

    /// <summary>Words that begin what is said of a thing that was counted.</summary>
    public const string Predicate = "已于 已在 均已 未到 未满 均于 均在";

    /// <summary>Words that compare: the figure after them is a difference.</summary>
    public const string Compare = "比年初 较年初 "
        + "比上年 较上年 相比于上年 相较于上年 相较上年 相比上年 较之上年 比较上年 "
        + "与上年 同上年 和上年 比 较 同比 环比 相比 增长 增加 减少 下降 上升 提高 降低 增 减 增幅 "
        + "降幅 涨幅 升幅 减幅 多 少 净增 净减 净增加 净减少 增收 减收 多收 少收 上涨 攀升 增多 下滑 回落 翻番 翻一番 翻了一番 "
        + "上年同期 比上年同期 较上年同期";

    private static readonly string[] Up =
        ["增长", "增加", "上升", "提高", "增", "多", "增幅", "涨幅", "升幅", "净增", "净增加", "多收", "上涨", "攀升", "增收",
            "新增", "增多"];
    private static readonly string[] Down =
        ["下降", "减少", "降低", "减", "少", "降幅", "减幅", "净减", "净减少", "少收", "下滑", "回落", "减收"];

    /// <summary>1 for a word that says that there is more, −1 for one that says that there is less, 0 for any other.</summary>
    public static int SignOf(string word) =>
        Up.Contains(word, StringComparer.Ordinal) ? 1 : Down.Contains(word, StringComparer.Ordinal) ? -1 : 0;

    /// <summary>Words of the year before.</summary>
    public const string Prior = "上年 上年底 上年末 在上年 年初的";

    /// <summary>Words of the year itself.</summary>
    public const string Current = "本年 本年以来 本年来 本年内 本年全年 1月至今 1月以来 1月至12月 1月到12月 1-12月 1月-12月 1月—12月 "
        + Onward;

    /// <summary>Words between what there was the year before and what there is.</summary>
    public const string Onward = "调整为 调整至 变为 "
        + "上升至 上升到 上升为 增加至 增加到 增加为 增长至 增长到 增长为 增至 升至 升到 提高至 提高到 "
        + "下降至 下降到 下降为 减少至 减少到 减少为 降低至 降低到 减至 降至 降到";

    private static readonly string[] EachOnward = Onward.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a word leads on to what there is from what there was.</summary>
    public static bool IsOnward(string word) => EachOnward.Contains(word, StringComparer.Ordinal);

    /// <summary>Whether a word ends a part of a sentence that names a whole: 在主动公开的信息中.</summary>
    public static bool IsIn(string word) => word is "中" or "里" or "当中" or "之中";

    /// <summary>Words that apply a figure to each of several rows.</summary>
    public const string Each = "均 都 各 分别 一律 皆";

    /// <summary>Words that part a sentence like a comma.</summary>
    public const string Breaks = "， , ； ; ： : （ ） ( ) — … 【 】 ［ ］";

    /// <summary>Words that join the members of a list.</summary>
    public const string Lists = "、 和 及 以及 与 或 或者 并 并且 且 暨";

    /// <summary>Words that look like a denial and are none, and ordinary words that hold a shorter one with a meaning here.</summary>
    public const string Masks =
        "上述 单位实际 总体 处理 "
        + "未来 每月 月度 逐月 回应 响应 未经 未按 未能 未及时 未成年 未公开 无法 无关 无偿 无纸 无障碍 无论 无误 无需 无须 无故 无缝 无疑 "
            + "格局 布局 大局 结局 开局 局面 局势 局限 大厅 城乡 农村 下乡 以人民为中心 为中心 中心任务 中心大局 中心城区 "
            + "告知通过其他途径办理 告知通过其他途径 告知其他途径 告知向其他部门 告知向有关部门 告知向其他机关 告知申请人向其他部门 "
            + "告知申请人向有关部门 告知申请人向其他机关 "
            + "主管部门 牵头部门 责任部门 承办部门 "
            + "部门预算 部门决算 部门预决算 部门文件 部门动态 系统梳理 系统推进 "
            + "乡村 城镇 镇定 村镇 中心工作 院落 和谐 与会 "
        + "镇长 乡长 院长 部门户 村长 局长信箱 市长信箱 区长信箱 县长信箱 厅长信箱 局长 厅长 "
        + "规划计划 工作计划 计划总结 行动计划 "
        + "及格 以及时 将来 应用 应对 应急 应诉 要求 要点 要素 如期 如实 如下 如何 减税 减费 减税降费 减负 增强 增进 近期 附近 较好 "
        + "较为 比例 比较 从严 从快 从优 从而 从源头 即时 超时 多种 多样 多元 多渠道 少数 减轻 约束 约谈 "
        + "公共 共同 共享 共建 共治 共青团 共产党 中共 其余各项 中国 集中 中央 月底前 单位名称 系统性 窗口期 村务 党务 校务 一件事 村民";

    /// <summary>Words that state a share.</summary>
    public const string Share = "占 占比 占到 占比为 约占 占比重 所占比重 所占比例 占比例 比重 比重为 "
        + "占总体比例 占总体比例为 占总体比例约 占总体比例约为 占总体比重 占总体比重为 占总体比重约为 占总比例 占总比例为 占总比例约为 "
        + "占总比 占总比重 占总数比例 占总数比例为 占总数比例约为 占总量比例 占总量比例为 占总量比例约为 占总数比重 占总数比重为 "
        + "占总量比重 占总量比重为 占总数的比例为 占总数的比例约为 占总量的比例为 占总量的比例约为 占总数的比重为 占总量的比重为 "
        + "占比约 占比约为 占比达 占比达到 占比例为 占比例约为";

    /// <summary>The words with their <see cref="Kind"/> as a number; of the same words the first counts.</summary>
    public static IEnumerable<(string Word, int Number)> All => new[]
    {
        ("其中", Kind.Among), (Masks, Kind.Unknown), (Own, Kind.Own), (Other, Kind.Other), (Period, Kind.Period), (Planned, Kind.Planned),
        (SoFar, Kind.SoFar), (Prior, Kind.Prior), (Current, Kind.Current), (Compare, Kind.Compare), (Vague, Kind.Vague), (Each, Kind.Each),
        (Breaks, Kind.Break), (Lists, Kind.List), (Share, Kind.Share), (Neutral, Kind.Neutral), (Tail, Kind.Tail), (Rest, Kind.Rest),
        (Else, Kind.Else), (Predicate, Kind.Predicate),
    }.SelectMany(of => of.Item1.Split(' ').Select(w => (Spelling.Of(w), (int)of.Item2)));
}
