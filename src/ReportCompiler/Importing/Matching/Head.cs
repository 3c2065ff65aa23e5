using ReportCompiler.Diagnostics;

namespace ReportCompiler.Importing.Matching;

/// <summary>A heading over one or more columns of the document's table.</summary>
internal sealed record Head(int From, int To, SeenCell Bottom, List<SeenCell> Above)
{
    /// <summary>The columns of the form it names; several if bands of a table have columns of the same name.</summary>
    public List<FormColumn> Columns { get; set; } = [];

    /// <summary>The row it names, where rows are printed side by side.</summary>
    public FormRow? Row { get; set; }

    /// <summary>Why it is not sure.</summary>
    public Text? Doubt { get; set; }
}
