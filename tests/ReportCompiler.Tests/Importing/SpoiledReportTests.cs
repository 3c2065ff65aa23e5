using System.Globalization;
using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Importing;
using ReportCompiler.Tests.Importing.Published;
using Xunit;

namespace ReportCompiler.Tests.Importing;

/// <summary>
/// Reports that somebody spoiled, in every kind, edition and format: whatever is wrong with one, a figure is never read into a cell that
/// is not its own. What cannot be told is 待核, or left.
/// </summary>
public sealed class SpoiledReportTests
{
    /// <summary>Of each kind, edition and format so many, or as many as the environment asks for.</summary>
    private static readonly int Times = int.Parse(
        Environment.GetEnvironmentVariable("REPORTC_SPOILED") ?? "4", CultureInfo.InvariantCulture);

    public static TheoryData<string, string> Kinds =>
    [
        .. from kind in Spoilers.All.Keys.Append("cut off anywhere")
           from format in Writing.Formats.Keys
           where format is "html" or "docx" || !Spoilers.OfCells.Contains(kind)
           where format is not ("csv" or "txt") || kind is not ("cells run together" or "cells are joined")
           select (kind, format)
    ];

    public static TheoryData<string> EditionKeys => [.. Editions.OfForm.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_spoiled_report_gives_no_wrong_figure(string kind, string format)
    {
        var tally = new Tally();
        foreach (var edition in Editions.OfForm.Keys)
            for (var seed = 0; seed < Times; seed++)
            {
                var random = new Random((seed * 7) + kind.Length + format.Length);
                // Two of the same figure would hide that one stands in the place of the other.
                var report = random.Next(2) == 0 ? PublishedReport.Of(Editions.OfForm.Find(edition)!)
                    : PublishedReport.Of(Editions.OfForm.Find(edition)!, random);
                Spoilers.All.GetValueOrDefault(kind)?.Invoke(report, random);
                var file = Writing.Formats[format](report, Look.Plain, random);
                if (kind == "cut off anywhere") file = file[..random.Next(file.Length / 4, file.Length)];
                tally.Add($"{kind}.{edition}.{seed}.{format}", file, report);
            }
        if (Environment.GetEnvironmentVariable("REPORTC_SHAPES") is { } path)
            File.AppendAllText(path, $"{kind}\t{format}\t{tally.Right}\t{tally.Open}\t{tally.Missing}\t{tally.Wrong}\n{tally.Said}\n");
        Assert.True(tally.Wrong == 0, tally.Said);
    }

    /// <summary>Nothing that looks nearly like a figure is taken for one, and none of it is passed over.</summary>
    [Theory]
    [MemberData(nameof(EditionKeys))]
    public void What_is_not_plainly_a_figure_is_open(string key)
    {
        string[] texts =
        [
            "12①", "2（含上年1）", "约5", "1361\n2", "1 2", "０１２", "1,20", "十二", "12+3", "3/4", "12人", "O", "1O", "12.", "—5", "1e3",
            "12*", "见附件", "12%", "≥5", "5-6", "12,5", "无0",
        ];
        var edition = Editions.OfForm.Find(key)!;
        foreach (var text in texts)
        {
            var report = PublishedReport.Of(edition, c => c.Index % 3 == 0 && text != $"12{c.Unit}" ? text : $"{c.Index + 1001}");
            var tally = new Tally();
            foreach (var cell in edition.Cells.Where(c => report.Truth[c] == text)) report.Truth[cell] = "";
            tally.Add(text, Writing.Formats["html"](report, Look.Plain, new Random(1)), report);
            Assert.True(tally is { Wrong: 0, Open: > 0 }, $"{text}: {tally.Open} are open{tally.Said}");
        }
    }

    /// <summary>Where neither table nor heading says it, what may be in 元 is open; what cannot be, or has its unit, is not.</summary>
    [Theory]
    [InlineData("2019", "251000", true)]
    [InlineData("2019", "75394432.52", true)]
    [InlineData("2019", "251000元", false)]
    [InlineData("2019", "29.5", false)]
    [InlineData("2019", "16050.5964", false)]
    [InlineData("2021", "251000", false)]
    [InlineData("2014", "251000", true)]
    public void An_amount_of_money_in_no_unit_is_open_where_it_is_large(string key, string said, bool isOpen)
    {
        var edition = Editions.OfForm.Find(key)!;
        var amounts = edition.Cells.Where(c => c.Kind == ValueKind.Amount).ToList();
        var report = PublishedReport.Of(edition, c => amounts.Contains(c) ? said : "0");
        foreach (var cell in amounts) report.Truth[cell] = said == "251000元" ? "25.1" : said;
        var tally = new Tally();
        tally.Add(said, Writing.Formats["html"](report, Look.Plain, new Random(1)), report);

        Assert.NotEmpty(amounts);
        Assert.Equal((isOpen ? amounts.Count : 0, 0), (tally.Open, tally.Wrong));
    }

    /// <summary>No report has as much; whoever reads it all is at it for minutes.</summary>
    public static TheoryData<string, string> Endless => new()
    {
        { "headings.txt", Many(3_000, "   自然人   商业企业   科研机构   社会公益组织   法律服务机构   其他   总计\n 一、本年新收 1 2\n") },
        { "lines.txt", Many(50_001, "某局\n") },
        { "one-line.txt", Many(21_000, "自然人 ") },
        { "spans.html", Many(51, "<table><tr><td colspan=1000>自然人</td></tr></table>") },
        { "rows.html", $"<table>{Many(50_001, "<tr><td>1</td></tr>")}</table>" },
        { "tags.html", $"<p>{Many(200_001, "某<br>")}</p>" },
        { "deep.html", $"<html>{Many(1_001, "<div>")}" },
        { "hidden.html", $"<html><style>{Many(1_001, ".a{display:none}")}</style>{Many(5_000, "<p>")}" },
    };

    [Theory]
    [MemberData(nameof(Endless))]
    public void What_no_report_can_be_is_refused(string name, string text)
    {
        var findings = new Findings();
        var read = Importer.Read(findings, name, Encoding.UTF8.GetBytes(text), Editions.OfForm, 2021);

        Assert.Empty(read);
        Assert.Equal(Errors.Imports.TooLarge.What, Assert.Single(findings.All).Message);
    }

    [Theory]
    [InlineData("<!--[if gte mso 9]><xml>", "<w:LsdException/>", "</xml><![endif]-->")]
    [InlineData("<script>", "if(a<b)c();", "</script>")]
    [InlineData("<style>", "a>b<c{}", "</style>")]
    [InlineData("<svg>", "<path d='M0 0'/>", "</svg>")]
    public void What_is_no_open_element_of_a_page_does_not_make_it_deep(string before, string inside, string after)
    {
        const string page = "<html><table><tr><td></td><td>自然人</td><td>总计</td></tr>"
            + "<tr><td>一、本年新收政府信息公开申请数量</td><td>1</td><td>1</td></tr></table>";
        var found = new Findings();
        var bytes = Encoding.UTF8.GetBytes($"{page}{before}{Many(1_500, inside)}{after}");
        Assert.Single(Importer.Read(found, "page.html", bytes, Editions.OfForm, 2021));
        Assert.DoesNotContain(found.All, d => d.Message == Errors.Imports.TooLarge.What);
    }

    private static string Many(int times, string text) => string.Concat(Enumerable.Repeat(text, times));

    [Fact]
    public void Blanks_and_dashes_are_not_stated_and_wide_digits_are()
    {
        string[] texts = ["", "/", "-", "—", "\u00A0", "１２", "1,200", " 7 "];
        var report = PublishedReport.Of(Editions.OfForm.Find("2021")!, c => texts[c.Index % texts.Length]);
        foreach (var (cell, text) in report.Truth.ToList())
            report.Truth[cell] = text switch { "１２" => "12", "1,200" => "1200", " 7 " => "7", _ => "" };
        var tally = new Tally();
        tally.Add("blanks", Writing.Formats["html"](report, Look.Plain, new Random(1)), report);

        Assert.Equal((report.Truth.Count, 0, 0, 0), (tally.Right, tally.Open, tally.Missing, tally.Wrong));
    }
}
