using ReportCompiler.Workbooks;

namespace ReportCompiler.Drafting;

/// <summary>How the parts of a form look.</summary>
internal static class FormStyles
{
    public static readonly CellStyle Title = new() { Font = "黑体", Size = 16, Alignment = Alignment.Centre };
    public static readonly CellStyle Heading = new() { Font = "黑体", Size = 14, Alignment = Alignment.Centre };
    public static readonly CellStyle Line = new() { Alignment = Alignment.Centre };
    public static readonly CellStyle Label = new() { IsLined = true, Alignment = Alignment.Centre, Ground = "F2F2F2" };
    public static readonly CellStyle Text = new() { IsLined = true, Alignment = Alignment.Left };
    public static readonly CellStyle Remark = new() { Size = 10, Alignment = Alignment.Left, Colour = "595959" };
    public static readonly CellStyle Input = new() { IsLined = true, IsOpen = true, Alignment = Alignment.Centre };
    public static readonly CellStyle OpenText = new() { IsLined = true, IsOpen = true, IsText = true, Alignment = Alignment.Left };
    public static readonly CellStyle Given = Input with { Ground = "DDEBF7" };
    public static readonly CellStyle Total = new() { IsLined = true, Alignment = Alignment.Centre, Ground = "F2F2F2" };
    public static readonly CellStyle Key = new() { Wraps = false, Size = 9, Colour = "A6A6A6" };

    /// <summary>The ground of a cell that is still to be filled in.</summary>
    public const string Blank = "FFF7D6";

    /// <summary>The ground of cells that need not be filled in.</summary>
    public const string Idle = "E7E6E6";

    /// <summary>The ground and the text of what does not add up.</summary>
    public static readonly (string Ground, string Text) Wrong = ("FFC7CE", "9C0006");

    /// <summary>The same of what nearly always does.</summary>
    public static readonly (string Ground, string Text) Doubtful = ("FFE0B3", "7F4A00");
}
