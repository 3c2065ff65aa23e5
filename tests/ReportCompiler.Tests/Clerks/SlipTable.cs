namespace ReportCompiler.Tests.Clerks;

/// <summary>
/// What clerks do to a data file: each a change of the same right file, with what the remedy must say. Taken from files sent in,
/// and from what mail, chat groups, Word and spreadsheets make of a text.
/// </summary>
internal static class SlipTable
{
    /// <summary>A data file in which everything is right.</summary>
    public const string Right = """
        单位: 区公安分局
        年度: 2021
        报送日期: 2022-01-12
        主动公开:
          规章: 无
          行政规范性文件: {本年制发件数: 2, 本年废止件数: 1, 现行有效件数: 9}
          行政许可: 1234
          行政处罚: 30
          行政强制: 0
          行政事业性收费: 10.59
        依申请公开:
          本年新收: {自然人: 3, 商业企业: 1, 总计: 4}
          上年结转: 无
          办理结果:
            予以公开: {自然人: 1, 商业企业: 1, 总计: 2}
            部分公开: 无
            不予公开:
              属于国家秘密: {自然人: 1, 总计: 1}
            无法提供:
              本机关不掌握相关政府信息: {自然人: 1, 总计: 1}
            不予处理: 无
            其他处理:
              其他: 无
            总计: {自然人: 3, 商业企业: 1, 总计: 4}
          结转下年度: 无
        复议诉讼:
          行政复议: {结果维持: 1, 总计: 1}
          未经复议直接起诉: 无
          复议后起诉: 无

        """;

    private const string Received = "本年新收: {自然人: 3, 商业企业: 1, 总计: 4}";

