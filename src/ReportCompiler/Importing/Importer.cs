using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Importing.Documents;
using ReportCompiler.Importing.Matching;
using ReportCompiler.Importing.Prose;
using ReportCompiler.Importing.Texts;
using ReportCompiler.Packages;
using ReportCompiler.Sources;

namespace ReportCompiler.Importing;

/// <summary>Reads reports as others made them. What a file is says its content, not its name.</summary>
public static class Importer
{
    /// <summary>Reads a document; null, with a finding, where there is no report in it that can be read.</summary>
    /// <param name="findings">Takes what is wrong with it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="editions">The editions it may be of.</param>
    /// <param name="year">The year it is of, if that is known from elsewhere.</param>
    public static ImportedDocument? Read(Findings findings, string name, byte[] bytes, Editions editions, int? year)
    {
        var all = editions.Keys.Select(k => editions.Find(k)!).ToList();
        Paper? paper;
        try
        {
            paper = ReadPaper(findings, name, bytes, all);
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
            return null;
        }
        return paper is null ? null : Read(findings, name, paper, all, editions, year);
    }

    private static Paper? ReadPaper(Findings findings, string name, byte[] bytes, List<Edition> editions)
    {
        if (Office.OfficeFile.Is(bytes)) return Office.OfficeFile.Read(bytes);
        if (bytes.AsSpan().StartsWith("%PDF"u8) || DocumentText.Decode(bytes) is not { } text)
        {
            findings.Add(bytes.AsSpan().StartsWith("%PDF"u8) ? Errors.Imports.Pdf(At(name)) : Errors.Imports.Unreadable(
                At(name), Errors.Imports.NotText));
            return null;
        }
        if (IsHtml(text)) return HtmlPage.Read(text, line => NarrativeText.IsHeading(line, editions));
        return DelimitedText.Read(text) ?? LayoutText.Read(text, editions);
    }

    private static bool IsHtml(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 2000));
        return head.TrimStart().StartsWith("<") && (text.Contains("<table", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<p", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<div", StringComparison.OrdinalIgnoreCase) || head.Contains("<!doctype", StringComparison.OrdinalIgnoreCase));
    }

    private static ImportedDocument? Read(
        Findings findings, string name, Paper paper, List<Edition> all, Editions editions, int? year)
    {
        var blocks = PaperTables.Opened(paper);
        var lines = blocks.OfType<Paragraph>().Where(p => !p.IsOutside).ToList();
        var titled = lines.Select(l => DocumentTitle.Of(l.Line)).FirstOrDefault(t => t is not null)
            ?? lines.Zip(lines.Skip(1), TitleOfTwo).FirstOrDefault(t => t is not null) ?? DocumentTitle.Of(paper.Title ?? "");
        var stated = paper.Form?.Year ?? titled?.Year ?? lines.Select(l => DocumentTitle.Period(l.Line)).FirstOrDefault(y => y is not null);
        var likeliest = (year ?? stated) is { } of ? editions.For(of) : null;
        var reading = paper.Form is { } form && all.Find(e => e.Key == form.Edition) is { } own ? PaperReading.Of(form, own)
            : PaperReading.Of(blocks, likeliest is null ? all : all.OrderBy(e => e != likeliest));
        if (reading is null)
        {
            findings.Add(Errors.Imports.NoTables(At(name)));
            return null;
        }
        return new ImportedDocument(name, reading, blocks, paper.Form)
        {
            Unit = paper.Form?.Unit ?? titled?.Unit,
            Year = stated,
        };
    }

    /// <summary>A title that a document breaks over two lines.</summary>
    private static DocumentTitle? TitleOfTwo(Paragraph first, Paragraph second) =>
        first is { Mark: null, Line.Length: < 40 } && second.Mark is null ? DocumentTitle.Of(first.Line + second.Line) : null;

    private static Location At(string name) => Location.AtStart(new SourceText(name, ""));
}
