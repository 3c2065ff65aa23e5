namespace ReportCompiler.Workbooks;

/// <summary>How a cell looks, and whether it may be changed on a protected sheet. Equal styles are one in the file.</summary>
public sealed record CellStyle
{
    /// <summary>Black on white, in the font of the form.</summary>
    public static readonly CellStyle Plain = new();

    /// <summary>The font.</summary>
    public string Font { get; init; } = "宋体";

    /// <summary>Its size in points.</summary>
    public int Size { get; init; } = 11;

    /// <summary>Whether it is bold.</summary>
    public bool IsBold { get; init; }

    /// <summary>Its colour as RRGGBB; null for black.</summary>
    public string? Colour { get; init; }

    /// <summary>The ground as RRGGBB; null for none.</summary>
    public string? Ground { get; init; }

    /// <summary>Whether there are lines around it.</summary>
    public bool IsLined { get; init; }

    /// <summary>Where the text stands; numbers stand right unless told otherwise.</summary>
    public Alignment Alignment { get; init; }

    /// <summary>Whether it is open on a protected sheet.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether what is written is always a text, whatever it looks like.</summary>
    public bool IsText { get; init; }

    /// <summary>Whether a long text is broken into lines.</summary>
    public bool Wraps { get; init; } = true;
}

/// <summary>Where a text stands in its cell.</summary>
public enum Alignment
{
    /// <summary>Texts left, numbers right.</summary>
    Usual,

    /// <summary>Left.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Centre,
}