    /// <summary>The slips.</summary>
    public static IReadOnlyList<SlipCase> All { get; } =
    [
        // Rows pasted.
        Row("本年新收\t3\t1\t0\t0\t0\t0\t4", "本年新收: {自然人: 3, 商业企业: 1, 科研机构: 0"),
        Row("本年新收:\t3\t1\t0\t0\t0\t0\t4", "本年新收: {自然人: 3, 商业企业: 1, 科研机构: 0"),
        Row("一、本年新收政府信息公开申请数量\t3\t1\t0\t0\t0\t0\t4", "本年新收: {自然人: 3, 商业企业: 1"),
        Row("本年新收    3  1  0  0  0  0  4", "本年新收: {自然人: 3, 商业企业: 1"),
        Row("本年新收: 3 1 0 0 0 0 4", "本年新收: {自然人: 3, 商业企业: 1"),
        Row("本年新收\t3\t1\t\t\t\t\t4", "本年新收: {自然人: 3, 商业企业: 1, 总计: 4}"),
        new("  行政许可: 1234\n", "  行政许可\t1234\n", "行政许可: 1234"),
        new("  行政许可: 1234\n  行政处罚: 30\n", "\t行政许可\t1234\n\t行政处罚\t30\n", "行政许可: 1234"),
        new("  行政规范性文件: {本年制发件数: 2, 本年废止件数: 1, 现行有效件数: 9}", "  行政规范性文件\t2\t1\t9",
            "行政规范性文件: {本年制发件数: 2, 本年废止件数: 1, 现行有效件数: 9}"),
        new("    予以公开: {自然人: 1, 商业企业: 1, 总计: 2}", "\t（一）予以公开\t\t1\t1\t0\t0\t0\t0\t2",
            "予以公开: {自然人: 1, 商业企业: 1"),
        Row("本年新收\t3\t1\t0", "本年新收: {自然人: …"),
        new("  行政复议: {结果维持: 1, 总计: 1}", "  行政复议\t1\t0\t0\t0\t1", "行政复议: {结果维持: 1, 结果纠正: 0"),

        // Braces and colons forgotten.
        Row("本年新收: 自然人: 3, 商业企业: 1, 总计: 4", Received),
        Row("本年新收: 自然人：3，商业企业：1，总计：4", Received),
        Row("本年新收: (自然人: 3, 商业企业: 1, 总计: 4)", Received),
        Row("本年新收: （自然人：3，商业企业：1，总计：4）", Received),
        Row("本年新收: {自然人3, 商业企业1, 总计4}", "自然人: 3"),
        Row("本年新收: {自然人 3, 商业企业 1, 总计 4}", "自然人: 3"),
        Row("本年新收: {自然人=3, 商业企业=1, 总计=4}", "自然人: 3"),
        Row("本年新收: 自然人3，商业企业1，总计4", Received),
        Row("本年新收: [3, 1, 0, 0, 0, 0, 4]", "本年新收: {自然人: 3, 商业企业: 1, 科研机构: 0"),
        Row("本年新收: {自然人: 3, 商业企业: 1, 总计: 4", "}"),
        Row("本年新收: {自然人: 3, 商业企业: 1, 总计: 4}}", "}"),
        Row("本年新收: {自然人: 3 商业企业: 1, 总计: 4}", "自然人: 3, 商业企业"),
        Row("本年新收 {自然人: 3, 商业企业: 1, 总计: 4}", "本年新收: {"),
        Row("本年新收= {自然人: 3, 商业企业: 1, 总计: 4}", "本年新收: {"),
        Row("本年新收: {自然人; 3, 商业企业: 1, 总计: 4}", "自然人: 3"),
        Row("本年新收: 4", "本年新收: {自然人: 4, 总计: 4}"),
        Row("本年新收：{自然人：3，商业企业：1，总计：4}", ": "),
        Row("本年新收:{自然人:3,商业企业:1,总计:4}", "本年新收: {自然人: 3,"),
        Row("“本年新收”: {自然人: 3, 商业企业: 1, 总计: 4}", null),
        new("    总计: {自然人: 3, 商业企业: 1, 总计: 4}", "    总计: 4", "删去这一行"),
        new("  行政处罚: 30", "  行政处罚 30", "行政处罚: 30"),
        new("  行政处罚: 30", "  行政处罚30", "行政处罚: 30"),
        new("  行政处罚: 30", "  行政处罚;30", "行政处罚: 30"),
        new("  行政处罚: 30", "  行政处罚——30", "行政处罚: 30"),
        new("  行政处罚: 30", "  - 行政处罚: 30", "行政处罚: 30"),
        new("  行政处罚: 30", "  -行政处罚: 30", "行政处罚: 30"),
        new("  行政处罚: 30", "  * 行政处罚: 30", "行政处罚: 30"),
        new("  行政处罚: 30", "  1. 行政处罚: 30", null),
        new SlipCase("  行政处罚: 30", "  行政处罚: 30, 行政强制: 0", "“行政处罚: 30”、“行政强制: 0”").And("  行政强制: 0\n", ""),
        new("  行政处罚: 30\n", "  行政处罚:\n  30\n", "行政处罚: 30"),
        new("  行政处罚: 30", "  行政处罚: 30;", "30"),

        // Figures.
        Penalties("12（含分局）", "行政处罚: 12  # 含分局"),
        Penalties("12 (含分局)", "行政处罚: 12  # 含分局"),
        Penalties("12 // 含分局", "行政处罚: 12  # 含分局"),
        Penalties("12#含分局", "行政处罚: 12  # 含分局"),
        Penalties("12　＃含分局", "行政处罚: 12 #含分局"),
        Penalties("12 ＃ 含分局", "“# ”"),
        Penalties("12，含分局", "行政处罚: 12  # 含分局"),
        Penalties("12件", "12"),
        Penalties("１２", "12"),
        Penalties("1 234", "1234"),
        Penalties("1，234", "1234"),
        Penalties("l2", "12"),
        Penalties("1O", "10"),
        Penalties("O", "0"),
        Penalties("o", "0"),
        Penalties("十二", "12"),
        Penalties("12.0", "12"),
        Penalties("012", "12"),
        Penalties("/", "无"),
        Penalties("—", "无"),
        Penalties("没有", "0"),
        Penalties("约30", "30"),
        Penalties("30余", "30"),
        Penalties("30+2", "32"),
        Penalties("=28+2", "30"),
        Penalties("#REF!", "表格"),
        Penalties("-30", "0 或正数"),
        Penalties("", "0 或 无"),
        Fees("10.59万", "10.59"),
        Fees("￥10.59", "10.59"),
        Fees("¥10.59", "10.59"),
        Fees("10.59万元", "10.59"),
        Fees("105900元", "10.59"),
        Fees("10.59 // 备注", "行政事业性收费: 10.59  # 备注"),
        Fees("10。59", "10.59"),
        Fees("10,59", "10.59"),
        Fees("1.05e1", "10.5"),

        // Names.
        Row("本年新收: {法人: 1}", "商业企业"),
        Row("本年新收: {自然人: 3, 企业: 1, 总计: 4}", "商业企业"),
        Row("本年新収: {自然人: 3, 商业企业: 1, 总计: 4}", "本年新收"),
        Row("新收: {自然人: 3, 商业企业: 1, 总计: 4}", "本年新收"),
        Row("本年新收: {自然人: 3, 商业企业: 1, 合计: 4}", "总计"),
        Row("本年新收: {自然人: 3, 自然人: 1, 总计: 4}", "删去"),

        // Indentation.
        new(null, null, "缩进", "all indentation lost")
        {
            Change = static text => string.Join('\n', text.Split('\n').Select(static l => l.TrimStart(' '))),
            Findings = 3,
        },
        new(null, null, "缩进", "indentation of one table lost")
        {
            Change = static text => string.Join('\n', text.Split('\n').Select(static (l, i) => i is > 10 and < 26 ? l.TrimStart(' ') : l)),
        },
        new("  行政处罚: 30", "行政处罚: 30", "缩进"),
        new("  行政处罚: 30", "   行政处罚: 30", "缩进"),
        new("  行政处罚: 30\n  行政强制: 0", " 行政处罚: 30\n 行政强制: 0", "缩进"),
        new("    部分公开: 无", "  部分公开: 无", "缩进"),
        new("  结转下年度: 无", "    结转下年度: 无", "缩进"),
        new("      属于国家秘密", "    属于国家秘密", "缩进"),
        new("  行政处罚: 30", "\t行政处罚: 30", "空格"),
        new("  行政处罚: 30", "　行政处罚: 30", "空格"),

        // Fields and remarks.
        new("主动公开:\n", "主动公开:\n  填报人: 张三\n", "填报人"),
        new("复议诉讼:\n", "备注: 无异常\n复议诉讼:\n", "# 备注: 无异常"),
        new("  规章: 无\n", "  规章: 无\n  备注: 本年无\n", "# 备注: 本年无"),
        new("复议诉讼:\n", "说明: 本年无异常\n复议诉讼:\n", "# 说明: 本年无异常"),
        new("单位: 区公安分局\n", "单位: 区公安分局\n单位负责人: 李四\n", "# 单位负责人: 李四"),
        new("年度: 2021", "年度: 二〇二一", "2021"),
        new("年度: 2021", "年度: 2021年", "2021"),
        new("年度: 2021", "年份: 2021", "年度"),
        new("报送日期: 2022-01-12", "报送日期: 2022年1月12日", "2022-01-12"),
        new("报送日期: 2022-01-12", "报送日期: 1月12日", "2022-01-12"),
        new("报送日期: 2022-01-12", "报送日期: 44573", "2022-01-12"),
        new("复议诉讼:\n", "报表结束\n复议诉讼:\n", "# 报表结束"),
        new("主动公开:\n", "一、主动公开政府信息情况\n主动公开:\n", "# 一、主动公开政府信息情况"),
        new("  行政处罚: 30\n", "<<<<<<< HEAD\n  行政处罚: 30\n=======\n  行政处罚: 31\n>>>>>>> main\n", "<<<<<<<"),
        new("单位: 区公安分局\n", "```yaml\n单位: 区公安分局\n", "```"),
        new("复议诉讼:\n  行政复议: {结果维持: 1, 总计: 1}\n  未经复议直接起诉: 无\n  复议后起诉: 无\n", "", "复议诉讼: 无"),
        new("复议诉讼:", "复议诉讼", "复议诉讼:"),
        new("单位: 区公安分局\n", "", "单位: "),

        // A second walk, written before it was run.
        Row("本年新收,3,1,0,0,0,0,4", "本年新收: {自然人: 3, 商业企业: 1"),
        Row("本年新收|3|1|0|0|0|0|4", "本年新收: {自然人: 3, 商业企业: 1"),
        Row("| 本年新收 | 3 | 1 | 0 | 0 | 0 | 0 | 4 |", "本年新收: {自然人: 3, 商业企业: 1"),
        Row("本年新收：3、1、0、0、0、0、4", "本年新收: {自然人: 3, 商业企业: 1"),
        Row("本年新收: 自然人 3 商业企业 1 总计 4", Received),
        Row("本年新收: 自然人3件，商业企业1件，总计4件", "自然人: 3"),
        Row("本年新收: 【自然人: 3, 商业企业: 1, 总计: 4】", Received),
        Row("本年新收: ｛自然人: 3, 商业企业: 1, 总计: 4｝", Received),
        Row("本年新收: {自然人: 3; 商业企业: 1; 总计: 4}", "自然人: 3, 商业企业"),
        Row("本年新收: {自然人: 3、商业企业: 1、总计: 4}", "自然人: 3, 商业企业"),
        Row("本年新收: {自然人: 3, 商业企业: 1, 总计: 4},", Received),
        Row("本年新收: {自然人: 3, 商业企业: 1, 总计: 4}。", Received),
        Row("本年新收: {自然人: 3件, 商业企业: 1, 总计: 4}", "3"),
        Row("本年新收: \"{自然人: 3, 商业企业: 1, 总计: 4}\"", Received),
        Row("本年新收: {{自然人: 3, 商业企业: 1, 总计: 4}}", Received),
        Row("本年新收: {自然人: 3, 商业企业: 1, 总计: 4} 件", Received),
        Row("本年新收 : {自然人: 3, 商业企业: 1, 总计: 4}", null),
        new("  行政处罚: 30", "  行政处罚＝30", "行政处罚: 30"),
        new("  行政处罚: 30", "  行政处罚→30", "行政处罚: 30"),
        new("  行政处罚: 30", "  · 行政处罚: 30", "行政处罚: 30"),
        new("  行政处罚: 30", "  ● 行政处罚: 30", "行政处罚: 30"),
        new("  行政处罚: 30", "  （3）行政处罚: 30", null),
        new("  行政处罚: 30", "  行政处罚: 30 行政强制: 0", "“行政处罚: 30”、“行政强制: 0”") { Change = static text => text
            .Replace("  行政处罚: 30\n  行政强制: 0", "  行政处罚: 30 行政强制: 0", StringComparison.Ordinal) },
        Penalties("30左右", "30"),
        Penalties("30（待核实）", "行政处罚: 30  # 待核实"),
        Penalties("三十", "30"),
        Penalties("叁拾", "30"),
        Penalties("30.", "30"),
        Penalties("30 件", "30"),
        Penalties("共30件", "30"),
        Penalties("30-2", "半角阿拉伯数字"),
        Penalties("N/A", "无"),
        Penalties("暂无", "无"),
        Penalties("同上", "数字"),
        Penalties("见附件", "数字"),
        Penalties("？", "待填"),
        Fees("10.59元", "0.001059"),
        Fees("人民币10.59万元", "10.59"),
        Fees("10万5900元", "10.59"),
        Fees("1,234.5", "1234.5"),
        new("年度: 2021", "年度: 21", "2021"),
        new("报送日期: 2022-01-12", "报送日期: 2022.1.12", "2022-01-12"),
        new("复议诉讼:\n", "以上\n复议诉讼:\n", "# 以上"),
        new("复议诉讼:\n", "---------------\n复议诉讼:\n", "# ---------------"),
        new("复议诉讼:\n", "// 第三张表\n复议诉讼:\n", "“# // 第三张表”"),
        new("主动公开:\n", "<!-- 第一张表 -->\n主动公开:\n", "“# <!-- 第一张表 -->”"),

        // What stands around a line that is mended, and must stay.
        Row("本年新收: {自然人: 3,\n    商业企业: 1,\n    总计: 4}", "行政处罚: 30") with { Change = static text => text
            .Replace(Received, "本年新收: {自然人: 3,\n    商业企业: 1,\n    总计: 4}", StringComparison.Ordinal)
            .Replace("行政处罚: 30", "行政处罚 30", StringComparison.Ordinal) },
        Row("本年新收: {\n    自然人: 3, 商业企业: 1, 总计: 4\n  }", "复议诉讼:") with { Change = static text => text
            .Replace(Received, "本年新收: {\n    自然人: 3, 商业企业: 1, 总计: 4\n  }", StringComparison.Ordinal)
            .Replace("复议诉讼:", "复议诉讼", StringComparison.Ordinal) },
        new(null, null, "", "entries of entries over several lines") { Change = static text => text
            .Replace("    其他处理:\n      其他: 无\n", "    其他处理: {其他: {自然人: 0,\n        总计: 0},\n      逾期不补正: 无}\n",
                StringComparison.Ordinal)
            .Replace("  结转下年度: 无", "  结转下年度 = {自然人: 0}", StringComparison.Ordinal) },
        Row("本年新收: {自然人: 3, 商业企业: 1,", ""),
        new("单位: 区公安分局", "单位: \"区 # 公安分局\"  # 章", "行政处罚: 30") { Change = static text => text
            .Replace("单位: 区公安分局", "单位: \"区 # 公安分局\"  # 章", StringComparison.Ordinal)
            .Replace("行政处罚: 30", "行政处罚 30", StringComparison.Ordinal) },
        new("  行政处罚: 30", "  行政处罚 30  # 含“分局”", "行政处罚: 30"),
        new("  行政处罚: 30", "  行政处罚\t30\t# 含分局", "行政处罚: 30"),
        new("  行政处罚: 30", "\t行政处罚  30", "行政处罚: 30"),
        new("  行政处罚: 30", "  行政处罚  三十", ""),
        new("  行政处罚: 30", "  行政处罚\t\t", ""),
        new("  行政处罚: 30", "  行政处罚\t3\t0", ""),
        new("  行政处罚: 30", "  行政处罚|30", ""),
        new("  行政处罚: 30", "  | 行政处罚 | 30 |", "行政处罚: 30"),
        new("  行政处罚: 30", "  行政处罚: 30  # 含分局 # 甲", null),
        new("主动公开:\n", "表一  # 甲\n主动公开:\n", ""),
        new(null, null, "行政处罚: 30", "lines that end as those of Windows") { Change = static text => text
            .Replace("行政处罚: 30", "行政处罚 30", StringComparison.Ordinal).ReplaceLineEndings("\r\n") },
        new(null, null, "行政复议", "rows side by side, lines that end as those of Windows") { Change = static text => Across(text,
            "1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0").ReplaceLineEndings("\r\n") },
        new(null, null, "主动公开:", "the first line") { Change = static text => text[text.IndexOf("主动公开", StringComparison.Ordinal)..]
            .Replace("主动公开:", "主动公开", StringComparison.Ordinal) + text[..text.IndexOf("主动公开", StringComparison.Ordinal)] },

        // What a line says beside others.
        new("    予以公开: {自然人: 1, 商业企业: 1, 总计: 2}\n    部分公开: 无\n",
            "予以公开\t1\t1\t0\t0\t0\t0\t2\n部分公开\t0\t0\t0\t0\t0\t0\t0\n", "予以公开"),
        new("      属于国家秘密: {自然人: 1, 总计: 1}", "不予公开\t属于国家秘密\t1\t0\t0\t0\t0\t0\t1", "属于国家秘密"),
        new("    不予公开:\n      属于国家秘密: {自然人: 1, 总计: 1}", "\t不予公开\t属于国家秘密\t1\t0\t0\t0\t0\t0\t1", "属于国家秘密"),
        new("    不予公开:\n      属于国家秘密: {自然人: 1, 总计: 1}", "属于国家秘密\t1\t\t\t\t\t\t1", "属于国家秘密"),
        new("      其他: 无", "      其他\t0\t0\t0\t0\t0\t0\t0", "其他"),
        new("  结转下年度: 无", "  结转下年度\t\t\t\t\t\t\t", ""),
        new("  结转下年度: 无", "  结转下年度\t\t\t\t\t\t\t0", "结转下年度: {总计: 0}"),
        new("  结转下年度: 无", "  结转下年度\t\t0\t0\t0\t0\t0\t0\t0\t\t", "结转下年度: {自然人: 0"),
        new("    不予公开:\n", "    • 不予公开：\n", "不予公开:"),
        new("    不予公开:\n", "    不予公开\n", "不予公开:"),
        new("    不予公开:\n", "    不予公开：\n", "半角冒号"),
        new("  行政处罚: 30", "  - 行政处罚 30", "行政处罚: 30"),
        new("主动公开:\n", "一、主动公开政府信息情况  # 表一\n主动公开:\n", "# 一、主动公开政府信息情况"),
        new("    不予公开:\n", "\t不予公开\t\t\t\t\t\t\t\n", "不予公开:"),
        Row("本年新收\t3\t1\t0\t0\t0\t0\t", ""),
        new(null, null, "行政复议", "rows side by side, all of their headings") { Change = static text => Across(text,
            "\t\t\t\t\t未经复议直接起诉\t\t\t\t\t复议后起诉\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\n"
            + "1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0") },
        new(null, null, "缩进", "indentation of columns in lines lost") { Change = InLines, Findings = 3 },
        new(null, null, "缩进", "one column of a row in lines further in") { Change = static text => text
            .Replace(Received, "本年新收:\n    自然人: 3\n     商业企业: 1\n    总计: 4", StringComparison.Ordinal) },
        new(null, null, "", "columns in lines without colons") { Change = static text => text
            .Replace(Received, "本年新收:\n    自然人 3\n    商业企业=1\n    总计: 4", StringComparison.Ordinal), Findings = 2 },
    ];

