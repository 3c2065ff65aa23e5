using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Reportc.Tests;

/// <summary>samples/foreign: a form in English by data alone. Its pages hold no word of another language's.</summary>
public sealed partial class ForeignSampleTests : IDisposable
{
    private static readonly string Expected = Path.Join(Repository.Root, "tests", "reportc.Tests", "Samples", "foreign");

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

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

    /// <summary>The review page is in the language of the form, with and without something to say.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Neither_has_the_review_page(bool isFaulty)
    {
        if (isFaulty)
        {
            var data = _bench.Read("foreign/data/2027/archives.yaml");
            var broken = Regex.Replace(data, @"(?<=received: \{formal: )[0-9]+", "77", RegexOptions.None, TimeSpan.FromSeconds(1));
            Assert.NotEqual(data, broken);
            _bench.Write("foreign/data/2027/archives.yaml", broken);
            Assert.Equal(1, _bench.Run("build", "--all", "-p", "foreign", "--draft").Status);
        }
        else Build();

        foreach (var year in (string[])["2026", "2027"])
        {
            var page = _bench.Read($"foreign/out/{year}/review.html");
            Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", page, StringComparison.Ordinal);
            // The style sheet has the words of both languages. What a file says is quoted as it stands.
            page = Quoted().Replace(Style().Replace(page, ""), "");
            Assert.Empty(Chinese().Matches(page).Select(m => $"{year}: {m.Value}"));
            Assert.Equal(isFaulty && year == "2027", page.Contains("cell mends it", StringComparison.Ordinal));
        }
    }

    /// <summary>What a unit sees of its form is in the language of the form; keys, which are hidden, are those of every form.</summary>
    [Fact]
    public void Neither_has_the_form_to_be_filled_in()
    {
        _bench.Run("new", "2028", "-p", "foreign", "--format", "xlsx");

        using (var package = ZipFile.OpenRead(_bench.Full("foreign/data/2028/Archives Branch.xlsx")))
        {
            var texts = Part("xl/sharedStrings.xml").Descendants(Main + "si").Select(s => s.Value).ToList();
            var book = Part("xl/workbook.xml");
            Assert.DoesNotContain(book.Descendants(Main + "sheet").Select(s => s.Attribute("name")!.Value), t => Chinese().IsMatch(t));
            foreach (var number in book.Descendants(Main + "sheet").Index().Where(s => s.Item.Attribute("state") is null))
            {
                var sheet = Part($"xl/worksheets/sheet{number.Index + 1}.xml");
                var hidesFirst = sheet.Descendants(Main + "col")
                    .Any(c => c.Attribute("min")?.Value == "1" && c.Attribute("hidden") is not null);
                var cells = sheet.Descendants(Main + "c")
                    .Where(c => !hidesFirst || c.Attribute("r")!.Value is not ['A', >= '0' and <= '9', ..]);
                var said = cells.Select(c => c.Attribute("t")?.Value == "s"
                    ? texts[int.Parse(c.Element(Main + "v")!.Value, CultureInfo.InvariantCulture)] : c.Value)
                    .Concat(sheet.Root!.Elements().Where(e => e.Name != Main + "sheetData").DescendantsAndSelf()
                        .SelectMany(e => e.Attributes().Select(a => a.Value).Append(e.Value)));
                Assert.Empty(said.Where(t => Chinese().IsMatch(t)).Select(t => $"{number.Index}: {t}"));
            }

            XDocument Part(string name)
            {
                using var stream = package.GetEntry(name)!.Open();
                return XDocument.Load(stream);
            }
        }

        // What is said there is understood.
        using var form = new FilledForm(File.ReadAllBytes(_bench.Full("foreign/data/2028/Archives Branch.xlsx")));
        foreach (var path in form.Kinds.Where(k => k.Value == "输入").Select(k => k.Key)) form.Type(path, "0");
        form.Type("全表为无.resources", "yes");
        File.WriteAllBytes(_bench.Full("foreign/data/2028/Archives Branch.xlsx"), form.Saved());
        _bench.Run("import", "foreign/data/2028/Archives Branch.xlsx", "-p", "foreign");
        var data = _bench.Read("foreign/data/2028/Archives Branch.yaml");
        Assert.Contains("resources: 无\n", data, StringComparison.Ordinal);
        Assert.Contains("\"training\": 0", data, StringComparison.Ordinal);
    }

