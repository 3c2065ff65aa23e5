using System.Text;
using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Doctor;

/// <summary>An examination for people: a line for each remark, what to do below it, the outcome at the end.</summary>
internal static class DoctorText
{
    private const int Gap = 2;
    /// <summary>All of it.</summary>
    public static string Of(Examination exam)
    {
        var text = new StringBuilder();
        foreach (var topic in exam.Topics) Append(text, exam.Session, topic);
        if (exam.Session.Verbose) AppendFiles(text, exam);
        return text.Append(exam.Session.Say(Outcome(exam))).Append('\n').ToString();
    }

    private static void Append(StringBuilder text, Session session, ExamTopic topic)
    {
        var shown = topic.Remarks.FindAll(r => !session.Quiet || r.Mark is Mark.Attention or Mark.Problem);
        if (shown.Count == 0) return;
        var palette = session.PaletteOnOut();
        var project = topic.Project.Length > 0 ? session.Say(new($"（{topic.Project}）", $" ({topic.Project})")) : "";
        var title = session.Say(topic.Title) + project;
        text.Append(palette.Bold).Append(DisplayWidth.Clean(title)).Append(palette.Reset).Append('\n');
        // One long path must not push all others to the right.
        var width = Math.Min(shown.Max(r => DisplayWidth.Of(Title(session, r))), 40);
        foreach (var remark in shown) Append(text, session, palette, remark, width);
        text.Append('\n');
    }

    private static void Append(StringBuilder text, Session session, Palette palette, ExamRemark remark, int width)
    {
        var (colour, sign, name) = Shown(palette, remark.Mark);
        var (word, title) = (session.Say(name), DisplayWidth.Clean(Title(session, remark)));
        text.Append("  ").Append(colour).Append(sign).Append(' ').Append(word).Append(colour.Length > 0 ? palette.Reset : "");
        text.Append(' ', Widest(session) - DisplayWidth.Of(word) + Gap);
        text.Append(title).Append(' ', Math.Max(0, width - DisplayWidth.Of(title)) + Gap);
        text.Append(DisplayWidth.Clean(session.Say(remark.Message))).Append('\n');
        if (remark.Help is not { } help) return;
        text.Append(' ', Widest(session) + 4 + Gap);
        text.Append(palette.Remedy).Append(session.Say(new("改法：", "help: "))).Append(palette.Reset);
        text.Append(DisplayWidth.Clean(session.Say(help))).Append('\n');
    }

    private static void AppendFiles(StringBuilder text, Examination exam)
    {
        var table = new TextTable();
        foreach (var file in exam.Files) table.Add(file.File, file.Encoding, file.LineEnds);
        text.Append(exam.Session.Say(new("读取的文件", "Files that are read"))).Append('\n');
        table.AppendTo(text, "  ");
        text.Append('\n');
    }

    private static Text Outcome(Examination exam)
    {
        var (problems, attention) = (exam.Count(Mark.Problem), exam.Count(Mark.Attention));
        return (problems, attention) switch
        {
            (0, 0) => new("没有发现问题", "nothing is wrong"),
            (0, _) => new($"没有发现问题；{attention} 处值得看一看", $"nothing is wrong; worth a look: {attention}"),
            (_, 0) => new($"{problems} 个问题", $"problems: {problems}"),
            _ => new($"{problems} 个问题，{attention} 处值得看一看", $"problems: {problems}, worth a look: {attention}"),
        };
    }

    private static string Title(Session session, ExamRemark remark) =>
        remark.Title is { } title ? session.Say(title) : remark.File ?? "";

    // The columns of the longest of the words below.
    private static int Widest(Session session) => session.Language == Language.Chinese ? 4 : 7;

    private static (string Colour, char Sign, Text Word) Shown(Palette palette, Mark mark) => mark switch
    {
        Mark.Fine => (palette.Remedy, '✓', new("正常", "fine")),
        Mark.Attention => (palette.Warning, '!', new("注意", "look")),
        Mark.Problem => (palette.Error, '✗', new("问题", "problem")),
        _ => ("", '·', new("信息", "info")),
    };
}
