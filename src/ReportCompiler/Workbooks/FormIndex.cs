namespace ReportCompiler.Workbooks;

/// <summary>
/// What a form that <c>new</c> wrote knows of itself. Its very hidden sheet has a line for everything: the key in column A, a value or a
/// reference in column B. <c>reportc</c> is the version of this list, 单位, 年度 and 格式 are values. All others refer to the cell that
/// holds the figure by a formula such as <c>'依申请公开'!$D$9</c>, which moves with the cell: 填报人, 审核人, 电话, 全表为无.主动公开
/// (是 says that a whole table is 无) and every cell path, totals too, which are formulas. Column C says which kind a cell path is of.
/// <para>
/// The same is said once more on the sheets of the tables, for a form whose very hidden sheet got lost. In the hidden column A stands
/// 键 where the row, hidden too, gives the keys of the columns below it; and in a row with figures the path of its row. Both joined by a
/// dot, or the path of the row alone where the column has no key, are the path of a cell.
/// </para>
/// </summary>
public static class FormIndex
{
    /// <summary>The name of the very hidden sheet.</summary>
    public const string Sheet = "_reportc";

    /// <summary>The key of the version.</summary>
    public const string VersionKey = "reportc";

    /// <summary>The version.</summary>
    public const int Version = 1;

    /// <summary>The key of the unit.</summary>
    public const string UnitKey = "单位";

    /// <summary>The key of the year.</summary>
    public const string YearKey = "年度";

    /// <summary>The key of the edition.</summary>
    public const string EditionKey = "格式";

    /// <summary>What stands before the key of a table whose cell says that it is 无 as a whole.</summary>
    public const string NothingPrefix = "全表为无.";

    /// <summary>What is chosen there for a table that is 无.</summary>
    public const string Yes = "是";

    /// <summary>The same in a form in English.</summary>
    public const string EnglishYes = "yes";

    /// <summary>What column A of a sheet has where the row gives the keys of the columns.</summary>
    public const string KeyRow = "键";

    /// <summary>A cell to be filled in.</summary>
    public const string Input = "输入";

    /// <summary>A cell that was filled in from the year before.</summary>
    public const string Given = "已填";

    /// <summary>A cell whose formula adds up others.</summary>
    public const string Total = "合计";
}
