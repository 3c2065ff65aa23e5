using System.Text;
using ReportCompiler.Forms;

namespace Tests.Shared;

/// <summary>
/// The built-in style sheets, as long as a page each: expected pages hold their names, so a line of one changes none. They are those of
/// an edition that says no words of its own.
/// </summary>
internal static class StyleSheets
{
    private static readonly (string Name, string Text)[] All =
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "templates"), "*.css").Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), Said(File.ReadAllText(file)))),
    ];

    /// <summary>A style sheet's text.</summary>
    public static string Text(string name) => Array.Find(All, s => s.Name == name).Text;

    /// <summary>A page whose style sheets are their names; another output as it is.</summary>
    public static byte[] Fold(string file, byte[] output) =>
        file.EndsWith(".html", StringComparison.Ordinal)
            ? Encoding.UTF8.GetBytes(All.Aggregate(Encoding.UTF8.GetString(output), Fold))
            : output;

    /// <summary>A sheet with the usual words in it.</summary>
    private static string Said(string sheet)
    {
        const string open = "{{ 用语.";
        for (var at = sheet.IndexOf(open, StringComparison.Ordinal); at >= 0; at = sheet.IndexOf(open, StringComparison.Ordinal))
        {
            var end = sheet.IndexOf(" }}", at, StringComparison.Ordinal);
            sheet = sheet[..at] + Wording.OfForm[sheet[(at + open.Length)..end]] + sheet[(end + 3)..];
        }
        return sheet;
    }

    private static string Fold(string page, (string Name, string Text) style) =>
        page.Replace(style.Text, $"/* {style.Name} */\n", StringComparison.Ordinal);
}
