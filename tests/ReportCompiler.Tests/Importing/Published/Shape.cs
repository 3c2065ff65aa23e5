namespace ReportCompiler.Tests.Importing.Published;

/// <summary>How an office gives a report: what it does to the tables, and how they look in a format.</summary>
/// <param name="Formats">The formats it is of, divided by blanks.</param>
internal sealed record Shape(string Formats = "html docx xlsx xls csv txt")
{
    /// <summary>What becomes of the tables.</summary>
    public Action<PublishedReport, Random> Make { get; init; } = (_, _) => { };

    public Look Look { get; init; } = Look.Plain;

    /// <summary>The editions it is of; empty for all.</summary>
    public string Editions { get; init; } = "";
}
