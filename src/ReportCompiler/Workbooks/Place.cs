using System.Globalization;

namespace ReportCompiler.Workbooks;

/// <summary>A cell of a sheet, both numbers from 0.</summary>
public readonly record struct Place(int Row, int Column)
{
    /// <summary>As <c>B7</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ColumnName(Column)}{Row + 1}");

    /// <summary>As <c>$B$7</c>, which stays where it is when a formula is moved.</summary>
    public string Fixed => string.Create(CultureInfo.InvariantCulture, $"${ColumnName(Column)}${Row + 1}");

    /// <summary>A, B, … Z, AA, …</summary>
    public static string ColumnName(int column)
    {
        var letters = "";
        for (var c = column + 1; c > 0; c = (c - 1) / 26) letters = (char)('A' + ((c - 1) % 26)) + letters;
        return letters;
    }
}

/// <summary>A rectangle of cells.</summary>
/// <param name="From">The first.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Columns">How many columns.</param>
public readonly record struct Area(Place From, int Rows, int Columns)
{
    /// <summary>The last cell.</summary>
    public Place To => new(From.Row + Rows - 1, From.Column + Columns - 1);

    /// <summary>As <c>B7:D9</c>, or <c>B7</c>.</summary>
    public override string ToString() => Rows == 1 && Columns == 1 ? From.ToString() : $"{From}:{To}";

    /// <summary>The same with dollar signs.</summary>
    public string Fixed => $"{From.Fixed}:{To.Fixed}";
}
