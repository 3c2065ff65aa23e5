using System.Collections.Immutable;
using System.Text;
using ReportCompiler.Manuscripts;

namespace ReportCompiler.Rendering;

/// <summary>
/// report.docx: the copy that is filed. The document, its styles, footers and header are made by templates; what only names them, and
/// the numbers of the lists, are made here.
/// </summary>
internal static class WordReport
{
    /// <summary>The file.</summary>
    public const string FileName = "report.docx";

    private const string Main = "report.docx.xml";
    private const string Styles = "report.docx.styles.xml";
    private const string Footer = "report.docx.footer.xml";
    private const string Header = "report.docx.header.xml";

    /// <summary>Makes it; nothing, with a finding, where a template fails. The files that the narrative links follow.</summary>
    public static ImmutableArray<OutputFile> Render(Report report)
    {
        var prose = new WordParts();
        var markup = Markup.Word(prose);
        var data = Model.OfReport(report, markup);
        if (Page(report, Main, data) is not { } document || !ReportPage.IsWhole(report, Main, markup, document)) return [];
        if (Page(report, Styles, data) is not { } styles) return [];
        if (Page(report, Footer, data.With(("双页", false))) is not { } odd) return [];
        if (Page(report, Footer, data.With(("双页", true))) is not { } even) return [];
        if (Page(report, Header, data) is not { } header) return [];
        var (project, district) = (report.Year.Project, report.Year.District);
        var bytes = WordPackage.Write(
            district.Edition.TitleOf(project.ShortName, district.Year), project.Authority, district.Edition.Wording["语言"], document,
            [
                WordPackage.Part("styles", "styles.xml", styles),
                WordPackage.Part("numbering", "numbering.xml", Encoding.UTF8.GetBytes(WordNumbering.Part(prose.Starts))),
                WordPackage.Part("footer", "footer1.xml", odd),
                WordPackage.Part("footer", "footer2.xml", even, "footerEven"),
                WordPackage.Part("header", "header1.xml", header),
            ],
            prose.Named, prose.Images);
        return [new OutputFile(FileName, bytes), .. ReportPage.Beside(report.Prose!.Attachments, markup)];
    }

    private static byte[]? Page(Report report, string template, NamedValues data)
    {
        var units = report.Year.District.Units.Length;
        // The built-in templates are known to write XML: reading the document's tables back reads it whole.
        return Script.Page(report.Findings, report.Templates, template, data, units, report.Year.Project.Style) is { } page
            && (!report.Templates.HasOwn || WellFormed.Check(report.Findings, report.Templates, template, data, units, page)) ? page : null;
    }
}
