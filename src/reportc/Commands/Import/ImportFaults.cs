using System.Globalization;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Import;

/// <summary>What is found when a document is placed in a project.</summary>
internal static class ImportFaults
{
    /// <summary>A statutory table is not in the document.</summary>
    public static Diagnostic MissingTable(Location at, string table) => new(Catalogue.ImportOpen,
        new($"没有读到“{table}”，整张表待核", $"the table “{table}” was not found; all of it is 待核"),
        new("照原件填写；原件说明没有发生的，写 无", "fill it in from the document; where that says there was nothing, write 无"))
    { Cell = table, Location = at };

    /// <summary>Rows or cells of a table that is there were not found: they are not stated, and nobody has looked at them.</summary>
    public static Diagnostic Unseen(Location at, IReadOnlyList<string> paths)
    {
        const int MostNamed = 10;
        var more = paths.Count - MostNamed;
        var named = string.Join('、', paths.Take(MostNamed));
        var (count, lines) = (paths.Count, paths.Count == 1 ? "row or cell" : "rows or cells");
        return new(Catalogue.ImportOpen,
            new($"表中有 {count} 行（格）没有读到，作没有写：{named}{(more > 0 ? $"，另有 {more} 处" : "")}",
                $"{count} {lines} of the tables not found, taken as not stated: {named}"
                + (more > 0 ? $", and {more} more" : "")),
            new("照原件看有没有这些行；有的补上，没有的不用改", "look for them in the document; add what is there"))
        { Location = at };
    }

    /// <summary>Cells that were not settled.</summary>
    public static Diagnostic Open(Location at, int count) => new(Catalogue.ImportOpen,
        new($"有 {count} 格没有读定，写成 待核，注明了原文",
            $"{count} {(count == 1 ? "cell is" : "cells are")} not settled and written 待核 with what stands in the document"),
        new("照原件核对后改成数字；没有的写 无", "compare with the document and write the figure, or 无"))
    { Location = at };

    /// <summary>The document does not say whose it is.</summary>
    public static Diagnostic NoUnit(Location at) => new(Catalogue.ImportFile,
        new("看不出是哪个单位的报告", "the document does not say whose report it is"),
        new("用 --unit 写明单位", "name the unit with --unit"))
    { Location = at };

    /// <summary>A workbook holds the reports of several, and none that is asked for.</summary>
    public static Diagnostic NotAmong(Location at, string? unit, int? year, IReadOnlyList<string> reports)
    {
        const int MostNamed = 10;
        var (named, more) = (string.Join('、', reports.Take(MostNamed)), reports.Count - MostNamed);
        var asked = string.Create(CultureInfo.InvariantCulture, $"{unit} {year}").Trim();
        return new(Catalogue.ImportFile,
            new($"文件里有 {reports.Count} 份报告，没有“{asked}”：{named}{(more > 0 ? $"，另有 {more} 份" : "")}",
                $"the file holds {reports.Count} reports, none of “{asked}”: {named}{(more > 0 ? $", and {more} more" : "")}"),
            new("核对 --unit、--year；不写时全部导入", "check --unit and --year; without them all are imported"))
        { Location = at };
    }

    /// <summary>The document does not say of which year it is.</summary>
    public static Diagnostic NoYear(Location at) => new(Catalogue.ImportFile,
        new("看不出是哪一年的报告", "the document does not say of which year it is"),
        new("用 --year 写明年度", "name the year with --year"))
    { Location = at };

    /// <summary>The roster does not list the unit.</summary>
    public static Diagnostic UnknownUnit(Location at, string unit) => new(Catalogue.ImportAgainst,
        new($"名册中没有“{unit}”", $"the roster does not list “{unit}”"),
        new("用 --unit 写明名册中的单位，或把它写进名册", "name a unit of the roster with --unit, or add it to the roster"))
    { Location = at };

    /// <summary>An option names another unit or year than the document.</summary>
    public static Diagnostic Otherwise(Location at, string option, string given, string stated) => new(Catalogue.ImportAgainst,
        new($"文件写的是“{stated}”，按 {option} 作“{given}”",
            $"the document says “{stated}”; “{given}” is taken, as {option} says"),
        new($"核对 {option}", $"check {option}"))
    { Location = at };

    /// <summary>The tables are of another edition than the year's.</summary>
    public static Diagnostic OtherEdition(Location at, int year, string edition, string? usual) => new(Catalogue.ImportAgainst,
        new($"表格是 {edition} 版格式，{year} 年用的是 {usual ?? "—"} 版",
            $"the tables are of edition {edition}; {year} uses {usual ?? "none"}"),
        new($"在 reportc.yaml 的“格式”里加一行 {year}: \"{edition}\"（--write-edition 代为加上）",
            $"add {year}: \"{edition}\" under 格式 in reportc.yaml (--write-edition adds it)"))
    { Location = at };

    /// <summary>A unit has several data files, and nobody knows which one a document replaces.</summary>
    public static Diagnostic Twice(Location at, string unit, IReadOnlyList<string> files) => new(Catalogue.ImportDiffers,
        new($"“{unit}”有 {files.Count} 个数据文件，不知道换哪一个，都没有改动：{string.Join('、', files)}",
            $"“{unit}” has {files.Count} data files, and which one to replace is not known; all are kept: {string.Join(", ", files)}"),
        new("留下一个，其余的删去或移出 data 文件夹，再导入",
            "keep one, delete the others or move them out of the data folder, and import again"))
    { Location = at };

    /// <summary>A file is there that says something else; it is kept.</summary>
    public static Diagnostic Differs(Location at, string file, IReadOnlyList<string> differences)
    {
        const int MostShown = 20;
        var (shown, more) = (differences.Take(MostShown).ToList(), differences.Count - MostShown);
        var (chinese, english) = (string.Join('；', shown), string.Join("; ", shown));
        return new(Catalogue.ImportDiffers,
            new($"{file} 已有，内容不同，没有改动：{chinese}{(more > 0 ? $"；另有 {more} 处" : "")}",
                $"{file} is there and differs; it is kept: {english}{(more > 0 ? $"; and {more} more" : "")}"),
            new("核对哪一个对；要换成读到的，加 --force", "see which is right; --force replaces it"))
        { Location = at };
    }
}
