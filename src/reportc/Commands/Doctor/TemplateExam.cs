using ReportCompiler.Diagnostics;
using ReportCompiler.Rendering;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;

namespace Reportc.Commands.Doctor;

/// <summary>The project's templates: which built-in ones they replace, and which nobody uses.</summary>
internal static class TemplateExam
{
    /// <summary>Looks at every template of the project.</summary>
    public static void Add(Examination exam, ExaminedProject subject)
    {
        var builtIn = Templates.BuiltInNames.ToList();
        var own = subject.Files(ProjectLayout.Templates);
        exam.Begin("templates", new("模板", "Templates"), subject.Name);
        if (own.Count == 0)
            exam.Add(new("templates", Mark.Fine, new("模板", "templates"), new("全部使用自带模板", "the built-in ones")));
        exam.Look(() =>
        {
            var texts = own.ToDictionary(n => n, n => TextOf(subject, n), StringComparer.Ordinal);
            foreach (var name in own)
            {
                var user = own.Find(n => n != name && Includes(texts[n], name));
                exam.Add(Of(subject, name, texts[name], builtIn, user));
            }
        });
    }

    private static string TextOf(ExaminedProject subject, string name) =>
        Decoder.Decode(new Findings(), subject.Folder.Source($"{ProjectLayout.Templates}/{name}"))?.Text ?? "";

    private static ExamRemark Of(ExaminedProject subject, string name, string text, List<string> builtIn, string? user)
    {
        var file = $"{ProjectLayout.Templates}/{name}";
        var title = Text.Same(subject.Shown(file));
        if (builtIn.Contains(name)) return CopyExam.Of("template", title, file, text);
        if (user is not null)
            return new("template", Mark.Fine, title, new($"由 {user} 引用", $"included by {user}"), File: file);
        var message = new Text(
            "没有用到：自带模板中没有这个名称，也没有模板引用它",
            "not used: no built-in template has this name, and no template includes it");
        var all = new Text($"自带模板：{string.Join('、', builtIn)}", $"built-in templates: {string.Join(", ", builtIn)}");
        return Names.Nearest(name, builtIn) is { } nearest
            ? new("template-unused", Mark.Problem, title, message, new($"是不是 {nearest}？", $"did you mean {nearest}?"), file)
            : new("template-unused", Mark.Attention, title, message, all, file);
    }

    private static bool Includes(string text, string name) =>
        text.Contains($"include \"{name}\"", StringComparison.Ordinal) || text.Contains($"include '{name}'", StringComparison.Ordinal);
}