    /// <summary>More than one slip, of which some are told and not mended, or mended and another is left.</summary>
    public static IReadOnlyList<SlipCase> InPart { get; } =
    [
        new("主动公开:\n", "单位：件  # 计量\n主动公开:\n", ""),
        new(null, null, "", "rows side by side, too few cells") { Change = static text => Across(text, "1\t0\t0\t0\t1\t0\t0\t0\t0\t0") },
        new(null, null, "", "rows side by side, a cell that is no figure") { Change = static text => Across(text,
            "1\t0\t约0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0") },
        new(null, null, "", "rows side by side, a total that is not theirs") { Change = static text => Across(text,
            "1\t0\t0\t\t2\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0") },
        new("  本年新收: {自然人: 3, 商业企业: 1, 总计: 4}", "  本年新收\t3\t1\t0\n  行政强制：0", ""),
        new("    予以公开: {自然人: 1, 商业企业: 1, 总计: 2}\n    部分公开: 无\n",
            "予以公开\t1\t1\t0\t0\t0\t0\t2\n部分公开\t0\t0\t0\t0\n", ""),
        new("    不予公开:\n      属于国家秘密: {自然人: 1, 总计: 1}", "\t无法提供\t属于国家秘密\t1\t0\t0\t0\t0\t0\t1", ""),
        new("  结转下年度: 无", "  - 结转下年度: 无\n  - 结转下年度: 无", ""),
        new("  上年结转: 无", "上年结转: 无\n  - 行政强制", ""),
        Row("本年新收    3  1  0  0  0  0  5", ""),
        new(null, null, "", "rows side by side, twice") { Change = static text => Across(text,
            "1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0") },
        new("    不予公开:\n      属于国家秘密: {自然人: 1, 总计: 1}\n", "    不予公开\n", "", "a group without its colon and its rows"),
        new("    不予公开:\n      属于国家秘密: {自然人: 1, 总计: 1}\n", "    不予公开\t3\n", "", "a figure for a group"),
        new(null, null, "", "a row without its group, and a figure that is none") { Change = static text => text
            .Replace("    不予公开:\n      属于国家秘密: {自然人: 1, 总计: 1}", "属于国家秘密\t1\t\t\t\t\t\t1", StringComparison.Ordinal)
            .Replace("复议后起诉: 无", "复议后起诉: {结果维持: 约3}", StringComparison.Ordinal) },
        new(null, null, "", "a row without the two groups above it") { Change = static text =>
            $"{text[..text.IndexOf("  办理结果:", StringComparison.Ordinal)]}不予公开\t属于国家秘密\t1\t0\t0\t0\t0\t0\t1\n"
            + text[text.IndexOf("  结转下年度", StringComparison.Ordinal)..] },
        new("复议诉讼:\n", "说明:\n  主动公开.行政许可: 甲\n 主动公开.行政处罚: 乙\n复议诉讼:\n", ""),
    ];

    private static string InLines(string text)
    {
        var lines = text
            .Replace("予以公开: {自然人: 1, 商业企业: 1, 总计: 2}", "予以公开:\n自然人: 1\n商业企业: 1\n总计: 2", StringComparison.Ordinal)
            .Replace("其他: 无", "其他:\n自然人: 0\n其他: 0\n总计: 0", StringComparison.Ordinal);
        return string.Join('\n', lines.Split('\n').Select(static l => l.TrimStart(' ')));
    }

    private static string Across(string text, string figures) =>
        $"{text[..text.IndexOf("复议诉讼:", StringComparison.Ordinal)]}复议诉讼:\n行政复议\t\t\t\t\t行政诉讼\n{figures}\n";

    private static SlipCase Row(string with, string? says) => new(Received, with, says);

    private static SlipCase Penalties(string with, string says) => new("行政处罚: 30", "行政处罚: " + with, says);

    private static SlipCase Fees(string with, string says) => new("行政事业性收费: 10.59", "行政事业性收费: " + with, says);
}
