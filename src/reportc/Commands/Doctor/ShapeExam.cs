using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Doctor;

/// <summary>Encoding and line ends of every file a build reads.</summary>
internal static class ShapeExam
{
    /// <summary>Looks at every file; those as they should be are counted.</summary>
    /// <param name="exam">Takes the remarks.</param>
    /// <param name="subject">The project.</param>
    /// <param name="inJson">A path of the project as programs are told it.</param>
    public static void Add(Examination exam, ExaminedProject subject, Func<string, string> inJson)
    {
        exam.Begin("encodings", new("编码", "Encodings"), subject.Name);
        var shapes = new List<FileShape>();
        foreach (var file in subject.Read()) exam.Look(() => shapes.Add(FileShape.Of(subject.Folder.Source(file))));
        exam.Files.AddRange(shapes.Select(s => s with { File = inJson(s.File) }));
        foreach (var shape in shapes)
        {
            if (shape.IsForeign) exam.Add(Foreign(shape, subject.Shown(shape.File)));
            else if (shape.LineEnds == FileShape.Mixed) exam.Add(Mixed(shape, subject.Shown(shape.File)));
        }
        var mark = shapes.Exists(s => s.IsForeign) ? Mark.Info : Mark.Fine;
        var (encodings, ends) = (Counted(shapes, s => Named(s.Encoding)), Counted(shapes, s => Ends(s.LineEnds)));
        exam.Add(new("read", mark, new("读取", "read"), new(
            $"{shapes.Count} 个文件：{encodings.Chinese}；行尾 {ends.Chinese}",
            $"files: {shapes.Count}; {encodings.English}; line ends {ends.English}")));
    }

    private static ExamRemark Foreign(FileShape shape, string shown)
    {
        var encoding = Named(shape.Encoding);
        return new("encoding", Mark.Problem, Text.Same(shown),
            new($"{encoding.Chinese}，应为 UTF-8", $"{encoding.English}, not UTF-8"),
            new("用记事本或 WPS 打开，“另存为”时编码选 UTF-8", "open it in an editor and save it as UTF-8"), shape.File);
    }

    private static ExamRemark Mixed(FileShape shape, string shown) => new("line-ends", Mark.Attention, Text.Same(shown),
        new("行尾混用 CRLF 和 LF，可以读取", "line ends are mixed, CRLF and LF; it can be read"),
        new("在编辑器里统一行尾后保存", "save it with one kind of line end"), shape.File);

    /// <summary>How many files there are of each kind, the most frequent first.</summary>
    private static Text Counted(List<FileShape> shapes, Func<FileShape, Text> kind)
    {
        return new(InLanguage(Language.Chinese, "、"), InLanguage(Language.English, ", "));

        string InLanguage(Language language, string separator)
        {
            var kinds = shapes.GroupBy(s => kind(s).In(language), StringComparer.Ordinal);
            var sorted = kinds.OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal);
            return string.Join(separator, sorted.Select(g => $"{g.Key} {g.Count()}"));
        }
    }

    private static Text Named(string encoding) => encoding switch
    {
        FileShape.Utf8WithMark => new("UTF-8 带 BOM", "UTF-8 with BOM"),
        "unknown" => new("编码不明", "unknown encoding"),
        _ => Text.Same(encoding),
    };

    private static Text Ends(string ends) => ends switch
    {
        FileShape.Mixed => new("混用", "mixed"),
        "none" => new("无", "none"),
        _ => Text.Same(ends),
    };
}
