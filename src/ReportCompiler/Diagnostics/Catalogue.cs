namespace ReportCompiler.Diagnostics;

/// <summary>
/// Every rule that is not an equation of an edition: its code, name, severity and title. Codes are never reused.
/// RC1xxx faults of a file, RC20xx rules of the form, RC30xx the roster, RC4xxx narrative and templates, RC5xxx project, editions
/// and rules, RC6xxx documents from the office and for it, RC9xxx the command line.
/// </summary>
public static class Catalogue
{
    public static readonly Rule Encoding = Error("RC1001", "encoding", "文件是 UTF-8 编码的文本", "a file is text in UTF-8");
    public static readonly Rule FileSize = Error("RC1002", "file-size", "文件大小在限度以内", "a file is not larger than the limit");
    public static readonly Rule Typing = Error("RC1003", "typing",
        "冒号、逗号、括号、空格用半角", "colons, commas, brackets and spaces are half-width");
    public static readonly Rule Syntax = Error("RC1004", "syntax", "文件符合 YAML 语法", "a file is well-formed YAML");
    public static readonly Rule PlainYaml = Error("RC1005", "plain-yaml",
        "不使用锚点、别名、标签、合并键和多文档", "no anchors, aliases, tags, merge keys or several documents");
    public static readonly Rule Empty = Error("RC1006", "empty-file", "文件有内容", "a file has content");
    public static readonly Rule NotRead = new("RC1007", "not-read", Severity.Warning,
        new("data 文件夹里的文件都读到了", "every file in a data folder is read"));
    public static readonly Rule MoreFindings = Error("RC1008", "more-findings",
        "文件的问题逐一列得完", "what is wrong with a file can be listed");
    public static readonly Rule DuplicateKey = Error("RC1010", "duplicate-key", "同一层内键不重复", "no key stands twice at one level");
    public static readonly Rule UnknownKey = Error("RC1011", "unknown-key", "键都是表上的项目", "every key is one of the form's");
    public static readonly Rule Shape = Error("RC1012", "shape", "每个字段写成应有的样子", "every field has the shape it should");
    public static readonly Rule Unseen = Error("RC1013", "unseen",
        "名称和文字里没有看不见的字符", "no name or text holds what is not seen");
    public static readonly Rule Number = Error("RC1020", "number", "每格是一个明确的数", "every cell is plainly a number");
    public static readonly Rule Unfilled = Error("RC1021", "unfilled", "没有待填的格", "nothing is left to fill in");
    public static readonly Rule MissingTable = Error("RC1022", "missing-table", "法定表格齐全", "every statutory table is there");
    public static readonly Rule Year = Error("RC1023", "year", "年度与所在文件夹一致", "the year is its folder's");
    public static readonly Rule NoUnit = Error("RC1024", "no-unit", "写明单位", "the unit is named");
    public static readonly Rule TooLarge = Error("RC1025", "too-large", "合计不超过 64 位整数", "a sum fits into 64 bits");

    /// <summary>The name of the editions' rule about cases carried over: a unit that ended must not leave any behind.</summary>
    public const string CarryOver = "carry-over";

    public static readonly Rule Jump = new("RC2011", "jump", Severity.Warning,
        new("数字没有成倍突变", "no figure jumps beyond five times"));
    public static readonly Rule Copied = new("RC2012", "copied", Severity.Warning,
        new("不是照抄上年数据", "the figures are not last year's"));
    public static readonly Rule Unstated = new("RC2013", "unstated", Severity.Info, new("每一行都写明", "every row is stated"));
    public static readonly Rule Rounded = new("RC2014", "rounded", Severity.Info,
        new("舍入后印出的各数加得出印出的总数", "figures printed rounded add up to the total printed rounded"));
    public static readonly Rule LastYear = new("RC3002", "last-year", Severity.Warning,
        new("上年的文件都在，可以读懂", "last year's files are there and can be read"));

    public static readonly Rule StatedTotal = Error("RC2005", "stated-total",
        "本机关所报汇总数等于程序汇总数", "a total the authority states is the computed one");
    public static readonly Rule Roster = Error("RC3001", "roster", "应报单位各报一次", "every unit due has filed once");

