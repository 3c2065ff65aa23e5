using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input.Plain;
using ReportCompiler.Projects;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;

namespace ReportCompiler.Input;

/// <summary>
/// Reads a unit's data file against an edition: keys or labels, every figure with its place, every fault with its remedy.
/// </summary>
public sealed class FilingReader
{
    private static readonly ImmutableDictionary<string, Note> NoNotes = ImmutableDictionary.Create<string, Note>(StringComparer.Ordinal);

    private readonly Findings _findings;
    private readonly Document _document;
    private readonly Edition _edition;
    private readonly ImmutableArray<Indicator>? _indicators;
    private readonly KeyFaults _keys;
    private readonly TableReader _cells;
    private readonly Figure[] _own;
    private readonly HashSet<string> _tables = new(StringComparer.Ordinal);
    private readonly HashSet<string> _meant = new(StringComparer.Ordinal);
    private ImmutableDictionary<string, Note> _notes = NoNotes;
    private EditionFit? _other;
    private Scalar? _unit;
    private Scalar? _yearScalar;
    private DateOnly? _submitted;
    private Signers _signers = Signers.None;

    private FilingReader(Findings findings, Document document, Edition edition, ImmutableArray<Indicator>? indicators)
    {
        _findings = findings;
        _document = document;
        _edition = edition;
        _indicators = indicators;
        _keys = new KeyFaults(findings, document);
        _cells = new TableReader(findings, document, edition, _keys);
        _own = new Figure[indicators?.Length ?? 0];
    }

    /// <summary>Reads a file of a year's folder. Null if it cannot be read as a data file at all.</summary>
    /// <param name="findings">Takes every fault, with the unit and the year.</param>
    /// <param name="source">The file.</param>
    /// <param name="edition">The form of that year.</param>
    /// <param name="indicators">The authority's own figures; null to accept any (a file outside a project).</param>
    /// <param name="year">The folder's year.</param>
    /// <param name="editions">All editions, to tell which one a file was written for that does not fit; null to leave that out.</param>
    public static Filing? Read(
        Findings findings, Source source, Edition edition, ImmutableArray<Indicator>? indicators, int year, Editions? editions = null)
    {
        var (cells, own) = (new FigureArray(edition.Cells.Length), new Figure[indicators?.Length ?? 0]);
        return PlainFile.Read(source, edition, indicators, year, Take) is { } plain ? Of(plain, source, edition, cells, own, year)
            : ReadTree(findings, source, edition, indicators, year, editions);

        void Take(PlainFigure figure)
        {
            var (value, indicator) = (Of(figure), figure.Cell - edition.Cells.Length);
            if (indicator < 0) cells.Set(figure.Cell, figure.Cells, value);
            // 无 for all indicators says no more than nothing.
            else if (!figure.IsOfStep) own[indicator] = value;
        }
    }

    private static Filing Of(PlainFile file, Source source, Edition edition, FigureArray cells, Figure[] own, int year)
    {
        var text = new SourceText(source);
        var notes = NoNotes;
        foreach (var (path, reason, span) in file.Notes) notes = notes.Add(path, new Note(reason, new Location(text, span)));
        return new Filing
        {
            Unit = file.Unit,
            Year = year,
            Submitted = file.Submitted,
            Signers = file.Signers.Aggregate(Signers.None, static (signers, said) => signers.With(said.Key, said.Text)),
            Source = text,
            UnitSpan = file.UnitSpan,
            Figures = new Figures(edition, cells, ImmutableCollectionsMarshal.AsImmutableArray(own)),
            Notes = notes,
            IsSound = true,
        };
    }

    private static Figure Of(in PlainFigure figure) => figure.Value is { } value
        ? new Figure(FigureState.Number, value, figure.Span) : new Figure(FigureState.None, 0, figure.Span, figure.IsOfStep);

    /// <summary>Reads a file as a tree of YAML: every file can be, and every fault is found by it.</summary>
    internal static Filing? ReadTree(
        Findings findings, Source source, Edition edition, ImmutableArray<Indicator>? indicators, int year, Editions? editions = null)
    {
        var own = findings.ForReading();
        var filing = Decoder.Decode(own, source) is { } text ? ReadLines(own, text, edition, indicators, year, editions) : null;
        foreach (var finding in own.All)
            findings.Add(finding with { Year = year, Unit = filing?.Unit is { Length: > 0 } unit ? unit : null });
        return filing;
    }

