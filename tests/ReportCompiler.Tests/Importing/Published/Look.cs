using ReportCompiler.Tests.Importing.Office;

namespace ReportCompiler.Tests.Importing.Published;

/// <summary>How a report looks in the formats that can show the same in several ways.</summary>
internal sealed record Look
{
    /// <summary>As it is printed.</summary>
    public static readonly Look Plain = new();

    /// <summary>What stands in a cell of a page; null for its text.</summary>
    public Func<PublishedCell, Random, string?> Html { get; init; } = (_, _) => null;

    /// <summary>What stands in a cell of Word; null for its text.</summary>
    public Func<PublishedCell, Random, string?> Word { get; init; } = (_, _) => null;

    /// <summary>What stands in a cell of Excel; null for a number where it is one, and its text.</summary>
    public Func<PublishedCell, Random, string?> Excel { get; init; } = (_, _) => null;

    /// <summary>The rules of an Excel file's looks.</summary>
    public string? ExcelStyles { get; init; }

    /// <summary>The texts that cells of an Excel file share.</summary>
    public string[] ExcelStrings { get; init; } = [];

    /// <summary>The records of a figure in an old Excel file after its place; null for a number where it is one, and its text.</summary>
    public Func<PublishedCell, (int Type, byte[] Data)[]?> Old { get; init; } = _ => null;

    /// <summary>The records before the sheets of an old Excel file.</summary>
    public (int Type, byte[] Data)[] OldStyles { get; init; } = [];

    /// <summary>The attributes of a row and of a column that lie hidden in Excel.</summary>
    public string HiddenRow { get; init; } = "hidden=\"1\"";

    public string HiddenColumn { get; init; } = "hidden=\"1\"";

    /// <summary>Whether a joined cell of Word begins as it goes on.</summary>
    public bool HasNoRestart { get; init; }

    /// <summary>What stands around each cell and row of Word, such as a control.</summary>
    public Func<string, string> Wrapped { get; init; } = xml => xml;

    /// <summary>Whether all is in a table that lays out the page.</summary>
    public bool IsFramed { get; init; }

    /// <summary>Whether deleted and hidden rows and columns of other figures lie between.</summary>
    public bool IsNoisy { get; init; }

    public bool IsOneSheet { get; init; }

    /// <summary>Whether a sheet of text comes before those of tables.</summary>
    public bool HasCover { get; init; }

    /// <summary>The first row and column of a sheet.</summary>
    public int Top { get; init; } = 1;

    public int Left { get; init; }

    /// <summary>What divides the cells of a CSV.</summary>
    public char Sign { get; init; } = ',';

    public bool IsGbk { get; init; }

    /// <summary>After how many lines a page of text ends; 0 for never.</summary>
    public int PageOfText { get; init; }

    /// <summary>How far the figures of a text may stand beside the middle of their column.</summary>
    public int Shift { get; init; }

    /// <summary>Other parts of a document of Word.</summary>
    public (string Kind, string Xml)[] WordParts { get; init; } = [];

    /// <summary>A paragraph for each line.</summary>
    public static string Paragraphs(string text) => string.Concat(text.Split('\n').Select(l => OfficeMaker.P(OfficeMaker.Xml(l))));
}