    public static readonly Rule Template = Error("RC4101", "template",
        "模板和正文中的表达式正确", "the expressions of narrative and templates are right");
    public static readonly Rule PageFigures = Error("RC4102", "page-figures",
        "报告上印出的数就是汇总数", "the figures on the page are the totals");
    public static readonly Rule NarrativeFigure = Error("RC4001", "narrative-figure",
        "正文中手写的数与表格一致", "a figure typed in the prose is the table's");
    public static readonly Rule NarrativeNone = Error("RC4002", "narrative-none",
        "正文说没有的，表格中为 0", "what the prose denies is 0 in the tables");
    public static readonly Rule NarrativeShare = new("RC4003", "narrative-share", Severity.Warning,
        new("正文中的占比算得出来", "a share in the prose recomputes"));
    public static readonly Rule NarrativeYear = new("RC4004", "narrative-year", Severity.Warning,
        new("正文中的年份是报告年度", "the years of the prose are the report's"));
    public static readonly Rule NarrativeSection = new("RC4005", "narrative-section", Severity.Warning,
        new("报告六个部分齐全、序号正确、内容不空", "the report has its sections, numbered rightly, none empty"));
    public static readonly Rule ProcessingFee = new("RC4006", "processing-fee", Severity.Warning,
        new("写明信息处理费收取情况，不超过行政事业性收费", "the processing fee is stated and is not more than the administrative fees"));
    public static readonly Rule Contact = new("RC4007", "contact", Severity.Warning,
        new("联系方式写明地址、邮编、电话", "the contact line has address, post code and telephone"));

    public static readonly Rule NarrativeMarkup = Error("RC4008", "narrative-markup",
        "正文照写的样子印出来", "the prose is published as it was written and meant");
    public static readonly Rule NarrativeHeading = new("RC4009", "narrative-heading", Severity.Warning,
        new("各部分的标题与序号相符", "the headings of sections have the words of their ordinals"));
    public static readonly Rule NarrativeParts = new("RC4010", "narrative-parts", Severity.Warning,
        new("正文所列各项与总数相符", "the parts a sentence lists fit their whole"));
    public static readonly Rule NarrativeGrowth = new("RC4011", "narrative-growth", Severity.Warning,
        new("正文中的增减算得出来", "a growth in the prose recomputes"));

    public static readonly Rule NarrativeUnread = new("RC4012", "narrative-unread", Severity.Info,
        new("正文中表上的数都读懂了", "every figure of the prose beside words of the form is understood"));
    public static readonly Rule NarrativeCopied = new("RC4013", "narrative-copied", Severity.Warning,
        new("正文不是照抄上年", "the prose is not last year's over again"));
    public static readonly Rule PublicationDate = new("RC4014", "publication-date", Severity.Warning,
        new("发布和署名的日期在报告年度之后", "the dates of publication and signature lie after the report's year"));

    public static readonly Rule Project = Error("RC5001", "project", "reportc.yaml 正确", "reportc.yaml is right");
    public static readonly Rule Edition = Error("RC5002", "edition", "格式文件正确", "an edition file is right");

    public static readonly Rule ImportFile = Error("RC6001", "import-file",
        "导入的文件读得懂，看得出单位和年度", "a file to import can be read and says whose it is and of which year");
    public static readonly Rule ImportTables = Error("RC6002", "import-tables",
        "导入的文件里有法定的统计表", "a file to import has statutory tables");
    public static readonly Rule ImportOpen = new("RC6003", "import-open", Severity.Warning,
        new("导入的每一格都读定了", "every cell that was imported is settled"));
    public static readonly Rule ImportAgainst = new("RC6004", "import-against", Severity.Warning,
        new("导入的文件与项目、选项一致", "an imported file agrees with the project and the options"));
    public static readonly Rule ImportDiffers = Error("RC6005", "import-differs",
        "导入不改动已有的文件", "an import leaves files that are there");

    public static readonly Rule Usage = Error("RC9001", "usage", "命令写法正确", "the command line is right");
    public static readonly Rule Files = Error("RC9002", "files", "文件可以读写", "files can be read and written");
    public static readonly Rule Internal = Error("RC9003", "internal", "程序内部无错", "no internal error");

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        Encoding, FileSize, Typing, Syntax, PlainYaml, Empty, NotRead, MoreFindings, DuplicateKey, UnknownKey, Shape, Unseen, Number,
        Unfilled, MissingTable, Year, NoUnit, TooLarge,
        StatedTotal, Jump, Copied, Unstated, Rounded, Roster, LastYear, NarrativeFigure, NarrativeNone, NarrativeShare,
        NarrativeYear, NarrativeSection, ProcessingFee, Contact, NarrativeMarkup, NarrativeHeading, NarrativeParts, NarrativeGrowth,
        NarrativeUnread, NarrativeCopied, PublicationDate,
        Template, PageFigures, Project, Edition, ImportFile, ImportTables, ImportOpen, ImportAgainst, ImportDiffers, Usage, Files, Internal,
    ];

    private static Rule Error(string code, string name, string chinese, string english) =>
        new(code, name, Severity.Error, new Text(chinese, english));
}