    /// <summary>Reads a file, and if its YAML is in disorder line by line, for what was meant.</summary>
    private static Filing? ReadLines(
        Findings findings, SourceText text, Edition edition, ImmutableArray<Indicator>? indicators, int year, Editions? editions)
    {
        var found = findings.ForReading();
        var filing = Read(found, null);
        if (found.All.Any(IsOfLines) && LineSlips.Find(text, edition, indicators) is { } slips)
        {
            var again = findings.ForReading();
            var better = slips.Mended is null ? null : Read(again, slips.Mended);
            if (slips.Mended is null) again.AddRange(found.All.Where(f => IsElsewhere(f, slips)));
            // A mend that leaves the file as unreadable as it was is none.
            if (better is not null || slips.Mended is null)
            {
                findings.AddRange(slips.Findings);
                (found, filing) = (again, better);
            }
        }
        findings.AddRange(found.All);
        return filing;

        Filing? Read(Findings into, MendedText? anew) => YamlReader.Read(into, text, anew) is { } document
            ? FilingReader.Read(into, document, edition, indicators, year, editions) : null;
    }

    private static bool IsElsewhere(Diagnostic finding, LineSlips slips) =>
        finding.Rule == Catalogue.Typing && !slips.Lines.Contains(finding.Location!.Span.Line);

    /// <summary>Whether a finding may come of lines in disorder: what is only to be filled in does not.</summary>
    private static bool IsOfLines(Diagnostic finding) => finding.Severity == Severity.Error && finding.Rule != Catalogue.Unfilled;

    private static Filing? Read(
        Findings findings, Document document, Edition edition, ImmutableArray<Indicator>? indicators, int year, Editions? editions)
    {
        var found = findings.ForReading();
        var reader = new FilingReader(found, document, edition, indicators);
        var filing = reader.ReadFiling(year);
        if (editions is not null && document.Root is Mapping root && found.HasErrors
            && EditionFit.Better(root, edition, editions, reader._cells.Misspelt) is { } other)
        {
            // One finding instead of one for every row that the other edition calls otherwise.
            found = findings.ForReading();
            filing = new FilingReader(found, document, edition, indicators) { _other = other }.ReadFiling(year);
        }
        findings.AddRange(found.All);
        return filing;
    }

