using System.Collections.Immutable;
using ReportCompiler.Aggregation;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Rules;
using ReportCompiler.Sources;

namespace ReportCompiler.Tracing;

/// <summary>Leads a figure of an authority back to the files.</summary>
/// <param name="project">The project.</param>
/// <param name="district">The year.</param>
/// <param name="last">The year before; null if there is none.</param>
/// <param name="nested">The nested authorities, in the order in which the district took them.</param>
/// <param name="folder">The project's path below the one at the top; empty for that one.</param>
public sealed class Trace(Project project, District district, District? last, IReadOnlyList<Nested> nested, string folder = "")
{
    private readonly Dictionary<SourceText, Nested> _nested =
        nested.Where(n => n.Totals.Totals is not null).ToDictionary(n => n.Totals.Source);
    private readonly Dictionary<Filing, Figures> _derived = [];
    private readonly List<FollowedUnits> _lines = last is null ? [] : YearBefore.Lines(project, district, last);

    /// <summary>Where a figure comes from.</summary>
    public Origin Of(TracedFigure subject)
    {
        var before = Before(subject);
        return new Origin
        {
            Authority = project.Authority,
            Year = district.Year,
            Figure = subject.Of(district.Totals),
            IsComplete = district.IsComplete,
            Shares = Shares(subject, before, n => n.Shares),
            Parts = [.. Operands(subject).SelectMany(o => o.Cells, (o, cell) => PartOf(cell, o.Sign))],
            Last = before?.Of(last!.Totals) is { } figure && (subject.IsSum || figure.IsStated) ? figure.Value : null,
        };
    }

    /// <summary>The same figure of last year's form, followed through 沿革; null if there is none.</summary>
    private TracedFigure? Before(TracedFigure subject)
    {
        if (last is null || subject.Indicator is not null) return last is null ? null : subject;
        var cells = Lineage.Of(district.Edition, last.Edition).Before(subject.Cells);
        return cells.IsDefault ? null : subject with { Cells = cells };
    }

    private IEnumerable<Operand> Operands(TracedFigure subject) => subject.Cells switch
    {
        [var cell] => district.Edition.DerivationOf(cell)?.Operands ?? [],
        var cells => cells.Select(c => new Operand(c.Path, 1, [c], LastYear: false)),
    };

    private Part PartOf(Cell cell, int sign)
    {
        var shares = Shares(TracedFigure.Of(cell), null, n => n.Parts.FirstOrDefault(p => p.Path == cell.Path)?.Shares ?? []);
        return new Part(cell.Path, cell.Gloss, sign, district.Totals.Value(cell), [.. shares.Where(s => s.Counts && !s.IsNothing)]);
    }

    /// <param name="subject">What is traced.</param>
    /// <param name="before">The same in the year before; null if that is not asked for.</param>
    /// <param name="below">The shares below a nested authority.</param>
    private ImmutableArray<Share> Shares(TracedFigure subject, TracedFigure? before, Func<Origin, ImmutableArray<Share>> below)
    {
        var shares = new List<Share>();
        shares.AddRange(district.Units.Select(u => OfUnit(u, subject, below)));
        AddNotFiled(shares);
        var notAdded = nested.Where(n => !district.Units.Any(u => u.Source == n.Totals.Source) && IsDue(n.Totals));
        shares.AddRange(notAdded.Select(n => NotAdded(n, below)));
        if (before is not null) AddLast(shares, before);
        if (district.Own is { } own && subject.Of(own.Figures) is { IsStated: true } stated && IsStated(own, subject))
            shares.Add(Written(ShareKind.Own, own, stated) with { State = stated.State, Stated = stated.Value });
        return [.. shares];
    }

    private Share OfUnit(Filing unit, TracedFigure subject, Func<Origin, ImmutableArray<Share>> below)
    {
        var figure = subject.Of(unit.Figures);
        var isNested = _nested.TryGetValue(unit.Source, out var child);
        var value = isNested ? figure.Value : ValueOf(unit, subject, figure);
        return new Share
        {
            Kind = isNested ? ShareKind.Nested : ShareKind.Unit,
            Unit = unit.Unit,
            State = figure.State,
            Value = value,
            Stated = value == figure.Value ? null : figure.Value,
            File = Place(unit.Source),
            Line = isNested ? null : LineOf(figure),
            Predecessors = project.Roster?.FirstOrDefault(e => e.Name == unit.Unit && e.From == district.Year)?.Predecessors ?? [],
            Below = child?.Origin is { } origin ? below(origin) : [],
        };
    }

