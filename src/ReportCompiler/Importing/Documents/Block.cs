using ReportCompiler.Diagnostics;

namespace ReportCompiler.Importing.Documents;

/// <summary>What stands below each other in a document.</summary>
internal abstract record Block;

/// <summary>A paragraph, a heading or an item of a list.</summary>
/// <param name="Text">What it says.</param>
internal sealed record Paragraph(RichText Text) : Block
{
    /// <summary>The number or dot that its list puts before it; null if there is none.</summary>
    public ListMark? Mark { get; init; }

    /// <summary>1 to 9 for a heading, 0 for none.</summary>
    public int Heading { get; init; }

    /// <summary>
    /// Whether something that is no text belongs to it, such as a box over it: a figure beside it may not be all there is.
    /// </summary>
    public bool HasAside { get; init; }

    /// <summary>
    /// What stands in it and is no text, such as <c>图片 表三.png</c> or where a link leads: no narrative is made of it, so it is told.
    /// </summary>
    public IReadOnlyList<Text> Beside { get; init; } = [];

    /// <summary>Whether it stands outside the part of a page that is the report: in a menu, a footer, a list of links.</summary>
    public bool IsOutside { get; init; }

    /// <summary>A paragraph of plain text.</summary>
    public static Paragraph Of(string plain) => new(RichText.Of(plain));

    /// <summary>All of it in a line, as it is printed.</summary>
    public string Line => Mark is null ? Text.Plain : Text.Plain.Length == 0 ? Mark.Text : $"{Mark.Text}{Gap}{Text.Plain}";

    private string Gap => char.IsAsciiLetterOrDigit(Mark!.Text[^1]) || Mark.Text[^1] is '.' or '•' ? " " : "";
}

/// <summary>What stands before an item of a list.</summary>
/// <param name="Text">As it is printed, such as <c>（一）</c> or <c>•</c>.</param>
/// <param name="IsBullet">Whether it is the same for every item.</param>
internal sealed record ListMark(string Text, bool IsBullet);
