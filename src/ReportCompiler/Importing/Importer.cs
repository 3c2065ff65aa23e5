using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Importing.Documents;
using ReportCompiler.Importing.Matching;
using ReportCompiler.Importing.Prose;
using ReportCompiler.Importing.Texts;
using ReportCompiler.Packages;
using ReportCompiler.Projects;
using ReportCompiler.Sources;

namespace ReportCompiler.Importing;

/// <summary>Reads reports as others made them. What a file is says its content, not its name.</summary>
public static class Importer
{
    /// <summary>Reads a document: its report, or those of a workbook with several; none, with a finding, where none can be read.</summary>
    /// <param name="findings">Takes what is wrong with it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="editions">The editions it may be of.</param>
    /// <param name="year">The year it is of, if that is known from elsewhere.</param>
    /// <param name="indicators">The indicators that it may state; null outside a project: then those of a form are all taken.</param>
    public static IReadOnlyList<ImportedDocument> Read(
        Findings findings, string name, byte[] bytes, Editions editions, int? year, IReadOnlyList<Indicator>? indicators = null)
    {
        var all = editions.Keys.Select(k => editions.Find(k)!).ToList();
        try
        {
            if (Open(findings, name, bytes, all) is not { } open) return [];
            var bundle = Bundle.Of(open.By(all[0]), all);
            if (bundle.Count == 0) return Read(findings, name, open, all, editions, year, indicators) is { } one ? [one] : [];
            return
            [
                .. bundle.Select(b => Read(findings, $"{name}#{b.Sheet}", OpenDocument.Of(b.Report), all, editions, year, indicators))
                    .OfType<ImportedDocument>(),
            ];
        }
        catch (UnreadableException e)
        {
            findings.Add(Errors.Imports.Unreadable(At(name), e.Fault switch
            {
                PackageFault.Encrypted => Errors.Imports.Encrypted,
                PackageFault.TooLarge => Errors.Imports.TooLarge,
                PackageFault.Foreign => Errors.Imports.Foreign(e.Detail),
                _ => Errors.Imports.Damaged,
            }));
            return [];
        }
    }

    private static OpenDocument? Open(Findings findings, string name, byte[] bytes, List<Edition> editions)
    {
        Paper paper;
        if (Office.OfficeFile.Is(bytes)) paper = Office.OfficeFile.Read(bytes);
        else if (bytes.AsSpan().StartsWith("%PDF"u8) || DocumentText.Decode(bytes) is not { } text)
        {
            var isPdf = bytes.AsSpan().StartsWith("%PDF"u8);
            findings.Add(isPdf ? Errors.Imports.Pdf(At(name)) : Errors.Imports.Unreadable(At(name), Errors.Imports.NotText));
            return null;
        }
        else if (IsHtml(text)) paper = HtmlPage.Read(text, line => NarrativeText.IsHeading(line, editions));
        else if (DelimitedText.Read(text) is { } delimited) paper = delimited;
        else return new OpenDocument(edition => LayoutText.Read(text, FormLabels.Of(edition)), () => LayoutText.Lines(text));
        return OpenDocument.Of(paper);
    }

    private static bool IsHtml(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 2000));
        return head.TrimStart().StartsWith("<") && (text.Contains("<table", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<p", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<div", StringComparison.OrdinalIgnoreCase) || head.Contains("<!doctype", StringComparison.OrdinalIgnoreCase));
    }

    private static ImportedDocument? Read(
        Findings findings, string name, OpenDocument open, List<Edition> all, Editions editions, int? year,
        IReadOnlyList<Indicator>? indicators)
    {
        var paper = open.By(all[0]);
        var lines = PaperTables.Opened(paper).OfType<Paragraph>().Where(p => !p.IsOutside).ToList();
        var titled = lines.Select(l => DocumentTitle.Of(l.Line, all)).FirstOrDefault(t => t is not null)
            ?? lines.Zip(lines.Skip(1), (l, next) => TitleOfTwo(l, next, all)).FirstOrDefault(t => t is not null)
            ?? DocumentTitle.Of(paper.Title ?? "", all);
        var stated = paper.Form is { Year: > 0 and var own } ? own : titled?.Year
            ?? lines.Select(l => DocumentTitle.Period(l.Line)).FirstOrDefault(y => y is not null);
        var likeliest = (year ?? stated) is { } of ? editions.For(of) : null;
        PaperReading? reading = null;
        IReadOnlyList<Block> blocks = [];
        if (paper.Form is { } form && EditionOf(form, all.OrderBy(e => e != likeliest)) is { } known) reading = PaperReading.Of(
            form, known, indicators);
        else
        {
            Fit(edition => PaperTables.Opened(open.By(edition)));
            // A document that lost the lines of its tables has their cells below each other.
            if (reading is null && PaperTables.Opened(open.Lines()) is var cells)
                Fit(edition => FlatTables.Of(cells, FormLabels.Of(edition)));
        }
        if (reading is not null)
            return new ImportedDocument(name, reading, blocks, reading.IsOfForm ? paper.Form : null)
            {
                Unit = paper.Form is { Unit: { Length: > 0 } unit } ? unit : titled?.Unit,
                Year = stated,
                Lists = [.. paper.Lists],
            };
        findings.Add(Errors.Imports.NoTables(At(name)));
        return null;

        // The edition of which most is there.
        void Fit(Func<Edition, List<Block>?> read)
        {
            foreach (var edition in all.OrderBy(e => e != likeliest))
            {
                if (read(edition) is not { } opened) continue;
                var next = PaperReading.Of(opened, edition, indicators);
                if (next.Figures.Count > 0 && next.Found > (reading?.Found ?? -1)) (reading, blocks) = (next, opened);
            }
        }
    }

    /// <summary>The edition of a form: the one it names, or one that has all its cells.</summary>
    private static Edition? EditionOf(FormFacts form, IEnumerable<Edition> all) => form.Edition is { Length: > 0 } key
        ? all.FirstOrDefault(e => e.Key == key)
        : form.Cells.Count == 0 ? null : all.FirstOrDefault(e => form.Cells.Keys.All(p => e.Find(p) is not null));

    /// <summary>A title that a document breaks over two lines.</summary>
    private static DocumentTitle? TitleOfTwo(Paragraph first, Paragraph second, IReadOnlyList<Edition> editions) =>
        first is { Mark: null, Line.Length: < 40 } && second.Mark is null ? DocumentTitle.Of(first.Line + second.Line, editions) : null;

    private static Location At(string name) => Location.AtStart(new SourceText(name, ""));
}

/// <summary>A document that was opened.</summary>
/// <param name="By">Gives it by the labels of an edition: a text without lines of tables can be read by those alone.</param>
/// <param name="Lines">Gives it as it stands, whatever its labels say.</param>
internal sealed record OpenDocument(Func<Edition, Paper> By, Func<Paper> Lines)
{
    /// <summary>One that says itself where its tables are.</summary>
    public static OpenDocument Of(Paper paper) => new(_ => paper, () => paper);
}