    /// <summary>An authority's total follows from details alone: so does a unit's share of it, whatever total the unit states.</summary>
    private decimal ValueOf(Filing unit, TracedFigure subject, Figure figure)
    {
        if (!subject.Cells.Any(c => c.IsTotal)) return figure.Value;
        if (!_derived.TryGetValue(unit, out var derived)) _derived.Add(unit, derived = Figures.Sum(unit.Figures.Edition, [unit.Figures]));
        return subject.Of(derived).Value;
    }

    /// <summary>Whoever is due and has not filed stands at its place of the roster.</summary>
    private void AddNotFiled(List<Share> shares)
    {
        var place = 0;
        foreach (var entry in project.Due(district.Year) ?? [])
        {
            var found = shares.FindIndex(s => s.Unit == entry.Name);
            if (found >= 0) place = found + 1;
            else if (nested.All(n => n.Totals.Authority != entry.Name))
                shares.Insert(place++, new Share { Kind = ShareKind.NotFiled, Unit = entry.Name });
        }
    }

    /// <summary>Whether a nested authority has to be there: one that began or ended has a roster entry like a unit.</summary>
    private bool IsDue(ChildTotals child) =>
        child.Totals is not null || child.HasErrors
        || (project.Roster?.FirstOrDefault(e => e.Name == child.Authority)?.IsDue(district.Year) ?? true);

    private Share NotAdded(Nested child, Func<Origin, ImmutableArray<Share>> below) => new()
    {
        Kind = child.Totals switch
        {
            { HasErrors: true } => ShareKind.Failed,
            { Totals: null } => ShareKind.Missing,
            { Totals.Edition.Key: var key } when key != district.Edition.Key => ShareKind.OtherForm,
            _ => ShareKind.Refused,
        },
        Unit = child.Totals.Authority,
        File = Place(child.Totals.Source),
        Edition = child.Totals.Totals?.Edition.Key,
        // What stops it may lie deeper still.
        Below = child is { Totals.HasErrors: true, Origin: { } origin } ? [.. below(origin).Where(s => s.Stops)] : [],
    };

    private void AddLast(List<Share> shares, TracedFigure before)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in _lines.Where(l => l.Before is not null))
        {
            ImmutableArray<string> units = [.. line.Before!.Select(f => f.Unit)], together = [.. line.Now.Select(f => f.Unit)];
            told.UnionWith(units);
            var year = new ShareBefore(line.Before!.Sum(f => ValueOf(f, before, before.Of(f.Figures))), units, together);
            foreach (var name in together) Set(shares.FindIndex(s => s.Unit == name), year);
        }
        foreach (var unit in last!.Units.Where(u => !told.Contains(u.Unit)))
        {
            var figure = before.Of(unit.Figures);
            var year = new ShareBefore(ValueOf(unit, before, figure), [unit.Unit], [unit.Unit]);
            var place = shares.FindIndex(s => s.Unit == unit.Unit);
            if (place >= 0) Set(place, year);
            else if (year.Value != 0) shares.Add(Written(ShareKind.Ended, unit, figure) with { Last = year });
        }

        void Set(int place, ShareBefore year) => shares[place] = shares[place] with { Last = year };
    }

    private Share Written(ShareKind kind, Filing filing, Figure figure) =>
        new() { Kind = kind, Unit = filing.Unit, File = Place(filing.Source), Line = LineOf(figure) };

    private static bool IsStated(Filing own, TracedFigure subject)
    {
        if (subject.Indicator is { } indicator) return own.Figures.Indicators[indicator.Index].IsStated;
        return subject.Cells.Any(c => own.Figures.Stated(c).IsStated);
    }

    private string Place(SourceText source) => folder.Length == 0 ? source.Path : $"{folder}/{source.Path}";

    private static int? LineOf(Figure figure) => figure.Span is { Line: > 0 } span ? span.Line : null;
}
