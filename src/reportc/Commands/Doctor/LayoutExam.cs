using Reportc.Files;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Importing;
using ReportCompiler.Input;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;

namespace Reportc.Commands.Doctor;

/// <summary>Files and folders that are passed over, and names that stand for two things.</summary>
internal sealed class LayoutExam
{
    // What a clerk who has no English calls them.
    private static readonly (string Name, string Meant)[] Translated =
    [
        ("数据", ProjectLayout.Data),
        ("正文", ProjectLayout.Narratives), ("叙述", ProjectLayout.Narratives), ("文字", ProjectLayout.Narratives),
        ("模板", ProjectLayout.Templates), ("模版", ProjectLayout.Templates),
        ("规则", ProjectLayout.Rules),
        ("格式", ProjectLayout.Editions), ("版本", ProjectLayout.Editions),
    ];

    private readonly Examination _exam;
    private readonly ExaminedProject _subject;
    private readonly string _root;
    private readonly Dictionary<int, HashSet<string>> _waiting = [];

    private LayoutExam(Examination exam, ExaminedProject subject) =>
        (_exam, _subject, _root) = (exam, subject, subject.Folder.Root);

    /// <summary>Looks at everything that lies in the folders of the project.</summary>
    public static void Add(Examination exam, ExaminedProject subject)
    {
        exam.Begin("names", new("文件", "Files"), subject.Name);
        var layout = new LayoutExam(exam, subject);
        exam.Look(layout.Root);
        exam.Look(layout.Data);
        exam.Look(layout.Narratives);
        exam.Look(() => layout.Files(ProjectLayout.Rules, ProjectLayout.IsYaml));
        exam.Look(() => layout.Files(ProjectLayout.Editions, ProjectLayout.IsYaml));
        exam.Look(() => layout.Files(ProjectLayout.Templates, static _ => true));
        if (exam.Topics[^1].Remarks.Count > 0) return;
        var fine = new Text("没有放错、重名或读不到的文件", "no file is misplaced, named twice or passed over");
        exam.Add(new("names", Mark.Fine, new("名称", "names"), fine));
    }

    private void Root()
    {
        var known = ProjectLayout.Folders.Concat(_subject.Folder.Children.Select(c => c.Below.Split('/')[0]));
        foreach (var name in Disk.Folders(_root).Except(known, StringComparer.Ordinal))
            if (Meant(name) is { } meant)
                Problem("misspelt-folder", name + "/",
                    new("不会被读取：文件夹名称不对", "passed over: it is no folder of a project"),
                    new($"如果就是 {meant}/，改为这个名称", $"rename it {meant}/ if that is meant"));
        foreach (var name in Disk.Files(_root).Where(n => n != ProjectLayout.ProjectFile && ProjectLayout.IsYaml(n)))
            if (FilingReader.YearOf(_subject.Folder.Source(name)) is { } year)
                Problem("misplaced", name,
                    new("不会被读取：数据文件不在 data/<年度>/ 里", "passed over: a data file belongs into data/<year>/"),
                    new($"移到 data/{ProjectLayout.Digits(year)}/", $"move it to data/{ProjectLayout.Digits(year)}/"));
    }

    private void Data()
    {
        foreach (var name in Disk.Folders(Path.Join(_root, ProjectLayout.Data)))
        {
            if (ProjectLayout.Year(name) is { } year) OfYear(year);
            else NoYear(name);
        }
        foreach (var name in Visible(ProjectLayout.Data, folders: false))
            Problem("misplaced", $"{ProjectLayout.Data}/{name}",
                new("不会被读取：不在年度文件夹里", "passed over: it is in no year's folder"),
                new("移到 data/<年度>/，例如 data/2021/", "move it to data/<year>/, such as data/2021/"));
    }

    private void NoYear(string name)
    {
        var help = DigitsOf(name) is { } digits
            ? new Text($"改名为 data/{digits}/", $"rename it data/{digits}/")
            : new("改为年度，例如 data/2021/；不是数据就移出 data/", "name it by the year, such as data/2021/, or move it out of data/");
        Problem("no-year", $"{ProjectLayout.Data}/{name}/",
            new("不会被读取：名称不是四位数字的年度", "passed over: its name is no year of four digits"), help);
    }

