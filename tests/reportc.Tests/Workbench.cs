using System.Text;
using Reportc.Shell;
using Xunit;

namespace Reportc.Tests;

/// <summary>What a run of the command line left behind.</summary>
internal sealed record Run(int Status, string Out, string Error);

/// <summary>A folder of its own for one test, and the command line run in it without a process.</summary>
internal sealed class Workbench : IDisposable
{
    /// <summary>A data file whose equations all hold.</summary>
    public const string Sound = """
        单位: 甲局
        年度: 2021
        主动公开: 无
        依申请公开:
          本年新收: {自然人: 3}
          上年结转: 无
          办理结果:
            予以公开: {自然人: 2}
            总计: {自然人: 2}
          结转下年度: {自然人: 1}
        复议诉讼: 无

        """;

    /// <summary>The same with one broken equation: 办理结果.总计 is one too many.</summary>
    public static readonly string Broken = Sound.Replace("予以公开: {自然人: 2}", "予以公开: {自然人: 3}", StringComparison.Ordinal)
        .Replace("总计: {自然人: 2}", "总计: {自然人: 3}", StringComparison.Ordinal);

    public Workbench() => Directory.CreateDirectory(Root);

    /// <summary>The folder.</summary>
    public string Root { get; } = Path.Join(Path.GetTempPath(), "reportc-" + Guid.NewGuid().ToString("N"));

    /// <summary>A folder with a sound project of one unit and the year 2021.</summary>
    public static Workbench WithProject(string data = Sound, string folder = "") => new Workbench().AddProject(data, folder);

    /// <summary>Adds a project.</summary>
    public Workbench AddProject(string data = Sound, string folder = "") =>
        Write(Path.Join(folder, "reportc.yaml"),
            "机关: 某县人民政府\n联系方式: {地址: 某路1号, 邮编: \"830000\", 电话: \"1234567\"}\n单位: [甲局]\n")
        .Write(Path.Join(folder, "data/2021/甲.yaml"), data)
        .Write(Path.Join(folder, "narrative/2021.md"), "## 一、总体情况\n\n平稳。\n\n## 五、存在的主要问题及改进情况\n\n"
            + "公开还不够及时，今后改进。\n\n## 六、其他需要报告的事项\n\n未收取信息处理费。\n");

    /// <summary>Adds a year like 2021.</summary>
    public Workbench AddYear(int year, string data = Sound, string folder = "") =>
        Write(Path.Join(folder, $"data/{year}/甲.yaml"), data.Replace("年度: 2021", $"年度: {year}", StringComparison.Ordinal));

    /// <summary>Writes a file.</summary>
    public Workbench Write(string path, string text)
    {
        var full = Full(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    /// <summary>Copies a folder of the repository, without what an earlier build left in it.</summary>
    public Workbench Copy(string from, string to)
    {
        var folder = Path.Join(Repository.Root, from);
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder, file);
            if (!path.StartsWith("out", StringComparison.Ordinal)) Write(Path.Join(to, path), File.ReadAllText(file));
        }
        return this;
    }

    public string Full(string path) => Path.Join(Root, path);

    public string Read(string path) => File.ReadAllText(Full(path));

    public bool Has(string path) => File.Exists(Full(path));

    /// <summary>Every file below a folder, with <c>/</c>, in order.</summary>
    public List<string> Files(string folder = "") => Directory.Exists(Full(folder))
        ? [.. Directory.EnumerateFiles(Full(folder), "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Runs the command line in the folder, in Chinese unless it says otherwise.</summary>
    public Run Run(params string[] args) => RunWith(h => h, args);

    /// <summary>Runs it in other surroundings.</summary>
    public Run RunWith(Func<Host, Host> change, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var host = change(new Host { Out = output, Error = error, In = Stream.Null, Folder = Root });
        var status = CommandLine.Run(args, host, TestContext.Current.CancellationToken);
        return new Run(status, output.ToString(), error.ToString());
    }

    public static Stream Input(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
