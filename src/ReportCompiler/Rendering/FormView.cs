using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ReportCompiler.Forms;
using Scriban.Runtime;

namespace ReportCompiler.Rendering;

/// <summary>The form as templates see it: every table's printed layout, and its bands for plain Markdown tables. Made once an edition.</summary>
internal static class FormView
{
    private static readonly ConditionalWeakTable<Edition, ScriptObject> Html = [];
    private static readonly ConditionalWeakTable<Edition, ScriptObject> Markdown = [];

    /// <summary>The form with its labels escaped for the output.</summary>
    public static ScriptObject Of(Edition edition, Format format) =>
        (format == Format.Html ? Html : Markdown).GetValue(edition, e => Build(e, format));

    /// <summary>The table of a key.</summary>
    public static ScriptObject Table(ScriptObject form, string key) => (ScriptObject)((ScriptObject)form["表"]!)[key]!;

    private static ScriptObject Build(Edition edition, Format format)
    {
        var tables = new ScriptObject(StringComparer.Ordinal);
        var list = new ScriptArray();
        for (var i = 0; i < edition.Tables.Length; i++)
        {
            var table = TableOf(edition.Tables[i], i + 1, format);
            tables[edition.Tables[i].Key] = table;
            list.Add(table);
        }
        return new ScriptObject(StringComparer.Ordinal)
        {
            ["版本"] = format.Escape(edition.Key),
            ["依据"] = format.Escape(edition.Basis),
            ["脚注"] = edition.Footnote is null ? null : format.Escape(edition.Footnote),
            ["表"] = tables,
            ["各表"] = list,
        };
    }

    private static ScriptObject TableOf(Table table, int number, Format format)
    {
        var view = new ScriptObject(StringComparer.Ordinal)
        {
            ["键"] = table.Key,
            ["题"] = format.Escape(table.Caption),
            ["注"] = table.Note is null ? null : format.Escape(table.Note),
            ["横排"] = table.IsAcross,
        };
        if (format == Format.Html)
        {
            var layout = TableLayout.Of(table, number);
            view["头"] = Lines(layout.Head);
            view["体"] = Lines(layout.Body);
        }
        else
        {
            view["栏"] = new ScriptArray(table.Bands.Select(b => BandOf(b, format, table.Arrangement == Arrangement.List)));
        }
        return view;

        ScriptArray Lines(ImmutableArray<ImmutableArray<PrintedCell>> lines) => new(lines.Select(l => new ScriptArray(l.Select(c => new ScriptObject(StringComparer.Ordinal)
        {
            ["文"] = format.Escape(c.Text),
            ["序"] = c.Cell?.Index ?? -1,
            ["题头"] = c.IsHead,
            ["属性"] = c.Attributes,
        }))));
    }

    private static ScriptObject BandOf(Band band, Format format, bool isList)
    {
        var rows = new ScriptArray();
        foreach (var row in band.Rows) AddRow(row, 0);
        return new ScriptObject(StringComparer.Ordinal)
        {
            ["题"] = band.Title is null ? null : format.Escape(band.Title),
            ["表头"] = format.Escape(band.Stub ?? "项目"),
            ["计量"] = isList ? ListUnit.Heading : null,
            ["列"] = new ScriptArray(band.Leaves.Select(c => format.Escape(c.Label))),
            ["行"] = rows,
        };

        // A group's own line has no figures; an ideographic space a level keeps the tree readable in a plain table.
        void AddRow(Row row, int level)
        {
            if (row.Key is null)
            {
                foreach (var child in row.Children) AddRow(child, level);
                return;
            }
            var cells = isList && row.OwnValue is { } own ? own.Cells : row.Cells;
            rows.Add(new ScriptObject(StringComparer.Ordinal)
            {
                ["计量"] = isList ? ListUnit.Of(row) : null,
                ["题"] = new string('\u3000', level) + format.Escape(row.IsOwnValue ? Row.OwnValueKey : row.Label),
                ["序"] = new ScriptArray(cells.IsEmpty ? band.Leaves.Select(_ => (object)(-1)) : cells.Select(c => (object)c.Index)),
            });
            foreach (var child in row.Children)
                if (!isList || !child.IsOwnValue) AddRow(child, level + 1);
        }
    }
}
