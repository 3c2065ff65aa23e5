using ReportCompiler.Diagnostics;
using Reportc.Shell;

namespace Reportc.Commands.Doctor;

/// <summary>The program and its surroundings.</summary>
internal static class ProgramExam
{
    /// <summary>Says what runs where, in which language and why.</summary>
    /// <param name="exam">Takes the remarks.</param>
    /// <param name="lang">The value of <c>--lang</c>; null where it is not given.</param>
    public static void Add(Examination exam, string? lang)
    {
        var host = exam.Session.Host;
        var machine = host.Machine();
        exam.Begin("program", new("环境", "Surroundings"));
        exam.Add(new("version", Mark.Info, new("版本", "version"), new($"reportc {Machine.ProgramVersion}，{machine.Runtime}", $"reportc {Machine.ProgramVersion}, {machine.Runtime}")));
        exam.Add(new("system", Mark.Info, new("系统", "system"), Text.Same($"{machine.System} ({machine.Platform})")));
        exam.Add(new("language", Mark.Info, new("语言", "language"), Language(exam.Session, lang)));
        exam.Add(new("output", Mark.Info, new("输出", "output"), Output(host, machine)));
        exam.Add(new("folder", Mark.Info, new("当前文件夹", "working folder"), Text.Same(Session.Slashed(host.Folder))));
    }

    private static Text Language(Session session, string? lang)
    {
        var name = session.Language == ReportCompiler.Diagnostics.Language.English ? new Text("英文", "English") : new Text("中文", "Chinese");
        if (lang is not null) return new($"{name.Chinese}，由 --lang {lang} 指定", $"{name.English}, as --lang {lang} says");
        return Languages.Locale(session.Host) is { } locale
            ? new($"{name.Chinese}，由 {locale.Source.Chinese}（{locale.Value}）决定；可用 --lang 改变", $"{name.English}, for {locale.Source.English} is {locale.Value}; --lang changes it")
            : new($"{name.Chinese}，系统没有指定；可用 --lang 改变", $"{name.English}, for the system names none; --lang changes it");
    }

    private static Text Output(Host host, Machine machine)
    {
        var terminal = host.OutIsTerminal ? new Text("终端", "to a terminal") : new("管道或文件", "to a pipe or file");
        var pages = machine.CodePages is { } known ? new Text($"；代码页（程序 / 控制台）{known}", $"; code pages (programs / console) {known}") : new("", "");
        return new($"UTF-8，{terminal.Chinese}{pages.Chinese}", $"UTF-8, {terminal.English}{pages.English}");
    }
}
