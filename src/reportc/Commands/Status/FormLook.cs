using Reportc.Files;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Drafting;
using ReportCompiler.Importing;
using ReportCompiler.Input;
using ReportCompiler.Sources;

namespace Reportc.Commands.Status;

/// <summary>
/// Reads the forms that lie in a year's data folder and holds them to the data files: a blank one is waited for, one that says the same
/// was imported, and the others ask for something. Nothing is written.
/// </summary>
/// <param name="look">The project.</param>
/// <param name="district">The year, with the data files.</param>
/// <param name="fillings">Tells what is filled in.</param>
internal sealed class FormLook(SingleProject look, District district, Fillings fillings)
{
    private readonly List<Filing> _filings = [.. district.Units.Append(district.Own).OfType<Filing>()];
    private readonly List<string> _files = [.. look.Folder.OthersOf(district.Year)];

    /// <summary>The forms that ask for something.</summary>
    public IEnumerable<WaitingForm> Waiting() => _files.Select(Of).OfType<WaitingForm>();

    private WaitingForm? Of(string file)
    {
        // What came back as 区教育局（盖章）.xlsx is that unit's.
        var owner = _filings.Find(f => OfficeFile.Stem(f.Source.Path) == OfficeFile.Stem(file)) ?? _filings.Find(f => Names(file, f.Unit));
        if (OfficeFile.SavedAs(file) is { } ending)
        {
            if (IsSaved(file)) return null;
            var state = owner is null ? FormState.New : FormState.Unread;
            return Unread(file, owner) with { State = state, SaveAs = ending };
        }
        if (!OfficeFile.IsImportable(file)) return null;
        var (documents, fault) = Read(file);
        return documents.Select(d => Of(file, d, owner)).OfType<WaitingForm>().FirstOrDefault()
            ?? (fault is null ? null : Unread(file, owner) with { Fault = fault });
    }

    /// <summary>Whether there is a form saved of it that is looked at: the blank one that was sent out under its name is none.</summary>
    private bool IsSaved(string file) => _files.FindAll(f => OfficeFile.IsSaved(file, [f]))
        .Exists(f => Read(f) is { Documents: var documents, Fault: var fault }
            && (fault is not null || documents.Any(d => Filled(d, d.Unit ?? f) is not null)));

    /// <summary>A form of which no more is known than its name.</summary>
    private WaitingForm Unread(string file, Filing? owner) => new(file, FormState.Unread)
    {
        Unit = owner?.Unit ?? look.Project.Due(district.Year)?.Select(e => e.Name).FirstOrDefault(n => Names(file, n)),
        DataFile = owner?.Source.Path,
    };

    private static bool Names(string file, string unit) => OfficeFile.Stem(file).Contains(unit, StringComparison.Ordinal);

    /// <summary>What a file holds, or why that is not known.</summary>
    private (IReadOnlyList<ImportedDocument> Documents, Diagnostic? Fault) Read(string file)
    {
        try
        {
            var findings = new Findings();
            var documents = Importer.Read(findings, file, look.Folder.Source(file).Bytes, look.Project.Editions, district.Year,
                look.Project.Indicators);
            return (documents, findings.All.FirstOrDefault(f => f.Severity == Severity.Error));
        }
        catch (Failure failure)
        {
            return ([], Why(file, failure));
        }
    }

    /// <summary>Why a file could not be read; which one it is stands before it.</summary>
    private Diagnostic Why(string file, Failure failure)
    {
        if (failure.InnerException is not { } cause) return failure.Diagnostic;
        var (reason, help) = DiskFailure.Reason(Path.Join(look.Root, file), cause);
        return failure.Diagnostic with { Message = reason, Help = help };
    }

    private WaitingForm? Of(string file, ImportedDocument document, Filing? owner)
    {
        var filing = _filings.Find(f => f.Unit == document.Unit) ?? owner;
        var unit = filing?.Unit ?? document.Unit;
        if (document.Year is { } year && year != district.Year)
            return new(file, FormState.OfOtherYear) { Unit = unit, OtherYear = year };
        if (Filled(document, unit ?? file) is not { } said) return null;
        if (filing is null) return new(file, FormState.New) { Unit = unit };
        var cells = filing.Figures.Edition == document.Edition
            ? document.Edition.Cells.Count(c => Differs(said.Figures.Stated(c), filing.Figures[c]))
                + said.Figures.Indicators.Zip(filing.Figures.Indicators).Count(i => Differs(i.First, i.Second)) : document.Cells;
        return cells == 0 ? null
            : new(file, FormState.Differing) { Unit = unit, DataFile = filing.Source.Path, Cells = cells };
    }

    private Filing? Filled(ImportedDocument document, string unit) =>
        FilledForm.Of(document, look.Project, fillings, unit, district.Year);

    /// <summary>Whether a figure of a form is none that the data file has; what the form leaves blank says nothing.</summary>
    private static bool Differs(Figure form, Figure file) => form.State is FigureState.Number or FigureState.None
        && (form.Value != file.Value || file.State is FigureState.Unfilled or FigureState.Faulty);
}
