using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Reportc.Files;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Drafting;
using ReportCompiler.Forms;
using ReportCompiler.Importing;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Sources;

namespace Reportc.Commands.Import;

/// <summary>Reads documents, in parallel, and writes what they say, in their order, at the end and all together.</summary>
/// <param name="session">The run.</param>
/// <param name="request">What was asked for.</param>
/// <param name="target">Where it goes.</param>
internal sealed class ImportRun(Session session, ImportRequest request, ImportTarget target)
{
    private const string Stdin = "-";

    private static readonly string[] Endings = [".html", ".htm", ".shtml", ".docx", ".docm", ".xlsx", ".xlsm", ".xls", ".csv", ".txt"];

    private readonly Dictionary<int, string> _editions = [];
    private readonly HashSet<string> _walked = new(StringComparer.Ordinal);
    private readonly Fillings? _fillings = target.Project is { } project ? new Fillings(project) : null;

    /// <summary>The files, in the order they were given.</summary>
    public List<ImportedFile> Files { get; } = [];

    /// <summary>How many files were read.</summary>
    public int Count { get; private set; }

    /// <summary>The forms of a folder in which nothing is filled in: whoever names one itself may want it.</summary>
    public List<string> Blank { get; } = [];

    /// <summary>The exit status.</summary>
    public int Status { get; private set; }

    /// <summary>All that was found, file by file.</summary>
    public IEnumerable<Diagnostic> Findings => Files.SelectMany(f => f.Findings.All);

    /// <summary>Imports files and folders.</summary>
    public void Take(IReadOnlyList<string> words)
    {
        var files = words.SelectMany(Walked).Distinct(StringComparer.Ordinal).ToList();
        using (var progress = new ProgressLine(session))
        {
            progress.Expect(Count = files.Count);
            InOrder.Run(files.Count, i => Read(files[i], progress), read => read.ForEach(Place));
        }
        target.WriteEditions(_editions);
        if (!target.IsStream) target.Write(Files.Select(f => f.Document?.Edition).OfType<Edition>());
    }

    /// <summary>The files of a folder that may be reports, those below it too; a file as it is given.</summary>
    private IEnumerable<string> Walked(string word)
    {
        if (word == Stdin || !Disk.HasFolder(session.Full(word))) return [word];
        var files = Below(session.Full(word), word.TrimEnd('/', '\\')).ToList();
        _walked.UnionWith(files.Select(Session.Slashed));
        return files;

        static IEnumerable<string> Below(string folder, string shown)
        {
            foreach (var name in Disk.Files(folder).Where(n => Endings.Contains(Path.GetExtension(n), StringComparer.OrdinalIgnoreCase)))
                yield return $"{shown}/{name}";
            foreach (var name in Disk.Folders(folder))
                foreach (var file in Below(Path.Join(folder, name), $"{shown}/{name}"))
                    yield return file;
        }
    }

    /// <summary>What a file holds: mostly one report, a workbook perhaps those of many.</summary>
    private List<ImportedFile> Read(string file, ProgressLine progress)
    {
        session.Cancellation.ThrowIfCancellationRequested();
        progress.Begin(file, file);
        var name = Session.Slashed(file);
        var read = new ImportedFile(name);
        try
        {
            var bytes = file == Stdin ? Disk.ReadAll(session.Host.In, session.Cancellation)
                : Disk.Read(session.Full(file), name, session.Cancellation);
            var documents = Importer.Read(read.Findings, name, bytes, target.Editions, request.Year, target.Indicators);
            if (documents.Count <= 1) read.Document = documents.Count == 1 ? documents[0] : null;
            else return Asked(read, documents);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever one file does to its reader, the others go on.
            var failure = e as Failure ?? Failure.OfProgram(e);
            read.Findings.Add(failure.Diagnostic);
            read.Failed = failure.Status;
        }
        return [read];
    }

    /// <summary>Of the reports of several in a file those that are asked for, and behind them the file, with what went wrong.</summary>
    private List<ImportedFile> Asked(ImportedFile whole, IReadOnlyList<ImportedDocument> documents)
    {
        whole.IsBundle = true;
        var asked = documents.Where(d => (request.Unit is not { } unit || (d.Unit is { } stated && target.UnitOf(stated) == unit))
            && (request.Year is not { } year || d.Year == year)).ToList();
        if (asked.Count == 0)
        {
            var at = Location.AtStart(new SourceText(whole.File, ""));
            whole.Findings.Add(ImportFaults.NotAmong(at, request.Unit, request.Year, [.. documents.Select(d => $"{d.Unit} {d.Year}")]));
        }
        return [.. asked.Select(d => new ImportedFile(d.Name) { Document = d }), whole];
    }

