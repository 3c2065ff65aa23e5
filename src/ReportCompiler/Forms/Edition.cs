using System.Collections.Immutable;
using ReportCompiler.Diagnostics;

namespace ReportCompiler.Forms;

/// <summary>An edition of the statutory form: its tables, sections and rules. Everything the compiler knows of the form is here.</summary>
public sealed class Edition : Form
{
    private Dictionary<Cell, Derivation>? _derivations;

    internal Edition(Form form, ImmutableArray<Derivation> derivations) : base(form) => Derivations = derivations;

    /// <summary>Its name, such as <c>2021</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Where its name is written.</summary>
    public required Location At { get; init; }

    /// <summary>The first year of reports it is for; it stays in force until a later edition.</summary>
    public required int From { get; init; }

    /// <summary>The document that prescribes it.</summary>
    public required string Basis { get; init; }

    /// <summary>The title with <c>{简称}</c> and <c>{年度}</c>.</summary>
    public required string Title { get; init; }

    /// <summary>The words of the pages besides those of the tables.</summary>
    public Wording Wording { get; init; } = Wording.OfForm;

    /// <summary>The language of what offices read beside the pages, forms and the review page: what is not Chinese is English.</summary>
    public Language Language =>
        Wording["语言"].StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese : Language.English;

    /// <summary>The prose of a year that has no narrative; null if the edition has none.</summary>
    public Skeleton? Skeleton { get; init; }

    /// <summary>The sections in order.</summary>
    public required ImmutableArray<Section> Sections { get; init; }

    /// <summary>The columns of the appendix.</summary>
    public required ImmutableArray<KeyFigure> KeyFigures { get; init; }

    /// <summary>The rules written as equations.</summary>
    public required ImmutableArray<EquationRule> Rules { get; init; }

    /// <summary>How totals are computed where they are not stated, each after those it needs.</summary>
    public ImmutableArray<Derivation> Derivations { get; }

    /// <summary>How a total is computed; null for a cell that is counted.</summary>
    public Derivation? DerivationOf(Cell cell) =>
        (_derivations ??= Derivations.ToDictionary(d => d.Total)).GetValueOrDefault(cell);

    /// <summary>A remark printed at the end of every report; null if there is none.</summary>
    public string? Footnote { get; init; }

    /// <summary>What compares with which cells of a former edition, other than those of the same path.</summary>
    internal ImmutableArray<Correspondence> Correspondences { get; init; } = [];

    /// <summary>Whether a path, of no cell of its own, is what several cells compare under with a former edition.</summary>
    public bool Joins(string path) => JoinedPaths.Contains(path, StringComparer.Ordinal);

    /// <summary>The paths 沿革 gives to cells that compare with a former edition together; a reason on record may name them too.</summary>
    internal IEnumerable<string> JoinedPaths => Correspondences.Select(c => c.Path).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>How reports speak of the tables; null if the edition does not say: then prose is not held to them.</summary>
    public Phrasing? Phrasing => LazyPhrasing?.Value;

    /// <summary>The same, read when first asked for: many commands look at no prose.</summary>
    internal Lazy<Phrasing>? LazyPhrasing { get; init; }

    /// <summary>The title of a report.</summary>
    public string TitleOf(string shortName, int year) =>
        Wording.Fill(Title, [("简称", shortName), .. Wording.YearPlaces(year)]);

    /// <summary>A section's heading as printed, its number before it.</summary>
    public string HeadingOf(Section section) => HeadingOf(section, section.Heading);

    /// <summary>A section's heading in other words.</summary>
    public string HeadingOf(Section section, string words) => Wording.Of("章题", ("序", section.Ordinal), ("标题", words));

    /// <summary>The heading of a table's section; its caption if no section has it.</summary>
    public string HeadingOf(Table table) =>
        Sections.FirstOrDefault(s => s.Table == table.Key) is { } section ? HeadingOf(section) : table.Caption;

    /// <summary>What a section's heading begins with: 一、. Empty if the edition does not number its sections.</summary>
    public string NumberOf(Section section)
    {
        var pattern = Wording["章题"];
        var end = pattern.IndexOf("{标题}", StringComparison.Ordinal);
        return end <= 0 ? "" : Wording.Fill(pattern[..end], ("序", section.Ordinal)).TrimEnd();
    }
}