    /// <summary>The year a data file says it is of; null if it does not say.</summary>
    public static int? YearOf(Source source) => PlainOf(source)?.Year
        ?? (YamlReader.Read(new Findings(), source)?.Root is Mapping map && map[FileKeys.Year] is Scalar scalar
            && int.TryParse(Dates.MeantYear(scalar.Value), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null);

    /// <summary>The unit a data file says it is of; null if it does not say.</summary>
    public static string? UnitOf(Source source) => PlainOf(source)?.File.Unit
        ?? (YamlReader.Read(new Findings(), source)?.Root is Mapping map && map[FileKeys.Unit] is Scalar { IsNull: false } scalar
            ? scalar.Value.Trim() : null);

    /// <summary>A file that is plain on the form of the year it says; null for any other.</summary>
    private static (int Year, PlainFile File)? PlainOf(Source source)
    {
        var at = source.Bytes.AsSpan().IndexOf("年度: "u8);
        if (at < 0 || !Utf8Parser.TryParse(source.Bytes.AsSpan(at + "年度: "u8.Length), out int year, out _)) return null;
        // Wherever that stood: it is the year of the file if the file is plain with it.
        return Editions.OfForm.For(year) is { } edition && PlainFile.Read(source, edition, null, year, static _ => { }) is { } file
            ? (year, file) : null;
    }

    /// <summary>Whether what is wrong from now on is only counted.</summary>
    private bool IsFull => _findings.IsFull(_document.Source);

    /// <summary>Whether the file lies outside any project: then no folder says its year, and its indicators cannot be known.</summary>
    private bool IsAlone => _indicators is null;

    /// <summary>
    /// Whether the file is what a nested authority's build wrote, by its name, such as 甲区-totals.yaml: its indicators are that
    /// authority's, and one this authority does not have is no slip.
    /// </summary>
    private bool IsTotals => _document.Source.Path.EndsWith("totals.yaml", StringComparison.OrdinalIgnoreCase);

    private Filing? ReadFiling(int year)
    {
        if (_document.Root is not Mapping root)
        {
            if (_document.Root is not Faulty) _findings.Add(Errors.Filings.NotADataFile(_document.At(_document.Root)));
            return null;
        }
        foreach (var entry in root.Entries) ReadEntry(root, entry, year);
        if (_unit is null && !_meant.Contains(FileKeys.Unit) && root[FileKeys.Unit] is null or Scalar)
            _findings.Add(Errors.Filings.NoUnit(_document.At(root[FileKeys.Unit] ?? root)));
        if (!_meant.Contains(FileKeys.Year)) CheckYear(root, year);
        CheckSubmitted(root, year);
        if (_other is { } other)
        {
            var at = _document.At(other.First);
            _findings.Add(Errors.Filings.OtherEdition(at, other.First.Value, other.Count, other.Edition.Key, _edition.Key, year));
            _cells.Poison(_edition.Cells);
        }
        else foreach (var table in _edition.Tables.Where(t => !_tables.Contains(t.Key) && !_meant.Contains(t.Key)))
            _findings.Add(Errors.Filings.NoTable(_document.At(_unit ?? (Node)root), table.Key, table.Gloss));
        return new Filing
        {
            Unit = Invisible.Without(_unit?.Value.Trim() ?? ""),
            Year = year,
            Submitted = _submitted,
            Signers = _signers,
            Source = _document.Source,
            UnitSpan = (_unit ?? (Node)root).Span,
            Figures = new Figures(_edition, _cells.Figures, [.. _own]),
            Notes = _notes,
            Doubtful = root.HasRepeats ? _cells.Doubtful.Union(_tables) : _cells.Doubtful,
            IsSound = !_findings.HasErrors,
        };
    }

    private void ReadEntry(Mapping root, Entry entry, int year)
    {
        switch (entry.Key.Value)
        {
            case FileKeys.Unit:
                _unit = Text(entry);
                break;
            case FileKeys.Year:
                _yearScalar = Text(entry);
                break;
            case FileKeys.Submitted:
                ReadSubmitted(entry, year);
                break;
            case Signers.PreparerKey or Signers.ReviewerKey or Signers.TelephoneKey:
                if (Text(entry) is { } signed) _signers = _signers.With(entry.Key.Value, Invisible.Without(signed.Value.Trim()));
                break;
            case FileKeys.Notes:
                if (_other is null) ReadNotes(entry.Value);
                break;
            case Indicator.Group:
                ReadIndicators(entry.Value);
                break;
            default:
                if (_other is not null) break;
                if (_edition.FindTable(entry.Key.Value) is not { } table)
                {
                    if (_keys.Unknown(root, entry.Key, KnownKeys) is { } meant) _meant.Add(meant);
                }
                else if (_tables.Add(table.Key)) _cells.Read(table, entry.Value);
                else _keys.Again(root, entry.Key, _edition.FindTable);
                break;
        }
    }

    private IEnumerable<string> KnownKeys =>
    [
        FileKeys.Unit, FileKeys.Year, FileKeys.Submitted, .. Signers.Keys, .. _edition.Tables.Select(t => t.Key), Indicator.Group,
        FileKeys.Notes,
    ];

    private Scalar? Text(Entry entry)
    {
        if (entry.Value is Scalar { IsNull: false } scalar && !FigureReader.IsOpen(scalar.Value))
        {
            if (_document.Unseen(scalar, isName: entry.Key.Value == FileKeys.Unit) is { } unseen) _findings.Add(unseen);
            return scalar;
        }
        if (entry.Value is Scalar nothing)
        {
            // A unit or year that is missing is reported where the file is checked as a whole.
            var key = entry.Key.Value;
            if (key is not (FileKeys.Unit or FileKeys.Year)) _findings.Add(Errors.Figures.UnfilledText(_document.At(nothing), key));
        }
        else if (entry.Value is not Faulty) _findings.Add(Errors.Fields.NotText(_document.At(entry.Value), entry.Key.Value));
        return null;
    }

    private void CheckYear(Mapping root, int year)
    {
        if (_yearScalar is not { } scalar)
        {
            var stated = root[FileKeys.Year];
            var at = _document.At(stated ?? _unit ?? (Node)root);
            if (stated is null or Scalar) _findings.Add(Errors.Filings.NoYear(at, IsAlone ? null : year));
        }
        else if (scalar.Value != year.ToString(CultureInfo.InvariantCulture)) _findings.Add(OtherYear(scalar, year));
    }

    private Diagnostic OtherYear(Scalar scalar, int year)
    {
        var at = _document.At(scalar);
        // The right year, only written in another way: nothing to wonder about.
        if (Dates.MeantYear(scalar.Value) is { } meant && (IsAlone || meant == year.ToString(CultureInfo.InvariantCulture)))
            return Errors.Filings.YearWritten(at, scalar.Value, meant) with { Edits = _document.Edits(scalar, meant, Errors.Filings.Year) };
        return IsAlone ? Errors.Fields.NotAYear(at, scalar.Value) : Errors.Filings.OtherYear(at, scalar.Value, year);
    }

    private void CheckSubmitted(Mapping root, int year)
    {
        if (_submitted is not { } date || date.Year > year) return;
        var written = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        _findings.Add(Errors.Fields.DateTooEarly(_document.At(root[FileKeys.Submitted]!), FileKeys.Submitted, written, year));
    }

    private void ReadSubmitted(Entry entry, int year)
    {
        if (Text(entry) is not { } scalar) return;
        if (Dates.Read(scalar.Value) is { } date) _submitted = date;
        else _findings.Add(_document.NotADate(scalar, $"{year + 1}-01-12", year + 1));
    }

    private void ReadNotes(Node node)
    {
        if (node is Scalar { IsNull: true } or Faulty) return;
        if (node is not Mapping map)
        {
            _findings.Add(node is Scalar remark ? Errors.Filings.NotesAreText(_document.At(remark), remark.Value, ExampleOfNote)
                : Errors.Fields.NotAMap(_document.At(node)));
            return;
        }
        foreach (var entry in map.Entries)
        {
            var path = entry.Key.Value;
            if (!IsCell(path))
                _findings.Add(Errors.Keys.UnknownCell(_document.At(entry.Key), path, IsFull ? null : _edition.Nearest(path)));
            else if (Text(entry) is { } reason)
                _notes = _notes.SetItem(path, new Note(Invisible.Without(reason.Value), _document.At(entry.Key)));
        }
    }

    private string ExampleOfNote => _edition.Cells[0].Path;

    private bool IsCell(string path) => _edition.Find(path) is not null || _edition.Joins(path)
        || (_indicators?.Any(i => i.Path == path) ?? path.StartsWith(Indicator.Group + ".", StringComparison.Ordinal));

    private void ReadIndicators(Node node)
    {
        if (node is Scalar { Value: FigureReader.Nothing } or Scalar { IsNull: true } or Faulty) return;
        if (node is not Mapping map)
        {
            _findings.Add(Errors.Fields.NotAMap(_document.At(node)));
            return;
        }
        if (_indicators is not { } indicators) return;
        foreach (var entry in map.Entries)
        {
            if (Find(entry.Key.Value) is not { } indicator)
            {
                if (IsTotals) _findings.Add(Errors.Keys.NotOurs(_document.At(entry.Key), entry.Key.Value));
                else _keys.Unknown(map, entry.Key, indicators.Select(i => i.Key));
            }
            else if (_own[indicator.Index].State != FigureState.Absent) _keys.Again(map, entry.Key, Find);
            else if (entry.Value is Scalar scalar) _own[indicator.Index] =
                FigureReader.Read(_findings, _document, scalar, indicator.Kind, indicator.Unit, indicator.Path);
            // {} says nothing, as everywhere.
            else if (entry.Value is not (Faulty or Mapping { Entries: [] }))
                _findings.Add(Errors.Figures.NotOneFigure(_document.At(entry.Value), indicator.Path));
        }

        Indicator? Find(string key) => indicators.FirstOrDefault(i => i.Key == key || i.Label == key);
    }
}
