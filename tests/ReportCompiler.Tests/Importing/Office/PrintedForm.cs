using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Rendering;

namespace ReportCompiler.Tests.Importing.Office;

/// <summary>The tables of a report as they are printed, with invented figures: what documents of all shapes are made of.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Figures">The figure of every cell.</param>
/// <param name="Tables">The tables, each with its caption.</param>
internal sealed record PrintedForm(Edition Edition, IReadOnlyDictionary<Cell, decimal> Figures, IReadOnlyList<PrintedTable> Tables)
{
    /// <summary>A form of a year; zeros are many, as in any report.</summary>
    public static PrintedForm Of(int year, Random chance)
    {
        var edition = Editions.OfForm.For(year)!;
        var values = edition.Cells.ToDictionary(c => c, c => Value(c, chance));
        var figures = edition.Cells.Select(c => new Figure(FigureState.Number, values[c], new(1, 1, 1, 2))).ToArray();
        var district = InMemory.District(InMemory.Project("机关: 甲局\n"), year, new Figures(edition, figures, []));
        var (outputs, _) = Renderer.Render(new Findings(), Templates.BuiltIn,
            new CheckedYear(InMemory.Project("机关: 甲局\n"), district, null), null, ReportFormats.Named("html"));
        var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(outputs[0].Bytes));
        return new PrintedForm(edition, values, [.. page.QuerySelectorAll("table").Take(3).Select(Table)]);
    }

    private static decimal Value(Cell cell, Random chance) => chance.Next(3) == 0 ? 0 : cell.Kind switch
    {
        ValueKind.Amount => chance.Next(1, 1_000_000) / 100m,
        ValueKind.SignedCount => chance.Next(-50, 50),
        _ => chance.Next(1, 30_000),
    };

    private static PrintedTable Table(IElement table)
    {
        var (cells, taken, row) = (new List<PrintedCell>(), new HashSet<(int, int)>(), 0);
        foreach (var line in table.QuerySelectorAll("tr"))
        {
            var column = 0;
            foreach (var cell in line.Children)
            {
                while (taken.Contains((row, column))) column++;
                var (rows, columns) = (Span("rowspan"), Span("colspan"));
                for (var r = 0; r < rows; r++)
                    for (var c = 0; c < columns; c++) taken.Add((row + r, column + c));
                // The cell over the row labels is none.
                var isFigure = cell.LocalName == "td" && !cell.HasAttribute("class");
                cells.Add(new PrintedCell(row, column, rows, columns, cell.TextContent.Trim(), isFigure));

                int Span(string name) => int.Parse(cell.GetAttribute(name) ?? "1", CultureInfo.InvariantCulture);
            }
            row++;
        }
        return new PrintedTable(table.QuerySelector("caption")?.TextContent.Trim() ?? "", cells);
    }
}

/// <summary>A printed table.</summary>
internal sealed record PrintedTable(string Caption, IReadOnlyList<PrintedCell> Cells)
{
    /// <summary>How many rows it has.</summary>
    public int Rows => Cells.Max(c => c.Row + c.Rows);

    /// <summary>How many columns it has.</summary>
    public int Columns => Cells.Max(c => c.Column + c.Columns);

    /// <summary>The cell over a place.</summary>
    public PrintedCell At(int row, int column) => Cells.Single(c =>
        c.Row <= row && row < c.Row + c.Rows && c.Column <= column && column < c.Column + c.Columns);
}

/// <summary>A printed cell.</summary>
internal sealed record PrintedCell(int Row, int Column, int Rows, int Columns, string Text, bool IsFigure);