    private void OfYear(int year)
    {
        var folder = ProjectLayout.DataOf(year);
        Files(folder, ProjectLayout.IsYaml);
        var ofUnit = _subject.DataOf(year).ToLookup(f => UnitOf(f, year), StringComparer.Ordinal);
        foreach (var files in ofUnit.Where(g => g.Key.Length > 0 && g.Count() > 1))
        {
            var others = files.Skip(1).Select(_subject.Shown).ToList();
            var (chinese, english) = (string.Join('、', others), string.Join(", ", others));
            Problem("unit-twice", files.First(),
                new($"与 {chinese} 都是“{files.Key}”{year} 年的数据", $"like {english} it is “{files.Key}” of {year}"),
                new("只留一份，其余移出这个文件夹", "keep one and move the others out of this folder"));
        }
    }

    private void Narratives()
    {
        Files(ProjectLayout.Narratives, static n => ProjectLayout.YearOf($"{ProjectLayout.Narratives}/{n}") is not null);
        foreach (var name in _subject.Files(ProjectLayout.Narratives))
            if (ProjectLayout.YearOf($"{ProjectLayout.Narratives}/{name}") is { } year && !_subject.Folder.Years.Contains(year))
                Attention("no-data", $"{ProjectLayout.Narratives}/{name}",
                    new($"{year} 年没有数据，这份正文暂时用不上", $"there is no data for {year}: it is not used yet"), null);
    }

    /// <summary>The files and folders of one folder, of which those wanted are read.</summary>
    private void Files(string folder, Func<string, bool> isRead)
    {
        foreach (var name in Visible(folder, folders: false))
        {
            if (FileNames.Locked(name) is { } document) Locked(folder, name, document);
            else if (!isRead(name)) NotRead(folder, name);
            else if (FileNames.IsCopy(name))
                Attention("copy", $"{folder}/{name}",
                    new("像是一份副本，也会被读取", "looks like a copy, and is read"),
                    new("核对后只留一份", "compare and keep one"));
        }
        foreach (var names in FileNames.Alike(_subject.Files(folder).Where(isRead))) Alike(folder, names[0], names.Skip(1));
        foreach (var name in Visible(folder, folders: true))
        {
            var holds = Disk.Files(Path.Join(_root, folder, name)).Exists(n => isRead(n));
            var message = new Text("不会被读取：只读这一层的文件，不读下一层文件夹", "passed over: folders within this one are not read");
            var help = new Text($"需要的文件移到 {folder}/", $"move files that are needed to {folder}/");
            if (holds) Problem("not-read", $"{folder}/{name}/", message, help);
            else Attention("not-read", $"{folder}/{name}/", message, help);
        }
    }

    private void Locked(string folder, string name, string document) => Attention("lock", $"{folder}/{name}",
        new($"“{document}”正在 WPS 或 Word 里打开，或上次没有正常关闭", $"“{document}” is open in WPS or Word, or was not closed properly"),
        new("保存并关闭它；已经关闭的，可以删去这个文件", "save and close it; if it is closed, this file can be deleted"));

    private void Alike(string folder, string name, IEnumerable<string> others)
    {
        var (chinese, english) = (string.Join("”“", others), string.Join("”, “", others));
        Attention("alike", $"{folder}/{name}",
            new($"与“{chinese}”只是大小写、全半角或字符组合不同，换一台电脑可能只剩一个",
                $"differs from “{english}” in case, width or composition alone: on another system one may be lost"),
            new("改成明显不同的名称", "give them names that differ plainly"));
    }

    private void NotRead(string folder, string name)
    {
        // Files that explain a folder are nobody's data.
        if (name.StartsWith("readme", StringComparison.OrdinalIgnoreCase) || name.StartsWith("说明", StringComparison.Ordinal)) return;
        if (IsImported(folder, name)) return;
        var wanted = folder == ProjectLayout.Narratives ? ".md" : ".yaml";
        var message = folder == ProjectLayout.Narratives
            ? new Text("不会被读取：正文的名称是年度加 .md", "passed over: a narrative is named by its year and .md")
            : new("不会被读取：只读 .yaml 和 .yml 文件", "passed over: only .yaml and .yml files are read");
        Problem("not-read", $"{folder}/{name}", message, Remedy(folder, name, wanted));
    }

