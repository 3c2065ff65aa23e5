using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using ReportCompiler.Forms;

namespace ReportCompiler.Rendering.Review;

/// <summary>
/// A printed table cut where its figures stand. A page shows the same tables for every unit; put together from these parts that takes
/// hardly more than copying them, where a loop of the template language over every cell would take most of the time of a build.
/// </summary>
/// <param name="Table">The table.</param>
/// <param name="Figures">The markup before each figure, up to the attributes of its cell, and the cell.</param>
/// <param name="End">The markup behind the last one.</param>
internal sealed record TableParts(
    Table Table, ImmutableArray<(ImmutableArray<string> Before, Cell Cell)> Figures, ImmutableArray<string> End)
{
    /// <summary>Stands for what the ids of the table begin with, which is another for every unit.</summary>
    private const char Prefix = '\u0001';

    private static readonly ConditionalWeakTable<Edition, Dictionary<bool, ImmutableArray<TableParts>>> Known = [];

    /// <summary>The tables of an edition.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="isLight">Without the ids of headings where their scope says the same.</param>
    public static ImmutableArray<TableParts> Of(Edition edition, bool isLight) => Known.GetValue(edition, static e => new()
    {
        [true] = [.. e.Tables.Select((t, i) => Of(t, i + 1, isLight: true))],
        [false] = [.. e.Tables.Select((t, i) => Of(t, i + 1, isLight: false))],
    })[isLight];

    /// <summary>Writes the table.</summary>
    /// <param name="text">Takes it.</param>
    /// <param name="prefix">What its ids begin with.</param>
    /// <param name="figure">Writes a figure: attributes, <c>&gt;</c> and content.</param>
    public void Write(StringBuilder text, string prefix, Action<Cell> figure)
    {
        foreach (var (before, cell) in Figures)
        {
            text.AppendJoin(prefix, before);
            figure(cell);
        }
        text.AppendJoin(prefix, End);
    }

    private static TableParts Of(Table table, int number, bool isLight)
    {
        var layout = TableLayout.Of(table, $"{Prefix}t{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}", isLight);
        var figures = ImmutableArray.CreateBuilder<(ImmutableArray<string>, Cell)>();
        var text = new StringBuilder("<table").Append(layout.Attributes).Append(">\n<caption>").Append(Escape.Html(table.Caption))
            .Append("</caption>\n");
        if (!layout.Head.IsEmpty) Lines("thead", new TablePart("", "", layout.Head));
        foreach (var part in layout.Parts) Lines("tbody", part);
        return new TableParts(table, figures.DrainToImmutable(), Cut(text.Append("</table>\n")));

        void Lines(string group, TablePart part)
        {
            text.Append('<').Append(group).Append(part.Attributes).Append(">\n");
            foreach (var line in part.Lines)
            {
                text.Append("<tr").Append(part.LineAttributes).Append('>');
                foreach (var printed in line) Cell(printed);
                text.Append("</tr>\n");
            }
            text.Append("</").Append(group).Append(">\n");
        }

        void Cell(PrintedCell printed)
        {
            var name = printed is { Cell: null, IsHead: true } ? "th" : "td";
            text.Append('<').Append(name).Append(printed.Attributes);
            if (printed.Cell is { } cell)
            {
                figures.Add((Cut(text), cell));
                text.Clear();
            }
            else text.Append('>').Append(Escape.Html(printed.Text));
            text.Append("</").Append(name).Append('>');
        }
    }

    private static ImmutableArray<string> Cut(StringBuilder text) => [.. text.ToString().Split(Prefix)];
}
