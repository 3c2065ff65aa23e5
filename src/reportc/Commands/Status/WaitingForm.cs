using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Status;

/// <summary>How a form stands to the data files.</summary>
internal enum FormState
{
    /// <summary>No figure of it counts before it is imported.</summary>
    New,

    /// <summary>Its figures are others than those of its unit's data file: a correction, perhaps.</summary>
    Differing,

    /// <summary>It is of another year than its folder.</summary>
    OfOtherYear,

    /// <summary>Nothing is known of its figures: it is damaged, held by another program, or of a kind that is not read.</summary>
    Unread,
}

/// <summary>A form that a unit sent in, that lies in the data folder and asks for something.</summary>
/// <param name="File">The file, relative to the project.</param>
/// <param name="State">What it is.</param>
internal sealed record WaitingForm(string File, FormState State)
{
    /// <summary>The unit, where the form could be read; else null.</summary>
    public string? Unit { get; init; }

    /// <summary>The ending it must be saved under first, since the import cannot read it; null if it can.</summary>
    public string? SaveAs { get; init; }

    /// <summary>Why it could not be read; null if it could, or was not tried.</summary>
    public Diagnostic? Fault { get; init; }

    /// <summary>The data file from which it differs, or to which it could not be held; else null.</summary>
    public string? DataFile { get; init; }

    /// <summary>In how many cells it differs.</summary>
    public int Cells { get; init; }

    /// <summary>The year it is of, where that is another; else null.</summary>
    public int? OtherYear { get; init; }

    /// <summary>Its name without folders.</summary>
    public string Name => File[(File.LastIndexOf('/') + 1)..];

    /// <summary>What to do about it.</summary>
    /// <param name="shown">A file as it is shown.</param>
    /// <param name="named">The project as it was named; null if it was not.</param>
    public Text Remedy(Func<string, string> shown, string? named)
    {
        if (State == FormState.Unread) return UnreadRemedy(shown);
        if (SaveAs is { } ending) return new($"先用 WPS 或 Office 另存为 {ending}，再导入", $"save it as {ending} first, then import it");
        if (OtherYear is { } year)
            return new($"是 {year} 年的表；请单位重报，或移到 data/{year}/",
                $"is of {year}; ask the unit for it again, or move it to data/{year}/");
        var command = Import(named, [shown(File)], isForced: State == FormState.Differing);
        if (State == FormState.New) return new($"运行 {command}", $"run {command}");
        var data = shown(DataFile!);
        return new(
            $"与 {data} 有 {Cells} 格不同；如果是单位更正的，运行 {command}，数据文件就换成表格上的数",
            $"differs from {data} in {Cells} {(Cells == 1 ? "cell" : "cells")}; "
                + $"if the unit corrected it, run {command}, which replaces the data file");
    }

    private Text UnreadRemedy(Func<string, string> shown)
    {
        var why = Fault?.Message ?? new("这种文件读不了", "files of this kind are not read");
        var left = DataFile is { } data
            ? new Text($"没有与 {shown(data)} 核对", $"it was not compared with {shown(data)}")
            : new("里面的数没有计入", "its figures do not count");
        var help = SaveAs is { } ending ? new Text($"用 WPS 或 Office 另存为 {ending}", $"save it as {ending}")
            : Fault!.Rule == Catalogue.ImportTables ? new("是报表就请单位重报，不是就移出 data 文件夹",
                "ask the unit for its form again, or move the file out of the data folder")
            : Fault.Help;
        return new($"{why.Chinese}，{left.Chinese}{(help is null ? "" : "；" + help.Chinese)}",
            $"{why.English}; {left.English}{(help is null ? "" : "; " + help.English)}");
    }

    /// <summary>The command that imports files.</summary>
    /// <param name="named">The project as it was named; null if it was not.</param>
    /// <param name="files">The files as they are shown.</param>
    /// <param name="isForced">Whether data files are replaced.</param>
    public static string Import(string? named, IEnumerable<string> files, bool isForced) =>
        ShownCommand.Of([.. (string[])(isForced ? ["reportc", "import", "--force"] : ["reportc", "import"]), .. files])
            + ShownCommand.InProject(named);
}
