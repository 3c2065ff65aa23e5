using ReportCompiler.Diagnostics;
using ReportCompiler.Grids;
using ReportCompiler.Importing.Documents;

namespace ReportCompiler.Importing.Matching;

/// <summary>A cell of a document's table, and what its text may be.</summary>
internal sealed class SeenCell
{
    public SeenCell(PageCell there, PageCell origin, FormLabels labels)
    {
        (There, Origin) = (there, origin);
        IsBlank = string.IsNullOrWhiteSpace(there.Text) && there.Doubt is null;
        IsFigure = !IsBlank && (there.Doubt is not null || CellText.IsFigure(there.Text));
        if (IsBlank || IsFigure) return;
        Label = LabelText.Of(there.Text);
        Rows = labels.RowsOf(Label);
        Columns = labels.ColumnsOf(Label);
        IsHeading = labels.IsHeading(Label);
        IsOther = labels.IsOther(Label);
    }

    public PageCell There { get; }

    /// <summary>The same as it stands in the document.</summary>
    public PageCell Origin { get; }

    /// <summary>Where it stands there.</summary>
    public Text Place => Places.Cell(Origin.Row, Origin.Column);

    /// <summary>Whether nothing stands in it.</summary>
    public bool IsBlank { get; }

    /// <summary>Whether it is a number, or would be one.</summary>
    public bool IsFigure { get; }

    /// <summary>What it says, as labels are compared.</summary>
    public LabelText Label { get; } = new("", "", false, null, null);

    /// <summary>The rows and groups it may name.</summary>
    public IReadOnlyList<FormRow> Rows { get; } = [];

    /// <summary>The columns it may name.</summary>
    public IReadOnlyList<FormColumn> Columns { get; } = [];

    /// <summary>Whether it heads several columns.</summary>
    public bool IsHeading { get; }

    /// <summary>Whether it is a title, a stub or a note of the form.</summary>
    public bool IsOther { get; }

    /// <summary>Whether the form has it as a label.</summary>
    public bool IsLabel => Rows.Count > 0 || Columns.Count > 0 || IsHeading || IsOther;

    /// <summary>Whether it names a column and no row: 总计 and 其他 are names of both.</summary>
    public bool IsColumnAlone => Columns.Count > 0 && Rows.Count == 0;

    /// <summary>The last column that it covers.</summary>
    public int Last => There.Column + There.Columns - 1;
}