    /// <summary>Settles whose report it is, and notes what is to be written.</summary>
    private void Place(ImportedFile file)
    {
        // The file that held the reports of several has nothing to tell but what went wrong.
        if (file is { IsBundle: true, Findings.All.Count: 0 }) return;
        if (file.Document is { IsForm: true } form && _walked.Contains(file.File) && IsBlank(form))
        {
            Blank.Add(file.File);
            return;
        }
        Files.Add(file);
        if (file.Document is { } document) Place(file, document);
        if (file.Document is not null && file.Document.Open > 0) Raise(ExitStatus.Errors);
        Raise(file.Failed);
        if (file.Findings.HasErrors) Raise(ExitStatus.Errors);
    }

    private bool IsBlank(ImportedDocument form) => _fillings is { } fillings && form is { Year: { } year, Open: 0 }
        && FilledForm.Of(form, target.Project!, fillings, form.Unit ?? form.Name, year) is null;

    private void Place(ImportedFile file, ImportedDocument document)
    {
        var at = Location.AtStart(new SourceText(file.File, ""));
        var stated = document.Unit is null ? null : target.UnitOf(document.Unit);
        (file.Unit, file.Year) = (request.Unit ?? stated, request.Year ?? document.Year);
        if (file.Unit is null) file.Findings.Add(ImportFaults.NoUnit(at));
        if (file.Year is null) file.Findings.Add(ImportFaults.NoYear(at));
        if (file is not { Unit: { } unit, Year: { } year }) return;
        if (request.Unit is not null && stated is not null && stated != unit)
            file.Findings.Add(ImportFaults.Otherwise(at, "--unit", unit, stated));
        if (document.Year is { } own && own != year)
            file.Findings.Add(ImportFaults.Otherwise(at, "--year", Digits(year), Digits(own)));
        if (!target.Knows(unit)) file.Findings.Add(ImportFaults.UnknownUnit(at, unit));
        foreach (var table in document.Missing) file.Findings.Add(ImportFaults.MissingTable(at, table.Key));
        if (document.Missing.Length > 0) Raise(ExitStatus.Errors);
        if (document.Unseen is { Length: > 0 } unseen) file.Findings.Add(ImportFaults.Unseen(at, unseen));
        if (document.Open > 0) file.Findings.Add(ImportFaults.Open(at, document.Open));
        Edition(file, at, document.Edition, year);
        Write(file, document, unit, year);
    }

    private static string Digits(int year) => year.ToString(CultureInfo.InvariantCulture);

    private void Edition(ImportedFile file, Location at, Edition edition, int year)
    {
        var usual = target.Project is { } project ? project.EditionFor(year) : target.Editions.For(year);
        if (usual == edition) return;
        if (request.WritesEdition && target.Project is not null && request.Out is null) _editions[year] = edition.Key;
        else file.Findings.Add(ImportFaults.OtherEdition(at, year, edition.Key, usual?.Key));
    }

    private void Write(ImportedFile file, ImportedDocument document, string unit, int year)
    {
        var text = document.DataFile(unit, year, target.Modeline(document.Edition));
        if (target.IsStream)
        {
            session.Host.Out.Write(text);
            return;
        }
        if (target.DataPaths(unit, year) is not [var path])
        {
            var at = Location.AtStart(new SourceText(file.File, ""));
            file.Findings.Add(ImportFaults.Twice(at, unit, [.. target.DataPaths(unit, year).Select(session.Shown)]));
            return;
        }
        Put(file, path, text, there => Differences(document, path, there, year, target.Indicators ?? []));
        var isOwn = target.Project is { } project && unit == project.Authority;
        if ((request.Narrative ?? isOwn) && document.Narrative() is { } prose)
            Put(file, target.NarrativePath(unit, year), prose, there => FirstDifference(Encoding.UTF8.GetString(there), prose));
    }

    private void Put(ImportedFile file, string path, string text, Func<byte[], List<string>> differences)
    {
        if (target.There(path) is { } there)
        {
            if (there.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(text)) || differences(there) is not { Count: > 0 } otherwise) return;
            if (!request.Force)
            {
                file.Findings.Add(ImportFaults.Differs(Location.AtStart(new SourceText(file.File, "")), session.Shown(path), otherwise));
                return;
            }
        }
        target.Put(path, text);
        file.Written.Add(session.Shown(path));
    }

    private static List<string> Differences(
        ImportedDocument document, string path, byte[] there, int year, ImmutableArray<Indicator> indicators)
    {
        var filing = FilingReader.Read(new Findings(), new Source(path, there), document.Edition, indicators, year);
        return filing is null ? ["…"] : [.. document.Differences(filing, indicators)];
    }

    private static List<string> FirstDifference(string there, string text)
    {
        var (before, now) = (there.TrimEnd().Split('\n'), text.TrimEnd().Split('\n'));
        for (var i = 0; i < Math.Max(before.Length, now.Length); i++)
        {
            var (old, next) = (before.ElementAtOrDefault(i)?.TrimEnd(), now.ElementAtOrDefault(i));
            if (old != next) return [$"- {i + 1}: {old}", $"+ {i + 1}: {next}"];
        }
        return [];
    }

    private void Raise(int status) => Status = Math.Max(Status, status);
}
