using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Input.Plain;
using ReportCompiler.Projects;
using ReportCompiler.Sources;

namespace ReportCompiler.Tests.Fuzzing;

/// <summary>What the plain reader accepts the tree of YAML must read without a finding, and as the same.</summary>
internal static class BothReaders
{
    /// <summary>Whether the plain reader accepts a file.</summary>
    /// <exception cref="InvalidOperationException">The tree reads it otherwise.</exception>
    public static bool Accept(Source source, ImmutableArray<Indicator>? indicators, int year, string? which = null) =>
        Accept(source, Editions.OfForm.For(year)!, indicators, year, which);

    /// <summary>The same for an edition.</summary>
    /// <exception cref="InvalidOperationException">The tree reads it otherwise.</exception>
    public static bool Accept(Source source, Edition edition, ImmutableArray<Indicator>? indicators, int year, string? which = null)
    {
        if (PlainFile.Read(source, edition, indicators, year, static _ => { }) is null) return false;
        var findings = new Findings();
        var plain = FilingReader.Read(findings, source, edition, indicators, year)!;
        var tree = FilingReader.ReadTree(findings, source, edition, indicators, year);
        if (tree is null || !findings.IsEmpty) throw Otherwise(findings.All[0].Message.English);
        foreach (var (ofTree, ofPlain) in Facts(tree).Zip(Facts(plain)))
            if (!Equals(ofTree, ofPlain)) throw Otherwise($"{ofTree} by the tree, {ofPlain} by the plain reader");
        return true;

        InvalidOperationException Otherwise(string how) => new($"{which} {source.Path}: {how}\n{plain.Source.Text}");
    }

    /// <summary>Everything that is known of a filing; of numbers the digits too.</summary>
    private static IEnumerable<object> Facts(Filing filing)
    {
        yield return (filing.Unit, filing.Year, filing.Submitted, filing.UnitSpan, filing.IsSound, filing.Doubtful.IsEmpty);
        yield return (filing.Source.Path, filing.Source.Text, filing.Source.Encoding, filing.Notes.Count);
        foreach (var (path, note) in filing.Notes.OrderBy(n => n.Key, StringComparer.Ordinal))
            yield return (path, note.Reason, note.Location.Span, note.Location.Source == filing.Source);
        yield return filing.Figures.Indicators.Length;
        foreach (var indicator in filing.Figures.Indicators) yield return (indicator, Digits(indicator.Value));
        foreach (var cell in filing.Figures.Edition.Cells)
            yield return (cell.Path, filing.Figures.Stated(cell), filing.Figures[cell], Digits(filing.Figures.Value(cell)));
    }

    private static string Digits(decimal value) => string.Join(' ', decimal.GetBits(value));
}
