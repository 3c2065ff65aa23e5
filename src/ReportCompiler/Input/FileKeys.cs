namespace ReportCompiler.Input;

/// <summary>The fields of a data file that are no tables.</summary>
internal static class FileKeys
{
    public const string Unit = "单位";
    public const string Year = "年度";
    public const string Submitted = "报送日期";
    public const string Notes = "说明";
}
