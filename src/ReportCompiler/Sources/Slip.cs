namespace ReportCompiler.Sources;

/// <summary>What kind of slip of the keyboard it is.</summary>
public enum SlipKind
{
    /// <summary>A full-width colon between key and value.</summary>
    Colon,

    /// <summary>A full-width or Chinese comma between entries.</summary>
    Comma,

    /// <summary>A full-width brace or bracket.</summary>
    Bracket,

    /// <summary>No space after the colon.</summary>
    Space,

    /// <summary>An ideographic or no-break space used as indentation or separator.</summary>
    WideSpace,

    /// <summary>A tab.</summary>
    Tab,

    /// <summary>A control character that cannot be seen.</summary>
    Control,

    /// <summary>A thousands separator in braces, where YAML takes it for the end of the figure.</summary>
    Grouping,

    /// <summary>A dash alone where a figure belongs. YAML takes it for a list; read as a text it is refused as a figure, with its cell.</summary>
    Dash,
}

/// <summary>A slip of the input method that YAML cannot read, and what to write in its place.</summary>
/// <param name="Kind">Which slip.</param>
/// <param name="Line">1-based.</param>
/// <param name="Offset">0-based UTF-16 offset in the line.</param>
/// <param name="Length">How many UTF-16 units are replaced; 0 inserts.</param>
/// <param name="With">The replacement.</param>
/// <param name="IsSure">Whether nothing else can be meant, so that it may be mended in the file itself.</param>
public readonly record struct Slip(SlipKind Kind, int Line, int Offset, int Length, string With, bool IsSure = true);
