using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Reportc.Tests;

/// <summary>samples/foreign: a form in English by data alone. Its pages hold no word of another language's.</summary>
public sealed partial class ForeignSampleTests : IDisposable
{
    private static readonly string Expected = Path.Join(Repository.Root, "tests", "reportc.Tests", "Samples", "foreign");

    private readonly Workbench _bench = new Workbench().Copy("samples/foreign", "foreign");

    [Fact]
    [Trait(ExpectedFiles.Trait, ExpectedFiles.Kept)]
    public void Every_page_comes_out_as_expected()
    {
        Build("--lang", "en");

        var pages = _bench.Files("foreign/out").Where(f => !f.EndsWith(".docx", StringComparison.Ordinal)
            && !f.EndsWith("review.html", StringComparison.Ordinal));
        ExpectedFiles.AreEqual(Expected, pages.ToDictionary(f => f["foreign/out/".Length..],
            f => Encoding.UTF8.GetBytes(Style().Replace(_bench.Read(f), "<style>\n</style>")), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_page_has_a_Chinese_word(bool isDraft)
    {
        // Without the narrative of a year its skeleton is printed.
        File.Delete(_bench.Full("foreign/narrative/2026.md"));
        Build(isDraft ? ["--draft"] : []);

        var pages = _bench.Files("foreign/out").Where(f => f.EndsWith(".md", StringComparison.Ordinal)
            || (f.EndsWith(".html", StringComparison.Ordinal) && !f.EndsWith("review.html", StringComparison.Ordinal))).ToList();
        Assert.Equal(5, pages.Count);
        foreach (var page in pages) Assert.Empty(Chinese().Matches(_bench.Read(page)).Select(m => $"{page}: {m.Value}"));
        foreach (var page in pages.Where(p => p.EndsWith("/report.html", StringComparison.Ordinal)))
        {
            Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", _bench.Read(page), StringComparison.Ordinal);
            Assert.Equal(isDraft, _bench.Read(page).Contains("Draft, not to be published", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Neither_has_the_Word_document(bool isDraft)
    {
        Build(isDraft ? ["--draft"] : []);

        using var package = ZipFile.OpenRead(_bench.Full("foreign/out/2027/report.docx"));
        string[] parts = ["word/document.xml", "word/header1.xml", "word/footer1.xml", "word/footer2.xml", "docProps/core.xml"];
        foreach (var name in parts)
        {
            using var part = new StreamReader(package.GetEntry(name)!.Open());
            // The name of a font is no word.
            var text = part.ReadToEnd().Replace("黑体", "", StringComparison.Ordinal);
            Assert.Empty(Chinese().Matches(text).Select(m => $"{name}: {m.Value}"));
        }
    }

    [Fact]
    public void A_slip_in_the_skeleton_is_told_at_its_line_of_the_edition()
    {
        var edition = _bench.Read("foreign/editions/access-1.yaml");
        _bench.Write("foreign/editions/access-1.yaml", edition.Replace("{{ requests.received.formal }}", "{{ requests.recieved.formal }}",
            StringComparison.Ordinal));
        File.Delete(_bench.Full("foreign/narrative/2026.md"));

        var run = _bench.Run("build", "2026", "-p", "foreign", "--lang", "en");

        Assert.Equal(1, run.Status);
        var line = edition[..edition.IndexOf("{{ requests.received.formal }}", StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        Assert.Contains($"foreign/editions/access-1.yaml:{line}:", run.Error, StringComparison.Ordinal);
        Assert.Contains("did you mean “received”?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_without_the_number_of_its_form_is_told_as_everywhere()
    {
        _bench.Write("foreign/narrative/2027.md", _bench.Read("foreign/narrative/2027.md").Replace("## Part 5. Looking", "## 5 Looking",
            StringComparison.Ordinal));

        var run = _bench.Run("check", "2027", "-p", "foreign", "--lang", "en");

        Assert.Contains("RC4", run.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _bench.Dispose();

    private void Build(params string[] options) =>
        Assert.Equal(0, _bench.Run(["build", "--all", "-p", "foreign", .. options]).Status);

    // Ideographs, and the signs that only Chinese text has; the wide space that indents a line is none.
    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}\u3001-\u303F\uFF01-\uFF60]+")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
