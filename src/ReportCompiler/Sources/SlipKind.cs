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

    /// <summary>A full-width number sign before a remark.</summary>
    Hash,

    /// <summary>A thousands separator in braces, where YAML takes it for the end of the figure.</summary>
    Grouping,

    /// <summary>
    /// A dash alone where a figure belongs. YAML takes it for a list; read as a text it is refused as a figure, with its cell.
    /// </summary>
    Dash,
}