    /// <summary>Names of sheets, heads, remarks, fonts: also of a unit that has not filed, and of one whose figures are faulty.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Neither_has_the_exported_workbook(bool isFaulty)
    {
        if (isFaulty)
        {
            File.Delete(_bench.Full("foreign/data/2027/registry.yaml"));
            _bench.Write("foreign/data/2027/archives.yaml",
                _bench.Read("foreign/data/2027/archives.yaml").Replace("staff: ", "staff: x", StringComparison.Ordinal));
        }

        _bench.Run("export", "--all", "-p", "foreign", "--format", "xlsx", "-o", "f.xlsx", "--lang", "zh");

        using var package = ZipFile.OpenRead(_bench.Full("f.xlsx"));
        var parts = package.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var part = new StreamReader(e.Open());
            return part.ReadToEnd();
        }, StringComparer.Ordinal);
        Assert.Empty(parts.SelectMany(p => Chinese().Matches(p.Value).Select(m => $"{p.Key}: {m.Value}")));
        Assert.Contains("name=\"2027 Summary\"", parts["xl/workbook.xml"], StringComparison.Ordinal);
        string[] expected = isFaulty
            ? ["not filed", "incomplete or faulty", "The data of Archives Branch are faulty and figures may change"]
            : ["Ministry of Records, Norland, 2027–28: Main figures by institution", "own figures", "Meaning"];
        Assert.All(expected, e => Assert.Contains($">{e}<", parts["xl/sharedStrings.xml"], StringComparison.Ordinal));
    }

    /// <summary>A title in the words of the edition says whose report it is, and of which year.</summary>
    [Fact]
    public void The_exported_workbook_and_the_page_are_read_as_the_files_they_were_made_of()
    {
        Build();
        _bench.Run("export", "--all", "-p", "foreign", "--format", "xlsx", "-o", "f.xlsx");

        foreach (var document in (string[])["f.xlsx", "foreign/out/2027/report.html", "foreign/out/2027/report.docx"])
        {
            var run = _bench.Run("import", document, "-o", Path.GetExtension(document), "-p", "foreign", "--lang", "en");
            Assert.True(run.Status == 0 && run.Error.Contains(" 0 to settle;", StringComparison.Ordinal), run.Error);
        }

        // The units' files say the same, and the authority's totals are those that they make.
        var before = _bench.Read("foreign/out/2027/totals.yaml").Split("\n指标:")[0].TrimEnd();
        foreach (var file in _bench.Files("foreign/data")) File.Delete(_bench.Full(file));
        foreach (var file in _bench.Files(".xlsx")) _bench.Write($"foreign/data{file[".xlsx".Length..]}", _bench.Read(file));
        Build();
        Assert.Equal(before, _bench.Read("foreign/out/2027/totals.yaml").Split("\n指标:")[0].TrimEnd());
        Assert.Contains("\n## Part 5. Looking ahead\n", _bench.Read(".html/2027/Ministry of Records, Norland.md"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_is_counted_in_its_own_word_wherever_it_is_told()
    {
        var lines = _bench.Run("export", "2027", "-p", "foreign").Out.Split("\r\n");

        Assert.All(lines.Where(l => l.Contains(",requests.", StringComparison.Ordinal)), l => Assert.Equal(
            l.Contains(",requests.pages.", StringComparison.Ordinal), l.Contains(",pages,data/", StringComparison.Ordinal)
                || l.Contains(",pages,,,,authority", StringComparison.Ordinal)));
    }

    /// <summary>Why a cell is not settled is said in the language of the form, what is left in that of the run.</summary>
    [Fact]
    public void What_is_not_settled_is_explained_in_English()
    {
        Build();
        var page = _bench.Read("foreign/out/2027/report.html");
        var spoiled = Regex.Replace(page, "(?<row>Closed during the year</th>.*?<td headers=[^>]*>)(?=[0-9])", "${row}about ",
            RegexOptions.None, TimeSpan.FromSeconds(1));
        _bench.Write("spoiled.html", spoiled.Replace("</table>",
            "<tr><th>Nothing of the form</th><td>9</td><td>9</td></tr></table>", StringComparison.Ordinal));

        var run = _bench.Run("import", "spoiled.html", "-o", "read", "-p", "foreign", "--lang", "en");

        Assert.Contains("row ", run.Error, StringComparison.Ordinal);
        Assert.Contains(" was left: Nothing of the form 9 9\n", run.Error, StringComparison.Ordinal);
        // The words by which files are written are those of every project.
        Assert.DoesNotMatch(Chinese(),
            run.Error.Replace("待核", "", StringComparison.Ordinal).Replace(" 无", "", StringComparison.Ordinal));
        var data = _bench.Read(_bench.Files("read").Single(f => f.EndsWith(".yaml", StringComparison.Ordinal)));
        Assert.Matches("待核 +# table 2, row [0-9]+, column [0-9]+: “about [0-9]+” stands there", data);
        Assert.DoesNotContain(Remarks(data), t => Chinese().IsMatch(t));
    }

    /// <summary>The words by which files are written are those of every project; what is said of them is in English.</summary>
    [Fact]
    public void What_an_imported_data_file_explains_is_in_English()
    {
        _bench.Run("new", "2028", "-p", "foreign", "--format", "xlsx");
        _bench.Run("import", "foreign/data/2028/Archives Branch.xlsx", "-p", "foreign", "--lang", "zh");

        var data = _bench.Read("foreign/data/2028/Archives Branch.yaml");
        Assert.DoesNotContain(Remarks(data), t => Chinese().IsMatch(t));
        Assert.Contains("(edition access-1), read from “", data, StringComparison.Ordinal);
        Assert.Contains("\n# The authority's own figures\n", data, StringComparison.Ordinal);
        // Read again it is the same file, which a remark in English says too.
        var again = _bench.Run("import", "foreign/data/2028/Archives Branch.xlsx", "-p", "foreign", "--lang", "en");
        Assert.Equal((0, data), (again.Status, _bench.Read("foreign/data/2028/Archives Branch.yaml")));
    }

    /// <summary>The words by which files are written are those of every project; what is said of them is in English.</summary>
    [Fact]
    public void What_a_new_data_file_explains_is_in_English()
    {
        _bench.Run("new", "2028", "-p", "foreign");

        var remarks = Remarks(_bench.Read("foreign/data/2028/archives.yaml"));
        Assert.Contains(remarks, r => r.Contains("Write the figure for", StringComparison.Ordinal));
        Assert.DoesNotContain(remarks, t => Chinese().IsMatch(t));
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

    /// <summary>The remarks of a data file, less the words of every data file that they name.</summary>
    private static List<string> Remarks(string data) =>
    [
        .. data.Split('\n').Where(l => l.Contains('#', StringComparison.Ordinal))
            .Select(l => l[(l.IndexOf('#', StringComparison.Ordinal) + 1)..].Replace("待填", "", StringComparison.Ordinal)
                .Replace("待核", "", StringComparison.Ordinal)
                .Replace(" 无", "", StringComparison.Ordinal).Replace("报送日期:", "", StringComparison.Ordinal)
                .Replace("总计 is", "is", StringComparison.Ordinal)),
    ];

    private void Build(params string[] options) =>
        Assert.Equal(0, _bench.Run(["build", "--all", "-p", "foreign", .. options]).Status);

    // Ideographs, and the signs that only Chinese text has; the wide space that indents a line is none.
    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}\u3001-\u303F\uFF01-\uFF60]+")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"<code>.*?</code>")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