    /// <summary>Whether a data file was read from it, as the check sees it; outside the data one that lies beside it.</summary>
    private bool IsImported(string folder, string name)
    {
        if (ProjectLayout.YearOf($"{folder}/a.yaml") is not { } year) return OfficeFile.IsImported(name, [.. _subject.Files(folder)]);
        if (!_waiting.TryGetValue(year, out var waiting))
            _waiting[year] = waiting = Unread.Waiting([.. _subject.Folder.OthersOf(year)],
                [.. _subject.DataOf(year).Select(_subject.Folder.Source)], ImportedDocument.SourceOf).ToHashSet(StringComparer.Ordinal);
        return !waiting.Contains($"{folder}/{name}");
    }

    private static Text Remedy(string folder, string name, string wanted)
    {
        // Windows hides known endings: whoever saves “公安.yaml” in an editor may get “公安.yaml.txt”.
        if (name.EndsWith(wanted + ".txt", StringComparison.OrdinalIgnoreCase)) return Rename(name[..^4]);
        var ending = Path.GetExtension(name).ToLowerInvariant();
        if (folder == ProjectLayout.Narratives && ending == ".md" && DigitsOf(name) is { } year) return Rename(year + ".md");
        return ending switch
        {
            _ when OfficeFile.IsImportable(name) => new(
                $"表格和文档不能直接读取：运行 reportc import {folder}/{name}",
                $"spreadsheets and documents are not read: run reportc import {folder}/{name}"),
            _ when OfficeFile.SavedAs(name) is { } other => new(
                $"先用 WPS 或 Office 另存为 {other}，再用 reportc import 导入",
                $"save it as {other} first, then import it with reportc import"),
            ".pdf" => new(
                $"文档不能直接读取：把内容写入 {wanted} 文件",
                $"a document is not read: write its content into a {wanted} file"),
            ".txt" or "" => new(
                $"内容无误的话，把结尾改为 {wanted}",
                $"if its content is right, let its name end in {wanted}"),
            _ => new(
                $"需要的话改为 {wanted}；不需要就移出这个文件夹",
                $"let its name end in {wanted} if it is needed, or move it elsewhere"),
        };

        Text Rename(string to) => new(
            $"改名为 {to}；看不到结尾时，先在资源管理器“查看”里勾选“文件扩展名”",
            $"rename it {to}; if the ending is hidden, show file name extensions first");
    }

    private IEnumerable<string> Visible(string folder, bool folders) =>
        Disk.Everybody(Path.Join(_root, folder), folders).Where(n => !Disk.IsScratch(n) || FileNames.Locked(n) is not null);

    private string UnitOf(string file, int year)
    {
        var edition = _subject.Project?.EditionFor(year) ?? Editions.OfForm.For(year);
        return edition is null ? "" : FilingReader.Read(new Findings(), _subject.Folder.Source(file), edition, null, year)?.Unit ?? "";
    }

    private static string? Meant(string name)
    {
        foreach (var (translated, meant) in Translated)
            if (name == translated) return meant;
        var folded = Names.Fold(name);
        return ProjectLayout.Folders.FirstOrDefault(k => Names.Distance(folded, k) <= Math.Max(1, k.Length / 3));
    }

    /// <summary>The four digits of a name such as <c>2021年</c>, full-width ones too; null if it has fewer or more.</summary>
    private static string? DigitsOf(string name)
    {
        var digits = new string([.. name.Select(Names.HalfWidth).Where(char.IsAsciiDigit)]);
        return digits.Length == 4 ? digits : null;
    }

    private void Problem(string kind, string file, Text message, Text help) => Add(kind, Mark.Problem, file, message, help);

    private void Attention(string kind, string file, Text message, Text? help) => Add(kind, Mark.Attention, file, message, help);

    private void Add(string kind, Mark mark, string file, Text message, Text? help) =>
        _exam.Add(new(kind, mark, Text.Same(_subject.Shown(file)), message, help, file));
}
