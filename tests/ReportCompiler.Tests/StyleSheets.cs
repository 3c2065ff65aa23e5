using System.Text;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>The built-in style sheets, which are as long as a page: cases hold their names instead, so that a line of one changes no case.</summary>
public sealed class StyleSheets
{
    private static readonly (string Name, string Text)[] All =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "templates"), "*.css").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllText(f)))];

    /// <summary>A page whose style sheets are their names; another output as it is.</summary>
    public static byte[] Fold(string file, byte[] output) => !file.EndsWith(".html", StringComparison.Ordinal)
        ? output
        : Encoding.UTF8.GetBytes(All.Aggregate(Encoding.UTF8.GetString(output), (page, style) => page.Replace(style.Text, $"/* {style.Name} */\n", StringComparison.Ordinal)));

    [Fact]
    public void Every_page_has_its_style_sheet_whole()
    {
        var pages = InMemory.Compile("机关: 甲县人民政府\n", 2021, "## 一、总体情况\n", InMemory.Empty("甲局", 2021));

        Assert.Contains("<style>\n" + Text("report.css") + "</style>\n", pages.Text("report.html"), StringComparison.Ordinal);
        Assert.Contains("<style>\n" + Text("review.css") + "</style>\n", pages.Text("review.html"), StringComparison.Ordinal);
    }

    private static string Text(string name) => Array.Find(All, s => s.Name == name).Text;
}
