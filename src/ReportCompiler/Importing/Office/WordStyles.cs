using System.Globalization;
using ReportCompiler.Packages;

namespace ReportCompiler.Importing.Office;

/// <summary>What the styles of a Word document say that matters here: headings, bold, hidden, numbered, tables of contents.</summary>
internal sealed class WordStyles
{
    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private string _paragraph = "";

    /// <summary>Reads the styles of a document; none if it has no such part.</summary>
    public static WordStyles Read(PackageReader package, string document)
    {
        var styles = new WordStyles();
        using var xml = package.Find(document, "styles") is { } part ? package.Read(part) : null;
        if (xml is null) return styles;
        foreach (var name in xml.Children())
        {
            if (name != "style" || xml["styleId"] is not { } id) continue;
            if (xml["type"] == "paragraph" && xml["default"] is "1" or "true" or "on") styles._paragraph = id;
            styles._styles.TryAdd(id, One(xml));
        }
        return styles;
    }

    /// <summary>What a style and those that it is based on say; of a paragraph without one, the document's usual style.</summary>
    public WordLook Look(string? id, bool isParagraph)
    {
        var look = WordLook.None;
        var at = id ?? (isParagraph ? _paragraph : "");
        // Styles that are based on each other in a circle end here.
        for (var i = 0; i < 20 && _styles.TryGetValue(at, out var style); i++, at = style.BasedOn) look = look.Over(style.Look);
        return look;
    }

    private static Style One(PartReader xml)
    {
        var (look, basedOn, title) = (WordLook.None, "", "");
        foreach (var name in xml.Children())
        {
            if (name == "name") title = xml["val"] ?? "";
            else if (name == "basedOn") basedOn = xml["val"] ?? "";
            else if (name == "pPr") look = WordLook.OfParagraph(xml).Over(look);
            else if (name == "rPr") look = WordLook.OfRun(xml).Over(look);
        }
        if (title.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && look.Outline is null
            && int.TryParse(title.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is > 0 and < 10)
            look = look with { Outline = level - 1 };
        if (title.StartsWith("toc ", StringComparison.OrdinalIgnoreCase)) look = look with { IsContents = true };
        return new Style(look, basedOn);
    }

    private sealed record Style(WordLook Look, string BasedOn);
}

/// <summary>What a run or paragraph of Word says about itself; null where it says nothing.</summary>
internal sealed record WordLook
{
    /// <summary>Nothing said.</summary>
    public static readonly WordLook None = new();

    private const int Raised = 5;

    public string? Style { get; init; }
    public int? Outline { get; init; }
    public string? List { get; init; }
    public int? Level { get; init; }
    public bool? IsBold { get; init; }
    public bool? IsHidden { get; init; }
    public bool? IsStruck { get; init; }
    public bool? IsRaised { get; init; }
    public bool IsContents { get; init; }

    /// <summary>Whether a tracked change takes it away: of a paragraph, its end.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>This, and what another says where this says nothing.</summary>
    public WordLook Over(WordLook other) => this with
    {
        Outline = Outline ?? other.Outline,
        List = List ?? other.List,
        Level = Level ?? other.Level,
        IsBold = IsBold ?? other.IsBold,
        IsHidden = IsHidden ?? other.IsHidden,
        IsStruck = IsStruck ?? other.IsStruck,
        IsRaised = IsRaised ?? other.IsRaised,
        IsContents = IsContents || other.IsContents,
    };

    /// <summary>Reads the properties of a run.</summary>
    public static WordLook OfRun(PartReader xml)
    {
        var look = None;
        foreach (var name in xml.Children())
            look = name switch
            {
                "rStyle" => look with { Style = xml["val"] },
                "b" => look with { IsBold = IsOn(xml) },
                "vanish" => look with { IsHidden = IsOn(xml) },
                "strike" or "dstrike" => look with { IsStruck = IsOn(xml) || look.IsStruck == true },
                "vertAlign" => look with { IsRaised = xml["val"] is "superscript" or "subscript" || look.IsRaised == true },
                "position" => look with { IsRaised = IsAway(xml["val"]) || look.IsRaised == true },
                "del" or "moveFrom" => look with { IsDeleted = true },
                _ => look,
            };
        return look;
    }

    /// <summary>Reads the properties of a paragraph; those of the mark at its end say only whether that is deleted.</summary>
    public static WordLook OfParagraph(PartReader xml)
    {
        var look = None;
        foreach (var name in xml.Children())
        {
            if (name == "pStyle") look = look with { Style = xml["val"] };
            else if (name == "outlineLvl") look = look with { Outline = Number(xml["val"]) };
            else if (name == "rPr") look = look with { IsDeleted = OfRun(xml).IsDeleted };
            else if (name == "numPr")
                foreach (var part in xml.Children())
                {
                    if (part == "numId") look = look with { List = xml["val"] };
                    else if (part == "ilvl") look = look with { Level = Number(xml["val"]) };
                }
        }
        return look;
    }

    /// <summary>Whether half points that a text stands higher or lower are more than fitting it into its line takes.</summary>
    private static bool IsAway(string? halfPoints) => int.TryParse(
        halfPoints, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value is <= -Raised or >= Raised;

    /// <summary>Whether a property that is written is switched on.</summary>
    public static bool IsOn(PartReader xml) => xml["val"] is not ("0" or "false" or "off");

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
