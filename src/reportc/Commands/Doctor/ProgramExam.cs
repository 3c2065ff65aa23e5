using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Doctor;

/// <summary>The program and its surroundings.</summary>
internal static class ProgramExam
{
    /// <summary>Says what runs where, in which language and why.</summary>
    /// <param name="exam">Takes the remarks.</param>
    /// <param name="lang">The value of <c>--lang</c>; null if it is not given.</param>
    public static void Add(Examination exam, string? lang)
    {
        var host = exam.Session.Host;
        var machine = host.Machine();
        exam.Begin("program", new("环境", "Surroundings"));
        var version = $"reportc {Machine.ProgramVersion}";
        Tell("version", new("版本", "version"), new($"{version}，{machine.Runtime}", $"{version}, {machine.Runtime}"));
        Tell("system", new("系统", "system"), Text.Same($"{machine.System} ({machine.Platform})"));
        Tell("language", new("语言", "language"), Language(exam.Session, lang));
        Tell("output", new("输出", "output"), Output(host, machine));
        Tell("folder", new("当前文件夹", "working folder"), Text.Same(Session.Slashed(host.Folder)));

        void Tell(string kind, Text title, Text message) => exam.Add(new(kind, Mark.Info, title, message));
    }

    private static Text Language(Session session, string? lang)
    {
        var isEnglish = session.Language == ReportCompiler.Diagnostics.Language.English;
        var (chinese, english) = isEnglish ? ("英文", "English") : ("中文", "Chinese");
        if (lang is not null) return new($"{chinese}，由 --lang {lang} 指定", $"{english}, as --lang {lang} says");
        return Languages.Locale(session.Host) is var (source, value)
            ? new(
                $"{chinese}，由 {source.Chinese}（{value}）决定；可用 --lang 改变",
                $"{english}, for {source.English} is {value}; --lang changes it")
            : new($"{chinese}，系统没有指定；可用 --lang 改变", $"{english}, for the system names none; --lang changes it");
    }

    private static Text Output(Host host, Machine machine)
    {
        var terminal = host.OutIsTerminal ? new Text("终端", "to a terminal") : new("管道或文件", "to a pipe or file");
        var pages = machine.CodePages is { } known
            ? new Text($"；代码页（程序 / 控制台）{known}", $"; code pages (programs / console) {known}")
            : new("", "");
        return new($"UTF-8，{terminal.Chinese}{pages.Chinese}", $"UTF-8, {terminal.English}{pages.English}");
    }
}
