using System.Globalization;
using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Importing;
using ReportCompiler.Input;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests.Importing.Published;

/// <summary>What became of the cells of a report that was imported.</summary>
internal sealed class Tally
{
    private readonly StringBuilder _said = new();

    /// <summary>How many are read, those that say nothing and are read so among them.</summary>
    public int Right { get; private set; }

    /// <summary>How many are 待核.</summary>
    public int Open { get; private set; }

    /// <summary>How many are stated, and not found.</summary>
    public int Missing { get; private set; }

    /// <summary>How many are another figure than the document says.</summary>
    public int Wrong { get; private set; }

    /// <summary>The wrong ones, a line for each.</summary>
    public string Said => _said.ToString();

    /// <summary>Imports a file and compares every cell with what it truly says.</summary>
    /// <param name="name">The file's name, for what is said.</param>
    /// <param name="file">The file.</param>
    /// <param name="report">What it was made of.</param>
    public void Add(string name, byte[] file, PublishedReport report)
    {
        var findings = new Findings();
        var documents = Importer.Read(findings, name, file, Editions.OfForm, null);
        var document = documents.Count == 1 ? documents[0] : null;
        if (document is null || document.Edition != report.Edition)
        {
            // Another edition, or several reports: whoever imports it is told which.
            Missing += report.Truth.Values.Count(IsStated);
            return;
        }
        var text = document.DataFile(PublishedReport.Unit, report.Year, null);
        var source = new Source("data.yaml", Encoding.UTF8.GetBytes(text));
        var filing = FilingReader.Read(findings, source, document.Edition, null, report.Year);
        Assert.DoesNotContain(findings.All, f => f.Severity == Severity.Error && f.Rule != Catalogue.Unfilled);
        var figures = filing!.Figures;
        foreach (var (cell, truth) in report.Truth)
        {
            var figure = figures.Stated(cell);
            var isRight = figure.State switch
            {
                FigureState.Number => IsStated(truth) && figure.Value == decimal.Parse(truth, CultureInfo.InvariantCulture),
                FigureState.None or FigureState.Absent => !IsStated(truth) || (figure.State == FigureState.None && truth == "0"),
                _ => true,
            };
            if (figure.State == FigureState.Absent && !isRight) Missing++;
            else if (!isRight)
            {
                Wrong++;
                _said.Append(CultureInfo.InvariantCulture, $"\n{name}: {cell.Path} is {truth}, read as {figure.State} {figure.Value}");
            }
            else if (figure.State is FigureState.Number or FigureState.None or FigureState.Absent) Right++;
            else Open++;
        }
    }

    private static bool IsStated(string truth) => truth.Length > 0;
}
