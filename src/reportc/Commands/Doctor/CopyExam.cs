using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;

namespace Reportc.Commands.Doctor;

/// <summary>A file of the project that replaces a built-in one: whether that has changed since it was copied.</summary>
internal static class CopyExam
{
    /// <summary>What is said of it.</summary>
    /// <param name="kind">What it is, for programs.</param>
    /// <param name="title">What it is, for people.</param>
    /// <param name="path">The path of the built-in one, which is the copy's own if it was not renamed.</param>
    /// <param name="text">Its text.</param>
    public static ExamRemark Of(string kind, Text title, string path, string text)
    {
        var print = BuiltInFiles.PrintOf(path);
        if (BuiltInFiles.PrintIn(path, text) is { } copied && copied != print)
            return new(kind + "-outdated", Mark.Attention, title,
                new("替换自带的；自带的在这以后改过", "replaces the built-in one, which has changed since"),
                new($"改名后用 reportc eject {path} 取出新的，把自己的改动搬过去；不必搬时，把第一行的指纹改为 {print}",
                    $"rename it, run reportc eject {path} and carry your changes over; "
                        + $"where none is needed write {print} in its first line"),
                path);
        var message = text == BuiltInFiles.Copy(path)
            ? new Text("替换自带的，内容还一样", "replaces the built-in one, and is still the same")
            : new Text("替换自带的", "replaces the built-in one");
        return new(kind, Mark.Fine, title, message, File: path);
    }
}
