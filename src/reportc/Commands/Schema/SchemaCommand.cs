using System.CommandLine;
using System.Text;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Projects;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;
using Schemas = ReportCompiler.Schemas.Schema;

namespace Reportc.Commands.Schema;

/// <summary><c>schema</c>: the JSON Schema of the data file of an edition, or of reportc.yaml, for editors and other programs.</summary>
internal sealed class SchemaCommand : Query<(string Path, byte[] Bytes)>
{
    private readonly Argument<string[]> _words;

    public SchemaCommand(Language language)
        : base("schema", About, language, [new("json", ".json", static (schema, _) => Encoding.UTF8.GetString(schema.Bytes))])
    {
        _words = AddWords("YEAR", "年度或格式版本，或 reportc.yaml（默认：最近一年的数据文件）",
            "a year, an edition, or reportc.yaml (default: the data file of the newest year)");
    }

    private static Text About => new("输出数据文件或 reportc.yaml 的 JSON Schema，供编辑器补全和检查（-o 写文件名）",
        "write the JSON Schema of a data file or of reportc.yaml, for editors to complete and check by; -o names the file");

    public override Argument<string[]> Words => _words;

    public override WordKinds KindsAt(int place) =>
        place == 0 ? WordKinds.Years | WordKinds.Editions | WordKinds.ProjectFile : WordKinds.None;

    public override string WordsForm => Say("[年度|版本|reportc.yaml]", "[YEAR|EDITION|reportc.yaml]");

    public override IReadOnlyList<(string Line, Text Meaning)> Examples =>
    [
        ("reportc schema", new("最近一年的数据文件，含项目自己的指标",
            "the data file of the newest year, with the project's own indicators")),
        ("reportc schema 2019", new("2019 年的数据文件", "the data file of 2019")),
        ("reportc schema reportc.yaml", new("项目文件", "the project's own file")),
        ("reportc schema -o .reportc/", new("写入文件，供编辑器使用", "into a file, for editors")),
    ];

    protected override (string Path, byte[] Bytes) Find(
        Session session, CommonOptions common, ParseResult parse, QueryFormat<(string Path, byte[] Bytes)> format)
    {
        var words = parse.GetValue(_words) ?? [];
        if (words.Length > 1)
            throw Failure.OfUsage(new(
                $"只能写一个年度或 {ProjectLayout.ProjectFile}，多写了“{words[1]}”",
                $"one year or {ProjectLayout.ProjectFile} is wanted; “{words[1]}” is one too many"));
        var folder = Folder(session, parse.GetValue(common.Project));
        return words is [ProjectLayout.ProjectFile] ? OfProject(session, folder) : OfData(session, folder, words.FirstOrDefault());
    }

    protected override string FileNameOf((string Path, byte[] Bytes) found) => Path.GetFileNameWithoutExtension(found.Path);

    /// <summary>The project that is named or that the command runs in; null outside any.</summary>
    private static ProjectFolder? Folder(Session session, string? named)
    {
        if (named is null) return ProjectFolder.Around(session.Host.Folder);
        return Targets.Find(session, named).Projects is [var target] ? target.Folder
            : throw Failure.OfUsage(
                new($"{named} 下有几个项目，这个命令一次只看一个", $"{named} has several projects; this command looks into one"),
                new("用 -p 写明是哪一个", "name it with -p"));
    }

    /// <summary>
    /// Whoever is still mending a faulty reportc.yaml needs its schema most: then without the project's own editions and rules.
    /// </summary>
    private static (string Path, byte[] Bytes) OfProject(Session session, ProjectFolder? folder)
    {
        var project = folder?.Read(new Findings());
        if (folder is not null && project is null)
            session.Note(new("项目有误，没有列入它自己的格式和规则；运行 reportc check 查看",
                "the project is faulty, its own editions and rules are left out; run reportc check"));
        return (Schemas.ProjectFile, project is null ? Schemas.OfProject(Editions.OfForm) : Schemas.OfProject(project));
    }

    private static (string Path, byte[] Bytes) OfData(Session session, ProjectFolder? folder, string? word)
    {
        var project = folder?.ReadOrFail(session);
        var edition = Edition(project, word, folder?.Years is [.., var newest] ? newest : null);
        return (Schemas.DataFile(edition), project is null ? Schemas.OfData(edition, Editions.OfForm) : Schemas.OfData(edition, project));
    }

    private static Edition Edition(Project? project, string? word, int? newest)
    {
        var editions = project?.Editions ?? Editions.OfForm;
        if ((word is null ? newest ?? int.MaxValue : ProjectLayout.Year(word)) is { } year
            && (project is null ? editions.For(year) : project.EditionFor(year)) is { } ofYear) return ofYear;
        if (word is not null && editions.Find(word) is { } named) return named;
        throw word is null || ProjectLayout.Year(word) is not null ? NoneOfYear(word ?? $"{newest}", editions) : Unknown(word, editions);
    }

    private static Failure NoneOfYear(string year, Editions editions) => Failure.OfUsage(
        new($"{year} 年没有格式", $"there is no edition of the form for {year}"), Known(editions));

    private static Failure Unknown(string word, Editions editions)
    {
        var nearest = Names.Nearest(word, [.. editions.Keys, ProjectLayout.ProjectFile]);
        return Failure.OfUsage(new($"“{word}”不是年度，也不是格式版本", $"“{word}” is neither a year nor an edition"),
            nearest is null ? Known(editions) : new($"是不是“{nearest}”？", $"did you mean “{nearest}”?"));
    }

    private static Text Known(Editions editions) => new(
        $"格式版本：{string.Join('、', editions.Keys)}；项目文件写 {ProjectLayout.ProjectFile}",
            $"editions: {string.Join(", ", editions.Keys)}; for the project's own file write {ProjectLayout.ProjectFile}");
}
