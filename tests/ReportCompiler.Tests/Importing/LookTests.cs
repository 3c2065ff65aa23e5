using System.Text;
using ReportCompiler.Forms;
using ReportCompiler.Packages;
using ReportCompiler.Tests.Importing.Office;
using ReportCompiler.Tests.Importing.Published;
using Xunit;

namespace ReportCompiler.Tests.Importing;

/// <summary>However an office program shows a figure, it is read as a reader sees it, or it is 待核.</summary>
public sealed class LookTests
{
    public static TheoryData<string> OfRight => [.. Looks.Right.Keys];

    public static TheoryData<string> OfOpen => [.. Looks.Open.Keys];

    [Theory]
    [MemberData(nameof(OfRight))]
    public void A_figure_that_is_seen_as_it_is_is_read(string name) => Reads(name, Looks.Right[name], isOpen: false);

    [Theory]
    [MemberData(nameof(OfOpen))]
    public void A_figure_that_nobody_can_be_sure_of_is_open(string name) => Reads(name, Looks.Open[name], isOpen: true);

    private static void Reads(string name, (string Format, Look Look) of, bool isOpen)
    {
        foreach (var key in Editions.OfForm.Keys)
        {
            var report = PublishedReport.Of(Editions.OfForm.Find(key)!);
            var file = Write(report, of.Look);
            Assert.NotEqual(Content(Write(report, Look.Plain)), Content(file));

            var tally = new Tally();
            tally.Add($"{name}.{key}", file, report);

            var open = isOpen ? report.Tables.SelectMany(t => t.Rows).SelectMany(r => r).Count(Looks.Has) : 0;
            Assert.True((tally.Right, tally.Open, tally.Missing, tally.Wrong) == (report.Truth.Count - open, open, 0, 0),
                $"{key}: {tally.Right} right, {tally.Open} of {open} open, {tally.Missing} missing, {tally.Wrong} wrong{tally.Said}");
        }

        byte[] Write(PublishedReport report, Look look) => Writing.Formats[of.Format](report, look, new Random(1));
    }

    /// <summary>What is in a file, without the time it was packed at.</summary>
    private static string Content(byte[] file) => PackageReader.IsPackage(file)
        ? string.Join('\n', OfficeMaker.Parts(file).Select(p => p.Text)) : Encoding.Latin1.GetString(file);
}
